import { adjustedForDiscoveries, DISCOVERY_RATE } from '#core/false-discovery.ts';
import { type Estimate, type Inequality, inequality, type WelfareGroup } from '#core/inequality.ts';
import type { AnalysisDocument } from './analysis-document.ts';
import { type AnalyzeOptions, CommandError } from './options.ts';
import { type AreaSeries, readSeries, SERIES_NAMES } from './series-file.ts';

const NAMES = { ...SERIES_NAMES, ordered: ['desil', 'kelompok', 'group'], others: ['n'] } as const;

/** Cases and people by group: as given, or of rates and people. */
function countsOf({ own, fields }: AnalyzeOptions, { code, value, counts, others }: AreaSeries) {
  if (counts) return { numerator: counts.numerators, denominator: counts.denominators };
  const people = others[(fields.kind === 'series' ? fields.denominator : null) ?? 'n'];
  const where = code === null ? '' : ` of ${code}`;
  if (!people)
    throw new CommandError(
      `no people${where}: give --numerator and --denominator, or --value and --denominator`,
    );
  const scale = Number(own.scale ?? '1');
  if (!(scale > 0))
    throw new CommandError(`--scale is "${own.scale}": give 1, 100 of percent, 1000 of per mille`);
  const worst = value.findIndex((rate) => rate < 0 || rate > scale);
  if (worst >= 0)
    throw new CommandError(
      `${value[worst]}${where}, place ${worst}, is no rate of 0 to ${scale}; give --scale 100 of percent`,
    );
  return { numerator: value.map((rate, j) => (rate / scale) * people[j]!), denominator: people };
}

function groupsOf(options: AnalyzeOptions, series: AreaSeries): readonly WelfareGroup[] {
  const { numerator, denominator } = countsOf(options, series);
  return Array.from(denominator, (N, j) => ({ n: numerator[j]!, N }));
}

const estimate = ({ value, error, low, high }: Estimate) => ({ value, error, low, high });

function rowOf(own: Inequality) {
  return {
    mean: own.mean,
    difference: estimate(own.difference),
    ratio: estimate(own.ratio),
    sii: estimate(own.slope),
    rii: estimate(own.relative),
    siiLinear: estimate(own.straightSlope),
    aci: estimate(own.absoluteConcentration),
    rci: estimate(own.concentration),
    rciRegressionError: own.regressionError,
    erreygers: estimate(own.erreygers),
    wagstaff: estimate(own.wagstaff),
    p: own.p,
  };
}

function reasonOf({ difference, mean, slope }: Inequality): string | null {
  if (Number.isNaN(difference.value)) return 'no-data';
  if (Number.isNaN(mean)) return 'group-not-known';
  return Number.isNaN(slope.value) ? 'no-line' : null;
}

function document(options: AnalyzeOptions): AnalysisDocument {
  const { series, warnings } = readSeries(options, NAMES);
  const direction = options.own.direction ?? 'more-is-worse';
  if (direction !== 'more-is-worse' && direction !== 'more-is-better')
    throw new CommandError(`--direction is "${direction}": give more-is-worse or more-is-better`);
  const found = series.map((each) => inequality(groupsOf(options, each), direction === 'more-is-worse'));
  const q = adjustedForDiscoveries(Float64Array.from(found, ({ p }) => p));
  const areas = found.map((own, index) => ({
    index,
    code: series[index]!.code,
    groups: series[index]!.periods,
    ...rowOf(own),
    q: q[index],
    class: classOf(own, q[index]!),
    reason: reasonOf(own),
  }));
  return {
    method: 'inequality',
    used: found.filter((own) => reasonOf(own) === null).length,
    areas,
    global: { direction, scale: Number(options.own.scale ?? '1') },
    weights: null,
    inference: { permutations: 0, seed: options.seed, correction: 'benjamini-hochberg' },
    warnings,
  };
}

function classOf({ slope }: Inequality, q: number): string {
  if (Number.isNaN(q)) return 'no-data';
  if (q > DISCOVERY_RATE) return 'not-significant';
  return slope.value > 0 ? 'poor-worse-off' : 'rich-worse-off';
}

/** From the poorest group to the richest. */
export const inequalityMethod = {
  fields: 'series',
  options: [],
  optional: ['series', 'group', 'direction', 'scale'],
  document,
  help: `inequality
  --series F           groups in place of periods, the poorest first: {"Alak": {"k": [...],
                       "n": [...]}}, or a CSV with a row an area and group
  --group COLUMN       of the CSV (default desil, kelompok or group), 1 the poorest
  --value F --denominator F   rates and people, in place of cases and people; with
  --scale X            1, or 100 of percent, 1000 of per mille (default 1)
  --direction D        more-is-worse or more-is-better (default more-is-worse)
`,
} as const;
