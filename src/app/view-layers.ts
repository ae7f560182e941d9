import { yearBefore } from '#core/change.ts';
import type { Manifest } from '#core/dataset.ts';
import { type Period, periodKind, previousPeriod } from '#core/period.ts';
import type { View } from '#core/view.ts';

type Periods = Manifest['periods'];

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

/** The other period after the shown one has moved: the one before stays the one before, a year ago stays so. */
function follow(periods: Periods, before: View, period: Period): Period | null {
  // Also the first period has none before it: nothing compared is not the one before.
  if (before.comparedWith === null) return null;
  const [old, now] = [usualPeriods(periods, before.period), usualPeriods(periods, period)];
  if (before.comparedWith === old.previous) return now.previous;
  if (before.comparedWith === old.yearAgo) return now.yearAgo;
  return before.comparedWith;
}

/**
 * A view after a change, its overlay, its comparison and its index in keeping with the rest. All are of rates, and one
 * takes the other's place; whoever asks for counts wants none, and whoever asks for another indicator, or for its
 * hotspots, no index.
 */
export function settleLayers(before: View, patch: Partial<View>, manifest: Manifest): View {
  const next = { ...before, ...patch };
  const asksPriority = patch.priority != null;
  const asksOverlay = !asksPriority && patch.overlay != null;
  const asksComparison = !asksPriority && patch.comparedWith != null;
  const measure = asksOverlay || asksComparison || asksPriority ? 'rate' : next.measure;
  const asksHotspots = !asksPriority && patch.hotspots != null;
  const leaves = asksOverlay || asksComparison || asksHotspots || next.indicator !== before.indicator;
  const priority = measure === 'rate' && (asksPriority || !leaves) ? next.priority : null;
  const followed =
    patch.comparedWith === undefined && next.period !== before.period
      ? follow(manifest.periods, before, next.period)
      : next.comparedWith;
  const comparable =
    followed !== null &&
    measure === 'rate' &&
    priority === null &&
    (asksComparison || !asksOverlay) &&
    comparablePeriods(manifest.periods, next.period).includes(followed);
  const laid =
    measure === 'rate' && priority === null && !asksComparison && next.overlay?.indicator !== next.indicator;
  return {
    ...next,
    measure,
    comparedWith: comparable ? followed : null,
    overlay: laid ? next.overlay : null,
    priority,
    // Of one indicator, whose colors they lie over.
    hotspots: priority === null ? next.hotspots : null,
  };
}
