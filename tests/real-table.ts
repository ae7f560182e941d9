import { readFileSync } from 'node:fs';
import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import Papa from 'papaparse';
import { type AreaIndex, areaCode, type Source, type Territory } from '#core/area.ts';
import type { BoundaryCollection } from '#core/boundary.ts';
import { buildTerritory } from '#core/territory.ts';
import type { RawSheet } from '#data/raw-table.ts';
import { sharedPath } from './shared-data.ts';

export const SOURCE: Source = { publisher: '', title: 'test', url: '', license: '', retrieved: '' };

export interface VillageRecord {
  readonly code: string;
  readonly name: string;
  readonly districtCode: string;
  readonly district: string;
}

export function territoryOf(name: string, villages: readonly VillageRecord[]): Territory {
  const place = { centroid: [123.6, -10.2], surfaceKm2: 1 } as const;
  const districts = new Map(villages.map(({ districtCode, district }) => [districtCode, district]));
  return buildTerritory(
    name,
    villages.map((v) => ({
      code: areaCode(v.code),
      name: v.name,
      parent: areaCode(v.districtCode),
      ...place,
    })),
    [...districts].map(([code, district]) => ({
      code: areaCode(code),
      name: district,
      parent: null,
      ...place,
    })),
    SOURCE,
    '',
  );
}

export interface Delineation {
  readonly territory: Territory;
  readonly alternateCodes: ReadonlyMap<string, AreaIndex> | null;
  readonly boundaries: BoundaryCollection;
}

/** A real delineation by its file name, or null where the shared data are absent. */
export function delineation(file: string): Delineation | null {
  const path = sharedPath(`boundaries/${file}`);
  if (path === null) return null;
  const collection = JSON.parse(readFileSync(path, 'utf8')) as FeatureCollection<
    Polygon | MultiPolygon,
    Record<string, string>
  >;
  const villages = collection.features.map(({ properties: p }) => ({
    code: p.kode ?? p.bps ?? '',
    name: p.nama ?? '',
    districtCode: p.kode_kec ?? p.bps_kec ?? '',
    district: p.kecamatan ?? '',
  }));
  const alternates = collection.features.flatMap(({ properties: p }, i) =>
    p.kode_bps === undefined ? [] : [[p.kode_bps, i as AreaIndex] as const],
  );
  const features = collection.features.map((feature, index) => {
    const { code, name } = villages[index] ?? { code: '', name: '' };
    return { ...feature, id: index, properties: { index, code: areaCode(code), name } };
  });
  return {
    territory: territoryOf('Kota Kupang', villages),
    alternateCodes: alternates.length > 0 ? new Map(alternates) : null,
    boundaries: { type: 'FeatureCollection', features },
  };
}

/** A CSV text as a sheet of text cells. */
export function sheetOf(csv: string, name = ''): RawSheet {
  return {
    name,
    rows: Papa.parse<string[]>(csv, { delimiter: csv.includes(';') ? ';' : ',' }).data,
    textOnly: true,
  };
}

/** Rows of a shared CSV with a header, as records; null where absent. */
export function sharedRecords(relative: string): readonly Readonly<Record<string, string>>[] | null {
  const path = sharedPath(relative);
  if (path === null) return null;
  return Papa.parse<Record<string, string>>(readFileSync(path, 'utf8'), {
    header: true,
    skipEmptyLines: true,
  }).data;
}
