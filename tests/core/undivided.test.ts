import { describe, expect, test } from 'vitest';
import { CellStatus } from '#core/area-table.ts';
import { facetCounts } from '#core/facets.ts';
import { type IndicatorId, indicators } from '#core/indicator.ts';
import { isAnswerable } from '#core/prevalence-sums.ts';
import { tabulate } from '#core/tabulation.ts';
import { type Filters, NO_FILTERS } from '#core/view.ts';
import { datasetOf, JULY, repeat, tableOf } from './small-city.ts';

const MEASURED = [...repeat(4, 0, { stunting: 'moderate' }), ...repeat(6, 0, { stunting: 'none' })];
const POOR = [...repeat(3, 0, { poverty: '1' }), ...repeat(7, 0, { poverty: '5+' })];

function city(dimension: 'stunting' | 'poverty') {
  const table = tableOf(dimension === 'stunting' ? MEASURED : POOR, [1], { dimensions: [dimension] });
  return datasetOf({ villagesPerDistrict: [1], tables: [{ ...table, undivided: [dimension] }] });
}

function ask(dataset: ReturnType<typeof city>, indicator: IndicatorId, classes: Filters['classes'] = {}) {
  const filters = { classes, districts: [] };
  const { numerator, denominator, status } = tabulate(dataset, {
    level: 'village',
    indicator,
    period: JULY,
    filters,
  });
  return [numerator[0], denominator[0], status[0]];
}

const UNKNOWN = [Number.NaN, Number.NaN, CellStatus.notApplicable];

describe('a source that did not divide its affected children', () => {
  test('both classes together are answered, one alone is not told apart', () => {
    const dataset = city('stunting');
    expect(ask(dataset, 'stunting')).toEqual([4, 10, CellStatus.observed]);
    expect(ask(dataset, 'severe-stunting')).toEqual(UNKNOWN);
    expect(ask(dataset, 'stunting', { stunting: ['moderate'] })).toEqual(UNKNOWN);
    expect(ask(dataset, 'stunting', { stunting: ['severe', 'moderate'] })).toEqual([
      4,
      10,
      CellStatus.observed,
    ]);
  });

  test('decile 1 is answered, decile 2 is not told apart', () => {
    const dataset = city('poverty');
    expect(ask(dataset, 'extreme-poverty')).toEqual([3, 10, CellStatus.observed]);
    expect(ask(dataset, 'extreme-poverty', { poverty: ['2'] })).toEqual(UNKNOWN);
    expect(ask(dataset, 'extreme-poverty', { poverty: ['2', '3', '4', '5+'] })).toEqual([
      0,
      7,
      CellStatus.observed,
    ]);
  });

  test('counts beside the choices name the merged children once', () => {
    const facets = facetCounts(city('stunting'), { period: JULY, filters: NO_FILTERS });
    expect([...(facets.stunting ?? [])]).toEqual([Number.NaN, 4, 6, 0]);
  });

  test('the manifest alone tells which indicators can be asked', () => {
    const { manifest } = city('stunting');
    const entry = {
      id: 'stunting',
      level: 'village',
      dimensions: ['stunting'],
      undivided: ['stunting'],
    } as const;
    const told = { ...manifest, tables: [entry] };
    const known = indicators(1).filter((indicator) => isAnswerable(told, indicator));
    expect(known.map(({ id }) => id)).toEqual(['stunting', 'coverage']);
  });
});
