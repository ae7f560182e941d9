import { readFileSync } from 'node:fs';
import { area } from '@turf/area';
import fc from 'fast-check';
import type { MultiPolygon, Polygon, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { mergedOutline } from '#core/merged-outline.ts';
import { thinBoundaries, thinningNotes, vertexCount } from '#data/boundary-thinning.ts';
import { sharedPath } from '#tests/shared-data.ts';

type Areal = Polygon | MultiPolygon;
const SIDE = 4;
const STEPS = 40;

/** A wavy line from one corner of the grid to the next: the same from both sides. */
function border(from: Position, to: Position, wave: number): Position[] {
  return Array.from({ length: STEPS }, (_, k) => {
    const along = k / STEPS;
    const aside = wave * Math.sin(along * Math.PI * 2) * 0.01;
    const [dx, dy] = [to[0]! - from[0]!, to[1]! - from[1]!];
    return [from[0]! + along * dx - aside * dy, from[1]! + along * dy + aside * dx];
  });
}

/** SIDE x SIDE cells of 0.1 degrees with wavy common borders. */
function wavyCells(wave: number): Areal[] {
  const corner = (x: number, y: number): Position => [120 + x / 10, -10 + y / 10];
  const line = (a: Position, b: Position): Position[] => {
    const flip = a[0]! > b[0]! || a[1]! > b[1]!;
    if (!flip) return border(a, b, wave);
    return [...border(b, a, wave).slice(1), a].reverse();
  };
  const cells: Areal[] = [];
  for (let y = 0; y < SIDE; y++) {
    for (let x = 0; x < SIDE; x++) {
      const around = [corner(x, y), corner(x + 1, y), corner(x + 1, y + 1), corner(x, y + 1)];
      const ring = around.flatMap((from, k) => line(from, around[(k + 1) % 4]!));
      cells.push({ type: 'Polygon', coordinates: [[...ring, ring[0]!]] });
    }
  }
  return cells;
}

function edges(geometries: readonly Areal[]): Map<string, number> {
  const seen = new Map<string, number>();
  const polygons = geometries.flatMap((one) =>
    one.type === 'Polygon' ? [one.coordinates] : one.coordinates,
  );
  for (const ring of polygons.flat()) {
    for (let k = 0; k + 1 < ring.length; k++) {
      const key = [String(ring[k]), String(ring[k + 1])].sort().join(' ');
      seen.set(key, (seen.get(key) ?? 0) + 1);
    }
  }
  return seen;
}

const surface = (geometry: Areal) => area({ type: 'Feature', properties: {}, geometry });

describe('thinBoundaries', () => {
  it('leaves what is small enough as it is', () => {
    const cells = wavyCells(1);
    expect(thinBoundaries(cells, vertexCount(cells))).toBe(cells);
  });

  it('opens no gap: every inner border still has both its sides', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.5, max: 5, noNaN: true }),
        fc.integer({ min: 100, max: 1500 }),
        (wave, most) => {
          const thin = thinBoundaries(wavyCells(wave), most);
          const single = [...edges(thin)].filter(([, times]) => times === 1).map(([edge]) => edge);
          const outline = mergedOutline(thin);
          expect(edges([outline]).size).toBe(single.length);
          const total = thin.reduce((sum, one) => sum + surface(one), 0);
          expect(Math.abs(surface(outline) - total)).toBeLessThan(total * 1e-6);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('comes near the number asked for and keeps the corners where areas meet', () => {
    const cells = wavyCells(3);
    const thin = thinBoundaries(cells, 600);
    expect(vertexCount(thin)).toBeLessThan(800);
    const places = new Set(thin.flatMap((one) => one.coordinates.flat(1)).map(String));
    expect(places.has(String([120.1, -9.9]))).toBe(true);
  });

  it('loses no area and no hole, however small', () => {
    const tiny = (x: number, size: number): Position[] =>
      [0, 1, 2, 3, 4, 5, 6, 7, 0].map((k) => [
        x + size * Math.cos((k * Math.PI) / 4),
        size * Math.sin((k * Math.PI) / 4),
      ]);
    const cells: Areal[] = [
      { type: 'Polygon', coordinates: [tiny(120, 1), tiny(120, 0.001)] },
      { type: 'Polygon', coordinates: [tiny(125, 0.0005)] },
    ];
    const thin = thinBoundaries(cells, 9);
    expect(thin.map(({ coordinates }) => coordinates.length)).toEqual([2, 1]);
    for (const geometry of thin) expect(surface(geometry)).toBeGreaterThan(0);
  });

  it('says what it did, and nothing where it did nothing', () => {
    expect(thinningNotes(10, 10, 'a')).toEqual([]);
    expect(thinningNotes(10, 4, 'a')).toEqual([
      { code: 'geojson/simplified', severity: 'note', at: { file: 'a' }, detail: { vertices: 10, drawn: 4 } },
    ]);
  });

  const path = sharedPath('boundaries/bogor-3201-cahyadsn.geojson');
  it.skipIf(path === null)(
    'keeps the surface of a real kabupaten within a thousandth at a fifth of its vertices',
    () => {
      const { features } = JSON.parse(readFileSync(path!, 'utf8')) as { features: { geometry: Areal }[] };
      const given = features.map(({ geometry }) => geometry);
      const thin = thinBoundaries(given, vertexCount(given) / 5);
      expect(vertexCount(thin)).toBeLessThan(vertexCount(given) / 4);
      const total = (areas: readonly Areal[]) => areas.reduce((sum, one) => sum + surface(one), 0);
      expect(Math.abs(total(thin) / total(given) - 1)).toBeLessThan(1e-3);
      const changes = given.map((one, i) => Math.abs(surface(thin[i]!) / surface(one) - 1));
      changes.sort((a, b) => a - b);
      expect(changes[Math.floor(changes.length * 0.9)]).toBeLessThan(0.05);
    },
  );
});
