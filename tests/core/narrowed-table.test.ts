import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ALL_CLASSES, classMask, narrow } from '#core/cell-selection.ts';
import { type CellTable, DENSE_LIMIT_BYTES } from '#core/cells.ts';
import type { Dataset, Tier } from '#core/dataset.ts';
import { CHILD_DIMENSIONS, type DimensionId } from '#core/dimension.ts';
import { type IndicatorId, indicators } from '#core/indicator.ts';
import { narrowedTable, narrowTable } from '#core/narrowed-table.ts';
import { narrowAnswers } from '#core/prevalence-sums.ts';
import { indicatorOf, tabulateWithTotals } from '#core/tabulation.ts';
import { LONG_FORM } from '#tests/long-form.ts';
import { children, datasetOf, filterOn, JULY, repeat, tableOf } from './small-city.ts';

const SHAPE = [2, 3];
const VILLAGES = 5;

function run(work: Generator<void>): number {
  let breaths = 0;
  while (!work.next().done) breaths += 1;
  return breaths;
}

const question = fc.record({
  level: fc.constantFrom('village' as const, 'district' as const),
  indicator: fc.constantFrom<IndicatorId>(
    ...indicators(1)
      .filter(({ kind, unit }) => kind === 'prevalence' && unit === 'child')
      .map(({ id }) => id),
  ),
  period: fc.constant(JULY),
  // Of few dimensions, so that there is something to narrow.
  filters: fc
    .subarray<DimensionId>([...CHILD_DIMENSIONS], { maxLength: 2 })
    .chain(filterOn)
    .map((classes) => ({ classes, districts: [] })),
});

/** An office's tables: all crossed, some of fewer dimensions that count other children, one of districts. */
const office = fc.record({
  members: children(VILLAGES),
  others: children(VILLAGES),
  dimensions: fc.subarray<DimensionId>([...CHILD_DIMENSIONS], { minLength: 1 }),
  tier: fc.constantFrom<Tier>('internal', 'release'),
  denseLimitBytes: fc.constantFrom(DENSE_LIMIT_BYTES, 0),
  hidden: fc.nat(3),
});
type Office = typeof office extends fc.Arbitrary<infer Recipe> ? Recipe : never;

function datasetFrom({ members, others, dimensions, tier, denseLimitBytes, hidden }: Office): Dataset {
  // Some of the cells of nobody too, as a publisher does.
  const hide = (cell: { readonly area: number; readonly combination: number }) =>
    hidden > 0 && (7 * cell.combination + cell.area) % (997 * hidden) === 0;
  const tables = [
    tableOf(members, SHAPE, { denseLimitBytes, hide }),
    tableOf(others, SHAPE, { denseLimitBytes, hide, dimensions }),
    tableOf(others, SHAPE, { denseLimitBytes, hide, level: 'district', dimensions }),
  ];
  return datasetOf({ villagesPerDistrict: SHAPE, tables, tier, notReported: [4] });
}

describe('a narrowed table', () => {
  it('changes no answer, whatever was asked before', () => {
    fc.assert(
      fc.property(office, fc.array(question, { minLength: 1, maxLength: 6 }), (recipe, asked) => {
        const [plain, narrowed] = [datasetFrom(recipe), datasetFrom(recipe)];
        const answers = asked.map((one) => tabulateWithTotals(plain, one));
        for (const one of asked) {
          run(narrowAnswers(narrowed, one, indicatorOf(narrowed, one.indicator)));
          expect(asked.map((other) => tabulateWithTotals(narrowed, other))).toEqual(answers);
        }
      }),
      { numRuns: LONG_FORM ? 3_000 : 25 },
    );
  });

  const poor = narrow(ALL_CLASSES, 'poverty', classMask('poverty', ['1']));
  const poorGirls = narrow(poor, 'sex', classMask('sex', ['female']));
  const poorCities = (): CellTable => tableOf(repeat(3, 0, { sex: 'female', poverty: '1' }), SHAPE);

  it('is the one that answers what its dimensions can, and nothing else', () => {
    const table = poorCities();
    expect(narrowedTable(table, JULY, [poor])).toBeNull();
    run(narrowTable(table, JULY, [poor]));
    expect(narrowedTable(table, JULY, [poor])?.dimensions).toEqual(['poverty']);
    expect(narrowedTable(table, JULY, [ALL_CLASSES])?.dimensions).toEqual(['poverty']);
    expect(narrowedTable(table, JULY, [poorGirls])).toBeNull();
    expect(narrowedTable(poorCities(), JULY, [poor])).toBeNull();
  });

  it('answers with the fewest combinations, and is forgotten after a few others', () => {
    const table = poorCities();
    run(narrowTable(table, JULY, [poorGirls]));
    run(narrowTable(table, JULY, [poor]));
    expect(narrowedTable(table, JULY, [poor])?.combinations).toBe(6);
    expect(narrowedTable(table, JULY, [poorGirls])?.combinations).toBe(18);
    for (const dimension of ['age', 'stunting', 'wasting'] as const)
      run(narrowTable(table, JULY, [narrow(ALL_CLASSES, dimension, 1)]));
    expect(narrowedTable(table, JULY, [poorGirls])).toBeNull();
  });

  it('breathes while it is made', () => {
    expect(
      run(narrowTable(tableOf([], SHAPE, { denseLimitBytes: DENSE_LIMIT_BYTES }), JULY, [poor])),
    ).toBeGreaterThan(0);
  });

  it('is not made of a release, whose tables answer by what they hide', () => {
    const recipe = { villagesPerDistrict: SHAPE, tables: [poorCities()], tier: 'release' as const };
    const dataset = datasetOf(recipe);
    const filters = { classes: { poverty: ['1'] }, districts: [] };
    run(narrowAnswers(dataset, { period: JULY, filters }, indicatorOf(dataset, 'stunting')));
    expect(narrowedTable(dataset.tables[0]!, JULY, [poor])).toBeNull();
  });
});
