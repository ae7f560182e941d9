import type { MultiPolygon, Polygon, Position } from 'geojson';

type Areal = Polygon | MultiPolygon;
type Ring = Position[];

/** Whole steps of a degree, about 1 m: corners nearer than that are one. */
const STEPS = 1e5;
const ROWS = 180 * STEPS + 1;

function keyOf([longitude = 0, latitude = 0]: Position): number {
  return Math.round((longitude + 180) * STEPS) * ROWS + Math.round((latitude + 90) * STEPS);
}

function placeOf(key: number): Position {
  const row = key % ROWS;
  return [(key - row) / ROWS / STEPS - 180, row / STEPS - 90].map(
    (value) => Math.round(value * STEPS) / STEPS,
  );
}

/** Twice the surface in square degrees; positive where the ring runs against the clock. */
function signedSurface(ring: Ring): number {
  let sum = 0;
  for (let k = 0; k + 1 < ring.length; k++) {
    const [x1 = 0, y1 = 0] = ring[k]!;
    const [x2 = 0, y2 = 0] = ring[k + 1]!;
    sum += x1 * y2 - x2 * y1;
  }
  return sum;
}

function contains(ring: Ring, [x = 0, y = 0]: Position): boolean {
  let inside = false;
  for (let k = 0; k + 1 < ring.length; k++) {
    const [x1 = 0, y1 = 0] = ring[k]!;
    const [x2 = 0, y2 = 0] = ring[k + 1]!;
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
  }
  return inside;
}

type Edges = Map<number, number[]>;

/** Adds a step from corner to corner, unless a neighbor goes it the other way: then both are gone. */
function addEdge(edges: Edges, from: number, to: number): void {
  if (from === to) return;
  const back = edges.get(to);
  const opposite = back?.indexOf(from) ?? -1;
  if (back && opposite >= 0) {
    back.splice(opposite, 1);
    return;
  }
  const onward = edges.get(from);
  if (onward) onward.push(to);
  else edges.set(from, [to]);
}

function addRing(edges: Edges, ring: Ring, isHole: boolean): void {
  const turned = signedSurface(ring) < 0 !== isHole;
  const keys = ring.map(keyOf);
  if (turned) keys.reverse();
  for (let k = 0; k + 1 < keys.length; k++) addEdge(edges, keys[k]!, keys[k + 1]!);
}

/**
 * The steps left over as closed rings. As many steps come to a corner as leave it, so that every walk ends where it
 * began, however badly neighbors fit.
 */
function walk(edges: Edges): Ring[] {
  const rings: Ring[] = [];
  for (const [start, onward] of edges) {
    while (onward.length > 0) {
      const keys = [start];
      let here = start;
      do {
        here = edges.get(here)!.pop()!;
        keys.push(here);
      } while (here !== start);
      if (keys.length >= 4) rings.push(keys.map(placeOf));
    }
  }
  return rings;
}

/** Each hole with the outer ring around it; a hole around which there is none is left out. */
function nested(rings: readonly Ring[]): Areal | null {
  const outers = rings.filter((ring) => signedSurface(ring) > 0).map((ring) => [ring]);
  for (const hole of rings.filter((ring) => signedSurface(ring) < 0)) {
    const around = outers.filter(([outer]) => contains(outer!, hole[0]!));
    const [closest] = around.sort((a, b) => signedSurface(a[0]!) - signedSurface(b[0]!));
    closest?.push(hole);
  }
  const [only] = outers;
  if (only === undefined) return null;
  return outers.length === 1
    ? { type: 'Polygon', coordinates: only }
    : { type: 'MultiPolygon', coordinates: outers };
}

/**
 * Outline of several areas together: the borders that two of them share, with the same corners, are gone. Where
 * neighbors are drawn apart or overlap, the lines between them stay. Linear in vertices: for territories too large for
 * an exact union.
 */
export function mergedOutline(members: readonly Areal[]): Areal {
  const edges: Edges = new Map();
  const polygons = members.flatMap((one) => (one.type === 'Polygon' ? [one.coordinates] : one.coordinates));
  for (const polygon of polygons) for (const [k, ring] of polygon.entries()) addRing(edges, ring, k > 0);
  return nested(walk(edges)) ?? { type: 'MultiPolygon', coordinates: polygons };
}
