import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AreaMeasure, type AreaTable, CellStatus } from '#core/area-table.ts';
import {
  changeBetween,
  changeEdges,
  changeP,
  classifyChange,
  differenceInterval,
  Verdict,
  verdictCounts,
  yearBefore,
} from '#core/change.ts';
import { NO_CLASS } from '#core/classification.ts';
import { indicators } from '#core/indicator.ts';
import { measureOf } from '#core/measure.ts';
import type { Period } from '#core/period.ts';
import { sharedPath } from '#tests/shared-data.ts';
import { AUGUST, JULY } from './small-city.ts';

const find = (id: string) => indicators(1).find((indicator) => indicator.id === id)!;
const [STUNTING, COVERAGE] = [find('stunting'), find('coverage')];
const { observed, notReported, suppressed, noDenominator, tooFew } = CellStatus;

type Row = readonly [n: number, N: number, status?: CellStatus];
function rates(rows: readonly Row[], period: Period, indicator = STUNTING): AreaMeasure {
  const table: AreaTable = {
    level: 'village',
    indicator: indicator.id,
    period,
    numerator: Float64Array.from(rows, ([n]) => n),
    denominator: Float64Array.from(rows, ([, N]) => N),
    status: Uint8Array.from(rows, (row) => row[2] ?? observed),
  };
  return measureOf(table, indicator, { measure: 'rate', showSmallRates: false });
}

const vectors = sharedPath('vectors/intervals/expected.json');

describe('the interval of a difference', () => {
  test.skipIf(vectors === null)('agrees with the reference to 1e-9', () => {
    const { two_sample: cases } = JSON.parse(readFileSync(vectors!, 'utf8')) as {
      two_sample: readonly {
        k1: number;
        n1: number;
        k2: number;
        n2: number;
        diff: number;
        newcombe95: readonly [number, number];
      }[];
    };
    expect(cases.length).toBeGreaterThanOrEqual(3);
    for (const { k1, n1, k2, n2, newcombe95 } of cases) {
      const [low, high] = differenceInterval([k2, n2], [k1, n1]);
      expect(Math.abs(low - newcombe95[0])).toBeLessThan(1e-9);
      expect(Math.abs(high - newcombe95[1])).toBeLessThan(1e-9);
    }
  });

  test.each([
    [
      [56, 70],
      [48, 80],
      [0.0524, 0.3339],
    ],
    [
      [9, 10],
      [3, 10],
      [0.1705, 0.809],
    ],
    [
      [10, 10],
      [0, 20],
      [0.6791, 1],
    ],
    [
      [10, 10],
      [0, 10],
      [0.6075, 1],
    ],
  ] as const)('agrees with Newcombe 1998, table II, method 10: %j less %j', (first, second, expected) => {
    const [low, high] = differenceInterval(second, first);
    expect(low).toBeCloseTo(expected[0], 4);
    expect(high).toBeCloseTo(expected[1], 4);
  });

  test('there is none without two proportions', () => {
    expect(differenceInterval([0, 0], [1, 2])).toEqual([Number.NaN, Number.NaN]);
    expect(differenceInterval([1, 2], [3, 2])).toEqual([Number.NaN, Number.NaN]);
  });

  const part = fc
    .tuple(fc.integer({ min: 0, max: 5000 }), fc.integer({ min: 1, max: 5000 }))
    .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);

  test('holds the difference, stays within -1 and 1, and turns over with the order', () => {
    fc.assert(
      fc.property(part, part, (a, b) => {
        const difference = b[0] / b[1] - a[0] / a[1];
        const [low, high] = differenceInterval(a, b);
        expect(low).toBeLessThanOrEqual(difference);
        expect(high).toBeGreaterThanOrEqual(difference);
        expect(low).toBeGreaterThanOrEqual(-1 - 1e-12);
        expect(high).toBeLessThanOrEqual(1 + 1e-12);
        const [low2, high2] = differenceInterval(b, a);
        expect(low2).toBeCloseTo(-high, 12);
        expect(high2).toBeCloseTo(-low, 12);
      }),
    );
  });
});

