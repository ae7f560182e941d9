import { MINIMUM_RATE_DENOMINATOR } from '#core/area-table.ts';
import { type Criterion, criterionRates, type Scaling } from '#core/criterion-scaling.ts';
import type { Aggregation } from '#core/priority-index.ts';
import { DIRICHLET_CONCENTRATION } from '#core/priority-uncertainty.ts';
import { UNCERTAIN_FACTORS, type UncertainFactor } from '#core/rank-tally.ts';
import { readCounts, refuse } from './analysis-method.ts';
import { type AreaFile, isRecord, readJson } from './area-file.ts';
import { CommandError } from './options.ts';

/** What the criteria file asks for. */
export interface PriorityQuestion {
  /** Columns by area in the order of the file; `id` is what the document calls the criterion. */
  readonly criteria: readonly Criterion[];
  readonly aggregation: Aggregation;
  /** 0 for ranks without intervals. */
  readonly runs: number;
  readonly seed: number;
  /** Null where the file does not say. */
  readonly top: number | null;
  /** What is drawn in the runs. */
  readonly vary: readonly UncertainFactor[];
  readonly concentration: number;
  /** Rates over fewer people are not ranked. */
  readonly leastDenominator: number;
}

type Members = Readonly<Record<string, unknown>>;

const FILE_MEMBERS = [
  'criteria',
  'aggregation',
  'runs',
  'seed',
  'top',
  'vary',
  'concentration',
  'leastDenominator',
];
const CRITERION_MEMBERS = [
  'field',
  'name',
  'numerator',
  'denominator',
  'direction',
  'scaling',
  'low',
  'high',
  'weight',
];
const AGGREGATIONS = ['arithmetic', 'geometric', 'mazziotta-pareto'] as const;
const DIRECTIONS = ['more-is-worse', 'more-is-better'] as const;
const SCALINGS = ['goalposts', 'z', 'percentile'] as const;
const RUNS = 2000;
const MOST_RUNS = 65_534;

const said = (value: unknown): string =>
  value === undefined || value === null ? 'is missing' : `is ${JSON.stringify(value).slice(0, 40)}`;

/** Members of one object of the file; what is wrong is said with its place. */
function membersOf(value: unknown, where: string, allowed: readonly string[]) {
  if (!isRecord(value)) throw new CommandError(`${where} is no object: give {"${allowed[0]}": ...}`);
  const members: Members = value;
  const strange = Object.keys(members).find((name) => !allowed.includes(name));
  if (strange !== undefined) {
    throw new CommandError(`${where} has "${strange}", which is unknown: it takes ${allowed.join(', ')}`);
  }
  const wrong = (name: string, wanted: string): never => {
    throw new CommandError(`${where}: ${name} ${said(members[name])}: give ${wanted}`);
  };
  return {
    wrong,
    has: (name: string): boolean => members[name] !== undefined && members[name] !== null,
    text(name: string): string {
      const own = members[name];
      return typeof own === 'string' && own !== '' ? own : wrong(name, 'the name of a field');
    },
    number(name: string, valid: (own: number) => boolean, wanted: string): number {
      const own = members[name];
      return typeof own === 'number' && valid(own) ? own : wrong(name, wanted);
    },
    choice<T extends string>(name: string, choices: readonly T[]): T {
      return choices.find((each) => each === members[name]) ?? wrong(name, `one of ${choices.join(', ')}`);
    },
    list(name: string, wanted: string): readonly unknown[] {
      const own = members[name];
      return Array.isArray(own) ? own : wrong(name, wanted);
    },
  };
}

type Reader = ReturnType<typeof membersOf>;

const whole = (least: number, most: number) => (value: number) =>
  Number.isInteger(value) && value >= least && value <= most;

function scalingOf(reader: Reader, isRate: boolean, where: string, warnings: string[]): Scaling {
  const kind = reader.choice('scaling', SCALINGS);
  if (kind !== 'goalposts') {
    if (reader.has('low') || reader.has('high'))
      warnings.push(`goalposts-not-used: ${where} scales by ${kind}`);
    return { kind };
  }
  const finite = 'a number: the value of no urgency, beside high, that of the greatest';
  const low = reader.number('low', Number.isFinite, finite);
  const high = reader.number('high', Number.isFinite, finite.replace('high', 'low'));
  if (low >= high) {
    reader.wrong('high', `more than low (${low}); where more is better say so by direction`);
  }
  if (isRate && high > 1) warnings.push(`goalposts-beyond-rates: ${where} ends at ${high}; rates are 0 to 1`);
  return { kind, low, high };
}

