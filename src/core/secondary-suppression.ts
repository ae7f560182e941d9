import type { BlockCell } from './block-counts.ts';
import { CLASSES, type DimensionId } from './dimension.ts';
import type { CellMasks } from './published-cell.ts';

/** The largest prime below 2^26: products of two remainders stay whole numbers below 2^53. */
const PRIME = 67_108_859;

function inverse(value: number): number {
  let [base, power, result] = [value, PRIME - 2, 1];
  for (; power > 0; power = Math.floor(power / 2)) {
    if (power % 2 === 1) result = (result * base) % PRIME;
    base = (base * base) % PRIME;
  }
  return result;
}

/**
 * A cell as a function of a child's classes, in coordinates of a basis: 1, the classes of each dimension but the last, and
 * their products. The last class of a dimension is 1 less the others. Tables that overlap share coordinates, so that what
 * follows from several of them together is linear algebra.
 */
function coordinates(masks: CellMasks): ReadonlyMap<string, number> {
  let terms: readonly (readonly [string, number])[] = [['', 1]];
  for (const [dimension, mask] of Object.entries(masks).sort()) {
    const last = CLASSES[dimension as DimensionId].length - 1;
    const whole = (mask >> last) & 1;
    const own: (readonly [string, number])[] = whole === 0 ? [] : [['', 1]];
    for (let c = 0; c < last; c++) {
      const factor = ((mask >> c) & 1) - whole;
      if (factor !== 0) own.push([`${dimension}${c} `, factor]);
    }
    terms = terms.flatMap(([name, factor]) =>
      own.map(([more, times]) => [name + more, factor * times] as const),
    );
  }
  return new Map(terms);
}

function vectors(cells: readonly BlockCell[]): readonly Float64Array[] {
  const found = cells.map(({ masks }) => coordinates(masks));
  const names = [...new Set(found.flatMap((one) => [...one.keys()]))];
  return found.map((one) => Float64Array.from(names, (name) => ((one.get(name) ?? 0) + PRIME) % PRIME));
}

/** Takes so much of a row from a vector that nothing is left at the row's pivot, where the row is 1. */
function reduce(vector: Float64Array, row: Float64Array, pivot: number): void {
  const factor = vector[pivot]!;
  if (factor === 0) return;
  for (let k = 0; k < row.length; k++) {
    if (row[k] !== 0) vector[k] = (vector[k]! + (PRIME - factor) * row[k]!) % PRIME;
  }
}

/**
 * Which cells of a block to show, so that no primary cell is a sum or difference of shown ones: cells are taken one after
 * the other, and one with which a primary cell would follow is left out (Gaussian elimination; Langsrud 2024,
 * GaussSuppression; here modulo a prime). What is left out is as small as the order allows: earlier and, in one table,
 * larger cells come first.
 * @param rank by cell: smaller comes first.
 * @returns by cell whether it is shown.
 */
export function shownCells(cells: readonly BlockCell[], rank: ArrayLike<number>): readonly boolean[] {
  const all = vectors(cells);
  const primary = all.filter((_, c) => cells[c]!.kind === 'primary');
  const rows: { readonly row: Float64Array; readonly pivot: number }[] = [];
  const shown = cells.map(() => false);
  const candidates = [...cells.keys()].filter((c) => cells[c]!.kind === 'none' || cells[c]!.kind === 'open');
  candidates.sort((a, b) => {
    const said = Number(cells[b]!.kind === 'none') - Number(cells[a]!.kind === 'none');
    return said || rank[a]! - rank[b]! || cells[b]!.count - cells[a]!.count || a - b;
  });
  for (const c of candidates) {
    const vector = all[c]!;
    for (const { row, pivot } of rows) reduce(vector, row, pivot);
    const pivot = vector.findIndex((value) => value !== 0);
    if (pivot < 0) {
      shown[c] = true;
      continue;
    }
    const scale = inverse(vector[pivot]!);
    const row = vector.map((value) => (value * scale) % PRIME);
    if (primary.some((one) => isMultiple(one, row, pivot))) continue;
    for (const one of primary) reduce(one, row, pivot);
    rows.push({ row, pivot });
    shown[c] = true;
  }
  return shown;
}

/** Whether a vector is a multiple of a row, which is 1 at its pivot. */
function isMultiple(vector: Float64Array, row: Float64Array, pivot: number): boolean {
  const factor = vector[pivot]!;
  return factor !== 0 && vector.every((value, k) => value === (factor * row[k]!) % PRIME);
}
