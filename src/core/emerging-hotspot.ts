import { type RateVariance, standardizedRates } from './empirical-bayes.ts';
import { adjustedForDiscoveries, DISCOVERY_RATE } from './false-discovery.ts';
import { getisOrdStar } from './getis-ord.ts';
import { mannKendall } from './mann-kendall.ts';
import { normalTwoSidedP } from './normal-distribution.ts';
import type { RateCounts } from './rates.ts';
import { type NeighborGraph, restrictGraph } from './spatial-weights.ts';

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
    const { s, p } = mannKendall(z);
    if (p > DISCOVERY_RATE) return 'persistent';
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
 * in the last, by the trend of z; sporadic, on and off; oscillating, cold before; historical, hot in 90 % and no longer.
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
 * Gi* of standardized rates in each period (Ord & Getis 1995; Assuncao & Reis 1999), among the areas that have a figure in
 * it, hot or cold where its p passes a false discovery rate of 5 % among them; then the category over the periods. An area
 * without a figure in a period is left out of that period. Neighbors in space alone. Yields the share done.
 */
export function* emergingHotspots({
  periods,
  variance,
  graph,
}: EmergingQuestion): Generator<number, EmergingMap> {
  const areas = graph.offset.length - 1;
  const scores: Float64Array[] = [];
  const heats: Int8Array[] = [];
  for (const [k, counts] of periods.entries()) {
    const { z, heat } = periodHeat(counts, variance, graph);
    scores.push(z);
    heats.push(heat);
    yield (k + 1) / (periods.length + 1);
  }
  const map: EmergingMap = {
    category: new Int8Array(areas),
    periods: new Uint8Array(areas),
    hot: new Uint8Array(areas),
    cold: new Uint8Array(areas),
    judged: new Uint8Array(areas),
  };
  for (let i = 0; i < areas; i++) {
    const taking = scores.flatMap((z, k) => (Number.isNaN(z[i]!) ? [] : [k]));
    const heat = taking.map((k) => heats[k]![i] as Heat);
    map.periods[i] = taking.length;
    map.hot[i] = heat.filter((each) => each === 1).length;
    map.cold[i] = heat.filter((each) => each === -1).length;
    if (taking.at(-1) !== periods.length - 1 || taking.length < EMERGING_PERIODS) continue;
    map.judged[i] = 1;
    const found = emergingCategory(
      taking.map((k) => scores[k]![i]!),
      heat,
    );
    if (found) map.category[i] = found.heat * (EMERGING.indexOf(found.kind) + 1);
  }
  return map;
}

function periodHeat(
  { numerator, denominator }: RateCounts,
  variance: RateVariance,
  graph: NeighborGraph,
): { readonly z: Float64Array; readonly heat: Int8Array } {
  const areas = numerator.length;
  const z = new Float64Array(areas).fill(Number.NaN);
  const heat = new Int8Array(areas);
  const kept = Uint32Array.from(numerator.keys()).filter(
    (i) => denominator[i]! > 0 && (variance === 'poisson' || numerator[i]! <= denominator[i]!),
  );
  if (kept.length < 3) return { z, heat };
  const rates = standardizedRates(
    {
      numerator: Float64Array.from(kept, (i) => numerator[i]!),
      denominator: Float64Array.from(kept, (i) => denominator[i]!),
    },
    variance,
  );
  const own = getisOrdStar(rates, { graph: restrictGraph(graph, kept), style: 'W' }).z;
  const q = adjustedForDiscoveries(
    own.map((each) => (Number.isNaN(each) ? each : normalTwoSidedP(Math.abs(each)))),
  );
  for (const [k, i] of kept.entries()) {
    z[i] = own[k]!;
    if (q[k]! <= DISCOVERY_RATE) heat[i] = Math.sign(own[k]!);
  }
  return { z, heat };
}
