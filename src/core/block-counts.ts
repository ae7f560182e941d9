import { CHILD_DIMENSIONS, type ChildDimensionId, CLASSES } from './dimension.ts';
import { type CellMasks, holdsUnknown, maskKey, storedCells, storedClasses } from './published-cell.ts';
import type { ChildCounts } from './release-counts.ts';
import type { ReleaseRule, ReleaseTable } from './release-rule.ts';

/** A cell of one area and period with what is true of it: inside the office only. */
export interface BlockCell {
  readonly key: string;
  readonly masks: CellMasks;
  /** Children. */
  readonly count: number;
  /**
   * primary: hidden for itself. unknown: too small to be shown, but nobody outside knows who is in it. open: may be shown.
   * none: nobody of unknown class, which is shown.
   */
  readonly kind: 'primary' | 'unknown' | 'open' | 'none';
}

/** The cells of one area (a village, or a district) and period, each once, in the order of the tables. */
export interface BlockCounts {
  /** The first counts all children measured. */
  readonly cells: readonly BlockCell[];
  /** By table: its cells, as positions in `cells`. */
  readonly tables: readonly { readonly table: ReleaseTable; readonly cells: readonly number[] }[];
}

/** Children and different households of each cell of a table. Of households without a number there is one at most. */
function tallied(counts: ChildCounts, rows: ArrayLike<number>, table: ReleaseTable, atLeast: number) {
  const dimensions = table.dimensions as readonly ChildDimensionId[];
  const stored = dimensions.map((dimension) => {
    const own = new Uint8Array(CLASSES[dimension].length);
    for (const { position, mask } of storedClasses(table, dimension))
      for (let c = 0; c < own.length; c++) if (((mask >> c) & 1) === 1) own[c] = position;
    return own;
  });
  const size = dimensions.reduce((product, dimension) => product * CLASSES[dimension].length, 1);
  const children = new Uint32Array(size);
  const households = new Uint8Array(size);
  const met = new Uint32Array(size * atLeast);
  for (let r = 0; r < rows.length; r++) {
    const row = rows[r]!;
    if (counts.children[row] === 0) continue;
    let cell = 0;
    for (const [d, dimension] of dimensions.entries())
      cell = cell * CLASSES[dimension].length + stored[d]![counts.classes[dimension][row]!]!;
    children[cell]! += counts.children[row]!;
    const known = households[cell]!;
    if (known === atLeast) continue;
    const household = counts.household[row]!;
    let seen = false;
    for (let h = 0; h < known && !seen; h++) seen = met[cell * atLeast + h] === household;
    if (seen) continue;
    met[cell * atLeast + known] = household;
    households[cell] = known + 1;
  }
  return { children, households };
}

/**
 * What is true of one block, and what of it must not be shown for itself: fewer than k children (nobody included), all but
 * fewer than k of those of known class in one of its dimensions (the complement), or children of fewer than
 * `leastHouseholds` households. Cells of unknown class are too small to be shown or not; nobody is said.
 * @param rows positions of the block in `counts`.
 */
export function blockCounts(
  counts: ChildCounts,
  rows: ArrayLike<number>,
  tables: readonly ReleaseTable[],
  rule: ReleaseRule,
): BlockCounts {
  const k = rule.minimumCell;
  const cells: BlockCell[] = [];
  const found = new Map<string, number>();
  const add = (cell: BlockCell): number => {
    const known = found.get(cell.key);
    if (known === undefined) {
      found.set(cell.key, cells.length);
      return cells.push(cell) - 1;
    }
    if (cell.kind === 'primary') cells[known] = cell;
    return known;
  };
  const whole: ReleaseTable = { id: '', level: 'village', dimensions: [], kinds: [] };
  const read = [whole, ...tables].map((table) => {
    const { children, households } = tallied(counts, rows, table, rule.leastHouseholds);
    const sizes = table.dimensions.map((dimension) => CLASSES[dimension].length);
    const at = (positions: readonly number[]): number =>
      positions.reduce((sum, position, d) => sum * sizes[d]! + position, 0);
    const own = storedCells(table).map(({ positions, masks }) => {
      const cell = at(positions);
      const count = children[cell]!;
      const complements = table.dimensions.map((dimension, d) => {
        const others = storedClasses(table, dimension).filter(
          ({ position }) => position !== positions[d] && position !== sizes[d]! - 1,
        );
        return others.reduce(
          (sum, { position }) => sum + children[at(positions.map((own, e) => (e === d ? position : own)))]!,
          0,
        );
      });
      return add({
        key: maskKey(masks),
        masks,
        count,
        kind: kindOf(masks, count, complements, households[cell]!),
      });
    });
    return { table, cells: own };
  });
  return { cells, tables: read.slice(1) };

  function kindOf(
    masks: CellMasks,
    count: number,
    complements: readonly number[],
    households: number,
  ): BlockCell['kind'] {
    if (holdsUnknown(masks) && count < k) return count === 0 ? 'none' : 'unknown';
    const small = count < k || households < rule.leastHouseholds;
    const nearlyAll = !holdsUnknown(masks) && complements.some((others) => others < k);
    return small || nearlyAll ? 'primary' : 'open';
  }
}

/** Rows of counts by block: village and period, or district and period. */
export function rowsByBlock(
  counts: ChildCounts,
  areaOf: (village: number) => number,
  areas: number,
): readonly (readonly number[])[] {
  const blocks = Array.from({ length: areas * counts.periods.length }, (): number[] => []);
  for (let row = 0; row < counts.children.length; row++)
    blocks[counts.period[row]! * areas + areaOf(counts.village[row]!)]!.push(row);
  return blocks;
}

/** The class of each dimension of a stored cell, '' where the table does not cross it. */
export function classNames(
  table: ReleaseTable,
  positions: readonly number[],
): Readonly<Record<ChildDimensionId, string>> {
  const names = CHILD_DIMENSIONS.map((dimension) => {
    const d = table.dimensions.indexOf(dimension);
    return [dimension, d < 0 ? '' : CLASSES[dimension][positions[d]!]];
  });
  return Object.fromEntries(names);
}
