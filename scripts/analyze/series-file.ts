import { comparePeriods, monthsOf, type Period, periodKind } from '#core/period.ts';
import { readPeriod } from '#core/period-text.ts';
import { readDelimited } from '#data/delimited-text.ts';
import { isRecord, joinCode, numbersOf, readAreaFile, readJson, readText } from './area-file.ts';
import { type AnalyzeOptions, CommandError } from './options.ts';

/** One area over time; columns by period, NaN where there is no number. */
export interface AreaSeries {
  /** Code or name; null of a file with one series and no name. */
  readonly code: string | null;
  /** As the file has them; null where it has none. */
  readonly periods: readonly string[] | null;
  /** Places in time, in steps of the series, ascending. */
  readonly steps: readonly number[];
  readonly value: Float64Array;
  /** Null where the file gives values. */
  readonly counts: { readonly numerators: Float64Array; readonly denominators: Float64Array } | null;
  /** Other columns that were asked for, where the series has them. */
  readonly others: Readonly<Record<string, Float64Array>>;
}

export interface SeriesFile {
  readonly series: readonly AreaSeries[];
  readonly warnings: string[];
}

/** What the fields of a series are called where the command does not say. */
export interface SeriesNames {
  readonly value: string;
  readonly numerator: string;
  readonly denominator: string;
  readonly others?: readonly string[];
  /** Usual names of the column that orders groups; without it rows are ordered by period. */
  readonly ordered?: readonly string[];
}

export const SERIES_NAMES: SeriesNames = { value: 'x', numerator: 'k', denominator: 'n' };

type Columns = Readonly<Record<string, Float64Array>>;
type Placed = Pick<AreaSeries, 'code' | 'periods' | 'steps'>;

/** Which fields make the value: those of the command, else those that are there. */
function fieldsIn(has: (field: string) => boolean, { fields }: AnalyzeOptions, names: SeriesNames) {
  if (fields.kind !== 'series') throw new CommandError('a series has fields of its own');
  const { value, numerator, denominator } = fields;
  if (value !== null) return denominator === null ? { value } : { value, denominator };
  if (numerator !== null && denominator !== null) return { numerator, denominator };
  if (has(names.value)) return { value: names.value };
  if (has(names.numerator) && has(names.denominator))
    return { numerator: names.numerator, denominator: names.denominator };
  return null;
}

function seriesOf(
  placed: Placed,
  columns: Columns,
  fields: NonNullable<ReturnType<typeof fieldsIn>>,
): AreaSeries {
  const { value, numerator, denominator } = fields;
  const others = columns;
  if (value !== undefined) return { ...placed, value: columns[value]!, counts: null, others };
  const [numerators, denominators] = [columns[numerator!]!, columns[denominator!]!];
  const where = placed.code === null ? '' : ` of ${placed.code}`;
  const rates = numerators.map((n, k) => {
    const N = denominators[k]!;
    if (n < 0 || N < 0 || n > N)
      throw new CommandError(
        `${numerator} ${n} and ${denominator} ${N}${where}, place ${k}: cases are 0 to all`,
      );
    return N > 0 ? n / N : Number.NaN;
  });
  return { ...placed, value: rates, counts: { numerators, denominators }, others };
}

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

/** Objects with columns, wherever a file keeps them: itself, a list of them, or by name. */
function objectsOf(document: unknown, isSeries: (object: unknown) => boolean): [string | null, unknown][] {
  if (isSeries(document)) return [[null, document]];
  const inside = isRecord(document)
    ? (document.series ?? document.cases ?? document.areas ?? document)
    : document;
  const named: [string | null, unknown][] = isList(inside)
    ? inside.map((each) => [null, each])
    : isRecord(inside)
      ? Object.entries(inside)
      : [];
  return named.filter(([, each]) => isSeries(each));
}

