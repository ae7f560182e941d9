import { describe, expect, it } from 'vitest';
import type { AreaCode } from '#core/area.ts';
import type { BoundaryCollection } from '#core/boundary.ts';
import { recognizeColumns } from '#data/column-recognition.ts';
import type { CellRows, DatasetPackage } from '#data/dataset-package.ts';
import { datasetFromTables, type ManifestSeed } from '#data/table-dataset.ts';
import { readTable, type TableReading } from '#data/table-import.ts';
import { readUnitTables } from '#data/unit-tables.ts';
import { delineation, SOURCE, sharedRecords, sheetOf, territoryOf } from '#tests/real-table.ts';

const territory = territoryOf('Kota Contoh', [
  { code: '53.71.05.1001', name: 'Bakunase', districtCode: '53.71.05', district: 'Kota Raja' },
  { code: '53.71.05.1002', name: 'Bakunase Dua', districtCode: '53.71.05', district: 'Kota Raja' },
]);
const boundaries: BoundaryCollection = {
  type: 'FeatureCollection',
  features: territory.villages.areas.map(({ code, name }, index) => ({
    type: 'Feature',
    id: index,
    geometry: {
      type: 'Polygon',
      coordinates: [
        [
          [0, 0],
          [1, 0],
          [1, 1],
          [0, 0],
        ].map(([x = 0, y = 0]) => [x + index, y]),
      ],
    },
    properties: { index, code, name },
  })),
};
const seed: ManifestSeed = {
  id: 'tabel',
  title: 'Tabel',
  boundaries: { kind: 'unofficial', asOf: '', source: SOURCE },
  sources: [SOURCE],
  extremePovertyDecile: 4,
  definitions: {},
};
const none: ReadonlyMap<string, AreaCode> = new Map();

function read(csv: string): TableReading {
  const sheet = sheetOf(csv);
  return readTable(sheet, recognizeColumns(sheet), {
    territory,
    alternateCodes: null,
    decisions: none,
    periodDefault: null,
  });
}

function packageOf(...tables: readonly string[]): DatasetPackage {
  const result = datasetFromTables(tables.map(read), territory, boundaries, seed);
  if (!result.ok) throw new Error('refused');
  return result.value;
}

function rowsOf({ cells }: DatasetPackage): CellRows {
  if (cells.format !== 'rows') throw new Error('rows expected');
  return cells.rows;
}

function lines(dataset: DatasetPackage): readonly string[] {
  const rows = rowsOf(dataset);
  return rows.table.map((table, k) => {
    const own = Object.entries(rows.classes).map(([dimension, column]) => `${dimension}:${column?.[k]}`);
    return [
      table,
      rows.area[k],
      rows.period[k],
      ...own.filter((text) => !text.endsWith(':')),
      rows.count[k],
    ].join(' ');
  });
}