function criterionOf(value: unknown, where: string, file: AreaFile, leastDenominator: number): Criterion {
  const reader = membersOf(value, where, CRITERION_MEMBERS);
  const isRate = reader.has('numerator') || reader.has('denominator');
  if (isRate && reader.has('field')) reader.wrong('field', 'it, or numerator and denominator');
  const fields = isRate
    ? { kind: 'rate' as const, numerator: reader.text('numerator'), denominator: reader.text('denominator') }
    : null;
  const field = fields ? `${fields.numerator}/${fields.denominator}` : reader.text('field');
  const common = {
    id: reader.has('name') ? reader.text('name') : field,
    direction: reader.choice('direction', DIRECTIONS),
    scaling: scalingOf(reader, isRate, where, file.warnings),
    weight: reader.has('weight')
      ? reader.number('weight', (own) => own >= 0 && Number.isFinite(own), '0 or more')
      : 1,
  };
  if (!fields) {
    const values = file.numbers(field, 'percent');
    refuse(values, field, (own) => !Number.isFinite(own), 'no finite number');
    return { ...common, values };
  }
  const counts = readCounts(fields, file);
  const over = (n: number, i: number) => n > counts.denominator[i]!;
  refuse(
    counts.numerator,
    fields.numerator,
    over,
    `more than ${fields.denominator}; mend it, or give a field`,
  );
  const ranked = criterionRates(counts).map((rate, i) =>
    counts.denominator[i]! < leastDenominator ? Number.NaN : rate,
  );
  return { ...common, values: ranked, counts };
}

/** Reads the criteria and their columns. @param seed where the file names none. @throws CommandError */
export function readCriteria(path: string, file: AreaFile, seed: number): PriorityQuestion {
  const reader = membersOf(readJson(path), path, FILE_MEMBERS);
  const list = reader.list(
    'criteria',
    '[{"field": ..., "direction": ..., "scaling": ..., "weight": ...}, ...]',
  );
  if (list.length === 0) reader.wrong('criteria', 'at least one');
  const read = <T>(name: string, standard: T, own: () => T): T => (reader.has(name) ? own() : standard);
  const leastDenominator = read('leastDenominator', MINIMUM_RATE_DENOMINATOR, () =>
    reader.number('leastDenominator', (own) => own >= 0 && Number.isFinite(own), '0 or more people'),
  );
  const criteria = list.map((each, k) =>
    criterionOf(each, `${path}: criteria[${k}]`, file, leastDenominator),
  );
  if (criteria.every(({ weight }) => weight === 0)) {
    throw new CommandError(`${path}: every weight is 0: give one above 0`);
  }
  const factors = `a list of ${UNCERTAIN_FACTORS.join(', ')}`;
  const vary = read<readonly UncertainFactor[]>(
    'vary',
    UNCERTAIN_FACTORS,
    () => reader.list('vary', factors) as UncertainFactor[],
  );
  if (vary.some((each) => !UNCERTAIN_FACTORS.includes(each))) reader.wrong('vary', factors);
  const above = (own: number) => own > 0 && Number.isFinite(own);
  return {
    criteria,
    aggregation: read('aggregation', 'arithmetic', () => reader.choice('aggregation', AGGREGATIONS)),
    runs: read('runs', RUNS, () =>
      reader.number('runs', (own) => own === 0 || whole(2, MOST_RUNS)(own), `0, or 2 to ${MOST_RUNS}`),
    ),
    seed: read('seed', seed, () => reader.number('seed', whole(0, 2 ** 32 - 1), '0 to 4294967295')),
    top: read('top', null, () => reader.number('top', whole(1, 900_000), 'how many areas the list has')),
    vary,
    concentration: read('concentration', DIRICHLET_CONCENTRATION, () =>
      reader.number('concentration', above, 'a number above 0: the greater, the closer to the weights'),
    ),
    leastDenominator,
  };
}
