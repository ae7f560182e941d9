import type { LonLat } from '#core/area.ts';
import { AreaLocator } from '#core/area-locator.ts';
import type { BoundaryCollection } from '#core/boundary.ts';
import type { PlaceLayer, ServiceKind } from '#core/places.ts';
import type { LocatedLayer } from '#core/service-count.ts';
import { POINT_LOOKS, type PointLook, ZONE_LOOKS, type ZoneLook } from '#map/place-look.ts';
import type { PlaceMarks, ZoneMarks } from '#map/scene-marks.ts';
import { remember } from './remember.ts';

/** A layer of services over one picture: where they are, how they are drawn, how many in each area of its level. */
export interface PlaceOverlay {
  readonly located: LocatedLayer;
  readonly look:
    | { readonly form: 'points'; readonly of: PointLook }
    | { readonly form: 'zones'; readonly of: ZoneLook };
  readonly shown: boolean;
  /** By area of the picture's level. */
  readonly countOf: Uint32Array;
}

export const locatorOf = remember((boundaries: BoundaryCollection) => new AreaLocator(boundaries));

/** Places in POINT_LOOKS: the cross for what is a Puskesmas, open for its branch. */
const USUAL: Readonly<Record<ServiceKind, number>> = {
  posyandu: 0,
  puskesmas: 1,
  poskesdes: 2,
  hospital: 3,
  clinic: 4,
  other: 5,
  pustu: 6,
  'early-childhood': 7,
  'family-village': 9,
};

/** By layer its look: that of its kind, or another where that is taken. As long as there are enough, no two are alike. */
export function looksOf(layers: readonly PlaceLayer[]): readonly PlaceOverlay['look'][] {
  const taken = new Set<number>();
  let zones = 0;
  return layers.map(({ form, kind }): PlaceOverlay['look'] => {
    if (form === 'zones') return { form, of: ZONE_LOOKS[zones++ % ZONE_LOOKS.length]! };
    const usual = USUAL[kind];
    const free = [usual, ...POINT_LOOKS.keys()].find((k) => !taken.has(k)) ?? usual;
    taken.add(free);
    return { form, of: POINT_LOOKS[free]! };
  });
}

/** Symbols and outlines of the layers that are shown; the fewer, the higher, so that many hide none. */
export function placeMarks(overlays: readonly PlaceOverlay[]): {
  readonly places: readonly PlaceMarks[];
  readonly zones: readonly ZoneMarks[];
} {
  const places: PlaceMarks[] = [];
  const zones: ZoneMarks[] = [];
  for (const { located, look, shown } of overlays) {
    const { layer } = located;
    if (!shown) continue;
    if (look.form === 'points' && layer.form === 'points')
      places.push({ look: look.of, points: layer.places.map(({ point }) => point) });
    if (look.form === 'zones' && layer.form === 'zones')
      zones.push({ look: look.of, surfaces: layer.places.map(({ geometry }) => geometry) });
  }
  return { places: places.sort((a, b) => b.points.length - a.points.length), zones };
}

/** How close the pointer comes to a symbol, CSS px. */
const REACH_PX = 9;

/** The places under the pointer, the nearest first, with the layer of each. */
export function placesAt(
  overlays: readonly PlaceOverlay[],
  project: (point: LonLat) => { readonly x: number; readonly y: number },
  pointer: { readonly x: number; readonly y: number },
): readonly { readonly layer: PlaceLayer; readonly name: string }[] {
  const found: { layer: PlaceLayer; name: string; distance: number }[] = [];
  for (const { located, shown } of overlays) {
    const { layer } = located;
    if (!shown || layer.form !== 'points') continue;
    for (const { name, point } of layer.places) {
      const { x, y } = project(point);
      const distance = Math.hypot(x - pointer.x, y - pointer.y);
      if (distance <= REACH_PX) found.push({ layer, name, distance });
    }
  }
  return found.sort((a, b) => a.distance - b.distance);
}
