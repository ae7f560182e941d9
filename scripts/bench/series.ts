/**
 * Times the series behind the trend charts: `tsx scripts/bench/series.ts [areas ...]` (51 and 1200 by default). City,
 * districts and two chosen areas over 24 months, all six dimensions crossed, dense (below its limit) and sparse.
 */
import type { AreaIndex } from '#core/area.ts';
import type { Period } from '#core/period.ts';
import { type SeriesQuestion, seriesOf } from '#core/series.ts';
import { NO_FILTERS } from '#core/view.ts';
import { benchDataset, benchEntries, benchLayouts } from './bench-dataset.ts';
import { printTiming, timingOf } from './timing.ts';

const RUNS = 15;
const MONTHS = Array.from(
  { length: 24 },
  (_, k) => `${2024 + Math.floor(k / 12)}-${String((k % 12) + 1).padStart(2, '0')}` as Period,
);
const QUESTION: SeriesQuestion = {
  level: 'village',
  indicator: 'stunting',
  filters: NO_FILTERS,
  measure: 'rate',
  showSmallRates: true,
};

const sizes = process.argv.slice(2).map(Number);
for (const areas of sizes.length > 0 ? sizes : [51, 1_200]) {
  const entries = benchEntries(areas, MONTHS.length);
  for (const table of benchLayouts(entries, areas, MONTHS)) {
    const dataset = benchDataset(table);
    const taken = Array.from({ length: RUNS }, () => {
      const started = performance.now();
      seriesOf(dataset, QUESTION, MONTHS, [3, 4] as AreaIndex[]);
      return performance.now() - started;
    });
    printTiming(`${areas} areas, ${table.cells.kind}`, timingOf(taken));
  }
}
