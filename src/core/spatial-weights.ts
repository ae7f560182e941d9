import { invariant } from './problem.ts';

/** Who counts as a neighbor. */
export type NeighborRule =
  /** A common border or a common corner. */
  | { readonly kind: 'queen' }
  /** A common border. */
  | { readonly kind: 'rook' }
  /** The k areas with the nearest centroids; not symmetric. */
  | { readonly kind: 'nearest'; readonly k: number; readonly metric: DistanceMetric }
  /** Centroids no further apart than this; `distance` in kilometers, in coordinate units where the metric is planar. */
  | { readonly kind: 'distance-band'; readonly distance: number; readonly metric: DistanceMetric }
  /** Lists from elsewhere. */
  | { readonly kind: 'given'; readonly name: string };

/** Great circles in kilometers on a sphere of 6,371.0088 km, or straight lines in the units of the coordinates. */
export type DistanceMetric = 'haversine' | 'euclidean';

/** An area that touched none and was tied to the nearest one. */
export interface AttachedIsland {
  readonly area: number;
  readonly to: number;
  /** Between the boundaries. */
  readonly kilometers: number;
}

/**
 * Neighbors in compressed rows: those of area i are neighbor[offset[i]] to neighbor[offset[i + 1] - 1], ascending,
 * never i itself.
 */
export interface NeighborGraph {
  readonly rule: NeighborRule;
  readonly offset: Uint32Array;
  readonly neighbor: Uint32Array;
  /** Meters of common border beside each entry of `neighbor`, 0 for a corner; null where no borders were looked at. */
  readonly borderMeters: Float64Array | null;
  readonly attached: readonly AttachedIsland[];
}

/** Row-standardized (each row sums to 1) or binary, as `W` and `B` of spdep. */
export type WeightsStyle = 'W' | 'B';

/** Equal weights within each row: 1 / number of neighbors, or 1. */
export interface SpatialWeights {
  readonly graph: NeighborGraph;
  readonly style: WeightsStyle;
}

/** @throws where an index is out of range, an area neighbors itself, or a neighbor is named twice. */
export function graphOf(lists: readonly (readonly number[])[], rule: NeighborRule): NeighborGraph {
  const offset = new Uint32Array(lists.length + 1);
  lists.forEach((list, i) => {
    offset[i + 1] = offset[i]! + list.length;
  });
  const neighbor = new Uint32Array(offset[lists.length]!);
  lists.forEach((list, i) => {
    const sorted = [...list].sort((a, b) => a - b);
    sorted.forEach((j, k) => {
      const valid = Number.isInteger(j) && j >= 0 && j < lists.length && j !== i && sorted[k - 1] !== j;
      invariant(valid, `${j} is a neighbor of ${i}`);
    });
    neighbor.set(sorted, offset[i]!);
  });
  return { rule, offset, neighbor, borderMeters: null, attached: [] };
}

export function neighborLists({ offset, neighbor }: NeighborGraph): number[][] {
  return Array.from({ length: offset.length - 1 }, (_, i) =>
    Array.from(neighbor.subarray(offset[i]!, offset[i + 1]!)),
  );
}

/** Areas without a neighbor, ascending: they take no part in any spatial statistic. */
export function isolatesOf({ offset }: NeighborGraph): number[] {
  const isolates: number[] = [];
  for (let i = 0; i + 1 < offset.length; i++) if (offset[i] === offset[i + 1]) isolates.push(i);
  return isolates;
}

/**
 * The graph among the areas kept, renumbered by position in `kept`: what remains when areas without a value are left
 * out. Row-standardized weights then share 1 among the neighbors that remain (as spdep's subset.nb). Linear.
 * @param kept distinct indices, in any order: the new area k is the old area kept[k].
 */
export function restrictGraph(graph: NeighborGraph, kept: ArrayLike<number>): NeighborGraph {
  const renumbered = new Int32Array(graph.offset.length - 1).fill(-1);
  for (let k = 0; k < kept.length; k++) renumbered[kept[k]!] = k;
  const offset = new Uint32Array(kept.length + 1);
  const neighbor = new Uint32Array(graph.neighbor.length);
  const border = graph.borderMeters && new Float64Array(graph.neighbor.length);
  let end = 0;
  for (let k = 0; k < kept.length; k++) {
    const row: { readonly to: number; readonly meters: number }[] = [];
    for (let e = graph.offset[kept[k]!]!; e < graph.offset[kept[k]! + 1]!; e++) {
      const to = renumbered[graph.neighbor[e]!]!;
      if (to >= 0) row.push({ to, meters: graph.borderMeters?.[e] ?? 0 });
    }
    row.sort((a, b) => a.to - b.to);
    for (const { to, meters } of row) {
      neighbor[end] = to;
      if (border) border[end] = meters;
      end++;
    }
    offset[k + 1] = end;
  }
  const attached = graph.attached.flatMap(({ area, to, kilometers }) => {
    const [from, towards] = [renumbered[area]!, renumbered[to]!];
    return from >= 0 && towards >= 0 ? [{ area: from, to: towards, kilometers }] : [];
  });
  return {
    rule: graph.rule,
    offset,
    neighbor: neighbor.slice(0, end),
    borderMeters: border?.slice(0, end) ?? null,
    attached,
  };
}

/** The component of each area, links taken both ways; numbered from 0 by their first area. Linear. */
export function componentsOf({ offset, neighbor }: NeighborGraph): {
  componentOf: Uint32Array;
  count: number;
} {
  const areas = offset.length - 1;
  const parent = Uint32Array.from({ length: areas }, (_, i) => i);
  const root = (i: number): number => {
    let at = i;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at]!]!;
      at = parent[at]!;
    }
    return at;
  };
  for (let i = 0; i < areas; i++) {
    for (let e = offset[i]!; e < offset[i + 1]!; e++) {
      const [a, b] = [root(i), root(neighbor[e]!)];
      parent[Math.max(a, b)] = Math.min(a, b);
    }
  }
  const componentOf = new Uint32Array(areas);
  let count = 0;
  for (let i = 0; i < areas; i++) componentOf[i] = root(i) === i ? count++ : componentOf[root(i)]!;
  return { componentOf, count };
}
