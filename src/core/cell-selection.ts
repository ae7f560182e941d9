import type { AreaLevel } from './area.ts';
import { classNumber } from './cell-layout.ts';
import { type CellTable, type DenseCells, HIDDEN_COUNT, type SparseCells } from './cells.ts';
import type { Dataset } from './dataset.ts';
import { CLASSES, DIMENSIONS, type DimensionId } from './dimension.ts';
import type { Period } from './period.ts';
import { invariant } from './problem.ts';
import { type Unit, unitOf } from './unit.ts';
import type { ClassFilter } from './view.ts';

/** By dimension the classes let through: bit c stands for class c. */
export type ClassMasks = { readonly [D in DimensionId]: number };

const every = (dimension: DimensionId): number => 2 ** CLASSES[dimension].length - 1;

/** Lets every class of every dimension through. */
export const ALL_CLASSES = Object.fromEntries(DIMENSIONS.map((d) => [d, every(d)])) as ClassMasks;

/** The classes as a mask of their dimension. @throws where the dimension has no such class. */
export function classMask(dimension: DimensionId, classes: readonly string[]): number {
  let mask = 0;
  for (const code of classes) {
    const position = classNumber(dimension, code);
    invariant(position >= 0, `class ${code} of ${dimension}`);
    mask |= 1 << position;
  }
  return mask;
}

/** The mask of every class but `unknown`, which is the last. */
export function knownMask(dimension: DimensionId): number {
  return every(dimension) >> 1;
}

/** What a filter lets through of a dimension: everything where it names none, or all, of the classes. */
export function filterMask(filter: ClassFilter, dimension: DimensionId): number {
  const classes = filter[dimension] ?? [];
  return classes.length === 0 ? every(dimension) : classMask(dimension, classes);
}

/** Whether a filter leaves any class of one of the dimensions out. */
export function restricts(filter: ClassFilter, dimensions: readonly DimensionId[]): boolean {
  return dimensions.some((dimension) => filterMask(filter, dimension) !== every(dimension));
}

/** Masks of which one dimension is narrowed further. */
export function narrow(masks: ClassMasks, dimension: DimensionId, mask: number): ClassMasks {
  return { ...masks, [dimension]: masks[dimension] & mask };
}

/** Dimensions that masks restrict: a table must cross these to answer. */
export function restricted(masks: ClassMasks): readonly DimensionId[] {
  return DIMENSIONS.filter((dimension) => masks[dimension] !== every(dimension));
}

/**
 * Classes that an undivided dimension does not tell apart. All of them together are stored in the last one.
 * Nutrition: severe and moderate; poverty: every decile but 1.
 */
export function mergedClasses(dimension: DimensionId): readonly number[] {
  if (dimension === 'poverty') return [1, 2, 3, 4];
  return dimension === 'sex' || dimension === 'age' ? [] : [0, 1];
}

function splits(dimension: DimensionId, mask: number): boolean {
  const inside = mergedClasses(dimension).filter((position) => ((mask >> position) & 1) === 1).length;
  return inside > 0 && inside < mergedClasses(dimension).length;
}

/** Whether a table crosses every dimension that the masks restrict, and tells apart the classes they part. */
export function tellsApart(table: Pick<CellTable, 'dimensions' | 'undivided'>, masks: ClassMasks): boolean {
  return restricted(masks).every(
    (dimension) =>
      table.dimensions.includes(dimension) &&
      !(table.undivided?.includes(dimension) && splits(dimension, masks[dimension])),
  );
}

/** Tables of a level and unit that hold the period and can answer the masks, those with the fewest combinations first. */
export function answeringTables(
  dataset: Dataset,
  level: AreaLevel,
  period: Period,
  masks: ClassMasks,
  unit: Unit = 'child',
): readonly CellTable[] {
  return dataset.tables
    .filter(
      (table) =>
        table.level === level &&
        unitOf(table) === unit &&
        table.periods.includes(period) &&
        tellsApart(table, masks),
    )
    .sort((a, b) => a.combinations - b.combinations);
}

