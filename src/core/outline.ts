import type { MultiPolygon, Polygon, Position } from 'geojson';
import type { DistanceMetric } from './spatial-weights.ts';

/** Boundaries as a reader's file has them: feature i is area i; without a geometry it has no outline. */
export interface Outlined {
  readonly features: readonly { readonly geometry: Polygon | MultiPolygon | null }[];
}

/**
 * All rings of all areas on one whole-number grid, areas in order: 1e-7 degrees a step, or 1 / 4e9 of the extent where
 * the metric is euclidean. Vertices that fall on one point of the grid are one. Each ring is stored as its last vertex,
 * all its vertices, and its first vertex again; `area` is -1 at the first and last of these. So where area[i] >= 0
 * there is a segment from i to i + 1, and i - 1 is the vertex before.
 */
export interface Outline {
  readonly areas: number;
  readonly metric: DistanceMetric;
  readonly x: Uint32Array;
  readonly y: Uint32Array;
  readonly area: Int32Array;
  /** Length of a step north: meters, or coordinate units where the metric is euclidean. */
  readonly step: number;
}

/** Mean radius of the Earth. */
export const EARTH_KM = 6371.0088;
const STEPS_PER_DEGREE = 1e7;
const STEPS_PER_EXTENT = 4e9;
const AREAS_PER_YIELD = 128;
const RADIANS = Math.PI / 180;

function ringsOf(geometry: Polygon | MultiPolygon | null | undefined): Position[][] {
  if (geometry?.type === 'Polygon') return geometry.coordinates;
  return geometry?.type === 'MultiPolygon' ? geometry.coordinates.flat() : [];
}

/** Where the grid begins, and its step in the units of the coordinates. */
interface Grid {
  readonly west: number;
  readonly south: number;
  readonly unit: number;
}

const DEGREES: Grid = { west: -180, south: -90, unit: 1 / STEPS_PER_DEGREE };
const TURN = 360 * STEPS_PER_DEGREE;

function* planarGrid({ features }: Outlined): Generator<number, Grid> {
  let [west, east, south, north] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const [i, { geometry }] of features.entries()) {
    if (i % AREAS_PER_YIELD === 0) yield (0.5 * i) / features.length;
    for (const position of ringsOf(geometry).flat()) {
      const [x, y] = [position[0]!, position[1]!];
      if (!Number.isFinite(x + y)) continue;
      if (x < west) west = x;
      if (x > east) east = x;
      if (y < south) south = y;
      if (y > north) north = y;
    }
  }
  const span = Math.max(east - west, north - south);
  return { west, south, unit: span > 0 ? span / STEPS_PER_EXTENT : 1 };
}

/**
 * Outline of boundaries in degrees (`haversine`) or in any plane (`euclidean`). Rings may be unclosed, repeat vertices
 * and turn either way; vertices that are not finite and rings of fewer than three vertices are left out. A full turn is
 * one place; the grid is cut at the date line, or at Greenwich where the areas then lie closer together. Yields the share done. Linear.
 */
export function* outlineOf(boundaries: Outlined, metric: DistanceMetric): Generator<number, Outline> {
  const grid = metric === 'haversine' ? DEGREES : yield* planarGrid(boundaries);
  let capacity = 0;
  for (const { geometry } of boundaries.features) {
    for (const ring of ringsOf(geometry)) capacity += ring.length + 2;
  }
  const [x, y] = [new Uint32Array(capacity), new Uint32Array(capacity)];
  const area = new Int32Array(capacity);
  let end = 0;
  for (const [i, { geometry }] of boundaries.features.entries()) {
    if (i % AREAS_PER_YIELD === 0) yield 0.5 + (0.5 * i) / boundaries.features.length;
    for (const ring of ringsOf(geometry)) {
      const vertices = layRing(ring, grid, x, y, end + 1);
      if (vertices < 3) continue;
      const last = end + vertices;
      x[end] = x[last]!;
      y[end] = y[last]!;
      x[last + 1] = x[end + 1]!;
      y[last + 1] = y[end + 1]!;
      area.fill(i, end + 1, last + 1);
      area[end] = -1;
      area[last + 1] = -1;
      end = last + 2;
    }
  }
  if (metric === 'haversine') turnToNarrower(x.subarray(0, end));
  return {
    areas: boundaries.features.length,
    metric,
    x: x.subarray(0, end),
    y: y.subarray(0, end),
    area: area.subarray(0, end),
    step: metric === 'haversine' ? (EARTH_KM * 1000 * RADIANS) / STEPS_PER_DEGREE : grid.unit,
  };
}

/** Writes the distinct vertices of a ring from `first` on, not closed; returns how many. */
function layRing(ring: Position[], grid: Grid, x: Uint32Array, y: Uint32Array, first: number): number {
  let next = first;
  for (const position of ring) {
    const east = Math.round((position[0]! - grid.west) / grid.unit);
    const north = Math.round((position[1]! - grid.south) / grid.unit);
    if (!Number.isFinite(east + north)) continue;
    const turned = grid === DEGREES ? withinTurn(east) : east;
    if (next > first && x[next - 1] === turned && y[next - 1] === north) continue;
    x[next] = turned;
    y[next++] = north;
  }
  if (next > first && x[next - 1] === x[first] && y[next - 1] === y[first]) next--;
  return next - first;
}

function withinTurn(x: number): number {
  if (x >= 0 && x < TURN) return x;
  return x - TURN * Math.floor(x / TURN);
}

function turnToNarrower(x: Uint32Array): void {
  const span = spanOf(x, 0);
  if (span <= TURN / 2 || spanOf(x, TURN / 2) >= span) return;
  for (let i = 0; i < x.length; i++) x[i] = withinTurn(x[i]! + TURN / 2);
}

function spanOf(x: Uint32Array, turn: number): number {
  let [least, most] = [Infinity, 0];
  for (const value of x) {
    const turned = withinTurn(value + turn);
    if (turned < least) least = turned;
    if (turned > most) most = turned;
  }
  return most - least;
}

/** Length of a step east at the given y, as `Outline.step`; longitudes shorten by the cosine of the latitude. */
export function eastStep({ metric, step }: Outline, y: number): number {
  return metric === 'haversine' ? step * Math.cos((y / STEPS_PER_DEGREE - 90) * RADIANS) : step;
}

/** Length of the segment from vertex i, in meters or coordinate units; planar within the segment (off by < 1e-6 to 10 km). */
export function segmentLength(outline: Outline, i: number): number {
  const { x, y, step } = outline;
  const east = (x[i + 1]! - x[i]!) * eastStep(outline, (y[i]! + y[i + 1]!) / 2);
  const north = (y[i + 1]! - y[i]!) * step;
  return Math.sqrt(east * east + north * north);
}