function jsonSeries(path: string, options: AnalyzeOptions, names: SeriesNames): SeriesFile {
  const has = (object: unknown) => (field: string) => isRecord(object) && isList(object[field]);
  const warnings: string[] = [];
  const series = objectsOf(readJson(path), (object) => {
    const fields = fieldsIn(has(object), options, names);
    return fields !== null && Object.values(fields).every(has(object));
  }).map(([name, object]) => {
    const record = object as Readonly<Record<string, unknown>>;
    const code = String(record.code ?? record.name ?? name ?? '') || null;
    const fields = fieldsIn(has(record), options, names)!;
    const wanted = [...Object.values(fields), ...(names.others ?? [])].filter(has(record));
    const length = (record[wanted[0]!] as readonly unknown[]).length;
    const columns = wanted.map((field) => {
      const cells = record[field] as readonly (string | number | null)[];
      if (cells.length !== length)
        throw new CommandError(
          `${path}: ${field} of ${code ?? 'the series'} has ${cells.length} places, not ${length}`,
        );
      return [
        field,
        numbersOf(
          cells,
          (k) => `${path}: ${field} of ${code ?? 'the series'}, place ${k}`,
          'percent',
          warnings,
        ),
      ];
    });
    const periods = isList(record.periods) ? record.periods.map(String) : null;
    if (periods && periods.length !== length)
      throw new CommandError(
        `${path}: ${periods.length} periods of ${code ?? 'the series'} for ${length} places`,
      );
    const steps = periods ? stepsOf(periods, path) : Array.from({ length }, (_, k) => k);
    return seriesOf({ code, periods, steps }, Object.fromEntries(columns) as Columns, fields);
  });
  if (series.length === 0) {
    const wanted = `${names.value}, or ${names.numerator} and ${names.denominator}`;
    throw new CommandError(`${path}: no series; give lists named ${wanted}, or name them by options`);
  }
  return { series, warnings };
}

function readPeriods(texts: readonly string[], path: string): readonly Period[] {
  return texts.map((text) => {
    const period = readPeriod(text);
    if (period === null) throw new CommandError(`${path}: "${text.slice(0, 40)}" is no period`);
    return period;
  });
}

/** The number of a group, such as 3 of "Desil 3". */
function readGroups(texts: readonly string[], path: string): readonly string[] {
  return texts.map((text) => {
    const [number, another] = text.match(/\d+/g) ?? [];
    if (number === undefined || another !== undefined)
      throw new CommandError(
        `${path}: "${text.slice(0, 40)}" is no one group; give its number, 1 the poorest`,
      );
    return String(Number(number));
  });
}

/** So many periods of its kind one period, as text, lies after another; NaN where they are of different kinds. */
export function stepOf(later: string, first: string): number {
  const [own, from] = [readPeriod(later), readPeriod(first)];
  if (own === null || from === null || periodKind(own) !== periodKind(from)) return Number.NaN;
  const end = (period: Period) => Number(period.slice(0, 4)) * 12 + Number(monthsOf(period).at(-1)!.slice(5));
  return (end(own) - end(from)) / monthsOf(own).length;
}

/** Places in time of periods of one kind, from the first, in periods of that kind. */
function stepsOf(texts: readonly string[], path: string): readonly number[] {
  const periods = readPeriods(texts, path);
  const kinds = new Set(periods.map(periodKind));
  if (kinds.size > 1)
    throw new CommandError(`${path}: periods of several kinds (${[...kinds].join(', ')}); give one`);
  const steps = periods.map((period) => stepOf(period, periods[0]!));
  if (steps.some((step, k) => k > 0 && step <= steps[k - 1]!))
    throw new CommandError(`${path}: periods are not in the order of time, or one stands twice`);
  return steps;
}

const PERIOD_COLUMNS = ['period', 'periode', 'bulan', 'triwulan'];

