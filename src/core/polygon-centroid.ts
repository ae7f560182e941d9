import type { MultiPolygon, Polygon, Position } from 'geojson';
import type { LonLat } from './area.ts';

/** Twice the area of a ring and six times its first moments, about `origin`, which keeps the digits. */
function momentsOf(ring: readonly Position[], origin: Position): readonly [number, number, number] {
  let [area, x, y] = [0, 0, 0];
  for (let k = 0; k + 1 < ring.length; k++) {
    const [ax, ay] = [ring[k]![0]! - origin[0]!, ring[k]![1]! - origin[1]!];
    const [bx, by] = [ring[k + 1]![0]! - origin[0]!, ring[k + 1]![1]! - origin[1]!];
    const cross = ax * by - bx * ay;
    area += cross;
    x += (ax + bx) * cross;
    y += (ay + by) * cross;
  }
  return area < 0 ? [-area, -x, -y] : [area, x, y];
}

/**
 * Center of mass of an area's polygons, holes taken out, in the plane of its coordinates: as GEOS and sf's st_centroid
 * without s2. Where it has no surface the mean of its vertices; without a geometry [NaN, NaN]. Rings closed, in either
 * direction. Linear in vertices.
 */
export function polygonCentroid(geometry: Polygon | MultiPolygon | null): LonLat {
  const polygons =
    geometry === null ? [] : geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  const origin = polygons[0]?.[0]?.[0];
  if (origin === undefined) return [Number.NaN, Number.NaN];
  let [area, x, y] = [0, 0, 0];
  for (const rings of polygons) {
    for (const [k, ring] of rings.entries()) {
      const [ringArea, ringX, ringY] = momentsOf(ring, origin);
      const sign = k === 0 ? 1 : -1;
      area += sign * ringArea;
      x += sign * ringX;
      y += sign * ringY;
    }
  }
  if (area > 0) return [origin[0]! + x / (3 * area), origin[1]! + y / (3 * area)];
  const vertices = polygons.flat(2);
  const mean = (axis: 0 | 1) => vertices.reduce((sum, vertex) => sum + vertex[axis]!, 0) / vertices.length;
  return [mean(0), mean(1)];
}
