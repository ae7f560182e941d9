import { normalTwoSidedP } from './normal-distribution.ts';

/** Correlations from one step to the next that are tried. */
const CORRELATIONS = Array.from({ length: 20 }, (_, k) => k / 20);

/** Children affected and children (at least 1) of one area, by period, and the periods' places in time, ascending. */
export interface RepeatedCounts {
  readonly numerators: readonly number[];
  readonly denominators: readonly number[];
  readonly times: readonly number[];
}

const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);

/**
 * The largest standard error that a weighted sum of proportions can have by sampling alone, where mostly the same children
 * are measured again: the correlation of two proportions falls geometrically with the time between them, whatever it is
 * (0 to 0.95 a step). What one quarter happens to have too much of the next has too, so that a series in which nothing
 * changes wanders. A convention of this program; what it keeps to is simulated in docs/methods.md. O(periods) a
 * correlation.
 * @param weights of the proportions. @param rate what the proportions have in common, per 1.
 */
export function repeatedError(
  weights: readonly number[],
  { denominators, times }: Pick<RepeatedCounts, 'denominators' | 'times'>,
  rate: number,
): number {
  const scaled = weights.map((weight, k) => weight / Math.sqrt(denominators[k]!));
  const gaps = times.map((time, k) => (k === 0 ? 0 : time - times[k - 1]!));
  let largest = 0;
  for (const correlation of CORRELATIONS) {
    let variance = 0;
    // What is shared with all earlier ones, each faded by the time since.
    let shared = 0;
    for (let k = 0; k < scaled.length; k++) {
      const own = scaled[k]!;
      if (k > 0) shared = (shared + scaled[k - 1]!) * (gaps[k] === 1 ? correlation : correlation ** gaps[k]!);
      variance += own * own + 2 * own * shared;
    }
    largest = Math.max(largest, variance);
  }
  return Math.sqrt(rate * (1 - rate) * largest);
}

/** The rate of all periods together, per 1. */
export function pooledRate({ numerators, denominators }: RepeatedCounts): number {
  return sum(numerators) / sum(denominators);
}

/**
 * p of a weighted sum of proportions, where all are of one rate, two-sided, against the largest error it can have where
 * children are measured again (repeatedError): valid for all those correlations, cautious for most of them.
 * @param weights of sum 0. @returns 1 where all are affected, or none.
 */
export function repeatedContrastP(weights: readonly number[], counts: RepeatedCounts): number {
  const { numerators, denominators } = counts;
  const contrast = sum(weights.map((weight, k) => weight * (numerators[k]! / denominators[k]!)));
  const error = repeatedError(weights, counts, pooledRate(counts));
  return error > 0 ? normalTwoSidedP(contrast / error) : 1;
}

/**
 * p of no trend of a proportion of which mostly the same children are measured again, two-sided: its least-squares slope
 * against the largest standard error it can have (repeatedContrastP).
 * @returns 1 where all are affected, or none, and NaN of fewer than two.
 */
export function repeatedTrendP(
  numerators: readonly number[],
  denominators: readonly number[],
  times: readonly number[],
): number {
  if (times.length < 2) return Number.NaN;
  const middle = sum(times) / times.length;
  return repeatedContrastP(
    times.map((time) => time - middle),
    { numerators, denominators, times },
  );
}

/**
 * p of no change of one proportion against those before it taken together, two-sided, where children are measured again.
 * @param numerators, denominators by period; NaN where not known. @param times ascending.
 * @param at position of the proportion. @param base positions before it.
 * @returns NaN where the proportion is not known, or none of the base is.
 */
export function repeatedDepartureP(
  numerators: ArrayLike<number>,
  denominators: ArrayLike<number>,
  times: ArrayLike<number>,
  at: number,
  base: readonly number[],
): number {
  const isKnown = (k: number) => !Number.isNaN(numerators[k]!) && denominators[k]! > 0;
  const known = base.filter((k) => k !== at && isKnown(k));
  if (known.length === 0 || !isKnown(at)) return Number.NaN;
  const of = (column: ArrayLike<number>) => [...known, at].map((k) => column[k]!);
  const children = sum(known.map((k) => denominators[k]!));
  const counts = { numerators: of(numerators), denominators: of(denominators), times: of(times) };
  const weights = [...known.map((k) => -denominators[k]! / children), 1];
  return repeatedContrastP(weights, counts);
}
