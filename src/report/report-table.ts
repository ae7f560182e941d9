import { type CsvDialect, safeCsv } from '#core/safe-csv.ts';

/** One column of a table that leaves the program. Cells by row. */
export type ReportColumn =
  | { readonly kind: 'text'; readonly header: string; readonly cells: readonly string[] }
  | {
      readonly kind: 'number';
      readonly header: string;
      /** Decimals written, always all of them. */
      readonly decimals: number;
      /** In the unit of the header; NaN is an empty cell. */
      readonly cells: readonly number[];
    };

export interface ReportTable {
  readonly columns: readonly ReportColumn[];
  readonly rows: number;
}

/** A number without grouping, so that every program takes it for one; '' where there is none. */
export function writeNumber(value: number, decimals: number, decimal: ',' | '.'): string {
  if (!Number.isFinite(value)) return '';
  const text = value.toFixed(decimals).replace('.', decimal);
  return /^-[0.,]+$/.test(text) ? text.slice(1) : text;
}

/** The table as CSV: one header row, then a row each, nothing above and nothing below. */
export function tableCsv({ columns, rows }: ReportTable, dialect: CsvDialect): string {
  const lines = Array.from({ length: rows }, (_, row) =>
    columns.map((column) =>
      column.kind === 'text'
        ? (column.cells[row] ?? '')
        : writeNumber(column.cells[row] ?? Number.NaN, column.decimals, dialect.decimal),
    ),
  );
  return safeCsv([columns.map(({ header }) => header), ...lines], dialect);
}
