import { readFileSync } from 'node:fs';
import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import { describe, expect, test } from 'vitest';
import { type AreaIndex, areaCode, type LonLat } from '#core/area.ts';
import type { BoundaryCollection, BoundaryFeature } from '#core/boundary.ts';
import { createNeighborFinder } from '#core/neighbors.ts';
import { sharedPath } from '#tests/shared-data.ts';

const index = (i: number) => i as AreaIndex;

function square(i: number, x: number, y: number, size = 1): BoundaryFeature {
  const ring = [
    [x, y],
    [x + size, y],
    [x + size, y + size],
    [x, y + size],
    [x, y],
  ];
  return {
    type: 'Feature',
    id: i,
    properties: { index: i, code: areaCode(String(i)), name: String(i) },
    geometry: { type: 'Polygon', coordinates: [ring] },
  };
}

const collect = (features: BoundaryFeature[]): BoundaryCollection => ({
  type: 'FeatureCollection',
  features,
});
const middles = (points: readonly (readonly [number, number])[]): LonLat[] => points.map(([x, y]) => [x, y]);

describe('squares', () => {
  const map = collect([
    square(0, 0, 0),
    square(1, 1, 0),
    square(2, 1, 1),
    square(3, 5, 5),
    { ...square(4, 2.000004, 0), id: 4 },
  ]);
  const find = createNeighborFinder(
    map,
    middles([
      [0.5, 0.5],
      [1.5, 0.5],
      [1.5, 1.5],
      [5.5, 5.5],
      [2.5, 0.5],
    ]),
  );

  test('touch at an edge, at a corner, and across less than the snapping', () => {
    expect(find(index(0))).toEqual({ areas: [1, 2], nearest: false });
    expect(find(index(1))).toEqual({ areas: [0, 2, 4], nearest: false });
  });

  test('an island has the three nearest instead, and says so', () => {
    expect(find(index(3))).toEqual({ areas: [1, 2, 4], nearest: true });
  });

  test('nobody beside an area that does not exist', () => {
    expect(find(index(9)).areas).toEqual([]);
  });

  test('east and west shrink towards the poles', () => {
    const far = collect([
      square(0, 0, 80),
      square(1, 4, 80),
      square(2, 0, 82),
      square(3, 8, 80),
      square(4, 0, 60),
    ]);
    const north = createNeighborFinder(
      far,
      middles([
        [0.5, 80.5],
        [4.5, 80.5],
        [0.5, 82.5],
        [8.5, 80.5],
        [0.5, 60.5],
      ]),
    );
    expect(north(index(0))).toEqual({ areas: [1, 2, 3], nearest: true });
  });
});

const real = sharedPath('boundaries/kupang-cahyadsn-clean.geojson');
test.skipIf(real === null)('in Kupang touching is symmetric and every kelurahan has a neighbor', () => {
  const raw = JSON.parse(readFileSync(real!, 'utf8')) as FeatureCollection<Polygon | MultiPolygon>;
  const features = raw.features.map(
    (feature, i): BoundaryFeature => ({
      ...feature,
      properties: { index: i, code: areaCode(String(i)), name: String(i) },
    }),
  );
  const find = createNeighborFinder(
    collect(features),
    features.map((): LonLat => [123.6, -10.2]),
  );
  const all = features.map((_, i) => find(index(i)));
  expect(all.every(({ areas }) => areas.length > 0)).toBe(true);
  for (const [i, { areas, nearest }] of all.entries()) {
    if (nearest) continue;
    for (const other of areas) expect(all[other]!.areas).toContain(i);
  }
  expect(all.filter(({ nearest }) => nearest).length).toBeLessThan(5);
});
