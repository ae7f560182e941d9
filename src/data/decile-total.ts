import { columnFigures } from './column-figures.ts';
import type { ColumnRole } from './column-role.ts';
import { readHeader } from './header-reading.ts';

/** Whether spans cover the deciles 1 to 10, each once. */
export function coverDeciles(spans: readonly (readonly [number, number])[]): boolean {
  let next = 1;
  for (const [from, to] of [...spans].sort((a, b) => a[0] - b[0])) {
    if (from !== next) return false;
    next = to + 1;
  }
  return next === 11;
}

/** How all of a unit are called where the deciles make them. */
const ALL = { families: 'Jumlah keluarga', persons: 'Jumlah jiwa' } as const;

/** A column to stand beside those of a sheet. */
export interface DecileTotal {
  readonly role: 'families' | 'persons';
  readonly header: string;
  readonly cells: readonly string[];
  /** Headers of the columns that are summed. */
  readonly of: readonly string[];
}

/**
 * All families (or persons) of a recap by deciles that has no column of them: where its columns cover deciles 1 to 10,
 * each once, all is their sum. Null for every other sheet; a row that lacks a decile has no sum.
 */
export function decileTotal(
  rows: readonly (readonly string[])[],
  columns: readonly { readonly index: number; readonly header: string; readonly role: ColumnRole }[],
): DecileTotal | null {
  const poor = columns.find(({ role }) => role === 'families.poor' || role === 'persons.poor');
  const all = poor?.role === 'persons.poor' ? 'persons' : 'families';
  if (!poor || columns.some(({ role }) => role === all)) return null;
  const deciles = columns.flatMap(({ index, header }) => {
    const { deciles: span, period } = readHeader(header);
    return span === null || period !== null ? [] : [{ index, header, span }];
  });
  if (!deciles.some(({ index }) => index === poor.index)) return null;
  if (!coverDeciles(deciles.map(({ span }) => span))) return null;
  const sums = columnFigures(rows).of(deciles.map(({ index }) => index));
  return {
    role: all,
    header: ALL[all],
    cells: Array.from(sums, (sum) => (Number.isNaN(sum) ? '' : String(sum))),
    of: deciles.map((decile) => decile.header),
  };
}
