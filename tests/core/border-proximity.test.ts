import fc from 'fast-check';
import type { Position } from 'geojson';
import { describe, expect, test } from 'vitest';
import { nearBorders } from '#core/border-proximity.ts';
import { outlineOf } from '#core/outline.ts';
import type { DistanceMetric } from '#core/spatial-weights.ts';

function drained<Result>(work: Generator<number, Result>): Result {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}

/** The length of each area's outline near each other's, by `from-to`. */
function near(rings: readonly Position[][], tolerance: number, metric: DistanceMetric = 'euclidean') {
  const features = rings.map((ring) => ({ geometry: { type: 'Polygon' as const, coordinates: [ring] } }));
  const outline = drained(outlineOf({ features }, metric));
  const segments = Uint32Array.from(outline.area.keys()).filter((i) => outline.area[i]! >= 0);
  const found = drained(nearBorders(outline, segments, tolerance));
  const lengths: Record<string, number> = {};
  for (let p = 0; p < found.size; p++) lengths[`${found.from[p]}-${found.to[p]}`] = found.length[p]!;
  return lengths;
}

const box = (x: number, y: number, width = 1, height = width): Position[] => [
  [x, y],
  [x + width, y],
  [x + width, y + height],
  [x, y + height],
];

describe('boxes', () => {
  test('side by side: the side, and around its corners as far as the tolerance reaches', () => {
    const around = Math.sqrt(0.1 ** 2 - 0.06 ** 2);
    const found = near([box(0, 0, 10), box(10.06, 0, 10)], 0.1);
    expect(found['0-1']).toBeCloseTo(10 + 2 * 0.04, 6);
    expect(found['1-0']).toBeCloseTo(found['0-1']!, 6);
    const shifted = near([box(0, 0, 10), box(10.06, 5, 10)], 0.1);
    expect(shifted['0-1']).toBeCloseTo(5 + around + 0.04, 6);
  });

  test('two segments of the other side that overlap count once', () => {
    const bent = [...box(10.05, 0, 10).slice(0, 3), [10.05, 10], [10.05, 3], [10.05, 4]];
    expect(near([box(0, 0, 10), bent], 0.1)['0-1']).toBeCloseTo(10.1, 6);
  });

  test('a point within the tolerance is a contact, one beyond is none', () => {
    const diagonal = (gap: number) => near([box(0, 0), box(1 + gap, 1 + gap)], 0.1);
    expect(Object.keys(diagonal(0.0705))).toEqual(['0-1', '1-0']);
    expect(diagonal(0.071)).toEqual({});
  });

  test('meters, longitudes shortened at 60 degrees north', () => {
    const twentyFiveMetersEast = (25 / 111_195.08) * 2;
    const rings = [box(0, 60, 0.1), box(0.1 + twentyFiveMetersEast, 60, 0.1)];
    expect(near(rings, 24, 'haversine')).toEqual({});
    expect(near(rings, 26, 'haversine')['0-1']).toBeGreaterThan(11_119);
  });
});

/** From a point to the nearest of a ring's segments. */
function distanceTo(ring: readonly Position[], x: number, y: number): number {
  return Math.min(
    ...ring.map(([ax, ay], k) => {
      const [bx, by] = ring[(k + 1) % ring.length] as [number, number];
      const [dx, dy] = [bx - ax!, by - ay!];
      const share = Math.min(1, Math.max(0, ((x - ax!) * dx + (y - ay!) * dy) / (dx * dx + dy * dy)));
      return Math.hypot(ax! + share * dx - x, ay! + share * dy - y);
    }),
  );
}

const coordinate = fc.integer({ min: 0, max: 40 });
const triangles = fc
  .uniqueArray(fc.tuple(coordinate, coordinate), { minLength: 3, maxLength: 3, selector: String })
  .map((corners): Position[] => corners.map(([x, y]) => [x, y]));

test('any two triangles: as measured at a thousand points of each side', () => {
  const samples = 1000;
  fc.assert(
    fc.property(triangles, triangles, fc.constantFrom(0.5, 2, 7), (one, other, tolerance) => {
      let expected = 0;
      one.forEach(([ax, ay], k) => {
        const [bx, by] = one[(k + 1) % 3] as [number, number];
        const length = Math.hypot(bx - ax!, by - ay!);
        for (let s = 0; s < samples; s++) {
          const share = (s + 0.5) / samples;
          const [x, y] = [ax! + share * (bx - ax!), ay! + share * (by - ay!)];
          if (distanceTo(other, x, y) <= tolerance) expected += length / samples;
        }
      });
      expect(Math.abs((near([one, other], tolerance)['0-1'] ?? 0) - expected)).toBeLessThan(0.5);
    }),
    { numRuns: 100 },
  );
});
