import { bivariateLocalMoran, bivariateMoran, bivariateMoranCounts } from './bivariate-moran.ts';
import { type BreakMethod, classBreaks, classesBetween } from './class-breaks.ts';
import {
  conditionalCounts,
  type PermutationPlan,
  permutationP,
  twoSidedP,
} from './conditional-permutation.ts';
import type { PermutationCounts } from './draw-tally.ts';
import {
  globalEmpiricalBayes,
  localEmpiricalBayes,
  type RateVariance,
  standardizedRates,
} from './empirical-bayes.ts';
import { getisOrd, getisOrdStar } from './getis-ord.ts';
import { type GlobalCounts, globalMoran, globalMoranCounts } from './global-moran.ts';
import { localJoinCounts } from './join-count.ts';
import { leeCounts, leeL, leeLocalCounts } from './lee.ts';
import {
  type LocalStatistics,
  localMoran,
  noLocalStatistics,
  QUADRANTS,
  quadrantsAbout,
  quadrantsOf,
} from './local-moran.ts';
import { rankByUrgency } from './measure.ts';
import { normalTwoSidedP } from './normal-distribution.ts';
import { rankSets } from './rank-sets.ts';
import { type RateCounts, wilsonInterval } from './rates.ts';
import { circularScan, type ScanCluster, type ScanModel } from './scan.ts';
import type { ScanPoints } from './scan-window.ts';
import { centered, degreesOf, spatialLag } from './spatial-lag.ts';
import type { SpatialWeights } from './spatial-weights.ts';

/** What an area is taken for where it is significant. */
export type Pattern = 'high-high' | 'low-low' | 'high-low' | 'low-high' | 'hot' | 'cold';

/** Of the whole map; NaN where there is none. p two-sided: from `permutations` draws, or analytic where these are 0. */
export interface GlobalStatistic {
  readonly statistic: number;
  readonly expected: number;
  readonly variance: number;
  readonly z: number;
  readonly p: number;
  readonly permutations: number;
}

/** What one method says, by area. */
export interface AreaStatistics extends LocalStatistics {
  readonly p: Float64Array;
  /** False where p already allows for all areas looked at, or areas are not tested at all. */
  readonly correctable: boolean;
  /** What each area would be; null where the statistic points nowhere. */
  readonly pattern: readonly (Pattern | null)[];
  readonly global:
    | GlobalStatistic
    | { readonly breaks: Float64Array }
    | { readonly clusters: readonly ScanCluster[] }
    | null;
  /** Further columns by name; NaN where there is no number. */
  readonly columns: Readonly<Record<string, Float64Array>>;
  /** Classes of `classify`, from 0. */
  readonly classes: Uint8Array | null;
}

type Work = Generator<number, AreaStatistics>;

/** Draws of a whole map, and their cost in additions, beyond which it gets fewer draws than its areas do. */
const MOST_GLOBAL_STEPS = 5e8;
const FEWEST_GLOBAL_DRAWS = 999;

const PERMUTED_NOTHING = { permutations: 0, seed: 0 };

/** Statistics of an analysis without a number by area. */
export function untestedAreas(areas: number): AreaStatistics {
  const nothing = noLocalStatistics(areas);
  return {
    ...nothing,
    p: nothing.z.slice(),
    correctable: false,
    pattern: new Array<null>(areas).fill(null),
    global: null,
    columns: {},
    classes: null,
  };
}

const analyticP = (z: Float64Array): Float64Array => z.map(normalTwoSidedP);

function* areaP(
  z: Float64Array,
  plan: PermutationPlan,
  counts: () => Generator<number, PermutationCounts>,
): Generator<number, Float64Array> {
  return plan.permutations === 0 ? analyticP(z) : permutationP(yield* counts());
}

function globalPlan(plan: PermutationPlan, { graph }: SpatialWeights): PermutationPlan {
  const steps = graph.offset.length + graph.neighbor.length;
  const affordable = Math.max(FEWEST_GLOBAL_DRAWS, Math.floor(MOST_GLOBAL_STEPS / steps));
  return { ...plan, permutations: Math.min(plan.permutations, affordable) };
}

const permutedGlobal = (
  statistic: number,
  { atLeast, atMost, permutations }: GlobalCounts,
): GlobalStatistic => ({
  statistic,
  expected: Number.NaN,
  variance: Number.NaN,
  z: Number.NaN,
  p: permutations === 0 ? Number.NaN : twoSidedP(atLeast, atMost, permutations),
  permutations,
});

/** Global Moran's I: moments under randomization, p from whole shuffles where the plan asks for draws. */
export function* moranOfMap(
  values: Float64Array,
  weights: SpatialWeights,
  plan: PermutationPlan = PERMUTED_NOTHING,
): Generator<number, GlobalStatistic> {
  const { statistic, expected, randomization } = globalMoran(values, weights);
  const drawn = globalPlan(plan, weights);
  const { permutations } = drawn;
  if (permutations === 0) return { statistic, expected, ...randomization, permutations };
  const { atLeast, atMost } = yield* globalMoranCounts(values, weights, drawn);
  return { statistic, expected, ...randomization, p: twoSidedP(atLeast, atMost, permutations), permutations };
}

