import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import type { AreaCode, AreaIndex, Source, Territory } from '#core/area.ts';
import type { BoundaryCollection } from '#core/boundary.ts';
import type { AbsentRows, Manifest, PeriodEntry, TableEntry } from '#core/dataset.ts';
import { CLASSES, DIMENSIONS, type DimensionId } from '#core/dimension.ts';
import { type Period, type PeriodKind, periodKind } from '#core/period.ts';
import type { Result } from '#core/problem.ts';
import { UNITS, type Unit } from '#core/unit.ts';
import type { CellRows, CoverageRows, DatasetPackage, PackageAreaProperties } from './dataset-package.ts';
import type { TableReading } from './table-import.ts';
import { type JoinedRows, joinRows, rowKey } from './table-join.ts';
import type { AcceptedRow } from './table-rows.ts';
import { joinUnits, type UnitCounts, type UnitTable, unitIndicator } from './unit-tables.ts';

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

/** The rows of one unit that are stored in tables of their own, and the readings they come from. */
interface Part {
  readonly unit: Unit;
  readonly tables: readonly TableEntry[];
  readonly rows: readonly AcceptedRow[];
  readonly readings: readonly TableReading[];
  readonly joined: JoinedRows;
  /** Under which name the rows hold the dimension of the table. */
  readonly held: (dimension: DimensionId) => DimensionId;
}

const itself = (dimension: DimensionId): DimensionId => dimension;

function childPart(readings: readonly TableReading[], territory: Territory): Part {
  const joined = joinRows(readings, territory);
  const tables = joined.rows.length > 0 ? tableEntries(readings, joined.rows) : [];
  return { unit: 'child', tables, rows: joined.rows, readings, joined, held: itself };
}

/** Rows of families and persons hold the affected as decile 1, whatever they are affected by. */
function unitPart({ unit, indicator, readings, ...joined }: UnitCounts): Part {
  const dimension = indicator === 'stunting-risk' ? 'risk' : 'poverty';
  const divided = dimension === 'risk' ? {} : ({ undivided: ['poverty'] } as const);
  const table: TableEntry = {
    id: `${unit}-${dimension}`,
    level: 'village',
    unit,
    dimensions: [dimension],
    ...divided,
  };
  return { unit, tables: [table], rows: joined.rows, readings, joined, held: () => 'poverty' };
}

/**
 * Counts as the dataset stores them. A sheet gives each dimension by itself, so each becomes a table of its own, never
 * a crossing. In a period of which some row knows
 * a dimension, the rows that do not are all `unknown`, so that the table adds up to the measured.
 */
