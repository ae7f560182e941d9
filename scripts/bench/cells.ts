/**
 * Times what a filter change costs: `tsx scripts/bench/cells.ts [areas ...]` (51, 1200 and 83000 by default).
 * Prints least, median and 95th percentile in milliseconds, for all six dimensions crossed and one period.
 */
import { performance } from 'node:perf_hooks';
import { type Area, areaCode } from '#core/area.ts';
import { combinationCount, combinationNumber, layoutCells } from '#core/cell-layout.ts';
import { type CellTable, DENSE_LIMIT_BYTES, ReportStatus } from '#core/cells.ts';
import { classify, edgesFor } from '#core/classification.ts';
import type { Dataset } from '#core/dataset.ts';
import { type CLASSES, DIMENSIONS } from '#core/dimension.ts';
import { facetCounts } from '#core/facets.ts';
import { STUNTING_BANDS } from '#core/indicator.ts';
import { measureOf } from '#core/measure.ts';
import type { Period } from '#core/period.ts';
import { indicatorOf, type Question, tabulate, tabulateTotals } from '#core/tabulation.ts';
import { buildTerritory } from '#core/territory.ts';

const PERIOD = '2026-10' as Period;
const CHILDREN_PER_AREA = 250;
const SOURCE = { publisher: 'bench', title: 'bench', url: '', license: 'CC0-1.0', retrieved: '' };
/** Shares of the classes of each dimension, in the order of CLASSES. */
const SHARES: Readonly<Record<keyof typeof CLASSES, readonly number[]>> = {
  sex: [0.51, 0.48, 0.01],
  age: [0.1, 0.1, 0.2, 0.2, 0.39, 0.01],
  stunting: [0.05, 0.15, 0.78, 0.02],
  wasting: [0.01, 0.07, 0.9, 0.02],
  underweight: [0.03, 0.13, 0.82, 0.02],
  poverty: [0.15, 0.1, 0.1, 0.1, 0.4, 0.15],
};

/** Mulberry32. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

function draw(shares: readonly number[], random: () => number): number {
  let left = random();
  for (const [k, share] of shares.entries()) {
    left -= share;
    if (left < 0) return k;
  }
  return shares.length - 1;
}

function tableOf(areas: number, denseLimitBytes: number): CellTable {
  const random = generator(20_261_031);
  const columns = { area: [] as number[], combination: [] as number[], count: [] as number[] };
  for (let i = 0; i < areas; i++) {
    const cells = new Map<number, number>();
    for (let child = 0; child < CHILDREN_PER_AREA; child++) {
      const classes = DIMENSIONS.map((dimension) => draw(SHARES[dimension], random));
      const combination = combinationNumber(DIMENSIONS, classes);
      cells.set(combination, (cells.get(combination) ?? 0) + 1);
    }
    for (const [combination, count] of cells) {
      columns.area.push(i);
      columns.combination.push(combination);
      columns.count.push(count);
    }
  }
  const entries = {
    area: Uint32Array.from(columns.area),
    period: new Uint16Array(columns.area.length),
    combination: Uint16Array.from(columns.combination),
    count: Uint32Array.from(columns.count),
  };
  const meta = { id: 'all', level: 'village', dimensions: DIMENSIONS, periods: [PERIOD], areas } as const;
  const started = performance.now();
  const table = layoutCells(entries, meta, denseLimitBytes);
  const ms = (performance.now() - started).toFixed(0);
  console.log(`\n${areas} areas, ${table.cells.kind}, ${entries.count.length} cells, laid out in ${ms} ms`);
  return table;
}

function datasetOf(table: CellTable): Dataset {
  const area = (code: string, parent: string | null): Area => ({
    code: areaCode(code),
    name: code,
    parent: parent === null ? null : areaCode(parent),
    centroid: [123.6, -10.2],
    surfaceKm2: 1,
  });
  const districts = Array.from({ length: Math.ceil(table.areas / 9) }, (_, d) => area(`d${d}`, null));
  const villages = Array.from({ length: table.areas }, (_, i) => area(`v${i}`, `d${Math.floor(i / 9)}`));
  return {
    manifest: {
      schema: 'peta-sasaran/1',
      id: 'bench',
      title: 'bench',
      territory: 'bench',
      tier: 'example',
      minimumCell: null,
      rounding: null,
      extremePovertyDecile: 1,
      boundaries: { kind: 'schematic', asOf: '', source: SOURCE },
      sources: [],
      periods: [{ id: PERIOD, complete: true }],
      tables: [],
      definitions: {},
    },
    territory: buildTerritory('bench', villages, districts, SOURCE, ''),
    tables: [table],
    coverage: {
      periods: [PERIOD],
      areas: table.areas,
      target: new Float64Array(table.areas).fill(CHILDREN_PER_AREA),
      measured: new Float64Array(table.areas).fill(CHILDREN_PER_AREA),
      status: new Uint8Array(table.areas).fill(ReportStatus.reported),
    },
  };
}

function time(label: string, runs: number, work: () => unknown): void {
  for (let k = 0; k < Math.min(runs, 20); k++) work();
  const taken = Array.from({ length: runs }, () => {
    const started = performance.now();
    work();
    return performance.now() - started;
  }).sort((a, b) => a - b);
  const at = (share: number): string => taken[Math.floor(share * (runs - 1))]!.toFixed(3).padStart(9);
  console.log(`  ${label.padEnd(28)} min ${at(0)}  p50 ${at(0.5)}  p95 ${at(0.95)}`);
}

function measureAll(areas: number, denseLimitBytes: number): void {
  const dataset = datasetOf(tableOf(areas, denseLimitBytes));
  const runs = areas > 10_000 ? 30 : 300;
  const filters = { classes: { poverty: ['1'], wasting: ['severe', 'moderate'] }, districts: [] };
  const plain: Question = {
    level: 'village',
    indicator: 'stunting',
    period: PERIOD,
    filters: { classes: {}, districts: [] },
  };
  const indicator = indicatorOf(dataset, 'stunting');
  const table = tabulate(dataset, plain);
  const rate = { measure: 'rate', showSmallRates: false } as const;
  const measure = measureOf(table, indicator, rate);
  const bands = edgesFor(measure.value, { kind: 'bands' }, { bands: STUNTING_BANDS, decimals: 3 });
  const natural = { kind: 'natural-breaks', classes: 5 } as const;
  time('tabulate, no filter', runs, () => tabulate(dataset, plain));
  time('tabulate, two filters', runs, () => tabulate(dataset, { ...plain, filters }));
  time('tabulate, districts', runs, () => tabulate(dataset, { ...plain, level: 'district' }));
  time('tabulateTotals', runs, () => tabulateTotals(dataset, plain));
  time('facetCounts, two filters', runs, () => facetCounts(dataset, { period: PERIOD, filters }));
  time('measureOf', runs, () => measureOf(table, indicator, rate));
  time('classify, bands', runs, () => classify(measure, { kind: 'bands' }, bands));
  time('edgesFor, natural breaks', runs, () =>
    edgesFor(measure.value, natural, { bands: null, decimals: 3 }),
  );
}

const sizes = process.argv.slice(2).map(Number);
for (const areas of sizes.length > 0 ? sizes : [51, 1_200, 83_000]) {
  if (areas * combinationCount(DIMENSIONS) * 2 <= DENSE_LIMIT_BYTES) measureAll(areas, DENSE_LIMIT_BYTES);
  measureAll(areas, 0);
}
