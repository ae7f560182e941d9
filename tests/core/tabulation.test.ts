import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { areaCode } from '#core/area.ts';
import { type AreaTable, CellStatus } from '#core/area-table.ts';
import { CHILD_DIMENSIONS, CONDITION_DIMENSIONS, POPULATION_DIMENSIONS } from '#core/dimension.ts';
import { type IndicatorId, indicators } from '#core/indicator.ts';
import { indicatorOf, type Question, tabulate, tabulateTotals, totalsOfTable } from '#core/tabulation.ts';
import type { Filters } from '#core/view.ts';
import {
  AUGUST,
  type Child,
  children,
  datasetOf,
  filterOn,
  JULY,
  lets,
  repeat,
  tableOf,
} from './small-city.ts';

const SHAPE = [2, 3];
const VILLAGES = 5;
const { observed, notReported, suppressed, noDenominator, notApplicable } = CellStatus;

function question(
  indicator: IndicatorId,
  classes: Filters['classes'] = {},
  more: Partial<Question> = {},
): Question {
  return { level: 'village', indicator, period: JULY, filters: { classes, districts: [] }, ...more };
}

function at(table: AreaTable, i: number): readonly [n: number, N: number, status: number] {
  return [table.numerator[i]!, table.denominator[i]!, table.status[i]!];
}

const prevalenceIds = indicators(1)
  .filter(({ kind, unit }) => kind === 'prevalence' && unit === 'child')
  .map((indicator) => indicator.id);
const anyQuestion = fc.record({
  indicator: fc.constantFrom<IndicatorId>(...prevalenceIds),
  classes: filterOn(CHILD_DIMENSIONS),
});

/** The definition of docstring and issue, child by child. */
function counted(asked: Question, members: readonly Child[]): readonly [n: number, N: number] {
  const indicator = indicatorOf(datasetOf({ villagesPerDistrict: SHAPE, tables: [] }), asked.indicator);
  if (indicator.kind !== 'prevalence') throw new Error('not a prevalence');
  const { classes } = asked.filters;
  const base = members.filter(
    (child) =>
      indicator.conditions.every(({ dimension }) => (child.classes[dimension] ?? 'unknown') !== 'unknown') &&
      POPULATION_DIMENSIONS.every((dimension) => lets(classes, dimension, child)),
  );
  const affected = base.filter(
    (child) =>
      indicator.conditions.every((each) => each.classes.includes(child.classes[each.dimension]!)) &&
      CONDITION_DIMENSIONS.every((dimension) => lets(classes, dimension, child)),
  );
  return [affected.length, base.length];
}

