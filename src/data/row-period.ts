import { type Period, periodKind } from '#core/period.ts';
import { dateOrder, dayFirst, joinPeriod, readPeriod } from '#core/period-text.ts';
import type { Problem } from '#core/problem.ts';
import { columnOf, type Recognition } from './column-recognition.ts';
import type { HeaderPeriod } from './header-words.ts';
import type { RawSheet } from './raw-table.ts';

type Where = Readonly<NonNullable<Problem['at']>>;
/** @param named the period that the headers of the row's figures name; null where they name none. */
export type PeriodReader = (row: readonly string[], named: HeaderPeriod | null) => Period | null;

/** Days between the beginnings of the two systems of day numbers. */
const DAYS_OF_1904 = 1462;
const DAY_NUMBER = /^\d{5}(?:\.\d+)?$/;

interface PeriodColumns {
  readonly data: readonly (readonly string[])[];
  readonly sheet: RawSheet;
  readonly at: Where;
  readonly problems: Problem[];
}

/** The texts of a column as periods are read from them: day numbers of one system, the day first. */
function textsOf(index: number, header: string, { data, sheet, at, problems }: PeriodColumns) {
  const order = dateOrder(data.map((row) => row[index] ?? ''));
  const where = { ...at, column: header };
  if (order === 'month-first') problems.push({ code: 'period/month-first', severity: 'warning', at: where });
  if (order === 'undecided') problems.push({ code: 'period/day-first', severity: 'warning', at: where });
  return (row: readonly string[]): string => {
    const text = row[index] ?? '';
    if (sheet.date1904 && DAY_NUMBER.test(text.trim())) return String(Number(text) + DAYS_OF_1904);
    return order === 'month-first' ? dayFirst(text) : text;
  };
}

/**
 * How the period of each row is read: a period column, year and part, or one period for the whole sheet, whose year a
 * part without its own takes over; a period in the headers counts before all of them.
 */
export function periodReader(
  data: readonly (readonly string[])[],
  recognition: Recognition,
  periodDefault: Period | null,
  at: Where,
  sheet: RawSheet,
): { read: PeriodReader; problems: Problem[] } {
  const problems: Problem[] = [];
  const columns: PeriodColumns = { data, sheet, at, problems };
  const own = rowReader(data, recognition, periodDefault, at, columns);
  const assumed = periodDefault ?? recognition.titlePeriod;
  const year = columnOf(recognition, 'year') ?? columnOf(recognition, 'period');
  const headed = recognition.columns.filter(({ role, period }) => period !== undefined && role !== 'ignored');
  const read: PeriodReader = (row, named) => {
    if (named === null) return own.read(row);
    const fallback = year ? (row[year.index] ?? '') : (assumed ?? '');
    if (named.year === null) {
      const whole = readPeriod(fallback);
      return whole === null ? null : joinPeriod(whole.slice(0, 4), named.text, 'month');
    }
    const period = readPeriod(named.text);
    const part = (['month', 'quarter', 'semester'] as const).find((kind) => columnOf(recognition, kind));
    if (period === null || periodKind(period) !== 'year' || part === undefined) return period;
    return joinPeriod(period, row[columnOf(recognition, part)?.index ?? -1] ?? '', part);
  };
  const isYearAssumed = headed.some(({ period }) => period?.year === null && !year);
  if (isYearAssumed && assumed !== null) {
    const detail = { period: assumed.slice(0, 4) };
    return { read, problems: [...problems, { code: 'period/year-assumed', severity: 'note', at, detail }] };
  }
  const needed = headed.length === 0 || isYearAssumed;
  return { read, problems: [...problems, ...(needed ? own.problems : [])] };
}

function rowReader(
  data: readonly (readonly string[])[],
  recognition: Recognition,
  periodDefault: Period | null,
  at: Where,
  columns: PeriodColumns,
): { read: (row: readonly string[]) => Period | null; problems: readonly Problem[] } {
  const text = (row: readonly string[], index: number): string => row[index] ?? '';
  const whole = columnOf(recognition, 'period');
  if (whole) {
    const texts = textsOf(whole.index, whole.header, columns);
    return { read: (row) => readPeriod(texts(row)), problems: [] };
  }
  const year = columnOf(recognition, 'year');
  const part = (['month', 'quarter', 'semester'] as const)
    .map((kind) => ({ kind, column: columnOf(recognition, kind) }))
    .find(({ column }) => column !== null);
  const assumed = periodDefault ?? recognition.titlePeriod;
  const known: Problem[] =
    assumed === null
      ? [{ code: 'period/missing', severity: 'error', at }]
      : [{ code: 'period/assumed', severity: 'note', at, detail: { period: assumed } }];
  if (part?.column) {
    const texts = textsOf(part.column.index, part.column.header, columns);
    const read = (row: readonly string[]): Period | null => {
      const alone = texts(row);
      if (year) return joinPeriod(text(row, year.index), alone, part.kind);
      return (
        readPeriod(alone) ??
        (assumed && alone.trim() !== '' ? joinPeriod(assumed.slice(0, 4), alone, part.kind) : null)
      );
    };
    const complete = data.every((row) => texts(row).trim() === '' || readPeriod(texts(row)) !== null);
    return { read, problems: year || complete ? [] : known };
  }
  if (year) {
    const texts = textsOf(year.index, year.header, columns);
    return { read: (row) => readPeriod(texts(row)), problems: [] };
  }
  return { read: () => assumed, problems: known };
}

export function unreadablePeriod(recognition: Recognition, at: Where): Problem {
  const roles = ['period', 'year', 'month', 'quarter', 'semester'] as const;
  const column = roles.map((role) => columnOf(recognition, role)).find((found) => found !== null);
  return { code: 'period/unreadable', severity: 'row', at: column ? { ...at, column: column.header } : at };
}
