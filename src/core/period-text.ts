import { type Period, type PeriodKind, parsePeriod, periodContaining } from './period.ts';

const MONTHS: readonly (readonly string[])[] = [
  ['januari', 'january', 'jan'],
  ['februari', 'pebruari', 'february', 'feb', 'peb'],
  ['maret', 'march', 'mar', 'mrt'],
  ['april', 'apr'],
  ['mei', 'may'],
  ['juni', 'june', 'jun'],
  ['juli', 'july', 'jul'],
  ['agustus', 'august', 'agt', 'agu', 'ags', 'aug', 'agst'],
  ['september', 'sept', 'sep'],
  ['oktober', 'october', 'okt', 'oct'],
  ['november', 'nopember', 'nov', 'nop'],
  ['desember', 'december', 'des', 'dec'],
];
/** 1 to 12 of the names and abbreviations of months, Indonesian and English, in small letters. */
export const MONTH_OF: ReadonlyMap<string, number> = new Map(
  MONTHS.flatMap((names, k) => names.map((name) => [name, k + 1] as const)),
);
const ROMAN: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4 };
const FIRST_YEAR = 1990;
/** The horizon of national planning (RPJPN): no table counts what lies beyond. */
const LAST_YEAR = 2045;
/** Spreadsheet day numbers (1900 system) from 2000-01-01 to 2045-12-31. */
const FIRST_SERIAL = 36526;
const LAST_SERIAL = 53327;

/** Part of a year without its year. */
interface Part {
  readonly kind: PeriodKind;
  /** 1-based within the year. */
  readonly part: number;
}

function clean(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u200b-\u200f\ufeff']/g, '')
    .replace(/\b(tahun|thn|th|bulan|bln|periode|keadaan|per)\b\.?/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

function yearOf(text: string): number | null {
  const year = /^\d{2}$/.test(text) ? 2000 + Number(text) : Number(text);
  return /^\d{2}(\d{2})?$/.test(text) && year >= FIRST_YEAR && year <= LAST_YEAR ? year : null;
}

function compose(year: number | null, { kind, part }: Part): Period | null {
  const limit = { month: 12, quarter: 4, semester: 2, year: 1 }[kind];
  if (year === null || part < 1 || part > limit) return null;
  const month = kind === 'quarter' ? part * 3 : kind === 'semester' ? part * 6 : part;
  return periodContaining(year, month, kind);
}

/** Month, quarter or semester in words, or a bare number taken as `bare`; null where it is none. */
function readPart(text: string, bare: PeriodKind | null): Part | null {
  const month = MONTH_OF.get(text.replace(/\.$/, ''));
  if (month !== undefined) return { kind: 'month', part: month };
  const named =
    /^(triwulan|tribulan|trw|tw|kuartal|quarter|q|semester|smt|sem|s)[ .-]*(iv|i{1,3}|[1-4])$/.exec(text);
  const value = (digits: string): number => ROMAN[digits] ?? Number(digits);
  if (named) return { kind: /^s/.test(named[1] ?? '') ? 'semester' : 'quarter', part: value(named[2] ?? '') };
  if (bare !== null && /^(\d{1,2}|iv|i{1,3})$/.test(text)) return { kind: bare, part: value(text) };
  return null;
}

function serialMonth(text: string): Period | null {
  const day = Number(text);
  if (!/^\d{5}(\.\d+)?$/.test(text) || day < FIRST_SERIAL || day > LAST_SERIAL) return null;
  const date = new Date(Math.round((Math.floor(day) - 25569) * 86_400_000));
  return periodContaining(date.getUTCFullYear(), date.getUTCMonth() + 1, 'month');
}

/**
 * Which of a column's slashed dates (3/14/2026) is the day: decided by the numbers above 12. `undecided` where none is,
 * or where they contradict each other; null where the column has no such date.
 */
export function dateOrder(column: readonly string[]): 'day-first' | 'month-first' | 'undecided' | null {
  let dates = 0;
  let dayFirst = 0;
  let monthFirst = 0;
  for (const text of column) {
    const found = /^\s*(\d{1,2})[-/.](\d{1,2})[-/.](?:\d{4})(?:[t ].*)?$/i.exec(text);
    if (!found) continue;
    dates++;
    if (Number(found[1]) > 12) dayFirst++;
    else if (Number(found[2]) > 12) monthFirst++;
  }
  if (dates === 0) return null;
  if (dayFirst > 0 === monthFirst > 0) return 'undecided';
  return dayFirst > 0 ? 'day-first' : 'month-first';
}

/** A date written month first, with its day in front. */
export function dayFirst(text: string): string {
  return text.replace(/^(\s*)(\d{1,2})([-/.])(\d{1,2})(?=[-/.]\d{4})/, '$1$4$3$2');
}

/** Dates as the month in which they lie: year first, or day first; never month first. */
function dateMonth(text: string): Period | null {
  const iso = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})([t ].*)?$/.exec(text);
  const dayFirst = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})([t ].*)?$/.exec(text);
  const spelled = /^(\d{1,2})[ -]([a-z]+)[ -](\d{4})$/.exec(text);
  const year = iso?.[1] ?? dayFirst?.[3] ?? spelled?.[3];
  const day = Number(iso?.[3] ?? dayFirst?.[1] ?? spelled?.[1]);
  if (year === undefined || day < 1 || day > 31) return null;
  const month = spelled ? MONTH_OF.get(spelled[2] ?? '') : Number(iso?.[2] ?? dayFirst?.[2]);
  return month === undefined ? null : compose(yearOf(year), { kind: 'month', part: month });
}

