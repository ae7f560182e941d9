import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  credibleIntervals,
  exceedance,
  fitBetaBinomial,
  type RankIntervals,
  type RankOptions,
  type RatePosterior,
  rankIntervals,
  ratePosterior,
} from '#core/beta-binomial.ts';
import { betaAbove } from '#core/beta-distribution.ts';
import { createRandom } from '#core/random.ts';
import { expectColumn, rateCases } from './rate-vectors.ts';

const columns = (numerator: readonly number[], denominator: readonly number[]) => ({
  numerator: Float64Array.from(numerator),
  denominator: Float64Array.from(denominator),
});
const cases = rateCases();

function ranksOf(posterior: RatePosterior, options: RankOptions): RankIntervals {
  const steps = rankIntervals(posterior, options);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Areas of 30 to 899 children with rates of 0.1 to 0.35. */
function someAreas(areas: number) {
  const random = createRandom(5);
  const denominator = Float64Array.from({ length: areas }, () => 30 + random.below(870));
  return { denominator, numerator: denominator.map((N) => Math.round(N * (0.1 + 0.25 * random.unit()))) };
}

describe.skipIf(cases.length === 0)('agreement with R', () => {
  test.each(cases)('$name', ({ counts, expected: { betabinomial_moments: reference } }) => {
    const posterior = ratePosterior(counts);
    const { mean, overdispersion, concentration } = posterior.prior;
    expectColumn(
      [mean, overdispersion, mean * concentration, (1 - mean) * concentration],
      [reference.mu, reference.rho, reference.alpha, reference.beta],
    );
    expectColumn(posterior.mean, reference.post_mean);
    expectColumn(exceedance(posterior, mean), reference.p_exceed_mu);
    const { low, high } = credibleIntervals(posterior, 0.95);
    expectColumn(low, reference.ci95.lo);
    expectColumn(high, reference.ci95.hi);
  });
});

describe('by hand', () => {
  test('moments and posterior', () => {
    // Rates 0.1, 0.6 and 0.4, mean 16/40; squares 10 * 0.09 + 15 * 0.04 + 0 = 1.5.
    const counts = columns([1, 9, 6], [10, 15, 15]);
    const weight = 40 - (100 + 225 + 225) / 40 - 2;
    const rho = (1.5 - 0.24 * 2) / (0.24 * weight);
    const prior = fitBetaBinomial(counts);
    expect(prior.mean).toBe(0.4);
    expect(prior.overdispersion).toBeCloseTo(rho, 14);
    const M = (1 - rho) / rho;
    const { alpha, beta, mean } = ratePosterior(counts);
    expect(alpha[0]).toBeCloseTo(0.4 * M + 1, 12);
    expect(beta[0]).toBeCloseTo(0.6 * M + 9, 12);
    expect(mean[0]).toBeCloseTo((0.4 * M + 1) / (M + 10), 14);
  });

  test.each([
    ['less varied than chance', columns([20, 20], [100, 100]), 0.2],
    ['one area', columns([3], [10]), 0.3],
    ['one person each', columns([0, 1, 0, 1], [1, 1, 1, 1]), 0.5],
    ['no case', columns([0, 0], [10, 50]), 0],
    ['nothing but cases', columns([10, 50], [10, 50]), 1],
  ])('no overdispersion: %s', (_, counts, mean) => {
    const posterior = ratePosterior(counts);
    expect(posterior.prior).toEqual({ mean, overdispersion: 0, concentration: Number.POSITIVE_INFINITY });
    expect(new Set(posterior.mean)).toEqual(new Set([mean]));
    expect(new Set(exceedance(posterior, 0.25))).toEqual(new Set([mean > 0.25 ? 1 : 0]));
    const { low, high } = credibleIntervals(posterior, 0.9);
    expect(new Set([...low, ...high])).toEqual(new Set([mean]));
  });

  test('all or nothing: the overdispersion stays below 1, and every area has a distribution', () => {
    const posterior = ratePosterior(columns([0, 2, 0, 2], [2, 2, 2, 2]));
    expect(posterior.prior.overdispersion).toBe(0.99);
    const above = exceedance(posterior, 0.5);
    expect(above[0]).toBeLessThan(0.01);
    expect(above[1]).toBeGreaterThan(0.99);
  });

  test('what cannot be', () => {
    expect(() => fitBetaBinomial(columns([6], [5]))).toThrow(/no proportion/);
    expect(() => fitBetaBinomial(columns([0], [0]))).toThrow(/0 of 0/);
    const posterior = ratePosterior(someAreas(3));
    expect(() => credibleIntervals(posterior, 1)).toThrow(/level/);
    for (const top of [0, 4, 1.5]) expect(() => ranksOf(posterior, { seed: 1, top })).toThrow(/top/);
    for (const draws of [0, 65_536])
      expect(() => ranksOf(posterior, { seed: 1, top: 1, draws })).toThrow(/draws/);
  });
});

describe('ranks', () => {
  /** P(X > Y) of two areas, by summing over X's quantiles. */
  function chanceAbove(posterior: RatePosterior, i: number, j: number): number {
    const [a, b, c, d] = [posterior.alpha[i]!, posterior.beta[i]!, posterior.alpha[j]!, posterior.beta[j]!];
    let sum = 0;
    const steps = 1000;
    for (let k = 0; k < steps; k++) {
      const [from, to] = [k / steps, (k + 1) / steps];
      sum += (betaAbove(from, a, b) - betaAbove(to, a, b)) * (1 - betaAbove((from + to) / 2, c, d));
    }
    return sum;
  }

  test('of two areas are one probability', () => {
    const posterior = ratePosterior(columns([12, 35], [60, 100]));
    const first = chanceAbove(posterior, 0, 1);
    const { mean, inTop } = ranksOf(posterior, { seed: 2, top: 1, draws: 10_000 });
    // Four standard errors.
    expect(Math.abs(inTop[0]! - first)).toBeLessThan(4 * Math.sqrt((first * (1 - first)) / 10_000));
    expect(inTop[0]! + inTop[1]!).toBeCloseTo(1, 12);
    expect(mean[0]).toBeCloseTo(2 - inTop[0]!, 12);
  });

  test('expected ranks are 1 and the chances of the others to be above', () => {
    const posterior = ratePosterior(someAreas(8));
    const { mean, inTop } = ranksOf(posterior, { seed: 9, top: 3 });
    for (let i = 0; i < 8; i++) {
      let expected = 1;
      for (let j = 0; j < 8; j++) if (j !== i) expected += chanceAbove(posterior, j, i);
      expect(Math.abs(mean[i]! - expected)).toBeLessThan(0.12);
    }
    expect(inTop.reduce((a, b) => a + b)).toBeCloseTo(3, 9);
  });

  test('an area far above the others is first; many people make a rank sure, few do not', () => {
    const { low, median, high, inTop } = ranksOf(
      ratePosterior(columns([900, 2, 100, 150, 200], [1000, 10, 1000, 1000, 1000])),
      { seed: 1, top: 1 },
    );
    expect([low[0], median[0], high[0], inTop[0]]).toEqual([1, 1, 1, 1]);
    expect([low[2], median[2], high[2]].every((rank) => rank! >= 4)).toBe(true);
    expect(high[1]! - low[1]!).toBeGreaterThanOrEqual(2);
  });

  test('without overdispersion every order is as likely', () => {
    const areas = columns(
      Array.from({ length: 20 }, () => 20),
      Array.from({ length: 20 }, () => 100),
    );
    const { mean, low, median, high, inTop } = ranksOf(ratePosterior(areas), { seed: 4, top: 5 });
    for (let i = 0; i < 20; i++) {
      expect(Math.abs(mean[i]! - 10.5)).toBeLessThan(0.4);
      expect(Math.abs(inTop[i]! - 0.25)).toBeLessThan(0.03);
      expect([low[i]! <= 2, Math.abs(median[i]! - 10.5) <= 1.5, high[i]! >= 18]).toEqual([true, true, true]);
    }
  });

  test('many areas are counted in coarser ranks, that are never too narrow', () => {
    const posterior = ratePosterior(someAreas(6000));
    const { low, median, high, mean, resolution } = ranksOf(posterior, { seed: 1, top: 10, draws: 20 });
    expect(resolution).toBe(2);
    const ordered = mean.every((_, i) => 1 <= low[i]! && low[i]! <= median[i]! && median[i]! <= high[i]!);
    expect(ordered && high.every((rank) => rank <= 6000)).toBe(true);
    // A rank drawn twenty times lies within its own extremes, here widened to pairs of ranks.
    expect(low.every((rank, i) => rank % 2 === 1 && high[i]! % 2 === 0)).toBe(true);
    expect(mean.reduce((a, b) => a + b) / 6000).toBeCloseTo(3000.5, 6);
  });

  test('the same seed gives the same; progress grows to 1', () => {
    const posterior = ratePosterior(someAreas(500));
    const options = { seed: 1, top: 10, draws: 120 };
    const steps = Array.from(rankIntervals(posterior, options));
    expect(steps.length).toBeGreaterThan(5);
    expect(steps).toEqual(steps.slice().sort((a, b) => a - b));
    expect(steps.at(-1)).toBeLessThanOrEqual(1);
    expect(ranksOf(posterior, options)).toEqual(ranksOf(posterior, options));
    expect(ranksOf(posterior, { ...options, seed: 2 })).not.toEqual(ranksOf(posterior, options));
  });
});

describe('laws', () => {
  const area = fc
    .tuple(fc.integer({ min: 1, max: 900 }), fc.double({ min: 0, max: 1, noNaN: true }))
    .map(([N, p]) => [Math.round(N * p), N] as const);

  test('means lie between the own rate and that of all; chances fall with the threshold; nothing is missing', () => {
    fc.assert(
      fc.property(fc.array(area, { minLength: 1, maxLength: 10 }), (areas) => {
        const posterior = ratePosterior(
          columns(
            areas.map(([n]) => n),
            areas.map(([, N]) => N),
          ),
        );
        const [low, high] = [exceedance(posterior, 0.2), exceedance(posterior, 0.6)];
        const interval = credibleIntervals(posterior, 0.9);
        for (const [i, [n, N]] of areas.entries()) {
          const bounds = [n / N, posterior.prior.mean];
          expect(posterior.mean[i]).toBeGreaterThanOrEqual(Math.min(...bounds) - 1e-12);
          expect(posterior.mean[i]).toBeLessThanOrEqual(Math.max(...bounds) + 1e-12);
          expect(low[i]).toBeGreaterThanOrEqual(high[i]! - 1e-12);
          expect(interval.low[i]).toBeLessThanOrEqual(interval.high[i]!);
        }
      }),
    );
  });
});
