import type { PermutationPlan } from './conditional-permutation.ts';
import { type GlobalCounts, shuffleCounts } from './global-moran.ts';
import { centered, degreesOf, spatialLag, weightOf } from './spatial-lag.ts';
import type { SpatialWeights } from './spatial-weights.ts';

/**
 * Bivariate Moran's I: how an area's x goes with y around it, (n / S0) sum x_i lag(y)_i / sqrt(sum x^2 sum y^2) of
 * deviations, n being the areas with neighbors (Wartenberg 1985; spdep's moran_bv). It says nothing of x and y in the
 * same place. NaN where either has fewer than three values or equal ones, or there is no link. Linear in the links.
 * @param x complete, no NaN, of the areas of the graph; so is y.
 */
export function bivariateMoran(x: Float64Array, y: Float64Array, weights: SpatialWeights): number {
  const [first, second] = [centered(x), centered(y)];
  if (!first || !second) return Number.NaN;
  const lag = spatialLag(second.deviation, weights);
  let [areas, total, product] = [0, 0, 0];
  degreesOf(weights.graph).forEach((degree, i) => {
    if (degree > 0) areas++;
    total += degree * weightOf(weights.style, degree);
    product += first.deviation[i]! * lag[i]!;
  });
  return ((areas / total) * product) / Math.sqrt(first.sumOfSquares * second.sumOfSquares);
}

/**
 * shuffleCounts of bivariate Moran's I, y changing places while x stays. Time: draws x areas (the lag is taken of x, over
 * the links as they point to y).
 */
export function* bivariateMoranCounts(
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
  const pull = new Float64Array(x.length);
  for (let i = 0; i < x.length; i++) {
    const weight = weightOf(style, offset[i + 1]! - offset[i]!);
    for (let e = offset[i]!; e < offset[i + 1]!; e++) pull[neighbor[e]!]! += first.deviation[i]! * weight;
  }
  const statistic = (order: Uint32Array): number => {
    let product = 0;
    for (let j = 0; j < order.length; j++) product += pull[j]! * second.deviation[order[j]!]!;
    return product;
  };
  const scale = Math.sqrt(first.sumOfSquares * second.sumOfSquares);
  return yield* shuffleCounts(x.length, statistic, scale, plan);
}

/**
 * Bivariate local Moran's I by area: zx_i lag(zy)_i of values standardized with divisor n - 1 (as spdep's localmoran_bv,
 * GeoDa). "y high around high x", to be read with caution. NaN for an area without neighbors, and everywhere where either
 * has fewer than three values or equal ones. Its p: conditionalCounts of y; its quadrant: quadrantsOf(x, weights, y).
 * Linear in the links.
 */
export function bivariateLocalMoran(x: Float64Array, y: Float64Array, weights: SpatialWeights): Float64Array {
  const local = new Float64Array(x.length).fill(Number.NaN);
  const [first, second] = [centered(x), centered(y)];
  if (!first || !second) return local;
  const { offset } = weights.graph;
  const lag = spatialLag(second.deviation, weights);
  const scale = (x.length - 1) / Math.sqrt(first.sumOfSquares * second.sumOfSquares);
  for (let i = 0; i < x.length; i++) {
    if (offset[i] !== offset[i + 1]) local[i] = first.deviation[i]! * lag[i]! * scale;
  }
  return local;
}