/** Bits of a pass table. A combination in the numerator is in the denominator too. */
const IN_DENOMINATOR = 1;
const IN_NUMERATOR = 2;

/**
 * By combination of the dimensions: 0 outside, 1 in the denominator only, 3 in both.
 * Masks of dimensions left out are not looked at.
 */
export function passTable(
  dimensions: readonly DimensionId[],
  denominator: ClassMasks,
  numerator: ClassMasks,
): Uint8Array {
  let pass = Uint8Array.of(IN_DENOMINATOR | IN_NUMERATOR);
  for (const dimension of dimensions) {
    const size = CLASSES[dimension].length;
    const next = new Uint8Array(pass.length * size);
    for (let position = 0; position < size; position++) {
      const inDenominator = (denominator[dimension] >> position) & 1;
      const inNumerator = (numerator[dimension] >> position) & inDenominator;
      const bits = inDenominator * IN_DENOMINATOR + inNumerator * IN_NUMERATOR;
      for (let k = 0; k < pass.length; k++) next[k * size + position] = pass[k]! & bits;
    }
    pass = next;
  }
  return pass;
}

/** Children by area. NaN where a cell needed is hidden. */
export interface AreaSums {
  readonly numerator: Float64Array;
  readonly denominator: Float64Array;
}

/**
 * Sums the cells of one period that a pass table lets through, by area: one scan of the period's cells.
 * `period` is one of the table's.
 */
export function sumByArea(table: CellTable, period: Period, pass: Uint8Array): AreaSums {
  const p = table.periods.indexOf(period);
  invariant(p >= 0 && pass.length === table.combinations, 'the pass table is one of the cell table');
  const sums = { numerator: new Int32Array(table.areas), rest: new Int32Array(table.areas) };
  const hidden = new Uint8Array(table.areas);
  if (table.cells.kind === 'dense') sumDense(table, table.cells.counts, p, pass, sums, hidden);
  else sumSparse(table, table.cells, p, pass, sums, hidden);
  const numerator = Float64Array.from(sums.numerator);
  const denominator = Float64Array.from(sums.rest);
  for (let i = 0; i < table.areas; i++) {
    denominator[i]! += numerator[i]!;
    if ((hidden[i]! & IN_NUMERATOR) !== 0) numerator[i] = Number.NaN;
    if (hidden[i] !== 0) denominator[i] = Number.NaN;
  }
  return { numerator, denominator };
}

/** Children by area: of the numerator, and those of the denominator only. */
interface Sums {
  readonly numerator: Int32Array;
  readonly rest: Int32Array;
}

/** Calls `visit` for each cell that is not 0; most are. */
function visitCounted(
  counts: DenseCells['counts'],
  from: number,
  to: number,
  visit: (cell: number) => void,
): void {
  let cell = from;
  if (counts instanceof Uint16Array && counts.byteOffset % 4 === 0) {
    const pairs = new Int32Array(counts.buffer, counts.byteOffset, counts.length >> 1);
    if (cell % 2 === 1 && cell < to) visit(cell++);
    for (; cell + 1 < to; cell += 2) {
      if (pairs[cell >> 1] === 0) continue;
      visit(cell);
      visit(cell + 1);
    }
  }
  for (; cell < to; cell++) if (counts[cell] !== 0) visit(cell);
}

/** Tables of more combinations have mostly cells of nobody, which are passed over two at a time. */
const MOST_FILLED = 512;

