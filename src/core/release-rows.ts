import type { AreaLevel } from './area.ts';
import { classNames } from './block-counts.ts';
import { rounded } from './block-protection.ts';
import type { ReportStatus } from './cells.ts';
import type { TableEntry } from './dataset.ts';
import { CHILD_DIMENSIONS, type ChildDimensionId } from './dimension.ts';
import { type Period, periodKind } from './period.ts';
import { maskKey, type PublishedCell, storedCells } from './published-cell.ts';
import type { ReleaseInput } from './release-counts.ts';
import type { ReleasedCells, ReleasedCoverage } from './released-cells.ts';
import { reportWord } from './report-word.ts';

/** One area and period as it is released. */
export interface ReleasedBlock {
  readonly level: AreaLevel;
  readonly area: number;
  readonly period: Period;
  /** The first are all children measured; the others in the order of the tables' cells. */
  readonly cells: readonly PublishedCell[];
}

/** Blocks as the rows of a package; of tables those with a row. Cells of nobody of unknown class have none. */
export function releaseRows(
  { territory, rule, coverage }: Pick<ReleaseInput, 'territory' | 'rule' | 'coverage'>,
  blocks: readonly ReleasedBlock[],
): {
  readonly tables: readonly TableEntry[];
  readonly cells: ReleasedCells;
  readonly coverage: ReleasedCoverage;
} {
  const table: string[] = [];
  const area: string[] = [];
  const period: string[] = [];
  const classes = Object.fromEntries(CHILD_DIMENSIONS.map((one) => [one, [] as string[]])) as Record<
    ChildDimensionId,
    string[]
  >;
  const count: (number | null)[] = [];
  const stored = rule.tables.map((entry) => ({
    entry,
    cells: storedCells(entry).map(({ positions, masks }) => ({
      key: maskKey(masks),
      names: classNames(entry, positions),
    })),
  }));
  const measured = new Map<string, number | null>();
  for (const block of blocks) {
    const { code } = (block.level === 'village' ? territory.villages : territory.districts).areas[
      block.area
    ]!;
    const known = new Map(block.cells.map((cell) => [maskKey(cell.masks), cell.count]));
    if (block.level === 'village') measured.set(`${code} ${block.period}`, known.get('') ?? null);
    for (const { entry, cells } of stored) {
      if (entry.level !== block.level || !entry.kinds.includes(periodKind(block.period))) continue;
      for (const { key, names } of cells) {
        const value = known.get(key) ?? null;
        if (value === 0) continue;
        table.push(entry.id);
        area.push(code);
        period.push(block.period);
        for (const one of CHILD_DIMENSIONS) classes[one].push(names[one]);
        count.push(value);
      }
    }
  }
  const published = new Set(table);
  const tables = rule.tables.flatMap(({ kinds: _, ...entry }) => (published.has(entry.id) ? [entry] : []));
  const cells = { table, area, period, classes, count };
  const periods = [...new Set(blocks.map((block) => block.period))];
  return { tables, cells, coverage: releasedCoverage({ territory, rule, coverage }, periods, measured) };
}

function releasedCoverage(
  { territory, rule, coverage }: Pick<ReleaseInput, 'territory' | 'rule' | 'coverage'>,
  periods: readonly Period[],
  measured: ReadonlyMap<string, number | null>,
): ReleasedCoverage {
  const { areas } = territory.villages;
  const rows = periods.flatMap((period) => {
    const p = coverage.periods.indexOf(period);
    return areas.map(({ code }, i) => {
      const target = coverage.target[p * areas.length + i]!;
      return {
        area: code,
        period,
        target: target === 0 ? 0 : target >= rule.minimumCell ? rounded(target, rule.rounding) : null,
        measured:
          measured.get(`${code} ${period}`) ??
          (target === 0 && !measured.has(`${code} ${period}`) ? 0 : null),
        status: reportWord(coverage.status[p * areas.length + i] as ReportStatus),
      };
    });
  });
  return {
    area: rows.map((row) => row.area),
    period: rows.map((row) => row.period),
    target: rows.map((row) => row.target),
    measured: rows.map((row) => row.measured),
    status: rows.map((row) => row.status),
  };
}
