import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalReach, overallRate, roundTo, unitsOf, wilsonInterval } from '#core/rates.ts';
import { sharedPath } from '#tests/shared-data.ts';
import { expectColumn, rateCases } from './rate-vectors.ts';

const vectors = sharedPath('vectors/intervals/expected.json');
const areas = rateCases();

describe('Wilson interval', () => {
  test.skipIf(vectors === null)('agrees with R, prop.test(correct = FALSE)', () => {
    type Interval = readonly [low: number, high: number];
    const { one_sample: cases } = JSON.parse(readFileSync(vectors!, 'utf8')) as {
      one_sample: readonly {
        k: number;
        n: number;
        wilson95: Interval;
        wilson90: Interval;
        wilson99: Interval;
      }[];
    };
    expect(cases.length).toBeGreaterThan(10);
    for (const { k, n, wilson95, wilson90, wilson99 } of cases) {
      const levels = [
        [wilsonInterval(k, n), wilson95],
        [wilsonInterval(k, n, 0.9), wilson90],
        [wilsonInterval(k, n, 0.99), wilson99],
      ] as const;
      for (const [mine, reference] of levels) {
        expect(mine[0]).toBeCloseTo(reference[0], 11);
        expect(mine[1]).toBeCloseTo(reference[1], 11);
      }
    }
  });

  test.skipIf(areas.length === 0).each(areas)('agrees with R: $name', ({ counts, expected }) => {
    const columns = (level: 0.9 | 0.95, bound: 0 | 1) =>
      counts.numerator.map((n, i) => wilsonInterval(n, counts.denominator[i]!, level)[bound]);
    expectColumn(columns(0.95, 0), expected.wilson95.lo);
    expectColumn(columns(0.95, 1), expected.wilson95.hi);
    expectColumn(columns(0.9, 0), expected.wilson90.lo);
    expectColumn(columns(0.9, 1), expected.wilson90.hi);
  });

  test('by hand: 9 of 50 at z = 1.96 is 9.8 % to 30.8 %', () => {
    const [low, high] = wilsonInterval(9, 50);
    expect([roundTo(low, 3), roundTo(high, 3)]).toEqual([0.098, 0.308]);
  });

  test('there is none without a proportion', () => {
    for (const [n, N] of [
      [0, 0],
      [153, 144],
      [Number.NaN, 9],
      [1, Number.NaN],
      [-1, 5],
    ] as const) {
      expect(wilsonInterval(n, N)).toEqual([Number.NaN, Number.NaN]);
    }
  });

  test('holds the rate, lies within 0 and 1, and mirrors', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1e6 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (N, share) => {
          const n = Math.round(N * share);
          const [low, high] = wilsonInterval(n, N);
          expect(low).toBeGreaterThanOrEqual(0);
          expect(high).toBeLessThanOrEqual(1);
          expect(low).toBeLessThanOrEqual(n / N);
          expect(high).toBeGreaterThanOrEqual(n / N);
          expect(wilsonInterval(N - n, N)[0]).toBeCloseTo(1 - high, 10);
        },
      ),
    );
  });
});

describe('the rate of all areas', () => {
  const of = (numerator: number[], denominator: number[]) =>
    overallRate({ numerator: Float64Array.from(numerator), denominator: Float64Array.from(denominator) });

  test('by hand', () => {
    expect(of([1, 0, 5], [10, 20, 30])).toBe(0.1);
    expect(of([0, 0], [1, 2])).toBe(0);
  });

  test('is of complete columns', () => {
    expect(() => of([], [])).toThrow(/same areas/);
    expect(() => of([1], [1, 2])).toThrow(/same areas/);
    for (const [n, N] of [
      [0, 0],
      [-1, 5],
      [Number.NaN, 5],
      [1, Number.NaN],
    ] as const) {
      expect(() => of([1, n], [2, N])).toThrow(/ of /);
    }
  });

  test('levels, from qnorm', () => {
    expect(([0.9, 0.95, 0.99, 0.998] as const).map((level) => normalReach(level).toFixed(6))).toEqual([
      '1.644854',
      '1.959964',
      '2.575829',
      '3.090232',
    ]);
  });
});

describe('rounding', () => {
  test('by hand', () => {
    expect(unitsOf(0.29996, 3)).toBe(300);
    expect(unitsOf(0.29949, 3)).toBe(299);
    expect(roundTo(247 / 2000, 3)).toBe(0.124);
    expect(roundTo(2.5, 0)).toBe(3);
    expect(roundTo(-2.5, 0)).toBe(-3);
    expect(roundTo(Number.NaN, 3)).toBeNaN();
    expect(roundTo(0.025, 3)).toBe(0.025);
  });

  test('is what is printed, for every fraction of up to 300 children', () => {
    const percent = new Intl.NumberFormat('id-ID', { style: 'percent', minimumFractionDigits: 1 });
    const tenth = new Intl.NumberFormat('id-ID', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
    for (let N = 1; N <= 300; N++) {
      for (let n = 0; n <= N; n++) {
        const units = Math.floor((2000 * n + N) / (2 * N));
        if (unitsOf(n / N, 3) !== units) expect.fail(`${n} of ${N}`);
      }
    }
    for (let n = 0; n <= 80; n++) {
      const printed = percent.format(n / 80).replace(/\s?%/, '');
      expect(printed).toBe(tenth.format(unitsOf(n / 80, 3) / 10));
    }
  });
});
