import type { LonLat } from '#core/area.ts';
import { canonicalOrder } from '#core/canonical-order.ts';
import { type Criterion, LACKS_NONE, type ScaledCriteria, scaleCriteria } from '#core/criterion-scaling.ts';
import { contributionsOf, type PriorityIndex, priorityIndex } from '#core/priority-index.ts';
import { type PriorityUncertainty, priorityUncertainty, surenessOf } from '#core/priority-uncertainty.ts';
import { finished } from '#core/stepped-work.ts';
import type { AnalysisDocument } from './analysis-document.ts';
import type { AreaFile } from './area-file.ts';
import { type PriorityQuestion, readCriteria } from './criteria-file.ts';
import { type AnalyzeOptions, CommandError } from './options.ts';

const LIST_LENGTH = 8;

/** The criteria with their areas in another order. */
function arranged(criteria: readonly Criterion[], order: Uint32Array): Criterion[] {
  const pick = (column: Float64Array): Float64Array => Float64Array.from(order, (i) => column[i]!);
  return criteria.map(({ counts, ...rest }) => ({
    ...rest,
    values: pick(rest.values),
    ...(counts && {
      counts: { numerator: pick(counts.numerator), denominator: pick(counts.denominator) },
    }),
  }));
}

function topOf({ top }: PriorityQuestion, compared: number): number {
  if (compared === 0) return 0;
  if (top !== null && top > compared) {
    throw new CommandError(
      `top is ${top}, but ${compared} areas have every criterion: give 1 to ${compared}`,
    );
  }
  return top ?? Math.min(LIST_LENGTH, compared);
}

function uncertaintyOf(
  { aggregation, runs, seed, vary, concentration }: PriorityQuestion,
  criteria: readonly Criterion[],
  top: number,
): PriorityUncertainty | null {
  if (runs === 0 || top === 0) return null;
  const draw = priorityUncertainty(criteria, {
    seed,
    aggregation,
    top,
    runs,
    concentration: vary.includes('weights') ? concentration : Number.POSITIVE_INFINITY,
    ...(vary.includes('scaling') ? {} : { scalings: [] }),
    ...(vary.includes('aggregation') ? {} : { aggregations: [] }),
    rates: vary.includes('posterior'),
  });
  return finished(draw);
}

function reasonOf({ values, counts }: Criterion, i: number, least: number): string | null {
  if (Number.isFinite(values[i]!)) return null;
  if (!counts || Number.isNaN(counts.denominator[i]!) || Number.isNaN(counts.numerator[i]!)) return 'no-data';
  return counts.denominator[i] === 0 || least <= 0 ? 'no-population' : 'too-few-people';
}

function rowsOf(
  question: PriorityQuestion,
  { criteria, urgency, beyond, lacks }: ScaledCriteria,
  index: PriorityIndex,
  contributions: readonly Float64Array[],
  uncertainty: PriorityUncertainty | null,
  top: number,
) {
  return (i: number) => {
    const lacking = lacks[i] === LACKS_NONE ? null : criteria[lacks[i]!]!;
    const rank = index.rank[i]!;
    const inTop = uncertainty?.inTop[i] ?? Number.NaN;
    const sureness = Number.isNaN(inTop) ? null : surenessOf(rank <= top, inTop, uncertainty?.runs ?? 0);
    return {
      score: index.score[i],
      rank: rank === 0 ? null : rank,
      expectedRank: uncertainty?.mean[i] ?? null,
      rankLow: uncertainty?.low[i] ?? null,
      rankMedian: uncertainty?.median[i] ?? null,
      rankHigh: uncertainty?.high[i] ?? null,
      inTop,
      robust: sureness && sureness === 'sure',
      onEdge: sureness && sureness === 'edge',
      contributions: contributions.map((column) => column[i]),
      urgencies: urgency.map((column) => column[i]),
      beyondGoalposts: beyond.map((column) => (lacking ? null : column[i] !== 0)),
      values: criteria.map(({ values }) => values[i]),
      reason: lacking && reasonOf(lacking, i, question.leastDenominator),
      lacks: lacking?.id ?? null,
    };
  };
}

/** Scores, ranks and how sure they are, as `analyze` writes them. @throws CommandError */
function priorityDocument(
  question: PriorityQuestion,
  { codes, warnings }: AreaFile,
  centroids: readonly LonLat[],
): AnalysisDocument {
  const { aggregation, seed, vary, concentration, leastDenominator } = question;
  const order = canonicalOrder(codes, centroids);
  const criteria = arranged(question.criteria, order);
  const scaled = scaleCriteria(criteria);
  const weights = criteria.map(({ weight }) => weight);
  const index = priorityIndex(scaled, weights, aggregation);
  const compared = scaled.complete.length;
  const top = topOf(question, compared);
  const uncertainty = uncertaintyOf(question, criteria, top);
  const row = rowsOf(question, scaled, index, contributionsOf(scaled, index), uncertainty, top);
  const place = new Uint32Array(order.length);
  order.forEach((i, k) => {
    place[i] = k;
  });
  return {
    method: 'priority',
    used: compared,
    areas: Array.from(place, (k, i) => ({ index: i, code: codes?.[i] || null, ...row(k) })),
    global: {
      criteria: criteria.map(({ id, direction, scaling }, k) => ({
        name: id,
        direction,
        scaling: scaling.kind,
        low: 'low' in scaling ? scaling.low : null,
        high: 'high' in scaling ? scaling.high : null,
        weight: index.weights[k],
        drawnIn: scaled.drawnIn[k],
      })),
      aggregation,
      top,
      leastDenominator,
      runs: uncertainty?.runs ?? 0,
      vary,
      concentration,
      // Their counts vary between the areas no more than chance alone explains.
      alike: uncertainty?.alike.map((k) => criteria[k]?.id) ?? [],
      rankResolution: uncertainty?.resolution ?? null,
      varianceShares: uncertainty && { ...uncertainty.share, interaction: uncertainty.interaction },
    },
    weights: null,
    inference: { permutations: 0, seed, correction: 'none' },
    warnings: compared === 0 ? [...warnings, 'no-area-has-every-criterion'] : warnings,
  };
}

export const priorityMethod = {
  fields: 'none',
  options: ['criteria'],
  document: ({ own, seed }: AnalyzeOptions, file: AreaFile, centroids: readonly LonLat[]): AnalysisDocument =>
    priorityDocument(readCriteria(own.criteria ?? '', file, seed), file, centroids),
  help: `priority
  --criteria F         JSON of priority: {criteria: [{field | numerator, denominator,
                       direction, scaling, low, high, weight}], aggregation, runs,
                       seed, top}
criteria of priority
  direction            more-is-worse or more-is-better
  scaling              goalposts (with low and high; rates are 0 to 1), z or percentile
  weight               0 or more, in any unit (default 1)
  name                 in the document (default the field, or numerator/denominator)
beside them
  aggregation          arithmetic, geometric or mazziotta-pareto (default arithmetic)
  runs                 of chance, 2 to 65534; 0 for none (default 2000)
  seed                 (default that of --seed)
  top                  areas on the list (default 8)
  vary                 what the runs draw: weights, aggregation, scaling, posterior
                       (default all)
  concentration        of the weights drawn: more is closer to yours (default 30)
  leastDenominator     rates over fewer people are not ranked (default 30)
`,
} as const;
