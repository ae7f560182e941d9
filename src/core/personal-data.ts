import { bareNames, householdRows, splitIdentifiers } from './household-rows.ts';
import { identityNumberIn, plainText } from './identity-number.ts';
import { countsMany, type HeadedRows, personRows } from './person-rows.ts';
import {
  headerWords,
  isHeaderText,
  isOfficePhone,
  isPlaceContact,
  type PersonalHeader,
  personalHeader,
} from './personal-header.ts';
import type { Problem } from './problem.ts';

export type PersonalKind =
  | 'identifier'
  | 'identifier-damaged'
  | 'identifier-masked'
  | 'birth-date'
  | 'contact'
  | 'named-column'
  | 'one-row-per-person'
  | 'one-row-per-household';

/** Personal data found in one column: what, where, how often. Never a value. */
export interface PersonalFinding {
  readonly kind: PersonalKind;
  /** Header of the column where it reads as a header, else the letter of the column; several joined by commas. */
  readonly column: string;
  /** Cells, or rows for `one-row-per-person`. */
  readonly count: number;
}

export interface PersonalSearch {
  /** Six-digit Kemendagri codes of the office's own districts: one identifier from there refuses a column. */
  readonly ownDistricts?: readonly string[];
  /** False for a list of areas, which cannot have a row per person. */
  readonly rowShape?: boolean;
}

/** Share of a column's filled cells from which it is taken for personal. */
const COLUMN_SHARE = 0.2;
/** What else may have sixteen digits in a remark. */
const OTHER_NUMBER = /\b(?:rek(?:ening)?|resi|nip|sls|imei|surat|sk|kontrak|faktur|invoice|virtual|va)\b/i;
/** Share for numbers that end in 0000, which whole seconds and round sums do as well. */
const CUT_SHARE = 0.5;
/** So many equal endings are no accident (one in a thousand). */
const FEWEST_ZEROED = 3;
const FEWEST_CONTACTS = 3;
const HEADER_SEARCH_ROWS = 20;

const EMAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}/i;
const PHONE = /(?<![.,]|\d[ .-]?)(?:\+?62[ .-]?|0)8[1-9](?:[ .-]?\d){7,10}(?![\d.,]\d|\d)/;
const BORN =
  /\b(?:lahir|ttl)\b[^\d]{0,25}\d{1,2}(?:[-/.]\d{1,2}[-/.]|[- ][a-z]{3,9}[- ])(?:19|20)?\d{2}\b|\b(?:lahir|ttl)\b[^\d]{0,25}\d{4}-\d{2}-\d{2}/i;
const DATE_LIKE = /\d{1,4}[-/. ]\w{1,9}[-/. ]\d{1,4}|^\d{5}$/;
const AREA_CODE = /^(?:\d{2}\.\d{2}\.\d{2}(?:\.\d{4})?|\d{10})$/;
const YES_NO = /^(?:ya|tidak|y|t|n|ada|sudah|belum|yes|no)$/i;

interface Tally {
  cells: number;
  whole: number;
  zeroed: number;
  cut: number;
  exponent: number;
  masked: number;
  certain: number;
  contacts: number;
  born: number;
}

/** How often each text is there: what a large table says again and again is looked at once. */
function timesOf(cells: Iterable<string>): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const text of cells) times.set(text, (times.get(text) ?? 0) + 1);
  return times;
}

function tallyColumn(cells: Iterable<string>, own: ReadonlySet<string>): Tally {
  const tally = {
    cells: 0,
    whole: 0,
    zeroed: 0,
    cut: 0,
    exponent: 0,
    masked: 0,
    certain: 0,
    contacts: 0,
    born: 0,
  };
  for (const [text, times] of timesOf(cells)) {
    if (text.trim() === '') continue;
    tally.cells += times;
    if (text.length < 5) continue;
    const number = identityNumberIn(text);
    if (number !== null) {
      tally[number.form] += times;
      if (number.form === 'whole' && number.endsInZero) tally.zeroed += times;
      const inRemark = /\p{L}{2}/u.test(text) && !OTHER_NUMBER.test(text);
      if (number.form === 'whole' && (number.labelled || own.has(number.district) || inRemark))
        tally.certain += times;
      continue;
    }
    if (text.length < 8) continue;
    const plain = plainText(text);
    if (PHONE.test(plain) || (plain.includes('@') && EMAIL.test(plain))) tally.contacts += times;
    if (BORN.test(plain)) tally.born += times;
  }
  return tally;
}

