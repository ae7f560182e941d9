import type { AreaLevel } from './area.ts';
import { classNumber } from './cell-layout.ts';
import { type CellTable, HIDDEN_COUNT } from './cells.ts';
import type { Dataset } from './dataset.ts';
import { CLASSES, DIMENSIONS, type DimensionId } from './dimension.ts';
import type { Period } from './period.ts';
import { invariant } from './problem.ts';
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

/** Tables of a level that hold the period and cross all of the dimensions, those with the fewest combinations first. */
export function answeringTables(
  dataset: Dataset,
  level: AreaLevel,
  period: Period,
  dimensions: readonly DimensionId[],
): readonly CellTable[] {
  return dataset.tables
    .filter((table) => table.level === level && table.periods.includes(period))
    .filter((table) => dimensions.every((dimension) => table.dimensions.includes(dimension)))
    .sort((a, b) => a.combinations - b.combinations);
}

/** Bits of a pass table. A combination in the numerator is in the denominator too. */
const DENOMINATOR = 1;
const BOTH = 3;

/**
 * By combination of the dimensions: 0 outside, 1 in the denominator only, 3 in both.
 * Masks of dimensions left out are not looked at.
 */
export function passTable(
  dimensions: readonly DimensionId[],
  denominator: ClassMasks,
  numerator: ClassMasks,
): Uint8Array {
  let pass = Uint8Array.of(BOTH);
  for (const dimension of dimensions) {
    const size = CLASSES[dimension].length;
    const next = new Uint8Array(pass.length * size);
    for (let position = 0; position < size; position++) {
      const inDenominator = (denominator[dimension] >> position) & 1;
      const bits = inDenominator * (DENOMINATOR + 2 * ((numerator[dimension] >> position) & 1));
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
  const numerator = new Float64Array(table.areas);
  const rest = new Float64Array(table.areas);
  if (table.cells.kind === 'dense') {
    for (let combination = 0; combination < pass.length; combination++) {
      const bits = pass[combination]!;
      if (bits === 0) continue;
      const start = (p * table.combinations + combination) * table.areas;
      addRow(table.cells.counts, start, bits === BOTH ? numerator : rest);
    }
  } else {
    const { offset, combination, count } = table.cells;
    const firstRow = p * table.areas;
    for (let i = 0; i < table.areas; i++) {
      let affected = 0;
      let others = 0;
      const end = offset[firstRow + i + 1]!;
      for (let cell = offset[firstRow + i]!; cell < end; cell++) {
        const bits = pass[combination[cell]!]!;
        if (bits === 0) continue;
        const children = count[cell] === HIDDEN_COUNT ? Number.NaN : count[cell]!;
        if (bits === BOTH) affected += children;
        else others += children;
      }
      numerator[i] = affected;
      rest[i] = others;
    }
  }
  for (let i = 0; i < table.areas; i++) rest[i]! += numerator[i]!;
  return { numerator, denominator: rest };
}

function addRow(counts: Uint16Array | Uint32Array, start: number, sums: Float64Array): void {
  for (let i = 0; i < sums.length; i++) {
    const children = counts[start + i]!;
    sums[i]! += children === HIDDEN_COUNT ? Number.NaN : children;
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
  if (table.cells.kind === 'dense') {
    const { counts } = table.cells;
    for (let combination = 0; combination < table.combinations; combination++) {
      const start = (p * table.combinations + combination) * table.areas;
      for (let i = 0; i < table.areas; i++) {
        const children = counts[start + i]!;
        if (children !== 0 && kept[i] === 1) {
          sums[combination]! += children === HIDDEN_COUNT ? Number.NaN : children;
        }
      }
    }
    return sums;
  }
  const { offset, combination, count } = table.cells;
  for (let i = 0; i < table.areas; i++) {
    if (kept[i] !== 1) continue;
    const end = offset[p * table.areas + i + 1]!;
    for (let cell = offset[p * table.areas + i]!; cell < end; cell++) {
      sums[combination[cell]!]! += count[cell] === HIDDEN_COUNT ? Number.NaN : count[cell]!;
    }
  }
  return sums;
}
