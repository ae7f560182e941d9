import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import type { AreaIndex, Source, Territory } from '#core/area.ts';
import type { BoundaryCollection } from '#core/boundary.ts';
import type { Manifest, PeriodEntry, TableEntry } from '#core/dataset.ts';
import { CLASSES, DIMENSIONS, type DimensionId } from '#core/dimension.ts';
import { type Period, type PeriodKind, periodKind } from '#core/period.ts';
import type { Result } from '#core/problem.ts';
import type { CellRows, CoverageRows, DatasetPackage, PackageAreaProperties } from './dataset-package.ts';
import type { TableReading } from './table-import.ts';
import { type JoinedRows, joinRows, rowKey } from './table-join.ts';
import type { AcceptedRow } from './table-rows.ts';

/** What a table cannot say of itself. */
export interface ManifestSeed {
  readonly id: string;
  readonly title: string;
  readonly boundaries: Manifest['boundaries'];
  readonly sources: readonly Source[];
  /** Counts for nothing where the tables know decile 1 only. */
  readonly extremePovertyDecile: Manifest['extremePovertyDecile'];
  readonly definitions: Manifest['definitions'];
}

const KIND_ORDER: Readonly<Record<PeriodKind, number>> = { month: 0, quarter: 1, semester: 2, year: 3 };

function periodsInOrder(rows: readonly AcceptedRow[]): readonly Period[] {
  return [...new Set(rows.map(({ period }) => period))].sort(
    (a, b) => KIND_ORDER[periodKind(a)] - KIND_ORDER[periodKind(b)] || (a < b ? -1 : 1),
  );
}

/**
 * Counts as the dataset stores them. A sheet gives each dimension by itself, so each becomes a table of its own, never
 * a crossing. In a period of which some row knows
 * a dimension, the rows that do not are all `unknown`, so that the table adds up to the measured.
 */
function cellRows(
  rows: readonly AcceptedRow[],
  tables: readonly TableEntry[],
  territory: Territory,
): CellRows {
  const table: string[] = [];
  const area: string[] = [];
  const period: string[] = [];
  const count: (number | null)[] = [];
  const classes: Partial<Record<string, string[]>> = {};
  for (const { dimensions } of tables) for (const dimension of dimensions) classes[dimension] = [];
  const add = (entry: TableEntry, row: AcceptedRow, own: string, children: number): void => {
    if (children === 0) return;
    table.push(entry.id);
    area.push(territory.villages.areas[row.area]?.code ?? '');
    period.push(row.period);
    count.push(children);
    for (const [dimension, column] of Object.entries(classes)) {
      column?.push(entry.dimensions.some((one) => one === dimension) ? own : '');
    }
  };
  for (const entry of tables) {
    const [dimension] = entry.dimensions;
    const told = new Set(
      rows.filter(({ counts }) => dimension && counts[dimension]).map(({ period }) => period),
    );
    for (const row of rows) {
      if (dimension && !told.has(row.period)) continue;
      const counts = dimension && (row.counts[dimension] ?? { unknown: row.measured });
      if (dimension === undefined) add(entry, row, '', row.measured);
      else
        for (const name of CLASSES[dimension]) add(entry, row, name, stored(counts, name, dimension, entry));
    }
  }
  return { table, area, period, classes, count };
}

/** The count of a class; where the table is undivided, a sheet that did divide is folded the same way. */
function stored(
  counts: Readonly<Record<string, number>> | undefined,
  name: string,
  dimension: DimensionId,
  entry: TableEntry,
): number {
  const of = (key: string): number => counts?.[key] ?? 0;
  if (!entry.undivided?.includes(dimension)) return of(name);
  if (dimension === 'poverty') {
    if (name === '5+') return of('2') + of('3') + of('4') + of('5+');
    return name === '1' || name === 'unknown' ? of(name) : 0;
  }
  return name === 'moderate' ? of('severe') + of('moderate') : name === 'severe' ? 0 : of(name);
}

/** What was left out for its faults. */
interface SetAside {
  /** Villages and periods (rowKey) of which a row is known that was left out. */
  readonly places: ReadonlySet<string>;
  /** Rows by period; one whose period cannot be read may be of any, and counts in each. */
  readonly rowsOf: (period: Period) => number;
}

function setAsideOf(readings: readonly TableReading[], { contradictory }: JoinedRows): SetAside {
  const used = readings.filter(({ refused }) => !refused);
  const faulty = used
    .flatMap(({ setAside }) => setAside)
    .filter(({ problems }) => problems.every(({ code }) => code !== 'row/empty'));
  const periods = [
    ...faulty.map(({ period }) => period),
    ...contradictory.flat().map(({ period }) => period),
  ];
  const missing = used.flatMap((reading) => reading.missing.filter(({ why }) => why === 'set-aside'));
  return {
    places: new Set([...missing, ...contradictory.flat()].map(({ area, period }) => rowKey(area, period))),
    rowsOf: (period) => periods.filter((one) => one === null || one === period).length,
  };
}

