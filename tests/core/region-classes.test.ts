import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AreaMeasure, type AreaTable, CellStatus } from '#core/area-table.ts';
import { threeClassEdges, threeClassOf } from '#core/bivariate.ts';
import { NO_CLASS } from '#core/classification.ts';
import { indicators } from '#core/indicator.ts';
import { measureOf } from '#core/measure.ts';
import {
  hasProblem,
  problemsOf,
  type RegionMeasure,
  regionClasses,
  regionThreshold,
} from '#core/region-classes.ts';
import { JULY } from './small-city.ts';

const find = (id: string) => indicators(1).find((indicator) => indicator.id === id)!;
const [STUNTING, WASTING, POVERTY, COVERAGE] = ['stunting', 'wasting', 'extreme-poverty', 'coverage'].map(
  find,
) as [ReturnType<typeof find>, ReturnType<typeof find>, ReturnType<typeof find>, ReturnType<typeof find>];
const { observed, notReported, suppressed, tooFew } = CellStatus;

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

function problem(rows: readonly Row[], threshold: number | null, indicator = STUNTING): RegionMeasure {
  return { measure: rates(rows, indicator), polarity: indicator.polarity, threshold };
}

describe('where a problem begins', () => {
  const values = Float64Array.of(0.01, 0.02, 0.03, Number.NaN, 0.04);

  test('is the high edge of the bands, else the upper tertile, and for coverage the lower one', () => {
    expect(regionThreshold(values, STUNTING)).toBe(0.2);
    expect(regionThreshold(values, WASTING)).toBe(0.1);
    expect(regionThreshold(values, POVERTY)).toBe(0.03);
    expect(regionThreshold(values, COVERAGE)).toBe(0.02);
  });

  test('is nowhere where all values are the same: no area has the problem', () => {
    expect(regionThreshold(Float64Array.of(0.3, 0.3), POVERTY)).toBeNull();
    expect(hasProblem(0.3, null, 'more-is-worse')).toBe(false);
    expect(hasProblem(0.3, null, 'more-is-better')).toBe(false);
  });

  test('holds as printed: 19,96 % is 20,0 % and has it, 19,94 % has not', () => {
    expect(hasProblem(0.1996, 0.2, 'more-is-worse')).toBe(true);
    expect(hasProblem(0.1994, 0.2, 'more-is-worse')).toBe(false);
    expect(hasProblem(0.1996, 0.2, 'more-is-better')).toBe(false);
    expect(hasProblem(Number.NaN, 0.2, 'more-is-better')).toBe(false);
  });

  test('agrees with what an overlay calls high', () => {
    const rate = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(rate, { maxLength: 30 }),
        fc.constantFrom(STUNTING, WASTING, POVERTY),
        (all, indicator) => {
          const column = Float64Array.from(all);
          const edges = threeClassEdges(column, indicator, 'bands');
          const threshold = regionThreshold(column, indicator);
          for (const one of all)
            expect(hasProblem(one, threshold, 'more-is-worse')).toBe(threeClassOf(one, edges) === 2);
        },
      ),
    );
  });
});

