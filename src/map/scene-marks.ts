import type { MultiPolygon, Polygon } from 'geojson';
import type { AreaIndex, LonLat } from '#core/area.ts';
import type { LinkKind, MarkStrength } from './mark-kind.ts';
import type { PointLook, ZoneLook } from './place-look.ts';

/** An area ringed along its border; neighbors of one color and strength share one ring. */
export interface RingMark {
  readonly index: AreaIndex;
  /** `#rrggbb`. */
  readonly color: string;
  readonly strength: MarkStrength;
}

/** A circle over a point of an area, for a count: the surface goes with the count. */
export interface SymbolMark {
  readonly point: LonLat;
  readonly radiusPx: number;
  /** `#rrggbb` of its rim; the inside is nearly clear. */
  readonly color: string;
}

/** A line from area to area: neighbors by a common border, an island tied to the nearest, a link added or cut by hand. */
export interface LinkMark {
  readonly from: LonLat;
  readonly to: LonLat;
  readonly kind: LinkKind;
}

/** Services of one layer: symbols of one look. */
export interface PlaceMarks {
  readonly look: PointLook;
  readonly points: readonly LonLat[];
}

/** Surfaces of one layer, by their outlines. */
export interface ZoneMarks {
  readonly look: ZoneLook;
  readonly surfaces: readonly (Polygon | MultiPolygon)[];
}

/** What lies over the choropleth, which stays readable below. Compared by identity: another object is drawn anew. */
export interface SceneMarks {
  readonly rings: readonly RingMark[];
  readonly symbols: readonly SymbolMark[];
  readonly links: readonly LinkMark[];
  readonly zones: readonly ZoneMarks[];
  /** The first lies lowest. */
  readonly places: readonly PlaceMarks[];
}
