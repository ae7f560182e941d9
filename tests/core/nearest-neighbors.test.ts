import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LonLat } from '#core/area.ts';
import { bandGraph, nearestGraph } from '#core/nearest-neighbors.ts';
import { PointTree } from '#core/point-tree.ts';
import { type DistanceMetric, type NeighborGraph, neighborLists } from '#core/spatial-weights.ts';
import { sharedPath } from '#tests/shared-data.ts';

function listsOf(work: Generator<number, NeighborGraph>): number[][] {
  for (;;) {
    const { done, value } = work.next();
    if (done) return neighborLists(value);
  }
}
const nearest = (...of: Parameters<typeof nearestGraph>) => listsOf(nearestGraph(...of));
const band = (...of: Parameters<typeof bandGraph>) => listsOf(bandGraph(...of));

interface Points {
  readonly x: number[];
  readonly y: number[];
}
const zip = (x: readonly number[], y: readonly number[]): LonLat[] => x.map((value, i) => [value, y[i]!]);
const sorted = (lists: readonly number[][]) => lists.map((list) => list.toSorted((a, b) => a - b));
const read = (path: string) => JSON.parse(readFileSync(sharedPath(path)!, 'utf8'));

describe('as spdep and brute force', () => {
  test.skipIf(sharedPath('vectors/weights_knn/expected.json') === null)(
    '400 points, and the date line',
    () => {
      const { lon, lat, knn, dateline } = read('vectors/weights_knn/expected.json');
      for (const k of [1, 4, 6, 8]) expect(nearest(zip(lon, lat), k, 'haversine')).toEqual(sorted(knn[k]));
      expect(nearest(zip(dateline.lon, dateline.lat), 2, 'haversine')).toEqual(sorted(dateline.knn2));
    },
  );

  for (const [set, scheme, k, metric] of [
    ['columbus', 'knn4', 4, 'euclidean'],
    ['nc_sids', 'knn4', 4, 'euclidean'],
    ['nc_sids', 'knn6', 6, 'euclidean'],
    ['nc_sids', 'knn4_greatcircle', 4, 'haversine'],
    ['synth51', 'knn4', 4, 'euclidean'],
  ] as const) {
    const path = `vectors/${set}/neighbors.json`;
    test.skipIf(sharedPath(path) === null)(`${set} ${scheme}`, () => {
      const { weights, points } = read(path) as { weights: Record<string, number[][]>; points: Points };
      expect(nearest(zip(points.x, points.y), k, metric)).toEqual(sorted(weights[scheme]!));
    });
  }
});

const synth = 'vectors/synth51/neighbors.json';
test.skipIf(sharedPath(synth) === null)('spdep measures on the ellipsoid: two areas of 51 differ', () => {
  const { weights, points } = read(synth) as { weights: Record<string, number[][]>; points: Points };
  const own = nearest(zip(points.x, points.y), 4, 'haversine');
  const theirs = sorted(weights.knn4_greatcircle!);
  const differing = own.flatMap((list, i) => (String(list) === String(theirs[i]) ? [] : [i]));
  expect(differing).toEqual([11, 19]);
});

test('ties go to the lower index, whatever the order of the points', () => {
  const lattice = (order: readonly number[]) => order.map((cell): LonLat => [cell % 5, Math.floor(cell / 5)]);
  const cells = Array.from({ length: 25 }, (_, i) => i);
  expect(nearest(lattice(cells), 2, 'euclidean')[12]).toEqual([7, 11]);
  expect(nearest(lattice(cells), 2, 'haversine')[10]).toEqual([5, 11]);
  expect(nearest(lattice(cells), 2, 'haversine')[2]).toEqual([1, 3]);
  expect(nearest(lattice(cells.toReversed()), 2, 'euclidean')[12]).toEqual([7, 11]);
});

test('all others where there are too few, none for a point that is nowhere', () => {
  const points: LonLat[] = [
    [0, 0],
    [Number.NaN, 0],
    [1, 0],
    [0, 0],
  ];
  expect(nearest(points, 9, 'haversine')).toEqual([[2, 3], [], [0, 3], [0, 2]]);
  expect(band(points, 1, 'euclidean')).toEqual([[2, 3], [], [0, 3], [0, 2]]);
  expect(band(points, 0, 'haversine')).toEqual([[3], [], [], [0]]);
  expect(nearest([], 1, 'euclidean')).toEqual([]);
  expect(() => nearest(points, 0, 'euclidean')).toThrow('nearest');
  expect(() => band(points, Number.NaN, 'euclidean')).toThrow('band');
});

test('kilometers: a degree of the equator is 111.195', () => {
  const points: LonLat[] = [
    [179.5, 0],
    [-179.5, 0],
    [-178.5, 0],
  ];
  expect(band(points, 111.1, 'haversine')).toEqual([[], [], []]);
  expect(band(points, 111.2, 'haversine')).toEqual([[1], [0, 2], [1]]);
  expect(band(points, 30_000, 'haversine')).toEqual([
    [1, 2],
    [0, 2],
    [0, 1],
  ]);
});

const pointSets = fc.array(fc.tuple(fc.integer({ min: -180, max: 180 }), fc.integer({ min: -90, max: 90 })), {
  minLength: 1,
  maxLength: 60,
});

test('any points with many ties: as comparing all with all', () => {
  fc.assert(
    fc.property(pointSets, fc.integer({ min: 1, max: 8 }), fc.constantFrom('haversine', 'euclidean'), check),
    { numRuns: 200 },
  );
});

function check(points: LonLat[], k: number, metric: DistanceMetric): void {
  const tree = new PointTree(points, metric);
  const limit = metric === 'haversine' ? 2000 : 20;
  const all = points.map((_, i) =>
    points
      .map((_other, j) => ({ j, measure: tree.between(i, j) }))
      .filter(({ j }) => j !== i)
      .sort((a, b) => a.measure - b.measure || a.j - b.j),
  );
  expect(nearest(points, k, metric)).toEqual(sorted(all.map((row) => row.slice(0, k).map(({ j }) => j))));
  const within = all.map((row) => row.filter(({ measure }) => tree.distanceOf(measure) <= limit));
  expect(band(points, limit, metric)).toEqual(sorted(within.map((row) => row.map(({ j }) => j))));
}
