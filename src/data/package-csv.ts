import Papa from 'papaparse';
import { DIMENSIONS } from '#core/dimension.ts';
import type { Problem, ProblemCode, Result } from '#core/problem.ts';
import { REPORT_WORDS } from '#core/report-word.ts';
import { UNITS } from '#core/unit.ts';
import type { CellRows, CoverageRows } from './dataset-package.ts';
import { createTally, type ProblemTally } from './problem-tally.ts';
import { decodeOwnText } from './text-encoding.ts';

export const CELLS_CSV = 'cells.csv';
export const COVERAGE_CSV = 'coverage.csv';
const MAX_ROWS = 5_000_000;
const NUMBER = /^-?\d+(\.\d+)?$/;

/** Each column by its header. Nothing but the columns named is accepted: a stranger's column is not carried along. */
function readColumns(
  text: string,
  file: string,
  required: readonly string[],
  optional: readonly string[],
): Result<ReadonlyMap<string, readonly string[]>> {
  const { data } = Papa.parse<string[]>(text, { skipEmptyLines: true, delimitersToGuess: [',', ';', '\t'] });
  const header = (data[0] ?? []).map((name) => name.trim());
  const problems = headerProblems(header, file, required, optional);
  if (data.length - 1 > MAX_ROWS) problems.push(problem('file/too-large', file, { limit: MAX_ROWS }));
  const tally = createTally(file);
  for (let k = 1; k < data.length; k++) {
    if (data[k]!.length !== header.length) tally.add('row/ragged', '', k + 1);
  }
  problems.push(...tally.problems());
  if (problems.length > 0) return { ok: false, problems };
  const column = (position: number) =>
    Array.from({ length: data.length - 1 }, (_, k) => data[k + 1]![position]!);
  return { ok: true, value: new Map(header.map((name, position) => [name, column(position)])), problems: [] };
}

function problem(
  code: ProblemCode,
  file: string,
  detail: Record<string, number> = {},
  column?: string,
): Problem {
  return { code, severity: 'error', at: { file, ...(column === undefined ? {} : { column }) }, detail };
}

function headerProblems(
  header: readonly string[],
  file: string,
  required: readonly string[],
  optional: readonly string[],
): Problem[] {
  const known = new Set([...required, ...optional]);
  const missing = required.filter((name) => !header.includes(name));
  const unknown = header.filter((name) => !known.has(name));
  const repeated = header.filter((name, k) => header.indexOf(name) !== k);
  return [
    ...missing.map((name) => problem('column/missing', file, {}, name)),
    ...unknown.map((name) => problem('column/unknown', file, {}, name.slice(0, 40))),
    ...repeated.map((name) => problem('header/duplicate', file, {}, name.slice(0, 40))),
  ];
}

/** Numbers as the format writes them; null where empty; anything else is counted as unreadable. */
function numbers(texts: readonly string[], column: string, tally: ProblemTally): (number | null)[] {
  return texts.map((text, k) => {
    const word = text.trim();
    if (word === '') return null;
    if (NUMBER.test(word)) return Number(word);
    tally.add('number/unreadable', column, k + 2);
    return null;
  });
}

export function parseCellsCsv(bytes: Uint8Array): Result<CellRows> {
  const text = decodeOwnText(bytes, CELLS_CSV);
  if (!text.ok) return text;
  const read = readColumns(text.value, CELLS_CSV, ['table', 'area', 'period', 'count'], DIMENSIONS);
  if (!read.ok) return read;
  const tally = createTally(CELLS_CSV);
  const count = numbers(read.value.get('count')!, 'count', tally);
  const problems = tally.problems();
  if (problems.length > 0) return { ok: false, problems };
  const crossed = DIMENSIONS.filter((dimension) => read.value.has(dimension));
  const rows: CellRows = {
    table: read.value.get('table')!,
    area: read.value.get('area')!,
    period: read.value.get('period')!,
    classes: Object.fromEntries(crossed.map((dimension) => [dimension, read.value.get(dimension)!])),
    count,
  };
  return { ok: true, value: rows, problems: [] };
}

const COVERAGE_COLUMNS = ['area', 'period', 'target', 'measured', 'status'] as const;

export function parseCoverageCsv(bytes: Uint8Array): Result<CoverageRows> {
  const text = decodeOwnText(bytes, COVERAGE_CSV);
  if (!text.ok) return text;
  const read = readColumns(text.value, COVERAGE_CSV, COVERAGE_COLUMNS, ['unit']);
  if (!read.ok) return read;
  const tally = createTally(COVERAGE_CSV);
  const column = (name: string) => read.value.get(name)!;
  const status = column('status').map((word, k) => {
    const known = REPORT_WORDS.find((one) => one === word);
    if (known === undefined) tally.add('package/cell-unknown-class', 'status', k + 2);
    return known ?? 'incomplete';
  });
  const unit = read.value.get('unit')?.map((word, k) => {
    const known = UNITS.find((one) => one === (word === '' ? 'child' : word));
    if (known === undefined) tally.add('package/cell-unknown-class', 'unit', k + 2);
    return known ?? 'child';
  });
  const target = numbers(column('target'), 'target', tally);
  const measured = numbers(column('measured'), 'measured', tally);
  const problems = tally.problems();
  if (problems.length > 0) return { ok: false, problems };
  const value = {
    ...(unit ? { unit } : {}),
    area: column('area'),
    period: column('period'),
    target,
    measured,
    status,
  };
  return { ok: true, value, problems: [] };
}

function csv(
  fields: readonly string[],
  columns: readonly (readonly (string | number | null)[])[],
): Uint8Array {
  const data = Array.from(columns[0] ?? [], (_, row) => columns.map((column) => column[row] ?? ''));
  return new TextEncoder().encode(`${Papa.unparse({ fields: [...fields], data }, { newline: '\n' })}\n`);
}

export function cellsCsv(rows: CellRows): Uint8Array {
  const crossed = DIMENSIONS.filter((dimension) => rows.classes[dimension] !== undefined);
  const classes = crossed.map((dimension) => rows.classes[dimension]!);
  const fields = ['table', 'area', 'period', ...crossed, 'count'];
  return csv(fields, [rows.table, rows.area, rows.period, ...classes, rows.count]);
}

export function coverageCsv(rows: CoverageRows): Uint8Array {
  const unit = rows.unit ? [rows.unit] : [];
  const fields = [...(rows.unit ? ['unit'] : []), ...COVERAGE_COLUMNS];
  return csv(fields, [...unit, rows.area, rows.period, rows.target, rows.measured, rows.status]);
}
