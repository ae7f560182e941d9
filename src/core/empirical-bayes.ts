import { fitBetaBinomial } from './beta-binomial.ts';
import { invariant } from './problem.ts';
import { overallRate, type RateCounts } from './rates.ts';
import type { NeighborGraph } from './spatial-weights.ts';

/** Rates drawn towards the rate of all areas. */
export interface EmpiricalBayes {
  /** Estimates, per 1, by area. */
  readonly rate: Float64Array;
  /** b: the rate of all areas together, per 1. */
  readonly mean: number;
  /** A: variance of the rates beyond chance, per 1 squared; 0 where chance alone explains them. */
  readonly variance: number;
}

/**
 * Global empirical Bayes by moments, with the variance of a Poisson count (Marshall 1991, Appl. Stat. 40:283):
 * b + (p - b) A / (A + b / N), A the weighted variance of the rates less b / mean N, or 0 where that is negative.
 * Where A is 0, or no area has a case, every estimate is b. A smoothed rate is for the map, never for a test of
 * autocorrelation: smoothing makes some. Linear.
 * @throws as overallRate.
 */
export function globalEmpiricalBayes(counts: RateCounts): EmpiricalBayes {
  const mean = overallRate(counts);
  const variance = Math.max(0, excessVariance(counts, mean));
  const rate = counts.denominator.map((N, i) => shrunk(counts.numerator[i]! / N, N, mean, variance));
  return { rate, mean, variance };
}

/**
 * Local empirical Bayes, per 1, by area: Marshall's estimate within the area and its neighbors, drawn towards the mean
 * of that window (as GeoDa and PySAL; spdep's default takes the mean of each neighbor's own window). An area whose
 * window has no case gets 0; an area without neighbors keeps its own rate. Links are taken one way, as they are given.
 * Linear in links.
 * @param graph of the same areas.
 * @throws as overallRate, and where the graph has other areas.
 */
export function localEmpiricalBayes(counts: RateCounts, { offset, neighbor }: NeighborGraph): Float64Array {
  overallRate(counts);
  const { numerator, denominator } = counts;
  invariant(offset.length === numerator.length + 1, 'a graph of the same areas');
  const raw = numerator.map((n, i) => n / denominator[i]!);
  return raw.map((p, i) => {
    const [first, end] = [offset[i]!, offset[i + 1]!];
    let [cases, people] = [numerator[i]!, denominator[i]!];
    for (let e = first; e < end; e++) {
      cases += numerator[neighbor[e]!]!;
      people += denominator[neighbor[e]!]!;
    }
    const mean = cases / people;
    let squares = denominator[i]! * (p - mean) ** 2;
    for (let e = first; e < end; e++) {
      const j = neighbor[e]!;
      squares += denominator[j]! * (raw[j]! - mean) ** 2;
    }
    const variance = (squares - mean * (end - first + 1)) / people;
    return shrunk(p, denominator[i]!, mean, Math.max(0, variance));
  });
}

/** How cases are taken to vary about the rate that all areas share. */
export type RateVariance = 'binomial' | 'poisson';

/**
 * Standardized rates (p - b) / sd, by area, in standard deviations, b the rate of all areas together. Moran's I of rates
 * is computed on these: raw rates of small areas vary by chance, and would be taken for clusters.
 *
 * binomial: sd^2 = b (1 - b) / N (1 + (N - 1) rho), rho the overdispersion of fitBetaBinomial. The form of Assuncao and
 * Reis with the variance of a proportion: theirs is too wide by 1 / (1 - b), and makes up for it by an A below 0, so that
 * small areas are flagged too seldom and large ones too often (docs/methods.md, first of the simulations).
 * poisson: sd^2 = A + b / N (Assuncao & Reis 1999, Stat. Med. 18:2147), b and A as in globalEmpiricalBayes but A as it
 * comes, also below 0; where A + b / N is not above 0, b / N takes its place. For events that people may have more than
 * once, and for D of S.
 *
 * All 0 where no area has a case or, if binomial, where everybody is one. Linear.
 * @throws as overallRate; if binomial, where an area has more cases than people.
 */
export function standardizedRates(counts: RateCounts, variance: RateVariance): Float64Array {
  return variance === 'binomial' ? binomialZ(counts) : poissonZ(counts);
}

function binomialZ(counts: RateCounts): Float64Array {
  const { mean, overdispersion } = fitBetaBinomial(counts);
  const binomial = mean * (1 - mean);
  return counts.denominator.map((N, i) => {
    const variance = (binomial / N) * (1 + (N - 1) * overdispersion);
    return binomial > 0 ? (counts.numerator[i]! / N - mean) / Math.sqrt(variance) : 0;
  });
}

function poissonZ(counts: RateCounts): Float64Array {
  const mean = overallRate(counts);
  const excess = excessVariance(counts, mean);
  return counts.denominator.map((N, i) => {
    const chance = mean / N;
    const variance = excess + chance > 0 ? excess + chance : chance;
    return mean === 0 ? 0 : (counts.numerator[i]! / N - mean) / Math.sqrt(variance);
  });
}

/** Variance of the rates, weighted by people, less what a Poisson count of the mean size would give. */
function excessVariance({ numerator, denominator }: RateCounts, mean: number): number {
  let [squares, people] = [0, 0];
  for (let i = 0; i < numerator.length; i++) {
    squares += denominator[i]! * (numerator[i]! / denominator[i]! - mean) ** 2;
    people += denominator[i]!;
  }
  return (squares - mean * numerator.length) / people;
}

function shrunk(p: number, N: number, mean: number, variance: number): number {
  return variance === 0 ? mean : mean + ((p - mean) * variance) / (variance + mean / N);
}
