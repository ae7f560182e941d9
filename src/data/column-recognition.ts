import type { Period } from '#core/period.ts';
import { findPeriod } from '#core/period-text.ts';
import type { Problem } from '#core/problem.ts';
import {
  type ColumnRole,
  type HeaderReading,
  isCountRole,
  isRepeatable,
  type NutritionDimension,
  type RoleReason,
  readHeader,
} from './column-role.ts';
import type { RawSheet } from './raw-table.ts';

export interface RecognizedColumn {
  /** 0-based position in the rows of the sheet. */
  readonly index: number;
  /** Header as shown; of a two-row header both parts. The column letter where it is blank. */
  readonly header: string;
  readonly role: ColumnRole;
  readonly confidence: 'high' | 'low';
  readonly why: RoleReason;
}

/** What a sheet was taken for. The reader may change any role before the rows are read. */
export interface Recognition {
  /** 1-based, as a spreadsheet counts; the first row of a two-row header. */
  readonly headerRow: number;
  /** 1-based row in which the data begin. */
  readonly dataRow: number;
  readonly columns: readonly RecognizedColumn[];
  /** Period named in a title above the header or in the sheet's name, for tables without a period column. */
  readonly titlePeriod: Period | null;
  readonly problems: readonly Problem[];
}

const SEARCHED_ROWS = 20;

/** 0 is A, 26 is AA. */
export function columnLetter(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnLetter(Math.floor(index / 26) - 1) + letter;
}

interface Candidate {
  readonly row: number;
  readonly height: 1 | 2;
  readonly headers: readonly string[];
  readonly readings: readonly HeaderReading[];
  readonly score: number;
}

const isNumeric = (cell: string): boolean => /^[\d.,%\s-]*\d[\d.,%\s-]*$/.test(cell);

function candidate(rows: RawSheet['rows'], row: number, height: 1 | 2): Candidate | null {
  const upper = rows[row] ?? [];
  const lower = height === 2 ? (rows[row + 1] ?? []) : [];
  if (height === 2 && (lower.every((cell) => cell.trim() === '') || lower.some(isNumeric))) return null;
  const width = Math.max(upper.length, lower.length);
  const headers: string[] = [];
  let spanned = '';
  for (let k = 0; k < width; k++) {
    const top = (upper[k] ?? '').trim();
    const bottom = (lower[k] ?? '').trim();
    if (top !== '') spanned = top;
    headers.push((bottom === '' ? top : `${spanned} ${bottom}`).replace(/\s+/g, ' ').trim());
  }
  const readings = headers.map(readHeader);
  const score = new Set(readings.map(({ role }) => role).filter((role) => role !== 'ignored')).size;
  return { row, height, headers, readings, score };
}

/** The likeliest header in the first rows: the one in which most different columns are known. */
function findHeader(rows: RawSheet['rows']): Candidate | null {
  const found = Array.from({ length: Math.min(rows.length, SEARCHED_ROWS) }, (_, row) => [
    candidate(rows, row, 1),
    candidate(rows, row, 2),
  ]).flat();
  const ranked = found
    .filter((one) => one !== null)
    .filter(({ score }) => score > 1)
    .sort((a, b) => b.score - a.score || a.height - b.height || a.row - b.row);
  return ranked[0] ?? null;
}

function dimensionOf(role: HeaderReading['role']): NutritionDimension | null {
  const match = /^(stunting|wasting|underweight)\.(severe|moderate|over|total|none)$/.exec(role);
  return match ? (match[1] as NutritionDimension) : null;
}

/** The nutrition dimension of the nearest column before, else of the first one after. */
function neighborDimension(readings: readonly HeaderReading[], at: number): NutritionDimension | null {
  for (let k = at - 1; k >= 0; k--) {
    const found = dimensionOf(readings[k]?.role ?? 'ignored');
    if (found) return found;
  }
  for (let k = at + 1; k < readings.length; k++) {
    const found = dimensionOf(readings[k]?.role ?? 'ignored');
    if (found) return found;
  }
  return null;
}

type Settled = Pick<RecognizedColumn, 'role' | 'confidence' | 'why'>;

function settle(readings: readonly HeaderReading[], rows: RawSheet['rows']): readonly Settled[] {
  const measured = readings.some(({ role }) => role === 'measured');
  const target = readings.some(({ role }) => role === 'target');
  return readings.map(({ role, confidence, why }, k): Settled => {
    if (role === 'class-normal' || role === 'percent') {
      const dimension = neighborDimension(readings, k);
      if (dimension === null) return { role: 'ignored', confidence: 'low', why: 'unknown' };
      return {
        role: role === 'percent' ? `percent.${dimension}` : `${dimension}.none`,
        confidence: 'low',
        why: 'neighbor',
      };
    }
    if (role !== 'total-children') return { role, confidence, why };
    if (measured) return { role: target ? 'ignored' : 'target', confidence: 'low', why: 'neighbor' };
    const agrees = percentAgrees(readings, rows, k);
    return {
      role: 'measured',
      confidence: agrees ? 'high' : 'low',
      why: agrees ? 'percent-agrees' : 'only-total',
    };
  });
}

