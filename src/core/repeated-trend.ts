import { normalTwoSidedP } from './normal-distribution.ts';

/** Correlations from one step to the next that are tried. */
const CORRELATIONS = Array.from({ length: 20 }, (_, k) => k / 20);

/**
 * p of no trend of a proportion of which mostly the same children are measured again, two-sided. Sampling alone makes
 * such a series wander: what one quarter happens to have too much of, the next has too. The least-squares slope is held
 * against the largest standard error it can have where the correlation of two proportions falls geometrically with the
 * time between them, whatever that correlation is (0 to 0.95 a step); the test is valid for all of them, and for those
 * that are independent it is cautious. A convention of this program; what it keeps to is simulated in docs/methods.md.
 * O(n^2) a correlation.
 * @param numerators children affected. @param denominators children, at least 1. @param times ascending.
 * @returns 1 where all are affected, or none, and NaN of fewer than two.
 */
export function repeatedTrendP(
  numerators: readonly number[],
  denominators: readonly number[],
  times: readonly number[],
): number {
  const n = times.length;
  if (n < 2) return Number.NaN;
  const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
  const pooled = sum(numerators) / sum(denominators);
  const middle = sum(times) / n;
  const slope = sum(times.map((time, k) => (time - middle) * (numerators[k]! / denominators[k]!)));
  const weights = times.map((time, k) => (time - middle) / Math.sqrt(denominators[k]!));
  let largest = 0;
  for (const correlation of CORRELATIONS) {
    let variance = 0;
    for (let i = 0; i < n; i++) {
      variance += weights[i]! ** 2;
      for (let j = 0; j < i; j++)
        variance += 2 * weights[i]! * weights[j]! * correlation ** (times[i]! - times[j]!);
    }
    largest = Math.max(largest, variance);
  }
  const error = Math.sqrt(pooled * (1 - pooled) * largest);
  return error > 0 ? normalTwoSidedP(Math.abs(slope) / error) : 1;
}
