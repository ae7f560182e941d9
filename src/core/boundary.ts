import type { Feature, FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import type { AreaCode } from './area.ts';

/** What a boundary feature carries once it has been recognised. `index` is the area index, also the feature id. */
export interface BoundaryProperties {
  readonly index: number;
  readonly code: AreaCode;
  readonly name: string;
}
export type BoundaryFeature = Feature<Polygon | MultiPolygon, BoundaryProperties>;
/** Boundaries of one Geography: feature i is area i. Degrees, WGS 84. */
export type BoundaryCollection = FeatureCollection<Polygon | MultiPolygon, BoundaryProperties>;
