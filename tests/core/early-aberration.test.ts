import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aberrationP, EARS_PERIODS, earlyAberration } from '#core/early-aberration.ts';

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

  it('equals R: upper bounds of surveillance 1.20.3', () => {
    // R 4.2.2: earsC(sts(matrix(x)), control = list(range, method, baseline = 7, alpha = pnorm(-3), of C3 pnorm(-2)))
    const x = [12, 15, 11, 14, 13, 16, 12, 14, 18, 13, 15, 12, 24, 21, 20, 14, 13, 22, 30, 28];
    const c1 = [18.6841267507689, 18.7261767293339, 21.1414284285428, 20.4617046632049, 20.6391614626526];
    const c2 = [18.6841267507689, 18.7261767293339, 21.1414284285428, 20.4617046632049, 20.6391614626526];
    const bound = (at: number, lag: number) => {
      const seven = x.slice(at - lag - 7, at - lag);
      const mean = seven.reduce((sum, each) => sum + each, 0) / 7;
      return mean + 3 * Math.sqrt(seven.reduce((sum, each) => sum + (each - mean) ** 2, 0) / 6);
    };
    for (const [k, expected] of c1.entries()) expect(bound(7 + k, 0)).toBeCloseTo(expected, 10);
    for (const [k, expected] of c2.entries()) expect(bound(9 + k, 2)).toBeCloseTo(expected, 10);
    const alarms = (of: 'c1' | 'c2' | 'c3', least: number, from: number) =>
      x.slice(from).map((_, k) => (earlyAberration(x, from + k)[of] > least ? 1 : 0));
    expect(alarms('c1', 3, 7)).toEqual([0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0]);
    expect(alarms('c2', 3, 9)).toEqual([0, 0, 0, 1, 1, 0, 0, 0, 0, 0, 0]);
    // Of C3 it takes the two before alone (its bound stands on the observed value); Hutwagner et al. take all three.
    const two = x.slice(11).map((_, k) => {
      const before = [k + 9, k + 10].map((at) => Math.max(0, earlyAberration(x, at).c2 - 1));
      return before.reduce((sum, each) => sum + each, 0) > 2 ? 1 : 0;
    });
    expect(two).toEqual([0, 0, 1, 1, 1, 0, 0, 0, 0]);
    expect(alarms('c3', 2, 11)).toEqual([0, 1, 1, 1, 1, 0, 0, 0, 1]);
  });

  it('is beyond chance only where the counts are large enough for it', () => {
    const times = Array.from({ length: 10 }, (_, k) => k);
    const of = (children: number) =>
      aberrationP([...Array(9).fill(children / 5), children / 4], Array(10).fill(children), times, 9);
    expect(of(100)).toBeGreaterThan(0.2);
    expect(of(4000)).toBeLessThan(1e-6);
    expect(aberrationP([1], [2], [0], 0)).toBeNaN();
  });
});
