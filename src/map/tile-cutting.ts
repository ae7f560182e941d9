import { fromVectorTileJs, GeoJSONWrapper } from '@maplibre/vt-pbf';
import type { PackedGeometries } from '#core/packed-boundaries.ts';
import { TILE_LAYER } from './tile-channel.ts';

/** Units of a tile's side, which is drawn 512 to 1,024 CSS px long. */
const EXTENT = 8192;
const UNITS_PER_PX = 16;
/**
 * Vertices are snapped to half a pixel. A vertex that neighbors share stays one, whatever area it is taken from:
 * no gap opens between them, and what lies nearer together than that need not be drawn.
 */
const STEP = 8;
/** Drawn beyond the tile: half of the widest line. */
const BUFFER = 8 * UNITS_PER_PX;
const [LEAST, MOST] = [-BUFFER, EXTENT + BUFFER];

/** A tile's place: units of a tile = (place on the square of the world) * scale - its corner. */
interface Frame {
  readonly scale: number;
  readonly left: number;
  readonly top: number;
  /** Its sides with what is drawn beyond it, on the square of the world. */
  readonly box: Box;
}
type Box = readonly [west: number, north: number, east: number, south: number];
/** Geometries ready to be cut: on the square of the Mercator world, with where each of their parts begins. */
export interface TileGround {
  /** x and y of every vertex, 0 to 1, y downward. */
  readonly vertices: Float64Array;
  /** Ring r is the vertices ring[r] up to ring[r + 1]; polygons of rings and geometries of polygons likewise. */
  readonly ring: Uint32Array;
  readonly polygon: Uint32Array;
  readonly geometry: Uint32Array;
  /** Least x, least y, most x and most y of each geometry. */
  readonly boxes: Float64Array;
}

type Ring = [number, number][];

/** An area's part of a tile, in units of the tile. */
export interface TileFeature {
  readonly id: number;
  /** Closed rings; a polygon's outer one turns one way, its holes the other, and come after it. */
  readonly rings: readonly Ring[];
}

function startsOf(sizes: Uint32Array, least = 0): Uint32Array {
  const starts = new Uint32Array(sizes.length + 1);
  for (const [k, size] of sizes.entries()) starts[k + 1] = starts[k]! + Math.max(least, size);
  return starts;
}

export function groundOf(packed: PackedGeometries): TileGround {
  const { coordinates } = packed;
  const vertices = new Float64Array(coordinates.length);
  for (let k = 0; k < coordinates.length; k += 2) {
    const sine = Math.sin((coordinates[k + 1]! * Math.PI) / 180);
    vertices[k] = coordinates[k]! / 360 + 0.5;
    vertices[k + 1] = 0.5 - (0.25 * Math.log((1 + sine) / (1 - sine))) / Math.PI;
  }
  const ring = startsOf(packed.rings);
  const polygon = startsOf(packed.polygons);
  const geometry = startsOf(packed.geometries, 1);
  const boxes = new Float64Array(4 * packed.geometries.length);
  for (let i = 0; i < packed.geometries.length; i++)
    boxes.set(boxOf({ vertices }, ring[polygon[geometry[i]!]!]!, ring[polygon[geometry[i + 1]!]!]!), 4 * i);
  return { vertices, ring, polygon, geometry, boxes };
}

/** What of a closed ring lies on one side of a line across `axis` (Sutherland and Hodgman, 1974). */
function clipped(points: readonly number[], axis: 0 | 1, edge: number, side: 1 | -1): number[] {
  const kept: number[] = [];
  const beyond = (k: number) => side * (points[k + axis]! - edge);
  for (let k = 0, last = points.length - 2; k < points.length; last = k, k += 2) {
    const [before, now] = [beyond(last), beyond(k)];
    if (before > 0 !== now > 0) {
      const along = before / (before - now);
      const crossing = (of: 0 | 1) => points[last + of]! + along * (points[k + of]! - points[last + of]!);
      kept.push(axis === 0 ? edge : crossing(0), axis === 1 ? edge : crossing(1));
    }
    if (now <= 0) kept.push(points[k]!, points[k + 1]!);
  }
  return kept;
}

/** Twice the surface, positive one way around. */
function signedSurface(ring: Ring): number {
  let sum = 0;
  for (let k = 0, last = ring.length - 1; k < ring.length; last = k, k++)
    sum += ring[last]![0] * ring[k]![1] - ring[k]![0] * ring[last]![1];
  return sum;
}

function addSnapped(ring: Ring, x: number, y: number): void {
  const [column, row] = [STEP * Math.round(x / STEP), STEP * Math.round(y / STEP)];
  const last = ring.at(-1);
  if (last === undefined || last[0] !== column || last[1] !== row) ring.push([column, row]);
}

function boxOf({ vertices }: Pick<TileGround, 'vertices'>, from: number, to: number): Box {
  let [west, north, east, south] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let k = 2 * from; k < 2 * to; k += 2) {
    const [x, y] = [vertices[k]!, vertices[k + 1]!];
    if (x < west) west = x;
    if (x > east) east = x;
    if (y < north) north = y;
    if (y > south) south = y;
  }
  return [west, north, east, south];
}

