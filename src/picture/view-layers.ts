import { yearBefore } from '#core/change.ts';
import type { Manifest } from '#core/dataset.ts';
import type { IndicatorId } from '#core/indicator.ts';
import { type Period, periodKind, previousPeriod } from '#core/period.ts';
import type { Regions, View } from '#core/view.ts';

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

function indicatorAmong({ problems }: Regions, indicator: IndicatorId): IndicatorId {
  return problems.some((problem) => problem.indicator === indicator) ? indicator : problems[0].indicator;
}

/**
 * A view after a change, its overlay, its comparison, its second source, its index and its three problems in keeping with
 * the rest. All are of rates, and one takes the other's place; whoever asks for counts wants none, whoever asks for
 * another indicator no index and no three problems, and whoever asks for hotspots none of these and no second source.
 */
export function settleLayers(before: View, patch: Partial<View>, manifest: Manifest): View {
  const next = { ...before, ...patch };
  const asksPriority = patch.priority != null;
  const asksRegions = !asksPriority && patch.regions != null;
  const asksSeveral = asksPriority || asksRegions;
  const asksSecond = !asksSeveral && patch.second != null;
  const asksOther = asksSeveral || asksSecond;
  const asksOverlay = !asksOther && patch.overlay != null;
  const asksComparison = !asksOther && patch.comparedWith != null;
  const measure = asksOverlay || asksComparison || asksOther ? 'rate' : next.measure;
  const asksHotspots = !asksOther && patch.hotspots != null;
  const asksBeside = asksOverlay || asksComparison || asksHotspots;
  const leaves = asksBeside || asksSecond || next.indicator !== before.indicator;
  const stays = (asked: boolean) => measure === 'rate' && (asked || (!leaves && !asksSeveral));
  const priority = stays(asksPriority) ? next.priority : null;
  const regions = stays(asksRegions) && priority === null ? next.regions : null;
  const several = priority !== null || regions !== null;
  const second = measure === 'rate' && !several && !asksBeside ? next.second : null;
  const alone = several || second !== null;
  const followed =
    patch.comparedWith === undefined && next.period !== before.period
      ? follow(manifest.periods, before, next.period)
      : next.comparedWith;
  const comparable =
    followed !== null &&
    measure === 'rate' &&
    !alone &&
    (asksComparison || !asksOverlay) &&
    comparablePeriods(manifest.periods, next.period).includes(followed);
  const laid = measure === 'rate' && !alone && !asksComparison && next.overlay?.indicator !== next.indicator;
  return {
    ...next,
    measure,
    comparedWith: comparable ? followed : null,
    overlay: laid ? next.overlay : null,
    second,
    priority,
    regions,
    // The table is of one of the three.
    indicator: regions ? indicatorAmong(regions, next.indicator) : next.indicator,
    // Of one indicator, whose colors they lie over.
    hotspots: alone ? null : next.hotspots,
  };
}
