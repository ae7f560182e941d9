import { inferNumberFormat, type NumberFormat, readNumber } from '#core/number-text.ts';
import type { RawSheet } from './raw-table.ts';

/** The numbers of columns as far as they can be read, for comparing columns with each other. */
export interface ColumnFigures {
  /** Sum of the columns in each data row; NaN where one of them has none. */
  of(columns: readonly number[]): Float64Array;
}

/** @param rows data rows; rows that look like totals are of no harm, because every comparison is within a row. */
export function columnFigures(rows: RawSheet['rows']): ColumnFigures {
  const known = new Map<number, Float64Array>();
  const column = (index: number): Float64Array => {
    const found = known.get(index);
    if (found) return found;
    const cells = rows.map((row) => row[index] ?? '');
    const format: NumberFormat = inferNumberFormat(cells, 'count');
    const values = Float64Array.from(cells, (cell) => {
      const reading = readNumber(cell, format);
      return reading.kind === 'number' ? reading.value : Number.NaN;
    });
    known.set(index, values);
    return values;
  };
  return {
    of(columns) {
      const [first = -1, ...others] = columns;
      const sum = Float64Array.from(column(first));
      for (const index of others)
        column(index).forEach((value, r) => {
          sum[r] = (sum[r] ?? Number.NaN) + value;
        });
      return sum;
    },
  };
}

export interface Agreement {
  /** Rows in which both sides could be compared, and those in which they fit. */
  readonly compared: number;
  readonly fitting: number;
}

export function compare(
  a: Float64Array,
  b: Float64Array,
  fits: (x: number, y: number) => boolean,
): Agreement {
  let compared = 0;
  let fitting = 0;
  for (let r = 0; r < a.length; r++) {
    const [x, y] = [a[r]!, b[r]!];
    if (Number.isNaN(x) || Number.isNaN(y)) continue;
    compared++;
    if (fits(x, y)) fitting++;
  }
  return { compared, fitting };
}

/** Percentages as written agree with n of N within 0.1 points, or are written per 1. */
export function percentAgreement(n: Float64Array, N: Float64Array, stated: Float64Array): Agreement {
  const share = n.map((value, r) => (N[r]! > 0 ? (value / N[r]!) * 100 : Number.NaN));
  const perOne =
    stated.every((value) => Number.isNaN(value) || value <= 1) && stated.some((value) => value > 0);
  return compare(share, stated, (x, y) => Math.abs(x - y * (perOne ? 100 : 1)) <= 0.1 + 1e-9);
}
