import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ageSexProfile } from '#core/age-sex.ts';
import type { AreaIndex } from '#core/area.ts';
import { CellStatus } from '#core/area-table.ts';
import { CHILD_DIMENSIONS } from '#core/dimension.ts';
import { wilsonInterval } from '#core/rates.ts';
import { NO_FILTERS } from '#core/view.ts';
import { children, datasetOf, JULY, repeat, tableOf } from './small-city.ts';

const SHAPE = [2, 3];
const at = (...areas: number[]) => areas as AreaIndex[];
const QUESTION = {
  level: 'village',
  indicator: 'stunting',
  period: JULY,
  filters: NO_FILTERS,
  measure: 'rate',
  showSmallRates: true,
} as const;

describe('by hand', () => {
  const members = [
    ...repeat(3, 0, { sex: 'male', age: '0-5', stunting: 'severe' }),
    ...repeat(7, 0, { sex: 'male', age: '0-5', stunting: 'none' }),
    ...repeat(4, 1, { sex: 'male', age: '0-5', stunting: 'none' }),
    ...repeat(5, 0, { sex: 'female', age: '36-59', stunting: 'moderate' }),
  ];
  const dataset = datasetOf({ villagesPerDistrict: SHAPE, tables: [tableOf(members, SHAPE)] });
  const find = (cells: ReturnType<typeof ageSexProfile>, age: string, sex: string) =>
    cells?.find((cell) => cell.age === age && cell.sex === sex);

  test('n, N, rate and interval of the areas chosen together', () => {
    const boys = find(ageSexProfile(dataset, QUESTION, at(0, 1)), '0-5', 'male');
    expect(boys).toMatchObject({ numerator: 3, denominator: 14, value: 3 / 14, status: CellStatus.observed });
    expect([boys!.low, boys!.high]).toEqual(wilsonInterval(3, 14));
    expect(find(ageSexProfile(dataset, QUESTION, at(0)), '0-5', 'male')!.denominator).toBe(10);
  });

  test('nobody of the age is no denominator, not 0 %', () => {
    const girls = find(ageSexProfile(dataset, QUESTION, at(0)), '0-5', 'female');
    expect(girls).toMatchObject({ denominator: 0, status: CellStatus.noDenominator });
    expect(girls!.value).toBeNaN();
  });

  test('a filter on sex leaves its cells only', () => {
    const filters = { ...NO_FILTERS, classes: { sex: ['female'] } };
    const cells = ageSexProfile(dataset, { ...QUESTION, filters }, []);
    expect(new Set(cells?.map(({ sex }) => sex))).toEqual(new Set(['female']));
    expect(find(cells, '36-59', 'female')!.value).toBe(1);
  });

  test('null for coverage, and where no table crosses age and sex', () => {
    expect(ageSexProfile(dataset, { ...QUESTION, indicator: 'coverage' }, [])).toBeNull();
    const partial = datasetOf({
      villagesPerDistrict: SHAPE,
      tables: [tableOf(members, SHAPE, { dimensions: ['sex', 'stunting'] })],
    });
    expect(ageSexProfile(partial, QUESTION, [])).toBeNull();
  });

  test('a hidden cell of one area hides the sum, never shrinks it', () => {
    const hide = ({ area, count }: { readonly area: number; readonly count: number }) =>
      area === 1 && count > 0;
    const hidden = datasetOf({
      villagesPerDistrict: SHAPE,
      tables: [tableOf(members, SHAPE, { hide })],
      tier: 'release',
    });
    expect(find(ageSexProfile(hidden, QUESTION, at(0, 1)), '0-5', 'male')!.status).toBe(
      CellStatus.suppressed,
    );
    expect(find(ageSexProfile(hidden, QUESTION, at(0)), '0-5', 'male')!.numerator).toBe(3);
  });
});

test('over all villages the cells sum to the children of known class', () => {
  fc.assert(
    fc.property(children(5), (members) => {
      const dataset = datasetOf({
        villagesPerDistrict: SHAPE,
        tables: [tableOf(members, SHAPE, { dimensions: CHILD_DIMENSIONS })],
      });
      for (const areas of [[], at(0, 1, 2, 3, 4)]) {
        const cells = ageSexProfile(dataset, QUESTION, areas)!;
        const sum = cells.reduce((total, cell) => total + cell.denominator, 0);
        expect(sum).toBe(members.filter(({ classes }) => classes.stunting !== 'unknown').length);
      }
    }),
    { numRuns: 25 },
  );
});
