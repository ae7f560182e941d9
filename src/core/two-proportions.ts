import { normalTwoSidedP } from './normal-distribution.ts';
import { invariant } from './problem.ts';

/** Affected, and all. */
export type Proportion = readonly [n: number, N: number];

/** Outcomes as unlikely as the one seen, but for rounding, count as such (as R does). */
const AS_UNLIKELY = 1 + 1e-7;

/** z and two-sided p of no difference, the variance of both pooled; 0 and 1 where all are affected, or none. */
export function pooledTest(
  earlier: Proportion,
  later: Proportion,
): { readonly z: number; readonly p: number } {
  const pooled = (earlier[0] + later[0]) / (earlier[1] + later[1]);
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / earlier[1] + 1 / later[1]));
  const z = error > 0 ? (later[0] / later[1] - earlier[0] / earlier[1]) / error : 0;
  return { z, p: normalTwoSidedP(z) };
}

/**
 * Fisher's exact p of no difference, two-sided: of all outcomes with the same sums, those no likelier than the one seen
 * (Fisher 1935; as R's fisher.test). O(affected).
 * @throws where a number is no whole count, or more are affected than there are.
 */
export function fisherP(earlier: Proportion, later: Proportion): number {
  const [[n1, N1], [n2, N2]] = [earlier, later];
  invariant([n1, N1, n2, N2].every(Number.isInteger) && n1 >= 0 && n2 >= 0 && n1 <= N1 && n2 <= N2, 'counts');
  const affected = n1 + n2;
  const [least, most] = [Math.max(0, affected - N2), Math.min(N1, affected)];
  // Likelihoods in proportion to the likeliest outcome, outward from it so that none overflows.
  const top = Math.min(most, Math.max(least, Math.floor(((N1 + 1) * (affected + 1)) / (N1 + N2 + 2))));
  const likelihood = new Float64Array(most - least + 1);
  likelihood[top - least] = 1;
  for (let x = top + 1; x <= most; x++)
    likelihood[x - least] =
      (likelihood[x - 1 - least]! * (N1 - x + 1) * (affected - x + 1)) / (x * (N2 - affected + x));
  for (let x = top - 1; x >= least; x--)
    likelihood[x - least] =
      (likelihood[x + 1 - least]! * (x + 1) * (N2 - affected + x + 1)) / ((N1 - x) * (affected - x));
  const own = likelihood[n1 - least]! * AS_UNLIKELY;
  let [as, all] = [0, 0];
  for (const each of likelihood) {
    all += each;
    if (each <= own) as += each;
  }
  return Math.min(1, as / all);
}
