import { NAMED_PERIODS, TREND_PERIODS, TrendVerdict, trendVerdict } from '#core/area-trend.ts';
import { adjustedForDiscoveries } from '#core/false-discovery.ts';
import { exactMannKendallP, kendallTau, mannKendall, senSlope } from '#core/mann-kendall.ts';
import { normalTwoSidedP } from '#core/normal-distribution.ts';
import { repeatedTrendP } from '#core/repeated-trend.ts';
import type { AnalysisDocument } from './analysis-document.ts';
import type { AnalyzeOptions } from './options.ts';
import { type AreaSeries, readSeries, SERIES_OPTIONS } from './series-file.ts';

const CLASSES: Readonly<Record<TrendVerdict, string>> = {
  [TrendVerdict.none]: 'no-data',
  [TrendVerdict.short]: 'too-short',
  [TrendVerdict.unclear]: 'not-significant',
  [TrendVerdict.maybeFalling]: 'maybe-falling',
  [TrendVerdict.maybeRising]: 'maybe-rising',
  [TrendVerdict.falling]: 'falling',
  [TrendVerdict.rising]: 'rising',
};

function trendOf({ value, counts, steps }: AreaSeries) {
  const known = [...value.keys()].filter((k) => !Number.isNaN(value[k]!));
  const values = known.map((k) => value[k]!);
  const times = known.map((k) => steps[k]!);
  const at = (column: Float64Array) => known.map((k) => column[k]!);
  const own = mannKendall(values);
  const repeated = counts && repeatedTrendP(at(counts.numerators), at(counts.denominators), times);
  const tau = kendallTau(values);
  const slope = senSlope(values, times);
  return { ...own, n: values.length, exact: exactMannKendallP(values), tau, slope, repeated };
}

function document(options: AnalyzeOptions): AnalysisDocument {
  const { series, warnings } = readSeries(options);
  const trends = series.map(trendOf);
  // A gap at the end does not hide what was before it, but nothing is named of what is no longer reported.
  const sure = trends.map(({ n, p, repeated }, i) =>
    n >= NAMED_PERIODS && !Number.isNaN(series[i]!.value.at(-1)!) ? Math.max(p, repeated ?? p) : Number.NaN,
  );
  const q = adjustedForDiscoveries(Float64Array.from(sure));
  const areas = trends.map(({ n, s, variance, z, p, exact, tau, slope, repeated }, index) => {
    const verdict = n === 0 ? TrendVerdict.none : trendVerdict(n, s, p, q[index]!);
    return {
      index,
      code: series[index]!.code,
      n,
      s,
      variance,
      z,
      p: n < 2 ? null : p,
      pNormal: n < 2 ? null : normalTwoSidedP(z),
      pExact: n < 2 ? null : exact,
      pRepeated: repeated,
      q: q[index],
      tauA: tau.a,
      tauB: tau.b,
      slope,
      class: CLASSES[verdict],
      reason: n === 0 ? 'no-data' : n < TREND_PERIODS ? 'too-short' : null,
    };
  });
  return {
    method: 'mann-kendall',
    used: trends.filter(({ n }) => n >= TREND_PERIODS).length,
    areas,
    global: null,
    weights: null,
    inference: { permutations: 0, seed: options.seed, correction: 'benjamini-hochberg' },
    warnings: series.some(({ counts }) => counts)
      ? warnings
      : [...warnings, 'no-counts: children measured again are not allowed for'],
  };
}

/** Whether each series rises or falls. */
export const trendMethod = {
  fields: 'series',
  options: [],
  optional: SERIES_OPTIONS,
  document,
  help: `series (mann-kendall and those below)
  --series F           CSV with a row an area and period, or JSON with lists by name:
                       {"Alak": {"x": [3, 2, null, 1], "periods": ["2025-Q1", ...]}}
  --key COLUMN         of the CSV: code of the area (without: one series)
  --period COLUMN      of the CSV (default period, periode, bulan or triwulan)
  --value F            the value (JSON default x), or
  --numerator F --denominator F   cases and people (JSON default k and n)
                       without --series: fields of the boundaries or table in the order
                       of time, with commas between; --periods 2025-Q1,... where they
                       do not follow each other
`,
} as const;
