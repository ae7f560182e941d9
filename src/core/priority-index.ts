import type { Criterion, ScaledCriteria } from './criterion-scaling.ts';
import { invariant } from './problem.ts';

/**
 * How the urgencies of an area become one score. arithmetic: full compensation. geometric: an area must be urgent in
 * everything to be urgent. mazziotta-pareto: one extreme urgency raises the score although the others are low.
 */
export type Aggregation = 'arithmetic' | 'geometric' | 'mazziotta-pareto';

/** One score and one rank for each area. */
export interface PriorityIndex {
  readonly aggregation: Aggregation;
  /** By criterion, at least 0, sum 1. */
  readonly weights: Float64Array;
  /** By area, 0 (geometric: 1) to 100, 100 the most urgent; NaN where a criterion is lacking. */
  readonly score: Float64Array;
  /** By area: 1 is most urgent, equals share a rank (1, 1, 3); 0 where there is no score. */
  readonly rank: Uint32Array;
}

/** Scores that agree to this many parts of one point are equal: what differs less is the rounding of their sums. */
const PARTS_OF_A_POINT = 1e8;
const MOST_AREAS = Math.floor(Number.MAX_SAFE_INTEGER / (100 * PARTS_OF_A_POINT + 1));
/** Mazziotta & Pareto's index is made on 100 +- 10 standard deviations, 50 more than the urgency of a z score ... */
const SHIFT_OF_Z = 50;
/** ... and its adjusted form on 70 to 130 between goalposts, 60 points of which are 100 of ours. */
const SHIFT_OF_GOALPOSTS = (100 * 70) / 60;

/**
 * Weights in the same proportions that sum to 1.
 * @throws where a weight is below 0 or not finite, or all are 0.
 */
export function normalizeWeights(weights: ArrayLike<number>): Float64Array {
  const own = Float64Array.from(weights);
  let sum = 0;
  for (const weight of own) {
    invariant(weight >= 0 && Number.isFinite(weight), `a weight of ${weight}`);
    sum += weight;
  }
  invariant(sum > 0, 'a weight above 0');
  return own.map((weight) => weight / sum);
}

/**
 * Weights after one slider is moved: weight k becomes `value`, drawn in to 0 to 1, the others share the rest in the
 * proportions they had, equally where all were 0. The only criterion keeps its 1. A drag should call it with the
 * weights from before the drag, so that going to 1 and back restores the others.
 * @param weights at least 0, sum 1; not changed.
 */
export function withWeight(weights: Float64Array, k: number, value: number): Float64Array {
  invariant(k >= 0 && k < weights.length && !Number.isNaN(value), `weight ${k} of ${value}`);
  if (weights.length === 1) return Float64Array.of(1);
  const own = Math.min(1, Math.max(0, value));
  let others = 0;
  for (let j = 0; j < weights.length; j++) if (j !== k) others += weights[j]!;
  const equal = (1 - own) / (weights.length - 1);
  return weights.map((weight, j) => {
    if (j === k) return own;
    return others > 0 ? (weight / others) * (1 - own) : equal;
  });
}

/**
 * Scores and ranks. With u the urgencies of an area and w the weights:
 *
 * arithmetic: sum w u.
 * geometric: product (1 + 0.99 u)^w, 1 to 100 (OECD & JRC 2008).
 * mazziotta-pareto: mean + variance / mean of r = u + shift, less the shift, mean and variance weighted by w; that is
 * the penalty with a plus (Mazziotta & Pareto 2013, Riv. Ital. Econ. Demogr. Stat. 67:67), for a high score is bad.
 * Where every criterion is scaled by z, r is their 100 +- 10; else, their adjusted index (2016, Soc. Indic. Res.
 * 127:983), 70 to 130 between goalposts, told in 0 to 100. Never above the highest nor below the lowest u.
 *
 * Ranks compare scores rounded to 1e-8 points; of equal ones first comes the area of which scaling cut off more points
 * (weighted sum of ScaledCriteria.beyond), so that areas beyond a goalpost keep their order.
 * O(criteria areas + areas log areas).
 * @param weights by criterion, in any unit.
 * @throws as normalizeWeights, and where there are not as many weights as criteria.
 */
export function priorityIndex(
  scaled: ScaledCriteria,
  weights: ArrayLike<number>,
  aggregation: Aggregation,
): PriorityIndex {
  invariant(weights.length === scaled.urgency.length, `${weights.length} weights`);
  const own = normalizeWeights(weights);
  const score = new Float64Array(scaled.lacks.length);
  aggregate(scaled.urgency, own, aggregation, mazziottaParetoShift(scaled.criteria), score);
  const rank = new Uint32Array(score.length);
  rankInto(score, rank, new Float64Array(score.length), cutOff(scaled.beyond, scaled.drawnIn, own));
  return { aggregation, weights: own, score, rank };
}

/** What priorityIndex adds to urgencies before it aggregates them by mazziotta-pareto. */
export function mazziottaParetoShift(criteria: readonly Pick<Criterion, 'scaling'>[]): number {
  return criteria.every(({ scaling }) => scaling.kind === 'z') ? SHIFT_OF_Z : SHIFT_OF_GOALPOSTS;
}

/**
 * The scores of priorityIndex, nothing allocated but for mazziotta-pareto. Linear.
 * @param urgency by criterion, by area, 0 to 100; NaN gives NaN.
 * @param weights sum 1.
 * @param into by area, overwritten.
 */
