import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CellStatus } from '#core/area-table.ts';
import type { BoundaryCollection } from '#core/boundary.ts';
import { type CellTable, HIDDEN_COUNT, ReportStatus } from '#core/cells.ts';
import type { Dataset, Manifest } from '#core/dataset.ts';
import { faultOf } from '#core/fault.ts';
import type { IndicatorId } from '#core/indicator.ts';
import type { Period } from '#core/period.ts';
import type { Problem } from '#core/problem.ts';
import { tabulate } from '#core/tabulation.ts';
import { NO_FILTERS } from '#core/view.ts';
import type { DatasetPackage } from '#data/dataset-package.ts';
import { createEngine } from '#data/engine.ts';
import type { ReadFile } from '#data/office-file.ts';
import { packageFiles, readPackage } from '#data/package-files.ts';
import { loadDataset } from '#data/package-load.ts';
import { PACKAGE_WORK } from '#data/package-work.ts';
import { countsChildren, readTogether } from '#data/reading.ts';
import { datasetFromTables } from '#data/table-dataset.ts';
import { openingView } from '#picture/opening-view.ts';
import { nodeEngineSource } from '#scripts/node-engine.ts';
import { sheetOf, territoryOf } from '#tests/real-table.ts';
import {
  type Cell,
  cellRows,
  coverageRows,
  SAMPLE_AREAS,
  SAMPLE_CELLS,
  SAMPLE_COVERAGE,
  SAMPLE_MANIFEST,
  samplePackage,
} from './sample-package.ts';

const engine = createEngine(nodeEngineSource());
beforeAll(() => engine.warm(), 60_000);
afterAll(() => engine.terminate());

const load = (pkg: DatasetPackage) => loadDataset(engine, pkg, { work: PACKAGE_WORK });

async function loaded(pkg: DatasetPackage) {
  const result = await load(pkg);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return { ...result.value, problems: result.problems };
}

async function problemsOf(parts: Partial<DatasetPackage>): Promise<readonly Problem[]> {
  return (await load(samplePackage(parts))).problems;
}

function cellsOf(cells: readonly Cell[], table?: string): Partial<DatasetPackage> {
  return { cells: { format: 'rows', rows: cellRows(cells, table) } };
}

/** The count of a cell of a dense table. */
function count(table: CellTable, period: number, combination: number, area: number): number {
  if (table.cells.kind !== 'dense') throw new Error('dense expected');
  return table.cells.counts[(period * table.combinations + combination) * table.areas + area]!;
}

