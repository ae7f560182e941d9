import type { Position } from 'geojson';
import type { BoundaryCollection, BoundaryFeature } from '#core/boundary.ts';

/** West, south, east, north, in degrees. */
export type Bounds = readonly [west: number, south: number, east: number, north: number];

const KM_PER_DEGREE = 111.32;

function ringsOf(feature: BoundaryFeature): readonly (readonly Position[])[] {
  const { geometry } = feature;
  return geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
}

const whole = new WeakMap<BoundaryCollection, Bounds | null>();

/** The smallest box around all boundaries, or around those kept; null where there are none. */
export function boundsOf(collection: BoundaryCollection, keep?: (index: number) => boolean): Bounds | null {
  if (keep) return measuredBounds(collection, keep);
  const before = whole.get(collection);
  if (before !== undefined) return before;
  const bounds = measuredBounds(collection, () => true);
  whole.set(collection, bounds);
  return bounds;
}

function measuredBounds(collection: BoundaryCollection, keep: (index: number) => boolean): Bounds | null {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  collection.features.forEach((feature, i) => {
    if (!keep(i)) return;
    for (const ring of ringsOf(feature)) {
      for (const [x = Number.NaN, y = Number.NaN] of ring) {
        if (x < box[0]) box[0] = x;
        if (y < box[1]) box[1] = y;
        if (x > box[2]) box[2] = x;
        if (y > box[3]) box[3] = y;
      }
    }
  });
  return box[0] <= box[2] ? box : null;
}

/** Approximate surface in km2 (equirectangular at the feature's own latitude): for ordering labels, not for figures. */
export function roughSurfaceKm2(feature: BoundaryFeature): number {
  let doubled = 0;
  let latitude = 0;
  const polygons =
    feature.geometry.type === 'Polygon' ? [feature.geometry.coordinates] : feature.geometry.coordinates;
  for (const rings of polygons) {
    rings.forEach((ring, r) => {
      let sum = 0;
      for (let k = 0; k + 1 < ring.length; k++) {
        const [x1 = 0, y1 = 0] = ring[k] ?? [];
        const [x2 = 0, y2 = 0] = ring[k + 1] ?? [];
        sum += x1 * y2 - x2 * y1;
        latitude = y1;
      }
      doubled += r === 0 ? Math.abs(sum) : -Math.abs(sum);
    });
  }
  return Math.max(0, (doubled / 2) * KM_PER_DEGREE ** 2 * Math.cos((latitude * Math.PI) / 180));
}