/** One combination after the other, every cell of it. */
function sumFilled(
  { areas, combinations }: CellTable,
  counts: DenseCells['counts'],
  p: number,
  pass: Uint8Array,
  sums: Sums,
  hidden: Uint8Array,
): void {
  for (let c = 0; c < combinations; c++) {
    const bits = pass[c]!;
    if (bits === 0) continue;
    const target = (bits & IN_NUMERATOR) === 0 ? sums.rest : sums.numerator;
    const from = (p * combinations + c) * areas;
    const own = counts.subarray(from, from + areas);
    for (let i = 0; i < areas; i++) {
      const count = own[i]!;
      if (count === HIDDEN_COUNT) hidden[i]! |= bits;
      else target[i]! += count;
    }
  }
}

function sumDense(
  table: CellTable,
  counts: DenseCells['counts'],
  p: number,
  pass: Uint8Array,
  sums: Sums,
  hidden: Uint8Array,
): void {
  const { areas, combinations } = table;
  if (combinations <= MOST_FILLED) {
    sumFilled(table, counts, p, pass, sums, hidden);
    return;
  }
  let next = 0;
  for (let first = 0; first < combinations; first = next) {
    const bits = pass[first]!;
    while (next < combinations && pass[next] === bits) next++;
    if (bits === 0) continue;
    const target = (bits & IN_NUMERATOR) === 0 ? sums.rest : sums.numerator;
    const from = (p * combinations + first) * areas;
    visitCounted(counts, from, from + (next - first) * areas, (cell) => {
      const i = (cell - from) % areas;
      if (counts[cell] === HIDDEN_COUNT) hidden[i]! |= bits;
      else target[i]! += counts[cell]!;
    });
  }
}

/** The same counts as signed numbers: hidden cells are -1, and sums stay in machine integers. */
function signed(counts: Uint32Array): Int32Array {
  return new Int32Array(counts.buffer, counts.byteOffset, counts.length);
}

function sumSparse(
  table: CellTable,
  cells: SparseCells,
  p: number,
  pass: Uint8Array,
  sums: Sums,
  hidden: Uint8Array,
): void {
  const { offset, combination } = cells;
  const count = signed(cells.count);
  for (let i = 0; i < table.areas; i++) {
    const end = offset[p * table.areas + i + 1]!;
    let affected = 0;
    let all = 0;
    let hiding = 0;
    for (let cell = offset[p * table.areas + i]!; cell < end; cell++) {
      const bits = pass[combination[cell]!]!;
      const children = count[cell]!;
      affected += children & -(bits >> 1);
      all += children & -(bits & 1);
      hiding |= (children >> 31) & bits;
    }
    sums.numerator[i] = affected;
    sums.rest[i] = all - affected;
    hidden[i] = hiding;
  }
}

/**
 * Sums the cells of one period over the areas kept, by combination. NaN where a cell of a kept area is hidden.
 * @param kept by area: 1 kept, 0 left out.
 */
export function sumByCombination(table: CellTable, period: Period, kept: Uint8Array): Float64Array {
  const p = table.periods.indexOf(period);
  invariant(p >= 0 && kept.length === table.areas, 'one flag for each area of the cell table');
  const sums = new Float64Array(table.combinations);
  const { cells, areas } = table;
  if (cells.kind === 'dense') {
    const from = p * sums.length * areas;
    visitCounted(cells.counts, from, from + sums.length * areas, (cell) => {
      if (kept[cell % areas] !== 1) return;
      const children = cells.counts[cell]!;
      sums[Math.floor((cell - from) / areas)]! += children === HIDDEN_COUNT ? Number.NaN : children;
    });
    return sums;
  }
  addSparse(cells, p, kept, sums);
  return sums;
}

function addSparse(cells: SparseCells, p: number, kept: Uint8Array, sums: Float64Array): void {
  const { offset, combination } = cells;
  const count = signed(cells.count);
  const areas = kept.length;
  for (let i = 0; i < areas; i++) {
    if (kept[i] !== 1) continue;
    const end = offset[p * areas + i + 1]!;
    for (let cell = offset[p * areas + i]!; cell < end; cell++) {
      const children = count[cell]!;
      sums[combination[cell]!]! += children < 0 ? Number.NaN : children;
    }
  }
}
