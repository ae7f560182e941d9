import type { Brand } from './area.ts';
import { MONTH_OF } from './period-text.ts';

/** A day as ISO 8601 writes it, `2026-10-31`. Ascending texts are ascending days. */
export type Day = Brand<string, 'Day'>;

const MS_A_DAY = 86_400_000;

/** null where the text is no day of the calendar between 1990 and 2100. */
export function parseDay(text: string): Day | null {
  if (!/^(?:199\d|20\d\d)-\d{2}-\d{2}$/.test(text)) return null;
  const at = Date.parse(`${text}T00:00:00Z`);
  return Number.isFinite(at) && new Date(at).toISOString().startsWith(text) ? (text as Day) : null;
}

/** Days since 1970-01-01. */
export function dayNumber(day: Day): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / MS_A_DAY);
}

/** The day that lies so many days after another; a fraction counts as a whole day more. */
export function dayAfter(day: Day, days: number): Day {
  return new Date((dayNumber(day) + Math.ceil(days)) * MS_A_DAY).toISOString().slice(0, 10) as Day;
}

const FIRST_SERIAL = 32_874;
const LAST_SERIAL = 73_050;

function composed(year: string, month: number | undefined, day: string): Day | null {
  if (month === undefined) return null;
  return parseDay(`${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`);
}

/**
 * Reads a day as offices write it: 2026-10-31, 31/10/2026 (day first, never month first), 31 Oktober 2026, a
 * spreadsheet's day number; a time behind it is left out. null where it is none.
 */
export function readDay(text: string): Day | null {
  const plain = text.trim().toLowerCase().replace(/\s+/g, ' ');
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[t ].*)?$/.exec(plain);
  if (iso) return composed(iso[1] ?? '', Number(iso[2]), iso[3] ?? '');
  const dayFirst = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?:[t ].*)?$/.exec(plain);
  if (dayFirst) return composed(dayFirst[3] ?? '', Number(dayFirst[2]), dayFirst[1] ?? '');
  const spelled = /^(\d{1,2})[ -]([a-z]+)\.?[ -](\d{4})$/.exec(plain);
  if (spelled) return composed(spelled[3] ?? '', MONTH_OF.get(spelled[2] ?? ''), spelled[1] ?? '');
  const serial = Number(plain);
  if (!/^\d{5}(?:\.\d+)?$/.test(plain) || serial < FIRST_SERIAL || serial > LAST_SERIAL) return null;
  return parseDay(new Date((Math.floor(serial) - 25_569) * MS_A_DAY).toISOString().slice(0, 10));
}

/** The one day that a title speaks of, such as `Data per 10 Oktober 2026` or `potret_2026-10-10.csv`; null for none or several. */
export function findDay(title: string): Day | null {
  const found = title
    .replaceAll('_', ' ')
    .match(/\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4}|\d{1,2} [a-z]+ \d{4}/gi);
  const days = new Set((found ?? []).flatMap((text) => readDay(text) ?? []));
  return days.size === 1 ? ([...days][0] ?? null) : null;
}
