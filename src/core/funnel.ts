import { betaAbove } from './beta-distribution.ts';
import { quantile } from './class-breaks.ts';
import { type Level, normalReach, overallRate, type RateCounts } from './rates.ts';

/** Where a rate lies against the limits of the funnel. */
export const FunnelFlag = {
  within: 0,
  /** Between the 95 % and the 99.8 % limit. */
  high: 1,
  low: 2,
  /** Beyond the 99.8 % limit. */
  veryHigh: 3,
  veryLow: 4,
} as const;
export type FunnelFlag = (typeof FunnelFlag)[keyof typeof FunnelFlag];

/** What the limits of a funnel are made from. */
export interface FunnelShape {
  /** The rate of all areas together, per 1. */
  readonly mean: number;
  /** phi: mean squared z of the areas, the outermost tenth at each end drawn in. Limits widen only where above 1. */
  readonly overdispersion: number;
  /** tau^2: variance of the true rates, per 1 squared, where phi is so high that it is added; else 0. */
  readonly between: number;
}

/**
 * Rates against what chance alone would do to one rate, by how many people each was found among. Limits that are not
 * widened ask "can it be chance?", widened ones "is it unusual among these areas?".
 */
export interface Funnel extends FunnelShape {
  /** (p - mean) / sqrt(mean (1 - mean) / N), by area, without regard to overdispersion; 0 where all rates are equal. */
  readonly z: Float64Array;
  /** FunnelFlag by area, of limits widened where rates vary more than chance. */
  readonly flag: Uint8Array;
  /** FunnelFlag by area, of limits of chance alone. */
  readonly chanceFlag: Uint8Array;
}

const WINSORIZED = 0.1;
/** phi above which a variance between areas is added: multiplied, chance would be widened most where it is least known. */
const ADDITIVE_ABOVE = 2;
/** Fewer people than this: the binomial distribution itself. */
const EXACT_BELOW = 50;

/**
 * Funnel of proportions (Spiegelhalter 2005, Stat. Med. 24:1185): areas beyond the 95 and the 99.8 % limits about the
 * overall rate. Overdispersion phi is from z winsorized at the 10 and 90 % quantiles (type 7). Up to 2 it multiplies the
 * variance of chance; above, tau^2 = (areas phi - (areas - 1)) / (sum w - sum w^2 / sum w), w the inverse of that
 * variance, is added to it (DerSimonian & Laird 1986, with the winsorized sum). The edge is ours. Where no one or
 * everyone is a case, or cases outnumber people (no proportion), every area is within. O(areas log areas).
 * @throws as overallRate.
 */
export function funnelOf(counts: RateCounts): Funnel {
  const mean = overallRate(counts);
  const raw = counts.numerator.map((n, i) => n / counts.denominator[i]!);
  const binomial = mean * (1 - mean);
  const z = raw.map((p, i) => (binomial > 0 ? (p - mean) / Math.sqrt(binomial / counts.denominator[i]!) : 0));
  const sorted = z.slice().sort();
  const [least, most] = [quantile(sorted, WINSORIZED), quantile(sorted, 1 - WINSORIZED)];
  const squares = z.reduce((sum, each) => sum + Math.min(most, Math.max(least, each)) ** 2, 0);
  const overdispersion = squares / z.length;
  const between = overdispersion > ADDITIVE_ABOVE ? betweenVariance(counts, binomial, squares) : 0;
  const shape: FunnelShape = { mean, overdispersion, between };
  const flags = (of: FunnelShape): Uint8Array =>
    Uint8Array.from(raw, (p, i) =>
      binomial > 0 ? flagOf(p, counts.denominator[i]!, of) : FunnelFlag.within,
    );
  return { ...shape, z, flag: flags(shape), chanceFlag: flags(chanceShape(shape)) };
}

/** The funnel of chance alone: what is not widened. */
export function chanceShape({ mean }: Pick<FunnelShape, 'mean'>): FunnelShape {
  return { mean, overdispersion: 1, between: 0 };
}

function betweenVariance({ denominator }: RateCounts, binomial: number, squares: number): number {
  let [sum, sumOfSquares] = [0, 0];
  for (const N of denominator) {
    sum += N / binomial;
    sumOfSquares += (N / binomial) ** 2;
  }
  return (squares - (denominator.length - 1)) / (sum - sumOfSquares / sum);
}

function flagOf(p: number, N: number, shape: FunnelShape): FunnelFlag {
  const [low, high] = funnelLimits(shape, N, 0.95);
  if (p >= low && p <= high) return FunnelFlag.within;
  const [veryLow, veryHigh] = funnelLimits(shape, N, 0.998);
  if (p > high) return p > veryHigh ? FunnelFlag.veryHigh : FunnelFlag.high;
  return p < veryLow ? FunnelFlag.veryLow : FunnelFlag.low;
}

/**
 * Limits for a rate among N people, per 1, within 0 and 1: normal from 50 people. Below, the binomial distribution,
 * interpolated between whole numbers of cases so that the funnel is smooth (Spiegelhalter 2005, appendix). He takes
 * both limits from below; here the upper one is the lower one of those who are no cases, so that without widening a
 * rate is beyond a limit exactly where one as far out or further has less than half of 1 - level as its probability.
 * The distance from the mean is multiplied by the root of an overdispersion above 1 or, with a variance between areas, by
 * that of (chance + between) / chance; for exact limits too, which is ours.
 * @param N people, above 0; whole below 50.
 */
export function funnelLimits(
  shape: FunnelShape,
  N: number,
  level: Level,
): readonly [low: number, high: number] {
  const { mean, overdispersion, between } = shape;
  const chance = (mean * (1 - mean)) / N;
  const wider = Math.sqrt(between > 0 ? 1 + between / chance : Math.max(1, overdispersion));
  const reach = normalReach(level) * Math.sqrt(chance);
  const exact = N < EXACT_BELOW && reach > 0;
  const below = exact ? mean - binomialQuantile((1 - level) / 2, N, mean) : reach;
  const above = exact ? 1 - mean - binomialQuantile((1 - level) / 2, N, 1 - mean) : reach;
  return [Math.max(0, mean - wider * below), Math.min(1, mean + wider * above)];
}

/** The share of N cases below which a share p of the binomial distribution lies, interpolated. */
function binomialQuantile(p: number, N: number, mean: number): number {
  const atMost = (cases: number): number => (cases < N ? betaAbove(mean, cases + 1, N - cases) : 1);
  let [cases, below, upTo] = [0, 0, atMost(0)];
  while (upTo < p) {
    cases++;
    below = upTo;
    upTo = atMost(cases);
  }
  return (cases - (upTo - p) / (upTo - below)) / N;
}