/** Rows of area and period: a period that an area lacks is a gap. */
function csvSeries(path: string, options: AnalyzeOptions, names: SeriesNames): SeriesFile {
  const read = readDelimited(readText(path));
  if (!read.ok) throw new CommandError(`${path}: ${read.problems.map(({ code }) => code).join(', ')}`);
  const [first = [], ...rows] = read.value.rows.map((row) => row.map(String));
  const header = first.map((name) => name.trim());
  const column = (name: string): number => {
    const at = header.indexOf(name);
    if (at < 0) throw new CommandError(`${path}: no column "${name}"; it has ${header.join(', ')}`);
    return at;
  };
  const usual = names.ordered ?? PERIOD_COLUMNS;
  const given = names.ordered ? options.own.group : options.own.period;
  const orderAt = column(given ?? usual.find((name) => header.includes(name)) ?? usual[0]!);
  const keyAt = options.key === null ? null : column(options.key.column);
  const fields = fieldsIn((field) => header.includes(field), options, names);
  if (fields === null) throw new CommandError(`${path}: give --value, or --numerator and --denominator`);
  const warnings = read.problems.map(({ code, at }) => (at?.row ? `${code}: row ${at.row}` : code));
  const wanted = [...Object.values(fields), ...(names.others ?? []).filter((name) => header.includes(name))];
  const columns = wanted.map((field): [string, Float64Array] => {
    const at = column(field);
    const cells = rows.map((row) => row[at] ?? '');
    return [field, numbersOf(cells, (r) => `${path}: ${field}, row ${r + 2}`, 'percent', warnings)];
  });
  const texts = rows.map((row) => row[orderAt] ?? '');
  const own: readonly string[] = names.ordered ? readGroups(texts, path) : readPeriods(texts, path);
  const periods = names.ordered
    ? [...new Set(own)].sort((a, b) => Number(a) - Number(b))
    : [...new Set(own as readonly Period[])].sort(comparePeriods);
  const steps = names.ordered ? periods.map((_, k) => k) : stepsOf(periods, path);
  const rowsOf = new Map<string, Map<string, number>>();
  for (const [r, row] of rows.entries()) {
    const code = keyAt === null ? '' : (row[keyAt] ?? '').trim();
    const mine = rowsOf.get(code) ?? new Map<string, number>();
    if (mine.has(own[r]!))
      throw new CommandError(`${path}: row ${r + 2} repeats ${own[r]} of ${code || 'the series'}`);
    rowsOf.set(code, mine.set(own[r]!, r));
  }
  const series = [...rowsOf].map(([code, mine]) => {
    const laid = (all: Float64Array) =>
      Float64Array.from(periods, (period: string) => all[mine.get(period) ?? -1] ?? Number.NaN);
    const placed = { code: code || null, periods, steps };
    return seriesOf(placed, Object.fromEntries(columns.map(([field, all]) => [field, laid(all)])), fields);
  });
  if (series.length === 0) throw new CommandError(`${path}: has no row`);
  return { series, warnings };
}

/** Fields of areas, listed in the order of time. */
function fieldSeries(options: AnalyzeOptions): SeriesFile {
  const file = readAreaFile(options);
  if (options.fields.kind !== 'series') throw new CommandError('a series has fields of its own');
  const list = (text: string) => text.split(',').map((field) => field.trim());
  const { value, numerator, denominator } = options.fields;
  if ((value ?? numerator) === null)
    throw new CommandError('give --series, or the fields in the order of time: --value a,b,c');
  const columns = (text: string) => list(text).map((field) => file.numbers(field, 'percent'));
  const [values, cases, people] = [value, numerator, denominator].map((text) => text && columns(text)) as [
    Float64Array[] | null,
    Float64Array[] | null,
    Float64Array[] | null,
  ];
  const length = (values ?? cases)!.length;
  if (people && people.length !== length)
    throw new CommandError(`--numerator names ${length} fields and --denominator ${people.length}`);
  const periods = options.own.periods === undefined ? null : list(options.own.periods);
  if (periods && periods.length !== length)
    throw new CommandError(`--periods names ${periods.length}, and there are ${length} fields`);
  const steps = periods ? stepsOf(periods, '--periods') : Array.from({ length }, (_, k) => k);
  const series = file.features.map((_, i) => {
    const at = (all: Float64Array[]) => Float64Array.from(all, (column) => column[i]!);
    const placed = { code: file.codes?.[i] || null, periods, steps };
    const own: Columns = values ? { value: at(values) } : { cases: at(cases!), people: at(people!) };
    return seriesOf(placed, own, values ? { value: 'value' } : { numerator: 'cases', denominator: 'people' });
  });
  return { series, warnings: file.warnings };
}

/**
 * Series of areas: from --series, a CSV with a row an area and period, or JSON with lists; else of the boundaries or their
 * table, by lists of fields. @throws CommandError
 */
export function readSeries(options: AnalyzeOptions, names: SeriesNames = SERIES_NAMES): SeriesFile {
  const path = options.own.series;
  if (path !== undefined) {
    const isJson = /^\s*[[{]/.test(
      readText(path)
        .toString('utf8')
        .replace(/^\ufeff/, ''),
    );
    return isJson ? jsonSeries(path, options, names) : csvSeries(path, options, names);
  }
  if (options.boundaries === '')
    throw new CommandError('--series is missing (or --boundaries with lists of fields)');
  return fieldSeries(options);
}

/** The series of each area, by code; null of an area that has none. */
export function seriesByCode(
  series: readonly AreaSeries[],
  codes: readonly string[],
): readonly (AreaSeries | null)[] {
  const byCode = new Map(series.map((each) => [joinCode(each.code), each]));
  return codes.map((code) => byCode.get(joinCode(code)) ?? null);
}

export const SERIES_OPTIONS = ['series', 'period', 'periods'] as const;
