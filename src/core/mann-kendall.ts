import { normalTwoSidedP } from './normal-distribution.ts';

/** Series shorter than this are judged by the exact distribution: the normal one is not yet close. */
const EXACT_BELOW = 10;

export interface MannKendall {
  /** Pairs that rise less pairs that fall. */
  readonly s: number;
  /** Of s where there is no trend, corrected for ties. */
  readonly variance: number;
  /** (s - sgn s) / sqrt(variance); 0 where all values are equal. */
  readonly z: number;
  /** Of no trend, two-sided: exact below EXACT_BELOW values, else of z. */
  readonly p: number;
}

/** By inversions how many orders of the values there are, equal ones being the same: a q-multinomial coefficient. */
function ordersByInversions(groups: readonly number[]): Float64Array {
  let orders: Float64Array = Float64Array.of(1);
  let placed = 0;
  for (const group of groups) {
    // [placed + 1]...[placed + group] / [1]...[group], each factor 1 + q + ... + q^(m-1).
    for (let k = 1; k <= group; k++) orders = times(orders, placed + k);
    for (let k = 1; k <= group; k++) orders = over(orders, k);
    placed += group;
  }
  return orders;
}

function times(orders: Float64Array, terms: number): Float64Array {
  const product = new Float64Array(orders.length + terms - 1);
  for (const [k, ways] of orders.entries()) for (let r = 0; r < terms; r++) product[k + r]! += ways;
  return product;
}

/** The quotient of what times has made: without a rest. */
function over(product: Float64Array, terms: number): Float64Array {
  const quotient = new Float64Array(product.length - terms + 1);
  let sum = 0;
  for (let k = 0; k < quotient.length; k++) {
    quotient[k] = product[k]! - sum;
    sum += quotient[k]!;
    if (k >= terms - 1) sum -= quotient[k - terms + 1]!;
  }
  return quotient;
}

function sizesOfTies(values: readonly number[]): readonly number[] {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts.values()];
}

function exactP(s: number, groups: readonly number[]): number {
  const orders = ordersByInversions(groups);
  const untied = orders.length - 1;
  let [as, all] = [0, 0];
  for (const [inversions, ways] of orders.entries()) {
    all += ways;
    if (Math.abs(untied - 2 * inversions) >= Math.abs(s)) as += ways;
  }
  return as / all;
}

/**
 * Whether values go one way in their order (Mann 1945, Econometrica 13:245; Kendall 1975, Rank Correlation Methods).
 * Short series are judged by the exact distribution of s, ties included; four values never reach 0.05 (0.083), five only
 * where they never turn (0.017). The values have to be independent of each other. O(n^2).
 * @param values in time, none missing.
 */
export function mannKendall(values: readonly number[]): MannKendall {
  const n = values.length;
  let s = 0;
  for (let j = 1; j < n; j++) for (let i = 0; i < j; i++) s += Math.sign(values[j]! - values[i]!);
  const groups = sizesOfTies(values);
  const spread = (m: number) => m * (m - 1) * (2 * m + 5);
  const variance = (spread(n) - groups.reduce((sum, group) => sum + spread(group), 0)) / 18;
  const z = variance === 0 ? 0 : (s - Math.sign(s)) / Math.sqrt(variance);
  return { s, variance, z, p: n < EXACT_BELOW ? exactP(s, groups) : normalTwoSidedP(Math.abs(z)) };
}

/** 18 values have 6.4e15 orders, 19 more than a number holds exactly, so that those of ties would cancel. */
const MOST_TIED = 18;
const MOST_UNTIED = 60;

/**
 * p of s by its exact distribution, ties included; NaN of more than 60 values, or of more than 18 with ties among them.
 * Equal to R's cor.test(method = "kendall", exact = TRUE) where there are no ties.
 */
export function exactMannKendallP(values: readonly number[]): number {
  const groups = sizesOfTies(values);
  const most = groups.length === values.length ? MOST_UNTIED : MOST_TIED;
  return values.length > most ? Number.NaN : exactP(mannKendall(values).s, groups);
}

/**
 * Kendall's tau of values and time: a = s / pairs, b with the pairs that are not tied (Kendall 1975). NaN where there is
 * no pair; b also where all values are equal.
 */
export function kendallTau(values: readonly number[]): { readonly a: number; readonly b: number } {
  const { s } = mannKendall(values);
  const pairs = (m: number) => (m * (m - 1)) / 2;
  const all = pairs(values.length);
  const untied = all - sizesOfTies(values).reduce((sum, group) => sum + pairs(group), 0);
  return { a: s / all, b: s / Math.sqrt(all * untied) };
}

/**
 * Median of the slopes between any two values (Sen 1968, J. Am. Stat. Assoc. 63:1379). O(n^2 log n).
 * @param times of the values, ascending.
 * @returns change by unit of time; NaN of fewer than two values.
 */
export function senSlope(values: readonly number[], times: readonly number[]): number {
  const slopes = new Float64Array((values.length * (values.length - 1)) / 2);
  let at = 0;
  for (let j = 1; j < values.length; j++)
    for (let i = 0; i < j; i++) slopes[at++] = (values[j]! - values[i]!) / (times[j]! - times[i]!);
  slopes.sort();
  const { length } = slopes;
  return length === 0 ? Number.NaN : (slopes[(length - 1) >> 1]! + slopes[length >> 1]!) / 2;
}
