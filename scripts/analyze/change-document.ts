import { caseChange, childrenOfEither, sameChildren } from '#core/attendance-change.ts';
import { changeP, differenceInterval } from '#core/change.ts';
import { adjustedForDiscoveries, DISCOVERY_RATE } from '#core/false-discovery.ts';
import { monthsOf } from '#core/period.ts';
import { readPeriod } from '#core/period-text.ts';
import { fisherP, type Proportion, pooledTest } from '#core/two-proportions.ts';
import type { AnalysisDocument } from './analysis-document.ts';
import { type AnalyzeOptions, CommandError } from './options.ts';
import { type AreaSeries, readSeries, SERIES_NAMES, SERIES_OPTIONS, stepOf } from './series-file.ts';

/** Position of a period of --from or --to; without it counted from the end. */
function placeOf(
  option: 'from' | 'to',
  { own }: AnalyzeOptions,
  { periods, code, value }: AreaSeries,
  back: number,
): number {
  const asked = own[option];
  if (asked === undefined) return value.length - back;
  const period = readPeriod(asked);
  const at = (periods ?? []).findIndex((each) => readPeriod(each) === period);
  if (period === null || at < 0)
    throw new CommandError(
      `--${option} is "${asked}", which is no period${code === null ? '' : ` of ${code}`}`,
    );
  return at;
}

/** Months from one period to another; NaN where the file names none. */
function monthsBetween(periods: AreaSeries['periods'], from: number, to: number): number {
  const [first, later] = [periods?.[from] ?? '', periods?.[to] ?? ''];
  const period = readPeriod(first);
  return period === null ? Number.NaN : stepOf(later, first) * monthsOf(period).length;
}

function changeOf(options: AnalyzeOptions, series: AreaSeries) {
  const { counts, code, periods, others } = series;
  if (counts === null)
    throw new CommandError(
      `--method change needs cases and people, --numerator and --denominator${code === null ? '' : ` (${code})`}`,
    );
  const [from, to] = [placeOf('from', options, series, 2), placeOf('to', options, series, 1)];
  if (from < 0 || from >= to)
    throw new CommandError(
      `the change is from an earlier period to a later one${code === null ? '' : ` (${code})`}`,
    );
  const at = (k: number): Proportion => [counts.numerators[k]!, counts.denominators[k]!];
  const [earlier, later] = [at(from), at(to)];
  const isKnown =
    [...earlier, ...later].every((count) => !Number.isNaN(count)) && earlier[1] > 0 && later[1] > 0;
  const isWhole = isKnown && [...earlier, ...later].every(Number.isInteger);
  const [low, high] = differenceInterval(earlier, later);
  const pooled = isKnown ? pooledTest(earlier, later) : { z: Number.NaN, p: Number.NaN };
  const target = options.own.target === undefined ? undefined : others[options.own.target];
  const children = target
    ? childrenOfEither(target[from]!, target[to]!, monthsBetween(periods, from, to))
    : Number.NaN;
  const measured = ([n, N]: Proportion) => ({ n, N });
  const parts = caseChange(measured(earlier), measured(later));
  return {
    from: periods?.[from] ?? null,
    to: periods?.[to] ?? null,
    earlier: measured(earlier),
    later: measured(later),
    difference: later[0] / later[1] - earlier[0] / earlier[1],
    low,
    high,
    p: isKnown ? changeP(earlier, later) : Number.NaN,
    z: pooled.z,
    pPooled: pooled.p,
    pFisher: isWhole ? fisherP(earlier, later) : Number.NaN,
    cases: parts.cases,
    casesByMeasured: parts.byMeasured,
    casesByRate: parts.byRate,
    fall: parts.fall,
    sameChildren: sameChildren(measured(earlier), measured(later), children),
  };
}

function classOf(difference: number, q: number): string {
  if (Number.isNaN(q)) return 'no-data';
  if (q > DISCOVERY_RATE) return 'not-significant';
  return difference > 0 ? 'up' : 'down';
}

function document(options: AnalyzeOptions): AnalysisDocument {
  const { target } = options.own;
  const others = target === undefined ? [] : [target];
  const { series, warnings } = readSeries(options, { ...SERIES_NAMES, others });
  const changes = series.map((each) => changeOf(options, each));
  const q = adjustedForDiscoveries(Float64Array.from(changes, ({ p }) => p));
  return {
    method: 'change',
    used: changes.filter(({ p }) => !Number.isNaN(p)).length,
    areas: changes.map((own, index) => ({
      index,
      code: series[index]!.code,
      ...own,
      q: q[index],
      class: classOf(own.difference, q[index]!),
      reason: Number.isNaN(own.p) ? 'no-data' : null,
    })),
    global: null,
    weights: null,
    inference: { permutations: 0, seed: options.seed, correction: 'benjamini-hochberg' },
    warnings,
  };
}

/** From one period to a later one. */
export const changeMethod = {
  fields: 'series',
  options: [],
  optional: [...SERIES_OPTIONS, 'from', 'to', 'target'],
  document,
  help: `change
  --from P --to P      the two periods (default the last two)
  --target F           children who were to be measured: then bounds of the change among
                       those measured both times
`,
} as const;
