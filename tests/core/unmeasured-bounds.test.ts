import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  boundsOf,
  type UnmeasuredBounds,
  unmeasuredBounds,
  unmeasuredRatio,
  wholeTarget,
} from '#core/unmeasured-bounds.ts';
import { sharedPath } from '#tests/shared-data.ts';

const known = (found: ReturnType<typeof unmeasuredBounds>): UnmeasuredBounds => {
  if (typeof found === 'string') throw new Error(found);
  return found;
};

describe('bounds', () => {
  test('by hand: 39 of 111 measured, 369 to be measured', () => {
    expect(unmeasuredBounds({ n: 39, N: 111, S: 369 })).toEqual({
      low: 39 / 369,
      high: 297 / 369,
      unknown: 258,
    });
    expect(unmeasuredBounds({ n: 3, N: 10, S: 10 })).toEqual({ low: 0.3, high: 0.3, unknown: 0 });
    expect(unmeasuredBounds({ n: 0, N: 0, S: 10 })).toEqual({ low: 0, high: 1, unknown: 10 });
  });

  test('none, with the reason', () => {
    expect(unmeasuredBounds({ n: 3, N: 10, S: Number.NaN })).toBe('no-target');
    expect(unmeasuredBounds({ n: 0, N: 0, S: 0 })).toBe('no-target');
    expect(unmeasuredBounds({ n: 3, N: 11, S: 10 })).toBe('more-than-target');
    expect(unmeasuredBounds({ n: Number.NaN, N: 10, S: 10 })).toBe('no-counts');
    expect(unmeasuredBounds({ n: 11, N: 10, S: 20 })).toBe('no-counts');
  });

  test('of which questions', () => {
    const ask = (classes: Parameters<typeof boundsOf>[1]['classes'], kind = 'prevalence' as const) =>
      boundsOf({ kind, unit: 'child' }, { classes });
    expect(ask({})).toBeNull();
    expect(ask({ sex: ['male', 'female', 'unknown'] })).toBeNull();
    expect(ask({ sex: ['male'] })).toBe('filtered');
    expect(ask({ age: ['0-5'] })).toBe('filtered');
    expect(ask({ poverty: ['1'] })).toBe('filtered');
    expect(ask({ wasting: ['severe'] })).toBe('filtered');
    expect(boundsOf({ kind: 'coverage', unit: 'child' }, { classes: {} })).toBe('coverage');
    expect(boundsOf({ kind: 'prevalence', unit: 'family' }, { classes: {} })).toBe('other-unit');
  });

  test('the target of several areas is known where that of each is', () => {
    const target = Float64Array.of(10, Number.NaN, 0, 5);
    expect(wholeTarget(target, [0, 2, 3])).toBe(15);
    expect(wholeTarget(target, [0, 1])).toBe(Number.NaN);
    expect(wholeTarget(target, [])).toBe(Number.NaN);
  });
});

/** Children of an area: S, of these N known, of these n affected, and how many of the unknown are. */
const area = fc
  .integer({ min: 1, max: 900 })
  .chain((S) => fc.record({ S: fc.constant(S), N: fc.nat(S) }))
  .chain(({ S, N }) =>
    fc.record({ S: fc.constant(S), N: fc.constant(N), n: fc.nat(N), hidden: fc.nat(S - N) }),
  );

describe('laws', () => {
  test('hold the rate of all, whatever the unmeasured are, and both ends can be', () => {
    fc.assert(
      fc.property(area, ({ n, N, S, hidden }) => {
        const { low, high, unknown } = known(unmeasuredBounds({ n, N, S }));
        expect(low).toBeLessThanOrEqual((n + hidden) / S);
        expect(high).toBeGreaterThanOrEqual((n + hidden) / S);
        expect([low, high]).toEqual([n / S, (n + unknown) / S]);
        if (N > 0) expect(low <= n / N && n / N <= high).toBe(true);
      }),
    );
  });

  test('of several areas together are the mean of theirs by children', () => {
    fc.assert(
      fc.property(fc.array(area, { minLength: 1, maxLength: 9 }), (areas) => {
        const sum = (of: (each: (typeof areas)[number]) => number) =>
          areas.reduce((all, each) => all + of(each), 0);
        const S = sum((each) => each.S);
        const whole = known(unmeasuredBounds({ n: sum(({ n }) => n), N: sum(({ N }) => N), S }));
        expect(whole.low).toBeCloseTo(
          sum((each) => (each.S * known(unmeasuredBounds(each)).low) / S),
          12,
        );
        expect(whole.high).toBeCloseTo(
          sum((each) => (each.S * known(unmeasuredBounds(each)).high) / S),
          12,
        );
      }),
    );
  });

  test('a multiple brings the rate of all to the threshold, and is 1 at the measured rate', () => {
    fc.assert(
      fc.property(area, fc.double({ min: 0, max: 1, noNaN: true }), ({ n, N, S }, share) => {
        fc.pre(n > 0 && N < S);
        const { low, high } = known(unmeasuredBounds({ n, N, S }));
        const threshold = low + share * (high - low);
        const ratio = unmeasuredRatio({ n, N, S }, threshold);
        if (typeof ratio !== 'number') throw new Error(`${ratio}`);
        expect((n + (S - N) * ratio * (n / N)) / S).toBeCloseTo(threshold, 9);
        expect(unmeasuredRatio({ n, N, S }, n / N)).toBeCloseTo(1, 9);
        expect(unmeasuredRatio({ n, N, S }, low - 0.001)).toBe('never');
        expect(unmeasuredRatio({ n, N, S }, high + 0.001)).toBe('never');
      }),
    );
  });
});

test('a multiple by hand, and where there is none', () => {
  // 20 of 100 measured of 200: a rate of 15 % needs 10 of the other 100, half of the measured rate.
  expect(unmeasuredRatio({ n: 20, N: 100, S: 200 }, 0.15)).toBeCloseTo(0.5, 12);
  expect(unmeasuredRatio({ n: 20, N: 100, S: 200 }, 0.09)).toBe('never');
  expect(unmeasuredRatio({ n: 20, N: 100, S: 100 }, 0.2)).toBe('never');
  expect(unmeasuredRatio({ n: 0, N: 100, S: 200 }, 0.2)).toBeNull();
  expect(unmeasuredRatio({ n: 20, N: 100, S: Number.NaN }, 0.2)).toBeNull();
});

const table = sharedPath('facts/kupang-stunting-per-kelurahan-2021-2022.csv');

test.skipIf(table === null)('of a whole city in two years', () => {
  const rows = readFileSync(table!, 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.trim().split(','));
  const head = rows[0]!;
  const ofYear = (year: string) => {
    const own = rows.filter((row) => row[head.indexOf('tahun')] === year);
    const sum = (name: string) => own.reduce((all, row) => all + Number(row[head.indexOf(name)]), 0);
    return known(unmeasuredBounds({ n: sum('stunting'), N: sum('diukur'), S: sum('sasaran') }));
  };
  const printed = ({ low, high }: UnmeasuredBounds) => [low, high].map((each) => (100 * each).toFixed(1));
  expect(printed(ofYear('2021'))).toEqual(['12.2', '65.3']);
  expect(printed(ofYear('2022'))).toEqual(['16.3', '51.3']);
});
