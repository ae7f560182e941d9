import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { roundTo, unitsOf, wilsonInterval } from '#core/rates.ts';
import { sharedPath } from '#tests/shared-data.ts';

const vectors = sharedPath('vectors/intervals/expected.json');

describe('Wilson interval', () => {
  test.skipIf(vectors === null)('agrees with R, prop.test(correct = FALSE)', () => {
    const { one_sample: cases } = JSON.parse(readFileSync(vectors!, 'utf8')) as {
      one_sample: readonly { k: number; n: number; wilson95: readonly [number, number] }[];
    };
    expect(cases.length).toBeGreaterThan(10);
    for (const { k, n, wilson95 } of cases) {
      const [low, high] = wilsonInterval(k, n);
      expect(low).toBeCloseTo(wilson95[0], 11);
      expect(high).toBeCloseTo(wilson95[1], 11);
    }
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
