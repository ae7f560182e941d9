import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AreaMeasure, type AreaTable, CellStatus } from '#core/area-table.ts';
import { bivariateOf, threeClassEdges, threeClassOf } from '#core/bivariate.ts';
import { NO_CLASS } from '#core/classification.ts';
import { indicators } from '#core/indicator.ts';
import { measureOf } from '#core/measure.ts';
import { pairStatus } from '#core/pair-status.ts';
import { roundTo } from '#core/rates.ts';
import { JULY } from './small-city.ts';

const find = (id: string) => indicators(1).find((indicator) => indicator.id === id)!;
const [STUNTING, WASTING, POVERTY] = [find('stunting'), find('wasting'), find('extreme-poverty')];
const { observed, notReported, suppressed, noDenominator, notApplicable, tooFew } = CellStatus;

type Row = readonly [n: number, N: number, status?: CellStatus];
function rates(rows: readonly Row[], indicator = STUNTING): AreaMeasure {
  const table: AreaTable = {
    level: 'village',
    indicator: indicator.id,
    period: JULY,
    numerator: Float64Array.from(rows, ([n]) => n),
    denominator: Float64Array.from(rows, ([, N]) => N),
    status: Uint8Array.from(rows, (row) => row[2] ?? observed),
  };
  return measureOf(table, indicator, { measure: 'rate', showSmallRates: false });
}

describe('edges of three classes', () => {
  const none = new Float64Array();

  test('of bands are the medium and the high edge', () => {
    expect([...threeClassEdges(none, STUNTING, 'bands')]).toEqual([0.1, 0.2]);
    expect([...threeClassEdges(none, WASTING, 'bands')]).toEqual([0.05, 0.1]);
  });

  test('are tertiles where there are no bands, or where tertiles are asked for', () => {
    const values = Float64Array.of(0.01, 0.02, 0.03, Number.NaN, 0.04);
    expect([...threeClassEdges(values, POVERTY, 'bands')]).toEqual([0.02, 0.03]);
    expect([...threeClassEdges(values, STUNTING, 'tertiles')]).toEqual([0.02, 0.03]);
    expect([...threeClassEdges(none, POVERTY, 'bands')]).toEqual([]);
  });

  test('are rounded as printed, and those below which nothing lies are dropped', () => {
    const mostlyNone = Float64Array.of(0, 0, 0, 0.04, 0.04);
    const edges = threeClassEdges(mostlyNone, POVERTY, 'tertiles');
    expect([...edges]).toEqual([0.027]);
    expect(Array.from(mostlyNone, (value) => threeClassOf(value, edges))).toEqual([0, 0, 0, 2, 2]);
    expect([...threeClassEdges(Float64Array.of(0.3, 0.3), POVERTY, 'tertiles')]).toEqual([]);
  });

  test('of the reader are taken as given', () => {
    expect([...threeClassEdges(none, STUNTING, 'own', [0.12, 0.25])]).toEqual([0.12, 0.25]);
  });
});

describe('two rates together', () => {
  const edges = { first: Float64Array.of(0.1, 0.2), second: Float64Array.of(0.05, 0.1) };

  test('by hand: the first across, the second up, edges as printed', () => {
    const first = rates([
      [9, 100],
      [10, 100],
      [30, 100],
      [999, 10_000],
      [9_996, 100_000],
    ]);
    const second = rates(
      [
        [4, 100],
        [5, 100],
        [50, 100],
        [50, 100],
        [4, 100],
      ],
      WASTING,
    );
    const both = bivariateOf(first, second, edges);
    expect([...both.classOf]).toEqual([0, 4, 8, 7, 1]);
    expect([...both.areasPerClass]).toEqual([1, 1, 0, 0, 1, 0, 0, 1, 1]);
    expect([...both.status]).toEqual([0, 0, 0, 0, 0]);
  });

  test('where either is missing there is no class, and the more telling reason', () => {
    const first = rates([
      [30, 100],
      [1, 10],
      [Number.NaN, Number.NaN, suppressed],
      [0, 0, noDenominator],
      [Number.NaN, Number.NaN, notReported],
    ]);
    const second = rates([
      [Number.NaN, Number.NaN, suppressed],
      [30, 100],
      [Number.NaN, Number.NaN, notReported],
      [1, 10],
      [Number.NaN, Number.NaN, notApplicable],
    ]);
    const both = bivariateOf(first, second, edges);
    expect([...both.status]).toEqual([suppressed, tooFew, notReported, noDenominator, notApplicable]);
    expect([...both.classOf]).toEqual(Array(5).fill(NO_CLASS));
    expect([...both.areasPerClass]).toEqual(Array(9).fill(0));
  });

  test('counts are refused', () => {
    const counts = measureOf(rates([[1, 50]]).table, STUNTING, { measure: 'count', showSmallRates: false });
    expect(() => bivariateOf(counts, rates([[1, 50]]), edges)).toThrow('two rates');
  });

  const row = fc
    .tuple(
      fc.integer({ min: 0, max: 300 }),
      fc.integer({ min: 0, max: 300 }),
      fc.constantFrom(0, 0, 0, 1, 2, 4),
    )
    .map(
      ([a, b, status]): Row =>
        status === observed
          ? [Math.min(a, b), Math.max(a, b)]
          : [Number.NaN, Number.NaN, status as CellStatus],
    );

  test('every area is in one class or has one reason, and swapping the two mirrors the classes', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(row, row), { maxLength: 40 }), (rows) => {
        const first = rates(rows.map(([a]) => a));
        const second = rates(
          rows.map(([, b]) => b),
          POVERTY,
        );
        const cut = {
          first: threeClassEdges(first.value, STUNTING, 'bands'),
          second: threeClassEdges(second.value, POVERTY, 'tertiles'),
        };
        const both = bivariateOf(first, second, cut);
        const other = bivariateOf(second, first, { first: cut.second, second: cut.first });
        const counted = both.areasPerClass.reduce((sum, areas) => sum + areas, 0);
        expect(counted).toBe(both.status.filter((status) => status === observed).length);
        expect([...both.status]).toEqual([...other.status]);
        for (const [i, group] of both.classOf.entries()) {
          const missing = Number.isNaN(first.value[i]) || Number.isNaN(second.value[i]);
          expect(group === NO_CLASS).toBe(missing);
          expect(both.status[i] === observed).toBe(!missing);
          if (missing) continue;
          expect(other.classOf[i]).toBe(3 * (group % 3) + Math.floor(group / 3));
          const printed = roundTo(first.value[i]!, 3);
          expect(group % 3).toBe(printed < 0.1 ? 0 : printed < 0.2 ? 1 : 2);
        }
      }),
    );
  });

  test('the status of a pair does not depend on their order, and is one of the two', () => {
    const status = fc.array(fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 5 })));
    fc.assert(
      fc.property(status, (pairs) => {
        const [first, second] = [0, 1].map((k) => Uint8Array.from(pairs, (pair) => pair[k]!)) as [
          Uint8Array,
          Uint8Array,
        ];
        const worse = pairStatus(first, second);
        expect([...worse]).toEqual([...pairStatus(second, first)]);
        for (const [i, pair] of pairs.entries()) {
          expect(pair).toContain(worse[i]);
          expect(worse[i] === observed).toBe(pair.every((each) => each === observed));
        }
      }),
    );
  });
});
