import { readFileSync } from 'node:fs';
import { pointOnFeature } from '@turf/point-on-feature';
import type { Feature, FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import type { LonLat } from '#core/area.ts';
import { type Direction, neighborInDirection } from '#map/area-cursor.ts';
import { sharedPath } from '#tests/shared-data.ts';

type Village = Feature<Polygon | MultiPolygon>;
const DIRECTIONS: readonly Direction[] = ['left', 'right', 'up', 'down'];

/** By area, those that have a vertex in common with it, to about 11 m. */
function touching(features: readonly Village[]): readonly ReadonlySet<number>[] {
  const users = new Map<string, Set<number>>();
  features.forEach(({ geometry }, i) => {
    const rings = geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
    for (const [x = 0, y = 0] of rings.flat()) {
      const place = `${x.toFixed(4)},${y.toFixed(4)}`;
      users.set(place, (users.get(place) ?? new Set()).add(i));
    }
  });
  const neighbors = features.map(() => new Set<number>());
  for (const together of users.values())
    for (const a of together) for (const b of together) if (a !== b) neighbors[a]?.add(b);
  return neighbors;
}

describe('walking over real areas with the arrow keys', () => {
  it.each([
    'kupang-hdx-bps2020',
    'kupang-cahyadsn-clean',
    'bogor-3201-cahyadsn',
    'kotawaringin-barat-6201-hdx-bps2020',
  ])('%s: three steps in four, or more, go to an area that touches', (name) => {
    const path = sharedPath(`boundaries/${name}.geojson`);
    if (path === null) return;
    const { features } = JSON.parse(readFileSync(path, 'utf8')) as FeatureCollection<Polygon | MultiPolygon>;
    const points = features.map((feature): LonLat => {
      const [x = 0, y = 0] = pointOnFeature(feature).geometry.coordinates;
      return [x, y];
    });
    const neighbors = touching(features);
    const steps = points.flatMap((_, from) =>
      DIRECTIONS.map((direction) => [from, neighborInDirection(points, from, direction)] as const),
    );
    const moved = steps.filter(([from, to]) => to !== from);
    const touched = moved.filter(([from, to]) => to !== null && neighbors[from]?.has(to));
    expect(touched.length / moved.length).toBeGreaterThan(0.75);
  });
});
