import type { MultiPolygon, Polygon, Position } from 'geojson';
import { type PackedGeometries, packGeometries, unpackGeometries } from '#core/packed-boundaries.ts';
import type { Problem } from '#core/problem.ts';

type Areal = Polygon | MultiPolygon;

/** Whole steps of a degree to which vertices are snapped, about 1 m: neighbors drawn apart by less are one. */
const STEPS = 1e5;
/** Vertices looked at to find the tolerance. */
const SAMPLE = 500_000;
const ALWAYS = Infinity;
const CORNER_RINGS = 3;
const SIZE_POWER = 0.75;

/** More vertices than this a browser does not redraw at the speed of a pointer. */
export const DRAWN_VERTICES = 900_000;

/** What is said of a file whose boundaries were thinned; nothing where they were not. */
export function thinningNotes(vertices: number, drawn: number, file: string): readonly Problem[] {
  if (drawn >= vertices) return [];
  return [{ code: 'geojson/simplified', severity: 'note', at: { file }, detail: { vertices, drawn } }];
}

/** The vertices of all rings one after another, without the closing one of each ring. */
interface RingVertices {
  readonly x: Int32Array;
  readonly y: Int32Array;
  /** Ring r is the vertices start[r] up to start[r + 1]. */
  readonly start: Int32Array;
}

export function polygonsOf(geometry: Areal): readonly Position[][][] {
  return geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
}

export function vertexCount(geometries: readonly Areal[]): number {
  let vertices = 0;
  for (const geometry of geometries)
    for (const rings of polygonsOf(geometry)) for (const ring of rings) vertices += ring.length;
  return vertices;
}

function snapped({ coordinates, rings }: PackedGeometries): RingVertices {
  const x = new Int32Array(coordinates.length / 2);
  const y = new Int32Array(coordinates.length / 2);
  const start = new Int32Array(rings.length + 1);
  let at = 0;
  let from = 0;
  for (const [r, size] of rings.entries()) {
    const first = at;
    for (let k = from; k < from + 2 * size; k += 2) {
      const [column, row] = [Math.round(coordinates[k]! * STEPS), Math.round(coordinates[k + 1]! * STEPS)];
      if (at > first && x[at - 1] === column && y[at - 1] === row) continue;
      x[at] = column;
      y[at] = row;
      at += 1;
    }
    if (at > first + 1 && x[at - 1] === x[first] && y[at - 1] === y[first]) at -= 1;
    from += 2 * size;
    start[r + 1] = at;
  }
  return { x: x.subarray(0, at), y: y.subarray(0, at), start };
}

/** For every vertex the number of its place, the same wherever it is used; places count from 0. */
function placesOf({ x, y }: RingVertices): { readonly place: Int32Array; readonly places: number } {
  const size = 2 ** Math.ceil(Math.log2(Math.max(16, x.length * 1.6)));
  const slots = new Int32Array(size).fill(-1);
  const place = new Int32Array(x.length);
  let places = 0;
  for (let i = 0; i < x.length; i++) {
    let slot = (Math.imul(x[i]!, 0x9e3779b1) ^ Math.imul(y[i]!, 0x85ebca6b)) >>> 0;
    slot = (slot ^ (slot >>> 15)) & (size - 1);
    let other = slots[slot]!;
    while (other >= 0 && (x[other] !== x[i] || y[other] !== y[i])) {
      slot = (slot + 1) & (size - 1);
      other = slots[slot]!;
    }
    if (other < 0) {
      slots[slot] = i;
      place[i] = places;
      places += 1;
    } else place[i] = place[other]!;
  }
  return { place, places };
}

/** How many rings come through each place. */
function usesOf(place: Int32Array, places: number): Uint32Array {
  const uses = new Uint32Array(places);
  for (const one of place) uses[one]! += 1;
  return uses;
}

/** Square of the distance of vertex i from the line between a and b. */
function offsetSquared({ x, y }: RingVertices, i: number, a: number, b: number): number {
  const ax = x[a]!;
  const ay = y[a]!;
  const dx = x[b]! - ax;
  const dy = y[b]! - ay;
  const px = x[i]! - ax;
  const py = y[i]! - ay;
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, (px * dx + py * dy) / length));
  const ex = px - along * dx;
  const ey = py - along * dy;
  return ex * ex + ey * ey;
}

/** The vertices of an arc from end to end, and the parts of it that are still to be weighed: used for all arcs in turn. */
interface ArcRoom {
  readonly arc: Int32Array;
  readonly parts: Int32Array;
  readonly most: Float64Array;
}

/**
 * Writes for each vertex of an arc, the first `length` of `arc`, the largest tolerance (squared, in steps) at which
 * Douglas and Peucker (1973) keep it. Both ends are kept always.
 */
function weighArc(
  vertices: RingVertices,
  { arc, parts, most }: ArcRoom,
  length: number,
  weight: Float32Array,
): void {
  let waiting = 0;
  const later = (low: number, high: number, least: number): void => {
    if (high - low < 2) return;
    parts[2 * waiting] = low;
    parts[2 * waiting + 1] = high;
    most[waiting] = least;
    waiting += 1;
  };
  later(0, length - 1, ALWAYS);
  while (waiting > 0) {
    waiting -= 1;
    const [low, high] = [parts[2 * waiting]!, parts[2 * waiting + 1]!];
    let farthest = -1;
    let offset = -1;
    for (let k = low + 1; k < high; k++) {
      const found = offsetSquared(vertices, arc[k]!, arc[low]!, arc[high]!);
      if (found > offset) {
        farthest = k;
        offset = found;
      }
    }
    const own = Math.min(most[waiting]!, offset);
    weight[arc[farthest]!] = own;
    later(low, farthest, own);
    later(farthest, high, own);
  }
}

