import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AreaMeasure, CellStatus } from '#core/area-table.ts';
import { areaTrends, TrendVerdict, trendSteps } from '#core/area-trend.ts';
import { indicators } from '#core/indicator.ts';
import { measureOf } from '#core/measure.ts';
import type { Period } from '#core/period.ts';
import { createRandom, type Random } from '#core/random.ts';
import { LONG_FORM } from '#tests/long-form.ts';

const found = indicators(1).find(({ id }) => id === 'stunting');
if (!found) throw new Error('no stunting');
const STUNTING = found;

/** Rates by period and area; NaN n: not reported. */
function measuresOf(numerators: readonly (readonly number[])[], children: number): readonly AreaMeasure[] {
  return numerators.map((row, k) =>
    measureOf(
      {
        level: 'village',
        indicator: 'stunting',
        period: `2024-Q${k}` as Period,
        numerator: Float64Array.from(row),
        denominator: Float64Array.from(row, (n) => (Number.isNaN(n) ? Number.NaN : children)),
        status: Uint8Array.from(row, (n) => (Number.isNaN(n) ? CellStatus.notReported : CellStatus.observed)),
      },
      STUNTING,
      { measure: 'rate', showSmallRates: false },
    ),
  );
}

const steps = (n: number) => Array.from({ length: n }, (_, k) => k - n + 1);
const falling = (n: number) => Array.from({ length: n }, (_, k) => [400 - 30 * k]);

describe('the trend of an area', () => {
  it('is judged from five figures and named from seven', () => {
    const verdictOf = (n: number) => areaTrends(measuresOf(falling(n), 1000), steps(n), true).verdict[0];
    expect([4, 5, 6, 7].map(verdictOf)).toEqual([
      TrendVerdict.short,
      TrendVerdict.maybeFalling,
      TrendVerdict.maybeFalling,
      TrendVerdict.falling,
    ]);
  });

  it('is not named where it is smaller than children measured again can make it', () => {
    const small = Array.from({ length: 8 }, (_, k) => [20 - k]);
    const { verdict, p, sure } = areaTrends(measuresOf(small, 100), steps(8), true);
    expect(p[0]).toBeLessThan(0.001);
    expect(sure[0]).toBeGreaterThan(0.01);
    expect(verdict[0]).toBe(TrendVerdict.maybeFalling);
  });

  it('leaves a gap out and keeps it in time; without the last figure nothing is said', () => {
    const gap = falling(9).map((row, k) => (k === 3 ? [Number.NaN] : row));
    const { slope, periods, verdict } = areaTrends(measuresOf(gap, 1000), steps(9), true);
    expect([periods[0], verdict[0]]).toEqual([8, TrendVerdict.falling]);
    expect(slope[0]).toBeCloseTo(-0.03, 12);
    const ended = falling(9).map((row, k) => (k === 8 ? [Number.NaN] : row));
    expect(areaTrends(measuresOf(ended, 1000), steps(9), true)).toMatchObject({
      verdict: Uint8Array.of(TrendVerdict.none),
      status: Uint8Array.of(CellStatus.notReported),
    });
  });

  it('is never named of what is no sample', () => {
    const { verdict } = areaTrends(measuresOf(falling(9), 1000), steps(9), false);
    expect(verdict[0]).toBe(TrendVerdict.maybeFalling);
  });

  it('turns with its series, area by area', () => {
    const series = fc.array(fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 3, maxLength: 3 }), {
      minLength: 7,
      maxLength: 10,
    });
    const turned = [0, 1, 2, 4, 3, 6, 5];
    fc.assert(
      fc.property(series, (rows) => {
        const one = areaTrends(measuresOf(rows, 200), steps(rows.length), true);
        const other = areaTrends(measuresOf(rows.toReversed(), 200), steps(rows.length), true);
        expect([...other.verdict]).toEqual([...one.verdict].map((verdict) => turned[verdict]));
        for (const [i, slope] of one.slope.entries()) expect(other.slope[i]).toBeCloseTo(-slope, 12);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the periods of a trend', () => {
  const of = (all: readonly string[], until: string) =>
    trendSteps(all as readonly Period[], until as Period).map(({ period, step }) => `${period} ${step}`);

  it('are those of the kind, as far as the period, gaps kept', () => {
    expect(of(['2025-Q4', '2024-Q4', '2025-Q1', '2025-Q3', '2026-Q1', '2025', '2025-09'], '2025-Q4')).toEqual(
      ['2024-Q4 -4', '2025-Q1 -3', '2025-Q3 -1', '2025-Q4 0'],
    );
  });

  it('are of months one in three, the last there is of each three', () => {
    const all = ['2025-01', '2025-02', '2025-03', '2025-04', '2025-06', '2025-07', '2025-08'];
    expect(of(all, '2025-08')).toEqual(['2025-02 -2', '2025-04 -1', '2025-08 0']);
    expect(of(['2024-02', '2024-08', '2025-02'], '2025-02')).toEqual([
      '2024-02 -4',
      '2024-08 -2',
      '2025-02 0',
    ]);
  });
});

/** Counts by quarter of an area in which nothing changes: a child keeps its state, and one in `leaving` is another. */
function unchanging(random: Random, quarters: number, children: number, rate: number, leaving: number) {
  const short = Array.from({ length: children }, () => random.unit() < rate);
  return Array.from({ length: quarters }, () => {
    for (let child = 0; child < children; child++)
      if (random.unit() < leaving) short[child] = random.unit() < rate;
    return short.reduce((sum, own) => sum + (own ? 1 : 0), 0);
  });
}

it('where nothing changes, at most one map in twenty names an area, however often children are measured again', () => {
  const [areas, quarters, children] = [51, 8, 60];
  const maps = LONG_FORM ? 1000 : 60;
  const random = createRandom(20261201);
  for (const leaving of [1, 0.4, 0.15]) {
    let [named, alone] = [0, 0];
    for (let map = 0; map < maps; map++) {
      const series = Array.from({ length: areas }, () =>
        unchanging(random, quarters, children, 0.25, leaving),
      );
      const rows = Array.from({ length: quarters }, (_, k) => series.map((own) => own[k] ?? 0));
      const { verdict, p } = areaTrends(measuresOf(rows, children), steps(quarters), true);
      if (verdict.some((own) => own === TrendVerdict.falling || own === TrendVerdict.rising)) named += 1;
      if (p.some((own) => own * areas <= 0.05)) alone += 1;
    }
    const allowed = 0.05 + 2 * Math.sqrt((0.05 * 0.95) / maps);
    expect(named / maps, `${leaving} leave`).toBeLessThanOrEqual(allowed);
    // What the test would be without it.
    if (leaving < 0.2) expect(alone / maps).toBeGreaterThan(0.15);
  }
});