describe('by hand', () => {
  const counts = [
    ...repeat(10, 0, { sex: 'male', stunting: 'none', wasting: 'none', poverty: '1' }),
    ...repeat(4, 0, { sex: 'female', stunting: 'moderate', wasting: 'severe', poverty: '1' }),
    ...repeat(3, 0, { sex: 'female', stunting: 'severe', wasting: 'unknown', poverty: 'unknown' }),
    ...repeat(2, 0, { sex: 'male', stunting: 'unknown', wasting: 'moderate', poverty: '2' }),
    ...repeat(5, 1, { sex: 'male', stunting: 'none', wasting: 'none', poverty: '5+' }),
  ];
  const dataset = datasetOf({ villagesPerDistrict: SHAPE, tables: [tableOf(counts, SHAPE)] });

  test.each<[IndicatorId, Filters['classes'], number, number]>([
    ['stunting', {}, 7, 17],
    ['severe-stunting', {}, 3, 17],
    ['wasting', {}, 6, 16],
    ['extreme-poverty', {}, 14, 16],
    ['stunting-wasting', {}, 4, 14],
    ['wasting-poverty', {}, 4, 16],
    // population filters restrict both
    ['stunting', { sex: ['female'] }, 7, 7],
    ['stunting', { poverty: ['1'] }, 4, 14],
    // condition filters restrict n only; unknown passes only where asked for
    ['stunting', { wasting: ['severe', 'moderate'] }, 4, 17],
    ['stunting', { wasting: ['unknown'] }, 3, 17],
    ['stunting', { stunting: ['severe'] }, 3, 17],
    ['stunting', { stunting: ['unknown'] }, 0, 17],
    // the office's own question: wasting among the poorest
    ['wasting', { poverty: ['1'] }, 4, 14],
  ])('%s %j is %i of %i', (indicator, classes, n, N) => {
    expect(at(tabulate(dataset, question(indicator, classes)), 0)).toEqual([n, N, observed]);
  });

  test('extreme poverty follows the decile of the dataset', () => {
    const wider = { ...dataset, manifest: { ...dataset.manifest, extremePovertyDecile: 2 as const } };
    expect(at(tabulate(wider, question('extreme-poverty')), 0)).toEqual([16, 16, observed]);
  });

  test('a district sums its villages, the city its districts', () => {
    const table = tabulate(dataset, question('stunting', {}, { level: 'district' }));
    expect(at(table, 0)).toEqual([7, 22, observed]);
    expect(table.level).toBe('district');
    const { city, districts } = tabulateTotals(dataset, question('stunting'));
    expect(city).toEqual({
      numerator: 7,
      denominator: 22,
      status: observed,
      areas: 5,
      reporting: 5,
      suppressed: 0,
    });
    expect(districts[0]).toMatchObject({ numerator: 7, denominator: 22, areas: 2 });
  });

  test('the district filter', () => {
    const filters = { classes: {}, districts: [areaCode('d1')] };
    const asked = { ...question('stunting'), filters };
    expect(Array.from(tabulate(dataset, asked).status)).toEqual([notApplicable, notApplicable, 0, 0, 0]);
    const { city, districts } = tabulateTotals(dataset, asked);
    expect(city).toMatchObject({ numerator: 0, denominator: 0, areas: 3 });
    expect(districts[0]).toEqual({
      numerator: Number.NaN,
      denominator: Number.NaN,
      status: notApplicable,
      areas: 0,
      reporting: 0,
      suppressed: 0,
    });
  });
});

