import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { areaCode } from '#core/area.ts';
import { CHILD_DIMENSIONS, CLASSES } from '#core/dimension.ts';
import { facetCounts } from '#core/facets.ts';
import { type Filters, NO_FILTERS } from '#core/view.ts';
import { AUGUST, children, datasetOf, filterOn, JULY, lets, repeat, tableOf } from './small-city.ts';

const SHAPE = [2, 3];
const filtered = (classes: Filters['classes'], districts: string[] = []): Filters => ({
  classes,
  districts: districts.map(areaCode),
});

describe('by hand', () => {
  const counts = [
    ...repeat(10, 0, { sex: 'male', stunting: 'none', poverty: '1' }),
    ...repeat(4, 1, { sex: 'female', stunting: 'severe', poverty: '1' }),
    ...repeat(3, 2, { sex: 'female', stunting: 'none', poverty: '5+' }),
  ];
  const dataset = datasetOf({ villagesPerDistrict: SHAPE, tables: [tableOf(counts, SHAPE)] });

  test('a filter restricts the other dimensions, not its own', () => {
    const facets = facetCounts(dataset, { period: JULY, filters: filtered({ poverty: ['1'] }) });
    expect(facets.poverty).toEqual(Float64Array.of(14, 0, 0, 0, 3, 0));
    expect(facets.sex).toEqual(Float64Array.of(10, 4, 0));
    expect(facets.stunting).toEqual(Float64Array.of(4, 0, 10, 0));
  });

  test('districts and areas without report', () => {
    const facets = facetCounts(dataset, { period: JULY, filters: filtered({}, ['d1']) });
    expect(facets.sex).toEqual(Float64Array.of(0, 3, 0));
    const silent = datasetOf({ villagesPerDistrict: SHAPE, tables: dataset.tables, notReported: [0] });
    expect(facetCounts(silent, { period: JULY, filters: NO_FILTERS }).sex).toEqual(Float64Array.of(0, 7, 0));
  });

  test('null, not 0, where nobody reported or the dimension is not known', () => {
    const nobody = datasetOf({
      villagesPerDistrict: SHAPE,
      tables: dataset.tables,
      notReported: [0, 1, 2, 3, 4],
    });
    expect(facetCounts(nobody, { period: JULY, filters: NO_FILTERS }).sex).toBeNull();
    expect(facetCounts(dataset, { period: AUGUST, filters: NO_FILTERS }).sex).toBeNull();
    const partial = datasetOf({
      villagesPerDistrict: SHAPE,
      tables: [tableOf(counts, SHAPE, { dimensions: ['stunting'] })],
    });
    const facets = facetCounts(partial, { period: JULY, filters: NO_FILTERS });
    expect(facets.stunting).toEqual(Float64Array.of(4, 0, 13, 0));
    expect(facets.sex).toBeNull();
    expect(facetCounts(partial, { period: JULY, filters: filtered({ sex: ['male'] }) }).stunting).toBeNull();
  });

  test('a release shows each class from a table that hides none of its cells', () => {
    const hide = ({ count }: { readonly count: number }): boolean => count > 0 && count < 4;
    const village = tableOf(counts, SHAPE, { dimensions: ['sex'], hide });
    const district = tableOf(counts, SHAPE, { level: 'district', dimensions: ['sex', 'stunting'] });
    const [alone, together] = [[village], [village, district]].map((tables) =>
      facetCounts(datasetOf({ villagesPerDistrict: SHAPE, tables, tier: 'release' }), {
        period: JULY,
        filters: NO_FILTERS,
      }),
    );
    expect(alone!.sex).toEqual(Float64Array.of(10, Number.NaN, 0));
    expect(alone!.stunting).toBeNull();
    expect(together!.sex).toEqual(Float64Array.of(10, 7, 0));
    expect(together!.stunting).toEqual(Float64Array.of(4, 0, 13, 0));
  });
});

test('without filters every dimension sums to the children measured', () => {
  fc.assert(
    fc.property(children(5), (members) => {
      const dataset = datasetOf({ villagesPerDistrict: SHAPE, tables: [tableOf(members, SHAPE)] });
      const facets = facetCounts(dataset, { period: JULY, filters: NO_FILTERS });
      for (const d of CHILD_DIMENSIONS)
        expect(facets[d]?.reduce((sum, n) => sum + n, 0)).toBe(members.length);
    }),
    { numRuns: 30 },
  );
});

test('the counts are those child by child, dense or sparse, at either level', () => {
  fc.assert(
    fc.property(
      children(5),
      filterOn(CHILD_DIMENSIONS),
      fc.constantFrom(0, 2 ** 26),
      (members, classes, limit) => {
        const tables = [tableOf(members, SHAPE, { denseLimitBytes: limit })];
        const question = { period: JULY, filters: filtered(classes, ['d1']), level: 'district' } as const;
        const facets = facetCounts(datasetOf({ villagesPerDistrict: SHAPE, tables }), question);
        for (const own of CHILD_DIMENSIONS) {
          const others = CHILD_DIMENSIONS.filter((d) => d !== own);
          const kept = members.filter(
            (child) => child.village >= 2 && others.every((d) => lets(classes, d, child)),
          );
          const expected = CLASSES[own].map(
            (code) => kept.filter((child) => child.classes[own] === code).length,
          );
          expect(Array.from(facets[own]!)).toEqual(expected);
        }
      },
    ),
    { numRuns: 50 },
  );
});
