/** Every benchmark, one after the other: `npm run bench`. What they measure and found: docs/benchmarks.md. */
import { cpus, loadavg, totalmem } from 'node:os';
import { script } from '#scripts/tool.ts';

const PARTS = ['cells', 'questions', 'first-map', 'filter-change'];

const [cpu] = cpus();
const gibibytes = (totalmem() / 2 ** 30).toFixed(0);
console.log(`${cpus().length} x ${cpu?.model ?? 'processor'}, ${gibibytes} GiB, Node ${process.version}`);
console.log('Medians of a machine that does other work too are not comparable; ratios of one run are.');
for (const part of PARTS) {
  console.log(`\n== ${part} (load ${loadavg()[0]?.toFixed(1)})`);
  if ((await script(`scripts/bench/${part}.ts`)) !== 0) process.exitCode = 1;
}
