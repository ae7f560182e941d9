import { betaAbove, betaQuantile, createBetaDraws } from './beta-distribution.ts';
import { invariant } from './problem.ts';
import { createRandom } from './random.ts';
import { overallRate, type RateCounts } from './rates.ts';

/** What the areas share: true rates of a beta distribution, cases binomial about them. */
export interface BetaBinomial {
  /** Mean of the true rates, per 1: cases by people of all areas together. */
  readonly mean: number;
  /** Correlation of two people of one area, 0 to 0.99; 0 where chance alone explains the rates. */
  readonly overdispersion: number;
  /** People that the shared knowledge weighs: (1 - overdispersion) / overdispersion, or Infinity. */
  readonly concentration: number;
}

/** What is known of the true rate of each area: Beta(alpha, beta), or the mean itself where both are infinite. */
export interface RatePosterior {
  readonly prior: BetaBinomial;
  readonly alpha: Float64Array;
  readonly beta: Float64Array;
  /** Smoothed rates, per 1: the means of the distributions. */
  readonly mean: Float64Array;
}

/** Above this the shared knowledge would weigh nothing, and an area without cases would have no distribution. */
const MOST_OVERDISPERSION = 0.99;
const ROUNDING = 1e-12;

/**
 * The beta-binomial distribution by moments (Kleinman 1973, J. Am. Stat. Assoc. 68:46), weighted by people. The
 * overdispersion is taken to be 0 where its estimate is not above 0 or there is none: one area, one person in each, no
 * case or nothing but cases. For prevalences of a tenth or more, where a Poisson variance is too wide
 * (globalEmpiricalBayes). Linear.
 * @throws as overallRate, and where an area has more cases than people.
 */
export function fitBetaBinomial(counts: RateCounts): BetaBinomial {
  const mean = overallRate(counts);
  const { numerator, denominator } = counts;
  const degrees = numerator.length - 1;
  let [squares, people, peopleSquares] = [0, 0, 0];
  for (let i = 0; i < numerator.length; i++) {
    const [n, N] = [numerator[i]!, denominator[i]!];
    invariant(n <= N, `${n} of ${N} is no proportion`);
    squares += N * (n / N - mean) ** 2;
    people += N;
    peopleSquares += N * N;
  }
  const binomial = mean * (1 - mean);
  const weight = people - peopleSquares / people - degrees;
  const known = binomial > 0 && weight > ROUNDING * people;
  const excess = known ? (squares / binomial - degrees) / weight : 0;
  const overdispersion = excess > 0 ? Math.min(excess, MOST_OVERDISPERSION) : 0;
  return { mean, overdispersion, concentration: (1 - overdispersion) / overdispersion };
}

/**
 * What the cases of each area add to what all areas share: Beta(mean M + n, (1 - mean) M + N - n), M the
 * concentration. Without overdispersion every area has the mean, for certain. Linear.
 * @param least overdispersion taken where its estimate is below, unless all people or none are cases.
 * @throws as fitBetaBinomial.
 */
export function ratePosterior(counts: RateCounts, least = 0): RatePosterior {
  const fitted = fitBetaBinomial(counts);
  const varies = fitted.mean > 0 && fitted.mean < 1;
  const overdispersion = varies ? Math.max(least, fitted.overdispersion) : fitted.overdispersion;
  const prior = { ...fitted, overdispersion, concentration: (1 - overdispersion) / overdispersion };
  const { mean, concentration: M } = prior;
  const { numerator, denominator } = counts;
  const alpha = numerator.map((n) => (M < Number.POSITIVE_INFINITY ? mean * M + n : M));
  const beta = denominator.map((N, i) =>
    M < Number.POSITIVE_INFINITY ? (1 - mean) * M + N - numerator[i]! : M,
  );
  return {
    prior,
    alpha,
    beta,
    mean: alpha.map((a, i) => (a < Number.POSITIVE_INFINITY ? a / (a + beta[i]!) : mean)),
  };
}

/**
 * P(true rate > threshold), by area, 0 to 1. Without overdispersion 1 or 0: whether the mean of all areas is above.
 * About a microsecond an area.
 * @param threshold per 1.
 */
export function exceedance({ prior, alpha, beta }: RatePosterior, threshold: number): Float64Array {
  if (prior.overdispersion === 0) return alpha.map(() => (prior.mean > threshold ? 1 : 0));
  return alpha.map((a, i) => betaAbove(threshold, a, beta[i]!));
}

/**
 * Interval that holds the true rate with this probability, as much of the rest below it as above, by area, per 1.
 * Without overdispersion the mean twice. About three microseconds an area.
 * @param level between 0 and 1.
 */
export function credibleIntervals(
  { prior, alpha, beta }: RatePosterior,
  level: number,
): { readonly low: Float64Array; readonly high: Float64Array } {
  invariant(level > 0 && level < 1, `a level of ${level}`);
  const bound = (p: number): Float64Array =>
    alpha.map((a, i) => (prior.overdispersion === 0 ? prior.mean : betaQuantile(p, a, beta[i]!)));
  return { low: bound((1 - level) / 2), high: bound((1 + level) / 2) };
}

/** How sure the order of the areas is; rank 1 is the highest rate. By area. */
export interface RankIntervals {
  /** E(rank). */
  readonly mean: Float64Array;
  /** 5 %, 50 % and 95 % quantiles of the rank, each within `resolution` ranks, the interval never too narrow. */
  readonly low: Float64Array;
  readonly median: Float64Array;
  readonly high: Float64Array;
  /** P(rank <= top), 0 to 1. */
  readonly inTop: Float64Array;
  /** Ranks that were counted together: 1 for up to 5,792 areas. */
  readonly resolution: number;
}

