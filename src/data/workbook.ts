import type { CellObject, Range, WorkBook, WorkSheet } from '@e965/xlsx';
import { zipSync } from 'fflate';
import type { Problem, Result } from '#core/problem.ts';
import type { ArchivePart } from './archive-guard.ts';
import type { RawSheet } from './raw-table.ts';

type Spreadsheet = typeof import('@e965/xlsx');

/** Every sheet of a workbook, and the texts that lie outside the cells: comments, names, properties, caches. */
export interface WorkbookReading {
  readonly sheets: readonly RawSheet[];
  readonly looseText: readonly string[];
}

const MOST_ROWS = 200_000;
const MOST_CELLS = 5_000_000;
const MOST_COLUMNS = 2_000;
const HEADER_ROWS = 20;
/** A merge over more than this is decoration or an attack. */
const LARGEST_MERGE = 5_000;
const MOST_MERGED = 500_000;
/** Numbers from here on are not exact once they have been read as numbers. */
const EXACT_INTEGERS = 2 ** 53;

/** A part as text without its cells: they are read on their own, headers, lists and caches are not. */
function outsideCells({ path, bytes }: ArchivePart): string {
  if (/^xl\/(?:sharedStrings|styles)\.xml$/i.test(path)) return '';
  const xml = new TextDecoder().decode(bytes);
  const from = xml.search(/<(?:\w+:)?sheetData[ >/]/);
  const to = xml.search(/<\/(?:\w+:)?sheetData>/);
  return from < 0 || to < from ? xml : xml.slice(0, from) + xml.slice(to);
}

/** Pictures, macros and printer settings hold nothing a table needs. */
const isNeeded = (path: string): boolean => /\.(?:xml|rels|vml)$/i.test(path);

function isoDate(xlsx: Spreadsheet, serial: number, date1904: boolean): string | null {
  const date = xlsx.SSF.parse_date_code(serial, { date1904 });
  if (!date || date.y < 1900) return null;
  const two = (value: number): string => String(value).padStart(2, '0');
  const time = serial % 1 === 0 ? '' : `T${two(date.H)}:${two(date.M)}`;
  return `${date.y}-${two(date.m)}-${two(date.d)}${time}`;
}

