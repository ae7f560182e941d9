import type { Criterion } from './criterion-scaling.ts';

/** How far two criteria tell of the same areas. */
export interface CriterionPair {
  /** Ids, in the order of the criteria. */
  readonly first: string;
  readonly second: string;
  /** That have both. */
  readonly areas: number;
  /** -1 to 1, above 0 where both are urgent in the same areas; NaN below 3 areas or where either does not vary. */
  readonly pearson: number;
  /** Of mean ranks; likewise. */
  readonly spearman: number;
  /** Either is beyond 0.7: the two count one thing twice or, below 0, undo each other. */
  readonly strong: boolean;
}

const STRONG = 0.7;
const LEAST_AREAS = 3;

/**
 * Correlations of all pairs of criteria (Pearson; Spearman 1904), each over the areas that have both, values turned
 * over where more is better. O(criteria^2 areas log areas).
 */
export function criterionPairs(criteria: readonly Criterion[]): readonly CriterionPair[] {
  return criteria.flatMap((first, k) =>
    criteria.slice(k + 1).map((second) => {
      const both = Uint32Array.from(first.values.keys()).filter(
        (i) => Number.isFinite(first.values[i]!) && Number.isFinite(second.values[i]!),
      );
      const [x, y] = [urgentFirst(first, both), urgentFirst(second, both)];
      const pearson = correlation(x, y);
      const spearman = rankCorrelation(x, y);
      const strong = Math.abs(pearson) > STRONG || Math.abs(spearman) > STRONG;
      return { first: first.id, second: second.id, areas: both.length, pearson, spearman, strong };
    }),
  );
}

function urgentFirst({ values, direction }: Criterion, areas: Uint32Array): Float64Array {
  const sign = direction === 'more-is-worse' ? 1 : -1;
  return Float64Array.from(areas, (i) => sign * values[i]!);
}

/** Spearman's rho of two columns without missing values; NaN below 3 values or where either does not vary. */
export function rankCorrelation(x: Float64Array, y: Float64Array): number {
  return correlation(meanRanks(x), meanRanks(y));
}

function correlation(x: Float64Array, y: Float64Array): number {
  const varies = (values: Float64Array): boolean => values.some((value) => value !== values[0]);
  if (x.length < LEAST_AREAS || !varies(x) || !varies(y)) return Number.NaN;
  const mean = (values: Float64Array): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const [xMean, yMean] = [mean(x), mean(y)];
  let [xx, yy, xy] = [0, 0, 0];
  for (let i = 0; i < x.length; i++) {
    const [dx, dy] = [x[i]! - xMean, y[i]! - yMean];
    xx += dx * dx;
    yy += dy * dy;
    xy += dx * dy;
  }
  return Math.min(1, Math.max(-1, xy / Math.sqrt(xx * yy)));
}

function meanRanks(values: Float64Array): Float64Array {
  const order = Uint32Array.from(values.keys()).sort((a, b) => values[a]! - values[b]!);
  const ranks = new Float64Array(values.length);
  let from = 0;
  while (from < order.length) {
    let end = from + 1;
    while (end < order.length && values[order[end]!] === values[order[from]!]) end++;
    for (let at = from; at < end; at++) ranks[order[at]!] = (from + 1 + end) / 2;
    from = end;
  }
  return ranks;
}
