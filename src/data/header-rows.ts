import { type HeaderReading, readHeader } from './header-reading.ts';
import type { RawSheet } from './raw-table.ts';

/** A header of one to four rows: of each column its parts, the upper one first, and how they are read. */
export interface HeaderRows {
  /** 0-based row of the sheet in which it begins. */
  readonly row: number;
  readonly height: number;
  readonly segments: readonly (readonly string[])[];
  readonly readings: readonly HeaderReading[];
}

export const SEARCHED_ROWS = 25;
const TALLEST = 4;

type Rows = RawSheet['rows'];

const isNumeric = (cell: string): boolean => /^[\d.,%\s-]*\d[\d.,%\s-]*$/.test(cell);
/** A year, or a date as a workbook gives it. */
const isYear = (cell: string): boolean => /^(?:19|20)\d{2}(?:-\d{2}(?:-\d{2})?)?$/.test(cell.trim());
const clean = (cell: string | undefined): string => (cell ?? '').replace(/\s+/g, ' ').trim();

/** A row below others of a header: words, or years over columns of figures. */
function headsColumns(row: readonly string[]): boolean {
  const filled = row.map(clean).filter((cell) => cell !== '');
  if (filled.length === 0) return false;
  const numbers = filled.filter(isNumeric);
  if (numbers.length === 0) return true;
  return numbers.every(isYear) && numbers.length >= 2 && filled.length === numbers.length;
}

/** Each row's texts carried to the right over the cells that they span: up to where a row above begins anew. */
function spansOf(rows: readonly (readonly string[])[], width: number): readonly (readonly string[])[] {
  const last = rows.length - 1;
  const carried = rows.map(() => '');
  const columns: string[][] = [];
  for (let c = 0; c < width; c++) {
    for (let r = 0; r <= last; r++) {
      const cell = clean(rows[r]?.[c]);
      if (cell === '') continue;
      carried[r] = cell;
      for (let below = r + 1; below <= last; below++) carried[below] = '';
    }
    const own = rows.map((row) => clean(row[c]));
    const deepest = own.reduce((found, cell, r) => (cell === '' ? found : r), -1);
    const parts = deepest < 0 ? [] : carried.slice(0, deepest + 1);
    columns.push(parts.filter((part, k) => part !== '' && part !== parts[k - 1]));
  }
  return columns;
}

/** A number under the word that it belongs to: the deciles of `Desil` are named by both rows. */
function withDeciles(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return rows.map((row, r) => {
    const above = rows[r - 1] ?? [];
    return row.map((cell, c) => {
      if (!/^(?:[1-9]|10)$/.test(clean(cell))) return cell;
      const over = above.slice(0, c + 1).findLast((text) => clean(text) !== '');
      return over !== undefined && /\b(?:desil|decile)\b/i.test(over) ? `desil ${clean(cell)}` : cell;
    });
  });
}

function candidate(rows: Rows, row: number, height: number): (HeaderRows & { score: number }) | null {
  const written = rows.slice(row, row + height);
  const own = withDeciles(written);
  const [top = []] = own;
  if (own.length < height || top.every((cell) => clean(cell) === '')) return null;
  if (height > 1) {
    if (!own.slice(1).every(headsColumns)) return null;
    if (new Set(top.map(clean).filter((cell) => cell !== '')).size < 2) return null;
  }
  const width = Math.max(...own.map((cells) => cells.length));
  const segments = spansOf(written, width);
  const readings = spansOf(own, width).map((parts) => readHeader(parts));
  const known = new Set(
    readings.flatMap((reading, c) => {
      const role = reading.role === 'ignored' ? reading.candidate : reading.role;
      if (role === null && reading.unit === 'child') return [];
      const place = reading.period?.text ?? reading.sex ?? reading.months?.join() ?? '';
      return [`${role ?? segments[c]?.join(' ')} ${place}`];
    }),
  );
  return { row, height, segments, readings, score: known.size };
}

/** Explanations and lists of words: no column names areas, and below the header no cell is a number. */
function isProse({ row, height, readings }: HeaderRows, rows: Rows): boolean {
  if (readings.some(({ role }) => /^(name|code|district)/.test(role))) return false;
  return !rows.slice(row + height).some((cells) => cells.some((cell) => isNumeric(clean(cell))));
}

/** The likeliest header in the first rows: the one in which most different columns are known; null where none is. */
export function findHeader(rows: Rows): HeaderRows | null {
  let best: (HeaderRows & { score: number }) | null = null;
  const first = Math.max(
    0,
    rows.findIndex((row) => row.some((cell) => clean(cell) !== '')),
  );
  for (let row = first; row < Math.min(rows.length, first + SEARCHED_ROWS); row++) {
    for (let height = 1; height <= TALLEST; height++) {
      const found = candidate(rows, row, height);
      if (found && found.score > Math.max(1, best?.score ?? 0)) best = found;
    }
  }
  return best && isProse(best, rows) ? null : best;
}

/** Rows such as (1) (2) (3) under a header number its columns and hold no data. */
export function isNumbering(row: readonly string[]): boolean {
  const cells = row.filter((cell) => cell.trim() !== '').map((cell) => cell.replace(/[()\s]/g, ''));
  return cells.length >= 3 && cells.every((cell, k) => cell === String(k + 1));
}
