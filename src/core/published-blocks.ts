import type { AreaLevel } from './area.ts';
import { combinationNumber } from './cell-layout.ts';
import { type CellTable, HIDDEN_COUNT, ReportStatus } from './cells.ts';
import type { Dataset } from './dataset.ts';
import type { Period } from './period.ts';
import { type CellMasks, maskKey, type PublishedCell, storedCells } from './published-cell.ts';
import { unitOf } from './unit.ts';

/** What a dataset publishes of the children of one period, area by area. */
export interface PublishedPeriod {
  readonly period: Period;
  /** Villages that have reported, but those where nobody is: neither a target nor a child. */
  readonly villages: readonly number[];
  /** Cells of the level's tables, each once; of villages the first are all children measured. */
  readonly cells: Readonly<Record<AreaLevel, readonly { readonly masks: CellMasks }[]>>;
  /** Those of one area, in the same order; hidden where no table shows them. */
  readonly of: (level: AreaLevel, area: number) => readonly PublishedCell[];
}

function countAt(table: CellTable, p: number, area: number, combination: number): number {
  const { cells, areas, combinations } = table;
  if (cells.kind === 'dense') return cells.counts[(p * combinations + combination) * areas + area]!;
  const end = cells.offset[p * areas + area + 1]!;
  for (let k = cells.offset[p * areas + area]!; k < end; k++)
    if (cells.combination[k] === combination) return cells.count[k]!;
  return 0;
}

/** Everything published of the children of a period, as anybody can read it. */
export function publishedPeriod(dataset: Dataset, period: Period): PublishedPeriod {
  const { coverage, territory } = dataset;
  const at = coverage.periods.indexOf(period);
  const size = territory.villages.areas.length;
  const villages = [...Array(size).keys()].filter((i) => {
    const status = at < 0 ? ReportStatus.notReported : coverage.status[at * size + i];
    const nobody = coverage.target[at * size + i] === 0 && coverage.measured[at * size + i] === 0;
    return !nobody && (status === ReportStatus.reported || status === ReportStatus.incomplete);
  });
  const level = (one: AreaLevel) => {
    const tables = dataset.tables.filter(
      (table) => table.level === one && unitOf(table) === 'child' && table.periods.includes(period),
    );
    const found = new Map<
      string,
      { readonly masks: CellMasks; readonly places: (readonly [CellTable, number])[] }
    >();
    if (one === 'village') found.set('', { masks: {}, places: [] });
    for (const table of tables)
      for (const { positions, masks } of storedCells(table)) {
        const key = maskKey(masks);
        const known = found.get(key) ?? { masks, places: [] };
        known.places.push([table, combinationNumber(table.dimensions, positions)]);
        found.set(key, known);
      }
    return [...found.values()];
  };
  const levels = { village: level('village'), district: level('district') };
  return {
    period,
    villages,
    cells: levels,
    of: (one, area) =>
      levels[one].map(({ masks, places }) => {
        const counts = places.map(([table, combination]) =>
          countAt(table, table.periods.indexOf(period), area, combination),
        );
        if (one === 'village' && Object.keys(masks).length === 0) {
          const measured = coverage.measured[at * size + area]!;
          if (!Number.isNaN(measured)) counts.push(measured);
        }
        return { masks, count: counts.find((count) => count !== HIDDEN_COUNT) ?? null };
      }),
  };
}
