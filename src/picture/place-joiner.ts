import type { LonLat } from '#core/area.ts';
import type { BoundaryCollection } from '#core/boundary.ts';
import { hasGeography } from '#core/dataset.ts';
import type { PlaceLayer } from '#core/places.ts';
import { countServices, type LocatedLayer, locateLayer, servicesIn } from '#core/service-count.ts';
import type { Atlas } from './atlas.ts';
import type { Picture } from './picture.ts';
import { locatorOf, looksOf, type PlaceOverlay } from './place-overlay.ts';
import { remember } from './remember.ts';

/** Groups of villages by which services are counted: the districts, or null for the villages themselves. */
function groupsOf({ view, atlas }: Picture): Uint32Array | null {
  return view.level === 'district' ? atlas.territory.districtOf : null;
}

/** Names of the services of one layer in an area of the picture; '' where one has none. */
export function namesIn(picture: Picture, { located }: PlaceOverlay, area: number): readonly string[] {
  return servicesIn(located, area, groupsOf(picture));
}

/** Lays services over pictures. Remembers where they are, which costs one look for each. */
export function createPlaceJoiner(): (
  picture: Picture,
  layers: readonly PlaceLayer[],
  hidden: readonly string[],
) => Picture {
  const locate = remember(
    (layers: readonly PlaceLayer[], boundaries: BoundaryCollection, territory: Atlas['territory']) => {
      const middles = territory.villages.areas.map(({ centroid }): LonLat => centroid);
      return layers.map((layer) => locateLayer(layer, locatorOf(boundaries), middles));
    },
  );
  const count = remember((located: readonly LocatedLayer[], areas: number, groups: Uint32Array | null) =>
    located.map((one) => countServices(one, areas, groups)),
  );
  const overlay = remember(
    (
      located: readonly LocatedLayer[],
      counts: readonly Uint32Array[],
      hidden: readonly string[],
    ): readonly PlaceOverlay[] => {
      const looks = looksOf(located.map(({ layer }) => layer));
      return located.map((one, k) => ({
        located: one,
        look: looks[k]!,
        shown: !hidden.includes(one.layer.id),
        countOf: counts[k]!,
      }));
    },
  );
  const join = remember(
    (picture: Picture, places: readonly PlaceOverlay[]): Picture => ({ ...picture, places }),
  );
  return (picture, layers, hidden) => {
    // Places lie on the ground, and tiles do not.
    if (layers.length === 0 || !hasGeography(picture.atlas.manifest)) return picture;
    const { atlas, geography } = picture;
    const located = locate(layers, atlas.boundaries.villages, atlas.territory);
    const counts = count(located, geography.areas.length, groupsOf(picture));
    return join(picture, overlay(located, counts, hidden));
  };
}
