import type { HotspotAnswer } from '#core/hotspot-job.ts';
import type { NeighborChoice } from '#core/view.ts';
import type { HotspotInput, HotspotLayer } from './hotspot-layer.ts';
import type { Loadable } from './loadable.ts';

/** The same question under other neighbors. */
export interface OtherNeighbors {
  readonly neighbors: NeighborChoice;
  readonly answer: HotspotAnswer;
}

export interface HotspotState {
  readonly layer: Loadable<HotspotInput, HotspotLayer>;
  /** Computed once the layer is there. */
  readonly others: Loadable<HotspotInput, readonly OtherNeighbors[]>;
}

export const NO_HOTSPOTS: HotspotState = { layer: { state: 'idle' }, others: { state: 'idle' } };
