import { TREND_PERIODS } from './area-trend.ts';
import { type CaseChange, caseChange } from './attendance-change.ts';
import { betaBelow, betaQuantile } from './beta-distribution.ts';
import { adjustedForDiscoveries, DISCOVERY_RATE } from './false-discovery.ts';
import { normalTwoSidedP } from './normal-distribution.ts';
import { normalReach } from './rates.ts';
import { pooledRate, repeatedError } from './repeated-trend.ts';

/** What an office wants to have reached. Time is in steps of the series, as those of its periods. */
export interface PathTarget {
  readonly measure: 'count' | 'rate';
  /** Children, or per 1. */
  readonly value: number;
  readonly due: number;
}

/** Figures of one area: children affected and measured, and the places of the periods in time, ascending; NaN: none. */
export interface PathFigures {
  readonly numerators: ArrayLike<number>;
  readonly denominators: ArrayLike<number>;
  readonly times: ArrayLike<number>;
}

/** Why nothing is said of where a series goes. */
export type PathGap =
  /** No figure at all. */
  | 'no-data'
  /** Fewer figures than TREND_PERIODS: what is needed is said, and no projection. */
  | 'too-short'
  /** The last figure is not before the day that the target is due. */
  | 'past-due';

/** From where an area is to its target. Values are per 1, or children where the target is in cases. */
export interface TargetPath {
  /** The last figure, its place in time, and the children measured then; null without a figure. */
  readonly latest: { readonly value: number; readonly measured: number; readonly time: number } | null;
  /** Whether the last figure has reached the target. */
  readonly reached: boolean;
  /** Change a step from the last figure to the target in time; 0 where it is reached, NaN where none is left. */
  readonly required: number;
  /** Change a step so far, of the least-squares line; NaN where gap is not null. */
  readonly pace: number;
  /** Where the line leads at the due time, with its 95 % interval; NaN likewise. */
  readonly projected: number;
  readonly low: number;
  readonly high: number;
  /** p of the figure at the due time being the target itself, two-sided; NaN likewise. */
  readonly p: number;
  readonly gap: PathGap | null;
  /** Cases between the first and the last figure, taken apart: whether they fall only because fewer are measured. */
  readonly change: CaseChange | null;
}

const NO_PROJECTION = {
  pace: Number.NaN,
  projected: Number.NaN,
  low: Number.NaN,
  high: Number.NaN,
  p: Number.NaN,
} as const;
const REACH = normalReach(0.95);

/**
 * What an area needs to reach a target, and where it goes: a least-squares line through its rates, and at the due time an
 * interval for the rate that will be measured then. Its error is the larger of two: of sampling alone, of as many children
 * as were measured last, at the largest that it can have where mostly the same children are measured again
 * (repeatedError); and of the scatter about the line. Neither knows whether the line goes on as it did. Cases are the
 * rate times the children measured last: a target in cases can also be met by measuring fewer, so `change` says whether
 * that is how they fall.
 * @param lowerIsBetter of a problem. O(periods).
 */
export function targetPath(
  { numerators, denominators, times }: PathFigures,
  target: PathTarget,
  lowerIsBetter = true,
): TargetPath {
  const known = Array.from({ length: times.length }, (_, k) => k).filter(
    (k) => denominators[k]! > 0 && numerators[k]! >= 0,
  );
  const last = known.at(-1);
  if (last === undefined)
    return {
      latest: null,
      reached: false,
      required: Number.NaN,
      ...NO_PROJECTION,
      gap: 'no-data',
      change: null,
    };
  const of = (column: ArrayLike<number>) => known.map((k) => column[k]!);
  const counts = { numerators: of(numerators), denominators: of(denominators), times: of(times) };
  const measured = denominators[last]!;
  const scale = target.measure === 'count' ? measured : 1;
  const value = (scale * numerators[last]!) / measured;
  const time = times[last]!;
  const reached = lowerIsBetter ? value <= target.value : value >= target.value;
  const left = target.due - time;
  const required = reached ? 0 : left > 0 ? (target.value - value) / left : Number.NaN;
  const first = known[0]!;
  const change =
    known.length > 1
      ? caseChange({ n: numerators[first]!, N: denominators[first]! }, { n: numerators[last]!, N: measured })
      : null;
  const gap = left <= 0 ? 'past-due' : known.length < TREND_PERIODS ? 'too-short' : null;
  const projection = gap ? NO_PROJECTION : projectionOf(counts, target.due, target.value / scale, scale);
  return { latest: { value, measured, time }, reached, required, ...projection, gap, change };
}

