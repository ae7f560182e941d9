import fc from 'fast-check';
import type { Polygon, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { mergedOutline, outlineRings } from '#core/merged-outline.ts';

const SIDE = 5;
const DEGREES = 0.01;

/** A square of a grid, turning either way and beginning at any corner. */
function square(cell: number, turn = 0): Polygon {
  const x = 123.5 + (cell % SIDE) * DEGREES;
  const y = -10.2 + Math.floor(cell / SIDE) * DEGREES;
  const corners: Position[] = [
    [x, y],
    [x + DEGREES, y],
    [x + DEGREES, y + DEGREES],
    [x, y + DEGREES],
  ];
  if (turn >= 4) corners.reverse();
  const around = [0, 1, 2, 3, 4].map((k) => corners[(k + turn) % 4]!);
  return { type: 'Polygon', coordinates: [around] };
}

/** Sides of the squares that no other of them shares, counted by hand. */
function freeSides(cells: readonly number[]): number {
  const has = new Set(cells);
  return cells.reduce((sum, cell) => {
    const beside = [
      cell % SIDE > 0 && has.has(cell - 1),
      cell % SIDE < SIDE - 1 && has.has(cell + 1),
      has.has(cell - SIDE),
      has.has(cell + SIDE),
    ];
    return sum + beside.filter((taken) => !taken).length;
  }, 0);
}

function surfaceOf(rings: readonly Position[][]): number {
  return rings.reduce((sum, ring) => {
    let doubled = 0;
    for (let k = 0; k + 1 < ring.length; k++)
      doubled += ring[k]![0]! * ring[k + 1]![1]! - ring[k + 1]![0]! * ring[k]![1]!;
    return sum + doubled / 2;
  }, 0);
}

const cells = fc.uniqueArray(fc.nat(SIDE * SIDE - 1), { minLength: 1 });
const turns = fc.array(fc.nat(7), { minLength: SIDE * SIDE, maxLength: SIDE * SIDE });

describe('outlineRings', () => {
  it('keeps the border of one area and the border between none', () => {
    expect(outlineRings([])).toEqual([]);
    expect(outlineRings([square(0)])[0]).toHaveLength(5);
    expect(outlineRings([square(0), square(1)])).toHaveLength(1);
    expect(outlineRings([square(0), square(2)])).toHaveLength(2);
  });

  it('goes around a hole that the areas leave, the other way', () => {
    const around = [0, 1, 2, 5, 7, 10, 11, 12].map((cell) => square(cell));
    const [outer, hole] = outlineRings(around).sort((a, b) => b.length - a.length);
    expect(surfaceOf([outer!])).toBeCloseTo(9 * DEGREES ** 2, 9);
    expect(surfaceOf([hole!])).toBeCloseTo(-(DEGREES ** 2), 9);
  });

  it('leaves every free side once, closed, however the areas turn and in any order', () => {
    fc.assert(
      fc.property(cells, turns, (chosen, turn) => {
        const rings = outlineRings(chosen.map((cell) => square(cell, turn[cell])));
        for (const ring of rings) expect(ring.at(-1)).toEqual(ring[0]);
        const sides = rings.reduce((sum, ring) => sum + ring.length - 1, 0);
        expect(sides).toBe(freeSides(chosen));
        expect(surfaceOf(rings)).toBeCloseTo(chosen.length * DEGREES ** 2, 9);
      }),
    );
  });
});

describe('mergedOutline', () => {
  it('nests holes in the ring around them and parts side by side', () => {
    const around = [0, 1, 2, 5, 7, 10, 11, 12].map((cell) => square(cell));
    expect(mergedOutline(around).coordinates).toHaveLength(2);
    const apart = mergedOutline([...around, square(24)]);
    expect(apart.type).toBe('MultiPolygon');
    expect(apart.coordinates.map((polygon) => polygon.length)).toEqual([2, 1]);
  });
});
