import { repeatedDepartureP } from './repeated-trend.ts';

/** Periods that a value is held against. */
const BASELINE = 7;
/** Between them and the value of C2 and C3, so that a rise that begins does not raise its own baseline. */
const LAG = 2;
/** C2 needs so many periods, the value included. */
export const EARS_PERIODS = BASELINE + LAG + 1;
const THRESHOLDS = { c1: 3, c2: 3, c3: 2 } as const;

/** How far a value lies above those before it: in their standard deviations, of C3 a sum of the last three. */
export interface Aberration {
  /** NaN where too few periods before have a value. */
  readonly c1: number;
  readonly c2: number;
  readonly c3: number;
  /** The first that is beyond its threshold (3, 3, 2); null: none. */
  readonly alarm: keyof typeof THRESHOLDS | null;
}

function distance(values: ArrayLike<number>, at: number, lag: number, leastDeviation: number): number {
  const from = at - lag - BASELINE;
  if (from < 0) return Number.NaN;
  let [sum, squares] = [0, 0];
  for (let k = from; k < from + BASELINE; k++) sum += values[k]!;
  const mean = sum / BASELINE;
  for (let k = from; k < from + BASELINE; k++) squares += (values[k]! - mean) ** 2;
  const deviation = Math.max(leastDeviation, Math.sqrt(squares / (BASELINE - 1)));
  const above = values[at]! - mean;
  if (Number.isNaN(above)) return above;
  return deviation > 0 ? above / deviation : above > 0 ? Number.POSITIVE_INFINITY : 0;
}

/**
 * EARS C1, C2 and C3 of one value (Hutwagner, Thompson, Seeman & Treadwell 2003, J. Urban Health 80:i89): held against
 * the seven before it, the seven before the last two, and the sum over the last three of what C2 is above 1. Made for
 * days; of months it says that a value is unlike those of the half year before, and that the data are to be looked at.
 * @param values by period, rates or counts. A gap (NaN) within what is asked for makes the answer NaN.
 * @param at position of the value.
 * @param leastDeviation below which no standard deviation is taken: what chance alone makes of a value.
 */
export function earlyAberration(values: ArrayLike<number>, at: number, leastDeviation = 0): Aberration {
  const c1 = distance(values, at, 0, leastDeviation);
  const c2 = distance(values, at, LAG, leastDeviation);
  let c3 = 0;
  for (let k = at - LAG; k <= at; k++) c3 += Math.max(0, distance(values, k, LAG, leastDeviation) - 1);
  const alarm = c1 > THRESHOLDS.c1 ? 'c1' : c2 > THRESHOLDS.c2 ? 'c2' : c3 > THRESHOLDS.c3 ? 'c3' : null;
  return { c1, c2, c3, alarm };
}

/** The smaller of both p for both C1 and C2 being looked at. */
const LOOKS = 2;

/**
 * p of a rate that is no other than those that C1 and C2 hold it against, two-sided, where children are measured again
 * (repeatedDepartureP; Bonferroni for the two): of all areas at once some are always beyond three standard deviations.
 * @param times places of the periods in time, ascending. @returns NaN where either is not known.
 */
export function aberrationP(
  numerators: ArrayLike<number>,
  denominators: ArrayLike<number>,
  times: ArrayLike<number>,
  at: number,
): number {
  if (at < BASELINE + LAG) return Number.NaN;
  const seven = (lag: number) => Array.from({ length: BASELINE }, (_, k) => at - lag - BASELINE + k);
  const p = [0, LAG].map((lag) => repeatedDepartureP(numerators, denominators, times, at, seven(lag)));
  return Math.min(1, LOOKS * Math.min(...p));
}
