import {
  type Area,
  type AreaCode,
  type AreaIndex,
  areaCode,
  type Source,
  type Territory,
} from '#core/area.ts';
import { dottedCode } from '#core/area-codes.ts';
import type { AreaList } from '#core/area-list.ts';
import type { BoundaryCollection } from '#core/boundary.ts';
import { buildTerritory } from '#core/territory.ts';
import { tileMap } from '#core/tile-map.ts';
import type { BoundaryReading } from './boundary-reading.ts';

/** Boundaries that a reader opened, ready for tables to be matched against. */
export interface ReadTerritory {
  readonly territory: Territory;
  readonly boundaries: BoundaryCollection;
  /** Codes of the other system, where the file carries both. */
  readonly alternateCodes: ReadonlyMap<string, AreaIndex> | null;
}

/**
 * Names and codes of a boundary file as a territory, in the order of the codes. Centroids and surfaces are NaN:
 * matching needs none, and they are measured when the dataset is loaded.
 */
export function territoryOfReading(reading: BoundaryReading, name: string, source: Source): ReadTerritory {
  const features = [...reading.features].sort((a, b) => (a.code < b.code ? -1 : 1));
  const blank = { centroid: [Number.NaN, Number.NaN], surfaceKm2: Number.NaN } as const;
  const villages = features.map(
    (feature): Area => ({ code: feature.code, name: feature.name, parent: feature.districtCode, ...blank }),
  );
  const districtNames = new Map<AreaCode, string>();
  for (const { districtCode, districtName } of features)
    districtNames.set(districtCode, districtName ?? districtCode);
  const districts = [...districtNames]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(
      ([code, districtName]): Area => ({ code: areaCode(code), name: districtName, parent: null, ...blank }),
    );
  const alternates = features.flatMap(({ alternateCode }, index) =>
    alternateCode === null ? [] : [[alternateCode, index as AreaIndex] as const],
  );
  return {
    territory: buildTerritory(name, villages, districts, source, ''),
    boundaries: {
      type: 'FeatureCollection',
      features: features.map(({ code, name: village, geometry }, index) => ({
        type: 'Feature',
        id: index,
        properties: { index, code, name: village },
        geometry,
      })),
    },
    alternateCodes: alternates.length > 0 ? new Map(alternates) : null,
  };
}

/** Where a map of tiles is put: it is no place, and lies in Indonesia only because every map here does. */
const TILES_AT = [118, -2.5] as const;

/**
 * Villages of the country's list as a territory drawn in tiles, for tables to which no boundaries were opened. Codes
 * that the list does not hold are left out. It has no neighbors, distances or surfaces: none may be made of it.
 * @param digits ten digits, without dots (Kemendagri).
 */
export function tiledTerritory(
  list: AreaList,
  digits: readonly string[],
  name: string,
  source: Source,
): ReadTerritory {
  const known = [...new Set(digits)].sort().flatMap((code) => list.byCode.get(code) ?? []);
  const areas = known.map((village) => ({
    code: areaCode(dottedCode(village.digits)),
    districtCode: areaCode(dottedCode(village.digits).slice(0, 8)),
    name: village.name,
    districtName: list.districts[village.district]?.name ?? null,
  }));
  const { tiles } = tileMap(areas, TILES_AT);
  const features = areas.map((area, i) => ({ ...area, alternateCode: null, geometry: tiles[i]! }));
  const properties = { code: '', name: null, district: null };
  return territoryOfReading({ codeSystem: 'kemendagri', properties, regencies: [], features }, name, source);
}
