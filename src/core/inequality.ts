import { differenceInterval } from './change.ts';
import { type LogisticLine, logisticLine } from './logistic-slope.ts';
import { normalTwoSidedP } from './normal-distribution.ts';
import { normalReach } from './rates.ts';

/** People of one group of welfare: affected, and all whose state is known; NaN where not known. */
export interface WelfareGroup {
  readonly n: number;
  readonly N: number;
}

/** A measure with its 95 % interval. */
export interface Estimate {
  readonly value: number;
  /** Standard error of the value, of ratios of its logarithm; NaN where there is none. */
  readonly error: number;
  readonly low: number;
  readonly high: number;
}

/** How unequal rates are from the poorest to the richest group; per 1, NaN where it cannot be said. */
export interface Inequality {
  /** Rate of all groups together. */
  readonly mean: number;
  /** What the poorest have more than the richest (of a problem; of what is good, less). */
  readonly difference: Estimate;
  readonly ratio: Estimate;
  /** Slope index of inequality: the difference of a logistic line between the poorest and the richest person. */
  readonly slope: Estimate;
  /** Relative index: their ratio. */
  readonly relative: Estimate;
  /** p of no slope, two-sided. */
  readonly p: number;
  /** Slope index of a straight line, weighted by people. */
  readonly straightSlope: Estimate;
  /** Concentration index, absolute and relative: below 0 where the affected are among the poor. */
  readonly absoluteConcentration: Estimate;
  readonly concentration: Estimate;
  /** Corrections of it for what lies between 0 and 1. */
  readonly erreygers: Estimate;
  readonly wagstaff: Estimate;
  /** Standard error of the relative concentration index by the convenient regression over groups (Kakwani et al. 1997). */
  readonly regressionError: number;
}

const REACH = normalReach(0.95);
const NONE: Estimate = { value: Number.NaN, error: Number.NaN, low: Number.NaN, high: Number.NaN };
const NO_INDEX = {
  slope: NONE,
  relative: NONE,
  p: Number.NaN,
  straightSlope: NONE,
  absoluteConcentration: NONE,
  concentration: NONE,
  erreygers: NONE,
  wagstaff: NONE,
  regressionError: Number.NaN,
};

function symmetric(value: number, error: number): Estimate {
  return { value, error, low: value - REACH * error, high: value + REACH * error };
}

/** Of a ratio, by its logarithm. */
function multiplicative(logarithm: number, error: number): Estimate {
  const [low, high] = [Math.exp(logarithm - REACH * error), Math.exp(logarithm + REACH * error)];
  return { value: Math.exp(logarithm), error, low, high };
}

/** Slope and relative index of a logistic line from rank 0, the poorest, to rank 1. @param sign 1 where more is worse. */
export function indicesOfLine(
  { intercept, slope, covariance, robust }: LogisticLine,
  sign: 1 | -1,
  from: 'binomial' | 'robust' = 'binomial',
): { readonly slope: Estimate; readonly relative: Estimate } {
  const [a, b, c] = from === 'binomial' ? covariance : robust;
  const at = (logit: number) => 1 / (1 + Math.exp(-logit));
  const [poor, rich] = [at(intercept), at(intercept + slope)];
  const error = (d: number, e: number) => Math.sqrt(d * d * a + 2 * d * e * b + e * e * c);
  const [dPoor, dRich] = [poor * (1 - poor), rich * (1 - rich)];
  return {
    slope: symmetric(sign * (poor - rich), error(dPoor - dRich, -dRich)),
    relative: multiplicative(sign * Math.log(poor / rich), error(rich - poor, rich - 1)),
  };
}

/** Rank of the middle person of each group among all, 0 the poorest to 1. */
export function middleRanks(people: readonly number[]): readonly number[] {
  const all = people.reduce((sum, own) => sum + own, 0);
  let before = 0;
  return people.map((own) => {
    before += own;
    return (before - own / 2) / all;
  });
}

/**
 * Inequality by ordered groups, such as deciles of welfare, as WHO's Health Equity Assessment Toolkit defines it
 * (Schlotheuber & Hosseinpoor 2022, Int. J. Environ. Res. Public Health 19:3697).
 *
 * Difference: interval of Newcombe; ratio and relative index: of the logarithm (Katz et al. 1978, Biometrics 34:469).
 * Slope: logistic regression on the middle rank, by maximum likelihood with binomial errors, delta method. Concentration
 * index: twice the covariance of rate and rank by the mean (Wagstaff, Paci & van Doorslaer 1991), errors of the binomial
 * variances, the mean's part included; Erreygers (2009) 4 times the absolute index, Wagstaff (2005) by 1 - mean. That all
 * are alike within a group is an approximation, the coarser the wider the group. Intervals know chance alone: who was not
 * measured, or was not found in the list of deciles, is in none. O(groups).
 * @param groups from the poorest to the best off.
 * @param moreIsWorse of a problem, so that difference and slope are above 0 where the poor are worse off.
 * @returns NaN where the first or the last group has nobody or is not known, and for the indices where any is not known;
 * a group of nobody between them takes no part.
 */