function cellRows(parts: readonly Part[], territory: Territory): CellRows {
  const table: string[] = [];
  const area: string[] = [];
  const period: string[] = [];
  const count: (number | null)[] = [];
  const classes: Partial<Record<string, string[]>> = {};
  const entries = parts.flatMap((part) => part.tables.map((entry) => ({ entry, part })));
  for (const { entry } of entries) for (const dimension of entry.dimensions) classes[dimension] = [];
  const add = (entry: TableEntry, row: AcceptedRow, own: string, counted: number): void => {
    if (counted === 0) return;
    table.push(entry.id);
    area.push(territory.villages.areas[row.area]?.code ?? '');
    period.push(row.period);
    count.push(counted);
    for (const [dimension, column] of Object.entries(classes)) {
      column?.push(entry.dimensions.some((one) => one === dimension) ? own : '');
    }
  };
  for (const {
    entry,
    part: { rows, held },
  } of entries) {
    const [dimension] = entry.dimensions;
    const countsOf = ({ counts }: AcceptedRow) => dimension && counts[held(dimension)];
    const told = new Set(rows.filter(countsOf).map(({ period }) => period));
    for (const row of rows) {
      if (dimension && !told.has(row.period)) continue;
      const counts = countsOf(row) ?? { unknown: row.measured };
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
  if (dimension === 'risk')
    return name === 'at-risk' ? of('1') : name === 'unknown' ? of('unknown') : of('5+');
  if (!entry.undivided?.includes(dimension)) return of(name);
  if (dimension === 'poverty') {
    if (name === '5+') return of('2') + of('3') + of('4') + of('5+');
    return name === '1' || name === 'unknown' ? of(name) : 0;
  }
  return name === 'moderate' ? of('severe') + of('moderate') : name === 'severe' ? 0 : of(name);
}

/** Villages and periods (rowKey) of which a row is known that was left out for its faults. */
function setAsidePlaces(parts: readonly Pick<Part, 'readings' | 'joined'>[]): ReadonlySet<string> {
  return new Set(
    parts.flatMap(({ readings, joined: { contradictory } }) => {
      const missing = readings
        .filter(({ refused }) => !refused)
        .flatMap((reading) => reading.missing.filter(({ why }) => why === 'set-aside'));
      return [...missing, ...contradictory.flat()].map(({ area, period }) => rowKey(area, period));
    }),
  );
}

/**
 * Villages that other tables of the unit know in a period of this table, and it does not. Children whose class no row
 * tells are measured all the same, unless a row that did tell it was left out.
 */
function absentRows(
  { unit, rows, readings, joined, held }: Part,
  { dimensions: [dimension] }: TableEntry,
  parts: readonly Part[],
  { villages }: Territory,
): readonly AbsentRows[] {
  if (dimension === undefined) return [];
  const name = held(dimension);
  const told = rows.filter(({ counts }) => counts[name]);
  const periods = new Set(told.map(({ period }) => period));
  const seen = new Set(told.map(({ area, period }) => rowKey(area, period)));
  const own = readings.filter(({ dimensions }) => dimensions.includes(name));
  const faulty = setAsidePlaces([{ readings: own, joined }]);
  const found = new Map<string, AbsentRows & { readonly areas: AreaCode[] }>();
  for (const { area, period } of parts.filter((part) => part.unit === unit).flatMap((part) => part.rows)) {
    const key = rowKey(area, period);
    const code = villages.areas[area]?.code;
    if (!periods.has(period) || seen.has(key) || code === undefined) continue;
    seen.add(key);
    const status = faulty.has(key) ? 'set-aside' : 'not-reported';
    if (unit === 'child' && status === 'not-reported') continue;
    const group = found.get(`${period} ${status}`);
    if (group) group.areas.push(code);
    else found.set(`${period} ${status}`, { period, status, areas: [code] });
  }
  return [...found.values()];
}

/** Rows left out by period, each once whatever it counts; one whose period cannot be read may be of any. */
function setAsideRows(parts: readonly Part[]): (period: Period) => number {
  const rows = new Map<string, Period | null>();
  for (const { readings, joined } of parts) {
    for (const { file, sheet, refused, setAside } of readings) {
      if (refused) continue;
      for (const { row, period, problems } of setAside)
        if (problems.every(({ code }) => code !== 'row/empty')) rows.set(`${file}\n${sheet}\n${row}`, period);
    }
    for (const { period } of joined.contradictory.flat()) rows.set(`contradictory ${rows.size}`, period);
  }
  const periods = [...rows.values()];
  return (period) => periods.filter((one) => one === null || one === period).length;
}

/** What came in of one unit. All of a unit are those its tables agree on, unknown where they do not. */
function coverageOfParts(
  unit: Unit,
  parts: readonly Part[],
  periods: readonly Period[],
  territory: Territory,
): readonly CoverageRow[] {
  const byKey = new Map<string, readonly AcceptedRow[]>();
  for (const row of parts.flatMap(({ rows }) => rows)) {
    const key = rowKey(row.area, row.period);
    byKey.set(key, [...(byKey.get(key) ?? []), row]);
  }
  const faulty = setAsidePlaces(parts);
  const counted = new Set(parts.flatMap(({ rows }) => rows.map(({ period }) => period)));
  return periods
    .filter((period) => counted.has(period))
    .flatMap((period) =>
      territory.villages.areas.map(({ code }, i) => {
        const key = rowKey(i as AreaIndex, period);
        const [row, ...others] = byKey.get(key) ?? [];
        const agreed = row && others.every(({ measured }) => measured === row.measured);
        return {
          unit,
          area: code,
          period,
          target: row?.target ?? null,
          measured: row && agreed ? row.measured : null,
          status: row ? 'reported' : faulty.has(key) ? 'set-aside' : 'not-reported',
        };
      }),
    );
}

interface CoverageRow {
  readonly unit: Unit;
  readonly area: string;
  readonly period: Period;
  readonly target: number | null;
  readonly measured: number | null;
  readonly status: CoverageRows['status'][number];
}

function coverageRows(rows: readonly CoverageRow[]): CoverageRows {
  const others = rows.some(({ unit }) => unit !== 'child');
  return {
    ...(others ? { unit: rows.map(({ unit }) => unit) } : {}),
    area: rows.map(({ area }) => area),
    period: rows.map(({ period }) => period),
    target: rows.map(({ target }) => target),
    measured: rows.map(({ measured }) => measured),
    status: rows.map(({ status }) => status),
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

/** The areas of a package, from the boundaries that are open. */
export function packageAreas(
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
 * table per unit and dimension. Years stay years: nothing is spread over months or added up. Villages without a row are
 * not-reported, those whose row was left out set-aside. Refused where no sheet gave a row.
 */
export function datasetFromTables(
  readings: readonly TableReading[],
  territory: Territory,
  boundaries: BoundaryCollection,
  seed: ManifestSeed,
  unitTables: readonly UnitTable[] = [],
): Result<DatasetPackage> {
  const counts = joinUnits(unitTables, territory);
  const parts = [childPart(readings, territory), ...counts.map(unitPart)];
  const problems = parts.flatMap(({ joined }) => joined.problems);
  const rows = parts.flatMap((part) => part.rows);
  if (rows.length === 0)
    return { ok: false, problems: [...problems, { code: 'file/empty', severity: 'error' }] };
  const periods = periodsInOrder(rows);
  const tables = parts.flatMap((part) =>
    part.tables.map((entry): TableEntry => {
      const absent = absentRows(part, entry, parts, territory);
      return absent.length > 0 ? { ...entry, absent } : entry;
    }),
  );
  const setAside = setAsideRows(parts);
  const coverage = UNITS.flatMap((unit) =>
    coverageOfParts(
      unit,
      parts.filter((part) => part.unit === unit),
      periods,
      territory,
    ),
  );
  const lacking = new Set([
    ...coverage.filter(({ status }) => status !== 'reported').map(({ period }) => period),
    ...tables.flatMap(({ absent = [] }) => absent.map(({ period }) => period)),
  ]);
  const periodEntry = (id: Period): PeriodEntry => {
    const left = setAside(id);
    const complete = !lacking.has(id);
    return left > 0 ? { id, complete, setAside: left } : { id, complete };
  };
  const onlyDecile1 = tables.some(({ undivided }) => undivided?.includes('poverty'));
  const headers = counts.map((one) => [
    unitIndicator(one),
    one.headers.map((header) => `“${header}”`).join(', '),
  ]);
  const manifest: Manifest = {
    schema: 'peta-sasaran/2',
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
    definitions: { ...Object.fromEntries(headers), ...seed.definitions },
  };
  const value: DatasetPackage = {
    manifest,
    areas: packageAreas(territory, boundaries),
    districts: null,
    cells: { format: 'rows', rows: cellRows(parts, territory) },
    coverage: coverageRows(coverage),
  };
  return { ok: true, value, problems };
}
