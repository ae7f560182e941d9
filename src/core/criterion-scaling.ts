import type { Polarity } from './indicator.ts';
import { invariant } from './problem.ts';
import type { RateCounts } from './rates.ts';

/** How the values of one criterion become an urgency of 0 to 100. */
export type Scaling =
  /** A straight line from 0 at `low` to 100 at `high`, whatever the data: periods compare. */
  | { readonly kind: 'goalposts'; readonly low: number; readonly high: number }
  /** 50 at the mean, 10 for each standard deviation (divisor n). */
  | { readonly kind: 'z' }
  /** Share of the other areas that are below, those equal counted half. */
  | { readonly kind: 'percentile' };

/** One thing by which areas are compared. */
export interface Criterion {
  readonly id: string;
  /** By area, in any unit; NaN or infinite where there is none. */
  readonly values: Float64Array;
  /** The counts behind values that are proportions, by area: how sure they are follows from them. */
  readonly counts?: RateCounts;
  readonly direction: Polarity;
  readonly scaling: Scaling;
  /** At least 0; only proportions among the criteria matter. */
  readonly weight: number;
}

/** Criteria made comparable. Areas that lack any of them are NaN in all. */
export interface ScaledCriteria {
  readonly criteria: readonly Criterion[];
  /** By criterion, by area: 0 to 100, 100 the most urgent. */
  readonly urgency: readonly Float64Array[];
  /** Areas that have every criterion, ascending: those that are compared. */
  readonly complete: Uint32Array;
  /** By area, the first criterion that it lacks, or LACKS_NONE. */
  readonly lacks: Int16Array;
  /**
   * By criterion, by area: how many points of urgency were cut off because the value lies further out, above 0 beyond
   * 100, below 0 beyond 0; 0 where none were, NaN where there is no urgency.
   */
  readonly beyond: readonly Float64Array[];
  /** By criterion, how many areas that befell. */
  readonly drawnIn: Uint32Array;
}

export const LACKS_NONE = -1;

const MIDDLE = 50;
const POINTS_PER_DEVIATION = 10;

/**
 * Rates per 1, NaN where there are no people or a count is missing. Whether a rate over few people may be ranked is
 * for the caller to say, by NaN (MINIMUM_RATE_DENOMINATOR). Linear.
 */
export function criterionRates({ numerator, denominator }: RateCounts): Float64Array {
  return numerator.map((n, i) => (denominator[i]! > 0 ? n / denominator[i]! : Number.NaN));
}

/**
 * Puts all criteria on one scale among the areas that have all of them (OECD & JRC 2008, Handbook on constructing
 * composite indicators, step 5), as scaleColumn. An area that lacks one, also one of weight 0, takes no part: no mean,
 * deviation or percentile knows of it. O(criteria areas log areas).
 * @throws where there is no criterion, the columns differ in length, or goalposts do not ascend.
 */
export function scaleCriteria(criteria: readonly Criterion[]): ScaledCriteria {
  const areas = criteria[0]?.values.length ?? 0;
  invariant(criteria.length > 0, 'criteria to compare by');
  const lacks = new Int16Array(areas).fill(LACKS_NONE);
  criteria.forEach(({ id, values }, k) => {
    invariant(values.length === areas, `${id} has ${values.length} of ${areas} areas`);
    for (let i = 0; i < areas; i++) if (lacks[i] === LACKS_NONE && !Number.isFinite(values[i]!)) lacks[i] = k;
  });
  const complete = Uint32Array.from(lacks.keys()).filter((i) => lacks[i] === LACKS_NONE);
  const drawnIn = new Uint32Array(criteria.length);
  const [into, cut, sorted] = [complete, complete, complete].map(
    ({ length }) => new Float64Array(length),
  ) as [Float64Array, Float64Array, Float64Array];
  const spread = (column: Float64Array): Float64Array => {
    const all = new Float64Array(areas).fill(Number.NaN);
    complete.forEach((i, at) => {
      all[i] = column[at]!;
    });
    return all;
  };
  const scaled = criteria.map(({ values, direction, scaling }, k) => {
    const own = Float64Array.from(complete, (i) => values[i]!);
    drawnIn[k] = scaleColumn(own, direction, scaling, into, cut, sorted);
    return { urgency: spread(into), beyond: spread(cut) };
  });
  return {
    criteria,
    urgency: scaled.map(({ urgency }) => urgency),
    complete,
    lacks,
    beyond: scaled.map(({ beyond }) => beyond),
    drawnIn,
  };
}

