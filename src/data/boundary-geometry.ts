import type { MultiPolygon, Polygon, Position } from 'geojson';
import type { ProblemCode } from '#core/problem.ts';
import { crossesItself } from '#core/ring-crossing.ts';
import { INDONESIA, isInside } from './coordinate-fault.ts';

/** A geometry made plain, or why it cannot be drawn. `inside`: every vertex lies within Indonesia. */
export type GeometryCheck =
  | {
      readonly kind: 'polygon';
      readonly geometry: Polygon | MultiPolygon;
      readonly closedRings: number;
      readonly vertices: number;
      readonly inside: boolean;
      /** Some ring crosses itself. */
      readonly crossed: boolean;
      /** Lines or points that lay beside the polygons in a GeometryCollection, left out. */
      readonly leftOut: number;
    }
  | { readonly kind: 'refused'; readonly code: ProblemCode; readonly found: string };

/** A closed ring around something. */
const FEWEST_POSITIONS = 4;

interface RingCount {
  closed: number;
  vertices: number;
  inside: boolean;
  crossed: boolean;
}

class NotFinite extends Error {}

function flatPosition(position: unknown): Position {
  if (!Array.isArray(position)) throw new NotFinite();
  const [x, y] = position as readonly unknown[];
  if (typeof x !== 'number' || typeof y !== 'number' || !Number.isFinite(x) || !Number.isFinite(y))
    throw new NotFinite();
  return [x, y];
}

/** Degrees, about a hundredth of a millimeter: corners no farther from one line make a line. */
const NO_WIDTH = 1e-10;

/** Whether a ring is a line that comes back on itself. */
function isFlat(ring: readonly Position[]): boolean {
  const [x0 = 0, y0 = 0] = ring[0] ?? [];
  let [dx, dy, length] = [0, 0, 0];
  for (const [x = 0, y = 0] of ring) {
    const far = Math.hypot(x - x0, y - y0);
    if (far > length) [dx, dy, length] = [x - x0, y - y0, far];
  }
  return ring.every(
    ([x = 0, y = 0]) => Math.abs((x - x0) * dy - (y - y0) * dx) <= NO_WIDTH * Math.max(length, NO_WIDTH),
  );
}

function closedRing(ring: unknown, count: RingCount): Position[] | null {
  if (!Array.isArray(ring)) return null;
  const positions = ring.map(flatPosition);
  const [first, last] = [positions[0], positions.at(-1)];
  if (first && last && (first[0] !== last[0] || first[1] !== last[1])) {
    positions.push([...first]);
    count.closed++;
  }
  if (positions.length < FEWEST_POSITIONS || isFlat(positions)) return null;
  count.vertices += positions.length;
  for (const [x = Number.NaN, y = Number.NaN] of positions) count.inside &&= isInside(INDONESIA, x, y);
  count.crossed ||= crossesItself(positions) === true;
  return positions;
}

function cleanPolygon(rings: unknown, count: RingCount): Position[][] | null {
  if (!Array.isArray(rings)) return null;
  const [outer, ...holes] = rings.map((ring) => closedRing(ring, count));
  return outer ? [outer, ...holes.filter((hole) => hole !== null)] : null;
}

interface Parts {
  readonly polygons: readonly unknown[];
  readonly leftOut: number;
}

/** The polygons of a geometry, those of collections (of collections) included; null where it has none. */
function partsOf(geometry: unknown, depth = 0): Parts | null {
  const { type, coordinates, geometries } = (geometry ?? {}) as Readonly<Record<string, unknown>>;
  if (type === 'Polygon') return { polygons: [coordinates], leftOut: 0 };
  if (type === 'MultiPolygon') return { polygons: Array.isArray(coordinates) ? coordinates : [], leftOut: 0 };
  if (type !== 'GeometryCollection' || !Array.isArray(geometries) || depth > 8) return null;
  const inner = geometries.map((one) => partsOf(one, depth + 1));
  const polygons = inner.flatMap((part) => part?.polygons ?? []);
  if (polygons.length === 0) return null;
  const leftOut = inner.reduce((sum, part) => sum + (part?.leftOut ?? 1), 0);
  return { polygons, leftOut };
}

/** A polygon without heights and with closed rings. Parts without an outer ring of three corners are left out. */
export function checkGeometry(geometry: unknown): GeometryCheck {
  const { type } = (geometry ?? {}) as { readonly type?: unknown };
  const found = typeof type === 'string' ? type.slice(0, 20) : 'null';
  const refused = (code: ProblemCode, what: string): GeometryCheck => ({
    kind: 'refused',
    code,
    found: what,
  });
  const parts = partsOf(geometry);
  if (parts === null) return refused('geojson/not-a-polygon', found);
  const count: RingCount = { closed: 0, vertices: 0, inside: true, crossed: false };
  try {
    const polygons = parts.polygons
      .map((rings) => cleanPolygon(rings, count))
      .filter((polygon) => polygon !== null);
    const [only, second] = polygons;
    if (!only) return refused('geojson/not-a-polygon', 'empty');
    const plain: Polygon | MultiPolygon = second
      ? { type: 'MultiPolygon', coordinates: polygons }
      : { type: 'Polygon', coordinates: only };
    return {
      kind: 'polygon',
      geometry: plain,
      closedRings: count.closed,
      vertices: count.vertices,
      inside: count.inside,
      crossed: count.crossed,
      leftOut: parts.leftOut,
    };
  } catch (error) {
    if (error instanceof NotFinite) return refused('geojson/not-finite', found);
    throw error;
  }
}
