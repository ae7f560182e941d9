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
 * A view after a change, its overlay, its comparison, its second source and its index in keeping with the rest. All are of rates, and one
 * takes the other's place; whoever asks for counts wants none, whoever asks for another indicator no index, and whoever
 * asks for hotspots neither an index nor a second source.
 */
export function settleLayers(before: View, patch: Partial<View>, manifest: Manifest): View {
  const next = { ...before, ...patch };
  const asksPriority = patch.priority != null;
  const asksSecond = !asksPriority && patch.second != null;
  const asksOther = asksPriority || asksSecond;
  const asksOverlay = !asksOther && patch.overlay != null;
  const asksComparison = !asksOther && patch.comparedWith != null;
  const measure = asksOverlay || asksComparison || asksOther ? 'rate' : next.measure;
  const asksHotspots = !asksOther && patch.hotspots != null;
  const asksBeside = asksOverlay || asksComparison || asksHotspots;
  const leaves = asksBeside || asksSecond || next.indicator !== before.indicator;
  const priority = measure === 'rate' && (asksPriority || !leaves) ? next.priority : null;
  const second = measure === 'rate' && priority === null && !asksBeside ? next.second : null;
  const followed =
    patch.comparedWith === undefined && next.period !== before.period
      ? follow(manifest.periods, before, next.period)
      : next.comparedWith;
  const comparable =
    followed !== null &&
    measure === 'rate' &&
    priority === null &&
    second === null &&
    (asksComparison || !asksOverlay) &&
    comparablePeriods(manifest.periods, next.period).includes(followed);
  const laid =
    measure === 'rate' &&
    priority === null &&
    second === null &&
    !asksComparison &&
    next.overlay?.indicator !== next.indicator;
  return {
    ...next,
    measure,
    comparedWith: comparable ? followed : null,
    overlay: laid ? next.overlay : null,
    second,
    priority,
    // Of one indicator, whose colors they lie over.
    hotspots: priority === null && second === null ? next.hotspots : null,
  };
}
