import { type PermutationPlan, STEPS_PER_REPORT } from './conditional-permutation.ts';
import { normalTwoSidedP } from './normal-distribution.ts';
import { createRandom } from './random.ts';
import { centered, degreesOf, spatialLag, weightOf } from './spatial-lag.ts';
import type { SpatialWeights } from './spatial-weights.ts';

/** What a statistic does by chance, and how far out the observed is: z, and p two-sided from the normal distribution. */
export interface AnalyticTest {
  readonly variance: number;
  readonly z: number;
  readonly p: number;
}

/** Every number is NaN where there is nothing to test. */
export interface GlobalMoran {
  readonly statistic: number;
  readonly expected: number;
  /** Where every order of the values is as likely; NaN with fewer than four areas that have neighbors. */
  readonly randomization: AnalyticTest;
  /** Where the values are drawn from one normal distribution. */
  readonly normality: AnalyticTest;
}

/** How the draws of a whole map compare with what was observed; both 0 where nothing was to be tested. */
export interface GlobalCounts {
  readonly permutations: number;
  readonly atLeast: number;
  readonly atMost: number;
}

/** Two statistics no further apart than this share of the largest possible are equal: rounding of sums in other orders. */
const EQUAL = 1e-12;

/** The sums of weights on which the variance rests (Cliff & Ord 1981), and the areas that have neighbors. */
function weightSums(weights: SpatialWeights) {
  const { offset, neighbor } = weights.graph;
  const degrees = degreesOf(weights.graph);
  const weight = rowWeights(weights);
  const towards = new Float64Array(degrees.length);
  let [areas, s0, s1, s2] = [0, 0, 0, 0];
  for (let i = 0; i < degrees.length; i++) {
    if (degrees[i]! > 0) areas++;
    s0 += degrees[i]! * weight[i]!;
    for (let e = offset[i]!; e < offset[i + 1]!; e++) {
      const j = neighbor[e]!;
      towards[j]! += weight[i]!;
      s1 += weight[i]! * weight[i]!;
      if (isLinked(neighbor, offset[j]!, offset[j + 1]!, i)) s1 += weight[i]! * weight[j]!;
    }
  }
  for (let i = 0; i < degrees.length; i++) s2 += (degrees[i]! * weight[i]! + towards[i]!) ** 2;
  return { areas, s0, s1, s2 };
}

/** What each neighbor of an area weighs, by area. */
function rowWeights({ graph, style }: SpatialWeights): Float64Array {
  const { offset } = graph;
  const weight = new Float64Array(offset.length - 1);
  for (let i = 0; i < weight.length; i++) weight[i] = weightOf(style, offset[i + 1]! - offset[i]!);
  return weight;
}

/** Whether an ascending row of neighbors holds i. */
function isLinked(neighbor: Uint32Array, start: number, end: number, i: number): boolean {
  let low = start;
  let high = end;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (neighbor[middle]! < i) low = middle + 1;
    else high = middle;
  }
  return low < end && neighbor[low] === i;
}

function testOf(statistic: number, expected: number, variance: number): AnalyticTest {
  const z = variance > 0 ? (statistic - expected) / Math.sqrt(variance) : Number.NaN;
  return { variance, z, p: normalTwoSidedP(z) };
}

/**
 * Moran's I of a map, its moments under randomization and under normality (Moran 1950; Cliff & Ord 1981), as spdep's
 * moran.test with zero.policy and adjust.n: areas without neighbors count in the mean, the sums of squares and the
 * kurtosis, not in n. Row-standardized or binary weights, symmetric or not. Time: links x log neighbors.
 * @param values complete, no NaN, of the areas of the graph. Where fewer than three, all equal, or without a link,
 * every number is NaN.
 */
