import { type ColumnDef, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import { type ReportColumn, type ReportTable, writeNumber } from './report-table.ts';

/** A sheet with a table: headers in the first row, which stays in sight and is printed on each page. */
export interface TableSheet {
  readonly name: string;
  readonly table: ReportTable;
}

/** A sheet that explains: a word and what it says in each row. */
export interface NoteSheet {
  readonly name: string;
  readonly notes: readonly (readonly [what: string, says: string])[];
}

/** A workbook as it leaves the program. */
export interface WorkbookContent {
  readonly title: string;
  /** Stands in the head of every printed page, and is where the file came from. */
  readonly mark: string;
  /** In the file's own properties. */
  readonly properties: Readonly<Record<string, string>>;
  readonly sheets: readonly (TableSheet | NoteSheet)[];
}

/** The same workbook is the same bytes: a file says in its properties of which figures it is, not when it was made. */
const FIXED_DATE = new Date(Date.UTC(2000, 0, 1));
const INK = { rgb: '1F2A2E' };
const WIDEST = 60;

function widthOf(header: string, cells: readonly string[]): number {
  const longest = cells.reduce((most, cell) => Math.max(most, cell.length), 0);
  return Math.min(WIDEST, Math.max(8, Math.ceil(header.length / 2) + 2, longest + 2));
}

function written(column: ReportColumn): readonly string[] {
  return column.kind === 'text'
    ? column.cells
    : column.cells.map((value) => writeNumber(value, column.decimals, ','));
}

function columnOf(column: ReportColumn): ColumnDef {
  const decimals = column.kind === 'number' && column.decimals > 0 ? `.${'0'.repeat(column.decimals)}` : '';
  return {
    width: widthOf(column.header, written(column)),
    ...(column.kind === 'number' ? { numFmt: `#,##0${decimals}` } : {}),
  };
}

/** What is missing is an empty cell; minus zero is zero. */
function cellOf(column: ReportColumn, row: number): string | number | null {
  if (column.kind === 'text') return column.cells[row] || null;
  const value = column.cells[row] ?? Number.NaN;
  return Number.isFinite(value) ? Number(value.toFixed(column.decimals)) + 0 : null;
}

/** A style of a whole column is of its header too, unless the header has its own. */
const HEAD = {
  font: { bold: true, color: INK },
  numFmt: 'General',
  alignment: { wrapText: true, vertical: 'top' },
  border: { bottom: { style: 'thin', color: INK } },
} as const;

function tableSheet({ name, table }: TableSheet, head: string): WriteSheet {
  const { columns, rows } = table;
  const cells = new Map(
    columns.map(({ header }, k) => [`0,${k}`, { value: header, type: 'string' as const, style: HEAD }]),
  );
  return {
    name,
    columns: columns.map(columnOf),
    rows: [
      columns.map(({ header }) => header),
      ...Array.from({ length: rows }, (_, row) => columns.map((column) => cellOf(column, row))),
    ],
    cells,
    freezePane: { rows: 1 },
    pageSetup: {
      orientation: 'landscape',
      paperSize: 'a4',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '1:1',
    },
    headerFooter: { oddHeader: head, oddFooter: '&C&P / &N' },
  };
}

function noteSheet({ name, notes }: NoteSheet, head: string): WriteSheet {
  const style = { alignment: { wrapText: true, vertical: 'top' } } as const;
  return {
    name,
    columns: [
      { width: 28, style: { ...style, font: { bold: true, color: INK } } },
      { width: 100, style },
    ],
    rows: notes.map(([what, says]) => [what, says]),
    pageSetup: { orientation: 'portrait', paperSize: 'a4', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    headerFooter: { oddHeader: head, oddFooter: '&C&P / &N' },
  };
}

/** `&` begins a code in the head of a page. */
const plain = (text: string): string => text.replaceAll('&', '&&');

/**
 * The workbook as XLSX: numbers are numbers, texts are texts whatever they begin with, dates are fixed.
 * Office Open XML, ECMA-376.
 */
export function workbookFile({ title, mark, properties, sheets }: WorkbookContent): Promise<Uint8Array> {
  const head = [mark, title]
    .filter((part) => part !== '')
    .map(plain)
    .join(' · ');
  return writeXlsx({
    sheets: sheets.map((sheet) =>
      'table' in sheet ? tableSheet(sheet, `&L${head}`) : noteSheet(sheet, `&L${head}`),
    ),
    properties: {
      title,
      creator: 'Peta Sasaran',
      created: FIXED_DATE,
      modified: FIXED_DATE,
      custom: { ...properties },
    },
  });
}
