import type { AttackSystem } from './attack-system.ts';

const ROUNDS = 20;

/**
 * What each unknown lies between, narrowed by each sum in turn until nothing changes: a sum's least, less the greatest of
 * its other terms, and the other way round. Wider than what the linear program finds, and never narrower than the truth.
 * @returns for a sum of unknowns the span it must lie in.
 */
export function narrowedSpans({
  unknowns,
  bounds,
  links,
}: AttackSystem): (terms: readonly number[]) => readonly [number, number] {
  const lo = new Float64Array(unknowns);
  const hi = new Float64Array(unknowns).fill(Number.POSITIVE_INFINITY);
  const spanOf = (terms: readonly number[]): readonly [number, number] => {
    let [least, most] = [0, 0];
    for (const term of terms) {
      least += lo[term]!;
      most += hi[term]!;
    }
    return [least, most];
  };
  const narrow = (terms: readonly number[], least: number, most: number): boolean => {
    let changed = false;
    const [low, high] = spanOf(terms);
    const unbounded = terms.filter((term) => hi[term] === Number.POSITIVE_INFINITY).length;
    const rest = terms.reduce((sum, term) => (Number.isFinite(hi[term]!) ? sum + hi[term]! : sum), 0);
    for (const term of terms) {
      const above = most - (low - lo[term]!);
      const others = Number.isFinite(high)
        ? high - hi[term]!
        : unbounded === 1 && !Number.isFinite(hi[term]!)
          ? rest
          : Number.POSITIVE_INFINITY;
      if (least - others > lo[term]!) {
        lo[term] = least - others;
        changed = true;
      }
      if (above < hi[term]!) {
        hi[term] = above;
        changed = true;
      }
    }
    return changed;
  };
  for (let round = 0, changed = true; changed && round < ROUNDS; round++) {
    changed = false;
    for (const { terms, lo: least, hi: most } of bounds) changed = narrow(terms, least, most) || changed;
    for (const { one, other } of links) {
      changed = narrow(one, ...spanOf(other)) || changed;
      changed = narrow(other, ...spanOf(one)) || changed;
    }
  }
  return spanOf;
}