describe('datasetFromTables', () => {
  it('makes one internal table per dimension, and counts only what is there', () => {
    const dataset = packageOf(
      'kelurahan,tahun,sasaran,diukur,sangat pendek,pendek,gizi buruk,gizi kurang\nBakunase,2025,30,20,1,3,0,2\n',
    );
    expect(dataset.manifest).toMatchObject({ tier: 'internal', minimumCell: null, extremePovertyDecile: 4 });
    expect(dataset.manifest.tables).toEqual([
      { id: 'stunting', level: 'village', dimensions: ['stunting'] },
      { id: 'wasting', level: 'village', dimensions: ['wasting'] },
    ]);
    expect(lines(dataset)).toEqual([
      'stunting 53.71.05.1001 2025 stunting:severe 1',
      'stunting 53.71.05.1001 2025 stunting:moderate 3',
      'stunting 53.71.05.1001 2025 stunting:none 16',
      'wasting 53.71.05.1001 2025 wasting:moderate 2',
      'wasting 53.71.05.1001 2025 wasting:none 18',
    ]);
  });

  it('says who has not reported, and keeps unknown numbers unknown', () => {
    const { coverage, manifest } = packageOf('kelurahan,tahun,diukur,stunting\nBakunase,2025,20,1\n');
    expect(manifest.periods).toEqual([{ id: '2025', complete: false }]);
    expect(coverage).toEqual({
      area: ['53.71.05.1001', '53.71.05.1002'],
      period: ['2025', '2025'],
      target: [null, null],
      measured: [20, null],
      status: ['reported', 'not-reported'],
    });
  });

  it('says whose row was set aside, and counts rows of no known village', () => {
    const { coverage, manifest } = packageOf(
      'kelurahan,tahun,diukur,stunting\nBakunase,2024,20,1\nBakunase Dua,2024,,\nBakunase,2025,20,1\nBakunase Dua,2025,20,25\nTak Dikenal,2025,20,1\nBakunase,dulu,20,1\n',
    );
    expect(manifest.periods).toEqual([
      { id: '2024', complete: false, setAside: 1 },
      { id: '2025', complete: false, setAside: 3 },
    ]);
    expect(coverage.status).toEqual(['reported', 'not-reported', 'reported', 'set-aside']);
  });

  it('marks what a table does not divide, and folds a dividing sheet the same way', () => {
    const dataset = packageOf(
      'kelurahan,tahun,diukur,stunting,balita desil 1\nBakunase,2024,20,4,5\n',
      'kelurahan,tahun,diukur,sangat pendek,pendek\nBakunase,2025,20,1,3\n',
    );
    expect(dataset.manifest.tables).toEqual([
      { id: 'stunting', level: 'village', dimensions: ['stunting'], undivided: ['stunting'] },
      { id: 'poverty', level: 'village', dimensions: ['poverty'], undivided: ['poverty'] },
    ]);
    expect(dataset.manifest.extremePovertyDecile).toBe(1);
    expect(lines(dataset)).toEqual([
      'stunting 53.71.05.1001 2024 stunting:moderate 4',
      'stunting 53.71.05.1001 2024 stunting:none 16',
      'stunting 53.71.05.1001 2025 stunting:moderate 4',
      'stunting 53.71.05.1001 2025 stunting:none 16',
      'poverty 53.71.05.1001 2024 poverty:1 5',
      'poverty 53.71.05.1001 2024 poverty:5+ 15',
    ]);
  });

  it('joins sheets of different subjects, and leaves out what they contradict', () => {
    const stunting = 'kelurahan,tahun,diukur,stunting\nBakunase,2025,20,4\nBakunase Dua,2025,10,1\n';
    const wasting = 'kelurahan,tahun,diukur,wasting\nBakunase,2025,20,2\nBakunase Dua,2025,11,1\n';
    const result = datasetFromTables([read(stunting), read(wasting)], territory, boundaries, seed);
    expect(result.problems).toMatchObject([
      { code: 'row/sheets-differ', at: { area: 'Bakunase Dua', period: '2025' } },
    ]);
    expect(result.ok && result.value.coverage.measured).toEqual([20, null]);
    expect(result.ok && result.value.coverage.status).toEqual(['reported', 'set-aside']);
    expect(result.ok && result.value.manifest.periods).toEqual([
      { id: '2025', complete: false, setAside: 2 },
    ]);
  });

  it('keeps coverage alone, without inventing classes', () => {
    const dataset = packageOf('kelurahan,tahun,sasaran,diukur\nBakunase,2025,30,20\n');
    expect(dataset.manifest.tables).toEqual([{ id: 'measured', level: 'village', dimensions: [] }]);
    expect(lines(dataset)).toEqual(['measured 53.71.05.1001 2025 20']);
  });

  it('refuses where nothing was accepted', () => {
    expect(datasetFromTables([], territory, boundaries, seed)).toMatchObject({ ok: false });
  });

  const place = delineation('kupang-hdx-bps2020-kode.geojson');
  const facts = sharedRecords('facts/kupang-stunting-per-kelurahan-2021-2022.csv');
  it.skipIf(place === null || facts === null)('adds up to the real table', () => {
    if (place === null || facts === null) return;
    const columns = Object.keys(facts[0] ?? {});
    const sheet = {
      name: '',
      textOnly: true,
      rows: [columns, ...facts.map((r) => columns.map((c) => r[c] ?? ''))],
    };
    const reading = readTable(sheet, recognizeColumns(sheet), {
      ...place,
      decisions: none,
      periodDefault: null,
    });
    const result = datasetFromTables([reading], place.territory, place.boundaries, seed);
    if (!result.ok) throw new Error('refused');
    const rows = rowsOf(result.value);
    const total = (period: string, classes: readonly string[]): number =>
      rows.count.reduce<number>((sum, count, k) => {
        const counted = rows.period[k] === period && classes.includes(rows.classes.stunting?.[k] ?? '');
        return counted ? sum + (count ?? 0) : sum;
      }, 0);
    for (const year of ['2021', '2022']) {
      const of = (key: string): number =>
        facts.filter((r) => r.tahun === year).reduce((sum, r) => sum + Number(r[key]), 0);
      expect(total(year, ['severe'])).toBe(of('sangat_pendek'));
      expect(total(year, ['severe', 'moderate'])).toBe(of('stunting'));
      expect(total(year, ['severe', 'moderate', 'none', 'unknown'])).toBe(of('diukur'));
    }
    expect(result.value.manifest.periods).toEqual([
      { id: '2021', complete: false },
      { id: '2022', complete: true },
    ]);
    expect(result.value.areas.features).toHaveLength(51);
  });
});

