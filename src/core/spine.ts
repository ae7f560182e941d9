import { quantile } from './class-breaks.ts';
import type { Polarity } from './indicator.ts';

/** Shares of the areas between which the bands of a spine chart lie. */
export const SPINE_SHARES = [0.05, 0.25, 0.5, 0.75, 0.95] as const;

/** One row of a spine chart: how the values of all areas lie about that of the city. */
export interface Spine {
  /** Values at SPINE_SHARES, ascending; in the unit of the values. */
  readonly quantiles: readonly [number, number, number, number, number];
  /** How many areas have a value. */
  readonly known: number;
  /** The value in the middle of the scale: the city's, or the median of the areas where the city has none. */
  readonly center: number;
  /** From the middle to either end of the scale: the distance of the value furthest from it. At least 0. */
  readonly reach: number;
  readonly polarity: Polarity;
}

/**
 * A row of a spine chart, as local health profiles draw them (Public Health England, Local Authority Health Profiles;
 * "Fingertips"): every indicator about the value of the whole, and as wide as its own extremes, so that indicators of
 * any unit stand below each other. Quantiles are of areas, each counting once, type 7 (Hyndman & Fan 1996). Those
 * profiles have the worse side on the left; here it is always on the right, where more of most indicators is.
 *
 * NaN values are passed over. O(areas log areas).
 * @param city the value of all areas together, NaN where there is none.
 * @returns null where no area has a value.
 */
export function spineOf(values: Float64Array, city: number, polarity: Polarity): Spine | null {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort();
  if (sorted.length === 0) return null;
  const [first, second, median, fourth, fifth] = SPINE_SHARES.map((share) => quantile(sorted, share)) as [
    number,
    number,
    number,
    number,
    number,
  ];
  const center = Number.isNaN(city) ? median : city;
  return {
    quantiles: [first, second, median, fourth, fifth],
    known: sorted.length,
    center,
    reach: Math.max(Math.abs(sorted[0]! - center), Math.abs(sorted.at(-1)! - center)),
    polarity,
  };
}

/**
 * Where a value stands on the scale of a row: 0 the better end, 0.5 the middle, 1 the worse end. What lies beyond an
 * end, as an interval may, stands at it; NaN stays NaN. Where all areas have the value of the middle, it and all others
 * are told apart only by their side.
 */
export function spinePosition({ center, reach, polarity }: Spine, value: number): number {
  if (Number.isNaN(value)) return Number.NaN;
  const worse = polarity === 'more-is-worse' ? value - center : center - value;
  const share = reach > 0 ? worse / reach : Math.sign(worse);
  return 0.5 + 0.5 * Math.min(1, Math.max(-1, share));
}
