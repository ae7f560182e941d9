import type { AreaIndex, LonLat } from './area.ts';
import type { BoundaryCollection, BoundaryFeature } from './boundary.ts';

/** The areas beside one area, by index, ascending. */
export interface Neighbors {
  readonly areas: readonly AreaIndex[];
  /** True where the area touches none: the areas are then those with the nearest centroids, and not beside it. */
  readonly nearest: boolean;
}

/** Vertices this close are one: 1e-5 degrees, about a metre. */
const SNAP = 1e5;
const NEAREST = 3;

type Box = readonly [west: number, south: number, east: number, north: number];

function forEachVertex({ geometry }: BoundaryFeature, visit: (x: number, y: number) => void): void {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  for (const rings of polygons) {
    for (const ring of rings) {
      for (const [longitude = Number.NaN, latitude = Number.NaN] of ring) {
        visit(Math.round(longitude * SNAP), Math.round(latitude * SNAP));
      }
    }
  }
}

function boxOf(feature: BoundaryFeature): Box {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  forEachVertex(feature, (x, y) => {
    west = Math.min(west, x);
    south = Math.min(south, y);
    east = Math.max(east, x);
    north = Math.max(north, y);
  });
  return [west, south, east, north];
}

function meet(a: Box, b: Box): boolean {
  return a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];
}

/** A vertex as one whole number below 2 ** 53. */
function vertexKey(x: number, y: number): number {
  return (x + 180 * SNAP) * 2 ** 26 + (y + 90 * SNAP);
}

/**
 * Finds who lies beside whom. Provisional: two areas touch where they share a vertex, once vertices are snapped to
 * 1e-5 degrees. Borders that run along each other without a common vertex are not seen, and no water or road is
 * looked at: good enough to name neighbors, not to weigh them in a statistic. Touching is symmetric.
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
    const [feature, box] = [features[area], boxes[area]];
    if (feature === undefined || box === undefined) return { areas: [], nearest: false };
    const own = new Set<number>();
    forEachVertex(feature, (x, y) => own.add(vertexKey(x, y)));
    const touching: AreaIndex[] = [];
    for (const [i, other] of features.entries()) {
      if (i === area || !meet(box, boxes[i]!)) continue;
      let touches = false;
      forEachVertex(other, (x, y) => {
        touches ||= own.has(vertexKey(x, y));
      });
      if (touches) touching.push(i as AreaIndex);
    }
    return touching.length > 0
      ? { areas: touching, nearest: false }
      : { areas: nearestTo(area, centroids), nearest: true };
  };
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
