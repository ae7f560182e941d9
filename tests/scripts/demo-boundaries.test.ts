import { resolve } from 'node:path';
import type { Position } from 'geojson';
import { beforeAll, expect, test } from 'vitest';
import { type DemoBoundaries, drawnBoundaries } from '#scripts/demo/boundaries.ts';
import { type Kelurahan, readKelurahan } from '#scripts/demo/kelurahan.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const OFFICIAL_KM2 = 158.885;

let kelurahan: readonly Kelurahan[];
let drawn: DemoBoundaries;
let rings: readonly Position[][];

beforeAll(() => {
  kelurahan = readKelurahan(resolve(ROOT, 'data/demo/kelurahan.csv'));
  drawn = drawnBoundaries(5371, kelurahan);
  rings = drawn.areas.features.map(({ geometry }) => {
    if (geometry.type !== 'Polygon' || geometry.coordinates.length !== 1)
      throw new Error('not a single ring');
    return geometry.coordinates[0]!;
  });
}, 120_000);

type Edge = readonly [from: Position, to: Position];

const key = ([from, to]: Edge): string => `${from}>${to}`;
const reverseKey = ([from, to]: Edge): string => `${to}>${from}`;

function edgesOf(ring: readonly Position[]): readonly Edge[] {
  return ring.slice(1).map((to, k) => [ring[k]!, to]);
}

function turn(a: Position, b: Position, c: Position): number {
  return Math.sign((b[0]! - a[0]!) * (c[1]! - a[1]!) - (b[1]! - a[1]!) * (c[0]! - a[0]!));
}

function cross([a, b]: Edge, [c, d]: Edge): boolean {
  if ([a, b].some((end) => [c, d].some((other) => String(end) === String(other)))) return false;
  return turn(a, b, c) !== turn(a, b, d) && turn(c, d, a) !== turn(c, d, b);
}

function contains(ring: readonly Position[], x: number, y: number): boolean {
  let inside = false;
  for (const [a, b] of edgesOf(ring)) {
    if (a[1]! > y === b[1]! > y) continue;
    if (x < a[0]! + ((y - a[1]!) / (b[1]! - a[1]!)) * (b[0]! - a[0]!)) inside = !inside;
  }
  return inside;
}

test('every kelurahan is one closed ring, counterclockwise, visiting each vertex once', () => {
  for (const ring of rings) {
    expect(ring.at(-1)).toEqual(ring[0]);
    expect(new Set(ring.map(String)).size).toBe(ring.length - 1);
    const doubled = edgesOf(ring).reduce((sum, [a, b]) => sum + a[0]! * b[1]! - b[0]! * a[1]!, 0);
    expect(doubled).toBeGreaterThan(0);
  }
});

test('neighbors share their vertices exactly: a border runs once in each direction', () => {
  const directed = rings.flatMap((ring) => edgesOf(ring).map(key));
  expect(new Set(directed).size).toBe(directed.length);
});

test('no two borders cross, so nothing overlaps', () => {
  const edges = [...new Map(rings.flatMap(edgesOf).map((edge) => [[...edge].sort().join(), edge])).values()];
  const sorted = edges
    .map((edge) => ({
      edge,
      low: Math.min(edge[0][0]!, edge[1][0]!),
      high: Math.max(edge[0][0]!, edge[1][0]!),
    }))
    .sort((a, b) => a.low - b.low);
  const crossing: string[] = [];
  for (const [k, one] of sorted.entries()) {
    for (let m = k + 1; m < sorted.length && sorted[m]!.low <= one.high; m += 1) {
      if (cross(one.edge, sorted[m]!.edge)) crossing.push(`${key(one.edge)} ${key(sorted[m]!.edge)}`);
    }
  }
  expect(crossing).toEqual([]);
  expect(sorted.length).toBeGreaterThan(1_500);
});

test('no gaps: the borders that only one kelurahan has form one ring, the outline', () => {
  const directed = new Set(rings.flatMap((ring) => edgesOf(ring).map(key)));
  const outer = rings.flatMap(edgesOf).filter((edge) => !directed.has(reverseKey(edge)));
  const next = new Map(outer.map(([from, to]) => [String(from), String(to)]));
  expect(next.size).toBe(outer.length);
  const start = String(outer[0]![0]);
  let steps = 1;
  for (let at = next.get(start)!; at !== start; at = next.get(at)!) steps += 1;
  expect(steps).toBe(outer.length);
});

test('each centre lies in its own kelurahan and in no other', () => {
  for (const [i, { longitude, latitude }] of kelurahan.entries()) {
    const holders = rings.flatMap((ring, k) => (contains(ring, longitude, latitude) ? [k] : []));
    expect(holders).toEqual([i]);
  }
});

test('the surface is that of the city, and the old town stays readable', () => {
  const total = drawn.surfaceKm2.reduce((sum, surface) => sum + surface, 0);
  expect(Math.abs(total - OFFICIAL_KM2)).toBeLessThan(0.01 * OFFICIAL_KM2);
  expect(Math.min(...drawn.surfaceKm2)).toBeGreaterThan(0.2);
});

test('district outlines are exactly the borders between districts', () => {
  const ownerOf = new Map(rings.flatMap((ring, i) => edgesOf(ring).map((edge) => [key(edge), i] as const)));
  const between = rings.flatMap((ring, i) =>
    edgesOf(ring).filter((edge) => {
      const other = ownerOf.get(reverseKey(edge));
      return other === undefined || kelurahan[other]!.districtCode !== kelurahan[i]!.districtCode;
    }),
  );
  const outlines = drawn.districts.features.flatMap(({ geometry }) =>
    (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates).flat().flatMap(edgesOf),
  );
  expect(outlines.map(key).sort()).toEqual(between.map(key).sort());
  expect(drawn.districts.features.length).toBe(6);
});
