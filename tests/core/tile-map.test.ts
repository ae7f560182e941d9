import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areaCode } from '#core/area.ts';
import { type TiledArea, tileMap } from '#core/tile-map.ts';

const MIDDLE = [118, -2.5] as const;
const area = (district: number, village: number): TiledArea => ({
  code: areaCode(`53.71.${String(district).padStart(2, '0')}.${1000 + village}`),
  districtCode: areaCode(`53.71.${String(district).padStart(2, '0')}`),
});
const places = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 40 })), {
    minLength: 1,
    maxLength: 120,
    selector: ([district, village]) => `${district} ${village}`,
  })
  .map((pairs) => pairs.map(([district, village]) => area(district, village)));

const centers = (map: ReturnType<typeof tileMap>) =>
  map.tiles.map(({ coordinates: [ring = []] }) => {
    const corners = ring.slice(0, 6);
    return [0, 1].map((axis) => corners.reduce((sum, corner) => sum + corner[axis]! / 6, 0)) as [
      number,
      number,
    ];
  });
const distance = ([ax, ay]: readonly number[], [bx, by]: readonly number[]): number =>
  Math.hypot(ax! - bx!, ay! - by!);

describe('a map of tiles', () => {
  it('gives every area a tile of its own, apart from all others', () => {
    fc.assert(
      fc.property(places, (areas) => {
        const map = tileMap(areas, MIDDLE);
        const all = centers(map);
        expect(map.tiles).toHaveLength(areas.length);
        // The circles within two tiles of this size meet at sqrt(3) times the radius; drawn ones are smaller.
        for (const [i, one] of all.entries())
          for (const other of all.slice(i + 1))
            expect(distance(one, other)).toBeGreaterThan(Math.sqrt(3) * 0.01 * 0.999);
      }),
      { numRuns: 30 },
    );
  });

  it('keeps the areas of a district nearer to its middle than those of any other district', () => {
    const areas = [1, 2, 3, 4].flatMap((d) => Array.from({ length: 9 }, (_, v) => area(d, v + 1)));
    const map = tileMap(areas, MIDDLE);
    for (const [i, at] of centers(map).entries()) {
      const [nearest] = [...map.blocks].sort((a, b) => distance(a.center, at) - distance(b.center, at));
      expect(nearest?.districtCode).toBe(areas[i]?.districtCode);
    }
  });

  it('is the same for the same areas in any order', () => {
    fc.assert(
      fc.property(places, (areas) => {
        const there = tileMap(areas, MIDDLE);
        const back = tileMap([...areas].reverse(), MIDDLE);
        expect([...back.tiles].reverse()).toEqual(there.tiles);
      }),
      { numRuns: 30 },
    );
  });

  it('lies around the place named', () => {
    const areas = Array.from({ length: 51 }, (_, k) => area((k % 6) + 1, k));
    const xs = centers(tileMap(areas, MIDDLE)).map(([x]) => x);
    const ys = centers(tileMap(areas, MIDDLE)).map(([, y]) => y);
    expect((Math.min(...xs) + Math.max(...xs)) / 2).toBeCloseTo(118, 1);
    expect((Math.min(...ys) + Math.max(...ys)) / 2).toBeCloseTo(-2.5, 1);
    expect(tileMap([], MIDDLE)).toEqual({ tiles: [], blocks: [] });
  });
});