describe('p of no change', () => {
  test.each([
    // By scipy 1.17.1: brentq of the bound of Newcombe's interval at 0, then 2 norm.sf.
    [[56, 70], [48, 80], 0.00813314035860676],
    [[20, 100], [32, 100], 0.05343827123182179],
    [[0, 40], [6, 50], 0.03533081368487094],
    [[5, 50], [6, 50], 0.7494736646267841],
    [[30, 400], [90, 400], 5.5379961258392555e-9],
    [[20, 100], [40, 200], 1],
  ] as const)('%j to %j', (earlier, later, expected) => {
    expect(changeP(earlier, later) / expected).toBeCloseTo(1, 8);
    expect(changeP(later, earlier) / expected).toBeCloseTo(1, 8);
  });

  test('there is none without two proportions', () => {
    expect(changeP([0, 0], [1, 2])).toBe(Number.NaN);
    expect(changeP([1, 2], [3, 2])).toBe(Number.NaN);
  });
});

const kupang = sharedPath('facts/kupang-stunting-per-kelurahan-2021-2022.csv');

test.skipIf(kupang === null)(
  'a real city: 3 rose and 10 fell by themselves, three in all after correction',
  () => {
    const [head, ...rows] = readFileSync(kupang!, 'utf8')
      .trim()
      .split('\n')
      .map((line) => line.trim().split(','));
    const at = (name: string) => head!.indexOf(name);
    const of = (year: string) =>
      new Map(rows.filter((row) => row[at('tahun')] === year).map((row) => [row[at('kode')]!, row]));
    const [before, after] = [of('2021'), of('2022')];
    const both = [...before.keys()].filter((code) => after.has(code));
    const column = (year: Map<string, string[]>) =>
      both.map(
        (code): Row => [Number(year.get(code)![at('stunting')]), Number(year.get(code)![at('diukur')])],
      );
    const { verdict, alone, status } = changeBetween(
      rates(column(before), JULY),
      rates(column(after), AUGUST),
    );
    expect(verdictCounts(alone, status)).toEqual([0, 3, 10, 35]);
    expect(verdictCounts(verdict, status)).toEqual([0, 1, 2, 45]);
  },
);