/**
 * Urgencies of one complete column, 0 to 100, 100 the most urgent; where more is better the scale is turned over.
 *
 * goalposts: 100 (x - low) / (high - low); values beyond a goalpost are drawn in to it.
 * z: 50 + 10 z, z with the population's deviation; more than 5 deviations out is drawn in to 0 or 100.
 * percentile: 100 (mean rank - 1) / (areas - 1). The last two do not change when x becomes a x + b, a > 0, and are 50
 * everywhere where all values are equal; goalposts keep such a column where it lies. O(areas), percentile O(n log n).
 * @param into of the same length, overwritten.
 * @param cut likewise: points cut off (ScaledCriteria.beyond). @param sorted likewise, scratch for percentiles.
 * @returns how many were drawn in.
 * @throws where goalposts do not ascend.
 */
export function scaleColumn(
  values: Float64Array,
  direction: Polarity,
  scaling: Scaling,
  into: Float64Array,
  cut: Float64Array,
  sorted: Float64Array,
): number {
  if (scaling.kind === 'percentile') percentiles(values, into, sorted);
  else {
    const [origin, points, start] = lineOf(values, scaling);
    for (let i = 0; i < values.length; i++) into[i] = start + (values[i]! - origin) * points;
  }
  let drawnIn = 0;
  for (let i = 0; i < values.length; i++) {
    const urgency = direction === 'more-is-worse' ? into[i]! : 100 - into[i]!;
    into[i] = Math.min(100, Math.max(0, urgency));
    cut[i] = urgency - into[i]!;
    if (cut[i] !== 0) drawnIn++;
  }
  return drawnIn;
}

/** Number of values up to x in an ascending column, x itself counted or not. O(log n). */
export function countUpTo(ascending: Float64Array, x: number, inclusive: boolean): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const value = ascending[middle]!;
    if (value < x || (inclusive && value === x)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The value at `start` urgency, the urgency per unit of value, and `start`. */
function lineOf(
  values: Float64Array,
  scaling: Exclude<Scaling, { readonly kind: 'percentile' }>,
): readonly [origin: number, points: number, start: number] {
  if (scaling.kind === 'goalposts') {
    const { low, high } = scaling;
    invariant(low < high && Number.isFinite(high - low), `goalposts of ${low} and ${high}`);
    return [low, 100 / (high - low), 0];
  }
  let [sum, least, most] = [0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    sum += value;
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  // Rounding would otherwise give equal values a deviation above 0.
  if (!(most > least)) return [least, 0, MIDDLE];
  const mean = sum / values.length;
  let squares = 0;
  for (const value of values) squares += (value - mean) ** 2;
  return [mean, POINTS_PER_DEVIATION / Math.sqrt(squares / values.length), MIDDLE];
}

function percentiles(values: Float64Array, into: Float64Array, sorted: Float64Array): void {
  const others = values.length - 1;
  sorted.set(values);
  sorted.sort();
  for (let i = 0; i <= others; i++) {
    const upTo = countUpTo(sorted, values[i]!, true);
    const alone = sorted[upTo - 2] !== values[i];
    const below = alone ? upTo - 1 : countUpTo(sorted, values[i]!, false);
    into[i] = others === 0 ? MIDDLE : (50 * (below + upTo - 1)) / others;
  }
}
