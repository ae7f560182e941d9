import type { MultiPolygon, Polygon } from 'geojson';
import { merge } from 'topojson-client';
import { topology } from 'topojson-server';
import type {
  MultiPolygon as ArcMultiPolygon,
  Polygon as ArcPolygon,
  GeometryCollection,
  Topology,
} from 'topojson-specification';

type Areal = Polygon | MultiPolygon;
type ArcAreal = ArcPolygon | ArcMultiPolygon;

/**
 * Outlines of groups of areas, by cancelling the borders of which both sides have the same vertices. Where neighbors
 * are drawn apart the gap between them stays. Linear in vertices: for territories too large for an exact union.
 * @param groups indices of the areas of each group.
 */
export function mergedOutlines(
  geometries: readonly Areal[],
  groups: readonly (readonly number[])[],
): readonly Areal[] {
  const areas = { type: 'GeometryCollection' as const, geometries: [...geometries] };
  const arcs = topology({ areas }) as unknown as Topology<{ readonly areas: GeometryCollection }>;
  const members = arcs.objects.areas.geometries as ArcAreal[];
  return groups.map((group) => merge(arcs, group.map((i) => members[i]!) as ArcPolygon[]));
}
