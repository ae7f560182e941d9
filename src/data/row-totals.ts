import { readNumber } from '#core/number-text.ts';
import type { Problem } from '#core/problem.ts';
import { isCountRole } from './column-role.ts';
import type { CountBlock } from './count-block.ts';
import type { RawSheet } from './raw-table.ts';
import type { SortedRows } from './row-sorting.ts';

const TOTAL = /^(?:sub|grand)?[\s._-]*(?:jumlah|jml|jlh|total|keseluruhan|seluruh|semua|overall|all|sum)\b/i;
const MEAN = /^(?:rata[\s-]*rata|rerata|mean|average|rataan|median)\b/i;
const MARK = /^[\u03c3\u03a3\u2211]/;
const WHOLE_OF = /^se[\s-]*(?:kota|kabupaten|kab|kecamatan|kec|provinsi|distrik|wilayah|desa|kelurahan)\b/i;
const SUMMARY = /^(?:rekap|rekapitulasi|kumulatif|akumulasi|capaian|target|gabungan)\b/i;

/** J U M L A H is JUMLAH. */
function joined(text: string): string {
  const plain = text.normalize('NFKC').trim();
  return /^(?:\p{L} ){2,}\p{L}$/u.test(plain) ? plain.replaceAll(' ', '') : plain;
}

/** Whether a label says that its row adds up or averages others. */
export function isTotalLabel(text: string): boolean {
  const label = joined(text);
  return [TOTAL, MEAN, MARK, WHOLE_OF, SUMMARY].some((pattern) => pattern.test(label));
}

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
    if (MEAN.test(joined(label))) continue;
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