describe('nobody and nothing', () => {
  test('0 of 0 is observed, without target or under a population filter there is nobody', () => {
    const table = tableOf(repeat(3, 2, { stunting: 'none', sex: 'male' }), SHAPE);
    const target = [100, 0, 0, Number.NaN, 100];
    const dataset = datasetOf({ villagesPerDistrict: SHAPE, tables: [table], target });
    const plain = tabulate(dataset, question('stunting'));
    expect(Array.from(plain.status)).toEqual([observed, noDenominator, observed, observed, observed]);
    expect(at(plain, 1)).toEqual([0, 0, noDenominator]);
    const girls = tabulate(dataset, question('stunting', { sex: ['female'] }));
    expect(Array.from(girls.status)).toEqual(Array.from({ length: VILLAGES }, () => noDenominator));
    expect(tabulateTotals(dataset, question('stunting', { sex: ['female'] })).city.status).toBe(
      noDenominator,
    );
    const wasted = tabulate(dataset, question('stunting', { wasting: ['severe'] }));
    expect(wasted.status[0]).toBe(observed);
  });

  test('an area that has not reported has no number, whatever its cells say', () => {
    const table = tableOf(
      [...repeat(40, 0, { stunting: 'severe' }), ...repeat(9, 1, { stunting: 'none' })],
      SHAPE,
    );
    const dataset = datasetOf({ villagesPerDistrict: SHAPE, tables: [table], notReported: [0, 2, 3, 4] });
    expect(at(tabulate(dataset, question('stunting')), 0)).toEqual([Number.NaN, Number.NaN, notReported]);
    const districts = tabulate(dataset, question('stunting', {}, { level: 'district' }));
    expect(at(districts, 0)).toEqual([0, 9, observed]);
    expect(at(districts, 1)).toEqual([Number.NaN, Number.NaN, notReported]);
    const totals = tabulateTotals(dataset, question('stunting'));
    expect(totals.city).toMatchObject({ numerator: 0, denominator: 9, areas: 5, reporting: 1 });
    expect(totals.districts[1]).toMatchObject({ status: notReported, areas: 3, reporting: 0 });
  });

  test('a dimension that the dataset does not know', () => {
    const table = tableOf(repeat(9, 0, { stunting: 'none' }), SHAPE, { dimensions: ['stunting'] });
    const dataset = datasetOf({ villagesPerDistrict: SHAPE, tables: [table], notReported: [1] });
    expect(new Set(tabulate(dataset, question('wasting')).status)).toEqual(new Set([notApplicable]));
    expect(new Set(tabulate(dataset, question('stunting', { sex: ['male'] })).status)).toEqual(
      new Set([notApplicable]),
    );
    expect(tabulateTotals(dataset, question('wasting')).city.status).toBe(notApplicable);
    const everySex = question('stunting', { sex: ['male', 'female', 'unknown'] });
    expect(at(tabulate(dataset, everySex), 0)).toEqual([0, 9, observed]);
  });

  test('a period of which nothing is held, and one of which only coverage is', () => {
    const table = tableOf(repeat(9, 0, { stunting: 'none' }), SHAPE);
    const dataset = datasetOf({ villagesPerDistrict: SHAPE, tables: [table] });
    const august = question('stunting', {}, { period: AUGUST });
    expect(new Set(tabulate(dataset, august).status)).toEqual(new Set([notReported]));
    const covered = datasetOf({
      villagesPerDistrict: SHAPE,
      tables: [table],
      periods: [AUGUST],
      notReported: [1],
    });
    expect(Array.from(tabulate(covered, august).status.subarray(0, 2))).toEqual([notApplicable, notReported]);
    expect(at(tabulate(covered, question('stunting')), 0)).toEqual([0, 9, observed]);
  });

  test('coverage', () => {
    const dataset = datasetOf({
      villagesPerDistrict: SHAPE,
      tables: [],
      target: [144, 0, 50, Number.NaN, 60],
      measured: [153, 4, Number.NaN, 7, 30],
      notReported: [4],
    });
    const table = tabulate(dataset, question('coverage'));
    expect(Array.from(table.status)).toEqual([
      observed,
      noDenominator,
      notReported,
      notApplicable,
      notReported,
    ]);
    expect(at(table, 0)).toEqual([153, 144, observed]);
    expect(at(table, 1)).toEqual([4, 0, noDenominator]);
    for (const classes of [{ sex: ['male'] }, { poverty: ['1'] }, { wasting: ['severe'] }]) {
      expect(new Set(tabulate(dataset, question('coverage', classes)).status)).toEqual(
        new Set([notApplicable]),
      );
    }
    const { city, districts } = tabulateTotals(dataset, question('coverage'));
    expect(districts[0]).toMatchObject({ numerator: 157, denominator: 144, status: observed, reporting: 2 });
    expect(districts[1]).toMatchObject({ status: notApplicable, reporting: 1 });
    expect(city.status).toBe(notApplicable);
  });

  test('a filter by a class that there is not is a bug', () => {
    const dataset = datasetOf({ villagesPerDistrict: SHAPE, tables: [tableOf([], SHAPE)] });
    expect(() => tabulate(dataset, question('stunting', { sex: ['boy'] }))).toThrow(/class boy of sex/);
  });
});

