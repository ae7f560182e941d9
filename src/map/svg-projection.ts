import type { Position } from 'geojson';
import type { LonLat } from '#core/area.ts';
import type { BoundaryCollection, BoundaryFeature } from '#core/boundary.ts';
import { type Bounds, boundsOf } from './extent.ts';

/** The longer side of the drawing, in its own units. */
const DRAWING_UNITS = 10_000;
const FINE_GRID = 0.1;
const COARSE_GRID = 2;
/** With more than this a browser without a graphics card no longer follows the pointer. */
const FINE_AREAS = 1_500;
const FINE_VERTICES = 200_000;
const EARTH_CIRCUMFERENCE_M = 40_075_017;
const HIGHEST_LATITUDE = 85;

/** Mercator as in the WebGL map: x to the east, y to the south, in units of the drawing. */
export interface SvgProjection {
  readonly width: number;
  readonly height: number;
  /** Units in one turn around the earth: what the zoom of a web map counts by. */
  readonly unitsAround: number;
  forward(point: LonLat): readonly [x: number, y: number];
  inverse(place: readonly [x: number, y: number]): LonLat;
  latitudeAt(y: number): number;
  /** Lengths near a latitude. */
  metersPerUnit(latitude: number): number;
}

function mercator(latitude: number): number {
  const bounded = Math.min(HIGHEST_LATITUDE, Math.max(-HIGHEST_LATITUDE, latitude));
  return (Math.log(Math.tan(Math.PI / 4 + (bounded * Math.PI) / 360)) * 180) / Math.PI;
}

function latitudeOf(y: number): number {
  return (Math.atan(Math.exp((y * Math.PI) / 180)) * 360) / Math.PI - 90;
}

/** A drawing into which the bounds fit exactly. */
export function projectionOf([west, south, east, north]: Bounds): SvgProjection {
  const top = mercator(north);
  const across = Math.max(east - west, 1e-6);
  const down = Math.max(top - mercator(south), 1e-6);
  const units = DRAWING_UNITS / Math.max(across, down);
  return {
    width: across * units,
    height: down * units,
    unitsAround: 360 * units,
    forward: ([longitude, latitude]) => [(longitude - west) * units, (top - mercator(latitude)) * units],
    inverse: ([x, y]) => [west + x / units, latitudeOf(top - y / units)],
    latitudeAt: (y) => latitudeOf(top - y / units),
    metersPerUnit: (latitude) =>
      (EARTH_CIRCUMFERENCE_M * Math.cos((latitude * Math.PI) / 180)) / (360 * units),
  };
}

function polygonsOf({ geometry }: BoundaryFeature): readonly (readonly Position[][])[] {
  return geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
}

/**
 * Grid to which vertices are drawn: those shared by neighbors stay shared, so that a coarse drawing has no gaps.
 * Coarse where the areas or vertices are many.
 */
export function gridFor(boundaries: BoundaryCollection): number {
  if (boundaries.features.length > FINE_AREAS) return COARSE_GRID;
  let vertices = 0;
  for (const feature of boundaries.features)
    for (const rings of polygonsOf(feature)) for (const ring of rings) vertices += ring.length;
  return vertices > FINE_VERTICES ? COARSE_GRID : FINE_GRID;
}

export function isSimplified(boundaries: BoundaryCollection): boolean {
  return gridFor(boundaries) === COARSE_GRID;
}

/** Corners of a ring on the grid, each different from the one before; without the closing one. */
function corners(ring: readonly Position[], projection: SvgProjection, grid: number): number[] {
  const flat: number[] = [];
  for (let k = 0; k + 1 < ring.length; k++) {
    const [longitude = 0, latitude = 0] = ring[k] ?? [];
    const [x, y] = projection.forward([longitude, latitude]);
    const [column, row] = [Math.round(x / grid), Math.round(y / grid)];
    if (flat.at(-2) !== column || flat.at(-1) !== row) flat.push(column, row);
  }
  if (flat.length > 2 && flat[0] === flat.at(-2) && flat[1] === flat.at(-1)) flat.length -= 2;
  return flat;
}

function written(steps: number, grid: number): string {
  return grid < 1 ? String(Math.round(steps * grid * 10) / 10) : String(steps * grid);
}

function pathOfCorners(flat: readonly number[], grid: number): string {
  let path = '';
  for (let k = 0; k < flat.length; k += 2) {
    path += `${k === 0 ? 'M' : 'L'}${written(flat[k] ?? 0, grid)},${written(flat[k + 1] ?? 0, grid)}`;
  }
  return `${path}Z`;
}

/** One grid cell: what remains of an area smaller than that, so that it is not lost. */
function cellPath([column = 0, row = 0]: readonly number[], grid: number): string {
  return pathOfCorners([column, row, column + 1, row, column + 1, row + 1, column, row + 1], grid);
}

/** SVG path data of one area: every ring closed, for the rule `evenodd`. Rings too small for the grid are left out. */
export function areaPath(feature: BoundaryFeature, projection: SvgProjection, grid: number): string {
  let path = '';
  let first: readonly number[] | null = null;
  for (const ring of polygonsOf(feature).flat()) {
    const flat = corners(ring, projection, grid);
    first ??= flat;
    if (flat.length >= 6) path += pathOfCorners(flat, grid);
  }
  return path === '' && first !== null ? cellPath(first, grid) : path;
}

/** Path data by area index, or null where there is nothing to draw. */
export function drawingOf(
  boundaries: BoundaryCollection,
): { readonly projection: SvgProjection; readonly grid: number; readonly paths: readonly string[] } | null {
  const bounds = boundsOf(boundaries);
  if (bounds === null) return null;
  const projection = projectionOf(bounds);
  const grid = gridFor(boundaries);
  const paths = boundaries.features.map((feature) => areaPath(feature, projection, grid));
  return { projection, grid, paths };
}
