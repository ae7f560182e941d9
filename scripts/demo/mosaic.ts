import { Delaunay } from 'd3-delaunay';
import { type LandField, landField } from './land.ts';
import { fractalNoise } from './noise.ts';
import { distance, type Point } from './plane.ts';
import { randomStream } from './random.ts';

/** Label of a grain outside the city. */
export const OUTSIDE = -1;

/** The plane in fine grains, each given to one kelurahan or to none. */
export interface Mosaic {
  readonly grains: readonly Point[];
  readonly triangles: Uint32Array;
  readonly halfedges: Int32Array;
  /** By grain: the index of its kelurahan, or OUTSIDE. */
  readonly owner: Int32Array;
}

const SPACING = 62;
const SMALLEST_AREA_KM2 = 0.34;

/** A jittered triangular lattice around the centres; the centres themselves come first. */
function scatterGrains(seed: number, centres: readonly Point[]): readonly Point[] {
  const random = randomStream(seed, 'grains');
  const margin = 5_200;
  const xs = centres.map(([x]) => x);
  const ys = centres.map(([, y]) => y);
  const grains: Point[] = [...centres];
  const rowHeight = SPACING * Math.sqrt(0.75);
  let row = 0;
  for (let y = Math.min(...ys) - margin; y < Math.max(...ys) + margin; y += rowHeight) {
    row += 1;
    for (let x = Math.min(...xs) - margin; x < Math.max(...xs) + margin; x += SPACING) {
      const grain: Point = [
        x + (row % 2) * (SPACING / 2) + (random.uniform() - 0.5) * SPACING * 0.45,
        y + (random.uniform() - 0.5) * SPACING * 0.45,
      ];
      if (centres.every((centre) => distance(grain, centre) > SPACING * 0.6)) grains.push(grain);
    }
  }
  return grains;
}

const GRAIN_KM2 = (SPACING * SPACING * Math.sqrt(0.75)) / 1e6;

/** The outline whose grains sum to the wanted surface, by bisection on the reach of the centres. */
function fitLand(
  seed: number,
  centres: readonly Point[],
  grains: readonly Point[],
  surfaceKm2: number,
): LandField {
  let low = 0.4;
  let high = 2.5;
  for (let step = 0; step < 11; step += 1) {
    const middle = (low + high) / 2;
    const field = landField(seed, centres, middle);
    let inside = 0;
    for (let k = 0; k < grains.length; k += 23) if (field(grains[k]!) < 0) inside += 23;
    if (inside * GRAIN_KM2 < surfaceKm2) low = middle;
    else high = middle;
  }
  return landField(seed, centres, (low + high) / 2);
}

/** Where a grain is looked up: shifted by noise that dies away near a centre, so that borders meander. */
function meander(seed: number, centres: readonly Point[], grains: readonly Point[]): readonly Point[] {
  const east = fractalNoise(seed + 41, 2_100, 6, 0.62);
  const north = fractalNoise(seed + 59, 2_100, 6, 0.62);
  return grains.map((grain) => {
    let nearest = Number.POSITIVE_INFINITY;
    for (const centre of centres) nearest = Math.min(nearest, distance(grain, centre));
    const reach = Math.min(1_300, 0.85 * nearest);
    return [grain[0] + reach * east(grain[0], grain[1]), grain[1] + reach * north(grain[0], grain[1])];
  });
}

function assign(
  centres: readonly Point[],
  places: readonly Point[],
  weights: Float64Array,
  owner: Int32Array,
): void {
  for (const [k, [x, y]] of places.entries()) {
    if (owner[k] === OUTSIDE) continue;
    let best = Number.POSITIVE_INFINITY;
    for (const [i, centre] of centres.entries()) {
      const power = (x - centre[0]) ** 2 + (y - centre[1]) ** 2 - weights[i]!;
      if (power < best) {
        best = power;
        owner[k] = i;
      }
    }
  }
}

/**
 * Raises the weight of cells smaller than SMALLEST_AREA_KM2 (power diagram: Aurenhammer, 1987), never so far that
 * a neighbor would lose its own centre.
 */
function raiseSmallCells(centres: readonly Point[], weights: Float64Array, sizes: Float64Array): void {
  const before = weights.slice();
  for (const [i, centre] of centres.entries()) {
    const missing = SMALLEST_AREA_KM2 - sizes[i]!;
    if (missing <= 0) continue;
    let limit = Number.POSITIVE_INFINITY;
    for (const [j, other] of centres.entries()) {
      if (j !== i) limit = Math.min(limit, 0.55 * distance(centre, other) ** 2 + before[j]!);
    }
    weights[i] = Math.min(limit, before[i]! + missing * 60_000);
  }
}

/** Grains cut off from their kelurahan's centre go to a neighbor's; holes in the land are filled. */
function reconnect(delaunay: Delaunay<Point>, owner: Int32Array, centres: number): void {
  const reached = new Uint8Array(owner.length);
  const visited: number[] = [];
  const visit = (grain: number): void => {
    reached[grain] = 1;
    visited.push(grain);
  };
  for (let centre = 0; centre < centres; centre += 1) visit(centre);
  visit(owner.length - 1);
  for (let k = 0; k < visited.length; k += 1) {
    for (const next of delaunay.neighbors(visited[k]!)) {
      if (reached[next] !== 1 && owner[next] === owner[visited[k]!]) visit(next);
    }
  }
  for (let k = 0; k < visited.length; k += 1) {
    for (const next of delaunay.neighbors(visited[k]!)) {
      if (reached[next] === 1) continue;
      owner[next] = owner[visited[k]!]!;
      visit(next);
    }
  }
}

/** Gives every grain of the plane to a kelurahan: a meandering weighted Voronoi diagram inside the outline. */
export function laidMosaic(seed: number, centres: readonly Point[], surfaceKm2: number): Mosaic {
  const grains = scatterGrains(seed, centres);
  const land = fitLand(seed, centres, grains, surfaceKm2);
  const owner = Int32Array.from(grains, (grain, k) => (k < centres.length || land(grain) < 0 ? 0 : OUTSIDE));
  const places = meander(seed, centres, grains);
  const weights = new Float64Array(centres.length);
  for (let round = 0; round < 7; round += 1) {
    assign(centres, places, weights, owner);
    const sizes = new Float64Array(centres.length);
    for (const i of owner) if (i !== OUTSIDE) sizes[i]! += GRAIN_KM2;
    raiseSmallCells(centres, weights, sizes);
  }
  assign(centres, places, weights, owner);
  for (let i = 0; i < centres.length; i += 1) owner[i] = i;
  const delaunay = new Delaunay<Point>(Float64Array.from(grains.flat()));
  reconnect(delaunay, owner, centres.length);
  return { grains, triangles: delaunay.triangles, halfedges: delaunay.halfedges, owner };
}
