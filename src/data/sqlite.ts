/** What a cell of an SQLite table holds. */
export type SqlValue = number | string | Uint8Array | null;

export interface SqlStatement {
  step(): boolean;
  get(): SqlValue[];
  getColumnNames(): string[];
  free(): void;
}

export interface SqlDatabase {
  prepare(sql: string): SqlStatement;
  exec(sql: string): { readonly columns: readonly string[]; readonly values: readonly SqlValue[][] }[];
  run(sql: string, values?: readonly SqlValue[]): SqlDatabase;
  export(): Uint8Array<ArrayBuffer>;
  close(): void;
}

/** The part of sql.js that is used; a database of bytes is read in memory, and written nowhere. */
export interface Sqlite {
  readonly Database: new (bytes?: Uint8Array) => SqlDatabase;
}

/** SQLite, fetched when it is first asked for (446 kB gzip); its module lies inside the script, so nothing else is. */
export async function startSqlite(): Promise<Sqlite> {
  const { default: initSqlJs } = await import('sql.js/dist/sql-wasm-inline.js');
  return (await initSqlJs()) as Sqlite;
}
