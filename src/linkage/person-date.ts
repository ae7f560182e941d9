import { dateOrder, MONTH_OF } from '#core/period-text.ts';

/** Whole days since 1970-01-01. */
export type Day = number;

const DAY_MS = 86_400_000;
/** Spreadsheet day numbers (1900 system) of 1926-01-01 to 2045-12-31. */
const FIRST_SERIAL = 9_498;
const LAST_SERIAL = 53_327;
const SERIAL_ZERO = 25_569;
const FIRST_YEAR = 1900;
const LAST_YEAR = 2045;
/** The day of a date, or null where the calendar has none such. */
export function dayOf(year: number, month: number, day: number): Day | null {
  if (year < FIRST_YEAR || year > LAST_YEAR) return null;
  const time = Date.UTC(year, month - 1, day);
  const back = new Date(time);
  return back.getUTCMonth() === month - 1 && back.getUTCDate() === day ? time / DAY_MS : null;
}

interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly iso: string;
}

/** Days come again and again: at most some 50,000 between the first and the last year. */
const KNOWN_DAYS = new Map<Day, DateParts>();

function dateParts(day: Day): DateParts {
  const known = KNOWN_DAYS.get(day);
  if (known !== undefined) return known;
  const date = new Date(day * DAY_MS);
  const parts = {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    iso: date.toISOString().slice(0, 10),
  };
  KNOWN_DAYS.set(day, parts);
  return parts;
}

/** yyyy-mm-dd. */
export function isoDay(day: Day): string {
  return dateParts(day).iso;
}

/** yyyy-mm. */
export function monthOf(day: Day): string {
  return isoDay(day).slice(0, 7);
}

/** Day and month changed for each other; null where that is no other date. */
export function swappedDay(day: Day): Day | null {
  const parts = dateParts(day);
  return parts.day > 12 || parts.day === parts.month ? null : dayOf(parts.year, parts.day, parts.month);
}

/** Completed months from birth to a later day. */
export function completedMonths(birth: Day, at: Day): number {
  const [from, to] = [dateParts(birth), dateParts(at)];
  return (to.year - from.year) * 12 + to.month - from.month - (to.day < from.day ? 1 : 0);
}

/** How the dates of one column are read. Undecided is day first. */
export interface DateColumn {
  readonly monthFirst: boolean;
}

export function dateColumn(cells: readonly string[]): DateColumn {
  return { monthFirst: dateOrder(cells) === 'month-first' };
}

function fullYear(text: string): number {
  const year = Number(text);
  return text.length === 2 ? (year <= LAST_YEAR - 2000 ? 2000 : 1900) + year : year;
}

/** A date as offices write it: ISO, day first, spelled out, a spreadsheet's day number; null where it is none. */
export function readDay(text: string, { monthFirst }: DateColumn): Day | null {
  const plain = text.trim().replace(/^'/, '');
  const iso = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T ].*)?$/.exec(plain);
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const local = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})(?:[T ].*)?$/.exec(plain);
  if (local) {
    const [first, second] = [Number(local[1]), Number(local[2])];
    const year = fullYear(local[3] ?? '');
    return monthFirst ? dayOf(year, first, second) : dayOf(year, second, first);
  }
  const serial = /^\d{4,5}(?:\.\d+)?$/.test(plain) ? Math.floor(Number(plain)) : 0;
  if (serial >= FIRST_SERIAL && serial <= LAST_SERIAL) return serial - SERIAL_ZERO;
  const spelled = /^(\d{1,2})[ -]([a-z]+)\.?[ -](\d{4}|\d{2})$/i.exec(plain);
  const month = MONTH_OF.get((spelled?.[2] ?? '').toLowerCase());
  return spelled && month !== undefined ? dayOf(fullYear(spelled[3] ?? ''), month, Number(spelled[1])) : null;
}

/** `4 Tahun - 3 Bulan - 15 Hari` or a bare number of months; null where it is neither. */
export function statedMonths(text: string): number | null {
  const plain = text.trim().toLowerCase();
  const part = (pattern: RegExp): number => Number(pattern.exec(plain)?.[1] ?? 0);
  if (/\d+\s*(?:tahun|th|bulan|bln|hari)/.test(plain))
    return part(/(\d+)\s*(?:tahun|thn|th)/) * 12 + part(/(\d+)\s*(?:bulan|bln)/);
  return /^\d{1,2}$/.test(plain) ? Number(plain) : null;
}
