import { readFileSync } from 'node:fs';
import Papa from 'papaparse';

/** A kelurahan of the demo city as its source table (data/demo/kelurahan.csv) gives it. */
export interface Kelurahan {
  readonly code: string;
  readonly name: string;
  readonly districtCode: string;
  readonly districtName: string;
  readonly puskesmas: string;
  readonly longitude: number;
  readonly latitude: number;
}

export function readKelurahan(path: string): readonly Kelurahan[] {
  const parsed = Papa.parse<Record<string, string>>(readFileSync(path, 'utf8'), {
    header: true,
    skipEmptyLines: true,
  });
  return parsed.data
    .map((row) => ({
      code: row.code!,
      name: row.name!,
      districtCode: row.district_code!,
      districtName: row.district_name!,
      puskesmas: row.puskesmas!,
      longitude: Number(row.longitude),
      latitude: Number(row.latitude),
    }))
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}