export interface RankOptions {
  readonly seed: number;
  /** How many areas are "the highest". */
  readonly top: number;
  /** 1 to 65,535; 4,000 where not given. */
  readonly draws?: number;
}

/** Counters of how often each area had each rank, two bytes each: the memory that rankIntervals takes at most. */
const COUNTERS = 2 ** 25;
const AREAS_BETWEEN_YIELDS = 10_000;

/**
 * Ranks of the true rates by seeded draws from what is known of them (Goldstein & Spiegelhalter 1996, J. R. Stat. Soc.
 * A 159:385): with few people an area's rank is hardly known, and this says how hardly. With 4,000 draws a probability
 * is within 0.016 of what endless draws would give. Without overdispersion all orders are equally likely.
 *
 * The same seed, areas and order of areas give the same ranks. O(draws areas); 64 MB at most for counting.
 * @returns a generator that yields the share done every few milliseconds, in one draw of very many areas less often.
 * @throws where top is not 1 to the number of areas, or there are too few or too many draws.
 */
export function* rankIntervals(
  posterior: RatePosterior,
  options: RankOptions,
): Generator<number, RankIntervals> {
  const { seed, top, draws = 4000 } = options;
  const areas = posterior.alpha.length;
  invariant(Number.isInteger(top) && top >= 1 && top <= areas, `top ${top} of ${areas}`);
  invariant(Number.isInteger(draws) && draws >= 1 && draws <= 0xffff, `${draws} draws`);
  const resolution = Math.ceil(areas / Math.floor(COUNTERS / areas));
  const bins = Math.ceil(areas / resolution);
  const times = new Uint16Array(areas * bins);
  const rankSum = new Float64Array(areas);
  const timesInTop = new Float64Array(areas);
  const drawOrder = createOrderDraws(posterior, seed);
  // A function of its own, for engines are slow to compile loops of generators.
  const count = (order: Uint32Array): void => {
    for (let r = 0; r < areas; r++) {
      const i = order[r]!;
      times[i * bins + Math.floor(r / resolution)]! += 1;
      rankSum[i]! += r + 1;
      if (r < top) timesInTop[i]! += 1;
    }
  };
  let sinceYield = 0;
  for (let draw = 0; draw < draws; draw++) {
    count(drawOrder());
    sinceYield += areas;
    if (sinceYield < AREAS_BETWEEN_YIELDS) continue;
    sinceYield = 0;
    yield (draw + 1) / draws;
  }
  const binOf = (p: number): Float64Array => quantileBins(times, bins, p * draws);
  const first = (bin: number): number => bin * resolution + 1;
  const last = (bin: number): number => Math.min(areas, (bin + 1) * resolution);
  return {
    mean: rankSum.map((sum) => sum / draws),
    low: binOf(0.05).map(first),
    median: binOf(0.5).map((bin) => (first(bin) + last(bin)) / 2),
    high: binOf(0.95).map(last),
    inTop: timesInTop.map((times) => times / draws),
    resolution,
  };
}

/** Draws of one rate for each area: the areas from the highest rate down, in an array that the next draw overwrites. */
function createOrderDraws({ prior, alpha, beta }: RatePosterior, seed: number): () => Uint32Array {
  const areas = alpha.length;
  const random = createRandom(seed);
  const drawBeta = createBetaDraws(random);
  const rate = new Float64Array(areas);
  const key = new Uint32Array(areas);
  const sort = createRadixSort(key);
  return () => {
    let most = 0;
    for (let i = 0; i < areas; i++) {
      rate[i] = prior.overdispersion === 0 ? random.unit() : drawBeta(alpha[i]!, beta[i]!);
      most = Math.max(most, rate[i]!);
    }
    for (let i = 0; i < areas; i++) key[i] = (1 - rate[i]! / most) * 0xffff_ffff;
    return sort();
  };
}

const BYTE_VALUES = 256;

/** Indices by ascending key, equal ones as they stand; linear, some five times as fast as sort() of numbers. */
function createRadixSort(key: Uint32Array): () => Uint32Array {
  const buffers = [new Uint32Array(key.length), new Uint32Array(key.length)] as const;
  const start = new Uint32Array(BYTE_VALUES + 1);
  return () => {
    let [order, sorted] = buffers;
    for (let i = 0; i < order.length; i++) order[i] = i;
    for (let shift = 0; shift < 32; shift += 8) {
      start.fill(0);
      for (let i = 0; i < key.length; i++) start[((key[i]! >>> shift) & 0xff) + 1]! += 1;
      for (let digit = 0; digit < BYTE_VALUES; digit++) start[digit + 1]! += start[digit]!;
      for (let r = 0; r < order.length; r++) {
        const i = order[r]!;
        const digit = (key[i]! >>> shift) & 0xff;
        sorted[start[digit]!++] = i;
      }
      [order, sorted] = [sorted, order];
    }
    return order;
  };
}

/** By row of `bins` counters, the first bin up to which at least this many were counted. */
function quantileBins(times: Uint16Array, bins: number, least: number): Float64Array {
  return Float64Array.from({ length: times.length / bins }, (_, i) => {
    let [bin, counted] = [0, times[i * bins]!];
    while (counted < least) {
      bin++;
      counted += times[i * bins + bin]!;
    }
    return bin;
  });
}
