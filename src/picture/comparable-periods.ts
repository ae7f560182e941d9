import { yearBefore } from '#core/change.ts';
import { periodsOfUnit } from '#core/counted-units.ts';
import type { Manifest } from '#core/dataset.ts';
import { type IndicatorId, unitOfIndicator } from '#core/indicator.ts';
import { type Period, periodKind, previousPeriod } from '#core/period.ts';

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