describe('three problems together', () => {
  test('by hand: bits, children, and where an interval leaves it open', () => {
    // Wilson 95 % of 250 of 1000: 22.4 to 27.8 %; of 21 of 100: 14.2 to 30.0 %.
    const stunting: Row[] = [
      [50, 1000],
      [250, 1000],
      [250, 1000],
      [21, 100],
    ];
    const wasting: Row[] = [
      [10, 1000],
      [10, 1000],
      [200, 1000],
      [0, 100],
    ];
    const poor: Row[] = [
      [500, 1000],
      [0, 1000],
      [500, 1000],
      [0, 100],
    ];
    const all = regionClasses([
      problem(stunting, 0.2),
      problem(wasting, 0.1, WASTING),
      problem(poor, 0.3, POVERTY),
    ]);
    expect([...all.classOf]).toEqual([4, 1, 7, 1]);
    expect([...all.areasPerClass]).toEqual([0, 2, 0, 0, 1, 0, 0, 1]);
    expect([...all.unsureOf]).toEqual([0, 0, 0, 1]);
    expect(all.unsure).toBe(1);
    expect(all.counts[0]?.numerator[1]).toBe(271);
    expect(all.counts[0]?.denominator[1]).toBe(1100);
    expect([...problemsOf(5)]).toEqual([0, 2]);
  });

  test('an area that lacks one has no class, and the more telling reason', () => {
    const all = regionClasses([
      problem(
        [
          [30, 100],
          [1, 10],
          [30, 100],
        ],
        0.2,
      ),
      problem(
        [
          [Number.NaN, Number.NaN, suppressed],
          [30, 100],
          [30, 100],
        ],
        0.1,
        WASTING,
      ),
      problem(
        [
          [30, 100],
          [Number.NaN, Number.NaN, notReported],
          [2, 20],
        ],
        0.1,
        POVERTY,
      ),
    ]);
    expect([...all.status]).toEqual([suppressed, notReported, tooFew]);
    expect([...all.classOf]).toEqual([NO_CLASS, NO_CLASS, NO_CLASS]);
    expect(all.unsure).toBe(0);
  });

  test('counts, and two problems, are refused', () => {
    const counts = measureOf(rates([[1, 50]]).table, STUNTING, { measure: 'count', showSmallRates: false });
    const one = problem([[1, 50]], 0.2);
    expect(() => regionClasses([one, one, { ...one, measure: counts }])).toThrow('three rates');
    expect(() => regionClasses([one, one])).toThrow('three problems');
  });

  const row = fc
    .tuple(fc.nat(300), fc.nat(300), fc.constantFrom(0, 0, 0, 0, 1, 2))
    .map(
      ([a, b, status]): Row =>
        status === observed
          ? [Math.min(a, b), Math.max(a, b)]
          : [Number.NaN, Number.NaN, status as CellStatus],
    );
  const threshold = fc.option(fc.integer({ min: 0, max: 1000 }).map((units) => units / 1000));
  const city = fc.tuple(
    fc.array(fc.tuple(row, row, row), { maxLength: 30 }),
    fc.tuple(threshold, threshold, threshold),
  );
  const KINDS = [STUNTING, POVERTY, COVERAGE] as const;
  const asked = ([rows, thresholds]: readonly [
    (readonly [Row, Row, Row])[],
    readonly (number | null)[],
  ]): RegionMeasure[] =>
    KINDS.map((indicator, k) =>
      problem(
        rows.map((three) => three[k]!),
        thresholds[k] ?? null,
        indicator,
      ),
    );

  test('every area is in one class or has one reason; what is unsure has a class', () => {
    fc.assert(
      fc.property(city, (one) => {
        const problems = asked(one);
        const { classOf, unsureOf, status, areasPerClass, unsure } = regionClasses(problems);
        expect(areasPerClass.reduce((sum, areas) => sum + areas, 0)).toBe(
          status.filter((each) => each === observed).length,
        );
        expect(unsure).toBe(unsureOf.filter((bits) => bits > 0).length);
        for (const [i, region] of classOf.entries()) {
          expect(region === NO_CLASS).toBe(status[i] !== observed);
          if (region === NO_CLASS) expect(unsureOf[i]).toBe(0);
          else
            expect(problemsOf(region)).toEqual(
              [0, 1, 2].filter((k) => {
                const { measure, threshold: at, polarity } = problems[k]!;
                return hasProblem(measure.value[i]!, at, polarity);
              }),
            );
          // Coverage has no interval.
          expect((unsureOf[i] ?? 0) >> 2).toBe(0);
        }
      }),
    );
  });

  test('the order of the problems moves bits and nothing else', () => {
    fc.assert(
      fc.property(city, (one) => {
        const [a, b, c] = asked(one) as [RegionMeasure, RegionMeasure, RegionMeasure];
        const [before, after] = [regionClasses([a, b, c]), regionClasses([c, a, b])];
        const turned = (bits: number) => ((bits << 1) | (bits >> 2)) & 7;
        expect([...after.status]).toEqual([...before.status]);
        expect([...after.classOf]).toEqual(
          Array.from(before.classOf, (region) => (region === NO_CLASS ? NO_CLASS : turned(region))),
        );
        expect([...after.unsureOf]).toEqual(Array.from(before.unsureOf, turned));
      }),
    );
  });

  test('a higher threshold gives no area a problem that it did not have', () => {
    fc.assert(
      fc.property(city, fc.integer({ min: 0, max: 500 }), ([rows, thresholds], up) => {
        const [first, ...rest] = thresholds;
        if (first === null || first === undefined) return;
        const before = regionClasses(asked([rows, thresholds]));
        const after = regionClasses(asked([rows, [first + up / 1000, ...rest]]));
        for (const [i, region] of after.classOf.entries())
          if (region !== NO_CLASS) expect(region & ~before.classOf[i]!).toBe(0);
      }),
    );
  });
});
