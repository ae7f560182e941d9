import { type CodeSystem, dottedCode } from '#core/area-codes.ts';
import { type AreaList, type ListNames, regencyName } from '#core/area-list.ts';
import { normalizeVillageName } from '#core/area-names.ts';
import type { PropertyColumns } from './boundary-columns.ts';
import type { CodeProperty, NameProperties } from './boundary-property.ts';
import type { BoundaryAnswers, BoundaryQuestion } from './boundary-question.ts';

/** Features looked at where a share is enough. */
const SAMPLE = 500;

function sampled(rows: number): readonly number[] {
  const step = Math.max(1, Math.floor(rows / SAMPLE));
  return Array.from({ length: Math.ceil(rows / step) }, (_, k) => k * step);
}

/** Share of the features whose property bears the name that the list gives to their code. */
function agreement(values: readonly string[], digits: readonly string[], list: AreaList): number {
  let [written, agreeing] = [0, 0];
  for (const k of sampled(digits.length)) {
    const text = values[k] ?? '';
    if (digits[k] === '' || !/\p{L}/u.test(text)) continue;
    written++;
    const official = list.byCode.get(digits[k] ?? '')?.name;
    if (official !== undefined && normalizeVillageName(official) === normalizeVillageName(text)) agreeing++;
  }
  return written * 2 < Math.min(SAMPLE, digits.length) ? 0 : agreeing / Math.max(1, written);
}

/**
 * The properties with the villages' names in the order in which the list agrees with them, where it knows the codes:
 * arithmetic before headers. A property of any name comes first where half of its texts are the codes' own names.
 */
export function agreedNames(
  columns: PropertyColumns,
  names: NameProperties,
  code: CodeProperty,
  list: AreaList | null,
): NameProperties {
  if (list === null || code.system !== 'kemendagri') return names;
  const scores = new Map([...columns].map(([key, values]) => [key, agreement(values, code.digits, list)]));
  const score = (key: string): number => scores.get(key) ?? 0;
  const found = [...columns.keys()].filter((key) => !names.village.includes(key) && score(key) >= 0.5);
  const rank = (key: string): number => (names.village.includes(key) ? names.village.indexOf(key) : 1e3);
  const better = (a: string, b: string): number =>
    Math.abs(score(a) - score(b)) > 0.02 ? score(b) - score(a) : rank(a) - rank(b);
  return { ...names, village: [...names.village, ...found].sort(better) };
}

/**
 * The properties with names of a file without codes, whatever they are called: those whose texts the country's list
 * knows come first, districts by their own names, and where it knows none of them the headers stand.
 */
export function knownNames(
  columns: PropertyColumns,
  names: NameProperties,
  search: ListNames,
): NameProperties {
  const shareOf = (key: string, knows: (text: string) => boolean): number => {
    const values = columns.get(key) ?? [];
    const texts = sampled(values.length)
      .map((k) => values[k] ?? '')
      .filter((text) => text.trim() !== '');
    const lettered = texts.filter((text) => /\p{L}/u.test(text));
    return lettered.length * 2 < values.length / 2 ? 0 : lettered.filter(knows).length / texts.length;
  };
  const isVillage = (text: string): boolean => search.named(text).length > 0;
  const claimed = new Set([...names.village, ...names.district, ...names.regency]);
  const others = [...columns.keys()].filter((key) => !claimed.has(key));
  const villages = new Map([...names.village, ...others].map((key) => [key, shareOf(key, isVillage)]));
  const share = (key: string): number => villages.get(key) ?? 0;
  const kinds = (key: string): number => new Set(columns.get(key)).size;
  const distinct = (key: string): boolean => kinds(key) * 2 > (columns.get(key)?.length ?? 0);
  const districts = others.filter((key) => !distinct(key) && shareOf(key, search.isDistrict) >= 0.9);
  const found = others.filter((key) => distinct(key) && share(key) >= 0.6);
  const sure = names.village.slice(0, names.sure);
  const loose = [...names.village.slice(names.sure), ...found].sort((a, b) => share(b) - share(a));
  const all = sure.length > 0 && share(sure[0]!) >= 0.3 ? [...sure, ...loose] : [...loose, ...sure];
  return { ...names, village: all, district: [...names.district, ...districts] };
}

/**
 * The system of undotted codes that may be of either: their names decide, held against the country's list. Names that
 * the list gives to these codes speak for Kemendagri; names of the same regency under other codes for BPS. Names that
 * it does not know at all leave Kemendagri where all codes are listed, not `certain`. Else the reader is asked.
 */
export function decidedSystem(
  columns: PropertyColumns,
  names: NameProperties,
  code: CodeProperty,
  list: AreaList | null,
  answers: BoundaryAnswers,
): { readonly code: CodeProperty; readonly question: BoundaryQuestion | null } {
  if (code.certain) return { code, question: null };
  const settled = (system: CodeSystem) => ({ code: { ...code, system, certain: true }, question: null });
  const answer = answers.get('code-system');
  if (answer === 'kemendagri' || answer === 'bps') return settled(answer);
  if (list !== null) {
    const best = Math.max(
      0,
      ...names.village.map((key) => agreement(columns.get(key) ?? [], code.digits, list)),
    );
    if (best >= 0.5) return settled('kemendagri');
    const regencies = new Set(code.digits.map((digits) => digits.slice(0, 4)));
    const here = new Set(
      list.villages
        .filter(({ digits }) => regencies.has(digits.slice(0, 4)))
        .map(({ name }) => normalizeVillageName(name)),
    );
    const borne = names.village.map((key) => {
      const texts = sampled(code.digits.length)
        .map((k) => columns.get(key)?.[k] ?? '')
        .filter((text) => text !== '');
      return texts.filter((text) => here.has(normalizeVillageName(text))).length / Math.max(1, texts.length);
    });
    if (best <= 0.1 && Math.max(0, ...borne) >= 0.5) return settled('bps');
    const known = code.digits.every((digits) => digits === '' || list.byCode.has(digits));
    if (known && names.village.length > 0) return { code: { ...code, system: 'kemendagri' }, question: null };
  }
  return { code, question: systemQuestion(code, list) };
}

function systemQuestion(code: CodeProperty, list: AreaList | null): BoundaryQuestion {
  const first = code.digits.find((digits) => digits !== '') ?? '';
  const known = list?.byCode.get(first);
  const follows = { areas: code.digits.filter((digits) => digits !== '').length };
  const kemendagri = known
    ? `${dottedCode(first)} ${known.name}, ${regencyName(list!, first)}`
    : dottedCode(first);
  return {
    id: 'code-system',
    about: 'code-system',
    blocking: true,
    options: [
      { id: 'kemendagri', label: kemendagri, follows },
      { id: 'bps', label: first, follows },
    ],
    message: {
      code: 'geojson/code-system-open',
      severity: 'error',
      at: { column: code.property },
      detail: { example: first },
    },
  };
}
