import type { Brand } from './area.ts';

/** '2024', '2024-S1', '2024-Q3' or '2024-07': sorts as text within its kind. */
export type Period = Brand<string, 'Period'>;
export type PeriodKind = 'month' | 'quarter' | 'semester' | 'year';

const PATTERNS: Readonly<Record<PeriodKind, RegExp>> = {
  month: /^\d{4}-(0[1-9]|1[0-2])$/,
  quarter: /^\d{4}-Q[1-4]$/,
  semester: /^\d{4}-S[12]$/,
  year: /^\d{4}$/,
};

/** The kind of a period id, or null where the text is not one. */
export function periodKindOf(text: string): PeriodKind | null {
  for (const [kind, pattern] of Object.entries(PATTERNS)) if (pattern.test(text)) return kind as PeriodKind;
  return null;
}

/** The text as a Period, or null where it is not one. */
export function parsePeriod(text: string): Period | null {
  return periodKindOf(text) === null ? null : (text as Period);
}

export function periodKind(period: Period): PeriodKind {
  const kind = periodKindOf(period);
  if (kind === null) throw new RangeError(`not a period: ${period}`);
  return kind;
}

/** The period of the given kind in which a month lies. `month` is 1 to 12. */
export function periodContaining(year: number, month: number, kind: PeriodKind): Period {
  switch (kind) {
    case 'month':
      return `${year}-${String(month).padStart(2, '0')}` as Period;
    case 'quarter':
      return `${year}-Q${Math.ceil(month / 3)}` as Period;
    case 'semester':
      return `${year}-S${month <= 6 ? 1 : 2}` as Period;
    case 'year':
      return String(year) as Period;
  }
}

/** The months of a period, ascending, as month periods. */
export function monthsOf(period: Period): readonly Period[] {
  const year = Number(period.slice(0, 4));
  const kind = periodKind(period);
  const part = Number(period.slice(kind === 'month' ? 5 : 6));
  const [first, count] =
    kind === 'month'
      ? [part, 1]
      : kind === 'quarter'
        ? [part * 3 - 2, 3]
        : kind === 'semester'
          ? [part * 6 - 5, 6]
          : [1, 12];
  return Array.from({ length: count }, (_, k) => periodContaining(year, first + k, 'month'));
}

/**
 * Order in time, for sorting: by the last month, and of periods that end together the shorter first
 * (2024-06, 2024-Q2, 2024-S1). 0 only for equal periods.
 */
export function comparePeriods(a: Period, b: Period): number {
  const [monthsA, monthsB] = [monthsOf(a), monthsOf(b)];
  const [endA, endB] = [monthsA.at(-1)!, monthsB.at(-1)!];
  if (endA !== endB) return endA < endB ? -1 : 1;
  return monthsA.length - monthsB.length;
}

function neighbor(list: readonly Period[], period: Period, direction: -1 | 1): Period | null {
  const kind = periodKind(period);
  let nearest: Period | null = null;
  for (const other of list) {
    if (periodKind(other) !== kind || comparePeriods(other, period) * direction <= 0) continue;
    if (nearest === null || comparePeriods(other, nearest) * direction < 0) nearest = other;
  }
  return nearest;
}

/**
 * The nearest earlier period of the same kind that the list holds, or null where there is none: a gap in the list is
 * stepped over. The list may be in any order and need not hold `period`.
 */
export function previousPeriod(list: readonly Period[], period: Period): Period | null {
  return neighbor(list, period, -1);
}

/** The nearest later period of the same kind that the list holds, or null where there is none. */
export function nextPeriod(list: readonly Period[], period: Period): Period | null {
  return neighbor(list, period, 1);
}

/** The last period of the kind that is complete, or null where none is. Entries may be in any order. */
export function latestComplete(
  entries: readonly { readonly id: Period; readonly complete: boolean }[],
  kind: PeriodKind,
): Period | null {
  const complete = entries.filter((entry) => entry.complete && periodKind(entry.id) === kind);
  return (
    complete
      .map((entry) => entry.id)
      .sort(comparePeriods)
      .at(-1) ?? null
  );
}
