import { combinationCount } from './cell-layout.ts';
import { type ClassMasks, restricted } from './cell-selection.ts';
import { type CellTable, type DenseCells, HIDDEN_COUNT } from './cells.ts';
import { CLASSES, DIMENSIONS, type DimensionId } from './dimension.ts';
import type { Period } from './period.ts';

/** So many are kept of a table: one or two questions between which a reader goes to and fro. */
const MOST_KEPT = 3;
/** Largest narrowed table, in cells. */
const MOST_CELLS = 2 ** 24;
/** Narrowed by less than this nothing is won. */
const LEAST_NARROWING = 4;
/** Cells looked at between two breaths. */
const CELLS_AT_ONCE = 20_000;

/** By table what it was narrowed to, the last made first. It goes with its table. */
const made = new WeakMap<CellTable, CellTable[]>();

function crossedBy(masks: readonly ClassMasks[]): ReadonlySet<DimensionId> {
  return new Set(masks.flatMap(restricted));
}

function keptOf(table: CellTable, asked: ReadonlySet<DimensionId>): readonly DimensionId[] {
  return table.dimensions.filter((dimension) => asked.has(dimension));
}

/**
 * The smallest table to which `table` has been narrowed that crosses every dimension the masks restrict; null where it
 * has not been. Of masks that `table` answers it gives the same sums, hidden cells included.
 */
export function narrowedTable(
  table: CellTable,
  period: Period,
  masks: readonly ClassMasks[],
): CellTable | null {
  const asked = [...crossedBy(masks)];
  const found = (made.get(table) ?? []).filter(
    ({ periods, dimensions }) =>
      periods.includes(period) && asked.every((dimension) => dimensions.includes(dimension)),
  );
  return found.sort((a, b) => a.combinations - b.combinations)[0] ?? null;
}

/** By combination of a table the combination of those of its dimensions that are kept. */
function combinationsKept(dimensions: readonly DimensionId[], kept: readonly DimensionId[]): Uint16Array {
  let narrowed = Uint16Array.of(0);
  for (const dimension of DIMENSIONS.filter((each) => dimensions.includes(each))) {
    const size = CLASSES[dimension].length;
    const isKept = kept.includes(dimension);
    const next = new Uint16Array(narrowed.length * size);
    for (const [k, before] of narrowed.entries())
      for (let position = 0; position < size; position++)
        next[k * size + position] = isKept ? before * size + position : before;
    narrowed = next;
  }
  return narrowed;
}

/** Adds the cells of one period together; a sum of which a cell is hidden is hidden. Breathes between stretches. */
function* addCells(table: CellTable, p: number, into: Uint16Array, sums: Uint32Array): Generator<void> {
  const { areas, cells } = table;
  const add = (at: number, count: number): void => {
    if (count === HIDDEN_COUNT || sums[at] === HIDDEN_COUNT) sums[at] = HIDDEN_COUNT;
    else sums[at]! += count;
  };
  if (cells.kind === 'dense') {
    const together = Math.max(1, Math.floor(CELLS_AT_ONCE / areas));
    for (let c = 0; c < table.combinations; c++) {
      const from = (p * table.combinations + c) * areas;
      for (let i = 0; i < areas; i++) {
        const count = cells.counts[from + i]!;
        if (count !== 0) add(into[c]! * areas + i, count);
      }
      if (c % together === 0) yield;
    }
    return;
  }
  let rest = CELLS_AT_ONCE;
  for (let i = 0; i < areas; i++) {
    const [from, to] = [cells.offset[p * areas + i]!, cells.offset[p * areas + i + 1]!];
    for (let cell = from; cell < to; cell++)
      add(into[cells.combination[cell]!]! * areas + i, cells.count[cell]!);
    rest -= to - from;
    if (rest > 0) continue;
    rest = CELLS_AT_ONCE;
    yield;
  }
}

/**
 * Makes of one period of a table another that crosses only the dimensions which masks restrict, for `narrowedTable` to
 * find: the cells that these do not part are added up once, not at every answer. Does nothing where one is there, or
 * little would be won. To be run when nobody waits; O(cells of the period), in steps of a millisecond or so.
 */
export function* narrowTable(
  table: CellTable,
  period: Period,
  masks: readonly ClassMasks[],
): Generator<void> {
  const p = table.periods.indexOf(period);
  const dimensions = keptOf(table, crossedBy(masks));
  const combinations = combinationCount(dimensions);
  const cells = combinations * table.areas;
  if (p < 0 || cells > MOST_CELLS || combinations * LEAST_NARROWING > table.combinations) return;
  if (narrowedTable(table, period, masks)?.combinations === combinations) return;
  const sums = new Uint32Array(cells);
  yield* addCells(table, p, combinationsKept(table.dimensions, dimensions), sums);
  let largest = 0;
  for (let k = 0; k < cells; k++) if (sums[k]! > largest) largest = sums[k]!;
  const counts: DenseCells['counts'] = largest <= 0xffff ? new Uint16Array(sums) : sums;
  const narrowed: CellTable = {
    ...table,
    dimensions,
    periods: [period],
    combinations,
    cells: { kind: 'dense', counts },
  };
  made.set(table, [narrowed, ...(made.get(table) ?? [])].slice(0, MOST_KEPT));
}
