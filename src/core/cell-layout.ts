import { type CellTable, DENSE_LIMIT_BYTES, type DenseCells, type SparseCells } from './cells.ts';
import { CLASSES, type DimensionId } from './dimension.ts';
import { invariant } from './problem.ts';

/** Cells as columns of equal length, in any order; a cell without an entry counts 0 children. */
export interface CellEntries {
  /** Area index in the level of the table. */
  readonly area: Uint32Array;
  /** Position in the periods of the table. */
  readonly period: Uint16Array;
  readonly combination: Uint16Array;
  /** Children; HIDDEN_COUNT where the publisher hid the cell. */
  readonly count: Uint32Array;
}

/** What a table says of itself, before its cells are laid out. */
export type CellTableMeta = Omit<CellTable, 'combinations' | 'cells'>;

/** Position of a class code in its dimension, or -1 where the dimension has no such class. */
export function classNumber(dimension: DimensionId, code: string): number {
  return (CLASSES[dimension] as readonly string[]).indexOf(code);
}

/** Number of combinations of the classes of the dimensions: 1 where there are none. */
export function combinationCount(dimensions: readonly DimensionId[]): number {
  return dimensions.reduce((product, dimension) => product * CLASSES[dimension].length, 1);
}

/**
 * Number of a combination of classes; the last dimension varies fastest.
 * @param classes by dimension, in the order of `dimensions`: class numbers (see classNumber).
 * @throws where a class number is not one of its dimension.
 */
export function combinationNumber(dimensions: readonly DimensionId[], classes: readonly number[]): number {
  invariant(classes.length === dimensions.length, 'one class for each dimension');
  let combination = 0;
  for (const [k, dimension] of dimensions.entries()) {
    const size = CLASSES[dimension].length;
    const position = classes[k]!;
    invariant(Number.isInteger(position) && position >= 0 && position < size, `class of ${dimension}`);
    combination = combination * size + position;
  }
  return combination;
}

/** The entries in ascending order of their keys, keeping the order given among equal ones (counting sort). */
function stableOrder(given: Uint32Array, keyOf: Uint16Array | Uint32Array, keys: number): Uint32Array {
  const start = new Uint32Array(keys + 1);
  for (let k = 0; k < given.length; k++) start[keyOf[given[k]!]! + 1]! += 1;
  for (let key = 0; key < keys; key++) start[key + 1]! += start[key]!;
  const sorted = new Uint32Array(given.length);
  for (let k = 0; k < given.length; k++) {
    const entry = given[k]!;
    sorted[start[keyOf[entry]!]!++] = entry;
  }
  return sorted;
}

function checkEntries(entries: CellEntries, meta: CellTableMeta, combinations: number): void {
  const { area, period, combination, count } = entries;
  const length = count.length;
  invariant(area.length === length && period.length === length, 'entry columns have one length');
  invariant(combination.length === length, 'entry columns have one length');
  invariant(combinations <= 2 ** 16, 'a combination fits 16 bits');
  const below = (column: Uint16Array | Uint32Array, limit: number): boolean =>
    column.every((value) => value < limit);
  invariant(below(area, meta.areas), 'every area is one of the level');
  invariant(below(period, meta.periods.length), 'every period is one of the table');
  invariant(below(combination, combinations), 'every combination is one of the dimensions');
}

