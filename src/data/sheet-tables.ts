import { readHeader } from './header-reading.ts';
import { findHeader } from './header-rows.ts';
import type { RawSheet } from './raw-table.ts';

const clean = (cell: string | undefined): string => (cell ?? '').replace(/\s+/g, ' ').trim().toLowerCase();
const isFigure = (cell: string): boolean =>
  /^[\s.,%-]*\d[\d\s.,%-]*$/.test(cell) && !/^\s*(?:19|20)\d{2}\s*$/.test(cell);

/** Whether a row below a header is one itself: words alone, of which one names areas and another what is counted. */
function isHeader(row: readonly string[]): boolean {
  if (row.some(isFigure)) return false;
  const texts = row.map(clean).filter((text) => text !== '');
  if (texts.length < 2) return false;
  const roles = texts
    .map((text) => readHeader(text))
    .flatMap(({ role, why }) => (why === 'header' ? [role] : []));
  const places = roles.filter((role) => /^(?:name|district|code)/.test(role));
  return places.length > 0 && roles.some((role) => role !== 'ignored' && !places.includes(role));
}

const PART = /^(?:.* \()?tabel \d+\)?$/;

/** Whether a sheet is of delimited text: the only one of its file, or a further table in it. */
export function isDelimited({ name, textOnly }: RawSheet): boolean {
  return textOnly && (name === '' || (PART.test(name) && !name.includes('(')));
}

/**
 * The tables that stand below each other on a sheet, each as a sheet of its own whose rows keep their numbers. A new
 * one begins at a header of other words, with the titles right above it; the same header again is a page that turns.
 */
export function tablesIn(sheet: RawSheet): readonly RawSheet[] {
  const found = findHeader(sheet.rows);
  if (found === null) return [sheet];
  const { rows } = sheet;
  const end = found.row + found.height;
  const textOf = (row: number): string => (rows[row] ?? []).map(clean).join('|');
  let headers: readonly string[] = [];
  let [last, figures] = [0, false];
  const starts: number[] = [0];
  for (let row = 0; row < rows.length; row++) {
    const cells = rows[row] ?? [];
    const isFound = row === found.row;
    if (row > found.row && row < end) continue;
    if (!isFound && !isHeader(cells)) {
      figures ||= cells.some(isFigure);
      continue;
    }
    const isNew = headers.length > 0 && figures && !headers.includes(textOf(row));
    if (headers.length > 0 && !isNew && !isFound) continue;
    headers = isFound ? rows.slice(row, end).map((_, k) => textOf(row + k)) : [textOf(row)];
    if (isNew) {
      let start = row;
      const isTitle = (above: number): boolean =>
        (rows[above] ?? []).filter((cell) => clean(cell) !== '').length <= 1;
      while (start - 1 > last && isTitle(start - 1)) start--;
      starts.push(start);
    }
    [last, figures] = [row, false];
  }
  if (starts.length === 1) return [sheet];
  return starts.map((start, k) => {
    const stop = starts[k + 1] ?? rows.length;
    const number = `tabel ${k + 1}`;
    const name = k === 0 ? sheet.name : sheet.name === '' ? number : `${sheet.name} (${number})`;
    return { ...sheet, name, rows: rows.slice(0, stop).map((row, r) => (r < start ? [] : row)) };
  });
}