export function aggregate(
  urgency: readonly Float64Array[],
  weights: Float64Array,
  aggregation: Aggregation,
  shift: number,
  into: Float64Array,
): void {
  into.fill(0);
  if (aggregation === 'geometric') {
    addWeighted(urgency, weights, into, logUrgency);
    for (let i = 0; i < into.length; i++) into[i] = Math.min(100, Math.exp(into[i]!));
    return;
  }
  addWeighted(urgency, weights, into, (u) => u);
  if (aggregation === 'arithmetic') return;
  const squares = new Float64Array(into.length);
  urgency.forEach((column, k) => {
    for (let i = 0; i < into.length; i++) squares[i]! += weights[k]! * (column[i]! - into[i]!) ** 2;
  });
  for (let i = 0; i < into.length; i++) into[i]! += squares[i]! / (into[i]! + shift);
}

/** The logarithm of an urgency on 1 to 100, as geometric aggregation takes it. */
export function logUrgency(urgency: number): number {
  return Math.log(1 + 0.99 * urgency);
}

/**
 * What each criterion adds to the score, by criterion, by area; never below 0; NaN where there is no score. The sum
 * over the criteria, taken in their order, is the score: exactly for arithmetic, else to rounding.
 *
 * arithmetic: w u. geometric: the score in proportion to w log(1 + 0.99 u), which is Shapley's share of its logarithm;
 * to w where all u are 0. mazziotta-pareto: w u, and what its distance from the mean adds to the variance. Linear.
 */
export function contributionsOf(
  scaled: ScaledCriteria,
  { weights, aggregation, score }: PriorityIndex,
): readonly Float64Array[] {
  const { urgency } = scaled;
  if (aggregation === 'arithmetic') return urgency.map((column, k) => column.map((u) => weights[k]! * u));
  if (aggregation === 'geometric') {
    const logs = new Float64Array(score.length);
    addWeighted(urgency, weights, logs, logUrgency);
    const share = (u: number, i: number): number => (logs[i] === 0 ? 1 : logUrgency(u) / logs[i]!);
    return urgency.map((column, k) => column.map((u, i) => score[i]! * weights[k]! * share(u, i)));
  }
  const shift = mazziottaParetoShift(scaled.criteria);
  const mean = new Float64Array(score.length);
  addWeighted(urgency, weights, mean, (u) => u);
  return urgency.map((column, k) =>
    column.map((u, i) => weights[k]! * (u + (u - mean[i]!) ** 2 / (mean[i]! + shift))),
  );
}

/**
 * Competition ranks of scores, 1 the highest, equal ones sharing it (1, 1, 3); 0 of NaN. Scores are equal where they
 * agree when rounded to 1e-8. O(n log n).
 * @param score 0 to 100, at most 900,000 of them.
 */
export function rankScores(score: Float64Array): Uint32Array {
  const rank = new Uint32Array(score.length);
  rankInto(score, rank, new Float64Array(score.length));
  return rank;
}

/** The weighted sum of what scaling cut off, by area; null where nothing was. Linear. */
export function cutOff(
  beyond: readonly Float64Array[],
  drawnIn: ArrayLike<number>,
  weights: Float64Array,
): Float64Array | null {
  const cut = beyond.flatMap((_, k) => (drawnIn[k]! > 0 && weights[k]! > 0 ? [k] : []));
  if (cut.length === 0) return null;
  const sum = new Float64Array(beyond[0]!.length);
  for (const k of cut) for (let i = 0; i < sum.length; i++) sum[i]! += weights[k]! * beyond[k]![i]!;
  return sum;
}

/**
 * rankScores into a given array.
 * @param scratch as long as the scores, overwritten.
 * @param second by area: of equal scores the higher comes first; null where equals are equal.
 */
export function rankInto(
  score: Float64Array,
  rank: Uint32Array,
  scratch: Float64Array,
  second: Float64Array | null = null,
): void {
  const areas = score.length;
  invariant(areas <= MOST_AREAS, `${areas} areas`);
  // Score and area in one number: sorting carries the area along.
  let ranked = 0;
  for (let i = 0; i < areas; i++) {
    if (!Number.isNaN(score[i]!)) scratch[ranked++] = comparable(score[i]!) * areas + i;
  }
  rank.fill(0);
  const ascending = scratch.subarray(0, ranked).sort();
  let [shared, before] = [0, Number.NaN];
  for (let at = ranked - 1; at >= 0; at--) {
    const i = ascending[at]! % areas;
    const own = ascending[at]! - i;
    if (own !== before) shared = ranked - at;
    before = own;
    rank[i] = shared;
  }
  if (second) breakTies(rank, second);
}

/** Ranks of equals by a second column; areas of which nothing was cut off have none to break. */
function breakTies(rank: Uint32Array, second: Float64Array): void {
  const groups = new Map<number, number[]>();
  for (let i = 0; i < rank.length; i++) {
    if (second[i] === 0 || rank[i] === 0) continue;
    if (!groups.has(rank[i]!)) groups.set(rank[i]!, []);
  }
  if (groups.size === 0) return;
  for (const [i, shared] of rank.entries()) groups.get(shared)?.push(i);
  for (const [shared, areas] of groups) {
    const own = (i: number): number => comparable(second[i]!);
    areas.sort((i, j) => own(j) - own(i));
    areas.forEach((i, at) => {
      const before = areas[at - 1];
      rank[i] = before !== undefined && own(before) === own(i) ? rank[before]! : shared + at;
    });
  }
}

/** A score as ranks compare it: a whole number. */
export function comparable(score: number): number {
  return Math.round(score * PARTS_OF_A_POINT);
}

function addWeighted(
  urgency: readonly Float64Array[],
  weights: Float64Array,
  into: Float64Array,
  of: (urgency: number) => number,
): void {
  for (let k = 0; k < urgency.length; k++) {
    const [column, weight] = [urgency[k]!, weights[k]!];
    for (let i = 0; i < into.length; i++) into[i]! += weight * of(column[i]!);
  }
}