const quadrantPatterns = (quadrants: Uint8Array): (Pattern | null)[] =>
  Array.from(quadrants, (quadrant) => QUADRANTS[quadrant - 1] ?? null);

/** Whether a quadrant has high neighbors. */
const isAround = (quadrant: number): boolean => quadrant === 1 || quadrant === 2;

/**
 * Local Moran of a measure, with global Moran beside it.
 * @param reference high is above it; null: above the mean of all areas. What is tested is always against that mean: an
 * area whose neighbors are on the other side of it than of the reference points nowhere.
 */
export function* localMoranOfAreas(
  values: Float64Array,
  weights: SpatialWeights,
  plan: PermutationPlan,
  reference: number | null,
): Work {
  const local = localMoran(values, weights);
  const p = yield* areaP(local.z, plan, () => conditionalCounts(values, weights.graph, plan));
  const tested = quadrantsOf(values, weights);
  const told = reference === null ? tested : quadrantsAbout(values, weights, reference);
  return {
    ...untestedAreas(values.length),
    ...local,
    p,
    correctable: true,
    pattern: quadrantPatterns(told.map((each, i) => (isAround(each) === isAround(tested[i]!) ? each : 0))),
    global: yield* moranOfMap(values, weights),
  };
}

/**
 * Gi, or Gi* where `star`.
 * @param reference as in localMoranOfAreas, for the mean of the neighbors (Gi*: and the area itself).
 */
export function* getisOrdOfAreas(
  values: Float64Array,
  weights: SpatialWeights,
  plan: PermutationPlan,
  star: boolean,
  reference: number | null,
): Work {
  const local = star ? getisOrdStar(values, weights) : getisOrd(values, weights);
  const p = yield* areaP(local.z, plan, () => conditionalCounts(values, weights.graph, plan));
  const lag = spatialLag(values, { graph: weights.graph, style: 'W' });
  const degrees = degreesOf(weights.graph);
  const mean = lag.map((each, i) => (star ? (each * degrees[i]! + values[i]!) / (degrees[i]! + 1) : each));
  const pattern = Array.from(local.z, (z, i) => {
    if (z > 0) return reference === null || mean[i]! > reference ? 'hot' : null;
    return z < 0 && (reference === null || mean[i]! < reference) ? 'cold' : null;
  });
  return { ...untestedAreas(values.length), ...local, p, correctable: true, pattern };
}

/** Local join counts of areas marked 1: of one column, or of areas where both columns are 1. */
export function* joinCountsOfAreas(x: Float64Array, z: Float64Array | null, { graph }: SpatialWeights): Work {
  const marked = Uint8Array.from(x, (value, i) => Number(value === 1 && (z === null || z[i] === 1)));
  const { count, expected, variance, p } = localJoinCounts(marked, marked, graph);
  const tested = (column: Float64Array) =>
    column.map((value, i) => (Number.isNaN(p[i]!) ? Number.NaN : value));
  const deviate = count.map((value, i) =>
    variance[i]! > 0 ? (value - expected[i]!) / Math.sqrt(variance[i]!) : Number.NaN,
  );
  yield 1;
  return {
    ...untestedAreas(x.length),
    statistic: count.map((value, i) => (graph.offset[i] === graph.offset[i + 1] ? Number.NaN : value)),
    expected: tested(expected),
    variance: tested(variance),
    z: tested(deviate),
    p,
    correctable: true,
    pattern: Array.from(marked, (mark) => (mark === 1 ? 'high-high' : null)),
  };
}

/** Neighbors' y around own x: moments are those of y's lag where the other areas change places, times own x. */
export function* bivariateOfAreas(
  x: Float64Array,
  y: Float64Array,
  weights: SpatialWeights,
  plan: PermutationPlan,
): Work {
  const statistic = bivariateLocalMoran(x, y, weights);
  const { z, expected, variance } = bivariateMoments(x, y, weights);
  const p = yield* areaP(z, plan, () => conditionalCounts(y, weights.graph, plan));
  const counts = yield* bivariateMoranCounts(x, y, weights, globalPlan(plan, weights));
  return {
    ...untestedAreas(x.length),
    statistic,
    expected,
    variance,
    z,
    p,
    correctable: true,
    pattern: quadrantPatterns(quadrantsOf(x, weights, y)),
    global: permutedGlobal(bivariateMoran(x, y, weights), counts),
  };
}

