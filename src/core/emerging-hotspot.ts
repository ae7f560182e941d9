import type { LonLat } from './area.ts';
import { type RateVariance, standardizedRates } from './empirical-bayes.ts';
import { DISCOVERY_RATE } from './false-discovery.ts';
import { mannKendall } from './mann-kendall.ts';
import { normalTwoSidedP } from './normal-distribution.ts';
import { OVERALL_RATE, type RateCounts } from './rates.ts';
import { spatialAnalysis } from './spatial-analysis.ts';
import type { NeighborGraph, WeightsStyle } from './spatial-weights.ts';

/** What became of an area's hotspots over time. */
export const EMERGING = [
  'new',
  'consecutive',
  'intensifying',
  'persistent',
  'diminishing',
  'sporadic',
  'oscillating',
  'historical',
] as const;
export type Emerging = (typeof EMERGING)[number];

/** With fewer periods a share of 90 % means all, and a trend of z is hardly ever shown. */
export const EMERGING_PERIODS = 8;
/** Hot in so large a share of the periods: nearly always. */
const NEARLY_ALWAYS = 0.9;

/** 1 hot, -1 cold, 0 neither. */
export type Heat = -1 | 0 | 1;

export interface EmergingCategory {
  readonly kind: Emerging;
  readonly heat: 1 | -1;
}

/** Whether one run of hot periods, two or more, ends the series, and none came before it. */
function isOneRun(hot: readonly boolean[]): boolean {
  const first = hot.indexOf(true);
  return hot.length - first >= 2 && hot.slice(first).every(Boolean);
}

function hotKind(z: readonly number[], heat: readonly Heat[], side: 1 | -1): Emerging | null {
  const hot = heat.map((each) => each === side);
  const last = hot.at(-1) === true;
  const share = hot.filter(Boolean).length / hot.length;
  if (share >= NEARLY_ALWAYS) {
    if (!last) return 'historical';
    const { s, z: trend } = mannKendall(z);
    if (normalTwoSidedP(trend) > DISCOVERY_RATE) return 'persistent';
    return s * side > 0 ? 'intensifying' : 'diminishing';
  }
  if (!last) return null;
  if (heat.some((each) => each === -side)) return 'oscillating';
  if (hot.indexOf(true) === hot.length - 1) return 'new';
  return isOneRun(hot) ? 'consecutive' : 'sporadic';
}

/**
 * The category of one area (Esri, ArcGIS Pro: "How Emerging Hot Spot Analysis works"), cold mirrored: new, hot in the last
 * period alone; consecutive, one run of two or more at the end; intensifying, persistent and diminishing, hot in 90 % and
 * in the last, by the trend of z (Mann-Kendall at 5 %, by its z however short, as Esri has it); sporadic, on and off; oscillating, cold before; historical, hot in 90 % and no longer.
 * The order in which they are tried where several fit is ours: the nearly always first, then oscillating, new,
 * consecutive, sporadic.
 * @param z of Gi*, by period. @param heat of the same periods, the last being the last of the series.
 * @returns null where nothing of it fits.
 */
export function emergingCategory(z: readonly number[], heat: readonly Heat[]): EmergingCategory | null {
  for (const side of [1, -1] as const) {
    const kind = heat.length === 0 ? null : hotKind(z, heat, side);
    if (kind) return { kind, heat: side };
  }
  return null;
}

export interface EmergingQuestion {
  /** By period, ascending; NaN, or a denominator of 0, where an area takes no part. */
  readonly periods: readonly RateCounts[];
  readonly variance: RateVariance;
  readonly graph: NeighborGraph;
  /** By area, for the order in which draws are made. */
  readonly codes: readonly string[] | null;
  readonly centroids: readonly LonLat[];
  /** Of each period; 0 for analytic p. */
  readonly permutations: number;
  readonly seed: number;
}

/** Gi* of one period, by area. */
export interface PeriodHeat {
  /** NaN where the area takes no part, or nothing varies. */
  readonly z: Float64Array;
  readonly p: Float64Array;
  readonly q: Float64Array;
  /** Heat. */
  readonly heat: Int8Array;
}

