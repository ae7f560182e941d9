import type { AreaIndex } from '#core/area.ts';
import type { BoundaryCollection } from '#core/boundary.ts';
import { boundsOf } from '#map/extent.ts';
import { areaPath, projectionOf } from '#map/svg-projection.ts';

/** Of the about 10,000 units of a drawing: less than a pixel of a map as small as this. */
const GRID = 20;

/** Where an area lies, as SVG path data in one view box. */
export interface Locator {
  readonly width: number;
  readonly height: number;
  /** All kecamatan. */
  readonly city: string;
  /** The areas beside it. */
  readonly neighbors: string;
  readonly area: string;
}

/**
 * An area within its city, with its neighbors. Null where there is nothing to draw.
 * @param boundaries of its level; feature i is area i.
 */
export function locatorOf(
  boundaries: BoundaryCollection,
  districts: BoundaryCollection,
  area: AreaIndex,
  neighbors: readonly AreaIndex[],
): Locator | null {
  const bounds = boundsOf(boundaries);
  const own = boundaries.features[area];
  if (bounds === null || own === undefined) return null;
  const projection = projectionOf(bounds);
  const drawn = (features: BoundaryCollection['features']) =>
    features.map((feature) => areaPath(feature, projection, GRID)).join('');
  return {
    width: projection.width,
    height: projection.height,
    city: drawn(districts.features),
    neighbors: drawn(neighbors.flatMap((index) => boundaries.features[index] ?? [])),
    area: drawn([own]),
  };
}
