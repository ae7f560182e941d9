import type { Table } from '@uwdata/flechette';
import type { Geography, Territory } from '#core/area.ts';
import type { CellEntries } from '#core/cell-layout.ts';
import { type CellTable, type CoverageTable, HIDDEN_COUNT, ReportStatus } from '#core/cells.ts';
import { periodsOfUnit } from '#core/counted-units.ts';
import type { Dataset, Manifest, PeriodEntry, TableEntry } from '#core/dataset.ts';
import { DIMENSIONS } from '#core/dimension.ts';
import { FaultError } from '#core/fault.ts';
import type { LoadStage } from '#core/load-stage.ts';
import type { Period } from '#core/period.ts';
import type { Problem, Result } from '#core/problem.ts';
import { openMargins, type ReleaseDoubt, statedDoubts } from '#core/release-check.ts';
import { OTHER_UNITS, type OtherUnit, UNITS, type Unit, unitOf } from '#core/unit.ts';
import { arrowStream } from './coded-columns.ts';
import type { DatasetPackage } from './dataset-package.ts';
import type { Engine } from './engine.ts';
import { MANIFEST_FILE } from './manifest.ts';
import { agreementChecks, type PackageCheck, partChecks } from './package-check.ts';
import { cellsQuery, coverageQuery, resolveStatements, tidyStatements } from './package-sql.ts';
import type { Boundaries } from './package-territory.ts';
import { PACKAGE_THREAD } from './package-thread.ts';
import type { PackageWork, PreparedPackage, ReadCells } from './package-work.ts';

export interface LoadedDataset {
  readonly dataset: Dataset;
  readonly boundaries: Boundaries;
  /** Schema of the engine in which its cells, coverage, areas, periods and tables lie, until the next load. */
  readonly schema: string;
}

export interface LoadOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (stage: LoadStage) => void;
  /** Where the long work is done: by default in a worker of the browser. */
  readonly work?: PackageWork;
}

const SCHEMA = /^dataset_(\d+)$/;
let loads = 0;

/**
 * Checks a package in the engine and reads it into typed arrays. Rejects with a FaultError where the engine fails or
 * the load is aborted; whatever is wrong with the package is a Problem. Older loads are dropped from the engine once
 * this one stands, and this one is dropped where it does not.
 */
export async function loadDataset(
  engine: Engine,
  pkg: DatasetPackage,
  options: LoadOptions = {},
): Promise<Result<LoadedDataset>> {
  const { signal, onProgress = () => undefined, work = PACKAGE_THREAD } = options;
  loads += 1;
  const schema = `dataset_${loads}`;
  onProgress('prepare');
  const [prepared] = await Promise.all([work.prepare(pkg, signal), engine.warm({ signal })]);
  if (!prepared.ok) return prepared;
  try {
    const loaded = await loadPrepared(engine, schema, pkg, prepared.value, { signal, onProgress, work });
    const problems = [...prepared.problems, ...loaded.problems];
    if (!loaded.ok) {
      await drop(engine, schema);
      return { ok: false, problems };
    }
    await dropBelow(engine, loads);
    const doubts = await releaseDoubts(loaded.value.dataset, signal);
    return {
      ...loaded,
      value: { ...loaded.value, dataset: asProven(loaded.value.dataset, doubts) },
      problems: [...problems, ...doubts],
    };
  } catch (error) {
    drop(engine, schema).catch(() => undefined);
    throw error;
  }
}

/** Time after which the page may breathe. */
const BREATH_MS = 12;

/** A package's word is not believed: what speaks against its being a release. */
async function releaseDoubts(dataset: Dataset, signal: AbortSignal | undefined): Promise<readonly Problem[]> {
  if (dataset.manifest.tier !== 'release') return [];
  const doubt = (code: ReleaseDoubt): Problem => ({ code, severity: 'warning', at: { file: MANIFEST_FILE } });
  const stated = statedDoubts(dataset);
  if (stated.length > 0) return stated.map(doubt);
  const steps = openMargins(dataset);
  for (let breath = performance.now(); ; ) {
    const step = steps.next();
    if (step.done === true) return step.value ? [doubt('unproven/open-cells')] : [];
    if (performance.now() - breath < BREATH_MS) continue;
    await new Promise((resolve) => setTimeout(resolve));
    if (signal?.aborted) throw new FaultError('engine/canceled', 'aborted');
    breath = performance.now();
  }
}

