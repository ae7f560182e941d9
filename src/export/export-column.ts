import { legendDecimals } from '#core/classification.ts';
import { roundTo } from '#core/rates.ts';
import type { ReportColumn } from '#report/report-table.ts';
import type { Words } from '#words/id.ts';

export type ColumnKey =
  | Exclude<keyof Words['export']['columns'], 'interval' | 'differenceInterval'>
  | 'name'
  | 'district'
  | 'others'
  | 'score'
  | 'lacks'
  | 'rankLow'
  | 'rankHigh'
  | 'inTop'
  | 'sure'
  | 'weights'
  | 'listed'
  | 'place'
  | 'rule'
  | 'apparent'
  | 'decision'
  | 'reason'
  | 'dissent'
  | 'beyond'
  | `places-${number}`
  | 'secondSource'
  | 'secondPeriod'
  | 'agreement'
  | 'ratio'
  | 'region'
  | 'regionUnsure'
  | `problem-${number}`
  | `problem-${'numerator' | 'denominator' | 'threshold' | 'status'}-${number}`
  | `criterion-${number}`
  | `points-${number}`
  | `criterion-${'n' | 'all'}-${number}`
  | `annex-${string}`
  /** Of a question that brings its own columns: print takes those asked, and leaves those that are the same in every row. */
  | `asked-${string}`
  | `noted-${string}`;

/** A column that print finds again by its key. */
export type ExportColumn = ReportColumn & { readonly key: ColumnKey };

/** A rate per 1 as a percentage, rounded as everywhere it is printed. */
export function percentOf(rate: number): number {
  return roundTo(rate, legendDecimals('rate')) * 100;
}

export function textColumn(
  key: ColumnKey,
  header: string,
  rows: readonly number[],
  of: (area: number) => string,
): ExportColumn {
  return { kind: 'text', key, header, cells: rows.map(of) };
}

export function numberColumn(
  key: ColumnKey,
  header: string,
  decimals: number,
  rows: readonly number[],
  of: (area: number) => number,
): ExportColumn {
  return { kind: 'number', key, header, decimals, cells: rows.map(of) };
}
