import { type CellEntries, type CellTableMeta, layoutCells } from '#core/cell-layout.ts';
import type { CellTable } from '#core/cells.ts';
import { DIMENSIONS } from '#core/dimension.ts';
import type { Period } from '#core/period.ts';
import type { Problem, Result } from '#core/problem.ts';
import type { ArchivePart } from './archive-guard.ts';
import { DRAWN_VERTICES } from './boundary-thinning.ts';
import { type CodedColumns, codeColumns } from './coded-columns.ts';
import type { CellRows, CoverageRows, DatasetPackage, PackageCells } from './dataset-package.ts';
import { parseCellsCsv } from './package-csv.ts';
import { readPackage } from './package-files.ts';
import { type PackageTerritory, territoryOf } from './package-territory.ts';
import { parseCellsParquet } from './parquet-cells.ts';

/** A package made ready for the engine. */
export interface PreparedPackage extends PackageTerritory {
  readonly cells: CodedColumns;
  readonly coverage: CodedColumns;
}

/** The cells of one table as the engine gives them, still by period of the whole dataset. */
export interface ReadCells {
  readonly meta: Omit<CellTableMeta, 'periods'>;
  /** `period` is a position in `periods`. */
  readonly entries: CellEntries;
  readonly periods: readonly Period[];
}

/** The long work on a package: in a worker of the browser, or right here (in Node, in tests). */
export interface PackageWork {
  /** Reads the files of a folder, or those of an opened archive. */
  read(files: readonly ArchivePart[], signal?: AbortSignal): Promise<Result<DatasetPackage>>;
  prepare(pkg: DatasetPackage, signal?: AbortSignal): Promise<Result<PreparedPackage>>;
  /** Lays tables out. The entries may be transferred: do not use them afterwards. */
  layout(tables: readonly ReadCells[], signal?: AbortSignal): Promise<readonly CellTable[]>;
}

async function cellRows(cells: PackageCells): Promise<Result<CellRows>> {
  if (cells.format === 'rows') return { ok: true, value: cells.rows, problems: [] };
  return cells.format === 'csv' ? parseCellsCsv(cells.bytes) : parseCellsParquet(cells.bytes);
}

function codedCells({ table, area, period, classes, count }: CellRows): CodedColumns {
  const uncrossed = new Array<string>(count.length).fill('');
  const crossed = DIMENSIONS.map((dimension) => [dimension, classes[dimension] ?? uncrossed] as const);
  return codeColumns({ table, area, period, ...Object.fromEntries(crossed) }, { count });
}

function codedCoverage({ unit, area, period, status, target, measured }: CoverageRows): CodedColumns {
  const counted = unit ?? area.map(() => 'child');
  return codeColumns({ unit: counted, area, period, status }, { target, measured });
}

async function prepare(pkg: DatasetPackage): Promise<Result<PreparedPackage>> {
  const rows = await cellRows(pkg.cells);
  const placed = territoryOf(pkg);
  const problems: Problem[] = [...rows.problems, ...placed.problems];
  if (!rows.ok || !placed.ok) return { ok: false, problems };
  if (rows.value.count.length === 0) {
    const file = pkg.cells.format === 'parquet' ? 'cells.parquet' : 'cells.csv';
    return { ok: false, problems: [...problems, { code: 'file/empty', severity: 'error', at: { file } }] };
  }
  const value = { ...placed.value, cells: codedCells(rows.value), coverage: codedCoverage(pkg.coverage) };
  return { ok: true, value, problems };
}

/** A table speaks of the periods for which it has rows, in the order of the dataset. */
function layout({ meta, entries, periods }: ReadCells): CellTable {
  const spoken = new Uint8Array(periods.length);
  for (const position of entries.period) spoken[position] = 1;
  const positions = [...spoken.keys()].filter((position) => spoken[position] === 1);
  const renumbered = new Uint16Array(periods.length);
  for (const [k, position] of positions.entries()) renumbered[position] = k;
  const period = entries.period.map((position) => renumbered[position]!);
  const own = positions.map((position) => periods[position]!);
  return layoutCells({ ...entries, period }, { ...meta, periods: own });
}

/** Does the work where it is called. */
export const PACKAGE_WORK: PackageWork = {
  // As fine as they can be drawn: what is left out here never has to leave the worker.
  read: async (files) => readPackage(files, DRAWN_VERTICES),
  prepare,
  layout: async (tables) => tables.map(layout),
};
