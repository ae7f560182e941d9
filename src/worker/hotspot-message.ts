import type { HotspotMap } from '#core/hotspot-map.ts';
import type { IndexedLinkEdit } from '#core/link-edit.ts';
import type { NeighborReport } from '#core/neighbor-graph.ts';
import type { PackedGeometries } from '#core/packed-boundaries.ts';
import type { RateCounts } from '#core/rates.ts';
import type { NeighborGraph, NeighborRule } from '#core/spatial-weights.ts';
import type { Hotspots } from '#core/view.ts';

/** Areas of one level, sent once and kept. */
export interface SentAreas {
  readonly packed: PackedGeometries;
  readonly codes: readonly string[];
}

/** One computation on areas that were sent. */
export interface HotspotJob {
  readonly method: Hotspots['method'];
  readonly counts: RateCounts;
  readonly second: RateCounts | null;
  readonly rule: NeighborRule;
  readonly edits: readonly IndexedLinkEdit[];
  readonly permutations: number;
  readonly seed: number;
}

export interface HotspotAnswer {
  readonly map: HotspotMap;
  readonly graph: NeighborGraph;
  readonly report: NeighborReport;
}
