import { type Area, areaCode } from '#core/area.ts';
import { type CellEntries, combinationNumber, layoutCells } from '#core/cell-layout.ts';
import { type CellTable, DENSE_LIMIT_BYTES, ReportStatus } from '#core/cells.ts';
import type { Dataset } from '#core/dataset.ts';
import { CHILD_DIMENSIONS, type CLASSES } from '#core/dimension.ts';
import type { Period } from '#core/period.ts';
import { buildTerritory } from '#core/territory.ts';

export const BENCH_PERIOD = '2026-10' as Period;
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
  risk: [0.2, 0.75, 0.05],
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

/** A city drawn from a seed: 250 children in each area and period, all six dimensions crossed. */
export function benchEntries(areas: number, periods = 1): CellEntries {
  const random = generator(20_261_031);
  const columns = {
    area: [] as number[],
    period: [] as number[],
    combination: [] as number[],
    count: [] as number[],
  };
  for (let row = 0; row < areas * periods; row++) {
    const cells = new Map<number, number>();
    for (let child = 0; child < CHILDREN_PER_AREA; child++) {
      const classes = CHILD_DIMENSIONS.map((dimension) => draw(SHARES[dimension], random));
      const combination = combinationNumber(CHILD_DIMENSIONS, classes);
      cells.set(combination, (cells.get(combination) ?? 0) + 1);
    }
    for (const [combination, count] of cells) {
      columns.area.push(row % areas);
      columns.period.push(Math.floor(row / areas));
      columns.combination.push(combination);
      columns.count.push(count);
    }
  }
  return {
    area: Uint32Array.from(columns.area),
    period: Uint16Array.from(columns.period),
    combination: Uint16Array.from(columns.combination),
    count: Uint32Array.from(columns.count),
  };
}

/** Where the dense layout would be over the limit of the program, only the sparse one is measured. */
export function benchLayouts(
  entries: CellEntries,
  areas: number,
  periods: readonly Period[] = [BENCH_PERIOD],
): readonly CellTable[] {
  const meta = { id: 'all', level: 'village', dimensions: CHILD_DIMENSIONS, periods, areas } as const;
  const tables = [DENSE_LIMIT_BYTES, 0].map((limit) => layoutCells(entries, meta, limit));
  return tables.filter(({ cells }, k) => cells.kind === 'dense' || k === 1);
}

export function benchDataset(table: CellTable): Dataset {
  const area = (code: string, parent: string | null): Area => ({
    code: areaCode(code),
    name: code,
    parent: parent === null ? null : areaCode(parent),
    centroid: [123.6, -10.2],
    surfaceKm2: 1,
  });
  const reports = table.areas * table.periods.length;
  const districts = Array.from({ length: Math.ceil(table.areas / 9) }, (_, d) => area(`d${d}`, null));
  const villages = Array.from({ length: table.areas }, (_, i) => area(`v${i}`, `d${Math.floor(i / 9)}`));
  return {
    manifest: {
      schema: 'peta-sasaran/2',
      id: 'bench',
      title: 'bench',
      territory: 'bench',
      tier: 'example',
      minimumCell: null,
      rounding: null,
      extremePovertyDecile: 1,
      boundaries: { kind: 'schematic', asOf: '', source: SOURCE },
      sources: [],
      periods: table.periods.map((id) => ({ id, complete: true })),
      tables: [],
      definitions: {},
    },
    territory: buildTerritory('bench', villages, districts, SOURCE, ''),
    tables: [table],
    coverage: {
      periods: table.periods,
      areas: table.areas,
      target: new Float64Array(reports).fill(CHILDREN_PER_AREA),
      measured: new Float64Array(reports).fill(CHILDREN_PER_AREA),
      status: new Uint8Array(reports).fill(ReportStatus.reported),
    },
  };
}
