import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AreaIndex } from '#core/area.ts';
import { areaCode } from '#core/area.ts';
import { CellStatus } from '#core/area-table.ts';
import { CHILD_DIMENSIONS } from '#core/dimension.ts';
import { measureOf } from '#core/measure.ts';
import type { Period } from '#core/period.ts';
import { type SeriesQuestion, seriesOf } from '#core/series.ts';
import { indicatorOf, tabulate, tabulateTotals } from '#core/tabulation.ts';
import { type Filters, NO_FILTERS } from '#core/view.ts';
import { AUGUST, children, datasetOf, filterOn, JULY, repeat, tableOf } from './small-city.ts';

const SHAPE = [2, 3];
const at = (...areas: number[]) => areas as AreaIndex[];
const asked = (extra: Partial<SeriesQuestion> = {}): SeriesQuestion => ({
  level: 'village',
  indicator: 'stunting',
  filters: NO_FILTERS,
  measure: 'rate',
  showSmallRates: true,
  ...extra,
});
const inAugust = <T extends object>(list: readonly T[]) =>
  list.map((child) => ({ ...child, period: AUGUST }));

describe('by hand', () => {
  const members = [
    ...repeat(30, 0, { stunting: 'none' }),
    ...repeat(10, 0, { stunting: 'severe' }),
    ...repeat(20, 2, { stunting: 'moderate' }),
    ...inAugust(repeat(40, 2, { stunting: 'none' })),
  ];
  const table = tableOf(members, SHAPE, { periods: [JULY, AUGUST] });
  const dataset = datasetOf({
    villagesPerDistrict: SHAPE,
    tables: [table],
    periods: [JULY, AUGUST],
    notReported: [5, 6],
  });

  test('a month not reported is a gap that says so', () => {
    const { areas, districts, city } = seriesOf(dataset, asked(), [JULY, AUGUST], at(0));
    expect(areas[0]!.value).toEqual(Float64Array.of(0.25, Number.NaN));
    expect(Array.from(areas[0]!.status)).toEqual([CellStatus.observed, CellStatus.notReported]);
    expect(areas[0]!.numerator).toEqual(Float64Array.of(10, Number.NaN));
    expect(districts[0]!.status[1]).toBe(CellStatus.notReported);
    expect(city.value).toEqual(Float64Array.of(0.5, 0));
    expect(city.denominator).toEqual(Float64Array.of(60, 40));
  });

  test('a rate over few children keeps its counts and interval, and has no value unless asked for', () => {
    const few = seriesOf(dataset, asked({ showSmallRates: false }), [JULY], at(2)).areas[0]!;
    expect(few.status[0]).toBe(CellStatus.tooFew);
    expect(few.value[0]).toBeNaN();
    expect(few.denominator[0]).toBe(20);
    expect(few.low[0]).toBeGreaterThan(0.8);
    expect(seriesOf(dataset, asked(), [JULY], at(2)).areas[0]!.value[0]).toBe(1);
  });

  test('a period the dataset does not hold is all gaps', () => {
    const { city, areas } = seriesOf(dataset, asked(), ['2027-01' as Period], at(0));
    expect([city.status[0], areas[0]!.status[0]]).toEqual([CellStatus.notReported, CellStatus.notReported]);
  });

  test('coverage has no interval', () => {
    const { areas } = seriesOf(dataset, asked({ indicator: 'coverage' }), [JULY], at(0));
    expect(areas[0]!.value[0]).toBe(0.5);
    expect(areas[0]!.low[0]).toBeNaN();
  });
});

test('every point is what tabulate and measureOf say of its period', () => {
  fc.assert(
    fc.property(
      children(5),
      filterOn(CHILD_DIMENSIONS),
      fc.constantFrom<Filters['districts']>([], [areaCode('d1')]),
      fc.constantFrom('village', 'district') as fc.Arbitrary<'village' | 'district'>,
      fc.constantFrom('rate', 'count') as fc.Arbitrary<'rate' | 'count'>,
      (members, classes, districts, level, measure) => {
        const table = tableOf([...members, ...inAugust(members.slice(3))], SHAPE, {
          periods: [JULY, AUGUST],
        });
        const dataset = datasetOf({ villagesPerDistrict: SHAPE, tables: [table], periods: [JULY, AUGUST] });
        const question = asked({ filters: { classes, districts }, level, measure, showSmallRates: false });
        const areas = at(1, 0);
        const series = seriesOf(dataset, question, [AUGUST, JULY], areas);
        for (const [p, period] of [AUGUST, JULY].entries()) {
          const full = { ...question, period };
          const expected = measureOf(
            tabulate(dataset, full),
            indicatorOf(dataset, question.indicator),
            question,
          );
          for (const [row, i] of areas.entries()) {
            const line = series.areas[row]!;
            expect([line.value[p], line.status[p], line.low[p], line.high[p]]).toEqual([
              expected.value[i],
              expected.status[i],
              expected.low[i],
              expected.high[i],
            ]);
          }
          const { city, districts: totals } = tabulateTotals(dataset, full);
          expect(series.city.numerator[p]).toBe(city.numerator);
          expect(series.districts.map((line) => line.denominator[p])).toEqual(
            totals.map((total) => total.denominator),
          );
        }
      },
    ),
    { numRuns: 40 },
  );
});
