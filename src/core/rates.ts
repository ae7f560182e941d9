/** Two-sided 95 % quantile of the standard normal distribution. */
const Z95 = 1.959963984540054;

/**
 * 95 % interval of a proportion, per 1, without continuity correction (Wilson 1927, J. Am. Stat. Assoc. 22:209).
 * @param n children affected, 0 to N.
 * @param N children.
 * @returns [NaN, NaN] where N is below 1, a count is missing, or n exceeds N: that is no proportion.
 */
export function wilsonInterval(n: number, N: number): readonly [low: number, high: number] {
  if (!(N >= 1 && n >= 0 && n <= N)) return [Number.NaN, Number.NaN];
  const z2 = Z95 * Z95;
  const p = n / N;
  const center = p + z2 / (2 * N);
  const reach = Z95 * Math.sqrt((p * (1 - p)) / N + z2 / (4 * N * N));
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
