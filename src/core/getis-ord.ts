import { type LocalStatistics, noLocalStatistics } from './local-moran.ts';
import { centered, degreesOf, spatialLag, weightOf } from './spatial-lag.ts';
import type { SpatialWeights } from './spatial-weights.ts';

/** Others that vary less than this share of the whole do not vary but for rounding. */
const ZERO = 1e-12;

/**
 * Getis and Ord's Gi: the weighted sum of an area's neighbors as a share of all other areas, with its moments where the
 * others change places (Getis & Ord 1992; Ord & Getis 1995), as spdep's localG: hot where z > 0, cold where z < 0.
 * z compares the lag itself, so it also stands where values are negative or sum to 0 and the share means nothing (then
 * NaN). |z| equals that of localMoran. Linear in the links.
 * @param values complete, no NaN, of the areas of the graph. Fewer than three, or all equal: every number is NaN.
 */
export function getisOrd(values: Float64Array, weights: SpatialWeights): LocalStatistics {
  const n = values.length;
  const result = noLocalStatistics(n);
  const column = centered(values);
  if (!column) return result;
  const { mean, deviation, sumOfSquares } = column;
  const degrees = degreesOf(weights.graph);
  const lag = spatialLag(deviation, weights);
  const raw = spatialLag(values, weights);
  for (let i = 0; i < n; i++) {
    const degree = degrees[i]!;
    if (degree === 0) continue;
    const weight = weightOf(weights.style, degree);
    const sum = weight * degree;
    const own = deviation[i]!;
    const aside = -own / (n - 1);
    const squares = (sumOfSquares - own * own) / (n - 1) - aside * aside;
    const varies = squares > (ZERO * sumOfSquares) / n;
    const spread = (weight * weight * degree * (n - 1 - degree)) / (n - 2);
    fill(result, i, {
      raw: raw[i]!,
      lag: lag[i]! - sum * aside,
      sum,
      mean: mean + aside,
      count: n - 1,
      variance: varies ? squares * spread : 0,
    });
  }
  return result;
}

/**
 * Getis and Ord's Gi*: as getisOrd with the area itself among its neighbors, weighing as much as each of them (with
 * style W all k + 1 weigh 1 / (k + 1)), against all areas, as spdep's localG of include.self. The moments are those of a
 * whole shuffle, own value too (Ord & Getis 1995). For an area without neighbors NaN. Linear in the links.
 */
export function getisOrdStar(values: Float64Array, weights: SpatialWeights): LocalStatistics {
  const n = values.length;
  const result = noLocalStatistics(n);
  const column = centered(values);
  if (!column) return result;
  const { mean, deviation, sumOfSquares } = column;
  const degrees = degreesOf(weights.graph);
  const sums = { graph: weights.graph, style: 'B' } as const;
  const lag = spatialLag(deviation, sums);
  const raw = spatialLag(values, sums);
  for (let i = 0; i < n; i++) {
    if (degrees[i] === 0) continue;
    const size = degrees[i]! + 1;
    const weight = weightOf(weights.style, size);
    fill(result, i, {
      raw: weight * (raw[i]! + values[i]!),
      lag: weight * (lag[i]! + deviation[i]!),
      sum: weight * size,
      mean,
      count: n,
      variance: ((sumOfSquares / n) * weight * weight * size * (n - size)) / (n - 1),
    });
  }
  return result;
}

/** What Gi and Gi* have in common. */
interface LagTest {
  /** Weighted sum of the values. */
  readonly raw: number;
  /** Weighted sum of their deviations from `mean`. */
  readonly lag: number;
  readonly sum: number;
  /** Of the `count` areas that the lag is held against. */
  readonly mean: number;
  readonly count: number;
  /** Of `lag`. */
  readonly variance: number;
}

function fill(result: LocalStatistics, i: number, { raw, lag, sum, mean, count, variance }: LagTest): void {
  const total = mean * count;
  if (total !== 0) {
    result.statistic[i] = raw / total;
    result.expected[i] = sum / count;
    result.variance[i] = variance / (total * total);
  }
  if (variance > 0) result.z[i] = lag / Math.sqrt(variance);
}
