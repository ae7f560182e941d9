import { attributeName } from './file-job.ts';
import type { ReadFile } from './office-file.ts';
import type { RawSheet } from './raw-table.ts';
import { headersOf } from './reading-memory.ts';

/** A sheet on its way between workers: its cells are one text, so that the page hands on long tables without a pause. */
export interface PackedSheet extends Omit<RawSheet, 'rows'> {
  /** Names of its columns as a memory knows them. */
  readonly headers: readonly string[];
  /** All cells, one after the other. */
  readonly text: string;
  /** Where each cell ends in the text. */
  readonly ends: Uint32Array;
  /** How many cells each row has. */
  readonly widths: Uint32Array;
}

/** @param file its name, which may tell the period of a column. */
export function packSheet({ rows, ...sheet }: RawSheet, file: string): PackedSheet {
  const widths = Uint32Array.from(rows, (row) => row.length);
  const ends = new Uint32Array(widths.reduce((sum, width) => sum + width, 0));
  let at = 0;
  let end = 0;
  for (const row of rows) {
    for (const cell of row) {
      end += cell.length;
      ends[at++] = end;
    }
  }
  const text = rows.map((row) => row.join('')).join('');
  return { ...sheet, headers: headersOf({ ...sheet, rows }, file), text, ends, widths };
}

export function unpackSheet({ text, ends, widths, headers: _, ...sheet }: PackedSheet): RawSheet {
  let at = 0;
  let start = 0;
  const rows = Array.from(widths, (width) => {
    const row: string[] = [];
    for (let k = 0; k < width; k++) {
      const end = ends[at++] ?? start;
      row.push(text.slice(start, end));
      start = end;
    }
    return row;
  });
  return { ...sheet, rows };
}

type TableFile = Extract<ReadFile, { readonly kind: 'table' }>;
export type PackedTable = Omit<TableFile, 'sheets'> & { readonly sheets: readonly PackedSheet[] };
/** A file as it comes out of the reader's worker. */
export type LaidFile = Exclude<ReadFile, { readonly kind: 'table' }> | PackedTable;

export function packTable({ sheets, ...file }: TableFile): PackedTable {
  return { ...file, sheets: sheets.map((sheet) => packSheet(sheet, file.name)) };
}

export function unpackTable({ sheets, ...file }: PackedTable): TableFile {
  return { ...file, sheets: sheets.map(unpackSheet) };
}

/** A file, and where it is boundaries whose properties hold counts, these as a table beside it. */
export function laidFiles(file: ReadFile): readonly LaidFile[] {
  if (file.kind === 'table') return [packTable(file)];
  if (file.kind !== 'boundaries' || file.table === null) return [file];
  const name = attributeName(file.name);
  return [{ ...file, table: null }, packTable({ kind: 'table', name, sheets: [file.table], problems: [] })];
}

/** What can be handed over instead of being copied. */
export function buffersOf(files: readonly LaidFile[]): ArrayBuffer[] {
  return files.flatMap((file) => {
    if (file.kind === 'package') return file.files.map(({ bytes }) => bytes.buffer as ArrayBuffer);
    if (file.kind !== 'table') return [];
    return file.sheets.flatMap(({ ends, widths }) => [ends.buffer, widths.buffer] as ArrayBuffer[]);
  });
}
