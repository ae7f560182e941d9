import { CellStatus, MINIMUM_RATE_DENOMINATOR } from '#core/area-table.ts';
import { NO_CLASS } from '#core/classification.ts';
import { exceedanceMap } from '#core/exceedance.ts';
import { overallRate } from '#core/rates.ts';
import type { AnalysisDocument } from './analysis-document.ts';
import { readCounts } from './analysis-method.ts';
import type { AreaFile } from './area-file.ts';
import { type AnalyzeOptions, CommandError } from './options.ts';

const CITY = 'city';

function document({ own, fields, seed }: AnalyzeOptions, file: AreaFile): AnalysisDocument {
  if (fields.kind !== 'rate')
    throw new CommandError('--method exceedance needs --numerator and --denominator');
  const { numerator, denominator } = readCounts(fields, file);
  // More cases than people are no proportion, and take no part.
  const counted = numerator.map((n, i) => (denominator[i]! > 0 && n <= denominator[i]! ? 1 : 0));
  const taken = (column: Float64Array) => column.filter((_, i) => counted[i] === 1);
  if (!counted.includes(1)) throw new CommandError('no area has people and a number of cases among them');
  const given = own.threshold === CITY ? Number.NaN : Number(own.threshold);
  if (own.threshold !== CITY && !(given > 0 && given < 1))
    throw new CommandError(`--threshold is "${own.threshold}": give a rate between 0 and 1, or ${CITY}`);
  const threshold =
    own.threshold === CITY
      ? overallRate({ numerator: taken(numerator), denominator: taken(denominator) })
      : given;
  const shown = denominator.map((N, i) => (counted[i] === 1 && N >= MINIMUM_RATE_DENOMINATOR ? 1 : 0));
  const value = numerator.map((n, i) => (shown[i] === 1 ? n / denominator[i]! : Number.NaN));
  const status = (of: Float64Array, otherwise: CellStatus) =>
    Uint8Array.from(of, (is) => (is === 1 ? CellStatus.observed : otherwise));
  const map = exceedanceMap(
    {
      measure: 'rate',
      value,
      status: status(shown, CellStatus.tooFew),
      table: { numerator, denominator, status: status(counted, CellStatus.notReported) },
    },
    threshold,
  );
  const reason = (i: number): string | null => {
    if (counted[i] !== 1) return denominator[i] === 0 ? 'no-denominator' : 'missing';
    if (shown[i] !== 1) return 'too-few';
    return map.distinguishes ? null : 'not-distinguished';
  };
  return {
    method: 'exceedance',
    used: counted.reduce((sum, one) => sum + one, 0),
    areas: file.features.map((_, index) => ({
      index,
      code: file.codes?.[index] || null,
      value: value[index],
      probability: map.probability[index],
      class: map.classOf[index] === NO_CLASS ? null : map.classOf[index],
      reason: reason(index),
    })),
    global: { threshold, ...map.prior, distinguishes: map.distinguishes },
    weights: null,
    inference: { permutations: 0, seed, correction: 'none' },
    warnings: file.warnings,
  };
}

/** P(rate > threshold) of each area. */
export const exceedanceMethod = {
  fields: 'rate',
  options: ['threshold'],
  document,
  help: `exceedance
  --threshold X        P(rate > X) by area: a rate between 0 and 1, or city for the
                       rate of all areas; with --numerator and --denominator
`,
} as const;
