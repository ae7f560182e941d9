import {
  type DrawStatistic,
  fixedPoint,
  mostOf,
  type PermutationPlan,
  tallyDraws,
  untested,
} from './conditional-permutation.ts';
import type { PermutationCounts } from './draw-tally.ts';
import { type GlobalCounts, shuffleCounts } from './global-moran.ts';
import { centered, degreesOf, spatialLag, weightOf } from './spatial-lag.ts';
import type { NeighborGraph, SpatialWeights } from './spatial-weights.ts';

/** Lee's L: one number for how two maps go together once each is smoothed by its neighbors. */
export interface LeeL {
  /** NaN where either column has fewer than three values or equal ones, or there is no link. */
  readonly statistic: number;
  /** By area, lag(x) lag(y) in units of the two standard deviations; NaN for an area without neighbors too. */
  readonly local: Float64Array;
}

/**
 * Lee's L (2001, J. Geogr. Syst. 3:369), global and local, as spdep's lee: areas are not among their own neighbors.
 * Linear in the links.
 * @param x complete, no NaN, of the areas of the graph; so is y.
 */
export function leeL(x: Float64Array, y: Float64Array, weights: SpatialWeights): LeeL {
  const n = x.length;
  const local = new Float64Array(n).fill(Number.NaN);
  const [first, second] = [centered(x), centered(y)];
  if (!first || !second) return { statistic: Number.NaN, local };
  const [lagX, lagY] = [spatialLag(first.deviation, weights), spatialLag(second.deviation, weights)];
  const scale = n / Math.sqrt(first.sumOfSquares * second.sumOfSquares);
  let [product, squares] = [0, 0];
  degreesOf(weights.graph).forEach((degree, i) => {
    if (degree === 0) return;
    local[i] = lagX[i]! * lagY[i]! * scale;
    product += local[i]!;
    squares += (degree * weightOf(weights.style, degree)) ** 2;
  });
  return { statistic: product / squares, local };
}

/**
 * shuffleCounts of Lee's L: the pairs (x, y) change places together, so that what is tested is the place and not how x
 * goes with y. Time: draws x links.
 */
export function* leeCounts(
  x: Float64Array,
  y: Float64Array,
  { graph, style }: SpatialWeights,
  plan: PermutationPlan,
): Generator<number, GlobalCounts> {
  const { offset, neighbor } = graph;
  const [first, second] = [centered(x), centered(y)];
  if (!first || !second || neighbor.length === 0) {
    return { permutations: plan.permutations, atLeast: 0, atMost: 0 };
  }
  const [byPlaceX, byPlaceY] = [new Float64Array(x.length), new Float64Array(x.length)];
  let scale = 0;
  for (let i = 0; i < x.length; i++) {
    const degree = offset[i + 1]! - offset[i]!;
    scale = Math.max(scale, (degree * weightOf(style, degree)) ** 2);
  }
  const statistic = (order: Uint32Array): number => {
    for (let i = 0; i < order.length; i++) {
      byPlaceX[i] = first.deviation[order[i]!]!;
      byPlaceY[i] = second.deviation[order[i]!]!;
    }
    let product = 0;
    for (let i = 0; i < order.length; i++) {
      let sumX = 0;
      let sumY = 0;
      for (let e = offset[i]!; e < offset[i + 1]!; e++) {
        sumX += byPlaceX[neighbor[e]!]!;
        sumY += byPlaceY[neighbor[e]!]!;
      }
      product += sumX * sumY * weightOf(style, offset[i + 1]! - offset[i]!) ** 2;
    }
    return product;
  };
  scale *= Math.sqrt(first.sumOfSquares * second.sumOfSquares);
  return yield* shuffleCounts(x.length, statistic, scale, plan, x.length + neighbor.length);
}

/**
 * The product of the two neighbor sums, of fixed-point columns less their means. Like a plain sum it is the same for all
 * areas with k neighbors, so that Lee's local L needs no draws of its own for each area.
 */
function neighborProduct(
  x: Float64Array,
  y: Float64Array,
  degrees: Uint32Array,
  graph: NeighborGraph,
): DrawStatistic {
  const most = mostOf(degrees);
  const [sumX, sumY] = [new Float64Array(most + 2), new Float64Array(most + 2)];
  const products = new Float64Array(most + 1);
  const lagX = spatialLag(x, { graph, style: 'B' });
  const lagY = spatialLag(y, { graph, style: 'B' });
  return {
    degrees,
    observed: lagX.map((sum, i) => sum * lagY[i]!),
    slack: Float64Array.from({ length: most + 1 }, (_, k) => k * k * 2 ** 40),
    byDegree(drawn) {
      for (let j = 0; j <= most; j++) {
        sumX[j + 1] = sumX[j]! + x[drawn[j]!]!;
        sumY[j + 1] = sumY[j]! + y[drawn[j]!]!;
        products[j] = sumX[j]! * sumY[j]!;
      }
      return products;
    },
    without: (i, k) => (sumX[k + 1]! - x[i]!) * (sumY[k + 1]! - y[i]!),
  };
}

/** Fixed-point values less their rounded mean. */
function fixedPointDeviations(values: Float64Array, mostSummed: number): Float64Array | null {
  const column = fixedPoint(values, mostSummed);
  if (!column) return null;
  let total = 0;
  for (const value of column) total += value;
  const mean = Math.round(total / column.length);
  return column.map((value) => value - mean);
}

/**
 * How often Lee's local L of an area is reached when other areas' pairs (x, y) take the places of its neighbors
 * (tallyDraws; as esda's Local_Spatial_Pearson, but two-sided). W and B give the same counts.
 * @param x as for leeL; where it is NaN nothing is tested.
 */
export function* leeLocalCounts(
  x: Float64Array,
  y: Float64Array,
  graph: NeighborGraph,
  plan: PermutationPlan,
): Generator<number, PermutationCounts> {
  const degrees = degreesOf(graph);
  const mostSummed = mostOf(degrees) + 1;
  const [first, second] = [fixedPointDeviations(x, mostSummed), fixedPointDeviations(y, mostSummed)];
  if (!first || !second) return untested(x.length, plan);
  return yield* tallyDraws(neighborProduct(first, second, degrees, graph), plan);
}
