import type { Geometry } from 'geojson';
import type { Problem, Result } from '#core/problem.ts';
import { collectionOf, type RawCollection } from './geojson-text.ts';
import { projectionOf } from './reprojection.ts';
import { type SqlDatabase, type SqlValue, startSqlite } from './sqlite.ts';
import { leavesStatedBox } from './stated-box.ts';
import type { MapLayer } from './topojson.ts';
import { DamagedGeometry, readWellKnownBinary } from './well-known-binary.ts';

function refusal(code: Problem['code'], detail: Problem['detail'] = {}): Result<never> {
  return { ok: false, problems: [{ code, severity: 'error', detail }] };
}

/** Where the header of a SQLite file says how many pages it has, and how it is written. */
const HEADER = { bytes: 100, pageSize: 16, writing: 18, changed: 24, pages: 28, countedAt: 92 };
const WRITE_AHEAD = 2;

interface FileState {
  readonly bytes: Uint8Array;
  /** What was written last may lie in a file beside it (-wal), which nobody brings along. */
  readonly isOpenElsewhere: boolean;
}

/** A file written ahead is read as it stands; null where the file is shorter than it says. */
function fileState(bytes: Uint8Array): FileState | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < HEADER.bytes) return null;
  const written = view.getUint16(HEADER.pageSize);
  const pageSize = written === 1 ? 65_536 : written;
  const counted = view.getUint32(HEADER.changed) === view.getUint32(HEADER.countedAt);
  const pages = view.getUint32(HEADER.pages);
  if (counted && pages * pageSize > bytes.length) return null;
  const isOpenElsewhere = bytes[HEADER.writing] === WRITE_AHEAD || bytes[HEADER.writing + 1] === WRITE_AHEAD;
  if (!isOpenElsewhere) return { bytes, isOpenElsewhere };
  const plain = bytes.slice();
  plain.fill(1, HEADER.writing, HEADER.writing + 2);
  return { bytes: plain, isOpenElsewhere };
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

function rowsOf(database: SqlDatabase, sql: string): readonly (readonly SqlValue[])[] {
  return database.exec(sql)[0]?.values ?? [];
}

const text = (value: SqlValue | undefined): string => (typeof value === 'string' ? value : '');
const number = (value: SqlValue | undefined): number => (typeof value === 'number' ? value : Number.NaN);

/** The box beside a geometry has none, or two to four pairs of numbers. */
const BOX_PAIRS = [0, 2, 3, 3, 4];
const EMPTY = 0b1_0000;
const EXTENDED = 0b10_0000;

interface Shape {
  readonly geometry: Geometry | null;
  readonly leavesBox: boolean;
}

/** A geometry as OGC 12-128r18 (2.1.3) keeps it: mark, flags, system, box, well-known binary. */
function shapeOf(value: SqlValue | undefined): Shape {
  if (value === null || value === undefined) return { geometry: null, leavesBox: false };
  if (!(value instanceof Uint8Array) || value.length < 8 || value[0] !== 0x47 || value[1] !== 0x50)
    throw new DamagedGeometry();
  const flags = value[3] ?? 0;
  const pairs = BOX_PAIRS[(flags >> 1) & 0b111];
  if (pairs === undefined || (flags & EXTENDED) !== 0) throw new DamagedGeometry();
  if ((flags & EMPTY) !== 0) return { geometry: null, leavesBox: false };
  const start = 8 + pairs * 16;
  if (value.length < start) throw new DamagedGeometry();
  const geometry = readWellKnownBinary(value.subarray(start));
  if (pairs === 0) return { geometry, leavesBox: false };
  const view = new DataView(value.buffer, value.byteOffset, value.byteLength);
  const [west, east, south, north] = [8, 16, 24, 32].map((at) => view.getFloat64(at, (flags & 1) === 1));
  return { geometry, leavesBox: leavesStatedBox(geometry, [west, south, east, north]) };
}

interface LayerTable {
  readonly table: string;
  readonly column: string;
  readonly system: number;
}

/** What the file says of a layer's coordinates: a number that is known here, else its own definition. */
function systemOf(database: SqlDatabase, system: number): Pick<RawCollection, 'epsg' | 'projection'> {
  const [row] = rowsOf(
    database,
    `SELECT organization, organization_coordsys_id, definition FROM gpkg_spatial_ref_sys WHERE srs_id = ${system}`,
  );
  const own = text(row?.[0]).toUpperCase() === 'EPSG' ? number(row?.[1]) : Number.NaN;
  if (Number.isInteger(own) && projectionOf(own) !== null) return { epsg: own, projection: null };
  const definition = text(row?.[2]).trim();
  const isStated = definition !== '' && definition.toLowerCase() !== 'undefined';
  return { epsg: null, projection: isStated ? definition : null };
}

