import fc from 'fast-check';
import { expect, test } from 'vitest';
import { polygonCentroid } from '#core/polygon-centroid.ts';

const box = (west: number, south: number, east: number, north: number): number[][] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];

test('a box, a part twice as heavy, a hole', () => {
  expect(polygonCentroid({ type: 'Polygon', coordinates: [box(0, 0, 4, 2)] })).toEqual([2, 1]);
  const parts = [[box(0, 0, 1, 1)], [box(10, 0, 12, 1)]];
  const [x, y] = polygonCentroid({ type: 'MultiPolygon', coordinates: parts });
  expect([x, y]).toEqual([(0.5 + 2 * 11) / 3, 0.5]);
  // 16 less a hole of 4 centered at 3, 1: (16 * 2 - 4 * 3) / 12.
  const [right, up] = polygonCentroid({ type: 'Polygon', coordinates: [box(0, 0, 4, 4), box(2, 0, 4, 2)] });
  expect(right).toBeCloseTo(20 / 12, 14);
  expect(up).toBeCloseTo(28 / 12, 14);
});

test('rings may turn either way, and the hole as its outer ring', () => {
  const rings = [box(0, 0, 4, 4), box(2, 0, 4, 2)];
  const wanted = polygonCentroid({ type: 'Polygon', coordinates: rings });
  for (const turned of [
    [rings[0]!, rings[1]!.toReversed()],
    [rings[0]!.toReversed(), rings[1]!],
  ]) {
    const [x, y] = polygonCentroid({ type: 'Polygon', coordinates: turned });
    expect([x, y].map((at) => at.toFixed(12))).toEqual(wanted.map((at) => at.toFixed(12)));
  }
});

test('no surface: the mean of the vertices; no geometry: none', () => {
  const line = [
    [0, 0],
    [3, 3],
    [0, 0],
  ];
  expect(polygonCentroid({ type: 'Polygon', coordinates: [line] })).toEqual([1, 1]);
  expect(polygonCentroid(null)).toEqual([Number.NaN, Number.NaN]);
  expect(polygonCentroid({ type: 'Polygon', coordinates: [] })).toEqual([Number.NaN, Number.NaN]);
});

test('it moves with its polygon, also far from the origin', () => {
  const side = fc.integer({ min: 1, max: 50 });
  const far = fc.integer({ min: -1e7, max: 1e7 });
  fc.assert(
    fc.property(side, side, far, far, (width, height, x, y) => {
      const moved = polygonCentroid({ type: 'Polygon', coordinates: [box(x, y, x + width, y + height)] });
      expect(moved[0]).toBeCloseTo(x + width / 2, 8);
      expect(moved[1]).toBeCloseTo(y + height / 2, 8);
    }),
    { seed: 4 },
  );
});
