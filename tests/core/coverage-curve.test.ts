import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  apparentlyGood,
  areaCosts,
  areasWithin,
  coverageCurve,
  quotaOrder,
  rankOrder,
} from '#core/coverage-curve.ts';
import { rankScores } from '#core/priority-index.ts';

const cases = Float64Array.of(10, 40, Number.NaN, 30, 20);
const free = new Float64Array(5);

describe('how many areas hold how many cases', () => {
  const curve = coverageCurve(rankOrder(rankScores(cases)), cases, areaCosts(cases, 100, 2));

  test('by number, by budget, by share', () => {
    expect(Array.from(curve.order)).toEqual([1, 3, 4, 0]);
    expect(Array.from(curve.cases)).toEqual([40, 70, 90, 100]);
    expect(Array.from(curve.share)).toEqual([0.4, 0.7, 0.9, 1]);
    expect(Array.from(curve.cost)).toEqual([180, 340, 480, 600]);
    expect(areasWithin(curve, { kind: 'areas', areas: 9 })).toBe(4);
    expect(areasWithin(curve, { kind: 'budget', budget: 479.99 })).toBe(2);
    expect(areasWithin(curve, { kind: 'budget', budget: 480 })).toBe(3);
    expect(areasWithin(curve, { kind: 'share', share: 0.7 })).toBe(2);
    expect(areasWithin(curve, { kind: 'share', share: 0.71 })).toBe(3);
    expect(areasWithin(curve, { kind: 'share', share: 0 })).toBe(0);
  });

  test('cases outside the order count in the whole, unknown ones nowhere', () => {
    const { cases: held, share } = coverageCurve(Uint32Array.of(2, 0), cases, free);
    expect(Array.from(held)).toEqual([0, 10]);
    expect(Array.from(share)).toEqual([0, 0.1]);
    const nothing = coverageCurve(Uint32Array.of(0), Float64Array.of(0), Float64Array.of(0));
    expect(nothing.share[0]).toBeNaN();
    expect(areasWithin(nothing, { kind: 'share', share: 0.5 })).toBe(1);
  });

  test('counts and costs below 0, or costs missing, are refused', () => {
    const one = Uint32Array.of(0);
    expect(() => coverageCurve(one, Float64Array.of(-1), Float64Array.of(0))).toThrow(/cases/);
    expect(() => coverageCurve(one, Float64Array.of(1), Float64Array.of(Number.NaN))).toThrow(/cost/);
    expect(() => areaCosts(cases, -1, 0)).toThrow(/costs/);
  });

  test('areas that share a rank keep their order', () => {
    expect(Array.from(rankOrder(Uint32Array.of(3, 1, 0, 1, 4)))).toEqual([1, 3, 0, 4]);
  });

  test('no curve by any order is above that by count', () => {
    const counts = fc.array(fc.nat(50), { minLength: 1, maxLength: 15 });
    fc.assert(
      fc.property(counts, fc.infiniteStream(fc.integer({ min: 1, max: 9 })), (own, keys) => {
        const [n, none] = [Float64Array.from(own), new Float64Array(own.length)];
        const best = coverageCurve(rankOrder(rankScores(n)), n, none);
        const other = coverageCurve(rankOrder(Uint32Array.from(own, () => keys.next().value)), n, none);
        for (const [k, held] of other.cases.entries()) expect(held).toBeLessThanOrEqual(best.cases[k]!);
        expect(other.cases.at(-1)).toBe(best.cases.at(-1));
      }),
    );
  });
});

describe('a quota by district', () => {
  const order = Uint32Array.of(5, 4, 3, 2, 1, 0);
  const districtOf = Uint32Array.of(0, 0, 1, 2, 2, 2);
  const quota = (least: number, most: number) => Array.from(quotaOrder(order, { districtOf, least, most }));

  test('the first of each district before all others, none more often than the most', () => {
    expect(quota(1, Number.POSITIVE_INFINITY)).toEqual([5, 2, 1, 4, 3, 0]);
    expect(quota(0, 2)).toEqual([5, 4, 2, 1, 0]);
    expect(quota(1, 2)).toEqual([5, 2, 1, 4, 0]);
    expect(quota(0, Number.POSITIVE_INFINITY)).toEqual(Array.from(order));
    expect(() => quota(3, 2)).toThrow(/district/);
  });
});

describe('apparently good', () => {
  test('the lowest third of the rates where few were weighed', () => {
    const rates = Float64Array.of(0.1, 0.12, 0.2, 0.3, 0.4, 0.5, Number.NaN);
    const coverage = Float64Array.of(0.4, 0.9, 0.3, 0.3, 0.3, 0.3, 0.3);
    expect(Array.from(apparentlyGood(rates, coverage, 0.6))).toEqual([1, 0, 0, 0, 0, 0, 0]);
    expect(Array.from(apparentlyGood(rates, coverage, 0.4))).toEqual([0, 0, 0, 0, 0, 0, 0]);
    expect(Array.from(apparentlyGood(rates, coverage.fill(Number.NaN), 0.6))).not.toContain(1);
  });

  test('nobody is low where all are equal', () => {
    expect(Array.from(apparentlyGood(free, free, 0.5))).not.toContain(1);
  });
});
