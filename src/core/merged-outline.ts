import type { MultiPolygon, Polygon, Position } from 'geojson';

type Areal = Polygon | MultiPolygon;
type Ring = Position[];

/** Whole steps of a degree, about 1 m: corners nearer than that are one. */
const STEPS = 1e5;
const ROWS = 180 * STEPS + 1;

function keyOf([longitude = 0, latitude = 0]: Position): number {
  return Math.round((longitude + 180) * STEPS) * ROWS + Math.round((latitude + 90) * STEPS);
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

/** Steps from corner to corner; those that leave corner c are chained: leaving[c], next[leaving[c]], ..., -1. */
interface Steps {
  readonly cornerOf: Map<number, number>;
  readonly places: Position[];
  readonly leaving: number[];
  readonly to: number[];
  readonly next: number[];
}

function cornerAt({ cornerOf, places, leaving }: Steps, place: Position): number {
  const key = keyOf(place);
  const known = cornerOf.get(key);
  if (known !== undefined) return known;
  cornerOf.set(key, places.length);
  leaving.push(-1);
  return places.push(place) - 1;
}

/** Adds a step from corner to corner, unless a neighbor goes it the other way: then both are gone. */
function addStep({ leaving, to, next }: Steps, from: number, onto: number): void {
  if (from === onto) return;
  for (let step = leaving[onto]!, before = -1; step >= 0; before = step, step = next[step]!) {
    if (to[step] !== from) continue;
    if (before < 0) leaving[onto] = next[step]!;
    else next[before] = next[step]!;
    return;
  }
  next.push(leaving[from]!);
  leaving[from] = to.push(onto) - 1;
}

function addRing(steps: Steps, ring: Ring, isHole: boolean): void {
  const turned = signedSurface(ring) < 0 !== isHole;
  let last = -1;
  for (let k = 0; k < ring.length; k++) {
    const corner = cornerAt(steps, ring[turned ? ring.length - 1 - k : k]!);
    if (last >= 0) addStep(steps, last, corner);
    last = corner;
  }
}

/**
 * The steps left over as closed rings. As many steps come to a corner as leave it, so that every walk ends where it
 * began, however badly neighbors fit.
 */
function walk({ places, leaving, to, next }: Steps): Ring[] {
  const rings: Ring[] = [];
  for (let start = 0; start < places.length; start++) {
    while (leaving[start]! >= 0) {
      const ring = [places[start]!];
      let here = start;
      do {
        const step = leaving[here]!;
        leaving[here] = next[step]!;
        here = to[step]!;
        ring.push(places[here]!);
      } while (here !== start);
      if (ring.length >= 4) rings.push(ring);
    }
  }
  return rings;
}

function polygonsOf(members: readonly Areal[]): Ring[][] {
  return members.flatMap((one) => (one.type === 'Polygon' ? [one.coordinates] : one.coordinates));
}

/**
 * The border of several areas together as closed rings, in degrees: around the outside against the clock, around holes
 * with it. The borders that two areas share, with the same corners to about 1 m, are gone; where neighbors are drawn
 * apart or overlap, the lines between them stay. Rings of the areas may turn either way, but are closed. Linear in
 * vertices.
 */
export function outlineRings(members: readonly Areal[]): Position[][] {
  const steps: Steps = { cornerOf: new Map(), places: [], leaving: [], to: [], next: [] };
  for (const polygon of polygonsOf(members))
    for (const [k, ring] of polygon.entries()) addRing(steps, ring, k > 0);
  return walk(steps);
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
 * Several areas as one, by the rings of `outlineRings`: for territories too large for an exact union. Where no border
 * is left, all their polygons side by side. Linear in vertices, and in outer rings times holes.
 */
export function mergedOutline(members: readonly Areal[]): Areal {
  return nested(outlineRings(members)) ?? { type: 'MultiPolygon', coordinates: polygonsOf(members) };
}