/** Of Student's t distribution, by the beta distribution. */
function studentTwoSidedP(t: number, degrees: number): number {
  return betaBelow(degrees / (degrees + t * t), degrees / 2, 0.5);
}

function studentReach(degrees: number): number {
  const x = betaQuantile(0.05, degrees / 2, 0.5);
  return Math.sqrt((degrees * (1 - x)) / x);
}

type Counts = Parameters<typeof pooledRate>[0];

function projectionOf(counts: Counts, due: number, target: number, scale: number) {
  const { numerators, denominators, times } = counts;
  const n = times.length;
  const rates = numerators.map((affected, k) => affected / denominators[k]!);
  const mean = (of: readonly number[]) => of.reduce((sum, own) => sum + own, 0) / n;
  const [middle, level] = [mean(times), mean(rates)];
  const spread = times.reduce((sum, time) => sum + (time - middle) ** 2, 0);
  const pace = times.reduce((sum, time, k) => sum + (time - middle) * rates[k]!, 0) / spread;
  const projected = level + pace * (due - middle);
  // What will be measured, less the line that foretells it: as weights of the proportions, that of the future first met.
  const line = times.map((time) => -(1 / n + ((due - middle) * (time - middle)) / spread));
  const sampling = repeatedError(
    [...line, 1],
    { denominators: [...denominators, denominators.at(-1)!], times: [...times, due] },
    pooledRate(counts),
  );
  const misfit = times.reduce((sum, time, k) => sum + (rates[k]! - level - pace * (time - middle)) ** 2, 0);
  const degrees = n - 2;
  const scatter = Math.sqrt((misfit / degrees) * (1 + 1 / n + (due - middle) ** 2 / spread));
  const reach = Math.max(REACH * sampling, studentReach(degrees) * scatter);
  const off = projected - target;
  const within = (rate: number) => scale * Math.min(1, Math.max(0, rate));
  return {
    pace: scale * pace,
    projected: within(projected),
    low: within(projected - reach),
    high: within(projected + reach),
    p: Math.max(
      sampling > 0 ? normalTwoSidedP(off / sampling) : Number(off === 0),
      scatter > 0 ? studentTwoSidedP(off / scatter, degrees) : 0,
    ),
  };
}

/** What is said of an area and its target. */
export const PathVerdict = {
  /** No figure, too few, or due. */
  none: 0,
  /** Reached by the last figure. */
  reached: 1,
  /** The target lies within what can be foretold. */
  unclear: 2,
  /** Where it goes is surely better, or surely worse, than the target. */
  onTrack: 3,
  offTrack: 4,
} as const;
export type PathVerdict = (typeof PathVerdict)[keyof typeof PathVerdict];

/**
 * Who is on track, of all areas that are looked at: at a false discovery rate of 5 % among those that have a projection and
 * have not reached their target (Benjamini & Hochberg 1995).
 * @param targets by area, as those of the paths. @returns PathVerdict by area.
 */
export function pathVerdicts(
  paths: readonly TargetPath[],
  targets: readonly PathTarget[],
  lowerIsBetter = true,
): Uint8Array {
  const q = adjustedForDiscoveries(Float64Array.from(paths, ({ p, reached }) => (reached ? Number.NaN : p)));
  return Uint8Array.from(paths, ({ reached, gap, projected }, i) => {
    if (reached) return PathVerdict.reached;
    if (gap !== null) return PathVerdict.none;
    if (!(q[i]! <= DISCOVERY_RATE)) return PathVerdict.unclear;
    return projected < targets[i]!.value === lowerIsBetter ? PathVerdict.onTrack : PathVerdict.offTrack;
  });
}