/** Of one ring what lies in a tile: null where nothing does. Without surface where it is too small to have one. */
function cutRing({ vertices, ring: starts }: TileGround, r: number, frame: Frame): Ring | null {
  // The last vertex is the first again.
  const [from, to] = [starts[r]!, starts[r + 1]! - 1];
  const [west, north, east, south] = boxOf({ vertices }, from, to);
  const { scale, left, top, box } = frame;
  if (!(east >= box[0] && west <= box[2] && south >= box[1] && north <= box[3])) return null;
  const ring: Ring = [];
  const sides = [west < box[0], east > box[2], north < box[1], south > box[3]];
  if (!sides.includes(true)) {
    for (let k = 2 * from; k < 2 * to; k += 2)
      addSnapped(ring, vertices[k]! * scale - left, vertices[k + 1]! * scale - top);
    return ring;
  }
  let points: number[] = [];
  for (let k = 2 * from; k < 2 * to; k += 2)
    points.push(vertices[k]! * scale - left, vertices[k + 1]! * scale - top);
  if (sides[0]) points = clipped(points, 0, LEAST, -1);
  if (sides[1]) points = clipped(points, 0, MOST, 1);
  if (sides[2]) points = clipped(points, 1, LEAST, -1);
  if (sides[3]) points = clipped(points, 1, MOST, 1);
  for (let k = 0; k < points.length; k += 2) addSnapped(ring, points[k]!, points[k + 1]!);
  return ring.length === 0 ? null : ring;
}

function closed(ring: Ring, turn: 1 | -1): Ring | null {
  const surface = signedSurface(ring);
  if (surface === 0) return null;
  const turned = surface > 0 === turn > 0 ? ring : ring.reverse();
  return [...turned, turned[0]!];
}

/** Steps of a tile's side with what is drawn beyond it. */
const STEPS = (MOST - LEAST) / STEP + 1;

/** Which places, snapped, are taken in a tile. */
class TakenPlaces {
  private readonly taken = new Uint8Array(STEPS * STEPS);

  private at([x, y]: readonly [number, number]): number {
    return ((y - LEAST) / STEP) * STEPS + (x - LEAST) / STEP;
  }
  take(place: readonly [number, number]): void {
    this.taken[this.at(place)] = 1;
  }
  has(place: readonly [number, number]): boolean {
    return this.taken[this.at(place)] === 1;
  }
}

/** A pixel around a place. */
function dot([x, y]: readonly [number, number]): Ring {
  const half = UNITS_PER_PX / 2;
  const corners: Ring = [
    [x - half, y - half],
    [x + half, y - half],
    [x + half, y + half],
    [x - half, y + half],
  ];
  return [...corners, corners[0]!];
}

/**
 * Of areas too small to have a surface those that nothing else touches, as a pixel each; an island of several is one. The
 * others lie in land that their neighbors cover: a pixel for each would hide these.
 */
function dotsOf(
  small: readonly (readonly [id: number, place: readonly [number, number]])[],
  features: readonly TileFeature[],
): readonly TileFeature[] {
  if (small.length === 0) return [];
  const taken = new TakenPlaces();
  for (const { rings } of features) for (const ring of rings) for (const place of ring) taken.take(place);
  return small.flatMap(([id, place]) => {
    if (taken.has(place)) return [];
    taken.take(place);
    return [{ id, rings: [dot(place)] }];
  });
}

/**
 * What lies in a tile, by area index as id. Of land every place belongs to one of its areas, however small they are at
 * this zoom; an island too small to have a surface is a pixel. Linear in areas and in the vertices of those that lie there.
 */
export function cutTile(ground: TileGround, zoom: number, x: number, y: number): readonly TileFeature[] {
  const scale = 2 ** zoom * EXTENT;
  const [left, top] = [x * EXTENT, y * EXTENT];
  const box: Box = [
    (left + LEAST) / scale,
    (top + LEAST) / scale,
    (left + MOST) / scale,
    (top + MOST) / scale,
  ];
  const frame: Frame = { scale, left, top, box };
  const { boxes } = ground;
  const features: TileFeature[] = [];
  const small: (readonly [number, readonly [number, number]])[] = [];
  for (let id = 0; id + 1 < ground.geometry.length; id++) {
    const at = 4 * id;
    if (boxes[at]! > box[2] || boxes[at + 1]! > box[3] || boxes[at + 2]! < box[0] || boxes[at + 3]! < box[1])
      continue;
    const rings: Ring[] = [];
    let place: readonly [number, number] | null = null;
    for (let p = ground.geometry[id]!; p < ground.geometry[id + 1]!; p++) {
      for (let r = ground.polygon[p]!; r < ground.polygon[p + 1]!; r++) {
        const isOuter = r === ground.polygon[p];
        const cut = cutRing(ground, r, frame);
        const ring = cut && closed(cut, isOuter ? 1 : -1);
        if (ring) rings.push(ring);
        else if (isOuter) {
          place ??= cut?.[0] ?? null;
          break;
        }
      }
    }
    if (rings.length > 0) features.push({ id, rings });
    else if (place !== null) small.push([id, place]);
  }
  return [...features, ...dotsOf(small, features)];
}

/** As a vector tile of one layer, TILE_LAYER. */
export function encodeTile(features: readonly TileFeature[]): Uint8Array {
  const written = features.map(({ id, rings }) => ({
    id,
    type: 3 as const,
    geometry: [...rings],
    tags: null,
  }));
  const layer = new GeoJSONWrapper(written, { version: 2, extent: EXTENT });
  layer.name = TILE_LAYER;
  return fromVectorTileJs({ layers: { [TILE_LAYER]: layer } });
}
