import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EARS_PERIODS, earlyAberration } from '#core/early-aberration.ts';

// Mean of 1 to 7 is 4, their standard deviation the root of 28 / 6.
const SEVEN = [1, 2, 3, 4, 5, 6, 7];
const DEVIATION = Math.sqrt(28 / 6);

describe('EARS', () => {
  it('C1 holds a value against the seven before it', () => {
    const { c1, c2, alarm } = earlyAberration([...SEVEN, 12], 7);
    expect(c1).toBeCloseTo(8 / DEVIATION, 12);
    expect(c2).toBeNaN();
    expect(alarm).toBe('c1');
  });

  it('C2 leaves out the last two, C3 sums what three of it are above 1', () => {
    const values = [4, 4, ...SEVEN, 7, 7, 9];
    const own = earlyAberration(values, values.length - 1);
    expect(own.c2).toBeCloseTo(5 / DEVIATION, 12);
    const before = [0, 1, 2].map((back) => earlyAberration(values, values.length - 1 - back).c2);
    expect(own.c3).toBeCloseTo(
      before.reduce((sum, each) => sum + Math.max(0, each - 1), 0),
      12,
    );
  });

  it('needs ten periods for C2, and says nothing over a gap', () => {
    const even = Array.from({ length: EARS_PERIODS }, (_, k) => k % 2);
    expect(earlyAberration(even, EARS_PERIODS - 1).c2).not.toBeNaN();
    expect(earlyAberration(even.slice(1), EARS_PERIODS - 2).c2).toBeNaN();
    expect(earlyAberration([...SEVEN.slice(0, 6), Number.NaN, 50], 7)).toMatchObject({
      c1: Number.NaN,
      alarm: null,
    });
  });

  it('takes no deviation smaller than chance alone makes', () => {
    expect(earlyAberration([2, 2, 2, 2, 2, 2, 2, 3], 7).alarm).toBe('c1');
    expect(earlyAberration([2, 2, 2, 2, 2, 2, 2, 3], 7, 1).alarm).toBeNull();
  });

  it('is the same in another unit', () => {
    const series = fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(series, fc.integer({ min: 2, max: 9 }), (values, factor) => {
        const one = earlyAberration(values, 11);
        const other = earlyAberration(
          values.map((value) => value * factor + 3),
          11,
        );
        for (const each of ['c1', 'c2', 'c3'] as const) {
          if (Number.isFinite(one[each])) expect(other[each]).toBeCloseTo(one[each], 9);
        }
      }),
      { numRuns: 60 },
    );
  });
});