describe('a release', () => {
  const counts = [
    ...repeat(20, 0, { sex: 'male', stunting: 'none' }),
    ...repeat(12, 0, { sex: 'female', stunting: 'severe' }),
    ...repeat(25, 1, { sex: 'male', stunting: 'none' }),
    ...repeat(3, 1, { sex: 'male', stunting: 'moderate' }),
    ...repeat(30, 2, { sex: 'female', stunting: 'none' }),
  ];
  const hide = ({ count }: { readonly count: number }): boolean => count > 0 && count < 10;
  const stunting = tableOf(counts, SHAPE, { dimensions: ['stunting'], hide });
  const bySex = tableOf(counts, SHAPE, { dimensions: ['sex', 'stunting'], hide });
  const release = (tables: (typeof stunting)[]) =>
    datasetOf({ villagesPerDistrict: SHAPE, tables, tier: 'release', notReported: [3, 4] });

  test('a hidden cell suppresses its area and the sums over it', () => {
    const dataset = release([stunting, bySex]);
    const table = tabulate(dataset, question('stunting'));
    expect(Array.from(table.status)).toEqual([observed, suppressed, observed, notReported, notReported]);
    expect(at(table, 1)).toEqual([Number.NaN, Number.NaN, suppressed]);
    const { city, districts } = tabulateTotals(dataset, question('stunting'));
    expect(districts[0]).toMatchObject({ status: suppressed, suppressed: 1, areas: 2, reporting: 2 });
    expect(districts[1]).toMatchObject({ status: observed, denominator: 30, reporting: 1 });
    expect(city).toMatchObject({ status: suppressed, numerator: Number.NaN, suppressed: 1, reporting: 3 });
  });

  test('a hidden cell that is not needed hides nothing', () => {
    const table = tableOf(counts, SHAPE, {
      dimensions: ['stunting'],
      hide: ({ combination }) => combination === 3,
    });
    expect(tabulate(release([table]), question('stunting')).status[1]).toBe(observed);
  });

  test('a crossing that is not published is suppressed, not unknown', () => {
    expect(tabulate(release([stunting]), question('stunting', { age: ['0-5'] })).status[0]).toBe(suppressed);
    expect(tabulate(release([stunting]), question('stunting', { age: ['0-5'] })).status[4]).toBe(notReported);
  });

  test('a district is shown by its own table where its villages are hidden, and the city with it', () => {
    const district = tableOf(counts, SHAPE, { level: 'district', dimensions: ['stunting'] });
    const dataset = release([stunting, district]);
    const table = tabulate(dataset, question('stunting', {}, { level: 'district' }));
    expect(at(table, 0)).toEqual([15, 60, observed]);
    const { city } = tabulateTotals(dataset, question('stunting'));
    expect(city).toMatchObject({ numerator: 15, denominator: 90, status: observed, suppressed: 1 });
  });

  test('a district hidden in its own table is the sum of its villages where all are shown', () => {
    const crossed = { level: 'district', dimensions: ['sex', 'stunting'], hide: () => true } as const;
    const dataset = release([stunting, tableOf(counts, SHAPE, crossed)]);
    const table = tabulate(dataset, question('stunting', {}, { level: 'district' }));
    expect(at(table, 1)).toEqual([0, 30, observed]);
    expect(table.status[0]).toBe(suppressed);
  });

  test('n above N by rounding is N', () => {
    const total = tableOf(repeat(30, 0, { stunting: 'severe' }), SHAPE, { dimensions: ['stunting'] });
    const crossed = tableOf(repeat(35, 0, { stunting: 'severe', wasting: 'none' }), SHAPE, {
      dimensions: ['stunting', 'wasting'],
    });
    const asked = question('stunting', { wasting: ['none'] });
    expect(at(tabulate(release([total, crossed]), asked), 0)).toEqual([30, 30, observed]);
  });

  test('the smallest table that shows a cell answers', () => {
    const small = tableOf(counts, SHAPE, { dimensions: ['stunting'], hide: ({ area }) => area === 0 });
    const large = tableOf(repeat(99, 2, { stunting: 'none' }).concat(counts), SHAPE, {
      dimensions: ['sex', 'stunting'],
    });
    const table = tabulate(release([large, small]), question('stunting'));
    expect(at(table, 0)).toEqual([12, 32, observed]);
    expect(at(table, 2)).toEqual([0, 30, observed]);
  });
});

