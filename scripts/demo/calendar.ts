import { monthsOf, type Period, type PeriodKind, periodContaining } from '#core/period.ts';

/** Months of the demo, numbered from 0: November 2024 to October 2026. */
export const MONTHS = 24;
const FIRST = { year: 2024, month: 11 };

/** Calendar month (1 to 12) of a month number. */
export function calendarMonth(month: number): number {
  return ((FIRST.month - 1 + month) % 12) + 1;
}

export function monthPeriod(month: number): Period {
  return containing(month, 'month');
}

function containing(month: number, kind: PeriodKind): Period {
  const year = FIRST.year + Math.floor((FIRST.month - 1 + month) / 12);
  return periodContaining(year, calendarMonth(month), kind);
}

/** A period of the demo and the month numbers of it that the demo has. */
export interface DemoPeriod {
  readonly id: Period;
  readonly kind: PeriodKind;
  readonly months: readonly number[];
  /** All months of the period are in the demo. */
  readonly whole: boolean;
}

/** Months, then quarters, semesters and years, each ascending. */
export function demoPeriods(): readonly DemoPeriod[] {
  const numbers = new Map(Array.from({ length: MONTHS }, (_, month) => [monthPeriod(month), month] as const));
  return (['month', 'quarter', 'semester', 'year'] as const).flatMap((kind) => {
    const ids = new Set(Array.from({ length: MONTHS }, (_, month) => containing(month, kind)));
    return [...ids].map((id): DemoPeriod => {
      const all = monthsOf(id);
      const months = all.flatMap((month) => numbers.get(month) ?? []);
      return { id, kind, months, whole: months.length === all.length };
    });
  });
}
