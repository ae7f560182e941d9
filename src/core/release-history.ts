import type { AreaLevel, Territory } from './area.ts';
import type { AttackPlan } from './attack-targets.ts';
import { classNumber } from './cell-layout.ts';
import type { ChildDimensionId } from './dimension.ts';
import type { Period } from './period.ts';
import { maskKey, type PublishedCell, storedCells } from './published-cell.ts';
import type { ReleaseInput } from './release-counts.ts';
import type { RegisteredRelease } from './release-register.ts';
import type { ReleaseTable } from './release-rule.ts';

export interface EarlierBlocks {
  /** The cells of a block as they were released, in the order of a plan's; null where it was not. */
  readonly cellsOf: (
    level: AreaLevel,
    area: number,
    period: Period,
    plan: AttackPlan,
  ) => readonly PublishedCell[] | null;
  /** Whether a district was released with these villages and no others. */
  readonly sameVillages: (district: number, period: Period, villages: readonly number[]) => boolean;
}

/** A block as it first left. */
interface EarlierBlock {
  /** By the name of the cell; a cell of a told table without a row counts 0. */
  readonly counts: Map<string, number | null>;
  readonly tables: Set<string>;
  /** Villages that had reported in the period and have children. */
  readonly reported: ReadonlySet<string>;
}

/** What has left before, by area and period: of a block released twice the first counts, which the others repeat. */
export function earlierBlocks(
  register: ReleaseInput['register'],
  territory: Territory,
  tables: readonly ReleaseTable[],
): EarlierBlocks {
  const blocks = new Map<string, EarlierBlock>();
  for (const release of typeof register === 'string' ? [] : register.releases)
    for (const [key, block] of blocksOf(release, tables)) if (!blocks.has(key)) blocks.set(key, block);
  const tablesOf = new Map<string, string[]>();
  for (const table of tables)
    for (const { masks } of storedCells(table)) {
      const key = `${table.level} ${maskKey(masks)}`;
      tablesOf.set(key, [...(tablesOf.get(key) ?? []), table.id]);
    }
  const codeOf = (level: AreaLevel, area: number): string =>
    (level === 'village' ? territory.villages : territory.districts).areas[area]!.code;
  const blockOf = (level: AreaLevel, area: number, period: Period): EarlierBlock | undefined =>
    blocks.get(`${level} ${codeOf(level, area)} ${period}`);
  return {
    cellsOf: (level, area, period, plan) => {
      const block = blockOf(level, area, period);
      if (block === undefined) return null;
      return plan.own.map(({ masks }, c) => {
        const key = plan.keys[c]!;
        const told = (tablesOf.get(`${level} ${key}`) ?? []).some((id) => block.tables.has(id));
        return { masks, count: block.counts.get(key) ?? (told && !block.counts.has(key) ? 0 : null) };
      });
    },
    sameVillages: (district, period, villages) => {
      const reported = blockOf('district', district, period)?.reported ?? new Set();
      return territory.villages.areas.every(
        ({ code }, i) => territory.districtOf[i] !== district || reported.has(code) === villages.includes(i),
      );
    },
  };
}

function blocksOf(
  { cells, coverage }: RegisteredRelease,
  tables: readonly ReleaseTable[],
): ReadonlyMap<string, EarlierBlock> {
  const byId = new Map(tables.map((table) => [table.id, { table, cells: storedCells(table) }]));
  const reported = new Map<string, Set<string>>();
  for (const [row, period] of coverage.period.entries()) {
    const own = reported.get(period) ?? new Set<string>();
    const isEmpty = coverage.target[row] === 0 && coverage.measured[row] === 0;
    if (!isEmpty && (coverage.status[row] === 'reported' || coverage.status[row] === 'incomplete'))
      own.add(coverage.area[row]!);
    reported.set(period, own);
  }
  const blocks = new Map<string, EarlierBlock>();
  for (const [row, id] of cells.table.entries()) {
    const known = byId.get(id);
    if (known === undefined) continue;
    const period = cells.period[row]!;
    const key = `${known.table.level} ${cells.area[row]} ${period}`;
    const block = blocks.get(key) ?? {
      counts: new Map<string, number | null>(),
      tables: new Set<string>(),
      reported: reported.get(period) ?? new Set<string>(),
    };
    blocks.set(key, block);
    block.tables.add(id);
    const positions = known.table.dimensions.map((dimension) =>
      classNumber(dimension, cells.classes[dimension as ChildDimensionId][row]!),
    );
    const cell = known.cells.find((one) => one.positions.every((position, d) => position === positions[d]));
    if (cell !== undefined) block.counts.set(maskKey(cell.masks), cells.count[row]!);
  }
  for (const [row, area] of coverage.area.entries())
    blocks.get(`village ${area} ${coverage.period[row]}`)?.counts.set('', coverage.measured[row]!);
  return blocks;
}
