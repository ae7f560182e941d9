import { CONTROL_SIGMAS, type ControlChart, controlChart, Signal } from '#core/control-chart.ts';
import { aberrationP, EARS_PERIODS, earlyAberration } from '#core/early-aberration.ts';
import { adjustedForDiscoveries, DISCOVERY_RATE } from '#core/false-discovery.ts';
import { repeatedDepartureP } from '#core/repeated-trend.ts';
import type { AnalysisDocument } from './analysis-document.ts';
import { type AnalyzeOptions, CommandError } from './options.ts';
import { type AreaSeries, readSeries, SERIES_OPTIONS } from './series-file.ts';

const FLAGS: Readonly<Record<Signal, string | null>> = {
  [Signal.none]: null,
  [Signal.beyond]: 'beyond-limits',
  [Signal.run]: 'eight-on-one-side',
  [Signal.ewma]: 'ewma',
};

function baselineOf({ own }: AnalyzeOptions, { code, value }: AreaSeries): number {
  if (own.baseline === undefined) return value.length;
  const given = Number(own.baseline);
  if (!Number.isInteger(given) || given < 1 || given > value.length)
    throw new CommandError(
      `--baseline is "${own.baseline}": give the first periods it is made of, 1 to ${value.length}${code === null ? '' : ` of ${code}`}`,
    );
  return given;
}

function countsOf(method: string, { code, counts }: AreaSeries): NonNullable<AreaSeries['counts']> {
  if (counts) return counts;
  const where = code === null ? '' : ` (${code})`;
  throw new CommandError(`--method ${method} needs cases and people, --numerator and --denominator${where}`);
}

/** An area is named where what is last is unlike the baseline beyond what children measured again can make of it. */
function named(p: readonly number[]) {
  const q = adjustedForDiscoveries(Float64Array.from(p));
  return (i: number) => ({
    p: p[i],
    q: q[i],
    class: Number.isNaN(p[i]!) ? 'no-data' : q[i]! <= DISCOVERY_RATE ? 'changed' : 'not-significant',
  });
}

/** Limits of Laney's chart as published, so many standard deviations of z from the center. */
function laneyLimits({ center, sigmaZ, z }: ControlChart, denominators: Float64Array, sigmas: number) {
  return Array.from(z, (own, k) => {
    if (Number.isNaN(own)) return own;
    const limit = center + sigmas * sigmaZ * Math.sqrt((center * (1 - center)) / denominators[k]!);
    return Math.min(1, Math.max(0, limit));
  });
}

function controlDocument(options: AnalyzeOptions): AnalysisDocument {
  const { series, warnings } = readSeries(options);
  const charts = series.map((each) => {
    const counts = countsOf(options.method, each);
    const baseline = baselineOf(options, each);
    return {
      ...each,
      counts,
      baseline,
      chart: controlChart(counts.numerators, counts.denominators, baseline),
    };
  });
  const name = named(
    charts.map(({ counts, steps, baseline }) => {
      const base = Array.from({ length: baseline }, (_, k) => k);
      return repeatedDepartureP(counts.numerators, counts.denominators, steps, steps.length - 1, base);
    }),
  );
  const areas = charts.map(({ code, periods, value, counts, baseline, chart }, index) => {
    const { center, sigmaZ, deviation } = chart;
    const limits =
      options.method === 'ewma'
        ? { ewma: [...chart.ewma], ewmaLimit: [...chart.ewmaLimit] }
        : {
            lcl: [...chart.plainLow],
            ucl: [...chart.plainHigh],
            laneyLcl: laneyLimits(chart, counts.denominators, -CONTROL_SIGMAS),
            laneyUcl: laneyLimits(chart, counts.denominators, CONTROL_SIGMAS),
            low: [...chart.low],
            high: [...chart.high],
          };
    return {
      index,
      code,
      ...name(index),
      periods,
      baseline,
      center,
      sigmaZ,
      deviation,
      value: [...value],
      z: [...chart.z],
      ...limits,
      flags: Array.from(chart.signal, (signal) => FLAGS[signal as Signal]),
    };
  });
  const used = charts.filter(({ chart }) => !Number.isNaN(chart.center)).length;
  return documentOf(options, areas, warnings, used);
}

function earsDocument(options: AnalyzeOptions): AnalysisDocument {
  const { series, warnings } = readSeries(options);
  const name = named(
    series.map(({ counts, steps }) =>
      counts ? aberrationP(counts.numerators, counts.denominators, steps, steps.length - 1) : Number.NaN,
    ),
  );
  const areas = series.map(({ code, periods, value, counts }, index) => {
    const found = Array.from(value, (_, at) => earlyAberration(value, at));
    const { p, q } = name(index);
    const alarm = found.at(-1)?.alarm ?? null;
    const reason = value.length < EARS_PERIODS ? 'too-short' : Number.isNaN(value.at(-1)!) ? 'no-data' : null;
    // Without counts nothing tells how far chance reaches: an alarm is one of its own series alone.
    const isSure = counts ? q! <= DISCOVERY_RATE : true;
    return {
      index,
      code,
      p,
      q,
      class: reason ?? (alarm && isSure ? 'look-at-data' : 'none'),
      periods,
      value: [...value],
      c1: found.map(({ c1 }) => c1),
      c2: found.map(({ c2 }) => c2),
      c3: found.map(({ c3 }) => c3),
      alarms: found.map((each) => each.alarm),
      reason,
    };
  });
  const used = areas.filter(({ reason }) => reason === null).length;
  const said = series.some(({ counts }) => counts)
    ? []
    : ['no-counts: alarms are each of its own series alone'];
  return documentOf(options, areas, [...warnings, ...said], used);
}

function documentOf(
  { method, seed }: AnalyzeOptions,
  areas: AnalysisDocument['areas'],
  warnings: readonly string[],
  used: number,
): AnalysisDocument {
  const inference = { permutations: 0, seed, correction: 'benjamini-hochberg' };
  return { method, used, areas, global: null, weights: null, inference, warnings };
}

const baselineHelp = `p-chart, ewma
  --baseline N         the first N periods, of which center and variation are made
                       (default all)
`;

/** A p-chart with Laney's correction. */
export const chartMethod = {
  fields: 'series',
  options: [],
  optional: [...SERIES_OPTIONS, 'baseline'],
  document: controlDocument,
  help: baselineHelp,
} as const;

/** Its z, exponentially weighted. */
export const ewmaMethod = { ...chartMethod, help: '' } as const;

/** Early signs that the data be looked at. */
export const earsMethod = {
  fields: 'series',
  options: [],
  optional: SERIES_OPTIONS,
  document: earsDocument,
  help: `ears
  C1, C2 and C3 of every period: a rise above the seven before; from 10 periods
`,
} as const;