function numberText(xlsx: Spreadsheet, cell: CellObject, value: number, date1904: boolean): string {
  const format = typeof cell.z === 'string' ? cell.z : '';
  if (xlsx.SSF.is_date(format)) return isoDate(xlsx, value, date1904) ?? String(value);
  if (/%/.test(format.replace(/"[^"]*"/g, ''))) return `${Number((value * 100).toPrecision(15))}%`;
  if (cell.w && /^0\d+$/.test(cell.w) && Number(cell.w) === value) return cell.w;
  return Number.isInteger(value) && Math.abs(value) < 1e21 ? BigInt(value).toString() : String(value);
}

const RAISED_DIGITS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Text in runs of different looks, with raised and lowered digits written as such: marks of a footnote, not digits. */
function runsText(xml: string): string {
  const runs = xml.match(/<(?:\w+:)?r>[\s\S]*?<\/(?:\w+:)?r>/g) ?? [];
  return runs
    .map((run) => {
      const text = [...run.matchAll(/<(?:\w+:)?t(?:\s[^>]*)?>([\s\S]*?)<\/(?:\w+:)?t>/g)]
        .map(([, part = '']) => part)
        .join('');
      const plain = text.replace(
        /&(lt|gt|amp|quot|apos);/g,
        (whole, name: string) => ENTITIES[name] ?? whole,
      );
      const raised = /<(?:\w+:)?vertAlign\s+val="(?:super|sub)script"/.test(run);
      return raised ? plain.replace(/\d/g, (digit) => RAISED_DIGITS[Number(digit)] ?? digit) : plain;
    })
    .join('');
}

function cellText(xlsx: Spreadsheet, cell: CellObject | undefined, date1904: boolean): string {
  if (!cell || cell.v === undefined || cell.v === null) return '';
  if (typeof cell.v === 'number')
    return cell.t === 'e' ? (cell.w ?? '') : numberText(xlsx, cell, cell.v, date1904);
  if (typeof cell.r === 'string' && cell.r.includes('vertAlign')) return runsText(cell.r);
  if (typeof cell.v === 'boolean') return cell.v ? 'TRUE' : 'FALSE';
  return cell.v instanceof Date ? cell.v.toISOString().slice(0, 10) : String(cell.v);
}

/** Repeats the text of a merged cell over all it covers: a header over months, a district beside its villages. */
function fillMerges(rows: string[][], merges: readonly Range[]): void {
  let filled = 0;
  for (const { s, e } of merges) {
    const covered = (e.r - s.r + 1) * (e.c - s.c + 1);
    if (covered > LARGEST_MERGE || filled + covered > MOST_MERGED) continue;
    filled += covered;
    const text = rows[s.r]?.[s.c] ?? '';
    const alone = rows[s.r]?.every((cell, c) => cell === '' || c === s.c) ?? true;
    const isTitle = alone && s.r === e.r && s.r < HEADER_ROWS;
    if (isTitle || !/\p{L}/u.test(text)) continue;
    for (let r = s.r; r <= Math.min(e.r, rows.length - 1); r++) {
      const row = rows[r];
      for (let c = s.c; row && c <= Math.min(e.c, MOST_COLUMNS); c++) {
        while (row.length < c) row.push('');
        row[c] ||= text;
      }
    }
  }
}

interface SheetText {
  readonly rows: string[][];
  readonly cells: number;
}

function sheetText(xlsx: Spreadsheet, sheet: WorkSheet, date1904: boolean): SheetText {
  const data = (sheet['!data'] ?? []) as readonly (readonly (CellObject | undefined)[] | undefined)[];
  const rows: string[][] = [];
  let cells = 0;
  for (let r = 0; r < data.length; r++) {
    const source = data[r] ?? [];
    const row: string[] = [];
    for (let c = 0; c < Math.min(source.length, MOST_COLUMNS + 1); c++) {
      row.push(cellText(xlsx, source[c], date1904));
    }
    while (row.length > 0 && row.at(-1) === '') row.pop();
    cells += row.length;
    rows.push(row);
  }
  while (rows.length > 0 && rows.at(-1)?.length === 0) rows.pop();
  fillMerges(rows, sheet['!merges'] ?? []);
  return { rows, cells };
}

/** Numbers too long to be exact as numbers, as their part of the file writes them, by cell address. */
function exactNumbers(xml: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [, address = '', digits = ''] of xml.matchAll(
    /<c r="([A-Z]+\d+)"[^>]*>(?:<f[^>]*>[^<]*<\/f>)?<v>(\d{16,})<\/v>/g,
  )) {
    found.set(address, digits);
  }
  return found;
}

function restoreExact(xlsx: Spreadsheet, rows: string[][], xml: string): void {
  for (const [address, digits] of exactNumbers(xml)) {
    const { r, c } = xlsx.utils.decode_cell(address);
    const row = rows[r];
    if (row?.[c] !== undefined && Number(digits) >= EXACT_INTEGERS && /^\d+$/.test(row[c])) row[c] = digits;
  }
}

/** Texts within the sheet itself whose runs are raised: the library keeps their letters only. */
function restoreRaised(xlsx: Spreadsheet, rows: string[][], xml: string): void {
  if (!xml.includes('vertAlign')) return;
  for (const [, address = '', inside = ''] of xml.matchAll(
    /<c r="([A-Z]+\d+)"[^>]*><is>([\s\S]*?)<\/is><\/c>/g,
  )) {
    const { r, c } = xlsx.utils.decode_cell(address);
    const row = rows[r];
    if (row?.[c] !== undefined && inside.includes('vertAlign')) row[c] = runsText(inside);
  }
}

/** Formulas without a stored result: their cells are empty here though they show a number in a spreadsheet. */
function uncomputedProblem(xml: string, sheet: string): readonly Problem[] {
  const found = [
    ...xml.matchAll(/<c r="[A-Z]+(\d+)"[^>]*><f[^>]*?(?:\/>|>[^<]*<\/f>)(?:<v\/>|<v><\/v>)?<\/c>/g),
  ];
  const row = Number(found[0]?.[1] ?? 0);
  if (row === 0) return [];
  return [
    { code: 'number/formula', severity: 'warning', at: { sheet, row }, detail: { count: found.length } },
  ];
}

/** Path of the part that holds each sheet, in the order of the workbook. */
function sheetPaths(parts: readonly ArchivePart[]): readonly (string | undefined)[] {
  const text = (path: string): string => {
    const part = parts.find((candidate) => candidate.path === path);
    return part ? new TextDecoder().decode(part.bytes) : '';
  };
  const targets = new Map<string, string>();
  for (const [tag] of text('xl/_rels/workbook.xml.rels').matchAll(/<Relationship\b[^>]*>/g)) {
    const id = /\bId="([^"]*)"/.exec(tag)?.[1];
    const target = /\bTarget="([^"]*)"/.exec(tag)?.[1];
    if (id && target) targets.set(id, target.startsWith('/') ? target.slice(1) : `xl/${target}`);
  }
  return [...text('xl/workbook.xml').matchAll(/<sheet\b[^>]*>/g)].map(([tag]) =>
    targets.get(/\br:id="([^"]*)"/.exec(tag)?.[1] ?? ''),
  );
}

