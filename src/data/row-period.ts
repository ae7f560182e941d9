import type { Period } from '#core/period.ts';
import { joinPeriod, readPeriod } from '#core/period-text.ts';
import type { Problem } from '#core/problem.ts';
import { columnOf, type Recognition } from './column-recognition.ts';

type Where = Readonly<NonNullable<Problem['at']>>;
export type PeriodReader = (row: readonly string[]) => Period | null;

/**
 * How the period of each row is read: a period column, year and part, or one period for the whole sheet, whose year a
 * part without its own takes over.
 */
export function periodReader(
  data: readonly (readonly string[])[],
  recognition: Recognition,
  periodDefault: Period | null,
  at: Where,
): { read: PeriodReader; problems: Problem[] } {
  const text = (row: readonly string[], index: number): string => row[index] ?? '';
  const whole = columnOf(recognition, 'period');
  if (whole) return { read: (row) => readPeriod(text(row, whole.index)), problems: [] };
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
    const { index } = part.column;
    const read: PeriodReader = (row) => {
      const alone = text(row, index);
      if (year) return joinPeriod(text(row, year.index), alone, part.kind);
      return (
        readPeriod(alone) ??
        (assumed && alone.trim() !== '' ? joinPeriod(assumed.slice(0, 4), alone, part.kind) : null)
      );
    };
    const complete = data.every(
      (row) => text(row, index).trim() === '' || readPeriod(text(row, index)) !== null,
    );
    return { read, problems: year || complete ? [] : known };
  }
  if (year) return { read: (row) => readPeriod(text(row, year.index)), problems: [] };
  return { read: () => assumed, problems: known };
}

export function unreadablePeriod(recognition: Recognition, at: Where): Problem {
  const roles = ['period', 'year', 'month', 'quarter', 'semester'] as const;
  const column = roles.map((role) => columnOf(recognition, role)).find((found) => found !== null);
  return { code: 'period/unreadable', severity: 'row', at: column ? { ...at, column: column.header } : at };
}