function sparseCells(entries: CellEntries, meta: CellTableMeta, combinations: number): SparseCells {
  const { area, period, combination, count } = entries;
  const rows = meta.periods.length * meta.areas;
  const rowOf = new Uint32Array(count.length);
  for (let entry = 0; entry < rowOf.length; entry++)
    rowOf[entry] = period[entry]! * meta.areas + area[entry]!;
  const given = new Uint32Array(count.length).map((_, entry) => entry);
  const order = stableOrder(stableOrder(given, combination, combinations), rowOf, rows);
  const offset = new Uint32Array(rows + 1);
  const sortedCombination = new Uint16Array(order.length);
  const sortedCount = new Uint32Array(order.length);
  let kept = 0;
  for (let k = 0; k < order.length; k++) {
    const entry = order[k]!;
    const before = order[Math.max(0, k - 1)]!;
    const duplicate = k > 0 && combination[before] === combination[entry] && rowOf[before] === rowOf[entry];
    invariant(!duplicate, 'one entry for each cell');
    if (count[entry] === 0) continue;
    sortedCombination[kept] = combination[entry]!;
    sortedCount[kept] = count[entry]!;
    offset[rowOf[entry]! + 1]! += 1;
    kept++;
  }
  for (let row = 0; row < rows; row++) offset[row + 1]! += offset[row]!;
  return {
    kind: 'sparse',
    offset,
    combination: sortedCombination.slice(0, kept),
    count: sortedCount.slice(0, kept),
  };
}

function denseCells(
  sparse: SparseCells,
  meta: CellTableMeta,
  combinations: number,
  narrow: boolean,
): DenseCells {
  const size = meta.periods.length * combinations * meta.areas;
  const counts = narrow ? new Uint16Array(size) : new Uint32Array(size);
  for (let period = 0; period < meta.periods.length; period++) {
    for (let i = 0; i < meta.areas; i++) {
      const row = period * meta.areas + i;
      for (let cell = sparse.offset[row]!; cell < sparse.offset[row + 1]!; cell++) {
        counts[(period * combinations + sparse.combination[cell]!) * meta.areas + i] = sparse.count[cell]!;
      }
    }
  }
  return { kind: 'dense', counts };
}

/**
 * Lays entries out as a table: dense where that takes at most `denseLimitBytes` (16-bit counts where all fit and
 * none is hidden), else sparse. Both layouts answer every question alike. Entries of 0 children are dropped.
 * O(entries + cells of the layout).
 * @throws where a column is out of range or a cell has two entries: the caller has checked its file before.
 */
export function layoutCells(
  entries: CellEntries,
  meta: CellTableMeta,
  denseLimitBytes: number = DENSE_LIMIT_BYTES,
): CellTable {
  const combinations = combinationCount(meta.dimensions);
  checkEntries(entries, meta, combinations);
  const sparse = sparseCells(entries, meta, combinations);
  const narrow = sparse.count.every((count) => count <= 0xffff);
  const cells = meta.periods.length * combinations * meta.areas;
  const dense = cells * (narrow ? 2 : 4) <= denseLimitBytes;
  return { ...meta, combinations, cells: dense ? denseCells(sparse, meta, combinations, narrow) : sparse };
}

/** The cells of a table that are not 0, by period, area and combination: what layoutCells makes the same table of. */
export function cellEntries(table: CellTable): CellEntries {
  const { cells, areas, combinations } = table;
  const [area, period, combination, count]: [number[], number[], number[], number[]] = [[], [], [], []];
  const add = (p: number, i: number, c: number, n: number): void => {
    if (n === 0) return;
    area.push(i);
    period.push(p);
    combination.push(c);
    count.push(n);
  };
  for (const p of table.periods.keys())
    for (let i = 0; i < areas; i++) {
      if (cells.kind === 'dense')
        for (let c = 0; c < combinations; c++)
          add(p, i, c, cells.counts[(p * combinations + c) * areas + i]!);
      else
        for (let k = cells.offset[p * areas + i]!; k < cells.offset[p * areas + i + 1]!; k++)
          add(p, i, cells.combination[k]!, cells.count[k]!);
    }
  return {
    area: Uint32Array.from(area),
    period: Uint16Array.from(period),
    combination: Uint16Array.from(combination),
    count: Uint32Array.from(count),
  };
}

/** The classes of a combination, by dimension in their order; the inverse of combinationNumber. */
export function combinationClasses(
  dimensions: readonly DimensionId[],
  combination: number,
): readonly string[] {
  const classes: string[] = [];
  let rest = combination;
  for (const dimension of [...dimensions].reverse()) {
    const own: readonly string[] = CLASSES[dimension];
    classes.unshift(own[rest % own.length]!);
    rest = Math.floor(rest / own.length);
  }
  return classes;
}
