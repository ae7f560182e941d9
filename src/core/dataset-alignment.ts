import type { Area, AreaLevel, Geography, Territory } from './area.ts';
import { type CellTable, type CoverageTable, ReportStatus, type SparseCells } from './cells.ts';
import { coverageOfUnit } from './counted-units.ts';
import type { Dataset } from './dataset.ts';
import { OTHER_UNITS, UNITS } from './unit.ts';

/** By area of a geography its position in another, or -1 where that has no area of its code. */
function places(of: Geography, within: Geography): Int32Array {
  return Int32Array.from(of.areas, ({ code }) => within.indexOf.get(code) ?? -1);
}

function alignSparse(cells: SparseCells, from: Int32Array, areas: number, periods: number): SparseCells {
  const offset = new Uint32Array(periods * from.length + 1);
  const rows: number[] = [];
  for (let p = 0; p < periods; p++) {
    for (const [i, old] of from.entries()) {
      const row = p * areas + old;
      const length = old < 0 ? 0 : cells.offset[row + 1]! - cells.offset[row]!;
      offset[p * from.length + i + 1] = offset[p * from.length + i]! + length;
      for (let k = 0; k < length; k++) rows.push(cells.offset[row]! + k);
    }
  }
  const order = Uint32Array.from(rows);
  return {
    kind: 'sparse',
    offset,
    combination: Uint16Array.from(order, (cell) => cells.combination[cell]!),
    count: Uint32Array.from(order, (cell) => cells.count[cell]!),
  };
}

function alignTable(table: CellTable, from: Int32Array): CellTable {
  const { cells, areas, combinations, periods } = table;
  if (cells.kind === 'sparse')
    return { ...table, areas: from.length, cells: alignSparse(cells, from, areas, periods.length) };
  const rows = periods.length * combinations;
  const counts =
    cells.counts instanceof Uint16Array
      ? new Uint16Array(rows * from.length)
      : new Uint32Array(rows * from.length);
  for (let row = 0; row < rows; row++) {
    for (const [i, old] of from.entries())
      if (old >= 0) counts[row * from.length + i] = cells.counts[row * areas + old]!;
  }
  return { ...table, areas: from.length, cells: { kind: 'dense', counts } };
}

function alignCoverage(table: CoverageTable, from: Int32Array): CoverageTable {
  const size = table.periods.length * from.length;
  const target = new Float64Array(size).fill(Number.NaN);
  const measured = new Float64Array(size).fill(Number.NaN);
  const status = new Uint8Array(size).fill(ReportStatus.notReported);
  for (let p = 0; p < table.periods.length; p++) {
    for (const [i, old] of from.entries()) {
      if (old < 0) continue;
      const at = p * from.length + i;
      target[at] = table.target[p * table.areas + old]!;
      measured[at] = table.measured[p * table.areas + old]!;
      status[at] = table.status[p * table.areas + old]!;
    }
  }
  return { periods: table.periods, areas: from.length, target, measured, status };
}

function hasSameDistricts(one: Territory, other: Territory): boolean {
  const parents = new Map(other.villages.areas.map(({ code, parent }) => [code, parent]));
  return (
    one.villages.areas.length === other.villages.areas.length &&
    one.villages.areas.every(({ code, parent }) => parents.get(code) === parent) &&
    other.districts.areas.every(({ code }) => one.districts.indexOf.has(code))
  );
}

export interface AlignedDataset {
  readonly dataset: Dataset;
  /** Villages of the dataset that the territory lacks: they are left out. */
  readonly foreign: readonly Area[];
  /** Villages of the territory that the dataset lacks, or of which it knows nothing in any period. */
  readonly absent: readonly Area[];
}

/**
 * A dataset over the areas of another territory, joined by code. Villages that it lacks have not reported. Its tables of
 * districts are kept only where both have the same villages in the same districts: else they are sums over others.
 * O(cells).
 */
export function alignDataset(dataset: Dataset, territory: Territory): AlignedDataset {
  const { villages, districts } = territory;
  const [village, district] = [
    places(villages, dataset.territory.villages),
    places(districts, dataset.territory.districts),
  ];
  const coverage = alignCoverage(dataset.coverage, village);
  const unitCoverage = Object.fromEntries(
    OTHER_UNITS.filter((unit) => dataset.unitCoverage?.[unit]).map((unit) => [
      unit,
      alignCoverage(coverageOfUnit(dataset, unit), village),
    ]),
  );
  const reports = UNITS.map((unit) => coverageOfUnit({ ...dataset, coverage, unitCoverage }, unit));
  const told = reports.some(({ periods }) => periods.length > 0);
  const known = (i: number) =>
    village[i]! >= 0 &&
    (!told ||
      reports.some(({ periods, status, areas }) =>
        periods.some((_, p) => status[p * areas + i] !== ReportStatus.notReported),
      ));
  const same = hasSameDistricts(dataset.territory, territory);
  const fits = ({ level }: { readonly level: AreaLevel }) => level === 'village' || same;
  const tables = dataset.tables
    .filter(fits)
    .map((table) => alignTable(table, table.level === 'village' ? village : district));
  const manifest = { ...dataset.manifest, tables: dataset.manifest.tables.filter(fits) };
  return {
    dataset: {
      manifest,
      territory,
      tables,
      coverage,
      ...(dataset.unitCoverage ? { unitCoverage } : {}),
    },
    foreign: dataset.territory.villages.areas.filter(({ code }) => !villages.indexOf.has(code)),
    absent: villages.areas.filter((_, i) => !known(i)),
  };
}
