import type { LonLat } from './area.ts';
import { PointTree } from './point-tree.ts';
import { invariant } from './problem.ts';
import type { DistanceMetric, NeighborGraph } from './spatial-weights.ts';

const POINTS_PER_YIELD = 512;

/**
 * The k areas with the nearest centroids: great circles (haversine) or straight lines, ties by lower index. All others
 * where there are no more than k; none for a centroid that is not finite, which is nobody's neighbor either. Not
 * symmetric. Yields the share done. n log n for small k.
 * @param centroids by area: degrees, or in any plane.
 * @param k a whole number of at least 1.
 */
export function* nearestGraph(
  centroids: readonly LonLat[],
  k: number,
  metric: DistanceMetric,
): Generator<number, NeighborGraph> {
  invariant(Number.isInteger(k) && k >= 1, `${k} nearest neighbors`);
  const tree = new PointTree(centroids, metric);
  const count = Math.max(0, Math.min(k, tree.size - 1));
  const offset = new Uint32Array(centroids.length + 1);
  const neighbor = new Uint32Array(tree.size * count);
  const [nearest, measures] = [new Uint32Array(count), new Float64Array(count)];
  for (let i = 0; i < centroids.length; i++) {
    if (i % POINTS_PER_YIELD === 0) yield i / centroids.length;
    offset[i + 1] = offset[i]!;
    if (count === 0 || !isFinitePoint(centroids[i]!)) continue;
    let found = 0;
    tree.visitNear(i, Infinity, (j, measure) => {
      if (j !== i) found = insertNearest(nearest, measures, found, j, measure);
      return found < count ? Infinity : measures[count - 1]!;
    });
    nearest.sort();
    neighbor.set(nearest, offset[i]!);
    offset[i + 1]! += count;
  }
  const rule = { kind: 'nearest', k, metric } as const;
  return { rule, offset, neighbor, borderMeters: null, attached: [] };
}

/** Puts j in its place by measure, then index, if it is among the nearest; returns how many there are now. */
function insertNearest(
  nearest: Uint32Array,
  measures: Float64Array,
  found: number,
  j: number,
  measure: number,
): number {
  let at = found;
  if (found === nearest.length && !isBefore(nearest, measures, --at, j, measure)) return found;
  for (; at > 0 && isBefore(nearest, measures, at - 1, j, measure); at--) {
    nearest[at] = nearest[at - 1]!;
    measures[at] = measures[at - 1]!;
  }
  nearest[at] = j;
  measures[at] = measure;
  return Math.min(nearest.length, found + 1);
}

function isBefore(
  nearest: Uint32Array,
  measures: Float64Array,
  at: number,
  j: number,
  measure: number,
): boolean {
  return measure < measures[at]! || (measure === measures[at]! && j < nearest[at]!);
}

/**
 * The areas whose centroids are no further than the distance, the bound included; symmetric. None for a centroid that
 * is not finite. Yields the share done. n log n plus the links found.
 * @param centroids by area: degrees, or in any plane.
 * @param distance kilometers, or coordinate units; at least 0.
 */
export function* bandGraph(
  centroids: readonly LonLat[],
  distance: number,
  metric: DistanceMetric,
): Generator<number, NeighborGraph> {
  invariant(distance >= 0, `a distance band of ${distance}`);
  const tree = new PointTree(centroids, metric);
  const limit = tree.measureOf(distance) * (1 + 1e-9) + Number.MIN_VALUE;
  const offset = new Uint32Array(centroids.length + 1);
  let neighbor = new Uint32Array(1024);
  for (let i = 0; i < centroids.length; i++) {
    if (i % POINTS_PER_YIELD === 0) yield i / centroids.length;
    let end = offset[i]!;
    if (isFinitePoint(centroids[i]!)) {
      tree.visitNear(i, limit, (j, measure) => {
        if (j !== i && tree.distanceOf(measure) <= distance) {
          if (end === neighbor.length) neighbor = doubled(neighbor);
          neighbor[end++] = j;
        }
        return limit;
      });
    }
    neighbor.subarray(offset[i]!, end).sort();
    offset[i + 1] = end;
  }
  const rule = { kind: 'distance-band', distance, metric } as const;
  return { rule, offset, neighbor: neighbor.slice(0, offset.at(-1)), borderMeters: null, attached: [] };
}

function isFinitePoint([x, y]: LonLat): boolean {
  return Number.isFinite(x + y);
}

function doubled(list: Uint32Array): Uint32Array<ArrayBuffer> {
  const longer = new Uint32Array(2 * list.length);
  longer.set(list);
  return longer;
}
