import { readFileSync } from 'node:fs';
import { inferNumberFormat, readNumber } from '#core/number-text.ts';
import { readDelimited } from '#data/delimited-text.ts';
import { type AreaShape, readShape } from './area-shape.ts';
import { type AnalyzeOptions, CommandError } from './options.ts';

/** Areas as the files have them, in the order of the boundaries. */
export interface AreaFile {
  readonly features: readonly AreaShape[];
  /** Null where no --key was given; '' where an area has none. */
  readonly codes: readonly string[] | null;
  /** A column of numbers by area, NaN where there is none. @throws CommandError */
  numbers(field: string, purpose: 'count' | 'percent'): Float64Array;
  /** What a reader should know. */
  readonly warnings: string[];
}

export type Cell = string | number | boolean | null | undefined;
type Properties = Readonly<Record<string, unknown>>;

interface Feature extends AreaShape {
  readonly properties: Properties;
}

export function readText(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new CommandError(`${path}: ${code === 'ENOENT' ? 'no such file' : `cannot be read (${code})`}`);
  }
}

/** NaN as Python writes it into JSON, beside any text, which may say NaN too. */
const NAN_OR_TEXT = /"(?:[^"\\]|\\.)*"|NaN/g;

export function readJson(path: string): unknown {
  const text = readText(path)
    .toString('utf8')
    .replace(/^\ufeff/, '');
  try {
    return JSON.parse(
      text.includes('NaN') ? text.replace(NAN_OR_TEXT, (part) => (part === 'NaN' ? 'null' : part)) : text,
    );
  } catch (error) {
    throw new CommandError(`${path}: not JSON (${(error as Error).message})`);
  }
}

export const isRecord = (value: unknown): value is Properties =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function readFeatures(path: string, metric: AnalyzeOptions['metric']): Feature[] {
  const document = readJson(path);
  if (!isRecord(document) || !Array.isArray(document.features)) {
    throw new CommandError(`${path}: not a GeoJSON FeatureCollection`);
  }
  if (document.features.length === 0) throw new CommandError(`${path}: holds no feature`);
  return document.features.map((feature: unknown, i) => {
    const where = `${path}: feature ${i}`;
    if (!isRecord(feature)) throw new CommandError(`${where} is no object`);
    const shape = readShape(feature.geometry, where);
    const [x, y] = shape.centroid;
    if (metric === 'haversine' && (Math.abs(x) > 360 || Math.abs(y) > 90)) {
      throw new CommandError(`${where} is at ${x}, ${y}, which are no degrees; give --metric euclidean`);
    }
    return { ...shape, properties: isRecord(feature.properties) ? feature.properties : {} };
  });
}

/** A code by which tables are joined: dots of village codes do not count nor does the end of 5371.0, names are as they are. */
export function joinCode(cell: Cell): string {
  const text = String(cell ?? '')
    .normalize('NFKC')
    .trim();
  return /^\d[\d.]*$/.test(text) ? text.replace(/\.0$/, '').replaceAll('.', '') : text;
}

interface Table {
  readonly path: string;
  readonly header: readonly string[];
  /** The table's row of each area, or null. */
  readonly rows: readonly (readonly string[] | null)[];
}

function readTable(path: string, column: string, codes: readonly string[], warnings: string[]): Table {
  const read = readDelimited(readText(path));
  if (!read.ok) throw new CommandError(`${path}: ${read.problems.map(({ code }) => code).join(', ')}`);
  const [first = [], ...body] = read.value.rows.map((row) => row.map(String));
  const header = first.map((name) => name.trim());
  for (const { code, at } of read.problems) warnings.push(at?.row ? `${code}: row ${at.row}` : code);
  const key = header.indexOf(column);
  if (key < 0) throw new CommandError(`${path}: no column "${column}"; it has ${header.join(', ')}`);
  const byCode = new Map<string, readonly string[]>();
  body.forEach((row, r) => {
    const code = joinCode(row[key]);
    if (code === '') return;
    if (byCode.has(code)) {
      throw new CommandError(`${path}: row ${r + 2} repeats the ${column} of another; give one row an area`);
    }
    byCode.set(code, row);
  });
  if (byCode.size === 0) throw new CommandError(`${path}: has no row with a code in ${column}`);
  const rows = codes.map((code) => byCode.get(joinCode(code)) ?? null);
  const known = new Set(codes.map(joinCode));
  const strange = [...byCode.keys()].filter((code) => !known.has(code));
  if (rows.every((row) => row === null)) {
    throw new CommandError(
      `${path}: no ${column} is one of the boundaries'; the first is "${strange[0] ?? ''}"`,
    );
  }
  if (strange.length > 0) warnings.push(`table-rows-without-area: ${strange.length}, first ${strange[0]}`);
  const bare = rows.filter((row) => row === null).length;
  if (bare > 0) warnings.push(`areas-without-table-row: ${bare}`);
  return { path, header, rows };
}

