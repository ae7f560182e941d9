import { areaCode } from '#core/area.ts';
import { type ReadTerritory, territoryOfReading } from '#data/boundary-territory.ts';
import type { PackageSeed } from '#linkage/internal-package.ts';
import type { PersonFile } from '#linkage/preparation.ts';
import type { InventedVillage } from '#scripts/persons/invented-families.ts';

const SOURCE = { publisher: 'Uji', title: 'Batas uji', url: '', license: '', retrieved: '' };

/** Villages of two kecamatan; one name stands in both, and one has a Roman numeral. */
export const VILLAGES: readonly InventedVillage[] = [
  { code: '53.71.01.1001', name: 'Sungai Indah', districtName: 'Hulu', puskesmas: 'Hulu' },
  { code: '53.71.01.1002', name: 'Bakti II', districtName: 'Hulu', puskesmas: 'Hulu' },
  { code: '53.71.01.1003', name: 'Mekar', districtName: 'Hulu', puskesmas: 'Hulu Dua' },
  { code: '53.71.02.1001', name: 'Mekar', districtName: 'Hilir', puskesmas: 'Hilir' },
  { code: '53.71.02.1002', name: 'Tanjung', districtName: 'Hilir', puskesmas: 'Hilir' },
  { code: '53.71.02.1003', name: 'Lasiana', districtName: 'Hilir', puskesmas: 'Hilir Dua' },
];

function square(k: number): number[][][] {
  const [west, south] = [123.5 + (k % 3) / 100, -10.2 + Math.floor(k / 3) / 100];
  const [east, north] = [west + 0.01, south + 0.01];
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return [ring];
}

/** Their boundaries, as a file. */
export const BOUNDARIES = JSON.stringify({
  type: 'FeatureCollection',
  features: VILLAGES.map(({ code, name, districtName }, k) => ({
    type: 'Feature',
    properties: { kode: code, kelurahan: name, kecamatan: districtName },
    geometry: { type: 'Polygon', coordinates: square(k) },
  })),
});

export const GROUND: ReadTerritory = territoryOfReading(
  {
    codeSystem: 'kemendagri',
    properties: { code: '', name: null, district: null },
    regencies: [],
    features: VILLAGES.map((village, k) => ({
      code: areaCode(village.code),
      name: village.name,
      districtCode: areaCode(village.code.slice(0, 8)),
      districtName: village.districtName,
      alternateCode: null,
      geometry: { type: 'Polygon' as const, coordinates: square(k) },
    })),
  },
  'Kota Uji',
  SOURCE,
);

export const SEED: PackageSeed = {
  id: 'uji',
  title: 'Uji',
  territory: 'Kota Uji',
  extremePovertyDecile: 1,
  boundaries: { kind: 'schematic', asOf: '', source: SOURCE },
};

/** Rows as a CSV file. */
export function csvFile(name: string, rows: readonly (readonly string[])[]): PersonFile {
  const quoted = (cell: string): string => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  const text = rows.map((row) => row.map(quoted).join(',')).join('\n');
  return { name, bytes: async () => new TextEncoder().encode(text) };
}

/** The same as a workbook, every cell text. */
export async function workbookFile(name: string, rows: readonly (readonly string[])[]): Promise<PersonFile> {
  const xlsx = await import('@e965/xlsx');
  const book = xlsx.utils.book_new();
  const cells = rows.map((row) => [...row]);
  xlsx.utils.book_append_sheet(book, xlsx.utils.aoa_to_sheet(cells, { dense: true }), 'Data');
  const bytes = new Uint8Array(xlsx.write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
  return { name, bytes: async () => bytes };
}
