import { area } from '@turf/area';
import { featureCollection, polygon } from '@turf/helpers';
import { union } from '@turf/union';
import type { Feature, MultiPolygon, Polygon, Position } from 'geojson';

/** Holes and islands smaller than this are gaps between neighbors drawn apart, not land or water. */
const SLIVER_KM2 = 0.05;
/** The exact union takes about 0.1 ms a vertex. */
export const EXACT_VERTICES = 100_000;

type Areal = Polygon | MultiPolygon;

function polygonsOf(geometry: Areal): Position[][][] {
  return geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
}

function surfaceKm2(rings: Position[][]): number {
  return area(polygon(rings)) / 1e6;
}

function arealOf(polygons: Position[][][]): Areal {
  const [only] = polygons;
  if (polygons.length === 1 && only !== undefined) return { type: 'Polygon', coordinates: only };
  return { type: 'MultiPolygon', coordinates: polygons };
}

/** Without small holes, and without small islands unless there is nothing else. */
export function withoutSlivers(geometry: Areal): Areal {
  const filled = polygonsOf(geometry).map(([outer, ...holes]) => [
    outer!,
    ...holes.filter((hole) => surfaceKm2([hole]) >= SLIVER_KM2),
  ]);
  const large = filled.filter((rings) => surfaceKm2(rings) >= SLIVER_KM2);
  return arealOf(large.length > 0 ? large : filled);
}

/**
 * The outline of several areas together. Where the union is out of reach (crossing rings, very many vertices) the
 * members side by side, inner borders included.
 */
export function dissolve(members: readonly Feature<Areal>[]): Areal {
  const aside = arealOf(members.flatMap((member) => polygonsOf(member.geometry)));
  const vertices = polygonsOf(aside).reduce(
    (sum, rings) => sum + rings.reduce((n, ring) => n + ring.length, 0),
    0,
  );
  if (members.length === 1 || vertices > EXACT_VERTICES) return aside;
  try {
    const joined = union(featureCollection([...members]));
    return joined === null ? aside : withoutSlivers(joined.geometry);
  } catch {
    return aside;
  }
}
