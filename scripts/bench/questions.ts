/**
 * Times one question by the two ways the program could ask it: `tsx scripts/bench/questions.ts [areas ...]` (51, 1200
 * and 83000 by default). Children affected and all children by area, in one period, wasted and of the first decile:
 * from the typed arrays, dense and sparse, and by SQL from the same cells in DuckDB-WASM (the peer). All must agree.
 */
import { strict as assert } from 'node:assert';
import { performance } from 'node:perf_hooks';
import type { CellEntries } from '#core/cell-layout.ts';
import { CHILD_DIMENSIONS, CLASSES } from '#core/dimension.ts';
import { type Question, tabulate } from '#core/tabulation.ts';
import { arrowStream } from '#data/coded-columns.ts';
import { createEngine, type Engine } from '#data/engine.ts';
import { nodeEngineSource } from '#scripts/node-engine.ts';
import { BENCH_PERIOD, benchDataset, benchEntries, benchLayouts } from './bench-dataset.ts';
import { printTiming, type Timing, timingOf } from './timing.ts';

const QUESTION: Question = {
  level: 'village',
  indicator: 'stunting',
  period: BENCH_PERIOD,
  filters: { classes: { poverty: ['1'], wasting: ['severe', 'moderate'] }, districts: [] },
};
/** The rules of tabulate in SQL: known stunting and the decile in N; affected, and wasted too, in n. */
const SQL = `SELECT area, sum(CASE WHEN stunting < 2 AND wasting < 2 THEN count ELSE 0 END)::DOUBLE AS n,
    sum(count)::DOUBLE AS total
  FROM cells WHERE stunting < 3 AND poverty = 0 GROUP BY area ORDER BY area`;

/** A column of class numbers for each dimension: what DuckDB reads fastest. */
async function insertCells(engine: Engine, { area, combination, count }: CellEntries): Promise<void> {
  let faster = 1;
  const classes: [string, Uint8Array][] = [];
  for (const dimension of CHILD_DIMENSIONS.toReversed()) {
    const size = CLASSES[dimension].length;
    const stride = faster;
    classes.push([dimension, Uint8Array.from(combination, (number) => Math.floor(number / stride) % size)]);
    faster *= size;
  }
  const columns = { area, ...Object.fromEntries(classes), count };
  await engine.query('DROP TABLE IF EXISTS cells');
  await engine.insertArrow({ name: 'cells' }, arrowStream(columns));
}

async function timed<T>(runs: number, work: () => T): Promise<{ timing: Timing; last: Awaited<T> }> {
  for (let run = 0; run < Math.min(runs, 10); run++) await work();
  const taken: number[] = [];
  let last = await work();
  for (let run = 0; run < runs; run++) {
    const started = performance.now();
    last = await work();
    taken.push(performance.now() - started);
  }
  return { timing: timingOf(taken), last };
}

async function compare(engine: Engine, areas: number): Promise<void> {
  const entries = benchEntries(areas);
  await insertCells(engine, entries);
  const runs = areas > 10_000 ? 20 : 60;
  console.log(`\n${areas} areas, ${entries.count.length} cells`);
  const peer = await timed(runs, () => engine.query(SQL));
  printTiming('DuckDB-WASM in Node, SQL', peer.timing);
  for (const table of benchLayouts(entries, areas)) {
    const dataset = benchDataset(table);
    const own = await timed(runs, () => tabulate(dataset, QUESTION));
    printTiming(`${table.cells.kind} arrays`, own.timing, peer.timing);
    for (const { area, n, total } of peer.last.toArray()) {
      assert.deepEqual([own.last.numerator[area], own.last.denominator[area]], [n, total]);
    }
  }
}

const sizes = process.argv.slice(2).map(Number);
const engine = createEngine(nodeEngineSource());
try {
  for (const areas of sizes.length > 0 ? sizes : [51, 1_200, 83_000]) await compare(engine, areas);
} finally {
  engine.terminate();
}
