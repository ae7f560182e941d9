import { plainText } from './identity-number.ts';
import { headerWords, isCountingHeader } from './personal-header.ts';

/** A table as far as personal data is concerned: one header text per column and the rows below, all text. */
export interface HeadedRows {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** What stood in rows that read as headers, to be shown: `header` may hold a cell that only sounds like one. */
  readonly titles?: readonly string[];
}

/** Columns by which the rows were taken for persons, and how many rows there are. */
export interface PersonRows {
  readonly columns: readonly number[];
  readonly rows: number;
}

type Trait = 'sex' | 'age' | 'body' | 'z-score' | 'class' | 'measured-on' | 'place';

/** Fewer rows say nothing about a key. */
const FEWEST_KEYS = 5;
const HEX_KEY = /^(?:[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64})$/i;
const SEX = /^(?:l|p|lk|pr|m|f|laki[- ]?laki|perempuan|male|female|pria|wanita)$/i;
const CLASS =
  /^(?:risiko |berisiko |resiko )?(?:berat badan |gizi |sangat )?(?:pendek|kurang|buruk|normal|baik|lebih|obesitas|tinggi|kurus|gemuk)$/i;
/** Of one child it is said that it is; of many, how many are. */
const FLAG = /^(?:ya|tidak|y|t|yes|no|true|false|benar|salah|0|1|iya|bukan)$/i;
const DATE = /^(?:\d{1,2}[-/. ](?:\d{1,2}|[a-z]{3,9})[-/. ]\d{2,4}|\d{4}-\d{2}-\d{2}.*)$/i;
const COUNTED = /^(?:balita|anak|baduta|bayi|diukur|ditimbang|kasus|frekuensi|freq|children|measured)$/;
/** A number of children measured that is 1 in every row is a child. */
const ONE_EACH = /\b(?:diukur|ditimbang|measured|weighed|d|balita|anak|children|child)\b/;
const FEWEST_ONES = 3;

const TRAITS: readonly (readonly [Trait, RegExp, (value: string) => boolean])[] = [
  ['sex', /\b(?:jk|kelamin|gender|sex|l p)\b/, (v) => SEX.test(v)],
  [
    'z-score',
    /^(?:zs|z score|zscore|haz|waz|whz)\b|\b(?:z score|zscore)\b/,
    (v) => Math.abs(numberOf(v)) <= 12 && /[.,]\d/.test(v),
  ],
  [
    'class',
    /^(?:bb u|tb u|pb u|bb tb|bb pb|tb pb u|status|kategori|stunting|stunted|wasting|wasted|underweight|gizi|is stunted)\b/,
    (v) => CLASS.test(v) || FLAG.test(v),
  ],
  ['measured-on', /(?:tgl|tanggal).*(?:ukur|timbang|kunjungan|posyandu)/, (v) => DATE.test(v)],
  ['age', /\b(?:umur|usia|age)\b/, (v) => /^\d{1,2}$|\d+ ?(?:tahun|thn|th|bulan|bln|bl|hari|hr)\b/i.test(v)],
  [
    'body',
    /^(?:berat|bb|tinggi|tb|pb|panjang|lila|lingkar|weight|height)\b/,
    (v) => numberOf(v) > 0 && numberOf(v) < 200 && /\d[.,]\d{1,2}$/.test(v),
  ],
  [
    'place',
    /^(?:lat|lon|long|lng|latitude|longitude|lintang|bujur|koordinat|x|y)\b/,
    (v) => /^-?\d{1,3}[.,]\d{4,}/.test(v),
  ],
];
/** Sex and age also head tables of counts; only these are of a person. */
const TELLING: ReadonlySet<Trait> = new Set(['z-score', 'class', 'measured-on', 'body']);

function numberOf(text: string): number {
  return Number(text.replace(',', '.'));
}

function filled(rows: HeadedRows['rows'], column: number): readonly string[] {
  const cells: string[] = [];
  for (const row of rows) {
    const cell = plainText(row[column] ?? '');
    if (cell !== '' && cell !== '-') cells.push(cell);
  }
  return cells;
}