describe('a row that is faulty for one indicator of families', () => {
  it('is set aside for that table alone, and leaves the period incomplete', () => {
    const sheet = sheetOf(
      [
        'kode;periode;Jumlah Keluarga;Keluarga Miskin Ekstrem;Keluarga Berisiko Stunting',
        '53.71.05.1001;2026;2481;2531;42',
        '53.71.05.1002;2026;1200;90;30',
      ].join('\n'),
    );
    const recognition = recognizeColumns(sheet);
    const context = { territory, alternateCodes: null, decisions: none, periodDefault: null };
    const units = readUnitTables(sheet, recognition, context, new Map());
    const result = datasetFromTables([], territory, boundaries, seed, units);
    if (!result.ok) throw new Error('refused');
    const { tables, periods } = result.value.manifest;
    expect(tables).toEqual([
      expect.objectContaining({
        id: 'family-poverty',
        absent: [{ period: '2026', status: 'set-aside', areas: ['53.71.05.1001'] }],
      }),
      expect.not.objectContaining({ absent: expect.anything() }),
    ]);
    expect(periods).toEqual([{ id: '2026', complete: false, setAside: 1 }]);
  });

  it('is not reported where only the other table has the village', () => {
    const units = ['Keluarga Miskin Ekstrem', 'Keluarga Berisiko Stunting'].flatMap((header, k) => {
      const rows = ['53.71.05.1001;2026;2481;42', '53.71.05.1002;2026;1200;90'].slice(0, k + 1);
      const sheet = sheetOf([`kode;periode;Jumlah Keluarga;${header}`, ...rows].join('\n'));
      const context = { territory, alternateCodes: null, decisions: none, periodDefault: null };
      return readUnitTables(sheet, recognizeColumns(sheet), context, new Map());
    });
    const result = datasetFromTables([], territory, boundaries, seed, units);
    if (!result.ok) throw new Error('refused');
    expect(result.value.manifest.tables.map(({ absent }) => absent)).toEqual([
      [{ period: '2026', status: 'not-reported', areas: ['53.71.05.1002'] }],
      undefined,
    ]);
  });
});

describe('a row of children that is faulty in one of two tables', () => {
  it('is set aside for what that table alone tells', () => {
    const [stunting, wasting] = [
      'kode;periode;diukur;sangat_pendek;pendek\n53.71.05.1001;2026-03;40;30;20\n53.71.05.1002;2026-03;40;3;2',
      'kode;periode;diukur;gizi_buruk;gizi_kurang\n53.71.05.1001;2026-03;40;1;2\n53.71.05.1002;2026-03;40;1;2',
    ];
    const { tables } = packageOf(stunting ?? '', wasting ?? '').manifest;
    expect(tables.map(({ id, absent }) => [id, absent])).toEqual([
      ['stunting', [{ period: '2026-03', status: 'set-aside', areas: ['53.71.05.1001'] }]],
      ['wasting', undefined],
    ]);
  });
});
