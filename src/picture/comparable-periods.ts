import { yearBefore } from '#core/change.ts';
import { periodsOfUnit } from '#core/counted-units.ts';
import type { Manifest } from '#core/dataset.ts';
import { type IndicatorId, unitOfIndicator } from '#core/indicator.ts';
import { comparePeriods, monthsOf, type Period, periodKind, previousPeriod } from '#core/period.ts';

type Periods = Manifest['periods'];

/** The periods in which an indicator's unit is counted. */
export function periodsOf(manifest: Pick<Manifest, 'periods'>, id: IndicatorId): Periods {
  return periodsOfUnit(manifest, unitOfIndicator(id));
}

/** Periods with which another can be compared: all others of its kind, in their order. */
export function comparablePeriods(periods: Periods, period: Period): readonly Period[] {
  return periods
    .map(({ id }) => id)
    .filter((id) => id !== period && periodKind(id) === periodKind(period))
    .sort();
}

/** The periods most often compared with; null where the dataset has none. */
export function usualPeriods(
  periods: Periods,
  period: Period,
): { readonly previous: Period | null; readonly yearAgo: Period | null } {
  const ids = periods.map(({ id }) => id);
  const yearAgo = yearBefore(period);
  return { previous: previousPeriod(ids, period), yearAgo: ids.includes(yearAgo) ? yearAgo : null };
}

/**
 * In place of a month the quarter, or else the semester, by which a trend is told: that in which it lies, where this is
 * complete, else the latest complete one before. The period itself where there is none, or it is no month.
 */
export function trendPeriod(periods: Periods, period: Period): Period {
  if (periodKind(period) !== 'month') return period;
  for (const kind of ['quarter', 'semester'] as const) {
    const own = periods.filter(({ id }) => periodKind(id) === kind);
    const around = own.find(({ id }) => monthsOf(id).includes(period));
    if (around?.complete) return around.id;
    const before = own
      .filter(({ id, complete }) => complete && comparePeriods(id, period) < 0)
      .map(({ id }) => id)
      .sort(comparePeriods)
      .at(-1);
    const found = before ?? around?.id;
    if (found !== undefined) return found;
  }
  return period;
}
