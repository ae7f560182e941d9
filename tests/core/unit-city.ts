import type { Dataset } from '#core/dataset.ts';
import type { Period } from '#core/period.ts';
import { type Child, datasetOf, JULY, tableOf } from './small-city.ts';

export const YEAR = '2026' as Period;

/** So many of the first village, of one decile. */
export const counted = (poverty: string, count: number): readonly Child[] =>
  Array.from({ length: count }, () => ({ village: 0, period: YEAR, classes: { poverty } }));

/** Two villages: children of July in both, families of the year in the first. */
export function unitCity({
  families = [counted('1', 12), counted('5+', 28)],
}: {
  readonly families?: readonly (readonly Child[])[];
} = {}): Dataset {
  const shape = [2];
  const children = [0, 1].flatMap((village) =>
    Array.from(
      { length: 10 },
      (_, k): Child => ({
        village,
        classes: { stunting: village === 0 && k < 2 ? 'severe' : 'none' },
      }),
    ),
  );
  const atRisk = Array.from(
    { length: 40 },
    (_, k): Child => ({
      village: 0,
      period: YEAR,
      classes: { risk: k < 20 ? 'at-risk' : 'none' },
    }),
  );
  const family = (members: readonly Child[], dimension: 'poverty' | 'risk') => ({
    ...tableOf(members, shape, { dimensions: [dimension], periods: [YEAR] }),
    id: `family-${dimension}`,
    unit: 'family' as const,
  });
  const own = families.flat();
  const tables = [
    tableOf(children, shape, { dimensions: ['stunting'] }),
    family(own, 'poverty'),
    family(atRisk, 'risk'),
  ];
  const city = datasetOf({ villagesPerDistrict: shape, tables, measured: [10, 10] });
  return {
    ...city,
    manifest: {
      ...city.manifest,
      periods: [
        { id: JULY, complete: true, units: ['child'] },
        { id: YEAR, complete: false, units: ['family'] },
      ],
      tables: tables.map(({ id, level, dimensions, ...table }) => ({
        id,
        level,
        dimensions,
        ...('unit' in table ? { unit: 'family' as const } : {}),
      })),
    },
    unitCoverage: {
      family: {
        periods: [YEAR],
        areas: 2,
        target: Float64Array.of(Number.NaN, Number.NaN),
        measured: Float64Array.of(own.length, Number.NaN),
        status: Uint8Array.of(0, 1),
      },
    },
  };
}