export function inequality(groups: readonly WelfareGroup[], moreIsWorse = true): Inequality {
  const isKnown = ({ n, N }: WelfareGroup) => N >= 0 && n >= 0 && n <= N;
  const sign = moreIsWorse ? 1 : -1;
  const [poor, rich] = [groups[0], groups.at(-1)];
  const isTold = poor && rich && groups.length > 1 && [poor, rich].every((own) => isKnown(own) && own.N > 0);
  const ends = isTold
    ? extremes(sign === 1 ? poor : rich, sign === 1 ? rich : poor)
    : { difference: NONE, ratio: NONE };
  if (!isTold || !groups.every(isKnown)) return { mean: Number.NaN, ...ends, ...NO_INDEX };
  const used = groups.filter(({ N }) => N > 0);
  const people = used.map(({ N }) => N);
  const rates = used.map(({ n, N }) => n / N);
  const total = (of: readonly number[]) => of.reduce((sum, own) => sum + own, 0);
  const mean = total(used.map(({ n }) => n)) / total(people);
  const ranks = middleRanks(people);
  const line = logisticLine(ranks, rates, people);
  return {
    mean,
    ...ends,
    ...NO_INDEX,
    ...(line && {
      ...indicesOfLine(line, sign),
      p: normalTwoSidedP(line.slope / Math.sqrt(line.covariance[2])),
    }),
    ...concentrations(rates, people, ranks, mean, sign),
  };
}

function extremes(worse: WelfareGroup, better: WelfareGroup) {
  const rate = ({ n, N }: WelfareGroup) => n / N;
  const variance = (of: WelfareGroup) => (rate(of) * (1 - rate(of))) / of.N;
  const [low, high] = differenceInterval([better.n, better.N], [worse.n, worse.N]);
  const error = Math.sqrt(variance(worse) + variance(better));
  const logError = Math.sqrt(variance(worse) / rate(worse) ** 2 + variance(better) / rate(better) ** 2);
  return {
    difference: { value: rate(worse) - rate(better), error, low, high },
    ratio:
      worse.n > 0 && better.n > 0 ? multiplicative(Math.log(rate(worse) / rate(better)), logError) : NONE,
  };
}

function concentrations(
  rates: readonly number[],
  people: readonly number[],
  ranks: readonly number[],
  mean: number,
  sign: 1 | -1,
) {
  const all = people.reduce((sum, own) => sum + own, 0);
  const shares = people.map((own) => own / all);
  const total = (of: (k: number) => number) => shares.reduce((sum, _, k) => sum + of(k), 0);
  const absolute = total((k) => shares[k]! * (2 * ranks[k]! - 1) * rates[k]!);
  /** Error of a function of absolute and mean, by its derivatives. */
  const errorOf = (byAbsolute: number, byMean: number) =>
    Math.sqrt(
      total((k) => {
        const derivative = shares[k]! * ((2 * ranks[k]! - 1) * byAbsolute + byMean);
        return (derivative ** 2 * rates[k]! * (1 - rates[k]!)) / people[k]!;
      }),
    );
  const spread = total((k) => shares[k]! * (ranks[k]! - 0.5) ** 2);
  const steepness = total((k) => shares[k]! * (ranks[k]! - 0.5) * rates[k]!) / spread;
  const misfit = total((k) => shares[k]! * (rates[k]! - mean - steepness * (ranks[k]! - 0.5)) ** 2);
  // Of a least-squares line weighted by people: the variation left over, by as many groups as are free.
  const slopeError = rates.length > 2 ? Math.sqrt(misfit / ((rates.length - 2) * spread)) : Number.NaN;
  const within = mean * (1 - mean);
  const varies = mean > 0 && mean < 1;
  return {
    straightSlope: symmetric(-sign * steepness, slopeError),
    absoluteConcentration: symmetric(absolute, errorOf(1, 0)),
    erreygers: symmetric(4 * absolute, errorOf(4, 0)),
    concentration: mean > 0 ? symmetric(absolute / mean, errorOf(1 / mean, -absolute / mean ** 2)) : NONE,
    wagstaff: varies
      ? symmetric(absolute / within, errorOf(1 / within, (-absolute * (1 - 2 * mean)) / within ** 2))
      : NONE,
    regressionError: mean > 0 ? (2 * spread * slopeError) / mean : Number.NaN,
  };
}
