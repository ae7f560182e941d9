import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { globalEmpiricalBayes, localEmpiricalBayes, standardizedRates } from '#core/empirical-bayes.ts';
import { graphOf } from '#core/spatial-weights.ts';
import { expectColumn, rateCases } from './rate-vectors.ts';

const given = (lists: readonly (readonly number[])[]) => graphOf(lists, { kind: 'given', name: 'test' });
const columns = (numerator: readonly number[], denominator: readonly number[]) => ({
  numerator: Float64Array.from(numerator),
  denominator: Float64Array.from(denominator),
});

const VARIANCES = ['binomial', 'poisson'] as const;
const cases = rateCases();
const byScheme = cases.flatMap(({ name, counts, expected, schemes }) =>
  Object.entries(expected.byW).map(([scheme, reference]) => ({
    name: `${name}, ${scheme}`,
    counts,
    reference,
    lists: schemes[scheme]!,
  })),
);

describe.skipIf(cases.length === 0)('agreement with R, spdep 1.2-7', () => {
  test.each(cases)('EBest: $name', ({ counts, expected: { EB_global_poisson: reference } }) => {
    const { rate, mean, variance } = globalEmpiricalBayes(counts);
    expectColumn(rate, reference.est);
    expectColumn([mean, variance], [reference.b, reference.a]);
  });

  test.each(byScheme)('EBlocal(geoda = TRUE): $name', ({ counts, reference, lists }) => {
    const local = localEmpiricalBayes(counts, given(lists));
    // spdep has none where nobody in the window is a case.
    expectColumn(
      local,
      reference.EBlocal_geoda.est.map((each) => (typeof each === 'number' ? each : 0)),
    );
  });

  test.each(byScheme)('EBImoran, its z: $name', ({ counts, reference }) => {
    expectColumn(standardizedRates(counts, 'poisson'), reference.EBI.z);
  });
});

describe('by hand', () => {
  // Rates 0.1 and 0.5 of 10 and 30 people: b = 16/40 = 0.4, variance (10 * 0.09 + 30 * 0.01) / 40 = 0.03, less b / 20.
  const two = columns([1, 15], [10, 30]);

  test('global', () => {
    const { rate, mean, variance } = globalEmpiricalBayes(two);
    expect(mean).toBe(0.4);
    expect(variance).toBeCloseTo(0.01, 15);
    expect(rate[0]).toBeCloseTo(0.4 - (0.3 * 0.01) / (0.01 + 0.04), 15);
    expect(rate[1]).toBeCloseTo(0.4 + (0.1 * 0.01) / (0.01 + 0.4 / 30), 15);
  });

  test('standardized', () => {
    const z = standardizedRates(two, 'poisson');
    expect(z[0]).toBeCloseTo(-0.3 / Math.sqrt(0.05), 14);
    expect(z[1]).toBeCloseTo(0.1 / Math.sqrt(0.01 + 0.4 / 30), 14);
  });

  test('a variance below chance is 0 for smoothing, and as it is for standardizing while that can be', () => {
    // b = 0.2; squares (100 * 0.0001 + 100 * 0.0001 + 0) / 201, less 0.2 / 67.
    const even = columns([19, 21, 0.2], [100, 100, 1]);
    const { rate, variance, mean } = globalEmpiricalBayes(even);
    expect(variance).toBe(0);
    expect(rate).toEqual(Float64Array.of(mean, mean, mean));
    const excess = 0.02 / 201 - 0.2 / 67;
    const z = standardizedRates(even, 'poisson');
    // There excess + 0.2 / 100 is below 0, and 0.2 / 100 takes its place; with one person it is not.
    expect(excess + 0.002).toBeLessThan(0);
    expect(z[0]).toBeCloseTo(-0.01 / Math.sqrt(0.002), 10);
    expect(z[2]).toBeCloseTo(0, 10);
  });

  test('local: a window without cases, an area alone', () => {
    const counts = columns([0, 0, 4, 3], [10, 20, 10, 10]);
    const local = localEmpiricalBayes(counts, given([[1], [0], [1], []]));
    expect(Array.from(local.subarray(0, 2))).toEqual([0, 0]);
    expect(local[3]).toBeCloseTo(0.3, 15);
    // Window of area 2: b = 4/30, squares (10 * (0.4 - b)^2 + 20 * b^2) / 30, less b / 15.
    const b = 4 / 30;
    const A = (10 * (0.4 - b) ** 2 + 20 * b * b) / 30 - b / 15;
    expect(local[2]).toBeCloseTo(b + ((0.4 - b) * A) / (A + b / 10), 14);
  });

  test('no case anywhere', () => {
    const none = columns([0, 0], [10, 20]);
    expect(globalEmpiricalBayes(none)).toEqual({ rate: Float64Array.of(0, 0), mean: 0, variance: 0 });
    for (const variance of VARIANCES)
      expect(standardizedRates(none, variance)).toEqual(Float64Array.of(0, 0));
    expect(localEmpiricalBayes(none, given([[1], [0]]))).toEqual(Float64Array.of(0, 0));
  });

  test('an area without people is a bug, and so is a graph of other areas', () => {
    const gap = columns([0, 0], [0, 20]);
    expect(() => globalEmpiricalBayes(gap)).toThrow(/0 of 0/);
    for (const variance of VARIANCES) expect(() => standardizedRates(gap, variance)).toThrow(/0 of 0/);
    expect(() => localEmpiricalBayes(gap, given([[1], [0]]))).toThrow(/0 of 0/);
    expect(() => localEmpiricalBayes(two, given([[1], [0], []]))).toThrow(/same areas/);
  });
});

