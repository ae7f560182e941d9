import type { HotspotMap } from '#core/hotspots.ts';
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

export type HotspotRequest =
  | { readonly task: 'areas'; readonly areas: SentAreas }
  | { readonly task: 'run'; readonly run: number; readonly job: HotspotJob }
  | { readonly task: 'cancel'; readonly run: number };

export type HotspotReply =
  | { readonly run: number; readonly progress: number }
  | { readonly run: number; readonly answer: HotspotAnswer }
  | { readonly run: number; readonly broken: string };
