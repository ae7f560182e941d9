import { type SqlValue, startSqlite } from '#data/sqlite.ts';

/** Rings of positions, of two or three numbers. */
export type Rings = readonly (readonly (readonly number[])[])[];

function numbers(write: (view: DataView) => number): Uint8Array {
  const view = new DataView(new ArrayBuffer(65_536));
  return new Uint8Array(view.buffer, 0, write(view));
}

/** A polygon in well-known binary, of the byte order and number of dimensions asked for. */
export function wkbPolygon(rings: Rings, little = true): Uint8Array {
  return numbers((view) => {
    let at = 0;
    const count = (value: number): void => {
      view.setUint32(at, value, little);
      at += 4;
    };
    view.setUint8(at++, little ? 1 : 0);
    count((rings[0]?.[0]?.length ?? 2) > 2 ? 1003 : 3);
    count(rings.length);
    for (const ring of rings) {
      count(ring.length);
      for (const value of ring.flat()) {
        view.setFloat64(at, value, little);
        at += 8;
      }
    }
    return at;
  });
}

/** A geometry as a GeoPackage keeps it, with the box written beside it; null for an empty one. */
export function shape(
  wkb: Uint8Array | null,
  box: readonly number[] | null = null,
  system = 4326,
): Uint8Array {
  const header = numbers((view) => {
    [0x47, 0x50, 0, 1 | (box ? 2 : 0) | (wkb ? 0 : 16)].forEach((byte, k) => {
      view.setUint8(k, byte);
    });
    view.setInt32(4, system, true);
    box?.forEach((side, k) => {
      view.setFloat64(8 + k * 8, side, true);
    });
    return box ? 40 : 8;
  });
  return new Uint8Array([...header, ...(wkb ?? [])]);
}

export interface Layer {
  readonly table: string;
  readonly kind?: 'features' | 'attributes';
  readonly system?: number;
  readonly fields: readonly string[];
  readonly rows: readonly (readonly SqlValue[])[];
}

/** A GeoPackage (OGC 12-128r18) of these layers: only the tables that the format asks for. */
export async function geopackage(
  layers: readonly Layer[],
  systems: readonly (readonly [id: number, organization: string, number: number, definition: string])[] = [],
): Promise<Uint8Array<ArrayBuffer>> {
  const { Database } = await startSqlite();
  const database = new Database();
  database.run(
    'CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT, srs_id INTEGER PRIMARY KEY, organization TEXT, organization_coordsys_id INTEGER, definition TEXT)',
  );
  database.run('CREATE TABLE gpkg_contents (table_name TEXT PRIMARY KEY, data_type TEXT, srs_id INTEGER)');
  database.run(
    'CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT, geometry_type_name TEXT, srs_id INTEGER)',
  );
  const known = [
    [-1, 'NONE', -1, 'undefined'],
    [4326, 'EPSG', 4326, 'GEOGCS["WGS 84"]'],
    ...systems,
  ] as const;
  for (const [id, ...rest] of known)
    database.run('INSERT INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?)', ['', id, ...rest]);
  for (const { table, kind = 'features', system = 4326, fields, rows } of layers) {
    const columns = fields.map((field) => `"${field}"`).join(', ');
    database.run(
      `CREATE TABLE "${table}" (fid INTEGER PRIMARY KEY, ${kind === 'features' ? 'geom BLOB, ' : ''}${columns})`,
    );
    database.run('INSERT INTO gpkg_contents VALUES (?, ?, ?)', [table, kind, system]);
    if (kind === 'features')
      database.run('INSERT INTO gpkg_geometry_columns VALUES (?, ?, ?, ?)', [
        table,
        'geom',
        'POLYGON',
        system,
      ]);
    rows.forEach((row, k) => {
      const marks = Array.from({ length: row.length + 1 }, () => '?').join(', ');
      database.run(`INSERT INTO "${table}" VALUES (${marks})`, [k + 1, ...row]);
    });
  }
  const bytes = database.export();
  database.close();
  return bytes;
}

/** An SQLite file that is no GeoPackage. */
export async function otherDatabase(): Promise<Uint8Array<ArrayBuffer>> {
  const { Database } = await startSqlite();
  const bytes = new Database().run('CREATE TABLE pasien (nama TEXT)').export();
  return bytes;
}