function bivariateMoments(x: Float64Array, y: Float64Array, weights: SpatialWeights): LocalStatistics {
  const n = x.length;
  const moments = noLocalStatistics(n);
  const [first, second] = [centered(x), centered(y)];
  if (!first || !second) return moments;
  const { z } = getisOrd(y, weights);
  const scale = (n - 1) / Math.sqrt(first.sumOfSquares * second.sumOfSquares);
  const { offset } = weights.graph;
  for (let i = 0; i < n; i++) {
    const degree = offset[i + 1]! - offset[i]!;
    if (degree === 0) continue;
    const weight = weights.style === 'W' ? 1 / degree : 1;
    const [own, other] = [first.deviation[i]! * scale, second.deviation[i]!];
    const rest = -other / (n - 1);
    const spread = (second.sumOfSquares - other * other) / (n - 1) - rest * rest;
    moments.expected[i] = own * weight * degree * rest;
    moments.variance[i] =
      own * own * Math.max(0, spread) * ((weight * weight * degree * (n - 1 - degree)) / (n - 2));
    if (own !== 0) moments.z[i] = Math.sign(own) * z[i]!;
  }
  return moments;
}

/** Lee's L, with p from draws only: it has no analytic one here. */
export function* leeOfAreas(
  x: Float64Array,
  y: Float64Array,
  weights: SpatialWeights,
  plan: PermutationPlan,
): Work {
  const { statistic, local } = leeL(x, y, weights);
  const none = local.map(() => Number.NaN);
  const drawn = plan.permutations > 0;
  const p = drawn ? permutationP(yield* leeLocalCounts(x, y, weights.graph, plan)) : none;
  const counts = yield* leeCounts(x, y, weights, globalPlan(plan, weights));
  const [lagX, lagY] = [x, y].map((column) => spatialLag(centered(column)?.deviation ?? none, weights)) as [
    Float64Array,
    Float64Array,
  ];
  return {
    ...untestedAreas(x.length),
    statistic: local,
    p,
    correctable: true,
    pattern: Array.from(local, (value, i) =>
      Number.isNaN(value) ? null : QUADRANTS[lagY[i]! > 0 ? (lagX[i]! > 0 ? 0 : 1) : lagX[i]! > 0 ? 3 : 2]!,
    ),
    global: permutedGlobal(statistic, counts),
  };
}

/** Circular scan: the areas of a cluster have its ratio as statistic and its p. */
export function* scanOfAreas(
  { numerator, denominator }: RateCounts,
  points: ScanPoints,
  model: ScanModel,
  largestShare: number,
  { permutations, seed }: PermutationPlan,
): Work {
  const { clusters } = yield* circularScan({
    cases: numerator,
    population: denominator,
    points,
    model,
    largestShare,
    replications: permutations,
    seed,
  });
  const areas = untestedAreas(numerator.length);
  const pattern = [...areas.pattern];
  for (const { members, llr, p } of clusters) {
    for (const i of members) {
      areas.statistic[i] = llr;
      areas.p[i] = p;
      pattern[i] = 'hot';
    }
  }
  return { ...areas, pattern, global: { clusters } };
}

/** Rates with Wilson's interval, empirical Bayes estimates and standardized rates. */
export function* ratesOfAreas(counts: RateCounts, variance: RateVariance, { graph }: SpatialWeights): Work {
  const { numerator, denominator } = counts;
  const wilson = Array.from(numerator, (n, i) => wilsonInterval(n, denominator[i]!));
  yield 0.5;
  return {
    ...untestedAreas(numerator.length),
    columns: {
      raw: numerator.map((n, i) => n / denominator[i]!),
      wilsonLow: Float64Array.from(wilson, ([low]) => low),
      wilsonHigh: Float64Array.from(wilson, ([, high]) => high),
      ebGlobal: globalEmpiricalBayes(counts).rate,
      ebLocal: localEmpiricalBayes(counts, graph),
      ebStandardized: standardizedRates(counts, variance),
    },
  };
}

/** Which ranks of the true rates the counts leave open, beside the rank of the rate itself. */
export function* rankSetsOfAreas(
  counts: RateCounts,
  simultaneous: boolean,
  { permutations, seed }: PermutationPlan,
): Work {
  const { low, high } = yield* rankSets(counts, { seed, simultaneous, draws: permutations });
  const rate = counts.numerator.map((n, i) => n / counts.denominator[i]!);
  return {
    ...untestedAreas(rate.length),
    columns: {
      rank: Float64Array.from(rankByUrgency(rate, 'more-is-worse')),
      rankLow: Float64Array.from(low),
      rankHigh: Float64Array.from(high),
    },
  };
}

/** Classes between breaks. */
export function* classesOfAreas(values: Float64Array, method: BreakMethod): Work {
  const breaks = classBreaks(values, method);
  yield 0.5;
  return {
    ...untestedAreas(values.length),
    global: { breaks },
    classes: breaks.length > 1 ? classesBetween(values, breaks) : new Uint8Array(values.length),
  };
}
