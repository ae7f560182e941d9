import { maskedName } from '#core/identity-number.ts';
import type { RawSheet } from '#data/raw-table.ts';
import type { PersonField } from './person-column.ts';
import { type DateColumn, dateColumn } from './person-date.ts';
import type { PersonSheet } from './person-sheet.ts';

export type Sex = 'male' | 'female' | 'unknown';

export function readSex(text: string): Sex {
  const word = text.trim().toLowerCase();
  if (/^(?:l|lk|laki|laki-laki|laki laki|m|male|pria|1)$/.test(word)) return 'male';
  return /^(?:p|pr|perempuan|f|female|wanita|2)$/.test(word) ? 'female' : 'unknown';
}

/** Reads the cells of a recognized sheet by field. */
export interface PersonCells {
  text(row: number, field: PersonField): string;
  /** Of a place, as it may be shown: no long number. */
  place(row: number, field: PersonField): string;
  /** Of all columns of a field, such as mother and father. */
  texts(row: number, field: PersonField): readonly string[];
  column(field: PersonField): readonly string[];
  has(field: PersonField): boolean;
  /** The dates of a field: of its first column. */
  dates(field: PersonField): DateColumn;
}

export function personCells(sheet: RawSheet, { columns, dataRow }: PersonSheet): PersonCells {
  const { rows } = sheet;
  const at = (row: number, column: number | undefined): string =>
    column === undefined ? '' : (rows[row]?.[column] ?? '').trim();
  const column = (field: PersonField): readonly string[] => {
    const index = columns[field]?.[0];
    return index === undefined ? [] : rows.slice(dataRow).map((row) => row[index] ?? '');
  };
  return {
    text: (row, field) => at(row, columns[field]?.[0]),
    place: (row, field) => maskedName(at(row, columns[field]?.[0])),
    texts: (row, field) =>
      (columns[field] ?? []).map((index) => at(row, index)).filter((text) => text !== ''),
    column,
    has: (field) => columns[field] !== undefined,
    dates: (field) => dateColumn(column(field)),
  };
}

/** A reading of texts that come again and again, kept for as long as its column is read. */
export function remembered<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined || known.has(text)) return found as T;
    const made = read(text);
    known.set(text, made);
    return made;
  };
}

/** A row that holds nothing, numbers its columns, or is a total: no row of a person. */
export function isNoPerson(row: readonly string[]): boolean {
  const filled = row.filter((cell) => cell.trim() !== '');
  if (filled.length === 0) return true;
  if (filled.length >= 3 && filled.every((cell, k) => cell.replace(/[()\s]/g, '') === String(k + 1)))
    return true;
  return filled.length <= 4 && /^(?:jumlah|total|sub ?total|rata-rata)\b/i.test(filled[0] ?? '');
}