describe('a sound package', () => {
  it('becomes areas in the order of their codes, with outlines, surface and parents', async () => {
    const { dataset, boundaries, problems } = await loaded(samplePackage());
    const { villages, districts, districtOf } = dataset.territory;
    expect(problems).toEqual([]);
    expect(villages.areas.map(({ name }) => name)).toEqual(['A Satu', 'A Dua', 'B Satu', 'B Dua']);
    expect(districts.areas.map(({ code }) => code)).toEqual(['53.01.01', '53.01.02']);
    expect([...districtOf]).toEqual([0, 0, 1, 1]);
    expect(
      boundaries.villages.features.map(({ id, properties }) => [id, properties.index, properties.code]),
    ).toEqual(villages.areas.map(({ code }, i) => [i, i, code]));
    const [west] = boundaries.districts.features;
    expect(west?.geometry.type).toBe('Polygon');
    const surface = villages.areas[0]!.surfaceKm2 + villages.areas[1]!.surfaceKm2;
    expect(districts.areas[0]!.surfaceKm2).toBeCloseTo(surface, 6);
    expect(villages.areas[0]!.centroid[0]).toBeCloseTo(123.515, 3);
  });

  it('becomes counts at their places, 0 where a reported cell has no row', async () => {
    const { dataset } = await loaded(samplePackage());
    const [table] = dataset.tables;
    expect(table).toMatchObject({ periods: ['2026-09', '2026-10'], areas: 4, combinations: 12 });
    expect(count(table!, 0, 2, 0)).toBe(40);
    expect(count(table!, 0, 4, 0)).toBe(2);
    expect(count(table!, 1, 5, 0)).toBe(3);
    expect(count(table!, 0, 11, 3)).toBe(7);
    expect(count(table!, 0, 11, 0)).toBe(0);
  });

  it('keeps what is not known unknown: NaN, and not reported where there is no row', async () => {
    const { coverage } = (await loaded(samplePackage())).dataset;
    expect([...coverage.target.slice(0, 4)]).toEqual([50, 20, 0, Number.NaN]);
    expect([...coverage.measured.slice(0, 4)]).toEqual([42, Number.NaN, 0, 7]);
    expect([...coverage.status]).toEqual([0, 1, 0, 0, 2, 1, 1, 1, 1, 1, 1, 1]);
  });

  it('knows a village whose row was set aside from one that has not reported', async () => {
    const coverage = coverageRows([...SAMPLE_COVERAGE, ['53.01.02.1001', '2026-10', 9, null, 'set-aside']]);
    const { dataset } = await loaded(samplePackage({ coverage }));
    expect(dataset.coverage.status[6]).toBe(ReportStatus.setAside);
  });

  it('leaves one schema in the engine, with the cells in long form', async () => {
    const { schema } = await loaded(samplePackage());
    const kept = await engine.query(
      "SELECT schema_name AS name FROM duckdb_schemas() WHERE schema_name LIKE 'dataset%'",
    );
    expect([...kept.getChild('name')]).toEqual([schema]);
    const tables = await engine.query(`SELECT table_name AS name FROM duckdb_tables() ORDER BY 1`);
    expect([...tables.getChild('name')]).toEqual(['areas', 'cells', 'coverage', 'periods', 'tables']);
    const total = await engine.query(`SELECT sum(count)::INTEGER AS n FROM ${schema}.cells`);
    expect(total.getChild('n').at(0)).toBe(52);
  });

  it('is remembered nowhere when it is refused', async () => {
    const { schema } = await loaded(samplePackage());
    await problemsOf(cellsOf([['nowhere', '2026-09', 'male', 'none', 1]]));
    const kept = await engine.query(
      "SELECT schema_name AS name FROM duckdb_schemas() WHERE schema_name LIKE 'dataset%'",
    );
    expect([...kept.getChild('name')]).toEqual([schema]);
  });

  it('ends with a fault when aborted', async () => {
    const reason = await loadDataset(engine, samplePackage(), {
      work: PACKAGE_WORK,
      signal: AbortSignal.abort(),
    }).catch((error: unknown) => error);
    expect(faultOf(reason)?.code).toBe('engine/canceled');
  });
});

describe('tables of a release', () => {
  const manifest: Manifest = {
    ...SAMPLE_MANIFEST,
    tier: 'release',
    minimumCell: 10,
    rounding: 5,
    tables: [
      { id: 'wasting', level: 'village', dimensions: ['wasting'], undivided: ['wasting'] },
      { id: 'district', level: 'district', dimensions: ['sex', 'wasting'] },
    ],
  };
  const rows = {
    table: ['wasting', 'wasting', 'district'],
    area: ['53.01.01.1001', '53.01.01.1001', '53.01.02'],
    period: ['2026-09', '2026-09', '2026-S2'],
    classes: { sex: ['', '', 'male'], wasting: ['moderate', 'none', 'none'] },
    count: [null, 40, 25],
  };

  it('keep hidden cells hidden and their own periods and level', async () => {
    const { dataset } = await loaded(samplePackage({ manifest, cells: { format: 'rows', rows } }));
    const [wasting, district] = dataset.tables;
    expect(wasting).toMatchObject({ periods: ['2026-09'], areas: 4, undivided: ['wasting'] });
    expect(count(wasting!, 0, 1, 0)).toBe(HIDDEN_COUNT);
    expect(count(wasting!, 0, 2, 0)).toBe(40);
    expect(district).toMatchObject({ periods: ['2026-S2'], areas: 2, level: 'district' });
    expect(count(district!, 0, 2, 1)).toBe(25);
  });

  it('are refused below the smallest cell, unrounded, or crossed otherwise than declared', async () => {
    const wrong = {
      ...rows,
      classes: { sex: ['', 'male', ''], wasting: rows.classes.wasting },
      count: [5, 41, 25],
    };
    const problems = await problemsOf({ manifest, cells: { format: 'rows', rows: wrong } });
    expect(problems.map(({ code, at, detail }) => [code, at?.column, detail?.rows])).toEqual([
      ['package/cell-unknown-class', 'sex', '3, 4'],
      ['package/below-minimum-cell', 'count', '2'],
      ['package/cell-not-rounded', 'count', '3'],
    ]);
  });
});

