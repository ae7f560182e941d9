import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mannKendall, senSlope } from '#core/mann-kendall.ts';
import { sharedPath } from '#tests/shared-data.ts';

interface Expected {
  readonly x: readonly number[];
  readonly S: number;
  readonly varS: number;
  readonly z_continuity: number;
  readonly p_two_sided_normal: number;
  readonly p_exact_no_ties: number | null;
  readonly sen_slope: number;
}

describe('Mann-Kendall', () => {
  it('has the exact p of short series: 4 that rise 2/24, 5 that rise 2/120', () => {
    expect(mannKendall([1, 2, 3, 4]).p).toBeCloseTo(2 / 24, 12);
    expect(mannKendall([5, 4, 3, 2, 1])).toMatchObject({ s: -10, p: expect.closeTo(2 / 120, 12) });
  });

  it('counts ties: of 1, 1, 2 there are three orders, with s 2, 0, -2', () => {
    expect(mannKendall([1, 1, 2]).p).toBeCloseTo(2 / 3, 12);
    expect(mannKendall([1, 2, 1]).p).toBe(1);
    expect(mannKendall([2, 2, 2])).toEqual({ s: 0, variance: 0, z: 0, p: 1 });
  });

  it('is the share of all orders that go at least as far one way, ties or not', () => {
    const orders = (values: readonly number[]): readonly (readonly number[])[] =>
      values.length === 0
        ? [[]]
        : values.flatMap((value, k) =>
            orders(values.filter((_, other) => other !== k)).map((rest) => [value, ...rest]),
          );
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 2, maxLength: 6 }), (values) => {
        const { s, p } = mannKendall(values);
        const all = orders(values).map((order) => Math.abs(mannKendall(order).s));
        expect(p).toBeCloseTo(all.filter((each) => each >= Math.abs(s)).length / all.length, 10);
      }),
      { numRuns: 40 },
    );
  });

  it('turns with its values, and knows only their order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 2, maxLength: 14 }), (values) => {
        const own = mannKendall(values);
        const turned = mannKendall(values.toReversed());
        expect(turned.s).toBe(-own.s + 0);
        expect(turned.p).toBeCloseTo(own.p, 12);
        expect(mannKendall(values.map((value) => value ** 3)).p).toBe(own.p);
      }),
      { numRuns: 100 },
    );
  });

  it("Sen's slope is that of a line whatever its gaps", () => {
    const times = [0, 1, 4, 5, 9];
    expect(
      senSlope(
        times.map((time) => 3 - 0.25 * time),
        times,
      ),
    ).toBeCloseTo(-0.25, 12);
    expect(senSlope([1], [0])).toBeNaN();
  });

  it('equals R', () => {
    const path = sharedPath('vectors/timeseries/mann_kendall.json');
    if (path === null) return;
    const { series } = JSON.parse(readFileSync(path, 'utf8')) as { series: Record<string, Expected> };
    expect(Object.keys(series).length).toBeGreaterThan(5);
    for (const [name, expected] of Object.entries(series)) {
      const { s, variance, z, p } = mannKendall(expected.x);
      expect(s, name).toBe(expected.S);
      expect(variance, name).toBeCloseTo(expected.varS, 9);
      expect(z, name).toBeCloseTo(expected.z_continuity, 9);
      if (expected.x.length >= 10) expect(p, name).toBeCloseTo(expected.p_two_sided_normal, 9);
      else if (expected.p_exact_no_ties !== null) expect(p, name).toBeCloseTo(expected.p_exact_no_ties, 9);
      const times = expected.x.map((_, k) => k);
      expect(senSlope(expected.x, times), name).toBeCloseTo(expected.sen_slope, 9);
    }
  });
});
