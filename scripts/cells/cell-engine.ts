import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { PLAIN_DIALECT, safeCsv } from '#core/safe-csv.ts';
import { arrowStream } from '#data/coded-columns.ts';
import { createEngine } from '#data/engine.ts';
import { CELL_COLUMNS, cellSql } from '#linkage/cell-sql.ts';
import { nodeEngineSource } from '#scripts/node-engine.ts';
import { LINKED_TABLES, readTable, TABLE_NAMES, tablePath } from './linked-tables.ts';

/** Something that answers the cells of one period as CSV rows without a header. */
export interface CellEngine {
  readonly name: 'duckdb' | 'clickhouse';
  cells(period: string): Promise<string>;
  close(): void;
}

const CALL_MS = 600_000;

export async function duckdbEngine(folder: string): Promise<CellEngine> {
  const engine = createEngine(nodeEngineSource());
  for (const table of TABLE_NAMES)
    await engine.insertArrow({ name: table }, arrowStream(readTable(folder, table)), { timeoutMs: CALL_MS });
  return {
    name: 'duckdb',
    close: () => engine.terminate(),
    cells: async (period) => {
      const answer = await engine.query(cellSql(period), [], { timeoutMs: CALL_MS });
      if (answer.numRows === 0) return '';
      const columns = [...CELL_COLUMNS, 'children'].map(
        (name) => answer.getChild(name).toArray() as ArrayLike<unknown>,
      );
      const rows = Array.from({ length: answer.numRows }, (_, k) =>
        columns.map((column) => String(column[k])),
      );
      return safeCsv(rows, PLAIN_DIALECT).replaceAll('\r\n', '\n');
    },
  };
}

interface ChdbSession {
  query(sql: string, format: string): string;
  cleanup(): void;
}

/** Null where ClickHouse is not installed: it is no dependency (`npm install --no-save chdb`). */
function chdbSession(folder: string): ChdbSession | null {
  const require = createRequire(import.meta.url);
  const from = process.env.CHDB_PATH ?? 'chdb';
  try {
    const { Session } = require(from) as { Session: new (path: string) => ChdbSession };
    return new Session(folder);
  } catch {
    return null;
  }
}

export function clickhouseEngine(folder: string): CellEngine | null {
  const home = mkdtempSync(join(tmpdir(), 'cells-'));
  const session = chdbSession(home);
  if (session === null) {
    rmSync(home, { recursive: true, force: true });
    return null;
  }
  const type = { int: 'Int32', text: 'String' } as const;
  const quoted = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
  // Left joins give NULL where nothing joins, as the standard has it.
  session.query('CREATE DATABASE IF NOT EXISTS cells ENGINE = Atomic', 'CSV');
  for (const table of TABLE_NAMES) {
    const columns = Object.entries(LINKED_TABLES[table]).map(([name, kind]) => `${name} ${type[kind]}`);
    const path = quoted(resolve(tablePath(folder, table)));
    session.query(
      `CREATE TABLE cells.${table} ENGINE = Memory AS SELECT * FROM file(${path}, CSVWithNames, ${quoted(columns.join(', '))})`,
      'CSV',
    );
  }
  session.query('USE cells', 'CSV');
  return {
    name: 'clickhouse',
    close: () => {
      session.cleanup();
      rmSync(home, { recursive: true, force: true });
    },
    cells: async (period) =>
      session.query(`${cellSql(period)} SETTINGS join_use_nulls = 1`, 'CSV').replaceAll('"', ''),
  };
}