describe('binomial', () => {
  // Made with numpy 2.4.6 from the moments of Kleinman (1973): rho 0.05746782945901622 and -0.012, which is taken for 0.
  const apart = columns([4, 30, 12, 55, 9], [31, 120, 77, 140, 52]);
  const alike = columns([11, 26, 15, 29, 11], [50, 120, 70, 140, 52]);

  test('by moments', () => {
    expectColumn(
      standardizedRates(apart, 'binomial'),
      [-1.0194870987545168, -0.10594054428960756, -0.91365727105612, 1.1754855704875713, -0.7348168710367379],
    );
    expectColumn(
      standardizedRates(alike, 'binomial'),
      [
        0.12154167399136824, 0.09910081668184022, 0.02703196392121844, -0.16820746797785763,
        -0.025090824590960372,
      ],
    );
  });

  test('where chance explains the rates, their distance in binomial standard deviations', () => {
    const [b, z] = [92 / 432, standardizedRates(alike, 'binomial')];
    for (const [i, n] of alike.numerator.entries()) {
      const N = alike.denominator[i]!;
      expect(z[i]).toBeCloseTo((n / N - b) / Math.sqrt((b * (1 - b)) / N), 12);
    }
  });

  test('everybody a case; more cases than people is a bug', () => {
    expect(standardizedRates(columns([5, 9], [5, 9]), 'binomial')).toEqual(Float64Array.of(0, 0));
    expect(() => standardizedRates(columns([6, 9], [5, 19]), 'binomial')).toThrow(/no proportion/);
  });
});

describe('laws', () => {
  test('binomial: those who are no cases have the same z, turned over', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(900), fc.integer({ min: 1, max: 900 })), { minLength: 2 }),
        (areas) => {
          const denominator = areas.map(([, N]) => N);
          const numerator = areas.map(([n, N]) => Math.min(n, N));
          const others = areas.map((_, i) => denominator[i]! - numerator[i]!);
          const z = standardizedRates(columns(numerator, denominator), 'binomial');
          const turned = standardizedRates(columns(others, denominator), 'binomial');
          for (const [i, each] of z.entries()) expect(turned[i]).toBeCloseTo(-each, 6);
        },
      ),
    );
  });

  const area = fc.tuple(fc.nat(200), fc.integer({ min: 1, max: 900 }));

  test('estimates lie between the own rate and the mean; a window of all areas is the global estimate', () => {
    fc.assert(
      fc.property(fc.array(area, { minLength: 2, maxLength: 12 }), (areas) => {
        const counts = columns(
          areas.map(([n]) => n),
          areas.map(([, N]) => N),
        );
        const { rate, mean } = globalEmpiricalBayes(counts);
        const everyone = areas.map((_, i) => Array.from(areas.keys()).filter((j) => j !== i));
        const local = localEmpiricalBayes(counts, given(everyone));
        for (const [i, [n, N]] of areas.entries()) {
          expect(rate[i]).toBeGreaterThanOrEqual(Math.min(n / N, mean) - 1e-12);
          expect(rate[i]).toBeLessThanOrEqual(Math.max(n / N, mean) + 1e-12);
          expect(local[i]).toBeCloseTo(rate[i]!, 9);
        }
      }),
    );
  });

  test('z is finite and has the sign of the difference', () => {
    fc.assert(
      fc.property(
        fc.array(area, { minLength: 2, maxLength: 12 }),
        fc.constantFrom(...VARIANCES),
        (areas, by) => {
          const numerator = areas.map(([n, N]) => (by === 'binomial' ? Math.min(n, N) : n));
          const denominator = areas.map(([, N]) => N);
          const z = standardizedRates(columns(numerator, denominator), by);
          const mean = numerator.reduce((a, b) => a + b) / denominator.reduce((a, b) => a + b);
          for (const [i, each] of z.entries()) {
            expect(Number.isFinite(each)).toBe(true);
            if (Math.abs(each) > 1e-9) expect(each > 0).toBe(numerator[i]! / denominator[i]! > mean);
          }
        },
      ),
    );
  });
});