describe('faults are counted and named', () => {
  const [first] = SAMPLE_CELLS as [Cell];
  const [area, period, sex, wasting] = first;
  it.each<readonly [string, Partial<DatasetPackage>, string]>([
    ['unknown table', cellsOf([first], 'other'), 'package/cell-unknown-table table 2'],
    ['unknown area', cellsOf([first, ['53.9', period, sex, wasting, 1]]), 'package/cell-unknown-area area 3'],
    [
      'district code in a village table',
      cellsOf([['53.01.01', period, sex, wasting, 1]]),
      'package/cell-unknown-area area 2',
    ],
    [
      'unknown period',
      cellsOf([first, [area, '2026-11', sex, wasting, 1]]),
      'package/cell-unknown-period period 3',
    ],
    ['unknown class', cellsOf([[area, period, 'other', wasting, 1]]), 'package/cell-unknown-class sex 2'],
    ['missing class', cellsOf([[area, period, sex, '', 1]]), 'package/cell-unknown-class wasting 2'],
    ['duplicate', cellsOf([first, ...SAMPLE_CELLS]), 'package/cell-duplicate undefined 3'],
    ['negative', cellsOf([[area, period, sex, wasting, -1]]), 'package/cell-negative count 2'],
    ['fraction', cellsOf([[area, period, sex, wasting, 1.5]]), 'number/fraction count 2'],
    ['huge', cellsOf([[area, period, sex, wasting, 1e12]]), 'number/unreadable count 2'],
    ['hidden in exact tiers', cellsOf([[area, period, sex, wasting, null]]), 'package/cell-hidden count 2'],
    [
      'coverage of an unknown area',
      { coverage: coverageRows([...SAMPLE_COVERAGE, ['x', '2026-09', 1, 1, 'reported']]) },
      'package/cell-unknown-area area 7',
    ],
    [
      'coverage twice',
      { coverage: coverageRows([...SAMPLE_COVERAGE, SAMPLE_COVERAGE[1]!]) },
      'package/cell-duplicate undefined 7',
    ],
    [
      'measured without report',
      { coverage: coverageRows([...SAMPLE_COVERAGE, ['53.01.02.1001', '2026-10', 9, 8, 'not-reported']]) },
      'package/measured-without-report measured 7',
    ],
    [
      'measured where the row was set aside',
      { coverage: coverageRows([...SAMPLE_COVERAGE, ['53.01.02.1001', '2026-10', 9, 8, 'set-aside']]) },
      'package/measured-without-report measured 7',
    ],
  ])('%s', async (_name, parts, expected) => {
    const result = await load(samplePackage(parts));
    expect(result.ok).toBe(false);
    expect(result.problems.map(({ code, at }) => `${code} ${at?.column} ${at?.row}`)).toEqual([expected]);
  });

  it('cells where nothing was reported', async () => {
    const result = await load(
      samplePackage(cellsOf([...SAMPLE_CELLS, ['53.01.01.1002', '2026-09', sex, wasting, 4]])),
    );
    expect(result.ok).toBe(false);
    expect(result.problems).toMatchObject([
      { code: 'package/measured-without-report', at: { area: '53.01.01.1002', period: '2026-09' } },
    ]);
  });

  it('cells that do not sum to the children measured are loaded with a warning', async () => {
    const result = await load(samplePackage(cellsOf(SAMPLE_CELLS.slice(1))));
    expect(result.ok).toBe(true);
    expect(result.problems).toMatchObject([
      {
        code: 'package/cells-differ-from-measured',
        severity: 'warning',
        at: { area: '53.01.01.1001', period: '2026-09' },
        detail: { count: 1, table: 'all', cells: 2, measured: 42 },
      },
    ]);
  });

  it('more measured than targeted is loaded with a warning', async () => {
    const coverage = coverageRows([
      ['53.01.01.1001', '2026-09', 30, 42, 'reported'],
      ...SAMPLE_COVERAGE.slice(1),
    ]);
    expect(await problemsOf({ coverage })).toMatchObject([
      { code: 'count/measured-exceeds-target', severity: 'warning', at: { row: 2 }, detail: { count: 1 } },
    ]);
  });
});

