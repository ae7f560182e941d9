import type { Problem } from '#core/problem.ts';
import type { Recognition, RecognizedColumn } from './column-recognition.ts';
import { readHeader } from './header-reading.ts';
import type { RawSheet } from './raw-table.ts';

/** What tells rows of one area and period apart. */
export type KeyKind = 'posyandu' | 'puskesmas' | 'neighborhood' | 'sex' | 'age' | 'category' | 'other';

export interface RowKey {
  readonly columns: readonly RecognizedColumn[];
  readonly kind: KeyKind;
}

type Rows = RawSheet['rows'];

const NOT_KEYS =
  /^(name|code|district|period|year|month|quarter|semester|target|measured|stunting|wasting|underweight|poverty|percent|value)/;
/** Before others where several columns tell the rows apart: what most likely was meant to. */
const ORDER: readonly KeyKind[] = [
  'category',
  'sex',
  'age',
  'posyandu',
  'neighborhood',
  'puskesmas',
  'other',
];

function kindOf({ role }: RecognizedColumn): KeyKind {
  return (ORDER as readonly string[]).includes(role) ? (role as KeyKind) : 'other';
}

/** A column that only numbers the rows. */
function isCounter(rows: Rows, index: number): boolean {
  const cells = rows.map((row) => (row[index] ?? '').trim()).filter((cell) => cell !== '');
  return cells.every((cell) => /^\(?\d{1,6}[.)]?$/.test(cell)) && new Set(cells).size === cells.length;
}

const isWord = (cell: string): boolean => /\p{L}/u.test(cell);

/**
 * The columns that tell rows of one area and period apart: a single one if there is, else all that help together; null
 * where none does.
 * @param groups 0-based rows of the sheet by area and period, those with several rows.
 */
export function findRowKey(
  rows: Rows,
  recognition: Recognition,
  groups: readonly (readonly number[])[],
): RowKey | null {
  const data = rows.slice(recognition.dataRow - 1);
  const cell = (row: number, index: number): string => (rows[row]?.[index] ?? '').trim();
  const possible = recognition.columns.filter((column) => {
    if (NOT_KEYS.test(column.role) && column.role !== 'districtCode') return false;
    const kind = kindOf(column);
    const filled = groups
      .flat()
      .map((row) => cell(row, column.index))
      .filter((text) => text !== '');
    if (filled.length === 0) return false;
    if (kind !== 'other') return true;
    return !isCounter(data, column.index) && filled.filter(isWord).length * 2 >= filled.length;
  });
  const apart = (columns: readonly RecognizedColumn[]): boolean =>
    columns.length > 0 &&
    groups.every((group) => {
      const texts = group.map((row) =>
        columns.map(({ index }) => cell(row, index).toLowerCase()).join('\u0001'),
      );
      return new Set(texts).size === texts.length;
    });
  const ranked = [...possible].sort((a, b) => ORDER.indexOf(kindOf(a)) - ORDER.indexOf(kindOf(b)));
  const halves = ranked.filter(({ role }) => role === 'sex' || role === 'age');
  if (groups.every((group) => group.length === 1) && halves.length > 0)
    return { columns: halves, kind: halves.length === 1 ? kindOf(halves[0]!) : 'other' };
  const single = ranked.find((column) => apart([column]));
  if (single) return { columns: [single], kind: kindOf(single) };
  const varying = ranked.filter(({ index }) =>
    groups.some((group) => new Set(group.map((row) => cell(row, index))).size > 1),
  );
  if (!apart(varying)) return null;
  const kinds = new Set(varying.map(kindOf));
  const places = [...kinds].every((kind) => /^(posyandu|puskesmas|neighborhood)$/.test(kind));
  return { columns: varying, kind: places ? 'posyandu' : kinds.size === 1 ? kindOf(varying[0]!) : 'other' };
}

/** Rows of a group that together are the area: which to add, or what is missing. */
export type GroupParts =
  | { readonly kind: 'sum'; readonly rows: readonly number[]; readonly whole: number | null }
  | { readonly kind: 'incomplete'; readonly problem: Problem['code'] }
  | { readonly kind: 'undecided' };

const WHOLE =
  /^(?:l ?[+/&] ?p|jumlah|total|semua|laki.*perempuan|all|both|keseluruhan|gabungan)\b|^0 ?(?:-|–|sd|s\/d|sampai) ?(?:59|60)\b/i;

/** Whether a label of a part (sex, age, place) means all of them. */
export function isWholeLabel(text: string): boolean {
  return WHOLE.test(text);
}

/**
 * How the rows of a group make one. Boys and girls must both be there, ages must cover all under five; a row of the
 * whole is taken instead of its parts. Places within the area are all added.
 */
export function partsOfGroup(
  key: RowKey,
  group: readonly number[],
  textOf: (row: number) => string,
): GroupParts {
  const whole = group.filter((row) => WHOLE.test(textOf(row)));
  const parts = group.filter((row) => !WHOLE.test(textOf(row)));
  if (whole.length > 1) return { kind: 'undecided' };
  const [only] = whole;
  if (only !== undefined) return { kind: 'sum', rows: parts, whole: only };
  if (/^(posyandu|puskesmas|neighborhood)$/.test(key.kind)) return { kind: 'sum', rows: parts, whole: null };
  if (key.kind === 'sex') {
    const sexes = new Set(parts.map((row) => readHeader(textOf(row)).sex));
    const complete = parts.length === 2 && sexes.has('male') && sexes.has('female');
    return complete
      ? { kind: 'sum', rows: parts, whole: null }
      : { kind: 'incomplete', problem: 'row/part-missing' };
  }
  if (key.kind === 'age' && parts.length === 1) return { kind: 'incomplete', problem: 'row/part-missing' };
  if (key.kind === 'age') {
    const bands = parts.map((row) => ageBand(textOf(row)));
    if (bands.some((band) => band === null)) return { kind: 'undecided' };
    const sorted = bands.filter((band) => band !== null).sort((a, b) => a[0] - b[0]);
    let next = 0;
    for (const [from, to] of sorted) {
      if (from !== next) return { kind: 'undecided' };
      next = to + 1;
    }
    return next === 60 ? { kind: 'sum', rows: parts, whole: null } : { kind: 'undecided' };
  }
  return { kind: 'undecided' };
}

function ageBand(text: string): readonly [number, number] | null {
  return readHeader(`balita ${/[a-z]/i.test(text) ? text : `${text} bulan`}`).months;
}