function asProven(dataset: Dataset, doubts: readonly Problem[]): Dataset {
  return doubts.length === 0 ? dataset : { ...dataset, manifest: { ...dataset.manifest, tier: 'internal' } };
}

interface Steps {
  readonly signal: AbortSignal | undefined;
  readonly onProgress: (stage: LoadStage) => void;
  readonly work: PackageWork;
}

async function loadPrepared(
  engine: Engine,
  schema: string,
  pkg: DatasetPackage,
  prepared: PreparedPackage,
  { signal, onProgress, work }: Steps,
): Promise<Result<LoadedDataset>> {
  const { manifest } = pkg;
  const { territory, boundaries } = prepared;
  const run = (sql: string): Promise<Table> => engine.query(sql, [], { signal });
  onProgress('insert');
  await run(`CREATE SCHEMA ${schema}`);
  for (const [name, ipc] of insertions(manifest, prepared)) {
    await engine.insertArrow({ schema, name }, ipc, { signal });
  }
  for (const statement of resolveStatements(schema)) await run(statement);
  onProgress('check');
  const file = pkg.cells.format === 'parquet' ? 'cells.parquet' : 'cells.csv';
  const firstRow = pkg.cells.format === 'parquet' ? 1 : 2;
  const problems = await ask(run, partChecks(schema, manifest, file, firstRow));
  if (problems.some(({ severity }) => severity === 'error')) return { ok: false, problems };
  problems.push(...(await ask(run, agreementChecks(schema, manifest, file))));
  if (problems.some(({ severity }) => severity === 'error')) return { ok: false, problems };
  onProgress('read');
  const read: ReadCells[] = [];
  for (const [position, entry] of manifest.tables.entries()) {
    const sql = cellsQuery(schema, position, entry.dimensions, HIDDEN_COUNT);
    read.push(readCells(await run(sql), entry, manifest, territory));
  }
  const tables = await work.layout(read, signal);
  const found = new Map<Unit, Table>();
  for (const unit of UNITS) found.set(unit, await run(coverageQuery(schema, unit)));
  for (const statement of tidyStatements(schema)) await run(statement);
  const counted = assembled(manifest, territory, tables, found);
  const { monitoring, services, budget } = pkg;
  const dataset = {
    ...counted,
    ...(monitoring && { monitoring }),
    ...(services && { services }),
    ...(budget && { budget }),
  };
  return { ok: true, value: { dataset, boundaries, schema }, problems };
}

/** The dataset of its parts; each period tells who is counted in it. */
function assembled(
  manifest: Manifest,
  territory: Territory,
  tables: readonly CellTable[],
  found: ReadonlyMap<Unit, Table>,
): Dataset {
  const counted = UNITS.filter((unit) => manifest.tables.some((table) => unitOf(table) === unit));
  const others = OTHER_UNITS.filter((unit) => counted.includes(unit));
  const coverage = (told: Manifest, unit: Unit): CoverageTable =>
    coverageTable(found.get(unit), periodsOfUnit(told, unit), territory.villages, manifest);
  if (others.length === 0) return { manifest, territory, tables, coverage: coverage(manifest, 'child') };
  const holds = (unit: Unit, period: Period): boolean =>
    tables.some((table) => unitOf(table) === unit && table.periods.includes(period));
  const entry = (one: PeriodEntry): PeriodEntry => {
    const units = counted.filter((unit) => holds(unit, one.id));
    return units.length > 0 ? { ...one, units } : one;
  };
  const told: Manifest = { ...manifest, periods: manifest.periods.map(entry) };
  const unitCoverage: Partial<Record<OtherUnit, CoverageTable>> = Object.fromEntries(
    others.map((unit) => [unit, coverage(told, unit)]),
  );
  return { manifest: told, territory, tables, coverage: coverage(told, 'child'), unitCoverage };
}

