import type { RateVariance } from './empirical-bayes.ts';
import type { HotspotMap } from './hotspot-map.ts';
import type { IndexedLinkEdit } from './link-edit.ts';
import type { NeighborReport } from './neighbor-graph.ts';
import type { PackedGeometries } from './packed-boundaries.ts';
import type { RateCounts } from './rates.ts';
import type { NeighborGraph, NeighborRule } from './spatial-weights.ts';
import type { Hotspots } from './view.ts';

/** Areas of one level, sent once and kept. */
export interface SentAreas {
  readonly packed: PackedGeometries;
  readonly codes: readonly string[];
}

/** One computation on areas that were sent. */
export interface HotspotJob {
  readonly method: Hotspots['method'];
  readonly counts: RateCounts;
  readonly variance: RateVariance;
  readonly second: RateCounts | null;
  readonly rule: NeighborRule;
  readonly edits: readonly IndexedLinkEdit[];
  readonly permutations: number;
  readonly seed: number;
}

/** What became of hotspots over periods, on areas that were sent. */
export interface EmergingJob {
  readonly method: 'emerging';
  readonly periods: readonly RateCounts[];
  readonly variance: RateVariance;
  readonly rule: NeighborRule;
  readonly permutations: number;
  readonly seed: number;
}

export interface HotspotAnswer {
  readonly map: HotspotMap;
  readonly graph: NeighborGraph;
  readonly report: NeighborReport;
}
