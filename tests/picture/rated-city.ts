import type { BoundaryCollection } from '#core/boundary.ts';
import type { Period } from '#core/period.ts';
import type { Atlas } from '#picture/atlas.ts';
import { type Child, datasetOf, JULY, tableOf } from '#tests/core/small-city.ts';

const VILLAGES = [2, 3] as const;
const NONE: BoundaryCollection = { type: 'FeatureCollection', features: [] };

/** Of `all` children the first ones short, the first ones thin, the first ones of the first decile. */
export function village(
  index: number,
  all: number,
  short: number,
  thin: number,
  poor: number,
  period: Period = JULY,
): readonly Child[] {
  return Array.from({ length: all }, (_, k) => ({
    village: index,
    period,
    classes: {
      stunting: k < short ? 'moderate' : 'none',
      wasting: k < thin ? 'moderate' : 'none',
      underweight: 'none',
      poverty: k < poor ? '1' : '3',
      sex: 'male',
      age: '12-23',
    },
  }));
}

/** v0: 20, 10, 20 %. v1: 30, 4, 10 %. v2: 50, 2, 40 %. v3: ten children. v4: not reported. */
export function ratedCity(): Atlas {
  const children = [
    ...village(0, 100, 20, 10, 20),
    ...village(1, 100, 30, 4, 10),
    ...village(2, 100, 50, 2, 40),
    ...village(3, 10, 5, 5, 5),
  ];
  const dataset = datasetOf({
    villagesPerDistrict: VILLAGES,
    tables: [tableOf(children, VILLAGES)],
    periods: [JULY],
    notReported: [4],
  });
  const { manifest, territory, coverage } = dataset;
  const boundaries = { villages: NONE, districts: NONE };
  return { manifest, territory, coverage, boundaries, dataset, first: null };
}
