import fc from 'fast-check';
import type { Polygon, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import type { AreaCode, LonLat } from '#core/area.ts';
import { AreaLocator, isWithin } from '#core/area-locator.ts';
import type { BoundaryCollection } from '#core/boundary.ts';
import type { PlaceLayer } from '#core/places.ts';
import { countServices, locateLayer, servicesIn } from '#core/service-count.ts';

const SIDE = 4;
const WEST = 123.5;
const SOUTH = -10.2;
const DEGREES = 0.01;
const edge = (from: number, k: number) => from + k * DEGREES;

/** A square of a grid; the corners of neighbors are the very same numbers. Every other ring turns the other way. */
function square(cell: number): Polygon {
  const [column, row] = [cell % SIDE, Math.floor(cell / SIDE)];
  const [west, east] = [edge(WEST, column), edge(WEST, column + 1)];
  const [south, north] = [edge(SOUTH, row), edge(SOUTH, row + 1)];
  const ring: Position[] = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return { type: 'Polygon', coordinates: [cell % 2 ? ring.reverse() : ring] };
}

const grid: BoundaryCollection = {
  type: 'FeatureCollection',
  features: Array.from({ length: SIDE * SIDE }, (_, index) => ({
    type: 'Feature',
    properties: { index, code: String(index) as AreaCode, name: String(index) },
    geometry: square(index),
  })),
};
const middles = grid.features.map(
  (_, k): LonLat => [edge(WEST, (k % SIDE) + 0.5), edge(SOUTH, Math.floor(k / SIDE) + 0.5)],
);
const locator = new AreaLocator(grid);

describe('AreaLocator', () => {
  it('puts every point of the grid into exactly one square, borders and corners included', () => {
    const steps = fc.integer({ min: 0, max: 4 * SIDE });
    fc.assert(
      fc.property(steps, steps, (across, up) => {
        const point: LonLat = [edge(WEST, across / 4), edge(SOUTH, up / 4)];
        const holding = grid.features.filter(({ geometry }) => isWithin(geometry, point));
        const inner = across < 4 * SIDE && up < 4 * SIDE;
        expect(holding).toHaveLength(inner ? 1 : 0);
        // The outer border belongs to the areas as well.
        expect(locator.areaAt(point)).not.toBeNull();
      }),
    );
  });

  it('finds the square by hand, and nothing outside', () => {
    expect(locator.areaAt([edge(WEST, 1.5), edge(SOUTH, 2.5)])).toBe(9);
    expect(locator.areaAt([edge(WEST, -0.1), edge(SOUTH, 1)])).toBeNull();
    expect(locator.areaAt([edge(WEST, 1), edge(SOUTH, 4.01)])).toBeNull();
  });

  it('knows what a zone reaches, and not what it only touches', () => {
    expect(locator.areasUnder(square(5), middles)).toEqual([5]);
    const narrow: Polygon = {
      type: 'Polygon',
      coordinates: [
        [
          [edge(WEST, 0.6), edge(SOUTH, 0.2)],
          [edge(WEST, 2.4), edge(SOUTH, 0.2)],
          [edge(WEST, 2.4), edge(SOUTH, 0.4)],
          [edge(WEST, 0.6), edge(SOUTH, 0.4)],
          [edge(WEST, 0.6), edge(SOUTH, 0.2)],
        ],
      ],
    };
    expect(locator.areasUnder(narrow, middles)).toEqual([0, 1, 2]);
  });
});

describe('services by area', () => {
  const layer: PlaceLayer = {
    id: 'a',
    title: null,
    kind: 'posyandu',
    source: 'a.csv',
    form: 'points',
    places: [
      { name: 'Mawar', point: middles[0]! },
      { name: 'Melati', point: middles[0]! },
      { name: '', point: middles[7]! },
      { name: 'Laut', point: [120, -8] },
    ],
  };
  const located = locateLayer(layer, locator, middles);

  it('counts by area and by group, and says what lies outside', () => {
    expect(Array.from(countServices(located, SIDE * SIDE, null)).slice(0, 8)).toEqual([
      2, 0, 0, 0, 0, 0, 0, 1,
    ]);
    expect(
      Array.from(
        countServices(
          located,
          2,
          Uint32Array.from(grid.features, (_, i) => i % 2),
        ),
      ),
    ).toEqual([2, 1]);
    expect(located.outside).toBe(1);
    expect(servicesIn(located, 0, null)).toEqual(['Mawar', 'Melati']);
  });

  it('counts a zone once in a group, however many of its areas it reaches', () => {
    const zone: PlaceLayer = { ...layer, form: 'zones', places: [{ name: 'KB', geometry: square(0) }] };
    const wide = { ...locateLayer(zone, locator, middles), areasOf: [[0, 1, 2]] as never };
    expect(Array.from(countServices(wide, 2, new Uint32Array(SIDE * SIDE)))).toEqual([1, 0]);
  });
});
