import fc from 'fast-check';
import type { MultiPolygon, Polygon, Position } from 'geojson';
import { describe, expect, test } from 'vitest';
import { sharedBorders } from '#core/contiguity.ts';
import { outlineOf } from '#core/outline.ts';
import type { DistanceMetric } from '#core/spatial-weights.ts';

type Geometry = Polygon | MultiPolygon | null;

function drained<Result>(work: Generator<number, Result>): Result {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}

/** Pairs with their common lengths, and how many segments nothing else has. */
function borders(geometries: readonly Geometry[], metric: DistanceMetric = 'euclidean') {
  const features = geometries.map((geometry) => ({ geometry }));
  const {
    borders: found,
    unmatched,
    matchedLength,
  } = drained(sharedBorders(drained(outlineOf({ features }, metric))));
  const pairs: Record<string, number> = {};
  for (let p = 0; p < found.size; p++) {
    pairs[`${found.from[p]}-${found.to[p]}`] = Number(found.length[p]!.toPrecision(8));
  }
  return { pairs, unmatched: unmatched.length, matchedLength };
}

const polygon = (...coordinates: Position[][]): Polygon => ({ type: 'Polygon', coordinates });
const box = (x: number, y: number, width = 1, height = width): Position[] => [
  [x, y],
  [x + width, y],
  [x + width, y + height],
  [x, y + height],
  [x, y],
];

describe('boxes', () => {
  test('a side is a length, a corner is none', () => {
    const found = borders([polygon(box(0, 0)), polygon(box(1, 0)), polygon(box(1, 1))]);
    expect(found.pairs).toEqual({ '0-1': 1, '0-2': 0, '1-2': 1 });
    expect(found.unmatched).toBe(8);
    expect(found.matchedLength).toBeCloseTo(4, 8);
  });

  test('an enclave borders on what is around it, and a part on what is beside it', () => {
    const around = polygon(box(0, 0, 3), box(1, 1).reverse());
    const parts: MultiPolygon = { type: 'MultiPolygon', coordinates: [[box(1, 1)], [box(3, 0, 1, 3)]] };
    expect(borders([around, parts]).pairs).toEqual({ '0-1': 7 });
  });

  test('unclosed, doubled, reversed and empty rings', () => {
    const unclosed = box(0, 0).slice(0, -1);
    const doubled = box(1, 0).flatMap((position) => [position, position]);
    const others = [
      polygon([]),
      polygon(),
      null,
      polygon([
        [5, 5],
        [6, 6],
      ]),
      polygon(box(0, 1).reverse()),
    ];
    expect(borders([polygon(unclosed), polygon(doubled), ...others]).pairs).toEqual({
      '0-1': 1,
      '0-6': 1,
      '1-6': 0,
    });
  });

  test('parts of one area match each other without being neighbors', () => {
    const parts: MultiPolygon = { type: 'MultiPolygon', coordinates: [[box(0, 0)], [box(1, 0)]] };
    expect(borders([parts])).toMatchObject({ pairs: {}, unmatched: 6 });
  });

  test('across the date line, in meters', () => {
    const [west, east] = [polygon(box(179, 0)), polygon(box(-180, 0))];
    const degree = Number(((6371008.8 * Math.PI) / 180).toPrecision(8));
    expect(borders([west, east], 'haversine').pairs).toEqual({ '0-1': degree });
  });

  test('closer than 1e-7 degrees is one vertex, further is not', () => {
    const at = (x: number) => borders([polygon(box(0, 0)), polygon(box(x, 0))], 'haversine').pairs;
    expect(Object.keys(at(1 + 4e-8))).toEqual(['0-1']);
    expect(at(1 + 6e-8)).toEqual({});
  });
});

/** Cells of a lattice given out to areas: neighbors are known from the lattice. */
const lattices = fc.record({
  width: fc.integer({ min: 1, max: 6 }),
  owners: fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 30 }),
  rotate: fc.integer({ min: 0, max: 3 }),
  reverse: fc.boolean(),
});

test('any cells of a lattice: as counted cell by cell, wherever rings begin and however they turn', () => {
  fc.assert(
    fc.property(lattices, ({ width, owners, rotate, reverse }) => {
      const expected: Record<string, number> = {};
      const parts: Position[][][][] = Array.from({ length: 6 }, () => []);
      owners.forEach((owner, cell) => {
        const [x, y] = [cell % width, Math.floor(cell / width)];
        const ring = box(x, y).slice(0, -1);
        const turned = [...ring.slice(rotate), ...ring.slice(0, rotate)];
        parts[owner]!.push([reverse ? turned.reverse() : turned]);
        owners.slice(0, cell).forEach((other, before) => {
          const [dx, dy] = [Math.abs(x - (before % width)), Math.abs(y - Math.floor(before / width))];
          if (owner === other || dx > 1 || dy > 1) return;
          const pair = owner < other ? `${owner}-${other}` : `${other}-${owner}`;
          expected[pair] = (expected[pair] ?? 0) + (dx + dy === 1 ? 1 : 0);
        });
      });
      const areas = parts.map((coordinates): Geometry => ({ type: 'MultiPolygon', coordinates }));
      expect(borders(areas).pairs).toEqual(expected);
    }),
    { numRuns: 300 },
  );
});
