import { describe, expect, it } from 'vitest';
import { areaCode } from '#core/area.ts';
import { CellStatus } from '#core/area-table.ts';
import { alignDataset } from '#core/dataset-alignment.ts';
import { tabulate } from '#core/tabulation.ts';
import { buildTerritory } from '#core/territory.ts';
import { NO_FILTERS } from '#core/view.ts';
import { datasetOf, JULY, SOURCE, tableOf } from './small-city.ts';

const VILLAGES = [2, 2];
/** Village v has 10 (v + 1) children, v + 1 of them stunted. */
const CHILDREN = [0, 1, 2, 3].flatMap((village) =>
  Array.from({ length: 10 * (village + 1) }, (_, k) => ({
    village,
    classes: { stunting: k <= village ? 'moderate' : 'none' } as const,
  })),
);

function dataset(denseLimitBytes: number) {
  const village = tableOf(CHILDREN, VILLAGES, { dimensions: ['stunting'], denseLimitBytes });
  const district = tableOf(CHILDREN, VILLAGES, { dimensions: ['stunting'], level: 'district' });
  return datasetOf({ villagesPerDistrict: VILLAGES, tables: [village, { ...district, id: 'districts' }] });
}

const asked = { level: 'village', indicator: 'stunting', period: JULY, filters: NO_FILTERS } as const;

describe.each([
  ['dense', 1e6],
  ['sparse', 0],
])('a dataset on other areas, %s', (_, limit) => {
  const own = dataset(limit);
  const { villages, districts } = own.territory;

  it('has the counts of its own codes; the areas of one side only are named', () => {
    const stranger = { ...villages.areas[0]!, code: areaCode('d1v9'), parent: areaCode('d1') };
    const order = [villages.areas[3]!, stranger, villages.areas[0]!, villages.areas[1]!];
    const others = buildTerritory('Other', order, [...districts.areas].reverse(), SOURCE, '');
    const { dataset: aligned, foreign, absent } = alignDataset(own, others);
    const { numerator, denominator, status } = tabulate(aligned, asked);
    expect([...numerator]).toEqual([4, Number.NaN, 1, 2]);
    expect([...denominator]).toEqual([40, Number.NaN, 10, 20]);
    expect(status[1]).toBe(CellStatus.notReported);
    expect(foreign.map(({ code }) => code)).toEqual(['d1v2']);
    expect(absent.map(({ code }) => code)).toEqual(['d1v9']);
    // The district tables counted another village with it: the sum of those matched is taken.
    const upper = tabulate(aligned, { ...asked, level: 'district' });
    expect([...upper.numerator]).toEqual([4, 3]);
  });

  it('on the same areas is the same, whatever their order', () => {
    const order = [...villages.areas].reverse();
    const others = buildTerritory('Other', order, [...districts.areas].reverse(), SOURCE, '');
    const { dataset: aligned, foreign, absent } = alignDataset(own, others);
    expect([foreign, absent]).toEqual([[], []]);
    for (const level of ['village', 'district'] as const) {
      const [before, after] = [tabulate(own, { ...asked, level }), tabulate(aligned, { ...asked, level })];
      expect([...after.numerator].reverse()).toEqual([...before.numerator]);
    }
    expect(aligned.manifest.tables).toHaveLength(own.manifest.tables.length);
  });
});
