/**
 * Times what a filter change costs: `tsx scripts/bench/cells.ts [areas ...]` (51, 1200 and 83000 by default).
 * Milliseconds for all six dimensions crossed and one period, in the dense layout (below its limit) and the sparse.
 */
import { performance } from 'node:perf_hooks';
import type { CellTable } from '#core/cells.ts';
import { classify, edgesFor } from '#core/classification.ts';
import { facetCounts } from '#core/facets.ts';
import { STUNTING_BANDS } from '#core/indicator.ts';
import { measureOf } from '#core/measure.ts';
import {
  indicatorOf,
  type Question,
  tabulate,
  tabulateTotals,
  tabulateWithTotals,
} from '#core/tabulation.ts';
import { BENCH_PERIOD, benchDataset, benchEntries, benchLayouts } from './bench-dataset.ts';
import { printTiming, timingOf } from './timing.ts';

function time(label: string, runs: number, work: () => unknown): void {
  for (let k = 0; k < Math.min(runs, 20); k++) work();
  const taken = Array.from({ length: runs }, () => {
    const started = performance.now();
    work();
    return performance.now() - started;
  });
  printTiming(label, timingOf(taken));
}

function measureAll(table: CellTable): void {
  const dataset = benchDataset(table);
  const runs = table.areas > 10_000 ? 30 : 300;
  const filters = { classes: { poverty: ['1'], wasting: ['severe', 'moderate'] }, districts: [] };
  const plain: Question = {
    level: 'village',
    indicator: 'stunting',
    period: BENCH_PERIOD,
    filters: { classes: {}, districts: [] },
  };
  const indicator = indicatorOf(dataset, 'stunting');
  const answer = tabulate(dataset, plain);
  const rate = { measure: 'rate', showSmallRates: false } as const;
  const measure = measureOf(answer, indicator, rate);
  const bands = edgesFor(measure.value, { kind: 'bands' }, { bands: STUNTING_BANDS, decimals: 3 });
  const natural = { kind: 'natural-breaks', classes: 5 } as const;
  time('tabulate, no filter', runs, () => tabulate(dataset, plain));
  time('tabulate, two filters', runs, () => tabulate(dataset, { ...plain, filters }));
  time('tabulate, districts', runs, () => tabulate(dataset, { ...plain, level: 'district' }));
  time('tabulateTotals', runs, () => tabulateTotals(dataset, plain));
  time('facetCounts, two filters', runs, () => facetCounts(dataset, { period: BENCH_PERIOD, filters }));
  time('measureOf', runs, () => measureOf(answer, indicator, rate));
  time('classify, bands', runs, () => classify(measure, { kind: 'bands' }, bands));
  time('edgesFor, natural breaks', runs, () =>
    edgesFor(measure.value, natural, { bands: null, decimals: 3 }),
  );
  time('all of one change, two filters', runs, () => {
    const question = { ...plain, filters };
    const shown = measureOf(tabulateWithTotals(dataset, question).table, indicator, rate);
    facetCounts(dataset, { period: BENCH_PERIOD, filters });
    classify(shown, { kind: 'bands' }, bands);
  });
}

const sizes = process.argv.slice(2).map(Number);
for (const areas of sizes.length > 0 ? sizes : [51, 1_200, 83_000]) {
  const entries = benchEntries(areas);
  for (const table of benchLayouts(entries, areas)) {
    console.log(`\n${areas} areas, ${table.cells.kind}, ${entries.count.length} cells`);
    measureAll(table);
  }
}
