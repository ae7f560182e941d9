import type { Period } from '#core/period.ts';
import { findPeriod, readPeriod } from '#core/period-text.ts';
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

/** Where and when a page was signed or printed, which is no title of what comes below: `Kupang, 5 April 2026`. */
function isSigned(text: string): boolean {
  const [day] = /\b\d{1,2}[ ./-]+(?:[a-z]+|\d{1,2})[ ./-]+(?:19|20)\d{2}\b/.exec(text) ?? [];
  const isDated = day !== undefined && (readPeriod(day)?.length ?? 0) > 4;
  return isDated && !/\b(?:per|keadaan|posisi|s\.?d|sampai|hingga)\b/.test(text);
}

/** A line with one text, which may fill merged cells. */
function isTitle(row: readonly string[]): boolean {
  const texts = new Set(row.map(clean).filter((text) => text !== ''));
  return texts.size <= 1 && ![...texts].some(isSigned);
}

/** The period that lines of titles name: the first month or part of a year, else the first year. */
function periodIn(titles: readonly (readonly string[])[]): Period | null {
  const found = titles
    .filter(isTitle)
    .flatMap((row) => findPeriod(row.find((cell) => clean(cell) !== '') ?? '') ?? []);
  return found.find((period) => period.length > 4) ?? found[0] ?? null;
}

const PART = /^(?:.* \()?tabel \d+\)?$/;

/** Whether a sheet is of delimited text: the only one of its file, or a further table in it. */
export function isDelimited({ name, textOnly }: RawSheet): boolean {
  return textOnly && (name === '' || (PART.test(name) && !name.includes('(')));
}

/**
 * The tables that stand below each other on a sheet, each as a sheet of its own whose rows keep their numbers. A new
 * one begins at a header of other words, with the titles right above it; the same header again is a page that turns,
 * unless a title right above it names another period.
 */
export function tablesIn(sheet: RawSheet): readonly RawSheet[] {
  const found = findHeader(sheet.rows);
  if (found === null) return [sheet];
  const { rows } = sheet;
  const end = found.row + found.height;
  const textOf = (row: number): string => (rows[row] ?? []).map(clean).join('|');
  const above = (row: number): number => {
    let start = row;
    while (start - 1 > last && isTitle(rows[start - 1] ?? [])) start--;
    return start;
  };
  let headers: readonly string[] = [];
  let period = periodIn(rows.slice(0, found.row));
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
    const start = above(row);
    const named = periodIn(rows.slice(start, row));
    const isOther = !headers.includes(textOf(row)) || (named !== null && !period?.startsWith(named));
    const isNew = headers.length > 0 && figures && isOther;
    if (headers.length > 0 && !isNew && !isFound) continue;
    headers = isFound ? rows.slice(row, end).map((_, k) => textOf(row + k)) : [textOf(row)];
    if (isNew) {
      starts.push(start);
      period = named;
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