describe('packages of the project', () => {
  function folder(path: string) {
    const root = resolve(import.meta.dirname, '../..', path);
    const files = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isFile());
    return files.map(({ name }) => ({
      path: name,
      bytes: new Uint8Array(readFileSync(join(root, name))),
    }));
  }

  it('release-small loads, its hidden cells hidden', async () => {
    const read = await PACKAGE_WORK.read(folder('tests/fixtures/release-small'));
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    const { dataset, problems } = await loaded(read.value);
    expect(problems.filter(({ severity }) => severity !== 'note')).toEqual([]);
    const stunting = dataset.tables.find(({ id }) => id === 'stunting')!;
    expect(stunting.periods).toEqual(['2026-05', '2026-06', '2026-S1']);
    const melati = [0, 1, 2].map((combination) => count(stunting, 0, combination, 0));
    expect(melati).toEqual([0, 35, 165]);
    expect(count(stunting, 0, 1, 1)).toBe(HIDDEN_COUNT);
    expect(dataset.manifest.tier).toBe('release');
    expect(dataset.tables.some(({ level }) => level === 'district')).toBe(true);
  });

  it('a package that only calls itself a release opens as internal, and says why', async () => {
    const read = await PACKAGE_WORK.read(folder('tests/fixtures/release-small'));
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    const { audit: _, ...manifest } = read.value.manifest;
    const { dataset, problems } = await loaded({ ...read.value, manifest });
    expect(dataset.manifest.tier).toBe('internal');
    expect(problems).toMatchObject([{ code: 'unproven/no-audit', severity: 'warning' }]);
    if (read.value.cells.format !== 'csv') throw new Error('the fixture keeps its cells as CSV');
    // One cell shown that was hidden to protect another.
    const rows = new TextDecoder().decode(read.value.cells.bytes);
    const hidden = 'stunting,99.01.01.1002,2026-05,,,none,,,,';
    expect(rows).toContain(`${hidden}\n`);
    const bytes = new TextEncoder().encode(rows.replace(`${hidden}\n`, `${hidden}145\n`));
    const opened = await loaded({ ...read.value, cells: { format: 'csv', bytes } });
    expect(opened.dataset.manifest.tier).toBe('internal');
    expect(opened.problems).toMatchObject([{ code: 'unproven/open-cells' }]);
  });

  const demo = existsSync(resolve(import.meta.dirname, '../../public/demo/manifest.json'));
  if (!demo) console.warn('SKIPPED: public/demo not found (npm run demo-data makes it)');
  it.skipIf(!demo)('the demo loads without a problem, every child measured in a cell', async () => {
    const files = folder('public/demo');
    const read = await PACKAGE_WORK.read(files);
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    const { dataset, problems } = await loaded(read.value);
    expect(problems).toEqual([]);
    expect(dataset.territory.villages.areas).toHaveLength(51);
    expect(dataset.territory.districts.areas).toHaveLength(6);
    const { cells } = dataset.tables[0]!;
    const measured = dataset.coverage.measured.reduce((sum, one) => sum + (Number.isNaN(one) ? 0 : one), 0);
    let counted = 0;
    for (const one of cells.kind === 'dense' ? cells.counts : cells.count) counted += one;
    expect(counted).toBe(measured);
  });
});

