import { createTally, type Observed, type PermutationCounts } from './draw-tally.ts';
import { invariant } from './problem.ts';
import { createRandom, type Random } from './random.ts';
import { degreesOf, spatialLag, variationOf } from './spatial-lag.ts';
import type { NeighborGraph } from './spatial-weights.ts';

/** How many draws, and the seed that they follow from. */
export interface PermutationPlan {
  readonly permutations: number;
  readonly seed: number;
}

/** Largest value of a column in fixed point; fewer bits where sums of very many would leave the exact integers. */
const FIXED_POINT_BITS = 40;
/** Steps of work (a gather, an addition) between two reports of progress: a few milliseconds. */
export const STEPS_PER_REPORT = 40_000;

/**
 * min(1, 2 (min(at least, at most) + 1) / (draws + 1)): the share of draws as far out as the observed, to either side,
 * the observed counted as one of them, so never 0. NaN where nothing was tested.
 */
export function twoSidedP(atLeast: number, atMost: number, permutations: number): number {
  if (atLeast + atMost === 0) return Number.NaN;
  return Math.min(1, (2 * (Math.min(atLeast, atMost) + 1)) / (permutations + 1));
}

/** twoSidedP of each area. */
export function permutationP({ permutations, atLeast, atMost }: PermutationCounts): Float64Array {
  const p = new Float64Array(atLeast.length);
  for (let i = 0; i < p.length; i++) p[i] = twoSidedP(atLeast[i]!, atMost[i]!, permutations);
  return p;
}

/**
 * Draws `size` distinct numbers of 0 to `count` - 1, each ordered choice as likely as any other: the first `size` steps
 * of a Fisher-Yates shuffle, of a permutation that is kept from draw to draw (whatever its order, the next draw is
 * uniform). The array returned is written over by the next draw; only its first `size` entries are the draw.
 */
export function createSampler(count: number, size: number, random: Random): () => Uint32Array {
  invariant(size <= count, `${size} of ${count} cannot be distinct`);
  const order = new Uint32Array(count);
  for (let i = 0; i < count; i++) order[i] = i;
  return () => {
    for (let j = 0; j < size; j++) {
      const at = j + random.below(count - j);
      const id = order[at]!;
      order[at] = order[j]!;
      order[j] = id;
    }
    return order;
  };
}

/**
 * Whole numbers of 0 to 2^40 in proportion to the values above the least: sums are exact and the same in any order, on
 * every engine. Two sums of k values that are equal in truth differ by at most k here, from rounding.
 * Null where variationOf finds nothing to test.
 */
export function fixedPoint(values: Float64Array, mostSummed: number): Float64Array | null {
  const variation = variationOf(values);
  if (!variation) return null;
  const { least, most } = variation;
  const top = 2 ** Math.min(FIXED_POINT_BITS, 52 - Math.ceil(Math.log2(mostSummed + 1)));
  const fixed = new Float64Array(values.length);
  for (let i = 0; i < fixed.length; i++) fixed[i] = Math.round(((values[i]! - least) / (most - least)) * top);
  return fixed;
}

/** What is observed, and what a draw says of an area with k neighbors instead. */
export interface DrawStatistic extends Observed {
  /** By number k of neighbors, 0 to the most: the statistic of the first k areas drawn. Written over by the next. */
  byDegree(drawn: Uint32Array): Float64Array;
  /** The statistic of the first k + 1 areas of the last draw less area i, which is one of the first k. */
  without(i: number, k: number): number;
}

/**
 * Conditional permutation from draws that all areas share: the k neighbors of area i become k others, drawn at random
 * without replacement, i itself staying where it is (Anselin 1995). For a given k the draws are the same for every area;
 * where one has i among its first k, i is taken out and the (k + 1)th put in. Deleting i from a random permutation
 * leaves a random permutation of the others, so this is exact, not an approximation.
 *
 * Each draw is made, looked up and forgotten: memory is linear in the areas whatever the number of draws, time is
 * draws x (most neighbors + numbers of neighbors in use x log areas). One area with very many neighbors lengthens every
 * draw. The same seed gives the same counts on every engine. Yields the share done.
 * An area without neighbors is drawn, but not tested.
 */
export function* tallyDraws(
  statistic: DrawStatistic,
  { permutations, seed }: PermutationPlan,
): Generator<number, PermutationCounts> {
  const { degrees } = statistic;
  const most = statistic.slack.length - 1;
  const tally = createTally(statistic, permutations);
  const draw = createSampler(degrees.length, most + 1, createRandom(seed));
  const drawsPerReport = Math.ceil(STEPS_PER_REPORT / (most + 1));
  for (let p = 1; p <= permutations; p++) {
    const drawn = draw();
    const byDegree = statistic.byDegree(drawn);
    tally.add(byDegree);
    for (let j = 0; j < most; j++) {
      const i = drawn[j]!;
      const k = degrees[i]!;
      if (j < k) tally.correct(i, byDegree[k]!, statistic.without(i, k));
    }
    if (p % drawsPerReport === 0) yield p / permutations;
  }
  return tally.result();
}

/** The most neighbors that any area has. */
export function mostOf(degrees: Uint32Array): number {
  let most = 0;
  for (let i = 0; i < degrees.length; i++) if (degrees[i]! > most) most = degrees[i]!;
  return most;
}

/** Counts where nothing was to be tested. */
export function untested(areas: number, { permutations }: PermutationPlan): PermutationCounts {
  return { permutations, atLeast: new Uint32Array(areas), atMost: new Uint32Array(areas) };
}

/** The sum of the values of an area's neighbors, in fixed point: column[i] are whole numbers. */
function neighborSum(column: Float64Array, degrees: Uint32Array, graph: NeighborGraph): DrawStatistic {
  const most = mostOf(degrees);
  const sums = new Float64Array(most + 2);
  return {
    degrees,
    observed: spatialLag(column, { graph, style: 'B' }),
    slack: Float64Array.from({ length: most + 1 }, (_, k) => k),
    byDegree(drawn) {
      for (let j = 0; j <= most; j++) sums[j + 1] = sums[j]! + column[drawn[j]!]!;
      return sums;
    },
    without: (i, k) => sums[k + 1]! - column[i]!,
  };
}

/**
 * How often the sum of an area's neighbors is reached when other areas take their places (tallyDraws). One test serves
 * local Moran and Gi (an area's own value stays), Gi* (it is in every sum), rates standardized by empirical Bayes, and
 * bivariate local Moran (values are those of the neighbors' variable); with weights equal within each row, W and B alike.
 * Equal sums are equal: values are compared in fixed point, where rounding cannot part them.
 * @param values complete, no NaN, of the areas of the graph. Where fewer than three or all equal, nothing is tested; an
 * area without neighbors is drawn like any other and not tested.
 */
export function* conditionalCounts(
  values: Float64Array,
  graph: NeighborGraph,
  plan: PermutationPlan,
): Generator<number, PermutationCounts> {
  const degrees = degreesOf(graph);
  const column = fixedPoint(values, mostOf(degrees) + 1);
  if (!column) return untested(values.length, plan);
  return yield* tallyDraws(neighborSum(column, degrees, graph), plan);
}
