import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packGeometries } from '#core/packed-boundaries.ts';
import { tileAddress, tilePlace } from '#map/tile-channel.ts';
import { cutTile, groundOf, type TileFeature } from '#map/tile-cutting.ts';
import { LONG_FORM } from '#tests/long-form.ts';
import { crowd } from './squares.ts';

const EXTENT = 8192;
const PIXEL = 16;

function ground(features: readonly { readonly geometry: Parameters<typeof packGeometries>[0][number] }[]) {
  return groundOf(packGeometries(features.map(({ geometry }) => geometry)));
}

/** How often the rings of a feature go around a place. */
function winding({ rings }: TileFeature, x: number, y: number): number {
  let around = 0;
  for (const ring of rings) {
    for (let k = 0; k + 1 < ring.length; k++) {
      const [[ax, ay], [bx, by]] = [ring[k]!, ring[k + 1]!];
      if (ay <= y === by <= y) continue;
      const side = (bx - ax) * (y - ay) - (x - ax) * (by - ay);
      if (by > ay && side > 0) around += 1;
      if (by < ay && side < 0) around -= 1;
    }
  }
  return around;
}

/** Tiles at a zoom that hold any of the places. */
function tilesAround(zoom: number, [west, south, east, north]: readonly [number, number, number, number]) {
  const column = (longitude: number) => Math.floor((longitude / 360 + 0.5) * 2 ** zoom);
  const row = (latitude: number) => {
    const sine = Math.sin((latitude * Math.PI) / 180);
    return Math.floor((0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * 2 ** zoom);
  };
  const tiles: [number, number][] = [];
  for (let x = column(west); x <= column(east); x++)
    for (let y = row(north); y <= row(south); y++) tiles.push([x, y]);
  return tiles;
}

describe('cutting tiles', () => {
  it('colors every pixel of the land, at every zoom and in every tile', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 3, max: 13 }),
        fc.double({ min: 2e-4, max: 0.02, noNaN: true }),
        (zoom, side) => {
          const { boundaries, whole } = crowd(9, side, 3);
          const [areas, outline] = [ground(boundaries.features), ground(whole.boundaries.features)];
          const box = [107, -7, 107 + 12 * side, -7 + 9 * side] as const;
          for (const [x, y] of tilesAround(zoom, box).slice(0, 4)) {
            const [drawn, land] = [cutTile(areas, zoom, x, y), cutTile(outline, zoom, x, y)];
            const [shape] = land;
            if (!shape) continue;
            const across = shape.rings.flat().map(([one]) => one);
            const down = shape.rings.flat().map(([, one]) => one);
            const first = (of: number[]) => PIXEL * Math.floor(Math.max(0, Math.min(...of)) / PIXEL) + 7;
            const last = (of: number[]) => Math.min(EXTENT, Math.max(...of), first(of) + 40 * PIXEL);
            for (let px = first(across); px < last(across); px += PIXEL) {
              for (let py = first(down); py < last(down); py += PIXEL) {
                if (winding(shape, px, py) === 0) continue;
                expect([px, py, drawn.some((one) => winding(one, px, py) !== 0)]).toEqual([px, py, true]);
              }
            }
          }
        },
      ),
      { numRuns: LONG_FORM ? 1_000 : 30 },
    );
  });

  it('draws an island without surface as one pixel, and none over the land beside it', () => {
    const { boundaries } = crowd(20, 1e-4, 2_000);
    const tiny = (k: number, longitude: number) => ({
      geometry: {
        type: 'Polygon' as const,
        coordinates: boundaries.features[k]!.geometry.coordinates.map((ring) =>
          (ring as number[][]).map(([x = 0, y = 0]) => [x + longitude, y]),
        ),
      },
    });
    // The crowd is one island; two neighbors of it once more, far in the sea, another; and one of them alone.
    const areas = ground([...boundaries.features, tiny(7, 2), tiny(8, 2), tiny(7, 4)]);
    const drawn = cutTile(areas, 4, 12, 8);
    const dots = drawn.filter(
      ({ rings }) => rings[0]!.length === 5 && rings[0]![1]![0] - rings[0]![0]![0] === PIXEL,
    );
    expect(dots.map(({ id }) => id)).toEqual([0, 401, 403]);
    expect(winding(dots[0]!, dots[0]!.rings[0]![0]![0] + 8, dots[0]!.rings[0]![0]![1] + 8)).not.toBe(0);
    // Nearer, each has a surface of its own.
    const near = new Set(
      tilesAround(13, [107, -7, 107.01, -6.99]).flatMap(([x, y]) =>
        cutTile(areas, 13, x, y).map(({ id }) => id),
      ),
    );
    expect(near.size).toBeGreaterThan(390);
  });

  it('gives each place of the land to one area: none is drawn over its neighbors', () => {
    const { boundaries } = crowd(30, 0.004, 1);
    const drawn = cutTile(ground(boundaries.features), 7, 102, 66);
    const [shape] = cutTile(ground(crowd(30, 0.004, 1).whole.boundaries.features), 7, 102, 66);
    const surface = (features: readonly TileFeature[]) =>
      features
        .flatMap(({ rings }) => rings)
        .reduce((sum, ring) => {
          let doubled = 0;
          for (let k = 0; k + 1 < ring.length; k++)
            doubled += ring[k]![0] * ring[k + 1]![1] - ring[k + 1]![0] * ring[k]![1];
          return sum + Math.abs(doubled) / 2;
        }, 0);
    expect(drawn.length).toBeLessThan(901);
    expect(surface(drawn) / surface([shape!])).toBeLessThan(1.15);
  });

  it('keeps holes, islands and their areas apart', () => {
    const square = (from: number, to: number) => [
      [from, from],
      [to, from],
      [to, to],
      [from, to],
      [from, from],
    ];
    const island = {
      geometry: {
        type: 'MultiPolygon' as const,
        coordinates: [[square(0, 8), square(2, 4)], [square(9, 10)]],
      },
    };
    const enclave = { geometry: { type: 'Polygon' as const, coordinates: [square(2, 4)] } };
    const features = cutTile(ground([island, enclave]), 2, 2, 1);
    expect(features.map(({ id, rings }) => [id, rings.length])).toEqual([
      [0, 3],
      [1, 1],
    ]);
    const at = (longitude: number) => (EXTENT * longitude) / 90;
    const isIn = (longitude: number, k: number) =>
      winding(features[k]!, at(longitude), EXTENT - at(longitude) * 1.001) !== 0;
    expect([1, 3, 6, 8.5, 9.5].map((place) => [isIn(place, 0), isIn(place, 1)])).toEqual([
      [true, false],
      [false, true],
      [true, false],
      [false, false],
      [true, false],
    ]);
  });

  it('cuts off what lies far beyond the tile', () => {
    const wide = {
      geometry: {
        type: 'Polygon' as const,
        coordinates: [
          [
            [-100, -50],
            [100, -50],
            [100, 50],
            [-100, 50],
            [-100, -50],
          ],
        ],
      },
    };
    const [feature] = cutTile(ground([wide]), 6, 32, 31);
    for (const [x, y] of feature?.rings.flat() ?? []) {
      expect(Math.min(x, y)).toBeGreaterThanOrEqual(-PIXEL * 8);
      expect(Math.max(x, y)).toBeLessThanOrEqual(EXTENT + PIXEL * 8);
    }
    expect(winding(feature!, 4_000, 4_000)).not.toBe(0);
    expect(cutTile(ground([wide]), 6, 62, 31)).toEqual([]);
  });

  it('is asked for by an address', () => {
    const address = tileAddress(7).replace('{z}', '4').replace('{x}', '12').replace('{y}', '8');
    expect(tilePlace(address)).toEqual({ ground: 7, zoom: 4, x: 12, y: 8 });
  });
});
