import {
  type Area,
  type AreaCode,
  type AreaIndex,
  areaCode,
  type Source,
  type Territory,
} from '#core/area.ts';
import type { BoundaryCollection } from '#core/boundary.ts';
import { buildTerritory } from '#core/territory.ts';
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
