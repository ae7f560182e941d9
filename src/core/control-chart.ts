import { invariant } from './problem.ts';

/** Mean of the range of two values of a normal distribution, in its standard deviations. */
const RANGE_OF_TWO = 1.128379167095513;
/** How far a proportion may lie from the center: standard deviations. */
export const CONTROL_SIGMAS = 3;
/** So many in succession on one side are a shift (Western Electric 1956). */
const RUN_LENGTH = 8;
const EWMA_WEIGHT = 0.2;

/** A chart of proportions; columns by period. */
export interface ControlChart {
  /** Of the baseline, per 1. */
  readonly center: number;
  /** Limits that signals are judged by, per 1, within 0 and 1; NaN where there is no proportion. */
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** Limits of the binomial distribution alone. */
  readonly plainLow: Float64Array;
  readonly plainHigh: Float64Array;
  /** Distance from the center in binomial standard deviations; NaN where there is no proportion. */
  readonly z: Float64Array;
  /** Variation of z from period to period: 1 where it is binomial. Mean moving range of z over the baseline / 1.128. */
  readonly sigmaZ: number;
  /** sigmaZ, and at least 1: the standard deviation of z that limits are made of. */
  readonly deviation: number;
  /** Exponentially weighted mean of z / deviation, from 0, and how far it may lie from 0. */
  readonly ewma: Float64Array;
  readonly ewmaLimit: Float64Array;
  /** Signal by period. */
  readonly signal: Uint8Array;
}

/** What of a chart is beyond what its baseline allows: a reason to look at the data, not a finding. */
export const Signal = { none: 0, beyond: 1, run: 2, ewma: 3 } as const;
export type Signal = (typeof Signal)[keyof typeof Signal];

/**
 * A p-chart with Laney's correction (Laney 2002, Qual. Eng. 14:531) and an EWMA chart (Roberts 1959, Technometrics 1:239)
 * of the same z. With many children binomial limits are so narrow that every month lies outside; Laney's take the
 * variation from month to month into account. Center and variation are of the baseline alone, so that what follows is
 * held against what was before. Where mostly the same children are measured again, z varies less from month to month than
 * by chance (sigmaZ below 1), and Laney's limits would take for a change what is none: they are then the binomial ones, a
 * convention of this program. O(periods).
 * @param numerators children affected, by period; NaN where not known. @param denominators children.
 * @param baseline the first so many periods.
 */
export function controlChart(
  numerators: ArrayLike<number>,
  denominators: ArrayLike<number>,
  baseline: number,
): ControlChart {
  const { length } = numerators;
  invariant(baseline >= 1 && baseline <= length, 'a baseline within the periods');
  const known = Array.from({ length }, (_, k) => k).filter(
    (k) => !Number.isNaN(numerators[k]!) && denominators[k]! > 0,
  );
  const base = known.filter((k) => k < baseline);
  const total = (of: ArrayLike<number>) => base.reduce((sum, k) => sum + of[k]!, 0);
  const center = total(numerators) / total(denominators);
  const column = () => new Float64Array(length).fill(Number.NaN);
  const [low, high, plainLow, plainHigh, z, ewma, ewmaLimit] = Array.from({ length: 7 }, column) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const errorAt = (k: number) => Math.sqrt((center * (1 - center)) / denominators[k]!);
  for (const k of known) {
    const error = errorAt(k);
    z[k] = error > 0 ? (numerators[k]! / denominators[k]! - center) / error : 0;
  }
  const sigmaZ = movingRange(base.map((k) => z[k]!)) / RANGE_OF_TWO;
  const deviation = Math.max(1, sigmaZ);
  const signal = new Uint8Array(length);
  let [weighted, side, run] = [0, 0, 0];
  for (const [at, k] of known.entries()) {
    const reach = CONTROL_SIGMAS * errorAt(k);
    plainLow[k] = Math.max(0, center - reach);
    plainHigh[k] = Math.min(1, center + reach);
    low[k] = Math.max(0, center - reach * deviation);
    high[k] = Math.min(1, center + reach * deviation);
    const scaled = z[k]! / deviation;
    weighted = EWMA_WEIGHT * scaled + (1 - EWMA_WEIGHT) * weighted;
    ewma[k] = weighted;
    const rest = (1 - EWMA_WEIGHT) ** (2 * (at + 1));
    ewmaLimit[k] = CONTROL_SIGMAS * Math.sqrt((EWMA_WEIGHT / (2 - EWMA_WEIGHT)) * (1 - rest));
    run = Math.sign(scaled) === side && side !== 0 ? run + 1 : 1;
    side = Math.sign(scaled);
    signal[k] = signalOf(scaled, side !== 0 && run >= RUN_LENGTH, Math.abs(weighted) > ewmaLimit[k]!);
  }
  return { center, low, high, plainLow, plainHigh, z, sigmaZ, deviation, ewma, ewmaLimit, signal };
}

function signalOf(scaled: number, isRun: boolean, isDrift: boolean): Signal {
  if (Math.abs(scaled) > CONTROL_SIGMAS) return Signal.beyond;
  if (isRun) return Signal.run;
  return isDrift ? Signal.ewma : Signal.none;
}

function movingRange(values: readonly number[]): number {
  if (values.length < 2) return RANGE_OF_TWO;
  let sum = 0;
  for (let k = 1; k < values.length; k++) sum += Math.abs(values[k]! - values[k - 1]!);
  return sum / (values.length - 1);
}