function traitOf(words: string, cells: readonly string[]): Trait | null {
  if (cells.length === 0 || isCountingHeader(words)) return null;
  for (const [trait, head, fits] of TRAITS) {
    const share = trait === 'body' || trait === 'z-score' ? 0.3 : 0.7;
    if (head.test(words) && cells.filter(fits).length >= share * cells.length) return trait;
  }
  return null;
}

function isCount(words: string, cells: readonly string[]): boolean {
  if (!(isCountingHeader(words) || COUNTED.test(words)) || /\b(?:vit|vitamin|pmt)\b/.test(words))
    return false;
  return cells.length > 0 && cells.every((cell) => /^[\d.,%<]+$/.test(cell));
}

const isFilled = (row: readonly string[]): boolean => row.filter((cell) => cell.trim() !== '').length > 1;

/** Whether a table counts people, and mostly more than a household has: its RT and RW are no one's address. */
export function countsMany({ header, rows }: HeadedRows): boolean {
  return header.some((head, c) => {
    const words = headerWords(head);
    const cells = filled(rows, c);
    if (!isCount(words, cells) && !/\b(?:diukur|ditimbang|measured)\b|^[ds]$/.test(words)) return false;
    return cells.length > 0 && cells.filter((cell) => numberOf(cell) >= 5).length * 2 >= cells.length;
  });
}

/** Rows per area and period, by the first column that names a village and every column that names a period. */
function rowsPerGroup({ header, rows }: HeadedRows, heads: readonly string[]): number {
  const area = heads.findIndex((words) => /\b(?:kelurahan|desa|kel|village|area)\b/.test(words));
  const periods = header.flatMap((_, c) =>
    /\b(?:periode|bulan|tahun|triwulan|semester|period)\b/.test(heads[c] ?? '') &&
    !/\b(?:umur|usia|age)\b/.test(heads[c] ?? '')
      ? [c]
      : [],
  );
  if (area < 0) return rows.length >= 10 ? 2 : 1;
  const groups = new Set(rows.map((row) => [area, ...periods].map((c) => row[c] ?? '').join('\u0001')));
  return rows.length / groups.size;
}

/**
 * Whether each row stands for one person: a column of distinct keys of 32, 40 or 64 hexadecimal digits; or, in a table
 * that counts nothing, sex, age, body measures, z-scores or classes of single children, repeated within an area and
 * period (or three kinds of them at once, or a class in words alone). Null where it does not. Linear in the number of cells.
 */
export function personRows(table: HeadedRows): PersonRows | null {
  const heads = table.header.map(headerWords);
  const traits = new Map<Trait, number>();
  let counted = false;
  for (const [c, words] of heads.entries()) {
    const cells = filled(table.rows, c);
    const keyed = cells.length >= FEWEST_KEYS && cells.every((cell) => HEX_KEY.test(cell));
    if (keyed && new Set(cells).size === cells.length) return { columns: [c], rows: cells.length };
    const ones = cells.length >= FEWEST_ONES && cells.length === table.rows.filter(isFilled).length;
    if (ones && ONE_EACH.test(words) && cells.every((cell) => cell === '1'))
      return { columns: [c], rows: cells.length };
    counted ||= isCount(words, cells);
    const trait = traitOf(words, cells);
    if (trait !== null && !traits.has(trait)) traits.set(trait, c);
  }
  const telling = [...traits.keys()].some((trait) => TELLING.has(trait));
  if (counted || !telling) return null;
  const [lone, second] = traits;
  if (lone && !second) {
    // A class by itself, in words, for several rows of one area and nothing counted: of a child, or of nothing.
    const cells = filled(table.rows, lone[1]);
    const isSaid =
      lone[0] === 'class' && cells.length >= FEWEST_KEYS && !cells.some((cell) => /\d/.test(cell));
    return isSaid && rowsPerGroup(table, heads) >= 2 ? { columns: [lone[1]], rows: cells.length } : null;
  }
  if (traits.size < 3 && rowsPerGroup(table, heads) < 2) return null;
  return { columns: [...traits.values()].sort((a, b) => a - b), rows: table.rows.length };
}
