import {
  categoriesOf,
  EMERGING,
  EMERGING_PERIODS,
  emergingCategory,
  type Heat,
  type PeriodHeat,
  periodHeat,
  standardizedIn,
} from '#core/emerging-hotspot.ts';
import { mannKendall } from '#core/mann-kendall.ts';
import { normalTwoSidedP } from '#core/normal-distribution.ts';
import { OVERALL_RATE } from '#core/rates.ts';
import { finished } from '#core/stepped-work.ts';
import type { AnalysisDocument } from './analysis-document.ts';
import { readAreaFile } from './area-file.ts';
import { readAreaGraph, weightsDocument } from './area-graph.ts';
import { type AnalyzeOptions, CommandError } from './options.ts';
import { type AreaSeries, readSeries, SERIES_OPTIONS, seriesByCode } from './series-file.ts';

const NO_PATTERN = 'no pattern';

function trendOf(z: readonly number[]) {
  if (z.length < 2) return { trendS: null, trendZ: null, trendP: null };
  const own = mannKendall(z);
  return { trendS: own.s, trendZ: own.z, trendP: normalTwoSidedP(own.z) };
}

/** Of z and bins as they are: the definitions alone. */
function givenDocument(options: AnalyzeOptions): AnalysisDocument {
  const { series, warnings } = readSeries(options, {
    value: 'z',
    numerator: 'k',
    denominator: 'n',
    others: ['bins'],
  });
  const short = series.filter(({ value }) => value.length < EMERGING_PERIODS).length;
  const areas = series.map(({ code, value, others }, index) => {
    const where = code === null ? '' : ` of ${code}`;
    if (!others.bins)
      throw new CommandError(`no bins${where}: give them (1 hot, -1 cold, 0), or --boundaries`);
    const known = [...value.keys()].filter((k) => !Number.isNaN(value[k]!));
    const [z, bins] = [known.map((k) => value[k]!), known.map((k) => others.bins![k]!)];
    const strange = bins.find((bin) => bin !== 1 && bin !== -1 && bin !== 0);
    if (strange !== undefined) throw new CommandError(`bin ${strange}${where}: 1 is hot, -1 cold, 0 neither`);
    const found = emergingCategory(z, bins as readonly Heat[]);
    return {
      index,
      code,
      z: [...value],
      bins: [...others.bins],
      ...trendOf(z),
      class: found ? `${found.kind} ${found.heat > 0 ? 'hot' : 'cold'}` : NO_PATTERN,
      reason: z.length === 0 ? 'no-data' : null,
    };
  });
  return {
    method: 'emerging',
    used: areas.filter(({ reason }) => reason === null).length,
    areas,
    global: null,
    weights: null,
    inference: { permutations: 0, seed: options.seed, correction: 'none' },
    warnings:
      short > 0 ? [...warnings, `few-periods: ${short} series of fewer than ${EMERGING_PERIODS}`] : warnings,
  };
}

const dataOf = (series: readonly (AreaSeries | null)[], periods: number) =>
  Array.from({ length: periods }, (_, k) => {
    const column = (of: (own: AreaSeries) => number | undefined) =>
      Float64Array.from(series, (own) => (own && of(own)) ?? Number.NaN);
    return {
      value: column(({ value }) => value[k]),
      counts: {
        numerator: column(({ counts }) => counts?.numerators[k]),
        denominator: column(({ counts }) => counts?.denominators[k]),
      },
    };
  });

/** Of areas: Gi* of every period, then the definitions. */
function mapDocument(options: AnalyzeOptions): AnalysisDocument {
  const file = readAreaFile(options);
  const centroids = file.features.map(({ centroid }) => centroid);
  const areaGraph = readAreaGraph(options, file, centroids);
  const read = readSeries(options);
  if (options.own.series !== undefined && file.codes === null)
    throw new CommandError('--series beside --boundaries needs --key: the field that both have');
  const series = options.own.series === undefined ? read.series : seriesByCode(read.series, file.codes!);
  const lengths = new Set(read.series.map(({ value }) => value.length));
  if (lengths.size !== 1)
    throw new CommandError(
      'series of several lengths: give each area every period, null where it is not known',
    );
  const isRate = read.series.some(({ counts }) => counts);
  const { graph } = areaGraph;
  const { permutations, seed, style, rateVariance } = options;
  const periods = dataOf(series, [...lengths][0]!).map(({ value, counts }): PeriodHeat => {
    const tested = isRate ? standardizedIn(counts, rateVariance) : value;
    const question = { graph, codes: file.codes, centroids, permutations, seed, style };
    return finished(periodHeat(tested, isRate ? OVERALL_RATE : options.reference, question));
  });
  const map = categoriesOf(periods);
  const areas = file.features.map((_, i) => {
    const at = (column: 'z' | 'p' | 'q') => periods.map((own) => own[column][i]!);
    const place = map.category[i]!;
    const name = place === 0 ? NO_PATTERN : `${EMERGING[Math.abs(place) - 1]} ${place > 0 ? 'hot' : 'cold'}`;
    const reason = map.judged[i] === 1 ? null : map.periods[i]! < EMERGING_PERIODS ? 'too-short' : 'no-data';
    return {
      index: i,
      code: file.codes?.[i] || null,
      z: at('z'),
      p: at('p'),
      q: at('q'),
      bins: periods.map(({ heat }) => heat[i]),
      ...trendOf(at('z').filter((z) => !Number.isNaN(z))),
      periods: map.periods[i],
      hot: map.hot[i],
      cold: map.cold[i],
      class: reason ?? name,
      reason,
    };
  });
  const warnings = options.own.series === undefined ? file.warnings : [...file.warnings, ...read.warnings];
  return {
    method: 'emerging',
    used: map.judged.reduce((sum, own) => sum + own, 0),
    areas,
    global: { periods: read.series[0]?.periods ?? null },
    weights: weightsDocument(areaGraph, style),
    inference: { permutations, seed, correction: 'benjamini-hochberg' },
    warnings: isRate
      ? warnings
      : [...warnings, 'raw-values: those of small areas vary by chance; cases and people are standardized'],
  };
}

/** What became of hotspots. */
export const emergingMethod = {
  fields: 'series',
  options: [],
  optional: SERIES_OPTIONS,
  document: (options: AnalyzeOptions): AnalysisDocument =>
    options.boundaries === '' ? givenDocument(options) : mapDocument(options),
  help: `emerging
  with --boundaries    Gi* of every period by permutations, neighbors as of gi-star
  without              lists z and bins (1 hot, -1 cold, 0) of --series: definitions alone
`,
} as const;