export function globalMoran(values: Float64Array, weights: SpatialWeights): GlobalMoran {
  const column = centered(values);
  const { areas: n, s0, s1, s2 } = weightSums(weights);
  if (!column || s0 === 0) {
    const none = testOf(Number.NaN, Number.NaN, Number.NaN);
    return { statistic: Number.NaN, expected: Number.NaN, randomization: none, normality: none };
  }
  const lag = spatialLag(column.deviation, weights);
  let [product, fourth] = [0, 0];
  for (let i = 0; i < values.length; i++) {
    const deviation = column.deviation[i]!;
    product += deviation * lag[i]!;
    fourth += (deviation * deviation) ** 2;
  }
  const statistic = ((n / s0) * product) / column.sumOfSquares;
  const expected = -1 / (n - 1);
  const kurtosis = (values.length * fourth) / column.sumOfSquares ** 2;
  const normal = (n * n * s1 - n * s2 + 3 * s0 * s0) / (s0 * s0 * (n * n - 1));
  const even = n * ((n * n - 3 * n + 3) * s1 - n * s2 + 3 * s0 * s0);
  const peaked = kurtosis * ((n * n - n) * s1 - 2 * n * s2 + 6 * s0 * s0);
  const random = n > 3 ? (even - peaked) / ((n - 1) * (n - 2) * (n - 3) * s0 * s0) : Number.NaN;
  return {
    statistic,
    expected,
    randomization: testOf(statistic, expected, random - expected ** 2),
    normality: testOf(statistic, expected, normal - expected ** 2),
  };
}

/**
 * How often the statistic of the map is reached when its rows change places: whole shuffles (Fisher & Yates), seeded,
 * the same counts on every engine. Yields the share done. Time: draws x cost of the statistic.
 * @param statistic of the map whose area i takes what area order[i] has.
 * @param scale the size that the statistic is of: numbers apart by 1e-12 of it are equal.
 * @param stepsPerDraw about what one draw costs, in additions.
 */
export function* shuffleCounts(
  areas: number,
  statistic: (order: Uint32Array) => number,
  scale: number,
  { permutations, seed }: PermutationPlan,
  stepsPerDraw = areas,
): Generator<number, GlobalCounts> {
  const random = createRandom(seed);
  const order = new Uint32Array(areas);
  for (let i = 0; i < areas; i++) order[i] = i;
  const observed = statistic(order);
  const near = EQUAL * scale;
  const drawsPerReport = Math.ceil(STEPS_PER_REPORT / stepsPerDraw);
  let [atLeast, atMost] = [0, 0];
  for (let p = 1; p <= permutations; p++) {
    for (let i = areas - 1; i > 0; i--) {
      const at = random.below(i + 1);
      const id = order[at]!;
      order[at] = order[i]!;
      order[i] = id;
    }
    const drawn = statistic(order);
    if (drawn >= observed - near) atLeast++;
    if (drawn <= observed + near) atMost++;
    if (p % drawsPerReport === 0) yield p / permutations;
  }
  return { permutations, atLeast, atMost };
}

/**
 * shuffleCounts of Moran's I, for twoSidedP. Time: draws x links.
 * @param values as for globalMoran; where it is NaN nothing is tested and the counts are 0.
 */
export function* globalMoranCounts(
  values: Float64Array,
  weights: SpatialWeights,
  plan: PermutationPlan,
): Generator<number, GlobalCounts> {
  const column = centered(values);
  const { offset, neighbor } = weights.graph;
  if (!column || neighbor.length === 0) return { permutations: plan.permutations, atLeast: 0, atMost: 0 };
  const weight = rowWeights(weights);
  const drawn = new Float64Array(values.length);
  const statistic = (order: Uint32Array): number => {
    for (let i = 0; i < order.length; i++) drawn[i] = column.deviation[order[i]!]!;
    let product = 0;
    for (let i = 0; i < order.length; i++) {
      const end = offset[i + 1]!;
      let sum = 0;
      for (let e = offset[i]!; e < end; e++) sum += drawn[neighbor[e]!]!;
      product += drawn[i]! * sum * weight[i]!;
    }
    return product;
  };
  const steps = values.length + neighbor.length;
  return yield* shuffleCounts(values.length, statistic, column.sumOfSquares, plan, steps);
}
