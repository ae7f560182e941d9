/// <reference types="vite/client" />
import { AsyncDuckDB, type AsyncDuckDBConnection, VoidLogger } from '@duckdb/duckdb-wasm';
import mainWorker from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import mainModule from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import { Coordinator, clausePoints, makeClient, Selection, wasmConnector } from '@uwdata/mosaic-core';
import { column, Query, sql, sum } from '@uwdata/mosaic-sql';
import { CHILD_DIMENSIONS, CLASSES } from '#core/dimension.ts';
import { narrowAnswers } from '#core/prevalence-sums.ts';
import { indicatorOf, type Question, tabulate } from '#core/tabulation.ts';
import { arrowStream } from '#data/coded-columns.ts';
import { BENCH_PERIOD, benchDataset, benchEntries, benchLayouts } from '#scripts/bench/bench-dataset.ts';

/** Cells of about a million source rows: 250 children of each area in all six dimensions. */
const AREAS = 7_250;

/** Milliseconds of every move of the filter on the decile, the first of all first. */
export interface Moves {
  readonly rows: number;
  /** Between the first move and the second, while nobody waits. */
  readonly narrowing: number;
  readonly own: readonly number[];
  readonly mosaic: readonly number[];
  readonly withoutViews: readonly number[];
}

interface PolicyFactory {
  createPolicy(name: string, rules: { createScriptURL(text: string): string }): unknown;
}
declare global {
  var trustedTypes: PolicyFactory | undefined;
  var moves: Promise<Moves> | undefined;
}
globalThis.trustedTypes?.createPolicy('default', { createScriptURL: (text) => text });

/** Every choice of deciles but none and all: no answer can come from a cache. */
const CHOICES = Array.from({ length: 2 ** CLASSES.poverty.length - 2 }, (_, k) =>
  CLASSES.poverty.flatMap((_code, position) => (((k + 1) >> position) & 1 ? [position] : [])),
);

async function openDatabase(): Promise<{ duckdb: AsyncDuckDB; connection: AsyncDuckDBConnection }> {
  const duckdb = new AsyncDuckDB(new VoidLogger(), new Worker(new URL(mainWorker, location.href).href));
  await duckdb.instantiate(new URL(mainModule, location.href).href);
  return { duckdb, connection: await duckdb.connect() };
}

/** The rows as DuckDB reads them fastest, with all that no move changes already decided. */
async function fill(connection: AsyncDuckDBConnection, entries: ReturnType<typeof benchEntries>) {
  const { area, combination, count } = entries;
  let faster = 1;
  const classes: [string, Uint8Array][] = [];
  for (const dimension of CHILD_DIMENSIONS.toReversed()) {
    const size = CLASSES[dimension].length;
    const stride = faster;
    classes.push([dimension, Uint8Array.from(combination, (number) => Math.floor(number / stride) % size)]);
    faster *= size;
  }
  const stream = arrowStream({ area, ...Object.fromEntries(classes), count });
  await connection.insertArrowFromIPCStream(stream, { name: 'raw', create: true });
  await connection.query(`CREATE TABLE cells AS SELECT area, poverty, stunting, count,
    CASE WHEN stunting < 2 AND wasting < 2 THEN count ELSE 0 END AS affected FROM raw`);
}

/** How long each move takes Mosaic, until the client has its rows; and the rows of the last. */
async function mosaicMoves(database: Awaited<ReturnType<typeof openDatabase>>, enabled: boolean) {
  const coordinator = new Coordinator(wasmConnector(database), {
    logger: null,
    // The consolidator would wait for a frame before each query.
    consolidate: false,
    preagg: { enabled },
  });
  const selection = Selection.crossfilter();
  const poverty = column('poverty');
  const source = {};
  let answered: ((data: unknown) => void) | null = null;
  makeClient({
    coordinator,
    selection,
    query: (filter) =>
      Query.from('cells')
        .select({ area: column('area'), n: sum(column('affected')), total: sum(column('count')) })
        .where(sql`stunting < 3`, filter ?? [])
        .groupby('area'),
    queryResult: (data) => answered?.(data),
    queryError: (error) => {
      throw error;
    },
  });
  await new Promise((resolve) => {
    answered = resolve;
  });
  const taken: number[] = [];
  let last: unknown = null;
  for (const choice of CHOICES) {
    const started = performance.now();
    const arrived = new Promise((resolve) => {
      answered = resolve;
    });
    selection.update(
      clausePoints(
        [poverty],
        choice.map((position) => [position]),
        { source },
      ),
    );
    last = await arrived;
    taken.push(performance.now() - started);
  }
  coordinator.clear();
  return { taken, last: last as Iterable<{ area: number; n: number | bigint; total: number | bigint }> };
}

function ownMoves(entries: ReturnType<typeof benchEntries>) {
  const table = benchLayouts(entries, AREAS).at(-1);
  if (table === undefined) throw new Error('no layout');
  const dataset = benchDataset(table);
  const taken: number[] = [];
  let narrowing = 0;
  let last = null;
  for (const choice of CHOICES) {
    const classes = {
      poverty: choice.map((position) => CLASSES.poverty[position] ?? ''),
      wasting: ['severe', 'moderate'],
    };
    const filters = { classes, districts: [] };
    const question: Question = { level: 'village', indicator: 'stunting', period: BENCH_PERIOD, filters };
    const started = performance.now();
    last = tabulate(dataset, question);
    taken.push(performance.now() - started);
    if (taken.length > 1) continue;
    // As the program does once its reader rests after the first move.
    const rested = performance.now();
    for (const _ of narrowAnswers(dataset, question, indicatorOf(dataset, 'stunting')));
    narrowing = performance.now() - rested;
  }
  return { taken, narrowing, last };
}

async function run(): Promise<Moves> {
  const entries = benchEntries(AREAS);
  const rows = entries.count.length;
  const own = ownMoves(entries);
  const database = await openDatabase();
  await fill(database.connection, entries);
  const without = await mosaicMoves(database, false);
  const mosaic = await mosaicMoves(database, true);
  for (const { last } of [mosaic, without]) {
    for (const { area, n, total } of last) {
      if (Number(n) !== own.last?.numerator[area] || Number(total) !== own.last.denominator[area])
        throw new Error(`answers differ in area ${area}`);
    }
  }
  const views = await database.connection.query(
    `SELECT count(*)::INTEGER AS n FROM information_schema.tables WHERE table_schema = 'mosaic'`,
  );
  if (Number(views.toArray()[0]?.n) === 0) throw new Error('Mosaic made no view');
  return {
    rows,
    narrowing: own.narrowing,
    own: own.taken,
    mosaic: mosaic.taken,
    withoutViews: without.taken,
  };
}

globalThis.moves = run();