function contentFindings(tally: Tally): readonly (readonly [PersonalKind, number])[] {
  const { cells, whole, zeroed, cut, exponent, masked, contacts, born } = tally;
  const reaches = (count: number, share = COLUMN_SHARE): boolean => count > 0 && count >= share * cells;
  const found: [PersonalKind, number][] = [];
  const allZeroed = whole === zeroed && whole + cut >= FEWEST_ZEROED;
  if (allZeroed && (reaches(whole) || reaches(whole + cut, CUT_SHARE))) {
    found.push(['identifier-damaged', whole + cut + exponent]);
  } else if (reaches(whole) || tally.certain > 0) {
    found.push(['identifier', whole]);
  } else if (reaches(exponent)) {
    found.push(['identifier-damaged', exponent]);
  }
  if (reaches(masked)) found.push(['identifier-masked', masked]);
  if (reaches(contacts) || contacts >= FEWEST_CONTACTS) found.push(['contact', contacts]);
  if (born > 0) found.push(['birth-date', born]);
  return found;
}

const digitsOf = (cell: string): number => cell.replace(/\D/g, '').length;
const isWritten = (cell: string): boolean => /\p{L}{2}/u.test(cell) && !YES_NO.test(cell);

/** What the cells of a column must look like for its header to be believed. */
const BELIEVED: Readonly<Record<PersonalHeader, (cell: string) => boolean>> = {
  identity: (cell) => digitsOf(cell) >= 8 || /[*•]{3}|e\+?1\d$/i.test(cell),
  name: isWritten,
  address: isWritten,
  neighborhood: (cell) => /^0\d{1,2}$|^\d{1,3} ?\/ ?\d{1,3}$|^r[tw]\b/i.test(cell),
  'birth-date': (cell) => DATE_LIKE.test(cell),
  phone: (cell) => digitsOf(cell) >= 8,
  email: (cell) => cell.includes('@'),
  'person-key': (cell) => cell.length >= 6 && digitsOf(cell) > 0,
};
const KIND_OF_HEADER: Readonly<Partial<Record<PersonalHeader, PersonalKind>>> = {
  'birth-date': 'birth-date',
  phone: 'contact',
  email: 'contact',
};

function headerFinding(header: string, cells: readonly string[]): readonly [PersonalKind, number] | null {
  const meaning = personalHeader(header);
  if (meaning === null) return null;
  const believed = cells.filter((cell) => BELIEVED[meaning](plainText(cell))).length;
  if (believed === 0 || believed < COLUMN_SHARE * cells.length) return null;
  return [KIND_OF_HEADER[meaning] ?? 'named-column', cells.length];
}

/** 'A', 'B', ... 'Z', 'AA', as spreadsheets name columns. `column` is 0-based. */
export function columnLetter(column: number): string {
  const rest = Math.floor(column / 26) - 1;
  return (rest >= 0 ? columnLetter(rest) : '') + String.fromCharCode(65 + (column % 26));
}

const readsAsHeader = (cell: string): boolean => isHeaderText(cell) || personalHeader(cell) !== null;

/** A row that heads columns: half of its cells and more are known as headers. */
function readsAsHeaders(row: readonly string[], fewest: number): boolean {
  const filled = row.filter((cell) => cell.trim() !== '');
  const known = new Set(filled.filter(readsAsHeader).map(headerWords));
  return known.size >= fewest && filled.filter(readsAsHeader).length * 2 >= filled.length;
}

/**
 * What names a column where it is shown: its header, but never one that might itself be a value, as the first row of a
 * table without headers; else its letter.
 */
function columnLabels({ header, titles = header, rows }: HeadedRows): (column: number) => string {
  const credible = titles.filter(isHeaderText).length >= 2;
  const whole = readsAsHeaders(titles, 3);
  return (column) => {
    const text = (titles[column] ?? '').trim();
    const short = text !== '' && text.length <= 60 && !/\d{5}|@/.test(text);
    const known = isHeaderText(text) || (credible && personalHeader(text) !== null);
    const shown = short && (known || (whole && rows.every((row) => row[column]?.trim() !== text)));
    return shown ? text : columnLetter(column);
  };
}

/** Census blocks (SLS) have sixteen digits too. */
function isBlockCode(header: string): boolean {
  return headerWords(header).split(' ').includes('sls');
}

function districtsIn({ rows }: HeadedRows): ReadonlySet<string> {
  const texts = new Set<string>();
  for (const row of rows) for (const cell of row) if (cell.length >= 8 && cell.length <= 13) texts.add(cell);
  const codes = [...texts].filter((text) => AREA_CODE.test(text));
  return new Set(codes.map((code) => code.replaceAll('.', '').slice(0, 6)));
}

