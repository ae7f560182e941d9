import { periodBeside } from '#core/counted-units.ts';
import type { Manifest } from '#core/dataset.ts';
import { type IndicatorId, indicators, unitOfIndicator } from '#core/indicator.ts';
import { periodKind } from '#core/period.ts';
import { isAnswerable } from '#core/prevalence-sums.ts';
import { SINGLE, type View } from '#core/view.ts';
import type { Arrangement } from './arrangement.ts';
import { periodsOf } from './comparable-periods.ts';
import { defaultClassification } from './opening-view.ts';

export function answerableIndicators(manifest: Manifest, view: View): readonly IndicatorId[] {
  return indicators(manifest.extremePovertyDecile)
    .filter((one) => isAnswerable(manifest, one, view.filters))
    .map(({ id }) => id);
}

/** Above this small maps show districts: villages would be smaller than a dot. */
export const MOST_SMALL_AREAS = 5_000;
const MOST_PERIODS = 12;

/** The one thing in which a small map differs from the view. */
export type SmallPart = Pick<View, 'period'> | Pick<View, 'indicator'>;

export interface SmallView {
  readonly part: SmallPart;
  /** What the small map shows: the indicator's own colors without a layer, and nobody selected. */
  readonly view: View;
}

/**
 * The views of the small maps: the last periods of the view's kind, in their order and with the same locked classes,
 * or every indicator that the data answers under the filters, each with classes of its own.
 */
export function smallViews(view: View, by: Arrangement['by'], manifest: Manifest, villages: number) {
  const plain: View = {
    ...view,
    level: villages > MOST_SMALL_AREAS ? 'district' : view.level,
    selected: [],
    question: SINGLE,
    hotspots: null,
    burden: false,
  };
  if (by === 'indicator')
    return answerableIndicators(manifest, view).map((indicator): SmallView => {
      const own = indicator === view.indicator;
      const classification = own ? view.classification : defaultClassification(indicator, view.measure);
      const period = own ? view.period : periodBeside(manifest, unitOfIndicator(indicator), view.period);
      return { part: { indicator }, view: { ...plain, indicator, period, classification } };
    });
  return periodsOf(manifest, view.indicator)
    .map(({ id }) => id)
    .filter((id) => periodKind(id) === periodKind(view.period))
    .sort()
    .slice(-MOST_PERIODS)
    .map((period): SmallView => ({ part: { period }, view: { ...plain, period, classesLocked: true } }));
}