function coverageRows(
  rows: readonly AcceptedRow[],
  periods: readonly Period[],
  territory: Territory,
  setAside: SetAside,
): CoverageRows {
  const byKey = new Map(rows.map((row) => [rowKey(row.area, row.period), row]));
  const all = periods.flatMap((period) =>
    territory.villages.areas.map(({ code }, i) => ({
      code,
      period,
      row: byKey.get(rowKey(i as AreaIndex, period)),
      faulty: setAside.places.has(rowKey(i as AreaIndex, period)),
    })),
  );
  return {
    area: all.map(({ code }) => code),
    period: all.map(({ period }) => period),
    target: all.map(({ row }) => row?.target ?? null),
    measured: all.map(({ row }) => row?.measured ?? null),
    status: all.map(({ row, faulty }) => (row ? 'reported' : faulty ? 'set-aside' : 'not-reported')),
  };
}

function tableEntries(
  readings: readonly TableReading[],
  rows: readonly AcceptedRow[],
): readonly TableEntry[] {
  const known = DIMENSIONS.filter((dimension) => rows.some(({ counts }) => counts[dimension] !== undefined));
  const undivided = new Set(
    readings.flatMap((reading) => (reading.accepted.length > 0 ? reading.undivided : [])),
  );
  const entries = known.map((dimension): TableEntry => {
    const entry = { id: dimension, level: 'village', dimensions: [dimension] } as const;
    return undivided.has(dimension) ? { ...entry, undivided: [dimension] } : entry;
  });
  return entries.length > 0 ? entries : [{ id: 'measured', level: 'village', dimensions: [] }];
}

function packageAreas(
  territory: Territory,
  boundaries: BoundaryCollection,
): FeatureCollection<Polygon | MultiPolygon, PackageAreaProperties> {
  const features = boundaries.features.map(({ geometry, properties: { index } }) => {
    const village = territory.villages.areas[index];
    const district = territory.districts.areas[territory.districtOf[index] ?? -1];
    const properties: PackageAreaProperties = {
      code: village?.code ?? '',
      name: village?.name ?? '',
      districtCode: district?.code ?? '',
      districtName: district?.name ?? '',
    };
    return { type: 'Feature' as const, geometry, properties };
  });
  return { type: 'FeatureCollection', features };
}

/**
 * One internal dataset from the sheets a reader opened, on the boundaries he opened or those in use. Exact counts, one
 * table per dimension. Years stay years: nothing is spread over months or added up. Villages without a row are
 * not-reported, those whose row was left out set-aside. Refused where no sheet gave a row.
 */
export function datasetFromTables(
  readings: readonly TableReading[],
  territory: Territory,
  boundaries: BoundaryCollection,
  seed: ManifestSeed,
): Result<DatasetPackage> {
  const joined = joinRows(readings, territory);
  const { rows, problems } = joined;
  if (rows.length === 0)
    return { ok: false, problems: [...problems, { code: 'file/empty', severity: 'error' }] };
  const periods = periodsInOrder(rows);
  const tables = tableEntries(readings, rows);
  const reported = (period: Period): number => rows.filter((row) => row.period === period).length;
  const setAside = setAsideOf(readings, joined);
  const periodEntry = (id: Period): PeriodEntry => {
    const complete = reported(id) === territory.villages.areas.length;
    const left = setAside.rowsOf(id);
    return left > 0 ? { id, complete, setAside: left } : { id, complete };
  };
  const onlyDecile1 = tables.some(({ undivided }) => undivided?.includes('poverty'));
  const manifest: Manifest = {
    schema: 'peta-sasaran/1',
    id: seed.id,
    title: seed.title,
    territory: territory.name,
    tier: 'internal',
    minimumCell: null,
    rounding: null,
    extremePovertyDecile: onlyDecile1 ? 1 : seed.extremePovertyDecile,
    boundaries: seed.boundaries,
    sources: seed.sources,
    periods: periods.map(periodEntry),
    tables,
    definitions: seed.definitions,
  };
  const value: DatasetPackage = {
    manifest,
    areas: packageAreas(territory, boundaries),
    districts: null,
    cells: { format: 'rows', rows: cellRows(rows, tables, territory) },
    coverage: coverageRows(rows, periods, territory, setAside),
  };
  return { ok: true, value, problems };
}
