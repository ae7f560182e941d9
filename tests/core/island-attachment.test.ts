import fc from 'fast-check';
import type { Position } from 'geojson';
import { expect, test } from 'vitest';
import { attachIslands } from '#core/island-attachment.ts';
import { outlineOf } from '#core/outline.ts';
import type { AttachedIsland, DistanceMetric } from '#core/spatial-weights.ts';

function drained<Result>(work: Generator<number, Result>): Result {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}

function attach(rings: readonly Position[][], islands: number[], metric: DistanceMetric): AttachedIsland[] {
  const features = rings.map((ring) => ({ geometry: { type: 'Polygon' as const, coordinates: [ring] } }));
  return drained(attachIslands(drained(outlineOf({ features }, metric)), islands));
}

const box = (x: number, y: number, width = 1, height = width): Position[] => [
  [x, y],
  [x + width, y],
  [x + width, y + height],
  [x, y + height],
];

test('by boundaries, not by middles: a long coast beside a small island', () => {
  const [small, coast, island] = [box(3, 0), box(-100, 2, 104, 50), box(0, 0)];
  expect(attach([small, coast, island], [2], 'euclidean')).toEqual([
    { area: 2, to: 1, kilometers: expect.closeTo(1, 6) },
  ]);
});

test('from the middle of a side to a corner', () => {
  const wedge = [
    [5, 0.5],
    [8, 0],
    [8, 1],
  ];
  expect(attach([box(0, 0, 1), wedge], [0, 1], 'euclidean').map(({ kilometers }) => kilometers)).toEqual([
    expect.closeTo(4, 6),
    expect.closeTo(4, 6),
  ]);
});

test('kilometers on the sphere: a degree east at 60 north is half of one north', () => {
  const [east, north] = [box(1.2, 60, 0.2), box(0, 60.9, 0.2)];
  const [found] = attach([box(0, 60, 0.2), east, north], [0], 'haversine');
  expect(found).toEqual({
    area: 0,
    to: 1,
    kilometers: expect.closeTo(111.19508 * Math.cos((60.1 / 180) * Math.PI), 1),
  });
});

test('across the date line', () => {
  const [found] = attach([box(178, -17), box(-179.5, -17), box(170, -17)], [0], 'haversine');
  expect(found!.to).toBe(1);
});

test('ties go to the lower index; boundaries that cross are at no distance; alone is left out', () => {
  expect(attach([box(4, 0), box(2, 0), box(0, 0)], [1], 'euclidean')[0]!.to).toBe(0);
  expect(attach([box(0, 0, 4), box(1, -1, 1, 9)], [0], 'euclidean')[0]!.kilometers).toBe(0);
  expect(attach([box(0, 0), []], [0, 1], 'euclidean')).toEqual([]);
});

const boxes = fc.array(fc.tuple(...Array.from({ length: 2 }, () => fc.integer({ min: 0, max: 200 }))), {
  minLength: 2,
  maxLength: 40,
});

test('any boxes: as the gaps between them say', () => {
  fc.assert(
    fc.property(boxes, (corners) => {
      const apart = (i: number, j: number): number => {
        const [dx, dy] = [0, 1].map((axis) =>
          Math.max(0, Math.abs(corners[i]![axis]! - corners[j]![axis]!) - 1),
        );
        return Math.hypot(dx!, dy!);
      };
      const found = attach(
        corners.map(([x, y]) => box(x!, y!)),
        [...corners.keys()],
        'euclidean',
      );
      for (const { area, to, kilometers } of found) {
        const least = Math.min(...[...corners.keys()].filter((j) => j !== area).map((j) => apart(area, j)));
        expect(kilometers).toBeCloseTo(least, 5);
        expect(apart(area, to)).toBeCloseTo(least, 5);
      }
      expect(found.length).toBe(corners.length);
    }),
  );
});