describe('change between two periods', () => {
  test('by hand: up, down, unclear', () => {
    const change = changeBetween(
      rates(
        [
          [20, 100],
          [40, 100],
          [20, 100],
          [20, 100],
        ],
        JULY,
      ),
      rates(
        [
          [40, 100],
          [20, 100],
          [25, 100],
          [20, 100],
        ],
        AUGUST,
      ),
    );
    expect([...change.verdict]).toEqual([Verdict.up, Verdict.down, Verdict.unclear, Verdict.unclear]);
    expect(change.difference[0]).toBeCloseTo(0.2, 12);
    expect(change.difference[3]).toBe(0);
    expect(verdictCounts(change.verdict, change.status)).toEqual([0, 1, 1, 2]);
  });

  test('needs both rates; the more telling reason is kept', () => {
    const none = [Number.NaN, Number.NaN] as const;
    const change = changeBetween(
      rates(
        [
          [20, 100],
          [1, 10],
          [...none, suppressed],
          [0, 0, noDenominator],
        ],
        JULY,
      ),
      rates(
        [
          [...none, notReported],
          [20, 100],
          [20, 100],
          [20, 100],
        ],
        AUGUST,
      ),
    );
    expect([...change.status]).toEqual([notReported, tooFew, suppressed, noDenominator]);
    expect([...change.difference, ...change.low, ...change.high].every(Number.isNaN)).toBe(true);
    expect([...change.verdict]).toEqual([0, 0, 0, 0]);
    expect(verdictCounts(change.verdict, change.status)).toEqual([0, 0, 0, 0]);
  });

  test('many areas: named only where the evidence outlasts the number of tests, and the plain count beside it', () => {
    // One area falls for certain; four of twenty seem to move each by itself (p 0.035).
    const before: Row[] = Array.from({ length: 20 }, (_, i) =>
      i === 0 ? [30, 400] : i < 5 ? [0, 40] : [5, 50],
    );
    const after: Row[] = Array.from({ length: 20 }, (_, i) =>
      i === 0 ? [90, 400] : i < 5 ? [6, 50] : [6, 50],
    );
    const { verdict, alone, p, status } = changeBetween(rates(before, JULY), rates(after, AUGUST));
    expect(verdictCounts(alone, status)).toEqual([0, 5, 0, 15]);
    expect(verdictCounts(verdict, status)).toEqual([0, 1, 0, 19]);
    expect(p[1]).toBeCloseTo(0.03533081368487094, 9);
  });

  test('law: who is named after correction is named alone, and p is that of the interval', () => {
    const rate = fc
      .tuple(fc.nat(200), fc.integer({ min: 30, max: 200 }))
      .map(([n, N]): Row => [Math.min(n, N), N]);
    fc.assert(
      fc.property(fc.array(fc.tuple(rate, rate), { minLength: 1, maxLength: 20 }), (areas) => {
        const { verdict, alone, p } = changeBetween(
          rates(
            areas.map(([before]) => before),
            JULY,
          ),
          rates(
            areas.map(([, after]) => after),
            AUGUST,
          ),
        );
        for (const [i, named] of verdict.entries()) {
          if (named !== Verdict.unclear) expect(named).toBe(alone[i]);
          if (Math.abs(p[i]! - 0.05) > 1e-9) expect(p[i]! < 0.05).toBe(alone[i] !== Verdict.unclear);
        }
        if (areas.length === 1) expect(verdict[0]).toBe(alone[0]);
      }),
    );
  });

  test('of coverage has neither interval nor verdict', () => {
    const change = changeBetween(rates([[60, 100]], JULY, COVERAGE), rates([[120, 100]], AUGUST, COVERAGE));
    expect(change.difference[0]).toBeCloseTo(0.6, 12);
    expect([change.low[0], change.high[0]]).toEqual([Number.NaN, Number.NaN]);
    expect(verdictCounts(change.verdict, change.status)).toEqual([1, 0, 0, 0]);
  });

  test('is not made of counts or of two indicators', () => {
    const stunting = rates([[20, 100]], JULY);
    const counts = measureOf(stunting.table, STUNTING, { measure: 'count', showSmallRates: false });
    expect(() => changeBetween(counts, stunting)).toThrow('of rates');
    expect(() => changeBetween(rates([[20, 100]], JULY, COVERAGE), stunting)).toThrow('one indicator');
  });
});

describe('classes of change', () => {
  test('by hand: as printed, the same distance up and down', () => {
    const edges = changeEdges(STUNTING);
    const points = [-0.1, -0.0996, -0.0994, -0.02, -0.0194, 0, 0.0194, 0.02, 0.0996, 0.1, Number.NaN];
    const { classOf, areasPerClass } = classifyChange(Float64Array.from(points), edges);
    expect([...classOf]).toEqual([0, 0, 1, 2, 3, 3, 3, 4, 6, 6, NO_CLASS]);
    expect([...areasPerClass]).toEqual([2, 1, 1, 3, 1, 0, 2]);
  });

  test('turn over with the sign', () => {
    const edges = changeEdges(find('wasting'));
    fc.assert(
      fc.property(fc.double({ min: -1, max: 1, noNaN: true }), (difference) => {
        const { classOf } = classifyChange(Float64Array.of(difference, -difference), edges);
        expect(classOf[0]! + classOf[1]!).toBe(edges.length);
      }),
    );
  });

  test('edges that are not symmetric are refused', () => {
    expect(() => classifyChange(new Float64Array(1), Float64Array.of(-0.1, 0.2))).toThrow('symmetric');
  });
});

test('the year before keeps the part of the year', () => {
  expect(['2026-10', '2026-Q4', '2026-S2', '2026'].map((id) => yearBefore(id as Period))).toEqual([
    '2025-10',
    '2025-Q4',
    '2025-S2',
    '2025',
  ]);
});