/**
 * Personal data in a table: identity numbers (whole, cut by a spreadsheet, masked), telephones and e-mail addresses,
 * birth dates, columns whose header names a person's particulars, one row per person. A column is taken for identity
 * numbers where at least a fifth of its filled cells can be one, where one comes from a district whose code the table
 * or `ownDistricts` names, or where the text itself says NIK or KK. Linear in the number of cells.
 * @returns at most a few findings per column, in column order; empty for a clean table.
 */
export function findPersonalData(table: HeadedRows, search: PersonalSearch = {}): readonly PersonalFinding[] {
  const own = new Set([...districtsIn(table), ...(search.ownDistricts ?? [])]);
  const width = table.rows.reduce((most, row) => Math.max(most, row.length), table.header.length);
  const labelOf = columnLabels(table);
  const aggregated = countsMany(table);
  const findings: PersonalFinding[] = [];
  for (let c = 0; c < width; c++) {
    const header = table.header[c] ?? '';
    const cells = table.rows.map((row) => row[c] ?? '').filter((cell) => cell.trim() !== '');
    const headed = identityNumberIn(header) !== null || EMAIL.test(header) || PHONE.test(header);
    const tally = tallyColumn(headed ? [header, ...cells] : cells, own);
    // Where rows count many, no telephone in them is a child's.
    const isOffice = isPlaceContact(header) || (aggregated && isOfficePhone(header, table.header));
    if (isOffice) tally.contacts = 0;
    const found = isBlockCode(header) ? [] : [...contentFindings(tally)];
    const isNobodys = isOffice || (aggregated && personalHeader(header) === 'neighborhood');
    const named = isNobodys ? null : headerFinding(header, cells);
    if (named !== null && found.length === 0) found.push(named);
    for (const [kind, count] of found) findings.push({ kind, column: labelOf(c), count });
  }
  if (search.rowShape !== false) {
    const label = (columns: readonly number[]): string => columns.map(labelOf).join(', ');
    for (const columns of splitIdentifiers(table))
      findings.push({ kind: 'identifier', column: label(columns), count: table.rows.length });
    const names = bareNames(table);
    if (names !== null)
      findings.push({ kind: 'named-column', column: label([names]), count: table.rows.length });
    const homes = householdRows(table);
    if (homes !== null)
      findings.push({ kind: 'one-row-per-household', column: label(homes.columns), count: homes.rows });
  }
  const persons = search.rowShape === false ? null : personRows(table);
  if (persons !== null) {
    const column = persons.columns.map(labelOf).join(', ');
    findings.push({ kind: 'one-row-per-person', column, count: persons.rows });
  }
  return findings;
}

/**
 * The likeliest header of raw rows: the one of the first 20 rows with most cells that read as headers, each column
 * taking the personal one of its texts up to there, so that headers of two rows are both heard. All other rows,
 * titles too, come back as rows.
 */
export function headedRows(rows: readonly (readonly string[])[]): HeadedRows {
  let best = 0;
  let most = 0;
  for (const [r, row] of rows.slice(0, HEADER_SEARCH_ROWS).entries()) {
    const texts = new Set(row.filter(readsAsHeader).map(headerWords));
    if (texts.size > most) [best, most] = [r, texts.size];
  }
  const header = (rows[best] ?? []).slice();
  const titles = header.slice();
  for (let r = Math.max(0, best - 2); r <= Math.min(best + 1, rows.length - 1); r++) {
    const isHead = readsAsHeaders(rows[r] ?? [], 2);
    for (const [c, cell] of (rows[r] ?? []).entries()) {
      const heads = personalHeader(cell) !== null && identityNumberIn(cell) === null;
      if (cell === '' || !heads || personalHeader(header[c] ?? '') !== null) continue;
      header[c] = cell;
      if (isHead) titles[c] = cell;
    }
  }
  const whole = (row: readonly (string | undefined)[]): readonly string[] =>
    Array.from(row, (cell) => cell ?? '');
  return { header: whole(header), titles: whole(titles), rows: rows.filter((_, r) => r !== best) };
}

/** Findings as problems that refuse the file. */
export function personalProblems(
  findings: readonly PersonalFinding[],
  at: NonNullable<Problem['at']>,
): readonly Problem[] {
  return findings.map(({ kind, column, count }) => ({
    code: `personal/${kind}` as const,
    severity: 'error' as const,
    at: { ...at, column },
    detail: { count },
  }));
}
