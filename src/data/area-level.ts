import { readCode } from '#core/area-codes.ts';
import { matchDistricts, type NameIndex, normalizeVillageName } from '#core/area-names.ts';
import type { Problem } from '#core/problem.ts';
import { type Answers, type Question, questionId } from '#core/question.ts';
import type { CodeChoice } from './code-choice.ts';
import { columnOf, type Recognition } from './column-recognition.ts';
import { plainHeader } from './header-words.ts';
import { isTotalLabel } from './total-label.ts';

type Rows = readonly (readonly string[])[];
type Where = Readonly<NonNullable<Problem['at']>>;

export interface LevelReading {
  readonly problem: Problem | null;
  readonly question: Question | null;
}

const NONE: LevelReading = { problem: null, question: null };
/** Share of the names from which a column is taken for names of another level. */
const MOST = 0.8;
const FEWEST_NAMES = 3;

function otherLevel(level: string, at: Where): LevelReading {
  return { problem: { code: 'area/other-level', severity: 'error', at, detail: { level } }, question: null };
}

/** Distinct texts of a column below the header, without blanks and totals. */
function namesIn(rows: Rows, first: number, index: number): readonly string[] {
  const texts = rows.slice(first).map((row) => (row[index] ?? '').trim());
  return [...new Set(texts)].filter((text) => text !== '' && !isTotalLabel(text));
}

/**
 * A column headed `nama` alone, hardly a name of which is of the territory: names of persons, or of something else. They
 * are not printed, so the sheet is refused before its rows are read.
 */
function foreignNames(rows: Rows, recognition: Recognition, names: NameIndex, at: Where): Problem | null {
  const name = columnOf(recognition, 'name');
  if (name === null || !/^(?:nama|name|nama lengkap)$/.test(plainHeader(name.header))) return null;
  const found = namesIn(rows, recognition.dataRow - 1, name.index);
  const known = found.filter((text) => isKnown(names, text) || /^\s*(?:kab|kota|kec|kel|desa)\b/i.test(text));
  if (found.length < FEWEST_NAMES || known.length * 5 >= found.length) return null;
  const detail = { count: found.length };
  return { code: 'personal/named-column', severity: 'error', at: { ...at, column: name.header }, detail };
}

/**
 * Whether a sheet speaks of kelurahan at all. Names or codes of kecamatan, kabupaten or posyandu are told for what they
 * are: a kecamatan never becomes the kelurahan of its name. Names that are all of both are asked about, unless the
 * header says kelurahan or a kecamatan stands beside them.
 */
export function levelOf(
  rows: Rows,
  recognition: Recognition,
  names: NameIndex,
  choice: CodeChoice,
  at: Where,
  answers: Answers,
): LevelReading {
  const foreign = foreignNames(rows, recognition, names, at);
  if (foreign) return { problem: foreign, question: null };
  if (choice.column !== null) return NONE;
  const first = recognition.dataRow - 1;
  const name = columnOf(recognition, 'name');
  const code = recognition.columns.find(({ role }) => /^code/.test(role));
  if (code) {
    const written = rows.slice(first).map((row) => readCode(row[code.index] ?? ''));
    const filled = written.filter(({ kind }) => kind !== 'missing');
    const upper = filled.filter(({ kind }) => kind === 'upper');
    const named = name === null ? [] : namesIn(rows, first, name.index);
    const upperNames = named.filter((text) => matchDistricts(names, text).length > 0);
    const agree = named.length === 0 || upperNames.length >= MOST * named.length;
    if (upper.length > 0 && upper.length >= MOST * filled.length && agree) {
      const longest = Math.max(...upper.map((one) => ('digits' in one ? one.digits.length : 0)));
      return otherLevel(longest >= 6 ? 'district' : 'regency', { ...at, column: code.header });
    }
  }
  if (name === null) {
    if (choice.problems.length > 0) return NONE;
    const district = columnOf(recognition, 'district') ?? columnOf(recognition, 'districtCode');
    const facility = columnOf(recognition, 'posyandu') ?? columnOf(recognition, 'puskesmas');
    if (facility) return otherLevel(facility.role, { ...at, column: facility.header });
    if (district) return otherLevel('district', { ...at, column: district.header });
    return {
      problem: { code: 'column/missing', severity: 'error', at, detail: { role: 'name' } },
      question: null,
    };
  }
  const where = { ...at, column: name.header };
  const found = namesIn(rows, first, name.index);
  const district = columnOf(recognition, 'district');
  const own = found.filter((text) => !/^\s*(?:kab|kota|prov)/i.test(text) || isKnown(names, text));
  const regencies = found.length - own.length;
  if (found.length > 0 && regencies >= MOST * found.length) return otherLevel('regency', where);
  const asDistrict = own.filter((text) => matchDistricts(names, text).length > 0);
  const asVillage = own.filter((text) => names.villages.has(normalizeVillageName(text)));
  if (own.length === 0 || asDistrict.length < MOST * own.length) return NONE;
  if (asVillage.length < asDistrict.length) return otherLevel('district', where);
  const says = /\b(?:kelurahan|kel|desa|gampong|nagari|kampung|kalurahan|pekon|village)\b/.test(
    plainHeader(name.header),
  );
  if (says || district !== null || own.length < 2) return NONE;
  const id = questionId(at, 'level', name.header);
  const answer = answers.get(id);
  if (answer === 'village') return NONE;
  if (answer === 'district') return otherLevel('district', where);
  const option = (value: string) =>
    ({ id: value, kind: 'way', value, values: own.slice(0, 3), follows: null }) as const;
  return {
    problem: null,
    question: {
      id,
      kind: 'level',
      at: where,
      detail: { count: own.length },
      options: [option('district'), option('village')],
    },
  };
}

function isKnown(names: NameIndex, text: string): boolean {
  return names.villages.has(normalizeVillageName(text)) || matchDistricts(names, text).length > 0;
}
