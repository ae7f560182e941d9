import { dottedCode } from '#core/area-codes.ts';
import type { AreaList, ListedVillage, ListNames } from '#core/area-list.ts';
import type { Problem } from '#core/problem.ts';
import type { PropertyColumns } from './boundary-columns.ts';
import { type CodeProperty, type NameProperties, writtenIn } from './boundary-property.ts';
import { type BoundaryAnswers, type BoundaryQuestion, LEFT_OUT } from './boundary-question.ts';

/** Codes found for names, by feature, and what is still to be asked. */
export interface NameMatching {
  readonly code: CodeProperty;
  readonly questions: readonly BoundaryQuestion[];
  readonly problems: readonly Problem[];
  /** Features whose name was found nowhere or in several places. */
  readonly open: ReadonlySet<number>;
}

interface Written {
  readonly name: string;
  readonly district: string;
  readonly regency: string;
}

const MOST_QUESTIONS = 200;
/** A regency is taken without asking where it explains so large a share of the names and no other half as many. */
const CLEAR_SHARE = 0.8;

function described(list: AreaList, { digits, name, district }: ListedVillage): string {
  return `${name} (${list.districts[district]?.name ?? ''}, ${dottedCode(digits)})`;
}

/** How many of the names each regency explains, the most first. */
function regencyVotes(
  written: readonly Written[],
  search: ListNames,
): readonly (readonly [string, number])[] {
  const votes = new Map<string, number>();
  for (const { name, district, regency } of written) {
    const match = search.find(name, district, regency, false);
    const all = match.kind === 'found' ? [match.village] : match.kind === 'ambiguous' ? match.candidates : [];
    const meant = district === '' && match.kind === 'ambiguous' ? search.named(name) : all;
    for (const code of new Set(meant.map(({ digits }) => digits.slice(0, 4))))
      votes.set(code, (votes.get(code) ?? 0) + 1);
  }
  return [...votes].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}

function regencyQuestion(
  votes: readonly (readonly [string, number])[],
  total: number,
  list: AreaList,
): BoundaryQuestion {
  const best = votes.slice(0, 5);
  return {
    id: 'regency',
    about: 'regency',
    blocking: true,
    options: best.map(([digits, areas]) => ({
      id: digits,
      label: list.regencies.get(digits)?.name ?? digits,
      follows: { areas, total },
    })),
    message: {
      code: 'geojson/regency-open',
      severity: 'error',
      detail: { regencies: best.map(([digits]) => list.regencies.get(digits)?.name ?? digits).join('; ') },
    },
  };
}

/** Whether half of the names (of the first, where they are many), none of them exact, are at least alike to one of the district written beside them. */
function isLikely(named: readonly Written[], search: ListNames): boolean {
  const some = named.slice(0, MOST_QUESTIONS);
  const alike = some.filter(({ name, district, regency }) => {
    if (district === '') return false;
    const match = search.find(name, district, regency);
    return match.kind === 'found' || match.candidates.length > 0;
  });
  return some.length > 0 && alike.length * 2 >= some.length;
}

/**
 * Finds codes for boundaries that have names only, in the country's list: a name equal after normalization, within
 * its district, borne once there, is taken. All else is asked, and the area left out meanwhile. Null where no name
 * is found at all.
 */
export function matchNames(
  columns: PropertyColumns,
  names: NameProperties,
  rows: number,
  list: AreaList,
  search: ListNames,
  answers: BoundaryAnswers,
): NameMatching | null {
  const written = Array.from({ length: rows }, (_, k): Written => {
    const said = writtenIn(columns, names.regency, k);
    // One that the country does not have says nothing.
    const regency = search.isRegency(said) ? said : '';
    return {
      name: writtenIn(columns, names.village, k),
      district: writtenIn(columns, names.district, k),
      regency,
    };
  });
  const named = written.filter(({ name }) => name !== '');
  const votes = regencyVotes(named, search);
  const [first, second] = votes;
  if (first === undefined && !isLikely(named, search)) return null;
  const answered = answers.get('regency');
  const clear =
    first !== undefined && first[1] >= CLEAR_SHARE * named.length && first[1] >= 2 * (second?.[1] ?? 0);
  const needsOne = named.some(
    ({ name, district, regency }) =>
      district === '' || (regency === '' && search.find(name, district, '', false).kind === 'ambiguous'),
  );
  const context = answered ?? (clear && first ? first[0] : '');
  const questions: BoundaryQuestion[] = [];
  const lacksDistrict = named.some(({ district, regency }) => district === '' && regency === '');
  if (first && answered === undefined && (lacksDistrict || (needsOne && !clear)))
    questions.push(regencyQuestion(votes, named.length, list));
  const digits = new Array<string>(rows).fill('');
  const open = new Set<number>();
  const problems: Problem[] = [];
  let [exact, said] = [0, 0];
  for (const [k, { name, district, regency }] of written.entries()) {
    if (name === '') continue;
    const answer = answers.get(`area:${k + 1}`);
    if (answer !== undefined && answer !== LEFT_OUT && list.byCode.has(answer)) {
      digits[k] = answer;
      said++;
      continue;
    }
    const within = regency === '' ? context : regency;
    const match = search.find(name, district, within, questions.length < MOST_QUESTIONS);
    if (match.kind === 'found' && answer !== LEFT_OUT) {
      digits[k] = match.village.digits;
      exact++;
      continue;
    }
    open.add(k);
    const candidates = match.kind === 'found' ? [match.village] : match.candidates;
    const [likeliest] = candidates;
    const message: Problem = {
      code: match.kind === 'ambiguous' ? 'geojson/name-ambiguous' : 'geojson/name-unknown',
      severity: 'row',
      at: { row: k + 1, area: name },
      detail: likeliest ? { suggestion: described(list, likeliest) } : {},
    };
    problems.push(message);
    if (answer !== LEFT_OUT && questions.length < MOST_QUESTIONS) {
      const options = candidates.map((village) => ({
        id: village.digits,
        label: described(list, village),
        follows: { code: dottedCode(village.digits) },
      }));
      const none = { id: LEFT_OUT, label: name, follows: {} };
      questions.push({
        id: `area:${k + 1}`,
        about: 'area',
        blocking: false,
        options: [...options, none],
        message,
      });
    }
  }
  const nothing = exact + said === 0 && open.size === named.length;
  if (nothing && !questions.some(({ blocking }) => blocking) && !isLikely(named, search)) return null;
  const taken: Problem = {
    code: 'geojson/codes-from-names',
    severity: 'note',
    detail: { count: exact + said, total: named.length, regency: regencies(digits, list) },
  };
  const property = [names.village[0], names.district[0]].filter((one) => one !== undefined).join(' + ');
  return {
    code: { property, system: 'kemendagri', digits, certain: true },
    questions,
    problems: [taken, ...problems],
    open,
  };
}

function regencies(digits: readonly string[], list: AreaList): string {
  const codes = new Set(digits.filter((code) => code !== '').map((code) => code.slice(0, 4)));
  return [...codes]
    .map((code) => list.regencies.get(code)?.name ?? code)
    .slice(0, 5)
    .join('; ');
}
