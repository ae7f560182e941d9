import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { spineOf, spinePosition } from '#core/spine.ts';

const TEN = Float64Array.of(0.1, 0.2, 0.3, 0.4, 0.5, Number.NaN);

test('quantiles of the areas, the city in the middle, the furthest area at an end', () => {
  const spine = spineOf(TEN, 0.25, 'more-is-worse')!;
  expect(spine.known).toBe(5);
  // Type 7 of five values: 5 % lies a fifth of the way from the first to the second.
  [0.12, 0.2, 0.3, 0.4, 0.48].forEach((each, k) => {
    expect(spine.quantiles[k]).toBeCloseTo(each, 12);
  });
  expect(spinePosition(spine, 0.25)).toBe(0.5);
  expect(spinePosition(spine, 0.5)).toBe(1);
  expect(spinePosition(spine, 0.1)).toBeCloseTo(0.2, 12);
  expect(spinePosition(spine, 0.9)).toBe(1);
  expect(spinePosition(spine, Number.NaN)).toBeNaN();
});

test('without a city the median is the middle; without values there is no row; equal values stand in the middle', () => {
  expect(spineOf(TEN, Number.NaN, 'more-is-worse')).toMatchObject({ center: 0.3, reach: 0.2 });
  expect(spineOf(Float64Array.of(Number.NaN), 0.2, 'more-is-worse')).toBeNull();
  const same = spineOf(Float64Array.of(0.2, 0.2), 0.2, 'more-is-better')!;
  expect([0.1, 0.2, 0.3].map((value) => spinePosition(same, value))).toEqual([1, 0.5, 0]);
});

describe('laws', () => {
  const value = fc.double({ min: 0, max: 1, noNaN: true });
  const values = fc.array(fc.oneof({ weight: 4, arbitrary: value }, fc.constant(Number.NaN)), {
    minLength: 1,
    maxLength: 40,
  });

  test('every area is on the scale, the city in its middle, an extreme at an end', () => {
    fc.assert(
      fc.property(values, value, (all, city) => {
        const spine = spineOf(Float64Array.from(all), city, 'more-is-worse');
        fc.pre(spine !== null && spine.reach > 0);
        const at = all.filter((each) => !Number.isNaN(each)).map((each) => spinePosition(spine, each));
        expect(spinePosition(spine, city)).toBe(0.5);
        expect(at.every((each) => each >= 0 && each <= 1)).toBe(true);
        expect(at.some((each) => each === 0 || each === 1)).toBe(true);
        expect([...spine.quantiles].sort((a, b) => a - b)).toEqual([...spine.quantiles]);
      }),
    );
  });

  test('worse is never further to the left, whatever worse means', () => {
    fc.assert(
      fc.property(values, value, value, value, (all, city, a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        const worse = spineOf(Float64Array.from(all), city, 'more-is-worse');
        const better = spineOf(Float64Array.from(all), city, 'more-is-better');
        fc.pre(worse !== null && better !== null);
        expect(spinePosition(worse, high)).toBeGreaterThanOrEqual(spinePosition(worse, low));
        expect(spinePosition(better, high)).toBeCloseTo(1 - spinePosition(worse, high), 12);
      }),
    );
  });

  test('the order of the areas, and areas without a value, change nothing', () => {
    fc.assert(
      fc.property(values, value, (all, city) => {
        const turned = Float64Array.from([Number.NaN, ...[...all].reverse()]);
        expect(spineOf(turned, city, 'more-is-worse')).toEqual(
          spineOf(Float64Array.from(all), city, 'more-is-worse'),
        );
      }),
    );
  });
});
