import type { AreaMeasure } from '#core/area-table.ts';
import { NO_CLASS } from '#core/classification.ts';
import type { Indicator, IndicatorId } from '#core/indicator.ts';
import { measureOf } from '#core/measure.ts';
import type { Period } from '#core/period.ts';
import {
  problemsOf,
  type RegionClasses,
  regionClasses,
  regionThreshold,
  roundThreshold,
} from '#core/region-classes.ts';
import type { Totals } from '#core/tabulation.ts';
import { NO_FILTERS, type RegionProblem, type Regions, type View } from '#core/view.ts';
import { REGION_PALETTE } from '#map/color.ts';
import { answerBeside } from './answer.ts';
import type { Atlas } from './atlas.ts';
import { type LayerGround, type LayerKind, type LayerMaker, unlessIndicatorMoves } from './layer-maker.ts';
import { remember } from './remember.ts';
import type { Shading } from './shading.ts';
import { ordered, rankKeys } from './told-areas.ts';

/** One of three problems, under the filters of the view. */
export interface ShownProblem {
  readonly indicator: Indicator;
  /** Rates. */
  readonly measure: AreaMeasure;
  readonly totals: Totals;
  /** Per 1, as printed; null where the values part nowhere. */
  readonly threshold: number | null;
  /** Whose threshold it is: of the indicator's bands, a tertile of the period named, or the reader's. */
  readonly origin: 'bands' | 'tertile' | 'own';
  readonly tertileOf: Period;
}

/** Three problems at once, by area of the view's level. */
export interface RegionLayer {
  readonly kind: 'regions';
  readonly choice: Regions;
  /** Of the view; a problem of another unit may be of another (AreaTable.period). */
  readonly period: Period;
  readonly problems: readonly ShownProblem[];
  readonly classes: RegionClasses;
}

const USUAL: readonly IndicatorId[] = ['stunting', 'wasting', 'extreme-poverty'];

/** The three problems where the data know them, else the next that they know; null where there are not three. */
export function openingRegions(answerable: readonly IndicatorId[]): Regions | null {
  const known = [...USUAL, ...answerable].filter((id) => answerable.includes(id));
  const [first, second, third] = [...new Set(known)].map(
    (indicator): RegionProblem => ({ indicator, threshold: null }),
  );
  return first && second && third ? { kind: 'regions', problems: [first, second, third] } : null;
}

interface Rates extends Pick<ShownProblem, 'indicator' | 'measure' | 'totals'> {}

function ratesAt(
  atlas: Atlas,
  level: View['level'],
  id: IndicatorId,
  period: Period,
  filters: View['filters'],
  showSmallRates: boolean,
): Rates | null {
  const answer = answerBeside(atlas, level, id, period, filters);
  if (answer === null) return null;
  const { indicator, table, totals } = answer;
  return { indicator, totals, measure: measureOf(table, indicator, { measure: 'rate', showSmallRates }) };
}

/** Remembers the stages of one problem, so that a threshold costs no sum. */
function createProblem() {
  const rates = remember(ratesAt);
  const locked = remember(ratesAt);
  const usual = remember(({ measure }: Rates, indicator: Indicator) =>
    regionThreshold(measure.value, indicator),
  );
  const shown = remember((own: Rates, base: Rates, threshold: number | null): ShownProblem => {
    const origin = threshold !== null ? 'own' : own.indicator.bands ? 'bands' : 'tertile';
    const at = threshold === null ? usual(base, own.indicator) : roundThreshold(threshold);
    return { ...own, threshold: at, origin, tertileOf: base.measure.table.period };
  });
  return (
    atlas: Atlas,
    { level, period, filters }: View,
    { indicator, threshold }: RegionProblem,
    { lockedPeriod, showSmallRates }: Pick<LayerGround, 'lockedPeriod' | 'showSmallRates'>,
  ): ShownProblem | null => {
    const own = rates(atlas, level, indicator, period, filters, showSmallRates);
    const base = lockedPeriod && locked(atlas, level, indicator, lockedPeriod, NO_FILTERS, showSmallRates);
    return own && shown(own, base ?? own, threshold);
  };
}

function shadingOf({ classes }: RegionLayer): Shading {
  const { classOf, status, areasPerClass, unsureOf } = classes;
  const hatched = unsureOf.map((bits) => (bits > 0 ? 1 : 0));
  return { kind: 'regions', classOf, status, colors: REGION_PALETTE, areasPerClass, hatched };
}

const makeRegionLayer: LayerMaker<'regions', RegionLayer> = () => {
  const places = [createProblem(), createProblem(), createProblem()];
  const layers = remember(
    (choice: Regions, period: Period, ...problems: readonly ShownProblem[]): RegionLayer => {
      const classes = regionClasses(
        problems.map(({ measure, threshold, indicator: { polarity } }) => ({ measure, threshold, polarity })),
      );
      return { kind: 'regions', choice, period, problems, classes };
    },
  );
  const shadings = remember(shadingOf);
  return (ground, choice) => {
    const { atlas, view } = ground;
    const problems = choice.problems.flatMap((problem, k) => places[k]?.(atlas, view, problem, ground) ?? []);
    if (problems.length < choice.problems.length) return 'waiting';
    const layer = layers(choice, view.period, ...problems);
    return { layer, shading: shadings(layer) };
  };
};

/** How many of the three problems each area has; 0 also where one is not known. */
export function problemCounts({ classes }: Pick<RegionLayer, 'classes'>): readonly number[] {
  return Array.from(classes.classOf, (region) => (region === NO_CLASS ? 0 : problemsOf(region).length));
}

export const regionsKind: LayerKind<'regions', RegionLayer> = {
  settle: unlessIndicatorMoves,
  make: makeRegionLayer,
  told: (ground, layer) => {
    const counts = problemCounts(layer);
    const most = Math.max(0, ...counts);
    return ordered(rankKeys(ground, (i) => most > 0 && counts[i] === most));
  },
};
