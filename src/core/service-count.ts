import type { AreaIndex, LonLat } from './area.ts';
import type { AreaLocator } from './area-locator.ts';
import type { PlaceLayer } from './places.ts';

/** Where the services of a layer are. */
export interface LocatedLayer {
  readonly layer: PlaceLayer;
  /** By place: the areas it lies in or reaches, ascending. A point has one or none; empty: outside all areas. */
  readonly areasOf: readonly (readonly AreaIndex[])[];
  /** Places outside all areas: drawn, but counted for none. */
  readonly outside: number;
}

/** Assigns every place of a layer. A point costs one look into the locator; a zone those of its lattice. */
export function locateLayer(
  layer: PlaceLayer,
  locator: AreaLocator,
  middles: readonly LonLat[],
): LocatedLayer {
  const areasOf =
    layer.form === 'points'
      ? layer.places.map(({ point }) => {
          const area = locator.areaAt(point);
          return area === null ? [] : [area];
        })
      : layer.places.map(({ geometry }) => locator.areasUnder(geometry, middles));
  return { layer, areasOf, outside: areasOf.filter((areas) => areas.length === 0).length };
}

/**
 * Services by area: how many places lie in or reach each; 0 is none in the file, not none in the world. A zone that
 * reaches several areas is counted in each.
 * @param groupOf by area, the group that is counted instead (the district of a village), or null: the areas themselves.
 */
export function countServices(
  { areasOf }: LocatedLayer,
  areas: number,
  groupOf: Uint32Array | null,
): Uint32Array {
  const count = new Uint32Array(areas);
  for (const reached of areasOf) {
    for (const i of groupOf === null ? reached : new Set(reached.map((i) => groupOf[i]!))) count[i]! += 1;
  }
  return count;
}

/** Names of the places in one area, or group of areas, in the order of the file; '' where one has none. */
export function servicesIn(
  { layer, areasOf }: LocatedLayer,
  area: number,
  groupOf: Uint32Array | null,
): readonly string[] {
  const names: string[] = [];
  for (const [k, reached] of areasOf.entries()) {
    if (reached.some((i) => (groupOf === null ? i : groupOf[i]) === area))
      names.push(layer.places[k]?.name ?? '');
  }
  return names;
}
