import type { LonLat } from '#core/area.ts';
import type { BreakMethod } from '#core/class-breaks.ts';
import type { RateCounts } from '#core/rates.ts';
import type { ScanPoints } from '#core/scan-window.ts';
import type { AnalysisMethod } from '#core/spatial-analysis.ts';
import { type AreaFile, readJson } from './area-file.ts';
import { type AnalyzeOptions, CommandError, type FieldChoice } from './options.ts';

/** @throws CommandError on the first number that is wrong. */
export function refuse(
  column: Float64Array,
  field: string,
  wrong: (value: number, i: number) => boolean,
  what: string,
) {
  const i = column.findIndex((value, at) => !Number.isNaN(value) && wrong(value, at));
  if (i >= 0) throw new CommandError(`${field} of feature ${i} is ${column[i]}: ${what}`);
}

/** @throws CommandError where a count is below 0, or counts cases among nobody. */
export function readCounts(
  { numerator, denominator }: Extract<FieldChoice, { kind: 'rate' }>,
  file: AreaFile,
): RateCounts {
  const counts = {
    numerator: file.numbers(numerator, 'count'),
    denominator: file.numbers(denominator, 'count'),
  };
  refuse(counts.numerator, numerator, (n) => n < 0 || n === Infinity, 'cases are 0 or more');
  refuse(counts.denominator, denominator, (n) => n < 0 || n === Infinity, 'people are 0 or more');
  refuse(
    counts.numerator,
    numerator,
    (n, i) => counts.denominator[i] === 0 && n > 0,
    `cases, but ${denominator} is 0`,
  );
  const over = [...counts.numerator.keys()].filter((i) => counts.numerator[i]! > counts.denominator[i]!);
  if (over.length > 0) {
    file.warnings.push(`more-cases-than-people: ${over.length}, first ${numerator} of feature ${over[0]}`);
  }
  return counts;
}

/** Centroids, or points of a file: { points: { x: [...], y: [...] } }, { x, y } or [[x, y], ...]. */
function readPoints(
  path: string | null,
  centroids: readonly LonLat[],
  metric: ScanPoints['metric'],
): ScanPoints {
  const columns = path === null ? null : pointColumns(path);
  const x = columns ? columns.x : centroids.map(([first]) => first);
  const y = columns ? columns.y : centroids.map(([, second]) => second);
  if (x.length !== centroids.length || y.length !== centroids.length) {
    throw new CommandError(
      `${path}: ${x.length} points for ${centroids.length} areas; give one for each feature`,
    );
  }
  return { x: Float64Array.from(x), y: Float64Array.from(y), metric };
}

function pointColumns(path: string): { readonly x: readonly number[]; readonly y: readonly number[] } {
  const document = readJson(path) as { points?: unknown };
  const points = document.points ?? document;
  if (Array.isArray(points))
    return { x: points.map((point) => point[0]), y: points.map((point) => point[1]) };
  const { x, y } = points as { x?: unknown; y?: unknown };
  if (Array.isArray(x) && Array.isArray(y)) return { x, y };
  throw new CommandError(`${path}: no points; give {"points": {"x": [...], "y": [...]}} by feature`);
}

function warnOfEdges(values: Float64Array, breaks: BreakMethod, warnings: string[]): void {
  if (breaks.kind !== 'fixed') return;
  const [least, most] = [Math.min(...breaks.breaks), Math.max(...breaks.breaks)];
  const beyond = values.filter((value) => value < least || value > most).length;
  if (beyond > 0) warnings.push(`values-beyond-edges: ${beyond}`);
}

function scanMethod(
  { model, largestShare, points, metric }: AnalyzeOptions,
  fields: Extract<FieldChoice, { kind: 'rate' }>,
  counts: RateCounts,
  centroids: readonly LonLat[],
): AnalysisMethod {
  const { numerator, denominator } = fields;
  refuse(counts.numerator, numerator, (n) => !Number.isInteger(n), 'a scan counts whole cases');
  if (model === 'bernoulli') {
    refuse(counts.denominator, denominator, (n) => !Number.isInteger(n), 'whole people, or --model poisson');
    const over = (n: number, i: number) => n > counts.denominator[i]!;
    refuse(counts.numerator, numerator, over, `more than ${denominator}; mend it, or --model poisson`);
  }
  return { kind: 'scan', counts, points: readPoints(points, centroids, metric), model, largestShare };
}

/** What the core is asked, or null for `neighbors`. @throws CommandError */
export function readMethod(
  options: AnalyzeOptions,
  file: AreaFile,
  centroids: readonly LonLat[],
): AnalysisMethod | null {
  const { method, fields, breaks } = options;
  if (fields.kind === 'none' || fields.kind === 'series' || method === 'neighbors') return null;
  const counts = fields.kind === 'rate' ? readCounts(fields, file) : null;
  if (counts && fields.kind === 'rate' && method === 'scan')
    return scanMethod(options, fields, counts, centroids);
  if (counts && method === 'rank-sets') return { kind: method, counts, simultaneous: options.simultaneous };
  if (counts && (method === 'eb-local-moran' || method === 'rates')) {
    return { kind: method, counts, variance: options.rateVariance };
  }
  const values =
    fields.kind === 'value'
      ? file.numbers(fields.value, 'percent')
      : counts!.numerator.map((n, i) =>
          counts!.denominator[i]! > 0 ? n / counts!.denominator[i]! : Number.NaN,
        );
  const named = fields.kind === 'value' ? fields.value : fields.numerator;
  refuse(values, named, (value) => !Number.isFinite(value), 'no finite number');
  const value2 = fields.kind === 'value' ? fields.value2 : null;
  const second = value2 === null ? null : file.numbers(value2, 'percent');
  if (second) refuse(second, value2!, (value) => !Number.isFinite(value), 'no finite number');
  switch (method) {
    case 'join-count': {
      const what = 'join counts take 0 and 1 only, 1 where the problem is high';
      refuse(values, named, (value) => value !== 0 && value !== 1, what);
      if (second) refuse(second, value2!, (value) => value !== 0 && value !== 1, what);
      return { kind: method, values, second };
    }
    case 'bivariate':
    case 'lee':
      return { kind: method, values, second: second! };
    case 'classify':
      warnOfEdges(values, breaks, file.warnings);
      return { kind: method, values, breaks };
    case 'moran':
      return { kind: method, values };
    case 'local-moran':
    case 'gi':
    case 'gi-star':
      return { kind: method, values, reference: options.reference };
    default:
      throw new CommandError(`--method ${method} needs --numerator and --denominator`);
  }
}
