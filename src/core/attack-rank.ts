import type { AttackSystem } from './attack-system.ts';

/** A prime below 2^25; that of the suppressor is another. */
const PRIME = 33_554_393;

function power(base: number, exponent: number): number {
  let result = 1;
  for (let [square, rest] = [base, exponent]; rest > 0; square = (square * square) % PRIME, rest >>= 1)
    if ((rest & 1) === 1) result = (result * square) % PRIME;
  return result;
}

/**
 * Whether a sum of unknowns follows from the counts that are known exactly, by their sums and differences alone. Rows are
 * brought to echelon form over a finite field; what depends on them there does so over the rationals, but for a chance of 1
 * in the prime.
 */
export function rankTest({ unknowns, bounds, links }: AttackSystem): (terms: readonly number[]) => boolean {
  const echelon = new Map<number, Float64Array<ArrayBuffer>>();
  const reduced = (row: Float64Array<ArrayBuffer>): number => {
    for (let k = 0; k < unknowns; k++) {
      if (row[k] === 0) continue;
      const known = echelon.get(k);
      if (known === undefined) return k;
      const factor = PRIME - row[k]!;
      for (let j = k; j < unknowns; j++) row[j] = (row[j]! + factor * known[j]!) % PRIME;
    }
    return -1;
  };
  const enter = (row: Float64Array<ArrayBuffer>): void => {
    const lead = reduced(row);
    if (lead < 0) return;
    const scale = power(row[lead]!, PRIME - 2);
    echelon.set(
      lead,
      row.map((value) => (value * scale) % PRIME),
    );
  };
  const rowOf = (terms: readonly number[], value = 1, row = new Float64Array(unknowns)) => {
    for (const term of terms) row[term] = value;
    return row;
  };
  for (const { terms, lo, hi } of bounds) {
    if (hi === 0) for (const term of terms) enter(rowOf([term]));
    else if (lo === hi) enter(rowOf(terms));
  }
  for (const { one, other } of links) enter(rowOf(other, PRIME - 1, rowOf(one)));
  return (terms) => reduced(rowOf(terms)) < 0;
}
