import { centered, degreesOf, spatialLag, weightOf } from './spatial-lag.ts';
import type { SpatialWeights } from './spatial-weights.ts';

/**
 * A local statistic by area, and its moments where the other areas change places and the area stays. NaN where an area
 * has no neighbors, and everywhere where there is nothing to test; z also where every draw would give the same.
 */
export interface LocalStatistics {
  readonly statistic: Float64Array;
  readonly expected: Float64Array;
  readonly variance: Float64Array;
  /** The standard normal deviate: an effect size; p from permutation (permutationP), or normalTwoSidedP. */
  readonly z: Float64Array;
}

/** The four corners of the Moran scatterplot, own value first; their place + 1 is the number that quadrantsOf gives. */
export const QUADRANTS = ['high-high', 'low-high', 'low-low', 'high-low'] as const;

/** A deviation or a lag this small, in standard deviations, is 0 but for rounding. */
const ZERO = 1e-12;

/** One NaN for each area, of each number. */
export function noLocalStatistics(areas: number): LocalStatistics {
  const none = () => new Float64Array(areas).fill(Number.NaN);
  return { statistic: none(), expected: none(), variance: none(), z: none() };
}

/**
 * Local Moran's I (Anselin 1995), I_i = z_i lag(z)_i / m2 with m2 = sum z^2 / n over all areas (as spdep; esda and GeoDa
 * divide by n - 1), its expectation and variance under conditional randomization (Sokal, Oden & Thomson 1998). Linear in
 * the links.
 * @param values complete, no NaN, of the areas of the graph: a measure, or rates standardized by empirical Bayes
 * (Assuncao & Reis 1999), never raw or smoothed rates. Fewer than three, or all equal: every number is NaN.
 */
export function localMoran(values: Float64Array, weights: SpatialWeights): LocalStatistics {
  const n = values.length;
  const result = noLocalStatistics(n);
  const column = centered(values);
  if (!column) return result;
  const { statistic, expected, variance, z } = result;
  const degrees = degreesOf(weights.graph);
  const lag = spatialLag(column.deviation, weights);
  const m2 = column.sumOfSquares / n;
  for (let i = 0; i < n; i++) {
    const degree = degrees[i]!;
    if (degree === 0) continue;
    const own = column.deviation[i]!;
    const weight = weightOf(weights.style, degree);
    const spread = (weight * weight * degree * (n - 1 - degree)) / (n - 1);
    statistic[i] = (own * lag[i]!) / m2;
    expected[i] = (-own * own * weight * degree) / ((n - 1) * m2);
    variance[i] = ((own / m2) ** 2 * n * spread * Math.max(0, m2 - (own * own) / (n - 1))) / (n - 2);
    const others = m2 - (own * own) / (n - 1);
    const varies = spread > 0 && others > ZERO * m2 && Math.abs(own) > ZERO * Math.sqrt(m2);
    if (varies) z[i] = (statistic[i]! - expected[i]!) / Math.sqrt(variance[i]!);
  }
  return result;
}

/**
 * The quadrant of each area: 1 to 4 as in QUADRANTS, by the sign of its deviation from the mean of `own` and of the lag
 * of the deviations of `around` (the same column, or that of the neighbors' variable); 0 is low, as in esda. 0 for an
 * area without neighbors, and everywhere where either column has fewer than three values or equal ones. Linear.
 */
export function quadrantsOf(
  own: Float64Array,
  weights: SpatialWeights,
  around: Float64Array = own,
): Uint8Array {
  const quadrants = new Uint8Array(own.length);
  const first = centered(own);
  const second = around === own ? first : centered(around);
  if (!first || !second) return quadrants;
  const { offset } = weights.graph;
  const lag = spatialLag(second.deviation, weights);
  const ownZero = ZERO * Math.sqrt(first.sumOfSquares / own.length);
  const lagZero = ZERO * Math.sqrt(second.sumOfSquares / own.length);
  for (let i = 0; i < own.length; i++) {
    if (offset[i] === offset[i + 1]) continue;
    const high = first.deviation[i]! > ownZero;
    const highAround = lag[i]! > lagZero;
    quadrants[i] = highAround ? (high ? 1 : 2) : high ? 4 : 3;
  }
  return quadrants;
}

/**
 * The quadrant of each area, as quadrantsOf, but about a value that the reader knows instead of the mean of all areas:
 * high is above it, and so is a mean of the neighbors' values. Of standardized rates 0 is the rate of all areas together,
 * while their mean is not: every area counts alike in it. 0 for an area without neighbors. Linear in the links.
 */
export function quadrantsAbout(
  values: Float64Array,
  { graph }: SpatialWeights,
  reference: number,
): Uint8Array {
  const { offset } = graph;
  const lag = spatialLag(values, { graph, style: 'W' });
  return Uint8Array.from(values, (own, i) => {
    if (offset[i] === offset[i + 1]) return 0;
    return lag[i]! > reference ? (own > reference ? 1 : 2) : own > reference ? 4 : 3;
  });
}
