import type { AreaMeasure, AreaTable } from '#core/area-table.ts';
import { type Bivariate, bivariateOf, type ThreeClassEdges, threeClassEdges } from '#core/bivariate.ts';
import type { Indicator, IndicatorId } from '#core/indicator.ts';
import { measureOf } from '#core/measure.ts';
import type { Period } from '#core/period.ts';
import type { Totals } from '#core/tabulation.ts';
import { NO_FILTERS, type Overlay, type View } from '#core/view.ts';
import { answerFor } from './answer.ts';
import type { Atlas } from './atlas.ts';
import { remember } from './remember.ts';

/** A second indicator over the first, under the same filters, in the same period. */
export interface OverlayLayer {
  readonly overlay: Overlay;
  readonly indicator: Indicator;
  /** Rates of the second indicator. */
  readonly measure: AreaMeasure;
  readonly totals: Totals;
  readonly bivariate: Bivariate;
}

/** What the second indicator is laid over. */
export interface OverlayGround {
  readonly indicator: Indicator;
  readonly measure: AreaMeasure;
  /** The rates from which classes of the first are cut. */
  readonly base: AreaMeasure;
  /** The period from which classes are cut, unfiltered; null: what is shown. */
  readonly lockedPeriod: Period | null;
  readonly showSmallRates: boolean;
}

function rates(table: AreaTable, indicator: Indicator, showSmallRates: boolean): AreaMeasure {
  return measureOf(table, indicator, { measure: 'rate', showSmallRates });
}

function edgesOf(
  base: AreaMeasure,
  indicator: Indicator,
  classes: Overlay['classes'],
  at: 'first' | 'second',
) {
  const own = classes.kind === 'own' ? classes[at] : null;
  return threeClassEdges(base.value, indicator, classes.kind, own);
}

/** Remembers its stages. The answer is null where the second indicator cannot be had yet. */
export function createOverlayLayer(): (
  atlas: Atlas,
  view: View,
  overlay: Overlay,
  ground: OverlayGround,
) => OverlayLayer | null {
  const answers = remember(answerFor);
  const measures = remember(rates);
  const lockedMeasures = remember(
    (atlas: Atlas, level: View['level'], id: IndicatorId, period: Period, small: boolean) => {
      const answer = answerFor(atlas, level, id, period, NO_FILTERS);
      return answer && rates(answer.table, answer.indicator, small);
    },
  );
  const firstEdges = remember(edgesOf);
  const secondEdges = remember(edgesOf);
  const classes = remember(
    (a: AreaMeasure, b: AreaMeasure, first: ThreeClassEdges, second: ThreeClassEdges) =>
      bivariateOf(a, b, { first, second }),
  );
  const layers = remember(
    (
      overlay: Overlay,
      indicator: Indicator,
      measure: AreaMeasure,
      totals: Totals,
      bivariate: Bivariate,
    ): OverlayLayer => ({ overlay, indicator, measure, totals, bivariate }),
  );
  return (atlas, { level, period, filters }, overlay, ground) => {
    const answer = answers(atlas, level, overlay.indicator, period, filters);
    if (!answer) return null;
    const { indicator } = answer;
    const small = ground.showSmallRates;
    const measure = measures(answer.table, indicator, small);
    const base =
      ground.lockedPeriod && lockedMeasures(atlas, level, overlay.indicator, ground.lockedPeriod, small);
    const bivariate = classes(
      ground.measure,
      measure,
      firstEdges(ground.base, ground.indicator, overlay.classes, 'first'),
      secondEdges(base ?? measure, indicator, overlay.classes, 'second'),
    );
    return layers(overlay, indicator, measure, answer.totals, bivariate);
  };
}
