import type { Feature, Polygon } from 'geojson';
import type { Manifest } from '#core/dataset.ts';
import { parsePeriod } from '#core/period.ts';
import type { CellRows, CoverageRows, DatasetPackage, PackageAreaProperties } from '#data/dataset-package.ts';

const source = { publisher: 'Uji', title: 'Contoh uji', url: '', license: '', retrieved: '2026-10-31' };

/** A square of 0.01 degrees, column x and row y of a grid near Kupang. */
function square(
  x: number,
  y: number,
  properties: PackageAreaProperties,
): Feature<Polygon, PackageAreaProperties> {
  const [west, south] = [123.5 + x / 100, -10.2 + y / 100];
  const [east, north] = [123.5 + (x + 1) / 100, -10.2 + (y + 1) / 100];
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return { type: 'Feature', properties, geometry: { type: 'Polygon', coordinates: [ring] } };
}

export const SAMPLE_MANIFEST: Manifest = {
  schema: 'peta-sasaran/2',
  id: 'sample',
  title: 'Contoh',
  territory: 'Kota Uji',
  tier: 'internal',
  minimumCell: null,
  rounding: null,
  extremePovertyDecile: 1,
  boundaries: { kind: 'schematic', asOf: '2026-01-01', source },
  sources: [source],
  periods: [
    { id: parsePeriod('2026-09')!, complete: true },
    { id: parsePeriod('2026-10')!, complete: false },
    { id: parsePeriod('2026-S2')!, complete: false },
  ],
  tables: [{ id: 'all', level: 'village', dimensions: ['sex', 'wasting'] }],
  definitions: {},
};

/** Four villages of two districts, given in no order: a2 lies west of a1, above them b1 and b2. */
export const SAMPLE_AREAS: DatasetPackage['areas'] = {
  type: 'FeatureCollection',
  features: [
    square(1, 0, { code: '53.01.01.1001', name: 'A Satu', districtCode: '53.01.01', districtName: 'A' }),
    square(0, 1, { code: '53.01.02.1001', name: 'B Satu', districtCode: '53.01.02', districtName: 'B' }),
    square(0, 0, { code: '53.01.01.1002', name: 'A Dua', districtCode: '53.01.01', districtName: 'A' }),
    square(1, 1, { code: '53.01.02.1002', name: 'B Dua', districtCode: '53.01.02', districtName: 'B' }),
  ],
};

export type Cell = readonly [
  area: string,
  period: string,
  sex: string,
  wasting: string,
  count: number | null,
];

export function cellRows(cells: readonly Cell[], table = 'all'): CellRows {
  return {
    table: cells.map(() => table),
    area: cells.map(([area]) => area),
    period: cells.map(([, period]) => period),
    classes: { sex: cells.map(([, , sex]) => sex), wasting: cells.map(([, , , wasting]) => wasting) },
    count: cells.map(([, , , , count]) => count),
  };
}

export const SAMPLE_CELLS: readonly Cell[] = [
  ['53.01.01.1001', '2026-09', 'male', 'none', 40],
  ['53.01.01.1001', '2026-09', 'female', 'severe', 2],
  ['53.01.01.1001', '2026-10', 'female', 'moderate', 3],
  ['53.01.02.1002', '2026-09', 'unknown', 'unknown', 7],
];

type Covered = readonly [
  area: string,
  period: string,
  target: number | null,
  measured: number | null,
  status: CoverageRows['status'][number],
];

export function coverageRows(rows: readonly Covered[]): CoverageRows {
  return {
    area: rows.map(([area]) => area),
    period: rows.map(([, period]) => period),
    target: rows.map(([, , target]) => target),
    measured: rows.map(([, , , measured]) => measured),
    status: rows.map(([, , , , status]) => status),
  };
}

export const SAMPLE_COVERAGE: readonly Covered[] = [
  ['53.01.01.1001', '2026-09', 50, 42, 'reported'],
  ['53.01.01.1001', '2026-10', 50, 3, 'incomplete'],
  ['53.01.01.1002', '2026-09', 20, null, 'not-reported'],
  ['53.01.02.1001', '2026-09', 0, 0, 'reported'],
  ['53.01.02.1002', '2026-09', null, 7, 'reported'],
];

export function samplePackage(parts: Partial<DatasetPackage> = {}): DatasetPackage {
  return {
    manifest: SAMPLE_MANIFEST,
    areas: SAMPLE_AREAS,
    districts: null,
    cells: { format: 'rows', rows: cellRows(SAMPLE_CELLS) },
    coverage: coverageRows(SAMPLE_COVERAGE),
    ...parts,
  };
}
