import { parseArgs } from 'node:util';
import type { BreakMethod } from '#core/class-breaks.ts';
import type { RateVariance } from '#core/empirical-bayes.ts';
import type { ScanModel } from '#core/scan.ts';
import type { DistanceMetric, NeighborRule, WeightsStyle } from '#core/spatial-weights.ts';

/** Something the caller can mend: said in one line, exit code 2. */
export class CommandError extends Error {}

export const METHODS = [
  'moran',
  'local-moran',
  'gi',
  'gi-star',
  'eb-local-moran',
  'join-count',
  'bivariate',
  'lee',
  'scan',
  'rates',
  'rank-sets',
  'classify',
  'neighbors',
] as const;

const OPTIONS = {
  boundaries: { type: 'string' },
  table: { type: 'string' },
  key: { type: 'string' },
  value: { type: 'string' },
  value2: { type: 'string' },
  numerator: { type: 'string' },
  denominator: { type: 'string' },
  simultaneous: { type: 'boolean', default: false },
  raw: { type: 'boolean', default: false },
  reference: { type: 'string' },
  'rate-variance': { type: 'string', default: 'binomial' },
  method: { type: 'string' },
  permutations: { type: 'string' },
  seed: { type: 'string', default: '1' },
  breaks: { type: 'string' },
  k: { type: 'string', default: '5' },
  edges: { type: 'string' },
  model: { type: 'string', default: 'bernoulli' },
  'max-pop': { type: 'string', default: '0.5' },
  points: { type: 'string' },
  weights: { type: 'string', default: 'queen' },
  metric: { type: 'string', default: 'haversine' },
  islands: { type: 'string', default: 'attach' },
  'weights-file': { type: 'string' },
  scheme: { type: 'string' },
  style: { type: 'string', default: 'W' },
  out: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const;

/** Which fields feed the method. */
export type FieldChoice =
  | { readonly kind: 'none' }
  | { readonly kind: 'value'; readonly value: string; readonly value2: string | null }
  | { readonly kind: 'rate'; readonly numerator: string; readonly denominator: string }
  | ({ readonly kind: 'series' } & SeriesFields);

/** Columns of a series, or lists of fields in the order of time; null: those that the method says. */
export interface SeriesFields {
  readonly value: string | null;
  readonly numerator: string | null;
  readonly denominator: string | null;
}

/** A method with a document of its own, beside the statistics of maps. */
export interface OwnMethod {
  readonly fields: 'none' | 'rate' | 'series';
  /** Names of the options that go with it, and what help says of them. */
  readonly options: readonly string[];
  /** Those that may be left out. */
  readonly optional?: readonly string[];
  readonly help: string;
}

/** What is asked for, checked as far as no file is needed. */
export interface AnalyzeOptions {
  /** '' only of a method of series, which may do without. */
  readonly boundaries: string;
  readonly table: string | null;
  /** Property of the features and column of the table. */
  readonly key: { readonly property: string; readonly column: string } | null;
  readonly fields: FieldChoice;
  readonly method: string;
  /** What was given for the options of an own method, by name. */
  readonly own: Readonly<Record<string, string>>;
  readonly permutations: number;
  readonly seed: number;
  /** Of `rank-sets`. */
  readonly simultaneous: boolean;
  /** Null: the mean of all areas. */
  readonly reference: number | null;
  readonly rateVariance: RateVariance;
  readonly breaks: BreakMethod;
  readonly model: ScanModel;
  readonly largestShare: number;
  readonly points: string | null;
  readonly rule: Exclude<NeighborRule, { kind: 'given' }>;
  readonly metric: DistanceMetric;
  readonly islands: 'attach' | 'null';
  readonly weightsFile: { readonly path: string; readonly scheme: string | null } | null;
  readonly style: WeightsStyle;
  readonly out: string;
}

function oneOf<T extends string>(option: string, text: string | undefined, allowed: readonly T[]): T {
  const found = allowed.find((each) => each === text);
  if (found !== undefined) return found;
  const said = text === undefined ? 'is missing' : `is "${text}"`;
  throw new CommandError(`--${option} ${said}: give one of ${allowed.join(', ')}`);
}

function required(option: string, text: string | undefined): string {
  if (text === undefined || text === '') throw new CommandError(`--${option} is missing`);
  return text;
}

function numberOf(option: string, text: string, valid: (value: number) => boolean, wanted: string): number {
  const value = text.trim() === '' ? Number.NaN : Number(text);
  if (!valid(value)) throw new CommandError(`--${option} is "${text}": give ${wanted}`);
  return value;
}

const whole = (least: number, most: number) => (value: number) =>
  Number.isInteger(value) && value >= least && value <= most;

function ruleOf(text: string, metric: DistanceMetric): AnalyzeOptions['rule'] {
  const [kind = '', size] = text.split(':', 2);
  if (size === undefined && (kind === 'queen' || kind === 'rook')) return { kind };
  if (size !== undefined && kind === 'knn') {
    return { kind: 'nearest', k: numberOf('weights', size, whole(1, 1000), 'knn:K, K of 1 to 1000'), metric };
  }
  if (size !== undefined && kind === 'distance') {
    const above = (value: number) => value > 0 && Number.isFinite(value);
    return {
      kind: 'distance-band',
      distance: numberOf('weights', size, above, 'distance:KM above 0'),
      metric,
    };
  }
  throw new CommandError(`--weights is "${text}": give queen, rook, knn:K or distance:KM`);
}

const TAKES_RATE: readonly string[] = ['eb-local-moran', 'rates', 'rank-sets', 'scan'];
const FEWEST_BOOTSTRAP_DRAWS = 100;
const TAKES_TWO: readonly string[] = ['bivariate', 'lee'];
const MAY_TAKE_TWO: readonly string[] = [...TAKES_TWO, 'join-count'];
const REFUSES_RATE: readonly string[] = ['moran', 'local-moran', 'gi', 'gi-star'];

type OwnMethods = Readonly<Record<string, OwnMethod>>;
type Values = ReturnType<typeof parsed>;

function parsed(args: readonly string[], methods: OwnMethods) {
  const names = Object.values(methods).flatMap(({ options, optional = [] }) => [...options, ...optional]);
  const own = Object.fromEntries(names.map((name) => [name, { type: 'string' } as const]));
  try {
    return parseArgs({ args: [...args], options: { ...own, ...OPTIONS }, strict: true }).values;
  } catch (error) {
    const [said] = (error as Error).message.split('. ');
    throw new CommandError(`${said}; see --help`);
  }
}

function fieldsOf(method: string, values: Values, own: OwnMethod | undefined): FieldChoice {
  const { value, value2, numerator, denominator, raw } = values;
  if (own?.fields === 'none') {
    if ((value ?? value2 ?? numerator ?? denominator) !== undefined) {
      const from = own.options.map((name) => `--${name}`).join(', ');
      throw new CommandError(`--method ${method} takes its fields from ${from}, not from options`);
    }
    return { kind: 'none' };
  }
  if (own?.fields === 'series') {
    if (value2 !== undefined) throw new CommandError(`--method ${method} takes no --value2`);
    // Rates and people, without cases, are what inequality alone takes.
    if (
      value !== undefined &&
      (numerator ?? (method === 'inequality' ? undefined : denominator)) !== undefined
    )
      throw new CommandError('give --value, or --numerator and --denominator');
    if (value === undefined && (numerator === undefined) !== (denominator === undefined))
      throw new CommandError('--numerator and --denominator go together: one is missing');
    return {
      kind: 'series',
      value: value ?? null,
      numerator: numerator ?? null,
      denominator: denominator ?? null,
    };
  }
  const takesRate = own?.fields === 'rate' || TAKES_RATE.includes(method);
  if (method === 'neighbors') return { kind: 'none' };
  if ((numerator === undefined) !== (denominator === undefined)) {
    throw new CommandError('--numerator and --denominator go together: one is missing');
  }
  const isRate = numerator !== undefined && denominator !== undefined;
  if (isRate && value !== undefined) throw new CommandError('give --value, or --numerator and --denominator');
  if (isRate && takesRate) return { kind: 'rate', numerator, denominator };
  if (takesRate) {
    throw new CommandError(`--method ${method} needs --numerator and --denominator`);
  }
  if (isRate && REFUSES_RATE.includes(method) && !raw) {
    throw new CommandError(
      `--method ${method} does not test raw rates: those of small areas vary by chance and would be taken for ` +
        `clusters. Use --method eb-local-moran, which also gives global Moran's I of the standardized rates, or --raw`,
    );
  }
  if (isRate && (raw || method === 'classify') && !MAY_TAKE_TWO.includes(method)) {
    return { kind: 'rate', numerator, denominator };
  }
  if (isRate) throw new CommandError(`--method ${method} needs --value, not a rate`);
  if (value === undefined) throw new CommandError(`--method ${method} needs --value`);
  if (TAKES_TWO.includes(method) && value2 === undefined) {
    throw new CommandError(`--method ${method} needs --value2`);
  }
  if (value2 !== undefined && !MAY_TAKE_TWO.includes(method)) {
    throw new CommandError(`--method ${method} takes no --value2`);
  }
  return { kind: 'value', value, value2: value2 ?? null };
}

function breaksOf({ breaks, k, edges }: Values): BreakMethod {
  const kind = oneOf('breaks', breaks ?? (edges === undefined ? 'fisher' : 'fixed'), [
    'fisher',
    'quantile',
    'equal',
    'sd',
    'fixed',
  ]);
  if (kind !== 'fixed')
    return { kind, classes: numberOf('k', k, whole(1, 255), 'a whole number of 1 to 255') };
  const list = required('edges', edges).split(',');
  const numbers = list.map((edge) => numberOf('edges', edge, Number.isFinite, 'numbers with commas between'));
  if (numbers.length < 2 || numbers.length > 256) throw new CommandError('--edges needs 2 to 256 numbers');
  return { kind, breaks: numbers };
}

function permutationsOf(method: string, text: string | undefined): number {
  if (method === 'rank-sets') {
    const least = FEWEST_BOOTSTRAP_DRAWS;
    return numberOf(
      'permutations',
      text ?? '10000',
      whole(least, 1e6),
      `a whole number of ${least} to 1,000,000`,
    );
  }
  if (text === undefined) return method === 'moran' ? 0 : method === 'scan' ? 999 : 99_999;
  return numberOf('permutations', text, whole(0, 1e8), 'a whole number of 0 to 100,000,000');
}

function simultaneousOf(method: string, given: boolean): boolean {
  if (given && method !== 'rank-sets') throw new CommandError('--simultaneous goes with --method rank-sets');
  return given;
}

function referenceOf(method: string, text: string | undefined): number | null {
  if (text === undefined) return null;
  if (method !== 'local-moran' && method !== 'gi' && method !== 'gi-star') {
    throw new CommandError('--reference goes with --method local-moran, gi or gi-star');
  }
  return numberOf('reference', text, Number.isFinite, 'a number, with a decimal point');
}

/** What was given for the options of the method; those of another are refused. */
function ownOf(method: string, values: Values, methods: OwnMethods): AnalyzeOptions['own'] {
  const given = values as Readonly<Record<string, string | boolean | undefined>>;
  const text = (name: string) => (typeof given[name] === 'string' ? given[name] : undefined);
  const { options = [], optional = [] } = methods[method] ?? {};
  for (const [other, { options: theirs, optional: may = [] }] of Object.entries(methods)) {
    const strange = [...theirs, ...may].find(
      (name) => !options.includes(name) && !optional.includes(name) && text(name) !== undefined,
    );
    if (strange !== undefined) throw new CommandError(`--${strange} goes with --method ${other}`);
  }
  const chosen = optional.flatMap((name) => {
    const own = text(name);
    return own === undefined ? [] : [[name, own] as const];
  });
  return Object.fromEntries([
    ...options.map((name) => [name, required(name, text(name))] as const),
    ...chosen,
  ]);
}

function keyOf({ key, table }: Values): AnalyzeOptions['key'] {
  if (key === undefined) {
    if (table !== undefined) throw new CommandError('--table needs --key: the field that both have');
    return null;
  }
  const [property = '', column = property] = key.split('=', 2);
  return { property, column };
}

/** Reads the command line; null where help is asked for. @throws CommandError */
export function readOptions(args: readonly string[], methods: OwnMethods): AnalyzeOptions | null {
  const values = parsed(args, methods);
  if (values.help) return null;
  const method = oneOf('method', values.method, [...METHODS, ...Object.keys(methods)]);
  const metric = oneOf('metric', values.metric, ['haversine', 'euclidean']);
  const path = values['weights-file'];
  if (path === undefined && values.scheme !== undefined)
    throw new CommandError('--scheme needs --weights-file');
  const fields = fieldsOf(method, values, methods[method]);
  return {
    boundaries:
      fields.kind === 'series' ? (values.boundaries ?? '') : required('boundaries', values.boundaries),
    table: values.table ?? null,
    key: keyOf(values),
    fields,
    own: ownOf(method, values, methods),
    method,
    permutations: permutationsOf(method, values.permutations),
    seed: numberOf('seed', values.seed, whole(0, 2 ** 32 - 1), 'a whole number of 0 to 4294967295'),
    simultaneous: simultaneousOf(method, values.simultaneous),
    reference: referenceOf(method, values.reference),
    rateVariance: oneOf('rate-variance', values['rate-variance'], ['binomial', 'poisson']),
    breaks: breaksOf(values),
    model: oneOf('model', values.model, ['bernoulli', 'poisson']),
    largestShare: numberOf(
      'max-pop',
      values['max-pop'],
      (v) => v > 0 && v <= 1,
      'a share above 0, at most 1',
    ),
    points: values.points ?? null,
    rule: ruleOf(values.weights, metric),
    metric,
    islands: oneOf('islands', values.islands, ['attach', 'null']),
    weightsFile: path === undefined ? null : { path, scheme: values.scheme ?? null },
    style: oneOf('style', values.style, ['W', 'B']),
    out: required('out', values.out),
  };
}
