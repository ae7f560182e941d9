import type { Feature, Geometry, Position } from 'geojson';
import type { Problem, Result } from '#core/problem.ts';
import { type DbfTable, readDbf } from './dbf-table.ts';
import { collectionOf, type RawCollection } from './geojson-text.ts';
import { decodeText } from './text-encoding.ts';

/** The parts of one shapefile; all but the shapes may be absent. */
export interface ShapefileParts {
  readonly shp: Uint8Array;
  readonly dbf?: Uint8Array | undefined;
  readonly prj?: Uint8Array | undefined;
  readonly cpg?: Uint8Array | undefined;
}

const HEADER_BYTES = 100;
const FILE_CODE = 9994;
/** Polygon, PolygonZ, PolygonM; lines and points by their like. */
const FAMILIES = { point: [1, 11, 21], line: [3, 13, 23], polygon: [5, 15, 25], multipoint: [8, 18, 28] };

class Damaged extends Error {}

function refusal(code: Problem['code'], detail: Problem['detail'] = {}): Result<never> {
  return { ok: false, problems: [{ code, severity: 'error', detail }] };
}

/** Twice the signed surface of a ring: positive where it runs clockwise, as outer rings do here. */
function clockwiseSurface(ring: readonly Position[]): number {
  let sum = 0;
  for (let k = 1; k < ring.length; k++) {
    const [[ax = 0, ay = 0], [bx = 0, by = 0]] = [ring[k - 1]!, ring[k]!];
    sum += (bx - ax) * (by + ay);
  }
  return sum;
}

function isWithin([x = 0, y = 0]: Position, ring: readonly Position[]): boolean {
  let inside = false;
  for (let k = 1; k < ring.length; k++) {
    const [[ax = 0, ay = 0], [bx = 0, by = 0]] = [ring[k - 1]!, ring[k]!];
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  }
  return inside;
}

interface Outer {
  readonly rings: Position[][];
  readonly surface: number;
  readonly west: number;
  readonly east: number;
}

function outerOf(ring: Position[], surface: number): Outer {
  let [west, east] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const [x = 0] of ring) [west, east] = [Math.min(west, x), Math.max(east, x)];
  return { rings: [ring], surface, west, east };
}

/** Whether a hole lies in a ring: told by its first corner that is none of the ring's own. */
function holds({ rings: [outer = []], west, east }: Outer, hole: readonly Position[]): boolean {
  const [x = 0] = hole[0] ?? [];
  if (x < west || x > east) return false;
  const corners = new Set(outer.map((corner) => `${corner[0]} ${corner[1]}`));
  const free = hole.find((corner) => !corners.has(`${corner[0]} ${corner[1]}`)) ?? hole[0];
  return free !== undefined && isWithin(free, outer);
}

/** Rings sorted into polygons: a hole goes to the smallest outer ring around it; around which there is none, it stands alone. */
function polygonsOf(rings: readonly Position[][]): Position[][][] {
  const holes: Position[][] = [];
  const polygons: Outer[] = [];
  for (const ring of rings) {
    const surface = clockwiseSurface(ring);
    if (surface > 0) polygons.push(outerOf(ring, surface));
    else holes.push(ring);
  }
  polygons.sort((a, b) => a.surface - b.surface);
  const alone: Position[][][] = [];
  for (const hole of holes) {
    const smallest = polygons.find((outer) => holds(outer, hole));
    if (smallest) smallest.rings.push(hole);
    else alone.push([hole]);
  }
  return [...polygons.map(({ rings: own }) => own), ...alone];
}

/** Whether positions lie outside the box that is written beside them: one of both is damaged. A box of zeros is none. */
function leavesBox(view: DataView, at: number, positions: readonly Position[]): boolean {
  const [west = 0, south = 0, east = 0, north = 0] = [0, 8, 16, 24].map((step) =>
    view.getFloat64(at + step, true),
  );
  if ((west === 0 && south === 0 && east === 0 && north === 0) || positions.length === 0) return false;
  const slack = 1e-6 * Math.max(Math.abs(west), Math.abs(south), Math.abs(east), Math.abs(north));
  const bounds = [Infinity, Infinity, -Infinity, -Infinity] as [number, number, number, number];
  for (const [x = Number.NaN, y = Number.NaN] of positions) {
    bounds[0] = Math.min(bounds[0], x);
    bounds[1] = Math.min(bounds[1], y);
    bounds[2] = Math.max(bounds[2], x);
    bounds[3] = Math.max(bounds[3], y);
  }
  const stated = [west, south, east, north];
  return bounds.some((bound, k) => !(Math.abs(bound - (stated[k] ?? 0)) <= slack));
}

interface Shape {
  readonly geometry: Geometry | null;
  readonly leavesBox: boolean;
}

const NO_SHAPE: Shape = { geometry: null, leavesBox: false };

