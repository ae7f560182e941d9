import type { AreaMeasure, AreaTable } from '#core/area-table.ts';
import {
  type Bivariate,
  bivariateOf,
  OVERLAY_CLASSES,
  type ThreeClassEdges,
  threeClassEdges,
} from '#core/bivariate.ts';
import type { Indicator, IndicatorId } from '#core/indicator.ts';
import { measureOf } from '#core/measure.ts';
import type { Period } from '#core/period.ts';
import type { Totals } from '#core/tabulation.ts';
import { NO_FILTERS, type Overlay, type View } from '#core/view.ts';
import { OVERLAY_PALETTE } from '#map/color.ts';
import { answerBeside } from './answer.ts';
import type { Atlas } from './atlas.ts';
import type { LayerKind, LayerMaker } from './layer-maker.ts';
import { remember } from './remember.ts';
import type { Shading } from './shading.ts';
import { ordered, rankKeys, type ToldGround, worseUp } from './told-areas.ts';

/** A second indicator over the first, under the same filters, in the same period or that of its unit beside it. */
export interface OverlayLayer {
  readonly kind: 'overlay';
  readonly overlay: Overlay;
  readonly indicator: Indicator;
  /** Rates of the second indicator. */
  readonly measure: AreaMeasure;
  readonly totals: Totals;
  readonly bivariate: Bivariate;
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

function shadingOf({ bivariate }: OverlayLayer): Shading {
  const { classOf, status, areasPerClass } = bivariate;
  return { kind: 'overlay', classOf, status, colors: OVERLAY_PALETTE, areasPerClass, hatched: null };
}

const makeOverlayLayer: LayerMaker<'overlay', OverlayLayer> = () => {
  const answers = remember(answerBeside);
  const measures = remember(rates);
  const lockedMeasures = remember(
    (atlas: Atlas, level: View['level'], id: IndicatorId, period: Period, small: boolean) => {
      const answer = answerBeside(atlas, level, id, period, NO_FILTERS);
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
    ): OverlayLayer => ({ kind: 'overlay', overlay, indicator, measure, totals, bivariate }),
  );
  const shadings = remember(shadingOf);
  return (ground, overlay) => {
    const { atlas, view } = ground;
    const { level, period, filters } = view;
    const answer = answers(atlas, level, overlay.indicator, period, filters);
    if (!answer) return 'waiting';
    const { indicator } = answer;
    const small = ground.showSmallRates;
    const measure = measures(answer.table, indicator, small);
    const base =
      ground.lockedPeriod && lockedMeasures(atlas, level, overlay.indicator, ground.lockedPeriod, small);
    const bivariate = classes(
      ground.measure,
      measure,
      firstEdges(ground.base, ground.answer.indicator, overlay.classes, 'first'),
      secondEdges(base ?? measure, indicator, overlay.classes, 'second'),
    );
    const layer = layers(overlay, indicator, measure, answer.totals, bivariate);
    return { layer, shading: shadings(layer) };
  };
};

/** The cell of those that are worst in both. */
export function worstCell({ indicator }: Pick<ToldGround, 'indicator'>, layer: OverlayLayer): number {
  const worst = (one: Indicator) => (worseUp(one) ? OVERLAY_CLASSES - 1 : 0);
  return OVERLAY_CLASSES * worst(layer.indicator) + worst(indicator);
}

export const overlayKind: LayerKind<'overlay', OverlayLayer> = {
  settle: (asked, { next }) => (asked.indicator === next.indicator ? null : asked),
  make: makeOverlayLayer,
  told: (ground, layer) => {
    const cell = worstCell(ground, layer);
    return ordered(rankKeys(ground, (i) => layer.bivariate.classOf[i] === cell));
  },
};
