import { invariant } from './problem.ts';

/** Share of the probability that an interval holds, two-sided. */
export type Level = 0.9 | 0.95 | 0.99 | 0.998;

const NORMAL_REACH: Readonly<Record<Level, number>> = {
  0.9: 1.6448536269514722,
  0.95: 1.959963984540054,
  0.99: 2.5758293035489004,
  0.998: 3.090232306167813,
};

/** How many standard deviations either side of its mean hold this share of a normal distribution. */
export function normalReach(level: Level): number {
  return NORMAL_REACH[level];
}

/** Cases and the people among whom they were counted, by area. */
export interface RateCounts {
  /** 0 or more. */
  readonly numerator: Float64Array;
  /** More than 0: an area without people has no rate, and is left out beforehand. */
  readonly denominator: Float64Array;
}

/** The rate of all areas together, as a standardized rate (core/empirical-bayes.ts). */
export const OVERALL_RATE = 0;

/**
 * The rate of all areas together, per 1: sum of the numerators by sum of the denominators.
 * @throws where there is no area, a denominator is not above 0, a numerator is below 0, or either is missing.
 */
export function overallRate({ numerator, denominator }: RateCounts): number {
  invariant(numerator.length === denominator.length && numerator.length > 0, 'counts of the same areas');
  let [cases, people] = [0, 0];
  for (let i = 0; i < numerator.length; i++) {
    invariant(numerator[i]! >= 0 && denominator[i]! > 0, `${numerator[i]} of ${denominator[i]}`);
    cases += numerator[i]!;
    people += denominator[i]!;
  }
  return cases / people;
}

/**
 * Interval of a proportion, per 1, without continuity correction (Wilson 1927, J. Am. Stat. Assoc. 22:209).
 * @param n children affected, 0 to N.
 * @param N children.
 * @returns [NaN, NaN] where N is below 1, a count is missing, or n exceeds N: that is no proportion.
 */
export function wilsonInterval(
  n: number,
  N: number,
  level: Level = 0.95,
): readonly [low: number, high: number] {
  return wilsonReach(n, N, NORMAL_REACH[level]);
}

/** wilsonInterval of so many standard deviations. @param z 0 or more. */
export function wilsonReach(n: number, N: number, z: number): readonly [low: number, high: number] {
  if (!(N >= 1 && n >= 0 && n <= N)) return [Number.NaN, Number.NaN];
  const z2 = z * z;
  const p = n / N;
  const center = p + z2 / (2 * N);
  const reach = z * Math.sqrt((p * (1 - p)) / N + z2 / (4 * N * N));
  const scale = 1 + z2 / N;
  return [n === 0 ? 0 : (center - reach) / scale, n === N ? 1 : (center + reach) / scale];
}

/**
 * A value at the given number of decimals, halves away from zero: exactly as Intl.NumberFormat prints the fraction
 * n / N with that many decimals (a percentage with one decimal: three). NaN stays NaN.
 */
export function roundTo(value: number, decimals: number): number {
  return unitsOf(value, decimals) / 10 ** decimals;
}

/** roundTo, in whole units of the last decimal: 0.2996 with 3 decimals is 300. */
export function unitsOf(value: number, decimals: number): number {
  // A quotient and its product with a power of ten are each off by half an ulp at most: the nudge keeps true halves halves.
  return Math.sign(value) * Math.round(Math.abs(value) * 10 ** decimals * (1 + 2 ** -51));
}