function shapeAt(view: DataView, start: number, length: number): Shape {
  const need = (bytes: number): void => {
    if (bytes > length) throw new Damaged();
  };
  need(4);
  const type = view.getInt32(start, true);
  if (type === 0) return NO_SHAPE;
  const position = (at: number): Position => [view.getFloat64(at, true), view.getFloat64(at + 8, true)];
  if (FAMILIES.point.includes(type)) {
    need(20);
    return { geometry: { type: 'Point', coordinates: position(start + 4) }, leavesBox: false };
  }
  if (FAMILIES.multipoint.includes(type)) {
    need(40);
    const count = view.getInt32(start + 36, true);
    if (count < 0) throw new Damaged();
    need(40 + count * 16);
    const coordinates = Array.from({ length: count }, (_, k) => position(start + 40 + k * 16));
    return {
      geometry: { type: 'MultiPoint', coordinates },
      leavesBox: leavesBox(view, start + 4, coordinates),
    };
  }
  const isPolygon = FAMILIES.polygon.includes(type);
  if (!isPolygon && !FAMILIES.line.includes(type)) throw new Damaged();
  need(44);
  const [parts, points] = [view.getInt32(start + 36, true), view.getInt32(start + 40, true)];
  if (parts < 0 || points < 0) throw new Damaged();
  need(44 + parts * 4 + points * 16);
  const first = start + 44 + parts * 4;
  const bounds = Array.from({ length: parts }, (_, k) => view.getInt32(start + 44 + k * 4, true));
  const rings = bounds.map((from, k): Position[] => {
    const to = bounds[k + 1] ?? points;
    if (from < 0 || to < from || to > points) throw new Damaged();
    return Array.from({ length: to - from }, (_, p) => position(first + (from + p) * 16));
  });
  const geometry: Geometry = isPolygon
    ? { type: 'MultiPolygon', coordinates: polygonsOf(rings.filter((ring) => ring.length > 0)) }
    : { type: 'MultiLineString', coordinates: rings };
  return { geometry, leavesBox: leavesBox(view, start + 4, rings.flat()) };
}

/** All shapes, in order; null shapes keep their place, because the table counts them too. */
function shapesOf(bytes: Uint8Array): readonly Shape[] {
  if (bytes.length < HEADER_BYTES) throw new Damaged();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getInt32(0) !== FILE_CODE) throw new Damaged();
  const end = view.getInt32(24) * 2;
  if (end < HEADER_BYTES || end > bytes.length) throw new Damaged();
  const shapes: Shape[] = [];
  let at = HEADER_BYTES;
  while (at < end) {
    if (at + 8 > end) throw new Damaged();
    const length = view.getInt32(at + 4) * 2;
    if (length < 0 || at + 8 + length > end) throw new Damaged();
    shapes.push(shapeAt(view, at + 8, length));
    at += 8 + length;
  }
  return shapes;
}

/**
 * A shapefile as GeoJSON would give it, in its own coordinates: shapes joined to the rows of its table by position,
 * rows marked as deleted left out. Refused where a part is cut off, or where shapes and rows differ in number.
 */
export function readShapefile({ shp, dbf, prj, cpg }: ShapefileParts): Result<RawCollection> {
  let shapes: readonly Shape[];
  try {
    shapes = shapesOf(shp);
  } catch (cause) {
    if (!(cause instanceof Damaged)) throw cause;
    return refusal('file/truncated', { found: 'shp' });
  }
  if (dbf === undefined) return refusal('shapefile/part-missing', { part: '.dbf' });
  const text = (bytes: Uint8Array | undefined): string => {
    const decoded = bytes === undefined ? null : decodeText(bytes);
    return decoded?.ok ? decoded.value : '';
  };
  const table: Result<DbfTable> = readDbf(dbf, text(cpg));
  if (!table.ok) return table;
  const { rows } = table.value;
  if (rows.length !== shapes.length)
    return refusal('shapefile/rows-differ', { shapes: shapes.length, rows: rows.length });
  const features = rows.flatMap((properties, k): Feature<Geometry | null>[] =>
    properties === null ? [] : [{ type: 'Feature', properties, geometry: shapes[k]?.geometry ?? null }],
  );
  const collection = collectionOf({ type: 'FeatureCollection', features });
  if (!collection.ok) return collection;
  const projection = text(prj).trim();
  const problems: Problem[] = [];
  if (projection === '') problems.push({ code: 'shapefile/no-projection', severity: 'note' });
  const deleted = rows.filter((row) => row === null).length;
  if (deleted > 0)
    problems.push({ code: 'shapefile/rows-deleted', severity: 'note', detail: { count: deleted } });
  const outside = shapes.flatMap(({ leavesBox: leaves }, k) => (leaves ? [k + 1] : []));
  const [row] = outside;
  if (row !== undefined) {
    const detail = { count: outside.length, rows: outside.slice(0, 10).join(', ') };
    problems.push({ code: 'shapefile/box-differs', severity: 'warning', at: { row }, detail });
  }
  return {
    ...collection,
    value: { ...collection.value, projection: projection === '' ? null : projection },
    problems,
  };
}
