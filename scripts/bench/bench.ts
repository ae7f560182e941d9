/** Every benchmark, one after the other, or those named: `npm run bench -- statistics`. What they measure and found: docs/benchmarks.md. */
import { cpus, loadavg, totalmem } from 'node:os';
import { script } from '#scripts/tool.ts';

const PARTS = [
  'cells',
  'series',
  'monitoring',
  'questions',
  'reading',
  'statistics',
  'contiguity',
  'mosaic',
  'first-map',
  'filter-change',
  'priority',
  'weight-drag',
];
/** Contiguity holds 4 million vertices, and their text. */
const HEAP = { NODE_OPTIONS: '--max-old-space-size=6000' };
const named = process.argv.slice(2);
const unknown = named.filter((part) => !PARTS.includes(part));
if (unknown.length > 0) throw new Error(`no benchmark ${unknown.join(', ')}: there are ${PARTS.join(', ')}`);

const [cpu] = cpus();
const gibibytes = (totalmem() / 2 ** 30).toFixed(0);
console.log(`${cpus().length} x ${cpu?.model ?? 'processor'}, ${gibibytes} GiB, Node ${process.version}`);
console.log('Medians of a machine that does other work too are not comparable; ratios of one run are.');
for (const part of PARTS.filter((each) => named.length === 0 || named.includes(each))) {
  console.log(`\n== ${part} (load ${loadavg()[0]?.toFixed(1)})`);
  const environment = part === 'contiguity' ? HEAP : {};
  if ((await script(`scripts/bench/${part}.ts`, { environment })) !== 0) process.exitCode = 1;
}