function layerOf(database: SqlDatabase, { table, column, system }: LayerTable): Result<RawCollection> {
  const key = rowsOf(database, `PRAGMA table_info(${quoted(table)})`).find(
    (row) => number(row[5]) === 1,
  )?.[1];
  const statement = database.prepare(`SELECT * FROM ${quoted(table)}`);
  const features: unknown[] = [];
  const outside: number[] = [];
  try {
    const names = statement.getColumnNames();
    while (statement.step()) {
      const values = statement.get();
      const { geometry, leavesBox } = shapeOf(values[names.indexOf(column)]);
      const kept = names.flatMap((name, k) => {
        const value = values[k];
        return name === column || name === key || value instanceof Uint8Array ? [] : [[name, value] as const];
      });
      features.push({ type: 'Feature', geometry, properties: Object.fromEntries(kept) });
      if (leavesBox) outside.push(features.length);
    }
  } catch (cause) {
    if (!(cause instanceof DamagedGeometry)) throw cause;
    return refusal('geopackage/damaged', { table, row: features.length + 1 });
  } finally {
    statement.free();
  }
  const collection = collectionOf({ type: 'FeatureCollection', features });
  if (!collection.ok) return collection;
  const [row] = outside;
  const detail = { count: outside.length, rows: outside.slice(0, 10).join(', ') };
  const problems: readonly Problem[] =
    row === undefined ? [] : [{ code: 'geojson/box-differs', severity: 'warning', at: { row }, detail }];
  return { ...collection, value: { ...collection.value, ...systemOf(database, system) }, problems };
}

/** How QGIS draws the layers: nothing is lost with them. */
const OF_THE_PROGRAM = new Set(['layer_styles', 'qgis_projects']);

function layersIn(database: SqlDatabase): Result<readonly MapLayer[]> {
  const tables = rowsOf(database, "SELECT name FROM sqlite_master WHERE type IN ('table', 'view')").flat();
  if (!['gpkg_contents', 'gpkg_geometry_columns'].every((name) => tables.includes(name)))
    return refusal('file/wrong-type', { found: 'sqlite', kind: 'sqlite' });
  const [check] = rowsOf(database, 'PRAGMA quick_check(1)').flat();
  if (check !== 'ok') return refusal('geopackage/damaged');
  const layers = rowsOf(
    database,
    `SELECT c.table_name, g.column_name, g.srs_id FROM gpkg_contents c JOIN gpkg_geometry_columns g
     ON g.table_name = c.table_name WHERE c.data_type = 'features' ORDER BY c.rowid`,
  ).map((row): MapLayer => {
    const [table, column, system] = [text(row[0]), text(row[1]), number(row[2])];
    return { name: table, collection: layerOf(database, { table, column, system }) };
  });
  if (layers.length === 0) return refusal('file/empty');
  const others = rowsOf(database, "SELECT table_name FROM gpkg_contents WHERE data_type <> 'features'")
    .map(([name]) => text(name))
    .filter((name) => !OF_THE_PROGRAM.has(name));
  const detail = { count: others.length, parts: others.join(', ').slice(0, 200) };
  const problems: readonly Problem[] =
    others.length === 0 ? [] : [{ code: 'file/parts-unread', severity: 'warning', detail }];
  return { ok: true, value: layers, problems };
}

/**
 * The layers of a GeoPackage (OGC 12-128r18), in their own coordinates. SQLite is fetched with the first one, in the
 * reader's worker, its module inside the script: that worker can fetch nothing. Refused: another SQLite file, one that
 * is cut off, and one whose pages or geometries are damaged.
 */
export async function geopackageLayers(bytes: Uint8Array): Promise<Result<readonly MapLayer[]>> {
  const state = fileState(bytes);
  if (state === null) return refusal('file/truncated', { found: 'gpkg' });
  const { Database } = await startSqlite();
  let database: SqlDatabase | null = null;
  try {
    database = new Database(state.bytes);
    const layers = layersIn(database);
    const open: Problem = { code: 'geopackage/open-elsewhere', severity: 'warning' };
    return state.isOpenElsewhere ? { ...layers, problems: [open, ...layers.problems] } : layers;
  } catch {
    // What SQLite cannot follow it throws: a table that is missing, a page that is none.
    return refusal('geopackage/damaged');
  } finally {
    database?.close();
  }
}
