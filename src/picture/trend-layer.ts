import { type AreaTrends, areaTrends, TrendVerdict, trendSteps } from '#core/area-trend.ts';
import { NO_CLASS } from '#core/classification.ts';
import type { Indicator } from '#core/indicator.ts';
import { measureTotals } from '#core/measure.ts';
import type { Period } from '#core/period.ts';
import { periodsOf } from './comparable-periods.ts';
import type { LayerKind, LayerMaker } from './layer-maker.ts';
import { createPeriodMeasures, type PeriodMeasure } from './period-measures.ts';
import { remember } from './remember.ts';
import type { Shading } from './shading.ts';
import { ordered, worseUp } from './told-areas.ts';

/** Whether the indicator falls or rises, over the periods up to that of the view. */
export interface TrendLayer {
  readonly kind: 'trend';
  /** Of which it is made, ascending. */
  readonly periods: readonly Period[];
  /** Of these, those that are not complete. */
  readonly incomplete: readonly Period[];
  readonly areas: AreaTrends;
  readonly districts: AreaTrends;
  /** Position 0. */
  readonly city: AreaTrends;
  /** Areas by TrendVerdict. */
  readonly counts: Uint32Array;
}

/** The verdicts in the order of the colors, from falling to rising; then that there is too little to judge by. */
export const TREND_CLASSES: readonly number[] = [
  TrendVerdict.falling,
  TrendVerdict.maybeFalling,
  TrendVerdict.unclear,
  TrendVerdict.maybeRising,
  TrendVerdict.rising,
  TrendVerdict.short,
];

/** Better, worse, and neither. Deep only where there is evidence, and told apart in grey: blue is much the darker. */
const [BETTER, PALE_BETTER, PAPER, PALE_WORSE, WORSE, WHITE] = [
  '#134b8a',
  '#d3e1f0',
  '#f1eee6',
  '#fbdcc8',
  '#d6541c',
  '#ffffff',
] as const;

function colorsFor(indicator: Indicator): readonly string[] {
  const verdicts = [BETTER, PALE_BETTER, PAPER, PALE_WORSE, WORSE];
  return [...(worseUp(indicator) ? verdicts : verdicts.reverse()), WHITE];
}

function shadingOf({ areas: { verdict, status }, counts }: TrendLayer, indicator: Indicator): Shading {
  const classOf = verdict.map((own) => {
    const k = TREND_CLASSES.indexOf(own);
    return k < 0 ? NO_CLASS : k;
  });
  return {
    kind: 'trend',
    classOf,
    status,
    colors: colorsFor(indicator),
    areasPerClass: Uint32Array.from(TREND_CLASSES, (each) => counts[each] ?? 0),
    hatched: verdict.map((own) => (own === TrendVerdict.short ? 1 : 0)),
  };
}

function layerOfMeasures(
  measures: readonly PeriodMeasure[],
  steps: readonly number[],
  incomplete: readonly Period[],
): TrendLayer {
  const isSample = measures[0]?.indicator.kind === 'prevalence';
  const sums = (pick: (one: PeriodMeasure) => PeriodMeasure['totals']['districts']) =>
    areaTrends(
      measures.map((one) => measureTotals(pick(one), one.measure.table, one.indicator, one.options)),
      steps,
      isSample,
    );
  const areas = areaTrends(
    measures.map(({ measure }) => measure),
    steps,
    isSample,
  );
  const counts = new Uint32Array(Object.keys(TrendVerdict).length);
  for (const own of areas.verdict) counts[own] = (counts[own] ?? 0) + 1;
  return {
    kind: 'trend',
    periods: measures.map(({ measure }) => measure.table.period),
    incomplete,
    areas,
    districts: sums(({ totals }) => totals.districts),
    city: sums(({ totals }) => [totals.city]),
    counts,
  };
}

const makeTrendLayer: LayerMaker<'trend', TrendLayer> = () => {
  const measuresOf = createPeriodMeasures();
  let last: { readonly measures: readonly PeriodMeasure[]; readonly layer: TrendLayer } | null = null;
  const shadings = remember(shadingOf);
  return ({ atlas, view, answer: { indicator }, showSmallRates }) => {
    if (atlas.dataset === null) return 'waiting';
    const entries = periodsOf(atlas.manifest, view.indicator);
    const steps = trendSteps(
      entries.map(({ id }) => id),
      view.period,
    );
    const measures = measuresOf(
      atlas.dataset,
      view,
      steps.map(({ period }) => period),
      showSmallRates,
    );
    const same =
      last?.measures.length === measures.length && measures.every((one, k) => one === last?.measures[k]);
    if (!last || !same) {
      const open = new Set(entries.flatMap(({ id, complete }) => (complete ? [] : [id])));
      const incomplete = steps.flatMap(({ period }) => (open.has(period) ? [period] : []));
      last = {
        measures,
        layer: layerOfMeasures(
          measures,
          steps.map(({ step }) => step),
          incomplete,
        ),
      };
    }
    return { layer: last.layer, shading: shadings(last.layer, indicator) };
  };
};

export const trendKind: LayerKind<'trend', TrendLayer> = {
  settle: (asked) => asked,
  make: makeTrendLayer,
  /** By how fast it becomes worse, those named first. */
  told: ({ indicator }, { areas: { slope, verdict } }) => {
    const sign = worseUp(indicator) ? -1 : 1;
    return ordered(
      slope.map((own, i) => (isNamed(verdict[i] ?? TrendVerdict.none) ? sign * own : Number.NaN)),
    );
  },
};

export function isNamed(verdict: number): boolean {
  return verdict === TrendVerdict.falling || verdict === TrendVerdict.rising;
}
