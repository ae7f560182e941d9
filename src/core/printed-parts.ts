import { invariant } from './problem.ts';
import { roundTo, unitsOf } from './rates.ts';

/** What floating point may leave a whole unit short of. */
const TOLERANCE = 1e-9;

/**
 * Parts of a sum, rounded so that as printed they add up to the sum as it is printed: rounded down, then one unit of the
 * last decimal more for those that lost most, the first of equals (largest remainders, Hamilton 1792). Each differs from
 * its own value by less than one unit. Where a part or the sum is NaN, all stay as they are.
 * @param parts that add up to the sum.
 * @param decimals of the unit of the parts, as roundTo.
 * @throws where the parts do not add up.
 */
export function printedParts(parts: ArrayLike<number>, sum: number, decimals: number): readonly number[] {
  const own = Array.from(parts);
  if (Number.isNaN(sum) || own.some(Number.isNaN)) return own;
  const exact = own.map((part) => part * 10 ** decimals);
  const total = exact.reduce((all, part) => all + part, 0);
  invariant(Math.abs(total - sum * 10 ** decimals) < 1e-3, 'parts add up to their sum');
  const units = exact.map((part) => Math.floor(part + TOLERANCE));
  const left = unitsOf(sum, decimals) - units.reduce((all, unit) => all + unit, 0);
  const byRemainder = [...exact.keys()].sort(
    (a, b) => exact[b]! - units[b]! - (exact[a]! - units[a]!) || a - b,
  );
  for (const k of byRemainder.slice(0, left)) units[k]! += 1;
  return units.map((unit) => roundTo(unit / 10 ** decimals, decimals));
}
