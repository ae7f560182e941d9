import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  agreementBetween,
  agreementClasses,
  agreementEdges,
  agreementSummary,
  isFar,
  Lacking,
  largestShifts,
  nearestPeriod,
  rankPairs,
} from '#core/agreement.ts';
import { type AreaMeasure, CellStatus } from '#core/area-table.ts';
import { changeEdges } from '#core/change.ts';
import { indicators } from '#core/indicator.ts';
import { measureOf } from '#core/measure.ts';
import type { Period } from '#core/period.ts';
import { JULY } from './small-city.ts';

const STUNTING = indicators(1).find(({ id }) => id === 'stunting')!;

/** Rates of n of N each; null: has not reported. */
function rates(counts: readonly (readonly [n: number, N: number] | null)[]): AreaMeasure {
  const table = {
    level: 'village' as const,
    indicator: 'stunting' as const,
    period: JULY,
    numerator: Float64Array.from(counts, (one) => one?.[0] ?? Number.NaN),
    denominator: Float64Array.from(counts, (one) => one?.[1] ?? Number.NaN),
    status: Uint8Array.from(counts, (one) => (one ? CellStatus.observed : CellStatus.notReported)),
  };
  return measureOf(table, STUNTING, { measure: 'rate', showSmallRates: false });
}

describe('two sources', () => {
  // 20, 10, 30, 15 % against 25, 10, 20, 16 %; then one source only, both without, and too few in the second.
  const first = rates([[20, 100], [10, 100], [30, 100], [15, 100], [5, 50], null, null, [10, 100]]);
  const second = rates([[50, 200], [10, 100], [20, 100], [12, 75], null, [5, 50], null, [1, 10]]);
  const agreement = agreementBetween(first, second);
  const classes = agreementClasses(agreement, 2);

  it('differ by points and by denominators, and say which has no value', () => {
    expect([...agreement.difference].map((points) => Math.round(points * 1000) / 10)).toEqual([
      5,
      0,
      -10,
      1,
      ...Array(4).fill(Number.NaN),
    ]);
    expect([...agreement.denominatorRatio]).toEqual([2, 1, 1, 0.75, Number.NaN, Number.NaN, Number.NaN, 0.1]);
    expect([...agreement.lacking]).toEqual([0, 0, 0, 0, Lacking.second, Lacking.first, Lacking.both, 2]);
    const { notReported, tooFew } = CellStatus;
    expect([...agreement.status].slice(4)).toEqual([notReported, notReported, notReported, tooFew]);
    expect([...classes.classOf].slice(0, 4)).toEqual([5, 3, 0, 3]);
  });

  it('are summed up as a hand does it', () => {
    const summary = agreementSummary(agreement, classes);
    expect(summary).toMatchObject({ areas: 4, verdicts: [1, 2, 1], far: 2, onlyFirst: 2, onlySecond: 1 });
    // Differences 5, 0, -10, 1 points: mean -1, squares 36 + 1 + 81 + 4 = 122, deviation sqrt(122 / 3).
    expect(summary.mean).toBeCloseTo(-0.01, 12);
    expect(summary.low).toBeCloseTo(-0.01 - 1.959964 * (Math.sqrt(122 / 3) / 100), 6);
    expect(summary.high).toBeCloseTo(-0.01 + 1.959964 * (Math.sqrt(122 / 3) / 100), 6);
    // Ranks 3, 1, 4, 2 and 4, 1, 3, 2: 1 - 6 * 2 / 60.
    expect(summary.rho).toBeCloseTo(0.8, 12);
  });

  it('are ranked over the areas that both have', () => {
    const pairs = rankPairs(agreement, 'more-is-worse');
    expect([...pairs.first]).toEqual([2, 4, 1, 3, 0, 0, 0, 0]);
    expect([...pairs.second]).toEqual([1, 4, 2, 3, 0, 0, 0, 0]);
    expect([...largestShifts(pairs, 10)]).toEqual([0, 2]);
    expect([...largestShifts(pairs, 1)]).toEqual([0]);
  });

  it('have no limits of agreement of fewer than three areas', () => {
    const few = agreementBetween(
      rates([
        [20, 100],
        [10, 100],
      ]),
      rates([
        [25, 100],
        [10, 100],
      ]),
    );
    const { mean, low, rho } = agreementSummary(few, agreementClasses(few, 2));
    expect(mean).toBeCloseTo(0.025, 12);
    expect([low, rho]).toEqual([Number.NaN, Number.NaN]);
  });

  it('exchanged, differ by as much the other way', () => {
    const count = fc
      .tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 1, max: 300 }))
      .map(([n, N]) => [Math.min(n, N), N] as const);
    const column = fc.tuple(fc.option(count), fc.option(count));
    fc.assert(
      fc.property(
        fc.array(column, { minLength: 1, maxLength: 30 }),
        fc.integer({ min: 1, max: 20 }),
        (all, points) => {
          const [a, b] = [rates(all.map(([one]) => one)), rates(all.map(([, one]) => one))];
          const sum = (x: AreaMeasure, y: AreaMeasure) => {
            const between = agreementBetween(x, y);
            return agreementSummary(between, agreementClasses(between, points));
          };
          const [there, back] = [sum(a, b), sum(b, a)];
          expect([...there.verdicts].reverse()).toEqual([...back.verdicts]);
          expect(there.verdicts.reduce((total, each) => total + each, 0)).toBe(there.areas);
          expect([there.onlyFirst, there.onlySecond]).toEqual([back.onlySecond, back.onlyFirst]);
          if (there.areas > 0) expect(there.mean).toBeCloseTo(-back.mean, 12);
          if (there.areas > 2) expect(there.low).toBeCloseTo(-back.high, 12);
          const same = sum(a, a);
          expect(same.verdicts).toEqual([0, same.areas, 0]);
        },
      ),
    );
  });
});

describe('conventions', () => {
  it('edges at two points and at one are those of a change', () => {
    expect(agreementEdges(2)).toEqual(changeEdges({ id: 'stunting' }));
    expect(agreementEdges(1)).toEqual(changeEdges({ id: 'wasting' }));
  });

  it.each([
    [0.79, true],
    [0.8, false],
    [1.25, false],
    [1.26, true],
    [Number.NaN, false],
  ])('denominators at %d of each other are far apart: %s', (ratio, far) => {
    expect(isFar(ratio)).toBe(far);
  });

  it.each([
    ['2026-08', '2026-07'],
    ['2025-11', '2025-12'],
    ['2026-06', '2026-07'],
    ['2026-01', '2025-12'],
    ['2024', '2025'],
    ['2026-S1', null],
    ['2026-Q1', '2026-Q3'],
  ])('nearest to %s is %s', (period, nearest) => {
    const list = ['2025-12', '2026-07', '2026-12', '2025', '2026-Q3'] as Period[];
    expect(nearestPeriod(list, period as Period)).toBe(nearest);
  });

  it('of two as near the earlier is taken', () => {
    expect(nearestPeriod(['2026', '2024'] as Period[], '2025' as Period)).toBe('2024');
  });
});
