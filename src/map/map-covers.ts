import type { BoundaryCollection } from '#core/boundary.ts';
import { type MapPadding, NO_PADDING } from './map-padding.ts';
import type { Rectangle } from './svg-camera.ts';

/** What stands over a map. */
export interface MapCovers {
  /** How much room some areas need to be clear of it, once they are fitted. */
  readonly clearance: (areas: BoundaryCollection) => MapPadding;
  /** Where no name is read, CSS px from the top left corner of the map. */
  readonly boxes: readonly Rectangle[];
}

export const NO_COVERS: MapCovers = { clearance: () => NO_PADDING, boxes: [] };
