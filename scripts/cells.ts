import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parsePeriod } from '#core/period.ts';
import { CELL_COLUMNS, cellSql } from '#linkage/cell-sql.ts';
import { type CellEngine, clickhouseEngine, duckdbEngine } from './cells/cell-engine.ts';
import { readTable, TABLE_NAMES, tablePath } from './cells/linked-tables.ts';

const HELP = `npm run cells -- --engine duckdb|clickhouse --in DIR --out DIR

Menghitung sel per periode dari tabel tertaut (measurements, links, households, periods .csv) dengan satu SQL yang sama.
Satu berkas per periode; yang sudah ada dari masukan yang sama tidak dihitung lagi; manifest.json ditulis terakhir.
Counts cells by period from linked tables with one SQL for both engines. One file a period; those of the same input that
are there are kept; manifest.json is written last. ClickHouse: npm install --no-save chdb, or its folder in CHDB_PATH.
Exit code: 0 counted, 2 refused, 64 wrong use.
`;

const sha256 = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** What the cells depend on: the tables and the SQL. */
function sourceDigest(folder: string): string {
  const parts = TABLE_NAMES.map((table) => sha256(readFileSync(tablePath(folder, table))));
  return sha256([...parts, cellSql('')].join());
}

interface Partition {
  readonly period: string;
  readonly file: string;
  readonly cells: number;
  readonly children: number;
  readonly sha256: string;
}

function described(period: string, file: string, text: string): Partition {
  const rows = text.split('\n').slice(1, -1);
  const children = rows.reduce((sum, row) => sum + Number(row.slice(row.lastIndexOf(',') + 1)), 0);
  return { period, file, cells: rows.length, children, sha256: sha256(text) };
}

const OWN_FILE = /^cells-[\w-]+\.csv(?:\.part)?$/;

/** Counts every period that is not yet there; a file stands under its name only when it is whole. */
export async function countCells(
  engine: CellEngine,
  source: string,
  out: string,
): Promise<readonly Partition[]> {
  const digest = sourceDigest(source);
  const mark = join(out, 'source.sha256');
  mkdirSync(out, { recursive: true });
  if (existsSync(mark) && readFileSync(mark, 'utf8') !== digest)
    for (const name of readdirSync(out)) if (OWN_FILE.test(name)) rmSync(join(out, name));
  rmSync(join(out, 'manifest.json'), { force: true });
  writeFileSync(mark, digest);
  const { period: told } = readTable(source, 'periods');
  const periods = [...new Set(told as readonly string[])].sort();
  const bad = periods.find((period) => parsePeriod(period) === null);
  if (bad !== undefined) throw new Error('periods.csv: period');
  const partitions: Partition[] = [];
  for (const period of periods) {
    const file = `cells-${period}.csv`;
    const path = join(out, file);
    if (!existsSync(path)) {
      const text = `${[...CELL_COLUMNS, 'children'].join()}\n${await engine.cells(period)}`;
      writeFileSync(`${path}.part`, text, { flush: true });
      renameSync(`${path}.part`, path);
    }
    partitions.push(described(period, file, readFileSync(path, 'utf8')));
  }
  const manifest = { schema: 'peta-sasaran-cells/1', source: digest, partitions };
  writeFileSync(join(out, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`, { flush: true });
  return partitions;
}

async function main(args: readonly string[]): Promise<number> {
  const value = (name: string): string => args[args.indexOf(name) + 1] ?? '';
  const known = ['--engine', '--in', '--out'].every((name) => args.includes(name) && value(name) !== '');
  const name = value('--engine');
  if (!known || args.length !== 6 || (name !== 'duckdb' && name !== 'clickhouse')) {
    process.stderr.write(HELP);
    return 64;
  }
  const source = resolve(value('--in'));
  const absent = TABLE_NAMES.filter((table) => !existsSync(tablePath(source, table)));
  if (absent.length > 0) {
    process.stderr.write(`Tidak ada · missing: ${absent.map((table) => `${table}.csv`).join(', ')}\n`);
    return 2;
  }
  const engine = name === 'duckdb' ? await duckdbEngine(source) : clickhouseEngine(source);
  if (engine === null) {
    process.stderr.write('ClickHouse belum terpasang · is not installed: npm install --no-save chdb\n');
    return 2;
  }
  try {
    for (const { period, cells, children } of await countCells(engine, source, resolve(value('--out'))))
      process.stdout.write(`${period}: ${cells} sel · cells, ${children} anak · children\n`);
    return 0;
  } finally {
    engine.close();
  }
}

if (process.argv[1] === import.meta.filename) process.exitCode = await main(process.argv.slice(2));
