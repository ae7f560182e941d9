import { readCode } from '#core/area-codes.ts';
import type { Problem } from '#core/problem.ts';
import {
  type Recognition,
  type RecognitionContext,
  type RecognizedColumn,
  recognizeColumns,
} from './column-recognition.ts';
import { isCountRole } from './column-role.ts';
import { decileTotal } from './decile-total.ts';
import { readHeader } from './header-reading.ts';
import { headerWords, plainHeader } from './header-words.ts';
import type { RawSheet } from './raw-table.ts';

/** A sheet as it is read, which may be the file's rearranged, and what it was taken for. */
export interface LaidSheet {
  readonly sheet: RawSheet;
  readonly recognition: Recognition;
}

const MOST_CATEGORIES = 40;
/** Indices as header words write them, and as they are written. */
const INDEX_NAMES: Readonly<Record<string, string>> = { tbu: 'TB/U', bbtb: 'BB/TB', bbu: 'BB/U' };

/** Header cells of a sheet as one row. */
function headersOf({ columns }: Recognition): readonly string[] {
  const headers: string[] = [];
  for (const { index, header } of columns) headers[index] = header;
  return Array.from(headers, (header) => header ?? '');
}

/** Cells that every row of a sheet should have: those of its header. */
function widthOf(sheet: RawSheet, { headerRow, dataRow }: Recognition): number {
  const heads = sheet.rows.slice(headerRow - 1, dataRow - 1);
  return sheet.cellCounts?.[headerRow - 1] ?? Math.max(...heads.map((row) => row.length));
}

/** `Desil` alone: its cells say which. */
function isDecileColumn(header: string): boolean {
  const [only, second] = headerWords([header]).tokens.filter(({ meaning }) => meaning?.is !== 'filler');
  return second === undefined && only?.meaning?.is === 'decile' && only.meaning.span === null;
}

/**
 * A table that names what it counts in a column (kategori, indikator, desil) and gives the number in another becomes one with
 * a column for each: null for any other table. A category that comes twice for the same rest begins a new row; a row of
 * another width than its header stands alone, because its cells may have shifted.
 */
function widened(sheet: RawSheet, recognition: Recognition): RawSheet | null {
  const decile = recognition.columns.find(({ header }) => isDecileColumn(header));
  const category = recognition.columns.find(({ role }) => role === 'category') ?? decile;
  const isLone = ({ role, why }: RecognizedColumn): boolean =>
    role === 'value' || why === 'only-total' || (category === decile && /^(?:families|persons)$/.test(role));
  const counted = recognition.columns.filter((one) => isCountRole(one.role) || isLone(one));
  const lone = recognition.columns.filter(isLone);
  const [value] = lone;
  if (!category || !value || lone.length !== 1 || counted.some(({ index }) => index !== value.index))
    return null;
  const data = sheet.rows.slice(recognition.dataRow - 1);
  const cell = (row: readonly string[], index: number): string => (row[index] ?? '').trim();
  const categories = [...new Set(data.map((row) => cell(row, category.index)))].filter((text) => text !== '');
  const index = headerWords([category.header]).tokens.find(({ meaning }) => meaning?.is === 'index')?.text;
  const titleOf = (text: string): string => {
    if (category === decile) return `${value.header} ${/^\d/.test(text) ? `desil ${text}` : text}`;
    const isClass = headerWords([text]).tokens.some(({ meaning }) =>
      /^(?:class|normal)$/.test(meaning?.is ?? ''),
    );
    return index !== undefined && isClass ? `${INDEX_NAMES[index] ?? index} ${text}` : text;
  };
  const known = categories.filter((text) => {
    const { role, candidate, deciles } = readHeader(titleOf(text));
    return category === decile
      ? deciles !== null
      : isCountRole((candidate ?? role) as never) ||
          /^(total-children|class-normal|percent)/.test(candidate ?? role);
  });
  if (categories.length > MOST_CATEGORIES || known.length < 2 || known.length * 2 < categories.length)
    return null;
  const keys = recognition.columns.filter(({ index }) => index !== category.index && index !== value.index);
  const rows: string[][] = [];
  const origins: number[][] = [];
  const cellCounts: number[] = [];
  const expected = widthOf(sheet, recognition);
  const open = new Map<string, number[]>();
  data.forEach((row, r) => {
    if (row.every((text) => text.trim() === '')) return;
    const own = keys.map(({ index }) => cell(row, index));
    const key = JSON.stringify(own);
    const at = categories.indexOf(cell(row, category.index));
    const column = keys.length + at;
    const isWhole = !sheet.textOnly || row.length === expected;
    const found = at < 0 || !isWhole ? undefined : open.get(key)?.find((wide) => rows[wide]?.[column] === '');
    const wide = found ?? rows.length;
    if (found === undefined) {
      rows.push([...own, ...categories.map(() => '')]);
      origins.push([]);
      cellCounts.push(row.length);
      if (isWhole) open.set(key, [...(open.get(key) ?? []), wide]);
    }
    if (at >= 0) rows[wide]![column] = cell(row, value.index);
    origins[wide]!.push(recognition.dataRow + r);
  });
  const header = [...keys.map((column) => column.header), ...categories.map(titleOf)];
  const above = sheet.rows.slice(0, recognition.headerRow - 1);
  return {
    ...sheet,
    rows: [...above, header, ...rows],
    origins: [...above.map((_, r) => [r + 1]), [recognition.headerRow], ...origins],
    cellCounts: [...above.map((row) => row.length), expected, ...cellCounts],
  };
}

