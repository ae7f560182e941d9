import type { AreaIndex, LonLat } from './area.ts';
import type { BoundaryCollection, BoundaryFeature } from './boundary.ts';
import { neighborGraph } from './neighbor-graph.ts';

/** The areas beside one area, by index, ascending. */
export interface Neighbors {
  readonly areas: readonly AreaIndex[];
  /** True where the area touches none: the areas are then those with the nearest centroids, and not beside it. */
  readonly nearest: boolean;
}

const NEAREST = 3;
/** Degrees by which boxes are widened: more than the tolerance of neighborGraph short of 80 degrees of latitude. */
const MARGIN = 0.001;

type Box = readonly [west: number, south: number, east: number, north: number];

function boxOf({ geometry }: BoundaryFeature): Box {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  for (const rings of polygons) {
    for (const ring of rings) {
      for (const [x = Number.NaN, y = Number.NaN] of ring) {
        west = Math.min(west, x);
        south = Math.min(south, y);
        east = Math.max(east, x);
        north = Math.max(north, y);
      }
    }
  }
  return [west, south, east, north];
}

function meet(a: Box, b: Box): boolean {
  return a[0] <= b[2] + MARGIN && b[0] <= a[2] + MARGIN && a[1] <= b[3] + MARGIN && b[1] <= a[3] + MARGIN;
}

/**
 * Finds who lies beside whom, one area at a time, for naming: neighborGraph (queen) among the area and those whose
 * boxes meet its own. Whether borders drawn twice count is decided among these, so that where few are, a statistic that
 * asks for all areas at once may leave one out that is named here.
 *
 * An area that touches none (an island) gets the three areas with the nearest centroids instead, `nearest` being
 * true; this is not symmetric. Distances are planar, longitudes shortened by the cosine of the latitude.
 *
 * Making one looks once at every vertex; asking looks at the vertices of areas whose boxes meet.
 * @param centroids by area index, degrees, as many as features.
 */
export function createNeighborFinder(
  boundaries: BoundaryCollection,
  centroids: readonly LonLat[],
): (area: AreaIndex) => Neighbors {
  const { features } = boundaries;
  const boxes = features.map(boxOf);
  return (area) => {
    const box = boxes[area];
    if (box === undefined) return { areas: [], nearest: false };
    const around = [...boxes.keys()].filter((i) => meet(box, boxes[i]!));
    const touching = touchingOf(
      around.indexOf(area),
      around.map((i) => features[i]!),
    ).map((i) => around[i] as AreaIndex);
    return touching.length > 0
      ? { areas: touching, nearest: false }
      : { areas: nearestTo(area, centroids), nearest: true };
  };
}

function touchingOf(area: number, features: readonly BoundaryFeature[]): number[] {
  const work = neighborGraph({ features }, [], { kind: 'queen' }, { islands: 'null' });
  for (;;) {
    const { done, value } = work.next();
    if (!done) continue;
    const { offset, neighbor } = value.graph;
    return Array.from(neighbor.subarray(offset[area], offset[area + 1]));
  }
}

function nearestTo(area: AreaIndex, centroids: readonly LonLat[]): readonly AreaIndex[] {
  const from = centroids[area];
  if (from === undefined) return [];
  const shorten = Math.cos((from[1] * Math.PI) / 180);
  return centroids
    .map((to, i) => ({
      index: i as AreaIndex,
      distance: ((to[0] - from[0]) * shorten) ** 2 + (to[1] - from[1]) ** 2,
    }))
    .filter(({ index, distance }) => index !== area && !Number.isNaN(distance))
    .sort((a, b) => a.distance - b.distance || a.index - b.index)
    .slice(0, NEAREST)
    .map(({ index }) => index)
    .sort((a, b) => a - b);
}