function looseTextOf(book: WorkBook): readonly string[] {
  const texts: string[] = [];
  for (const name of book.SheetNames) {
    texts.push(name);
    const data = (book.Sheets[name]?.['!data'] ?? []) as readonly (
      | readonly (CellObject | undefined)[]
      | undefined
    )[];
    for (const row of data)
      for (const cell of row ?? []) for (const note of cell?.c ?? []) texts.push(`${note.a} ${note.t}`);
  }
  for (const { Name, Ref, Comment } of book.Workbook?.Names ?? []) texts.push(Name, Ref, Comment ?? '');
  for (const value of Object.values({ ...book.Props, ...book.Custprops })) texts.push(String(value));
  return texts;
}

function refusal(code: Problem['code'], detail?: Problem['detail']): Result<never> {
  return { ok: false, problems: [{ code, severity: 'error', ...(detail ? { detail } : {}) }] };
}

function readingOf(
  xlsx: Spreadsheet,
  book: WorkBook,
  parts: readonly ArchivePart[],
): Result<WorkbookReading> {
  const date1904 = book.Workbook?.WBProps?.date1904 === true;
  const paths = sheetPaths(parts);
  const sheets: RawSheet[] = [];
  const problems: Problem[] = [];
  let total = 0;
  for (const [k, name] of book.SheetNames.entries()) {
    const sheet = book.Sheets[name];
    if (!sheet) continue;
    const { rows, cells } = sheetText(xlsx, sheet, date1904);
    total += cells;
    const wide = rows.some((row) => row.length > MOST_COLUMNS);
    if (rows.length > MOST_ROWS || total > MOST_CELLS || wide) {
      return refusal('file/too-large', { rows: rows.length, cells: total });
    }
    const part = parts.find(({ path }) => path === paths[k]);
    const xml = part ? new TextDecoder().decode(part.bytes) : '';
    restoreExact(xlsx, rows, xml);
    restoreRaised(xlsx, rows, xml);
    problems.push(...uncomputedProblem(xml, name));
    const hidden = (book.Workbook?.Sheets?.[k]?.Hidden ?? 0) !== 0;
    sheets.push({
      name,
      rows,
      textOnly: false,
      ...(date1904 ? { date1904 } : {}),
      ...(hidden ? { hidden } : {}),
    });
  }
  if (sheets.every(({ rows }) => rows.length === 0)) return refusal('file/empty');
  return { ok: true, value: { sheets, looseText: looseTextOf(book) }, problems };
}

const OPTIONS = {
  dense: true,
  cellNF: true,
  cellText: true,
  cellHTML: false,
  sheetRows: MOST_ROWS + 1,
} as const;

/**
 * Every sheet of an .xlsx, hidden ones too, from parts that the archive guard has let through. Numbers of 16 digits and
 * leading zeros stay as they are, dates become ISO text, percentages keep their sign, merged texts are repeated.
 */
export async function readWorkbook(parts: readonly ArchivePart[]): Promise<Result<WorkbookReading>> {
  const xlsx = await import('@e965/xlsx');
  const needed = parts.filter(({ path }) => isNeeded(path));
  // Packed again without compression, so that what is read is exactly what was checked.
  const packed = zipSync(Object.fromEntries(needed.map(({ path, bytes }) => [path, bytes])), { level: 0 });
  let reading: Result<WorkbookReading>;
  try {
    reading = readingOf(xlsx, xlsx.read(packed, { ...OPTIONS, type: 'array' }), parts);
  } catch {
    return refusal('file/unrecognized', { found: 'xlsx' });
  }
  if (!reading.ok) return reading;
  const outside = needed.map(outsideCells);
  return { ...reading, value: { ...reading.value, looseText: [...reading.value.looseText, ...outside] } };
}

/** Every sheet of an old .xls (BIFF); encrypted and damaged ones are refused as `file/encrypted-or-old`. */
export async function readOldWorkbook(bytes: Uint8Array): Promise<Result<WorkbookReading>> {
  const xlsx = await import('@e965/xlsx');
  try {
    return readingOf(xlsx, xlsx.read(bytes, { ...OPTIONS, type: 'array' }), []);
  } catch {
    return refusal('file/encrypted-or-old');
  }
}

/** A web page or XML spreadsheet saved as .xls: cells stay text, scripts in it stay text too. */
export async function readMarkupTable(text: string): Promise<Result<WorkbookReading>> {
  const xlsx = await import('@e965/xlsx');
  if (/<!entity/i.test(text) || /<!doctype[^>]*\[/i.test(text)) return refusal('file/unsafe-xml');
  try {
    const book = xlsx.read(text, { ...OPTIONS, type: 'string', raw: true });
    const reading = readingOf(xlsx, book, []);
    if (!reading.ok) return reading;
    const sheets = reading.value.sheets.map((sheet) => ({ ...sheet, textOnly: true }));
    return { ...reading, value: { sheets, looseText: reading.value.looseText } };
  } catch {
    return refusal('file/unrecognized', { found: 'html' });
  }
}
