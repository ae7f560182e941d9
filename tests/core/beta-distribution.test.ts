import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { betaAbove, betaBelow, betaQuantile, createBetaDraws } from '#core/beta-distribution.ts';
import { createRandom } from '#core/random.ts';
import { sharedPath } from '#tests/shared-data.ts';
import { rateCases } from './rate-vectors.ts';

const vectors = sharedPath('vectors/intervals/expected.json');
const cases = rateCases();

function expectRelative(mine: number, reference: number, tolerance = 1e-12): void {
  const apart = Math.abs(mine - reference);
  if (!(apart <= tolerance * Math.abs(reference))) expect.fail(`${mine} for ${reference}`);
}

describe('distribution function', () => {
  test.each([
    [0.22, 5.1, 20.3, 0.6304138895597942, 0.36958611044020645],
    [0.5, 0.03, 0.7, 0.9663667862445743, 0.033633213755425655],
    [0.002, 5.12, 2529.67, 0.5498321520346839, 0.45016784796531595],
    [0.3184, 12.1, 1085.5, 1.0, 6.364761658748349e-161],
    [0.9, 30000.5, 3000.25, 1.1765665838095034e-8, 0.9999999882343341],
    [0.92, 30000.5, 3000.25, 0.9999999999995958, 4.041869035428992e-13],
    [1e-9, 0.01, 4000.0, 0.8881602139341094, 0.11183978606589068],
  ])('agrees with SciPy 1.17.1, betainc and betaincc: x = %d, a = %d, b = %d', (x, a, b, below, above) => {
    expectRelative(betaBelow(x, a, b), below);
    expectRelative(betaAbove(x, a, b), above);
  });

  test('by hand: powers, halves, the ends', () => {
    expectRelative(betaBelow(0.3, 4, 1), 0.3 ** 4);
    expectRelative(betaBelow(0.3, 1, 4), 1 - 0.7 ** 4);
    expectRelative(betaBelow(0.25, 0.5, 0.5), 1 / 3);
    expect(betaBelow(0, 2, 3)).toBe(0);
    expect(betaBelow(-1, 2, 3)).toBe(0);
    expect(betaBelow(1, 2, 3)).toBe(1);
    expect(betaBelow(7, 2, 3)).toBe(1);
    expect(betaAbove(0, 2, 3)).toBe(1);
    expect(betaAbove(1, 2, 3)).toBe(0);
  });

  test('what is no distribution', () => {
    for (const [a, b] of [
      [0, 1],
      [1, -1],
      [Number.NaN, 1],
      [1, Number.POSITIVE_INFINITY],
    ] as const) {
      expect(() => betaBelow(0.5, a, b)).toThrow(/Beta/);
    }
    expect(() => betaBelow(Number.NaN, 1, 1)).toThrow(/number/);
    expect(() => betaQuantile(1.5, 1, 1)).toThrow(/share/);
  });
});

describe('quantile', () => {
  test.skipIf(vectors === null)('makes the intervals of R, binom.test and qbeta', () => {
    type Interval = readonly [low: number, high: number];
    const { one_sample } = JSON.parse(readFileSync(vectors!, 'utf8')) as {
      one_sample: readonly { k: number; n: number; clopper_pearson95: Interval; jeffreys95: Interval }[];
    };
    for (const { k, n, clopper_pearson95, jeffreys95 } of one_sample) {
      if (k > 0) {
        expectRelative(betaQuantile(0.025, k, n - k + 1), clopper_pearson95[0], 1e-9);
        expectRelative(betaQuantile(0.025, k + 0.5, n - k + 0.5), jeffreys95[0], 1e-9);
      }
      if (k < n) {
        expectRelative(betaQuantile(0.975, k + 1, n - k), clopper_pearson95[1], 1e-9);
        expectRelative(betaQuantile(0.975, k + 0.5, n - k + 0.5), jeffreys95[1], 1e-9);
      }
    }
  });

  test.skipIf(cases.length === 0).each(cases)('of many areas: $name', ({ expected }) => {
    for (const [i, k] of expected.events.entries()) {
      const n = expected.population[i]!;
      if (k > 0) expectRelative(betaQuantile(0.025, k, n - k + 1), expected.clopper_pearson95.lo[i]!, 1e-9);
      if (k < n) expectRelative(betaQuantile(0.975, k + 1, n - k), expected.clopper_pearson95.hi[i]!, 1e-9);
    }
  });

  test('is the inverse, and the tails make up 1', () => {
    const parameter = fc.double({ min: -1.5, max: 4, noNaN: true }).map((power) => 10 ** power);
    fc.assert(
      fc.property(parameter, parameter, fc.double({ min: 0.001, max: 0.999, noNaN: true }), (a, b, p) => {
        const x = betaQuantile(p, a, b);
        // Where x is told from 0 and 1 by at least as much as p is to be matched.
        if (x > 1e-200 && x < 1 - 1e-4) expectRelative(betaBelow(x, a, b), p, 1e-9);
        expect(betaBelow(x, a, b) + betaAbove(x, a, b)).toBeCloseTo(1, 12);
        if (x > 1e-4 && x < 1 - 1e-4) expect(betaAbove(1 - x, b, a)).toBeCloseTo(p, 8);
      }),
    );
  });

  test('ends', () => {
    expect(betaQuantile(0, 2, 3)).toBe(0);
    expect(betaQuantile(1, 2, 3)).toBe(1);
    expect(betaQuantile(0.5, 1e-4, 1)).toBe(0);
  });
});

describe('draws', () => {
  test.each([
    [0.4, 1.5],
    [2, 7],
    [150, 900],
  ])('of Beta(%d, %d) fall evenly over its quantiles', (a, b) => {
    const draw = createBetaDraws(createRandom(7));
    const bins = new Float64Array(20);
    const draws = 20_000;
    for (let k = 0; k < draws; k++) bins[Math.floor(betaBelow(draw(a, b), a, b) * 20)]! += 1;
    const expected = draws / 20;
    // Chi-square with 19 degrees of freedom: above 43.8 once in a thousand times.
    expect(bins.reduce((sum, each) => sum + (each - expected) ** 2 / expected, 0)).toBeLessThan(43.8);
  });

  test('are the same for the same seed', () => {
    const some = (seed: number) => {
      const draw = createBetaDraws(createRandom(seed));
      return Array.from({ length: 5 }, (_, k) => draw(k + 0.5, 3));
    };
    expect(some(3)).toEqual(some(3));
    expect(some(4)).not.toEqual(some(3));
  });
});