async function ask(
  run: (sql: string) => Promise<Table>,
  checks: readonly PackageCheck[],
): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const check of checks) {
    const answer = await run(check.sql);
    problems.push(...check.problems(answer.toArray().map((row) => ({ ...row }))));
  }
  return problems;
}

function insertions(
  manifest: Manifest,
  prepared: PreparedPackage,
): readonly (readonly [string, Uint8Array])[] {
  const { villages, districts } = prepared.territory;
  const both = [
    ...villages.areas.map((area, k) => ({ ...area, k })),
    ...districts.areas.map((area, k) => ({ ...area, k })),
  ];
  const crosses = DIMENSIONS.map((dimension) => [
    dimension,
    Uint8Array.from(manifest.tables, ({ dimensions }) => (dimensions.includes(dimension) ? 1 : 0)),
  ]);
  const areas = {
    level: both.map((_, k) => (k < villages.areas.length ? 'village' : 'district')),
    position: Uint32Array.from(both, ({ k }) => k),
    code: both.map(({ code }) => code),
  };
  const periods = {
    position: Uint32Array.from(manifest.periods, (_, k) => k),
    code: manifest.periods.map(({ id }) => id),
  };
  const tables = {
    position: Uint32Array.from(manifest.tables, (_, k) => k),
    id: manifest.tables.map(({ id }) => id),
    level: manifest.tables.map(({ level }) => level),
    unit: manifest.tables.map(unitOf),
    ...Object.fromEntries(crosses),
  };
  return [
    ['areas', arrowStream(areas)],
    ['periods', arrowStream(periods)],
    ['tables', arrowStream(tables)],
    ['cells_rows', prepared.cells.rows],
    ['cells_texts', prepared.cells.texts],
    ['coverage_rows', prepared.coverage.rows],
    ['coverage_texts', prepared.coverage.texts],
  ];
}

function readCells(rows: Table, entry: TableEntry, manifest: Manifest, territory: Territory): ReadCells {
  const geography = entry.level === 'village' ? territory.villages : territory.districts;
  // Copied: columns of one answer may share its bytes, and these are transferred.
  const values = (name: string) =>
    rows.numRows === 0 ? [] : (rows.getChild(name).toArray() as ArrayLike<number>);
  const entries: CellEntries = {
    area: new Uint32Array(values('area')),
    period: new Uint16Array(values('period')),
    combination: new Uint16Array(values('combination')),
    count: new Uint32Array(values('count')),
  };
  const meta = { ...entry, areas: geography.areas.length };
  return { meta, entries, periods: manifest.periods.map(({ id }) => id) };
}

/** A village and period without a row has not reported, and nothing is known of it. */
function coverageTable(
  rows: Table | undefined,
  periods: Manifest['periods'],
  villages: Geography,
  { periods: all }: Manifest,
): CoverageTable {
  const areas = villages.areas.length;
  const size = periods.length * areas;
  const own = new Map(periods.map(({ id }, p) => [all.findIndex((one) => one.id === id), p]));
  const target = new Float64Array(size).fill(Number.NaN);
  const measured = new Float64Array(size).fill(Number.NaN);
  const status = new Uint8Array(size).fill(ReportStatus.notReported);
  for (const row of rows ?? []) {
    const p = own.get(row.period);
    if (p === undefined) continue;
    const at = p * areas + row.area;
    target[at] = row.target ?? Number.NaN;
    measured[at] = row.measured ?? Number.NaN;
    status[at] = row.status;
  }
  return { periods: periods.map(({ id }) => id), areas, target, measured, status };
}

async function drop(engine: Engine, schema: string): Promise<void> {
  await engine.query(`DROP SCHEMA IF EXISTS ${schema} CASCADE`);
}

async function dropBelow(engine: Engine, load: number): Promise<void> {
  const schemas = await engine.query('SELECT schema_name AS name FROM duckdb_schemas() WHERE NOT internal');
  for (const name of schemas.getChild('name').toArray() as readonly string[]) {
    const number = SCHEMA.exec(name)?.[1];
    if (number !== undefined && Number(number) < load) await drop(engine, name);
  }
}
