import { type Criterion, type ScaledCriteria, scaleCriteria } from './criterion-scaling.ts';
import {
  type Aggregation,
  comparable,
  logUrgency,
  normalizeWeights,
  type PriorityIndex,
  priorityIndex,
  withWeight,
} from './priority-index.ts';
import { invariant } from './problem.ts';

/** What would take an area out of the list. At `to` itself it still shares the last place; beyond, it is out. */
export interface Counterfactual {
  /** The value or weight now. */
  readonly from: number;
  readonly to: number;
}

export interface CounterfactualQuery {
  readonly area: number;
  /** Position of the criterion whose value or weight changes. */
  readonly criterion: number;
  /** The list holds ranks 1 to this. */
  readonly top: number;
  readonly aggregation: Aggregation;
}

/** Where no formula is at hand, the way is tried in so many steps, and the first that leads out halved so often. */
const STEPS = 64;
const HALVINGS = 50;

/**
 * The smallest change of one value of one area, everything else as it is, that takes it out of the list; in the unit of
 * the value. It goes no further than the less urgent goalpost or, without goalposts, the least urgent value that an area
 * compared has.
 *
 * By formula for arithmetic aggregation between goalposts. Else by trial, all areas scaled anew each time, for a mean
 * or percentile moves with the value: within a 64th of the way the first crossing, then to rounding; a list left and
 * entered again within one step is passed over. O(areas), by trial 114 times the cost of scaleCriteria.
 * Of an area that shares its score with others and is told from them by what goalposts cut off, the value at the
 * goalpost, which is further than need be.
 * @param criteria with their weights.
 * @returns null where the area is not in the list or has no rank, or no such value takes it out.
 * @throws where area, criterion or top are out of range, and as priorityIndex.
 */
export function valueCounterfactual(
  criteria: readonly Criterion[],
  query: CounterfactualQuery,
): Counterfactual | null {
  const { area, criterion: k, aggregation } = query;
  const scaled = scaleCriteria(criteria);
  checkQuery(scaled, query);
  const weights = normalizeWeights(criteria.map(({ weight }) => weight));
  const index = priorityIndex(scaled, weights, aggregation);
  const { score } = index;
  if (!isListed(index, query)) return null;
  const { values, scaling, direction } = criteria[k]!;
  const from = values[area]!;
  if (scaling.kind === 'goalposts' && aggregation === 'arithmetic') {
    const excess = score[area]! - lastPlace(score, query);
    const urgency = scaled.urgency[k]![area]! - excess / weights[k]!;
    if (!(comparable(urgency * weights[k]!) > 0)) return null;
    const share = (direction === 'more-is-worse' ? urgency : 100 - urgency) / 100;
    return { from, to: scaling.low + share * (scaling.high - scaling.low) };
  }
  const changed = values.slice();
  const tried = criteria.map((each, at) => (at === k ? { ...each, values: changed } : each));
  return firstCrossing(from, leastUrgent(criteria[k]!, scaled.complete), (value) => {
    changed[area] = value;
    return !isListed(priorityIndex(scaleCriteria(tried), weights, aggregation), query);
  });
}

/**
 * The smallest change of one weight, the others keeping their proportions (withWeight), that takes an area out of the
 * list: above or below, whichever is nearer.
 *
 * By formula for arithmetic aggregation, where scores are straight lines of the weight, and geometric, where their
 * logarithms are: O(criteria areas + areas log areas). Else by trial to either side, as valueCounterfactual.
 * @param weights in any unit; those of the answer are of a sum of 1.
 * @returns null where the area is not in the list or has no rank, or no weight of 0 to 1 takes it out.
 * @throws where area, criterion or top are out of range, and as priorityIndex.
 */
export function weightCounterfactual(
  scaled: ScaledCriteria,
  weights: ArrayLike<number>,
  query: CounterfactualQuery,
): Counterfactual | null {
  checkQuery(scaled, query);
  const { criterion: k, aggregation } = query;
  const own = normalizeWeights(weights);
  const indexAt = (weight: number): PriorityIndex =>
    priorityIndex(scaled, withWeight(own, k, weight), aggregation);
  if (!isListed(priorityIndex(scaled, own, aggregation), query) || own.length === 1) return null;
  const from = own[k]!;
  const nearer = (first: Counterfactual | null, second: Counterfactual | null): Counterfactual | null => {
    if (first === null || second === null) return first ?? second;
    return Math.abs(second.to - from) < Math.abs(first.to - from) ? second : first;
  };
  if (aggregation === 'mazziotta-pareto') {
    const leaves = (weight: number): boolean => !isListed(indexAt(weight), query);
    return nearer(firstCrossing(from, 0, leaves), firstCrossing(from, 1, leaves));
  }
  const lines = aheadLines(scaled, withWeight(own, k, 0), query);
  return nearer(lineCrossing(lines, from, 0, query.top), lineCrossing(lines, from, 1, query.top));
}

