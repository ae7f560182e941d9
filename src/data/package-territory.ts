import { area } from '@turf/area';
import { pointOnFeature } from '@turf/point-on-feature';
import type { Feature, MultiPolygon, Polygon } from 'geojson';
import { type Area, type AreaCode, areaCode, type LonLat, type Territory } from '#core/area.ts';
import type { BoundaryCollection } from '#core/boundary.ts';
import { mergedOutline } from '#core/merged-outline.ts';
import type { Problem, Result } from '#core/problem.ts';
import { buildTerritory } from '#core/territory.ts';
import { vertexCount } from './boundary-thinning.ts';
import type { DatasetPackage, PackageAreaProperties, PackageDistrictProperties } from './dataset-package.ts';
import { dissolve, EXACT_VERTICES, withoutSlivers } from './outline-tracing.ts';
import { AREAS_FILE, DISTRICTS_FILE } from './package-geojson.ts';

export interface Boundaries {
  readonly villages: BoundaryCollection;
  readonly districts: BoundaryCollection;
}
export interface PackageTerritory {
  readonly territory: Territory;
  readonly boundaries: Boundaries;
}

type Village = Feature<Polygon | MultiPolygon, PackageAreaProperties>;
type District = Feature<Polygon | MultiPolygon, PackageDistrictProperties>;

function byCode(a: { properties: { code: string } }, b: { properties: { code: string } }): number {
  return a.properties.code < b.properties.code ? -1 : a.properties.code > b.properties.code ? 1 : 0;
}

function repeatedCodes(features: readonly { properties: { code: string } }[], file: string): Problem[] {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const { properties } of features) {
    if (seen.has(properties.code)) repeated.add(properties.code);
    seen.add(properties.code);
  }
  return [...repeated].map((code) => ({
    code: 'geojson/duplicate-code',
    severity: 'error',
    at: { file, area: code },
  }));
}

/** Of the districts that have villages, by code: outlines as given, else dissolved from the villages. */
function districtsOf(villages: readonly Village[], given: readonly District[]): District[] {
  const members = new Map<string, Village[]>();
  for (const village of villages) {
    const { districtCode } = village.properties;
    const group = members.get(districtCode);
    if (group === undefined) members.set(districtCode, [village]);
    else group.push(village);
  }
  const outlines = new Map(given.map((district) => [district.properties.code, district]));
  const missing = [...members].filter(([code]) => !outlines.has(code));
  const joined = outlinesOf(missing.map(([, group]) => group));
  const dissolved = new Map(missing.map(([code], k) => [code, joined[k]!]));
  const districts = [...members].map(([code, group]): District => {
    const name = outlines.get(code)?.properties.name ?? group[0]!.properties.districtName;
    const geometry = outlines.get(code)?.geometry ?? dissolved.get(code)!;
    return { type: 'Feature', properties: { code, name }, geometry };
  });
  return districts.sort(byCode);
}

/** Exact where the vertices are few enough for it, else by the borders that neighbors share. */
function outlinesOf(groups: readonly (readonly Village[])[]): readonly (Polygon | MultiPolygon)[] {
  const villages = groups.flat().map(({ geometry }) => geometry);
  if (vertexCount(villages) <= EXACT_VERTICES) return groups.map(dissolve);
  return groups.map((group) => withoutSlivers(mergedOutline(group.map(({ geometry }) => geometry))));
}

function areaOf(feature: Village | District, parent: AreaCode | null): Area {
  const [longitude, latitude] = pointOnFeature(feature).geometry.coordinates;
  return {
    code: areaCode(feature.properties.code),
    name: feature.properties.name,
    parent,
    centroid: [longitude, latitude] as LonLat,
    surfaceKm2: area(feature) / 1e6,
  };
}

function boundaries(features: readonly (Village | District)[]): BoundaryCollection {
  return {
    type: 'FeatureCollection',
    features: features.map(({ properties, geometry }, index) => ({
      type: 'Feature',
      id: index,
      properties: { index, code: areaCode(properties.code), name: properties.name },
      geometry,
    })),
  };
}

/** Areas in the order of their codes, with surface, label point and outlines. Seconds for large, detailed files. */
export function territoryOf(
  pkg: Pick<DatasetPackage, 'manifest' | 'areas' | 'districts'>,
): Result<PackageTerritory> {
  const given = pkg.districts?.features ?? [];
  const problems = [
    ...repeatedCodes(pkg.areas.features, AREAS_FILE),
    ...repeatedCodes(given, DISTRICTS_FILE),
  ];
  if (pkg.areas.features.length === 0) {
    problems.push({ code: 'file/empty', severity: 'error', at: { file: AREAS_FILE } });
  }
  if (problems.length > 0) return { ok: false, problems };
  const villages = [...pkg.areas.features].sort(byCode);
  const districts = districtsOf(villages, given);
  const { boundaries: about, territory } = pkg.manifest;
  const value: PackageTerritory = {
    territory: buildTerritory(
      territory,
      villages.map((village) => areaOf(village, areaCode(village.properties.districtCode))),
      districts.map((district) => areaOf(district, null)),
      about.source,
      about.asOf,
    ),
    boundaries: { villages: boundaries(villages), districts: boundaries(districts) },
  };
  return { ok: true, value, problems: [] };
}
