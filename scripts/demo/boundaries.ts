import type { Feature, FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson';
import type { PackageAreaProperties, PackageDistrictProperties } from '#data/dataset-package.ts';
import { type Arc, drawnBorders, ringsAround, signedArea } from './borders.ts';
import type { Kelurahan } from './kelurahan.ts';
import { laidMosaic } from './mosaic.ts';
import { type Point, toDegrees, toPlane } from './plane.ts';

/** Surface of the city (Badan Informasi Geospasial, December 2024). */
const CITY_SURFACE_KM2 = 158.885;

export interface DemoBoundaries {
  readonly areas: FeatureCollection<Polygon | MultiPolygon, PackageAreaProperties>;
  readonly districts: FeatureCollection<Polygon | MultiPolygon, PackageDistrictProperties>;
  /** By kelurahan. */
  readonly surfaceKm2: Float64Array;
}

function closedRing(ring: readonly Point[]): Position[] {
  const degrees = ring.map(toDegrees);
  return degrees.filter((place, k) => k === 0 || String(place) !== String(degrees[k - 1]));
}

function geometryOf(rings: readonly Point[][], what: string): Polygon | MultiPolygon {
  if (rings.some((ring) => signedArea(ring) < 40_000)) throw new Error(`${what} has a sliver`);
  const [only, ...others] = rings;
  if (only === undefined) throw new Error(`${what} has no ring`);
  if (others.length === 0) return { type: 'Polygon', coordinates: [closedRing(only)] };
  return { type: 'MultiPolygon', coordinates: rings.map((ring) => [closedRing(ring)]) };
}

function feature<P>(geometry: Polygon | MultiPolygon, properties: P): Feature<Polygon | MultiPolygon, P> {
  return { type: 'Feature', properties, geometry };
}

function dissolvedDistricts(
  kelurahan: readonly Kelurahan[],
  arcs: readonly Arc[],
): DemoBoundaries['districts'] {
  const names = new Map(kelurahan.map((area) => [area.districtCode, area.districtName]));
  const features = [...names].map(([code, name]) => {
    const rings = ringsAround(arcs, (owner) => kelurahan[owner]!.districtCode === code);
    return feature(geometryOf(rings, name), { code, name });
  });
  return { type: 'FeatureCollection', features };
}

/** Schematic boundaries of the demo city, drawn from the centres alone. Neighbors share every vertex. */
export function drawnBoundaries(seed: number, kelurahan: readonly Kelurahan[]): DemoBoundaries {
  const centres = kelurahan.map(({ longitude, latitude }) => toPlane(longitude, latitude));
  const arcs = drawnBorders(laidMosaic(seed, centres, CITY_SURFACE_KM2));
  const surfaceKm2 = new Float64Array(kelurahan.length);
  const features = kelurahan.map(({ code, name, districtCode, districtName }, i) => {
    const rings = ringsAround(arcs, (owner) => owner === i);
    if (rings.length !== 1) throw new Error(`${name} is not in one piece`);
    surfaceKm2[i] = signedArea(rings[0]!) / 1e6;
    return feature(geometryOf(rings, name), { code, name, districtCode, districtName });
  });
  return {
    areas: { type: 'FeatureCollection', features },
    districts: dissolvedDistricts(kelurahan, arcs),
    surfaceKm2,
  };
}