/** Columns by area. */
export interface EmergingMap {
  /** Place in EMERGING plus 1, below 0 for cold ones; 0: no pattern. */
  readonly category: Int8Array;
  /** Periods in which the area takes part, and those of them in which it is hot, and cold. */
  readonly periods: Uint8Array;
  readonly hot: Uint8Array;
  readonly cold: Uint8Array;
  /** 1 where the area takes part in the last period and in EMERGING_PERIODS or more. */
  readonly judged: Uint8Array;
}

/**
 * Gi* of one period (Ord & Getis 1995), by permutations: hot or cold where its p passes a false discovery rate of 5 % among
 * the areas that have a value. With fewer than 20 areas nothing is hot. Yields the share done.
 * @param values by area, NaN where an area takes no part. @param reference high is above it; null: the mean of all.
 */
export function* periodHeat(
  values: Float64Array,
  reference: number | null,
  question: Pick<EmergingQuestion, 'graph' | 'codes' | 'centroids' | 'permutations' | 'seed'> & {
    readonly style: WeightsStyle;
  },
): Generator<number, PeriodHeat> {
  const method = { kind: 'gi-star', values, reference } as const;
  const { z, p, q, areaClass } = yield* spatialAnalysis({ ...question, method });
  const heat = Int8Array.from(areaClass, (own) => (own === 'hot' ? 1 : own === 'cold' ? -1 : 0));
  return { z, p, q, heat };
}

/** Rates as hotspots are tested on, by area; NaN where an area takes no part. */
export function standardizedIn({ numerator, denominator }: RateCounts, variance: RateVariance): Float64Array {
  const kept = Uint32Array.from(numerator.keys()).filter(
    (i) =>
      denominator[i]! > 0 &&
      numerator[i]! >= 0 &&
      (variance === 'poisson' || numerator[i]! <= denominator[i]!),
  );
  const all = new Float64Array(numerator.length).fill(Number.NaN);
  if (kept.length === 0) return all;
  const picked = (column: Float64Array) => Float64Array.from(kept, (i) => column[i]!);
  const own = standardizedRates({ numerator: picked(numerator), denominator: picked(denominator) }, variance);
  for (const [k, i] of kept.entries()) all[i] = own[k]!;
  return all;
}

/**
 * Gi* of standardized rates in each period (Assuncao & Reis 1999; periodHeat), then the category over the periods. An area
 * without a figure in a period is left out of that period. Neighbors in space alone. Yields the share done.
 */
export function* emergingHotspots(question: EmergingQuestion): Generator<number, EmergingMap> {
  const found: PeriodHeat[] = [];
  for (const [k, counts] of question.periods.entries()) {
    const values = standardizedIn(counts, question.variance);
    const work = periodHeat(values, OVERALL_RATE, { ...question, style: 'W' });
    for (;;) {
      const step = work.next();
      if (step.done) {
        found.push(step.value);
        break;
      }
      yield (k + step.value) / question.periods.length;
    }
  }
  return categoriesOf(found);
}

/** The category of every area over its periods. */
export function categoriesOf(periods: readonly PeriodHeat[]): EmergingMap {
  const areas = periods[0]?.z.length ?? 0;
  const map: EmergingMap = {
    category: new Int8Array(areas),
    periods: new Uint8Array(areas),
    hot: new Uint8Array(areas),
    cold: new Uint8Array(areas),
    judged: new Uint8Array(areas),
  };
  for (let i = 0; i < areas; i++) {
    const taking = periods.filter(({ z }) => !Number.isNaN(z[i]!));
    const heat = taking.map((own) => own.heat[i] as Heat);
    map.periods[i] = taking.length;
    map.hot[i] = heat.filter((each) => each === 1).length;
    map.cold[i] = heat.filter((each) => each === -1).length;
    if (taking.at(-1) !== periods.at(-1) || taking.length < EMERGING_PERIODS) continue;
    map.judged[i] = 1;
    const category = emergingCategory(
      taking.map(({ z }) => z[i]!),
      heat,
    );
    if (category) map.category[i] = category.heat * (EMERGING.indexOf(category.kind) + 1);
  }
  return map;
}
