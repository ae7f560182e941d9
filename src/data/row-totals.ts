import { readNumber } from '#core/number-text.ts';
import type { Problem } from '#core/problem.ts';
import { isCountRole } from './column-role.ts';
import type { CountBlock } from './count-block.ts';
import type { RawSheet } from './raw-table.ts';
import type { SortedRows } from './row-sorting.ts';
import { isMeanLabel } from './total-label.ts';

/**
 * Totals that differ from every sum of rows they could be of: all rows, those since the total before, or those of the
 * same district. A mean, and a column that a row above leaves blank or unreadable, is not compared.
 */
export function totalProblems(
  sorted: SortedRows,
  sheet: RawSheet,
  blocks: readonly CountBlock[],
  at: NonNullable<Problem['at']>,
  rowOf: (row: number) => number,
): readonly Problem[] {
  if (sorted.setAside.length > 0 || sorted.totals.length === 0) return [];
  const rows = [...new Set(sorted.entries.map((entry) => entry.at))].sort((a, b) => a - b);
  const problems: Problem[] = [];
  let before = -1;
  for (const [k, row] of sorted.totalRows.entries()) {
    const label = sorted.totals[k]?.area ?? '';
    const since = rows.filter((one) => one > before && one < row);
    const after = rows.filter(
      (one) => one > row && one < (sorted.totalRows[k + 1] ?? Number.POSITIVE_INFINITY),
    );
    before = row;
    if (isMeanLabel(label)) continue;
    for (const { plan } of blocks) {
      for (const { index, header, role } of plan.columns) {
        const format = plan.formats.get(index);
        if (!format || !isCountRole(role)) continue;
        const value = (r: number): number => {
          const reading = readNumber(sheet.rows[r]?.[index] ?? '', format);
          return reading.kind === 'number' ? reading.value : Number.NaN;
        };
        const stated = value(row);
        const sums = [rows, since, after].map((some) => some.reduce((sum, r) => sum + value(r), 0));
        if (Number.isNaN(stated) || sums.every(Number.isNaN) || sums.includes(stated)) continue;
        const detail = { total: stated, sum: sums[0] ?? 0, label };
        problems.push({
          code: 'row/total-differs',
          severity: 'warning',
          at: { ...at, row: rowOf(row), column: header },
          detail,
        });
      }
    }
  }
  return problems;
}
