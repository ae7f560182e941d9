import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AreaTable, CellStatus } from '#core/area-table.ts';
import { indicators } from '#core/indicator.ts';
import { measureOf } from '#core/measure.ts';
import { wilsonInterval } from '#core/rates.ts';
import { JULY } from './small-city.ts';

const STUNTING = indicators(1).find((indicator) => indicator.id === 'stunting')!;
const COVERAGE = indicators(1).find((indicator) => indicator.id === 'coverage')!;
const RATE = { measure: 'rate', showSmallRates: false } as const;
const { observed, notReported, suppressed, noDenominator, notApplicable, tooFew } = CellStatus;

type Row = readonly [n: number, N: number, status?: CellStatus];
function tableOf(rows: readonly Row[], indicator: 'stunting' | 'coverage' = 'stunting'): AreaTable {
  return {
    level: 'village',
    indicator,
    period: JULY,
    numerator: Float64Array.from(rows, (row) => row[0]),
    denominator: Float64Array.from(rows, (row) => row[1]),
    status: Uint8Array.from(rows, (row) => row[2] ?? observed),
  };
}
const MISSING: readonly Row[] = [
  [Number.NaN, Number.NaN, notReported],
  [Number.NaN, Number.NaN, suppressed],
  [0, 0, noDenominator],
  [Number.NaN, Number.NaN, notApplicable],
];

describe('rates', () => {
  const table = tableOf([[30, 100], [60, 200], [10, 100], [29, 29], [0, 0], ...MISSING, [0, 30]]);

  test('have value, status, rank', () => {
    const measure = measureOf(table, STUNTING, RATE);
    const none = Number.NaN;
    expect(Array.from(measure.value)).toEqual([0.3, 0.3, 0.1, none, none, none, none, none, none, 0]);
    expect(Array.from(measure.status)).toEqual([0, 0, 0, tooFew, tooFew, 1, 2, 3, 4, 0]);
    expect(Array.from(measure.rank)).toEqual([1, 1, 3, 0, 0, 0, 0, 0, 0, 4]);
    expect(table.status[3]).toBe(observed);
  });

  test('over few children are shown on demand, 0 of 0 never', () => {
    const measure = measureOf(table, STUNTING, { measure: 'rate', showSmallRates: true });
    expect([measure.value[3], measure.rank[3]]).toEqual([1, 1]);
    expect([measure.value[4], measure.status[4], measure.rank[4]]).toEqual([Number.NaN, tooFew, 0]);
  });

  test('have an interval wherever there is a child, coloured or not', () => {
    const { low, high } = measureOf(table, STUNTING, RATE);
    expect([low[3], high[3]]).toEqual([...wilsonInterval(29, 29)]);
    for (const i of [4, 5, 6, 7, 8]) expect([low[i], high[i]]).toEqual([Number.NaN, Number.NaN]);
  });
});

test('counts need no thirty children, but one', () => {
  const measure = measureOf(tableOf([[3, 5], [0, 5], [0, 0], ...MISSING]), STUNTING, {
    measure: 'count',
    showSmallRates: false,
  });
  const none = Number.NaN;
  expect(Array.from(measure.value)).toEqual([3, 0, none, none, none, none, none]);
  expect(Array.from(measure.status)).toEqual([0, 0, tooFew, 1, 2, 3, 4]);
  expect(Array.from(measure.rank)).toEqual([1, 2, 0, 0, 0, 0, 0]);
});

test('coverage: the least covered first, above 100 % kept, no interval', () => {
  const measure = measureOf(
    tableOf(
      [
        [153, 144],
        [70, 100],
        [95, 100],
      ],
      'coverage',
    ),
    COVERAGE,
    RATE,
  );
  expect(measure.value[0]).toBe(153 / 144);
  expect(Array.from(measure.rank)).toEqual([3, 1, 2]);
  expect(measure.low.every(Number.isNaN) && measure.high.every(Number.isNaN)).toBe(true);
});

const row = fc.oneof(
  fc.tuple(fc.nat(400), fc.nat(400)).map(([a, b]): Row => [Math.min(a, b), Math.max(a, b)]),
  fc.constantFrom(...MISSING),
);

test('law: ranks order exact fractions, equal ones share, missing areas have none', () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 40 }), fc.boolean(), (rows, showSmallRates) => {
      const { status, value, rank } = measureOf(tableOf(rows), STUNTING, { measure: 'rate', showSmallRates });
      for (const [i, [n, N]] of rows.entries()) {
        expect(Number.isNaN(value[i]!)).toBe(status[i] !== observed);
        expect(rank[i] === 0).toBe(status[i] !== observed);
        if (status[i] !== observed) continue;
        const above = rows.filter(([m, M], j) => status[j] === observed && m * N > n * M).length;
        expect(rank[i]).toBe(above + 1);
      }
    }),
  );
});

test('law: large equal fractions share a rank', () => {
  const size = fc.integer({ min: 30, max: 20_000 });
  fc.assert(
    fc.property(
      size,
      fc.integer({ min: 1, max: 3000 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (N, times, share) => {
        const n = Math.round(N * share);
        expect(
          Array.from(
            measureOf(
              tableOf([
                [n, N],
                [n * times, N * times],
              ]),
              STUNTING,
              RATE,
            ).rank,
          ),
        ).toEqual([1, 1]);
      },
    ),
  );
});
