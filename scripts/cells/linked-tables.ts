import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';

/** The tables from which cells are counted (src/linkage/cell-sql.ts), their files, and the type of each column. */
export const LINKED_TABLES = {
  measurements: {
    record_id: 'int',
    child_id: 'int',
    area: 'text',
    month: 'text',
    measured_on: 'int',
    sex: 'text',
    age_months: 'int',
    stunting: 'text',
    wasting: 'text',
    underweight: 'text',
  },
  links: { child_id: 'int', household_id: 'int' },
  households: { household_id: 'int', decile: 'text' },
  periods: { period: 'text', month: 'text' },
} as const satisfies Readonly<Record<string, Readonly<Record<string, 'int' | 'text'>>>>;

export type LinkedTable = keyof typeof LINKED_TABLES;
export const TABLE_NAMES = Object.keys(LINKED_TABLES) as readonly LinkedTable[];

export function tablePath(folder: string, table: LinkedTable): string {
  return join(folder, `${table}.csv`);
}

/** A table of a folder by column. @throws where a column is missing or a whole number is none, with file and row. */
export function readTable(
  folder: string,
  table: LinkedTable,
): Readonly<Record<string, string[] | Int32Array>> {
  const { data } = Papa.parse<string[]>(readFileSync(tablePath(folder, table), 'utf8'), {
    skipEmptyLines: true,
  });
  const [header = [], ...rows] = data;
  return Object.fromEntries(
    Object.entries(LINKED_TABLES[table]).map(([column, type]) => {
      const at = header.indexOf(column);
      if (at < 0) throw new Error(`${table}.csv: kolom ${column} tidak ada · column ${column} is missing`);
      const texts = rows.map((row) => row[at] ?? '');
      if (type === 'text') return [column, texts];
      const wrong = texts.findIndex((text) => !/^-?\d{1,9}$/.test(text));
      if (wrong >= 0)
        throw new Error(
          `${table}.csv, baris ${wrong + 2}, ${column}: bukan bilangan bulat · not a whole number`,
        );
      return [column, Int32Array.from(texts, Number)];
    }),
  );
}