const EXPONENT = /^[+-]?(\d+\.?\d*|\.\d+)e[+-]?\d+$/i;

/** Numbers of cells; text in the format that the column shows. */
export function numbersOf(
  cells: readonly Cell[],
  where: (i: number) => string,
  purpose: 'count' | 'percent',
  warnings: string[],
): Float64Array {
  const texts = cells.filter((cell) => typeof cell === 'string' && !EXPONENT.test(cell.trim())) as string[];
  const format = inferNumberFormat(texts, purpose);
  const isGuessed = (cell: Cell): boolean => {
    const reading = typeof cell === 'string' ? readNumber(cell, format) : null;
    return reading?.kind === 'number' && reading.guessed;
  };
  if (format.because === 'purpose' && format.ambiguous > 0) {
    const taken = format.ambiguousAs === 'thousands' ? 'whole numbers' : 'decimals';
    warnings.push(
      `ambiguous-numbers: ${format.ambiguous} as 1.250 taken for ${taken}, first in ${where(cells.findIndex(isGuessed))}`,
    );
  }
  return Float64Array.from(cells, (cell, i) => {
    if (cell === null || cell === undefined) return Number.NaN;
    if (typeof cell === 'number' || typeof cell === 'boolean') return Number(cell);
    if (typeof cell !== 'string')
      throw new CommandError(`${where(i)}: ${JSON.stringify(cell).slice(0, 40)} is no number`);
    if (EXPONENT.test(cell.trim())) return Number(cell);
    const reading = readNumber(cell, format);
    if (reading.kind === 'number') return reading.value;
    if (reading.kind === 'missing') return Number.NaN;
    throw new CommandError(
      `${where(i)}: "${cell.slice(0, 40)}" is no number; leave the cell empty where unknown`,
    );
  });
}

function warnOfAreas(features: readonly Feature[], codes: readonly string[] | null, warnings: string[]) {
  const seen = new Set<string>();
  const repeated = (codes ?? []).filter((code) => code !== '' && seen.size === seen.add(code).size);
  if (repeated.length > 0) warnings.push(`repeated-codes: ${repeated.length}, first ${repeated[0]}`);
  const nameless = (codes ?? []).filter((code) => code === '').length;
  if (nameless > 0) warnings.push(`areas-without-code: ${nameless}`);
  const nowhere = features.flatMap(({ centroid }, i) => (Number.isNaN(centroid[0]) ? [i] : []));
  if (nowhere.length > 0) {
    warnings.push(`areas-without-geometry: ${nowhere.length}, first feature ${nowhere[0]}`);
  }
}

/** Reads boundaries, and the table joined to them. @throws CommandError */
export function readAreaFile({ boundaries, table, key, metric }: AnalyzeOptions): AreaFile {
  const warnings: string[] = [];
  const features = readFeatures(boundaries, metric);
  const properties = [...new Set(features.flatMap((feature) => Object.keys(feature.properties)))];
  const missing = (field: string, others: readonly string[]): never => {
    throw new CommandError(`${boundaries}: no property "${field}"; there are ${others.join(', ') || 'none'}`);
  };
  if (key && !properties.includes(key.property)) missing(key.property, properties);
  const codes = key && features.map((feature) => String(feature.properties[key.property] ?? ''));
  warnOfAreas(features, codes, warnings);
  const joined = table !== null && key && codes ? readTable(table, key.column, codes, warnings) : null;

  return {
    features,
    codes,
    warnings,
    numbers(field, purpose) {
      const at = joined ? joined.header.indexOf(field) : -1;
      if (joined && at >= 0) {
        const cells = joined.rows.map((row) => row?.[at]);
        return numbersOf(cells, (i) => `${joined.path}: ${field} of ${codes![i]}`, purpose, warnings);
      }
      if (!properties.includes(field)) missing(field, [...properties, ...(joined?.header ?? [])]);
      const cells = features.map((feature) => feature.properties[field] as Cell);
      return numbersOf(cells, (i) => `${boundaries}: ${field} of feature ${i}`, purpose, warnings);
    },
  };
}