describe('families beside children', () => {
  const village = (code: string, name: string) => ({ code, name, districtCode: '53.01.01', district: 'A' });
  const territory = territoryOf('Kota Uji', [
    village('53.01.01.1001', 'Melati'),
    village('53.01.01.1002', 'Anggrek'),
  ]);
  const boundaries: BoundaryCollection = {
    type: 'FeatureCollection',
    features: territory.villages.areas.map(({ code, name }, index) => ({
      type: 'Feature',
      id: index,
      geometry: SAMPLE_AREAS.features[index]!.geometry,
      properties: { index, code, name },
    })),
  };
  const table = (name: string, csv: string): ReadFile => ({
    kind: 'table',
    name,
    sheets: [sheetOf(csv)],
    problems: [],
  });
  const children = table(
    'balita.csv',
    'kelurahan,periode,diukur,stunting\nMelati,Februari 2026,40,8\nAnggrek,Februari 2026,50,5\n',
  );
  const families = table(
    'keluarga.csv',
    'kelurahan,tahun,jumlah keluarga,keluarga desil 1,krs\nMelati,2025,200,60,80\nAnggrek,2025,x,30,20\n',
  );
  const packageOf = (...files: readonly ReadFile[]): DatasetPackage => {
    const sheets = readTogether(files, { territory, alternateCodes: null }).files.flatMap(
      (file) => file.sheets,
    );
    const made = datasetFromTables(
      sheets.filter(countsChildren).map((sheet) => sheet.table),
      territory,
      boundaries,
      {
        id: 'uji',
        title: 'Uji',
        boundaries: SAMPLE_MANIFEST.boundaries,
        sources: [],
        extremePovertyDecile: 1,
        definitions: {},
      },
      sheets.flatMap((sheet) => sheet.units),
    );
    if (!made.ok) throw new Error(JSON.stringify(made.problems));
    return made.value;
  };
  const ask = (dataset: Dataset, indicator: IndicatorId, period: string) => {
    const question = { level: 'village', indicator, period: period as Period, filters: NO_FILTERS } as const;
    const { numerator, denominator, status } = tabulate(dataset, question);
    return [...numerator].map((n, i) =>
      status[i] === CellStatus.observed ? `${n}/${denominator[i]}` : status[i],
    );
  };

  it('are not reported for the one indicator whose row was set aside, through a saved package too', async () => {
    const pkg = packageOf(
      table(
        'keluarga.csv',
        'kelurahan,tahun,jumlah keluarga,keluarga desil 1,krs\nMelati,2025,200,260,80\nAnggrek,2025,100,30,20\n',
      ),
    );
    const saved = readPackage(packageFiles(pkg));
    for (const given of [pkg, ...(saved.ok ? [saved.value] : [])]) {
      const { dataset, problems } = await loaded(given);
      expect(problems).toEqual([]);
      expect(ask(dataset, 'family-poverty', '2025')).toEqual([CellStatus.notReported, '30/100']);
      expect(ask(dataset, 'stunting-risk', '2025')).toEqual(['80/200', '20/100']);
    }
    expect(saved.ok).toBe(true);
  });

  it('come from one table or two, through a saved package as from the tables, never mixed', async () => {
    const pkg = packageOf(children, families);
    const saved = readPackage(packageFiles(pkg));
    for (const given of [pkg, ...(saved.ok ? [saved.value] : [])]) {
      const { dataset, problems } = await loaded(given);
      expect(problems).toEqual([]);
      expect(ask(dataset, 'stunting', '2026-02')).toEqual(['8/40', '5/50']);
      expect(ask(dataset, 'family-poverty', '2025')).toEqual(['60/200', CellStatus.notReported]);
      expect(ask(dataset, 'stunting-risk', '2025')).toEqual(['80/200', CellStatus.notReported]);
      expect(ask(dataset, 'stunting', '2025')).toEqual([CellStatus.notReported, CellStatus.notReported]);
      expect(dataset.manifest.periods).toEqual([
        { id: '2026-02', complete: true, units: ['child'] },
        { id: '2025', complete: false, setAside: 1, units: ['family'] },
      ]);
      // A row with a fault came in, and is not silent.
      expect([...(dataset.unitCoverage?.family?.status ?? [])]).toEqual([
        ReportStatus.reported,
        ReportStatus.setAside,
      ]);
      expect(dataset.manifest.definitions).toEqual({
        'family-poverty': '“keluarga desil 1”',
        'stunting-risk': '“krs”',
      });
    }
  });

  it('are loaded alone, and opened with their own indicator and period', async () => {
    const { dataset } = await loaded(packageOf(families));
    expect(dataset.coverage.periods).toEqual([]);
    expect(openingView(dataset.manifest, dataset.tables)).toMatchObject({
      indicator: 'family-poverty',
      period: '2025',
    });
  });

  it('are not mixed by a package either', async () => {
    const pkg = packageOf(children, families);
    const { unit: _, ...coverage } = pkg.coverage;
    const { problems } = await load({ ...pkg, coverage });
    expect(problems.map(({ code }) => code)).toContain('package/measured-without-report');
  });
});