/**
 * Lists the vertices of ring r from `first` around to `last`: the whole ring and its start again where they are the same.
 * @returns how many they are.
 */
function listArc({ start }: RingVertices, r: number, first: number, last: number, arc: Int32Array): number {
  const [from, to] = [start[r]!, start[r + 1]!];
  arc[0] = first;
  let length = 1;
  let i = first;
  do {
    i = i + 1 === to ? from : i + 1;
    arc[length] = i;
    length += 1;
  } while (i !== last);
  return length;
}

/**
 * By what the weights of a ring are divided: between 1, where every ring has the same tolerance and small areas lose
 * their shape, and the surface of its box, where each has as many vertices, the least rock as well.
 */
function sizeOf({ x, y }: RingVertices, from: number, to: number): number {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = from; i < to; i++) {
    west = Math.min(west, x[i]!);
    east = Math.max(east, x[i]!);
    south = Math.min(south, y[i]!);
    north = Math.max(north, y[i]!);
  }
  return Math.max(1, (east - west) * (north - south)) ** SIZE_POWER;
}

/** Weighs one ring between the corners where three rings or more meet. */
function weighRing(
  vertices: RingVertices,
  r: number,
  isCorner: (i: number) => boolean,
  weight: Float32Array,
  room: ArcRoom,
): void {
  const [from, to] = [vertices.start[r]!, vertices.start[r + 1]!];
  if (to - from < 3) return;
  const ends: number[] = [];
  for (let i = from; i < to; i++) if (isCorner(i)) ends.push(i);
  if (ends.length === 0) ends.push(from);
  for (const [k, end] of ends.entries()) {
    weight[end] = ALWAYS;
    const length = listArc(vertices, r, end, ends[k + 1] ?? ends[0]!, room.arc);
    weighArc(vertices, room, length, weight);
  }
  const size = sizeOf(vertices, from, to);
  for (let i = from; i < to; i++) weight[i]! /= size;
}

/** Every vertex weighs what its place weighs most in any ring, so that neighbors keep and drop the same ones. */
function shareWeights(weight: Float32Array, place: Int32Array, places: number): void {
  const shared = new Float32Array(places);
  for (let i = 0; i < place.length; i++) {
    if (weight[i]! > shared[place[i]!]!) shared[place[i]!] = weight[i]!;
  }
  for (let i = 0; i < place.length; i++) weight[i] = shared[place[i]!]!;
}

/** The weight above which no more than `most` vertices lie. */
function tolerance(weight: Float32Array, most: number): number {
  const step = Math.max(1, Math.floor(weight.length / SAMPLE));
  const sample = weight.filter((_, i) => i % step === 0).sort();
  return sample[Math.max(0, sample.length - 1 - Math.floor((most / weight.length) * sample.length))] ?? 0;
}

/** The three vertices of most weight, in their order: the least that can be drawn. */
function triangle(weight: Float32Array, from: number, to: number): number[] {
  const all = Array.from({ length: to - from }, (_, k) => from + k);
  return all
    .sort((a, b) => weight[b]! - weight[a]!)
    .slice(0, 3)
    .sort((a, b) => a - b);
}

/**
 * Areas drawn with about `most` vertices in all, larger areas with a larger tolerance. Borders that two areas share are
 * thinned alike, so that no gap opens between them, and corners where three areas meet stay. No area or hole is lost:
 * what is smaller than the tolerance becomes a triangle. As they are where they have no more vertices than that.
 */
export function thinPacked(packed: PackedGeometries, most: number): PackedGeometries {
  if (packed.coordinates.length / 2 <= most) return packed;
  const vertices = snapped(packed);
  const { place, places } = placesOf(vertices);
  const uses = usesOf(place, places);
  const isCorner = (i: number) => uses[place[i]!]! >= CORNER_RINGS;
  const weight = new Float32Array(place.length);
  const longest = packed.rings.reduce((most, size) => Math.max(most, size), 0) + 1;
  const room: ArcRoom = {
    arc: new Int32Array(longest),
    parts: new Int32Array(2 * longest),
    most: new Float64Array(longest),
  };
  for (let r = 0; r + 1 < vertices.start.length; r++) weighRing(vertices, r, isCorner, weight, room);
  shareWeights(weight, place, places);
  const least = tolerance(weight, most);
  const rings = new Uint32Array(packed.rings.length);
  const drawn: number[] = [];
  let given = 0;
  for (const [r, size] of packed.rings.entries()) {
    const [from, to] = [vertices.start[r]!, vertices.start[r + 1]!];
    const before = drawn.length;
    if (to - from < 3) for (let k = given; k < given + 2 * size; k++) drawn.push(packed.coordinates[k]!);
    else {
      let kept: number[] = [];
      for (let i = from; i < to; i++) if (weight[i]! > least) kept.push(i);
      if (kept.length < 3) kept = triangle(weight, from, to);
      for (const i of [...kept, kept[0]!]) drawn.push(vertices.x[i]! / STEPS, vertices.y[i]! / STEPS);
    }
    rings[r] = (drawn.length - before) / 2;
    given += 2 * size;
  }
  return { ...packed, coordinates: Float64Array.from(drawn), rings };
}

/** The same of nested geometries. */
export function thinBoundaries(geometries: readonly Areal[], most: number): readonly Areal[] {
  if (vertexCount(geometries) <= most) return geometries;
  return unpackGeometries(thinPacked(packGeometries(geometries), most));
}