describe('laws', () => {
  test('the count of every area is the count child by child, dense or sparse', () => {
    fc.assert(
      fc.property(children(VILLAGES), anyQuestion, (members, { indicator, classes }) => {
        const asked = question(indicator, classes);
        const layouts = [64 * 2 ** 20, 0].map((denseLimitBytes) =>
          datasetOf({ villagesPerDistrict: SHAPE, tables: [tableOf(members, SHAPE, { denseLimitBytes })] }),
        );
        expect(layouts.map((dataset) => dataset.tables[0]!.cells.kind)).toEqual(['dense', 'sparse']);
        const [dense, sparse] = layouts.map((dataset) => tabulate(dataset, asked));
        expect(sparse).toEqual(dense);
        for (let i = 0; i < VILLAGES; i++) {
          const mine = members.filter((child) => child.village === i);
          expect(at(dense!, i).slice(0, 2)).toEqual(counted(asked, mine));
        }
        const { city } = tabulateTotals(layouts[1]!, asked);
        expect([city.numerator, city.denominator]).toEqual(counted(asked, members));
      }),
      { numRuns: 60 },
    );
  });

  test('hidden cells: dense and sparse hide the same areas, in a release and within the office', () => {
    const tiers = fc.constantFrom('release' as const, 'internal' as const);
    fc.assert(
      fc.property(children(VILLAGES), anyQuestion, tiers, (members, { indicator, classes }, tier) => {
        const hide = ({ count }: { readonly count: number }): boolean => count === 1;
        const [dense, sparse] = [64 * 2 ** 20, 0].map((denseLimitBytes) => {
          const tables = [tableOf(members, SHAPE, { hide, denseLimitBytes })];
          return tabulate(
            datasetOf({ villagesPerDistrict: SHAPE, tables, tier }),
            question(indicator, classes),
          );
        });
        expect(sparse).toEqual(dense);
      }),
      { numRuns: 25 },
    );
  });

  test('a district rate is the sum of n over the sum of N', () => {
    fc.assert(
      fc.property(children(VILLAGES), anyQuestion, (members, { indicator, classes }) => {
        const dataset = datasetOf({ villagesPerDistrict: SHAPE, tables: [tableOf(members, SHAPE)] });
        const villages = tabulate(dataset, question(indicator, classes));
        const districts = tabulate(dataset, question(indicator, classes, { level: 'district' }));
        const sum = (column: Float64Array, from: number, to: number): number =>
          column.subarray(from, to).reduce((total, count) => total + count, 0);
        expect(Array.from(districts.numerator)).toEqual([
          sum(villages.numerator, 0, 2),
          sum(villages.numerator, 2, 5),
        ]);
        expect(Array.from(districts.denominator)).toEqual([
          sum(villages.denominator, 0, 2),
          sum(villages.denominator, 2, 5),
        ]);
      }),
      { numRuns: 30 },
    );
  });

  test('totals of an unfiltered table are those of its dataset', () => {
    const silent = fc.subarray([0, 1, 2, 3, 4]);
    fc.assert(
      fc.property(
        children(VILLAGES),
        fc.constantFrom<IndicatorId>(...prevalenceIds),
        silent,
        (members, id, rows) => {
          const tables = [tableOf(members, SHAPE)];
          const dataset = datasetOf({ villagesPerDistrict: SHAPE, tables, notReported: rows });
          const table = tabulate(dataset, question(id));
          expect(totalsOfTable(dataset.territory, table)).toEqual(tabulateTotals(dataset, question(id)));
        },
      ),
      { numRuns: 30 },
    );
  });

  test('population filters never raise N or n, condition filters leave N', () => {
    const filters = fc.tuple(filterOn(POPULATION_DIMENSIONS), filterOn(CONDITION_DIMENSIONS));
    const ids = fc.constantFrom<IndicatorId>(...prevalenceIds);
    fc.assert(
      fc.property(children(VILLAGES), ids, filters, (members, indicator, [population, condition]) => {
        const dataset = datasetOf({ villagesPerDistrict: SHAPE, tables: [tableOf(members, SHAPE)] });
        const plain = tabulate(dataset, question(indicator));
        const some = tabulate(dataset, question(indicator, population));
        const affected = tabulate(dataset, question(indicator, condition));
        expect(affected.denominator).toEqual(plain.denominator);
        for (let i = 0; i < VILLAGES; i++) {
          expect(some.denominator[i]).toBeLessThanOrEqual(plain.denominator[i]!);
          expect(some.numerator[i]).toBeLessThanOrEqual(plain.numerator[i]!);
          expect(affected.numerator[i]).toBeLessThanOrEqual(plain.numerator[i]!);
        }
      }),
      { numRuns: 30 },
    );
  });

  test('relabelling areas relabels results', () => {
    const order = fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(children(VILLAGES), anyQuestion, order, (members, { indicator, classes }, to) => {
        const moved = members.map((child) => ({ ...child, village: to[child.village]! }));
        const [before, after] = [members, moved].map((each) =>
          tabulate(
            datasetOf({ villagesPerDistrict: [5], tables: [tableOf(each, [5])] }),
            question(indicator, classes),
          ),
        );
        for (let i = 0; i < VILLAGES; i++) expect(at(after!, to[i]!)).toEqual(at(before!, i));
      }),
      { numRuns: 30 },
    );
  });
});
