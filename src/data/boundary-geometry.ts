import type { MultiPolygon, Polygon, Position } from 'geojson';
import type { ProblemCode } from '#core/problem.ts';
import { INDONESIA, isInside } from './coordinate-fault.ts';

/** A geometry made plain, or why it cannot be drawn. `inside`: every vertex lies within Indonesia. */
export type GeometryCheck =
  | {
      readonly kind: 'polygon';
      readonly geometry: Polygon | MultiPolygon;
      readonly closedRings: number;
      readonly vertices: number;
      readonly inside: boolean;
    }
  | { readonly kind: 'refused'; readonly code: ProblemCode; readonly found: string };

/** A closed ring around something. */
const FEWEST_POSITIONS = 4;

interface RingCount {
  closed: number;
  vertices: number;
  inside: boolean;
}

class NotFinite extends Error {}

function flatPosition(position: unknown): Position {
  if (!Array.isArray(position)) throw new NotFinite();
  const [x, y] = position as readonly unknown[];
  if (typeof x !== 'number' || typeof y !== 'number' || !Number.isFinite(x) || !Number.isFinite(y))
    throw new NotFinite();
  return [x, y];
}

function closedRing(ring: unknown, count: RingCount): Position[] | null {
  if (!Array.isArray(ring)) return null;
  const positions = ring.map(flatPosition);
  const [first, last] = [positions[0], positions.at(-1)];
  if (first && last && (first[0] !== last[0] || first[1] !== last[1])) {
    positions.push([...first]);
    count.closed++;
  }
  if (positions.length < FEWEST_POSITIONS) return null;
  count.vertices += positions.length;
  for (const [x = Number.NaN, y = Number.NaN] of positions) count.inside &&= isInside(INDONESIA, x, y);
  return positions;
}

function cleanPolygon(rings: unknown, count: RingCount): Position[][] | null {
  if (!Array.isArray(rings)) return null;
  const [outer, ...holes] = rings.map((ring) => closedRing(ring, count));
  return outer ? [outer, ...holes.filter((hole) => hole !== null)] : null;
}

/** A polygon without heights and with closed rings. Parts without an outer ring of three corners are left out. */
export function checkGeometry(geometry: unknown): GeometryCheck {
  const { type, coordinates } = (geometry ?? {}) as {
    readonly type?: unknown;
    readonly coordinates?: unknown;
  };
  const found = typeof type === 'string' ? type.slice(0, 20) : 'null';
  const refused = (code: ProblemCode, what: string): GeometryCheck => ({
    kind: 'refused',
    code,
    found: what,
  });
  if (type !== 'Polygon' && type !== 'MultiPolygon') return refused('geojson/not-a-polygon', found);
  const count: RingCount = { closed: 0, vertices: 0, inside: true };
  const parts = type === 'Polygon' ? [coordinates] : Array.isArray(coordinates) ? coordinates : [];
  try {
    const polygons = parts.map((rings) => cleanPolygon(rings, count)).filter((polygon) => polygon !== null);
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
    };
  } catch (error) {
    if (error instanceof NotFinite) return refused('geojson/not-finite', found);
    throw error;
  }
}