function namedId(text: string): Period | null {
  return yearOf(text.slice(0, 4)) === null ? null : parsePeriod(text.toUpperCase());
}

function numericMonth(text: string): Period | null {
  const match = /^(?:(\d{4})[-/.]?(\d{2})|(\d{4})[-/.](\d)|(\d{1,2})[-/.](\d{4}))$/.exec(text);
  if (!match) return null;
  const year = match[1] ?? match[3] ?? match[6] ?? '';
  return compose(yearOf(year), { kind: 'month', part: Number(match[2] ?? match[4] ?? match[5]) });
}

/** A part and its year in either order: 'januari 2026', 'jan-26', 'tw i/2026', '2026-q1', 'semester ii tahun 2025'. */
function namedPeriod(text: string): Period | null {
  const partFirst = /^([a-z]+\.?(?:[ .-]*(?:[ivx]+|\d))?)[ ,/-]+(\d{4}|\d{2})$/.exec(text);
  const yearFirst = /^(\d{4})[ ,/-]*([a-z]+[ .-]*(?:[ivx]+|\d)?)$/.exec(text);
  const part = readPart((partFirst?.[1] ?? yearFirst?.[2] ?? '').trim(), null);
  return part && compose(yearOf(partFirst?.[2] ?? yearFirst?.[1] ?? ''), part);
}

/**
 * Reads a period as offices write it: 2021 · 2026-01 · 01/2026 · Januari 2026 · Jan-26 · Triwulan I 2026 · TW 1/2026 ·
 * Semester II 2025 · a spreadsheet's day number · an ISO or day-first date (its month). Null where it is none of
 * these; a date is never read month first, so 01/13/2026 is none.
 */
export function readPeriod(text: string): Period | null {
  const plain = clean(text);
  const year = yearOf(/^\d{4}(\.0+)?$/.test(plain) ? plain.slice(0, 4) : '');
  if (year !== null) return periodContaining(year, 1, 'year');
  return (
    namedId(plain) ?? numericMonth(plain) ?? dateMonth(plain) ?? serialMonth(plain) ?? namedPeriod(plain)
  );
}

/**
 * Joins a year column with a column for a part of the year; `bare` is what a bare number in the latter means.
 * An empty part gives the year. Null where either cannot be read or they contradict each other.
 */
export function joinPeriod(
  year: string,
  part: string,
  bare: 'month' | 'quarter' | 'semester',
): Period | null {
  const whole = readPeriod(year);
  if (whole === null) return null;
  const plain = clean(part).replace(/\.0+$/, '');
  if (plain === '' || plain === '-') return whole.length === 4 ? whole : null;
  const alone = readPart(plain, bare);
  if (alone) return whole.length === 4 ? compose(Number(whole), alone) : null;
  const full = readPeriod(part);
  return full?.startsWith(whole) ? full : null;
}

/** The period a line of text speaks of, such as a title above a table or the name of a sheet; null for none or several. */
export function findPeriod(text: string): Period | null {
  const plain = clean(text);
  const whole = readPeriod(plain);
  if (whole !== null) return whole;
  const names = MONTHS.flat().join('|');
  const pattern = new RegExp(
    `\\b(?:(?:${names})\\.?|(?:triwulan|tribulan|tw|semester|smt)[ .-]*(?:iv|i{1,3}|[1-4])),?[ /-]+(?:19|20)\\d{2}\\b`,
    'g',
  );
  const found = new Set((plain.match(pattern) ?? []).map(readPeriod));
  if (found.size === 0)
    for (const year of plain.match(/\b(?:19|20)\d{2}\b/g) ?? []) found.add(readPeriod(year));
  const [only = null] = found;
  return found.size === 1 ? only : null;
}