function checkQuery({ lacks, urgency }: ScaledCriteria, { area, criterion, top }: CounterfactualQuery): void {
  invariant(area >= 0 && area < lacks.length, `area ${area} of ${lacks.length}`);
  invariant(criterion >= 0 && criterion < urgency.length, `criterion ${criterion} of ${urgency.length}`);
  invariant(Number.isInteger(top) && top >= 1, `top ${top}`);
}

/** Whether the area has one of the first `top` ranks. */
function isListed({ rank }: PriorityIndex, { area, top }: CounterfactualQuery): boolean {
  return rank[area]! > 0 && rank[area]! <= top;
}

/** The score below which an area is out: that of the last in a list of the others; without so many, none. */
function lastPlace(score: Float64Array, { area, top }: CounterfactualQuery): number {
  const others = score.filter((each, i) => i !== area && !Number.isNaN(each)).sort();
  return others.length < top ? Number.NEGATIVE_INFINITY : others[others.length - top]!;
}

function leastUrgent({ values, direction, scaling }: Criterion, complete: Uint32Array): number {
  const worse = direction === 'more-is-worse';
  if (scaling.kind === 'goalposts') return worse ? scaling.low : scaling.high;
  return complete.reduce(
    (least, i) => (worse ? Math.min(least, values[i]!) : Math.max(least, values[i]!)),
    values[complete[0]!]!,
  );
}

/** The last value on the way from one to another before `leaves` first holds. */
function firstCrossing(from: number, end: number, leaves: (x: number) => boolean): Counterfactual | null {
  const at = (step: number): number => (step === STEPS ? end : from + ((end - from) * step) / STEPS);
  for (let step = 1; step <= STEPS; step++) {
    if (!leaves(at(step))) continue;
    let [inside, outside] = [at(step - 1), at(step)];
    for (let halving = 0; halving < HALVINGS; halving++) {
      const middle = (inside + outside) / 2;
      if (leaves(middle)) outside = middle;
      else inside = middle;
    }
    return { from, to: inside };
  }
  return null;
}

/** By other area compared: how far it is ahead of the area asked for at a weight of 0, and what 1 more adds to that. */
interface AheadLines {
  readonly start: Float64Array;
  readonly slope: Float64Array;
}

/** @param rest the weights of the other criteria where that of the criterion is 0. */
function aheadLines(
  { urgency, complete }: ScaledCriteria,
  rest: Float64Array,
  { area, criterion, aggregation }: CounterfactualQuery,
): AheadLines {
  const of = aggregation === 'geometric' ? logUrgency : (u: number): number => u;
  const others = complete.filter((i) => i !== area);
  const start = new Float64Array(others.length);
  const slope = new Float64Array(others.length);
  others.forEach((i, at) => {
    const ahead = (column: Float64Array): number => of(column[i]!) - of(column[area]!);
    for (let j = 0; j < urgency.length; j++) start[at]! += rest[j]! * ahead(urgency[j]!);
    slope[at] = ahead(urgency[criterion]!) - start[at]!;
  });
  return { start, slope };
}

/** The weight nearest to `from` towards `end` beyond which at least `top` others are ahead. */
function lineCrossing(
  { start, slope }: AheadLines,
  from: number,
  end: number,
  top: number,
): Counterfactual | null {
  const forward = Math.sign(end - from);
  if (forward === 0) return null;
  const events: { readonly distance: number; readonly gain: number }[] = [];
  let ahead = 0;
  for (let i = 0; i < start.length; i++) {
    const now = start[i]! + slope[i]! * from;
    const rising = slope[i]! * forward;
    const level = comparable(now) === 0;
    if (comparable(now) > 0) ahead++;
    if (level && rising > 0) events.push({ distance: 0, gain: 1 });
    else if (!level && now > 0 !== rising > 0 && rising !== 0)
      events.push({ distance: -now / rising, gain: Math.sign(rising) });
  }
  events.sort((a, b) => a.distance - b.distance || a.gain - b.gain);
  for (const { distance, gain } of events) {
    if (distance >= Math.abs(end - from)) break;
    ahead += gain;
    if (ahead >= top) return { from, to: from + forward * distance };
  }
  return null;
}
