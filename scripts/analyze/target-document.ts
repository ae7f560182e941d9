import { readPeriod } from '#core/period-text.ts';
import { type PathTarget, PathVerdict, pathVerdicts, targetPath } from '#core/target-path.ts';
import type { AnalysisDocument } from './analysis-document.ts';
import { type AnalyzeOptions, CommandError } from './options.ts';
import { type AreaSeries, readSeries, SERIES_OPTIONS, stepOf } from './series-file.ts';

const CLASSES: Readonly<Record<PathVerdict, string>> = {
  [PathVerdict.none]: 'none',
  [PathVerdict.reached]: 'reached',
  [PathVerdict.unclear]: 'unclear',
  [PathVerdict.onTrack]: 'on-track',
  [PathVerdict.offTrack]: 'off-track',
};

function goalOf({ own }: AnalyzeOptions): Pick<PathTarget, 'measure' | 'value'> {
  const value = Number(own.goal);
  const isPercent = own.measure === 'prevalence';
  if (own.measure !== 'cases' && !isPercent)
    throw new CommandError(`--measure is "${own.measure}": give cases or prevalence`);
  if (!(value >= 0 && (!isPercent || value <= 100)))
    throw new CommandError(
      `--goal is "${own.goal}": give children, or of prevalence a percentage of 0 to 100`,
    );
  return isPercent ? { measure: 'rate', value: value / 100 } : { measure: 'count', value };
}

/** The due period in steps of the series; a number of periods after the first where it names none. */
function dueOf({ own }: AnalyzeOptions, { periods, code }: AreaSeries): number {
  const due = readPeriod(own.due ?? '');
  const step = periods && due !== null ? stepOf(due, periods[0]!) : Number.NaN;
  if (!Number.isFinite(step))
    throw new CommandError(
      `--due is "${own.due}": give a period of the kind of the series${code === null ? '' : ` (${code})`}, which has to name its own`,
    );
  return step;
}

function document(options: AnalyzeOptions): AnalysisDocument {
  const { series, warnings } = readSeries(options);
  const goal = goalOf(options);
  const lowerIsBetter = options.own.direction !== 'more-is-better';
  const targets = series.map((each) => ({ ...goal, due: dueOf(options, each) }));
  const paths = series.map(({ counts, steps, code }, i) => {
    if (counts === null)
      throw new CommandError(`--method target needs cases and people${code === null ? '' : ` (${code})`}`);
    return targetPath({ ...counts, times: steps }, targets[i]!, lowerIsBetter);
  });
  const verdicts = pathVerdicts(paths, targets, lowerIsBetter);
  const areas = paths.map(({ latest, change, gap, ...own }, index) => ({
    index,
    code: series[index]!.code,
    latest: latest && {
      value: latest.value,
      measured: latest.measured,
      period: series[index]!.periods?.[series[index]!.steps.indexOf(latest.time)],
    },
    ...own,
    fall: change?.fall ?? null,
    cases: change?.cases ?? null,
    casesByMeasured: change?.byMeasured ?? null,
    casesByRate: change?.byRate ?? null,
    class: CLASSES[verdicts[index] as PathVerdict],
    reason: gap,
  }));
  return {
    method: 'target',
    used: paths.filter(({ gap }) => gap === null).length,
    areas,
    global: { ...goal, due: options.own.due },
    weights: null,
    inference: { permutations: 0, seed: options.seed, correction: 'benjamini-hochberg' },
    warnings,
  };
}

/** Who is on track. */
export const targetMethod = {
  fields: 'series',
  options: ['measure', 'goal', 'due'],
  optional: [...SERIES_OPTIONS, 'direction'],
  document,
  help: `target
  --measure M          cases or prevalence; --goal X children, or percent; --due P period
`,
} as const;