/** Whether n over this column gives the stated percentage in most rows: then it is the denominator. */
function percentAgrees(readings: readonly HeaderReading[], rows: RawSheet['rows'], column: number): boolean {
  const percent = readings.findIndex(({ role }) => role === 'percent' || role.startsWith('percent.'));
  const affected = readings.flatMap(({ role }, k) => (/\.(severe|moderate)$/.test(role) ? [k] : []));
  const total = readings.findIndex(({ role }) => role.endsWith('.total'));
  const parts = total >= 0 ? [total] : affected;
  if (percent < 0 || parts.length === 0) return false;
  const number = (row: readonly string[], k: number): number =>
    Number((row[k] ?? '').replace(/[%\s]/g, '').replace(',', '.'));
  let checked = 0;
  let agreeing = 0;
  for (const row of rows) {
    const share = (parts.reduce((sum, k) => sum + number(row, k), 0) / number(row, column)) * 100;
    if (!Number.isFinite(share) || (row[percent] ?? '').trim() === '') continue;
    checked++;
    if (Math.abs(share - number(row, percent)) <= 0.1) agreeing++;
  }
  return checked > 0 && agreeing * 2 > checked;
}

function withoutDuplicates(
  columns: readonly RecognizedColumn[],
  at: Problem['at'],
): Pick<Recognition, 'columns' | 'problems'> {
  const problems: Problem[] = [];
  const kept = columns.map((column): RecognizedColumn => {
    if (isRepeatable(column.role)) return column;
    const rivals = columns.filter((other) => other.role === column.role);
    const preferred =
      rivals.find((rival) => /kemendagri/i.test(rival.header)) ??
      rivals.find((rival) => rival.confidence === 'high') ??
      rivals[0];
    if (preferred === undefined || preferred.index === column.index) return column;
    if (isCountRole(column.role)) {
      const detail = { kept: preferred.header };
      problems.push({
        code: 'header/duplicate',
        severity: 'warning',
        at: { ...at, column: column.header },
        detail,
      });
    }
    return { ...column, role: 'ignored', confidence: 'low', why: 'duplicate' };
  });
  return { columns: kept, problems };
}

/** Rows such as (1) (2) (3) under a header number its columns and hold no data. */
function isNumbering(row: readonly string[]): boolean {
  const cells = row.filter((cell) => cell.trim() !== '').map((cell) => cell.replace(/[()\s]/g, ''));
  return cells.length >= 3 && cells.every((cell, k) => cell === String(k + 1));
}

/**
 * Finds the header and says what each column is for, from its words and its neighbors. Refuses a sheet in whose first
 * twenty rows no header is found that names an area and a number.
 */
export function recognizeColumns(sheet: RawSheet, file = ''): Recognition {
  const at = { ...(file === '' ? {} : { file }), ...(sheet.name === '' ? {} : { sheet: sheet.name }) };
  const found = findHeader(sheet.rows);
  if (found === null) {
    const problems: Problem[] = [
      { code: 'header/missing', severity: 'error', at, detail: { rows: SEARCHED_ROWS } },
    ];
    return { headerRow: 1, dataRow: 1, columns: [], titlePeriod: null, problems };
  }
  let first = found.row + found.height;
  if (isNumbering(sheet.rows[first] ?? [])) first++;
  const settled = settle(found.readings, sheet.rows.slice(first));
  const raw = settled.map((column, index): RecognizedColumn => {
    const header = found.headers[index] ?? '';
    return { index, header: header === '' ? columnLetter(index) : header, ...column };
  });
  const { columns, problems } = withoutDuplicates(raw, at);
  const notFirst: Problem = {
    code: 'header/not-first-row',
    severity: 'note',
    at: { ...at, row: found.row + 1 },
  };
  const titles = [
    ...sheet.rows.slice(0, found.row).map((row) => row.join(' ')),
    sheet.name,
    file.replace(/\.\w+$/, '').replaceAll('_', ' '),
  ];
  return {
    headerRow: found.row + 1,
    dataRow: first + 1,
    columns,
    titlePeriod: titles.map(findPeriod).find((period) => period !== null) ?? null,
    problems: found.row === 0 ? problems : [notFirst, ...problems],
  };
}

/** The same recognition with one column read as the reader chose; another column of that role is let go. */
export function withRole(recognition: Recognition, index: number, role: ColumnRole): Recognition {
  const columns = recognition.columns.map((column): RecognizedColumn => {
    if (column.index === index) return { ...column, role, confidence: 'high', why: 'chosen' };
    const displaced = column.role === role && !isRepeatable(role);
    return displaced ? { ...column, role: 'ignored', confidence: 'high', why: 'duplicate' } : column;
  });
  return { ...recognition, columns };
}

/** The column of a role, or null. */
export function columnOf(recognition: Recognition, role: ColumnRole): RecognizedColumn | null {
  return recognition.columns.find((column) => column.role === role) ?? null;
}