const PARTS = [
  /\b(?:provinsi|prov|province|prop|propinsi)\b/,
  /\b(?:kabupaten|kab|kota|kabkota|regency)\b/,
  /\b(?:kecamatan|kec|distrik|district|kapanewon)\b/,
  /\b(?:desa|kelurahan|kel|village|kampung|gampong|nagari|kalurahan|pekon)\b/,
] as const;

/** A code in four columns: province, kabupaten, kecamatan, desa. They are joined in a column of their own. */
function joinedCode(sheet: RawSheet, recognition: Recognition): RawSheet | null {
  const data = sheet.rows.slice(recognition.dataRow - 1);
  const isPart = (index: number, longest: number): boolean => {
    const cells = data.map((row) => (row[index] ?? '').trim()).filter((cell) => cell !== '');
    return cells.length > 0 && cells.every((cell) => /^\d+$/.test(cell) && cell.length <= longest);
  };
  const found = PARTS.map((pattern, k) =>
    recognition.columns.find(
      ({ index, header }) => pattern.test(plainHeader(header)) && isPart(index, [2, 2, 3, 4][k] ?? 4),
    ),
  );
  const [province, regency, district, village] = found;
  if (!province || !regency || !district || !village || new Set(found).size !== 4) return null;
  const bps = data.some((row) => (row[district.index] ?? '').trim().length === 3);
  const code = (row: readonly string[]): string => {
    const parts = [province, regency, district, village].map(({ index }) => (row[index] ?? '').trim());
    if (parts.some((part) => part === '')) return '';
    const [p = '', k = '', c = '', v = ''] = parts;
    const joined = bps
      ? p.padStart(2, '0') + k.padStart(2, '0') + c.padStart(3, '0') + v.padStart(3, '0')
      : `${p.padStart(2, '0')}.${k.padStart(2, '0')}.${c.padStart(2, '0')}.${v}`;
    return readCode(joined).kind === 'damaged' ? '' : joined;
  };
  const taken = new Set([province, regency, district, village].map(({ index }) => index));
  const header = headersOf(recognition).map((text, index) =>
    taken.has(index) ? `bagian kode: ${text}` : text,
  );
  const title = bps ? 'kode desa bps' : 'kode desa kemendagri';
  return withColumn(sheet, recognition, header, title, data.map(code));
}

/** A sheet with one more column, of a header in one row. */
function withColumn(
  sheet: RawSheet,
  recognition: Recognition,
  header: readonly string[],
  title: string,
  cells: readonly string[],
): RawSheet {
  const width = recognition.columns.length;
  const originOf = (row: number): readonly number[] => sheet.origins?.[row - 1] ?? [row];
  const widthAt = (row: number): number => sheet.cellCounts?.[row - 1] ?? sheet.rows[row - 1]?.length ?? 0;
  const rows = sheet.rows
    .slice(recognition.dataRow - 1)
    .map((row, r) => [...Array.from({ length: width }, (_, c) => row[c] ?? ''), cells[r] ?? '']);
  const above = sheet.rows.slice(0, recognition.headerRow - 1);
  return {
    ...sheet,
    rows: [...above, [...header, title], ...rows],
    origins: [
      ...above.map((_, r) => originOf(r + 1)),
      originOf(recognition.headerRow),
      ...rows.map((_, r) => originOf(recognition.dataRow + r)),
    ],
    cellCounts: [
      ...above.map((_, r) => widthAt(r + 1)),
      widthOf(sheet, recognition),
      ...rows.map((_, r) => widthAt(recognition.dataRow + r)),
    ],
  };
}

/** A recap by deciles without a column of all: where they are complete, their sum stands in one of its own, and is said. */
function withDecileTotal(laid: LaidSheet, file: string, context: RecognitionContext): LaidSheet {
  const { sheet, recognition } = laid;
  const total = decileTotal(sheet.rows.slice(recognition.dataRow - 1), recognition.columns);
  if (total === null) return laid;
  const summed = withColumn(sheet, recognition, headersOf(recognition), total.header, total.cells);
  const again = recognizeColumns(summed, file, context);
  const at = { ...(file === '' ? {} : { file }), ...(sheet.name === '' ? {} : { sheet: sheet.name }) };
  const note: Problem = {
    code: 'count/all-from-deciles',
    severity: 'note',
    at,
    detail: { role: total.role, parts: total.of.map((header) => `“${header}”`).join(', ') },
  };
  const others = again.problems.filter(
    ({ code, at: where }) => code !== 'column/ignored' || !total.of.includes(where?.column ?? ''),
  );
  return { sheet: summed, recognition: { ...again, problems: [...others, note] } };
}

/** Recognizes a sheet, and rearranges it first where its figures or its codes do not stand in columns of their own. */
export function layOut(sheet: RawSheet, file: string, context: RecognitionContext = {}): LaidSheet {
  const recognition = recognizeColumns(sheet, file, context);
  if (recognition.columns.length === 0) return { sheet, recognition };
  const again = widened(sheet, recognition) ?? joinedCode(sheet, recognition);
  const laid = again
    ? { sheet: again, recognition: recognizeColumns(again, file, context) }
    : { sheet, recognition };
  return withDecileTotal(laid, file, context);
}
