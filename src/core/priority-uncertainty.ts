import { type RatePosterior, ratePosterior } from './beta-binomial.ts';
import { createBetaDraws } from './beta-distribution.ts';
import { type DistrictQuota, quotaOrder, rankOrder } from './coverage-curve.ts';
import { type Criterion, type Scaling, scaleColumn, scaleCriteria } from './criterion-scaling.ts';
import {
  type Aggregation,
  aggregate,
  cutOff,
  mazziottaParetoShift,
  normalizeWeights,
  rankInto,
} from './priority-index.ts';
import { invariant } from './problem.ts';
import { createRandom, type Random } from './random.ts';
import { rankSets } from './rank-sets.ts';
import {
  createRankTally,
  createVarianceTally,
  type RankDistribution,
  type RankVariance,
  UNCERTAIN_FACTORS,
  type UncertainFactor,
} from './rank-tally.ts';
import type { RateCounts } from './rates.ts';

export interface UncertaintyOptions {
  readonly seed: number;
  readonly aggregation: Aggregation;
  /** How many areas the list has: 1 to the number of areas compared. */
  readonly top: number;
  /** By area, those that are not compared too: in every run the list is then drawn up by quotaOrder. */
  readonly quota?: DistrictQuota | null;
  /** By area, what values are multiplied by before they are scaled: rates by children give affected children. */
  readonly times?: Float64Array | null;
  /** 2 to 65,534, made even; 2,000 where not given. */
  readonly runs?: number;
  /** Of the Dirichlet distribution of the weights; Infinity keeps them. DIRICHLET_CONCENTRATION where not given. */
  readonly concentration?: number;
  /** Drawn from with equal chances for all criteria together; none keeps each criterion's own. All three by default. */
  readonly scalings?: readonly Scaling['kind'][];
  /** Drawn from with equal chances; none keeps the own. Arithmetic and geometric by default, and the own if another. */
  readonly aggregations?: readonly Aggregation[];
  /** Of one criterion with counts, and of at most MOST_SETS areas: add the confidence sets of its ranks. False by default. */
  readonly rankSets?: boolean;
  /** Draw the true rates of criteria with counts (ratePosterior); else their values are certain. True by default. */
  readonly rates?: boolean;
}

/** How sure the order of the areas is, and which choice it hangs on. NaN where an area lacks a criterion. */
export interface PriorityUncertainty extends RankDistribution, RankVariance {
  readonly runs: number;
  /** Positions of the criteria whose counts vary between the areas no more than chance alone explains. */
  readonly alike: readonly number[];
  /** Which ranks of a rate alone the counts leave open (rankSets), by area; null where it was not asked. */
  readonly rankSets: { readonly low: Float64Array; readonly high: Float64Array } | null;
}

/** Of three equal weights nine in ten draws are then between 0.20 and 0.48. */
export const DIRICHLET_CONCENTRATION = 30;
/** Areas above which confidence sets of ranks are not drawn beside the runs: their cost is that of all pairs. */
const MOST_SETS = 500;
const SET_STEPS = 4e8;
/** Share of the work that rank sets are taken to be. */
const SETS_SHARE = 0.5;
const SET_DRAWS = { least: 1_000, most: 10_000 } as const;
/** An area whose place in the list or outside it holds in at least this share of endless runs is sure. */
export const ROBUST_SHARE = 0.8;
/** Standard errors of the runs either side of that edge within which they do not tell on which side an area is. */
const EDGE_ERRORS = 3;

const SCALINGS: readonly Scaling['kind'][] = ['goalposts', 'z', 'percentile'];
const USUAL: readonly Aggregation[] = ['arithmetic', 'geometric'];
const CELLS_BETWEEN_YIELDS = 20_000;
/**
 * Where an estimate says that all areas have one true rate, the runs take a correlation of one in a million instead: the
 * areas then lie in nearly random order, as they do just above 0, and never all at the first place.
 */
const LEAST_OVERDISPERSION = 1e-6;

/** Whether a place is sure, unsure, or so near the edge between them that another seed might say the other. */
export type Sureness = 'sure' | 'edge' | 'unsure';

/** Half the width of the band about ROBUST_SHARE in which so many runs do not decide: 0.027 with 2,000. */
export function edgeBand(runs: number): number {
  return EDGE_ERRORS * Math.sqrt((ROBUST_SHARE * (1 - ROBUST_SHARE)) / runs);
}

/**
 * Whether an area is where it is, in the list or outside it, whatever was chosen (ROBUST_SHARE). Two seeds may tell
 * apart `sure` and `edge`, or `edge` and `unsure`; `sure` and `unsure` they tell apart once in some 50,000 times.
 * @param inTop share of the runs in which the area is in the list.
 */
export function surenessOf(listed: boolean, inTop: number, runs: number): Sureness {
  const above = (listed ? inTop : 1 - inTop) - ROBUST_SHARE;
  if (Math.abs(above) < edgeBand(runs)) return 'edge';
  return above > 0 ? 'sure' : 'unsure';
}

/**
 * Ranks of the priority index when what was chosen is drawn instead (Saisana, Saltelli & Tarantola 2005, J. R. Stat.
 * Soc. A 168:307): weights ~ Dirichlet(concentration w), a weight of 0 staying 0; the scaling of all criteria, where
 * goalposts are those given, else the extremes of the run; the aggregation; and the true rates of criteria with counts,
 * from the posterior that the areas compared share, of an overdispersion of at least one in a million. Areas that lack a
 * criterion take no part. Ranks as priorityIndex.
 * inTop counts ranks up to the top, or with a quota the first of quotaOrder, those of equal rank in the order of areas.
 *
 * Shares: of the variance of an area's rank, that of its mean given the choice, by pairs of runs that have this choice
 * in common (Saltelli et al. 2010, Comput. Phys. Commun. 181:259; Jansen 1999), summed over the areas; with 2,000
 * runs to about 0.03. An estimate below 0 is 0, and where they exceed 1 together they are scaled down to it.
 *
 * The same seed, criteria and order of areas give the same result. O(runs criteria areas log areas): 1,000 pairs of
 * runs, six indices each.
 * @returns a generator that yields the share done every few milliseconds.
 * @throws where top, runs, weights or goalposts are out of range, or the counts of an area compared are no proportion.
 */
export function* priorityUncertainty(
  criteria: readonly Criterion[],
  options: UncertaintyOptions,
): Generator<number, PriorityUncertainty> {
  const { complete, lacks } = scaleCriteria(criteria);
  const { top, runs = 2000 } = options;
  const areas = complete.length;
  const pairs = Math.ceil(runs / 2);
  invariant(Number.isInteger(top) && top >= 1 && top <= areas, `top ${top} of ${areas}`);
  invariant(pairs >= 1 && 2 * pairs <= 0xfffe, `${runs} runs`);
  const model = createModel(criteria, complete, options);
  const tally = createRankTally(areas, top);
  const { quota = null } = options;
  const among = quota && { ...quota, districtOf: Uint32Array.from(complete, (i) => quota.districtOf[i]!) };
  const count = (rank: Uint32Array): void =>
    tally.add(rank, among ? quotaOrder(rankOrder(rank), among).subarray(0, top) : null);
  const variance = createVarianceTally(areas);
  const [own, other, mixed] = [new Uint32Array(areas), new Uint32Array(areas), new Uint32Array(areas)];
  const [a, b] = [model.newChoices(), model.newChoices()];
  const sets = options.rankSets ? yield* setsAmong(criteria, complete, options.seed) : null;
  const done = sets ? SETS_SHARE : 0;
  let sinceYield = 0;
  for (let pair = 0; pair < pairs; pair++) {
    model.draw(a);
    model.draw(b);
    model.rank(a, own);
    model.rank(b, other);
    count(own);
    count(other);
    variance.addRun(own);
    variance.addRun(other);
    for (const factor of model.drawn) {
      model.rank({ ...b, [factor]: a[factor] }, mixed);
      variance.addPair(factor, own, mixed);
    }
    sinceYield += areas * criteria.length;
    if (sinceYield < CELLS_BETWEEN_YIELDS / 6) continue;
    sinceYield = 0;
    yield done + ((1 - done) * (pair + 1)) / pairs;
  }
  return {
    ...tally.result(complete, lacks.length),
    ...variance.shares(model.drawn),
    runs: 2 * pairs,
    alike: model.alike,
    rankSets: sets,
  };
}

/** Rank sets of the one criterion, by area, NaN where an area is not compared. Yields its share of the whole. */
function* setsAmong(
  criteria: readonly Criterion[],
  complete: Uint32Array,
  seed: number,
): Generator<number, PriorityUncertainty['rankSets']> {
  const [only] = criteria;
  if (criteria.length !== 1 || !only?.counts || complete.length > MOST_SETS) return null;
  const of = (column: Float64Array): Float64Array => Float64Array.from(complete, (i) => column[i]!);
  const counts = { numerator: of(only.counts.numerator), denominator: of(only.counts.denominator) };
  const { least, most } = SET_DRAWS;
  const draws = Math.min(most, Math.max(least, Math.round(SET_STEPS / complete.length ** 2)));
  const work = rankSets(counts, { seed, simultaneous: false, draws });
  let step = work.next();
  while (!step.done) {
    yield SETS_SHARE * step.value;
    step = work.next();
  }
  const spread = (column: Uint32Array): Float64Array => {
    const all = new Float64Array(only.values.length).fill(Number.NaN);
    complete.forEach((i, at) => {
      all[i] = column[at]!;
    });
    return all;
  };
  const turned = only.direction === 'more-is-better';
  const { low, high } = step.value;
  if (!turned) return { low: spread(low), high: spread(high) };
  const other = (rank: number): number => complete.length + 1 - rank;
  return { low: spread(high.map(other)), high: spread(low.map(other)) };
}

/** One draw of everything that is uncertain; `posterior` holds the values by criterion, by area compared. */
interface Choices {
  weights: Float64Array;
  scaling: Scaling['kind'] | null;
  aggregation: Aggregation;
  posterior: Float64Array[];
}

interface Model {
  /** Factors of which there is more than one choice. */
  readonly drawn: readonly UncertainFactor[];
  readonly alike: readonly number[];
  newChoices(): Choices;
  draw(choices: Choices): void;
  rank(choices: Choices, into: Uint32Array): void;
}

function createModel(
  criteria: readonly Criterion[],
  complete: Uint32Array,
  options: UncertaintyOptions,
): Model {
  const { seed, aggregation, rates: uncertain = true, concentration = DIRICHLET_CONCENTRATION } = options;
  const usual = USUAL.includes(aggregation) ? USUAL : [...USUAL, aggregation];
  const { scalings = SCALINGS, aggregations = usual } = options;
  const random = createRandom(seed);
  const drawBeta = createBetaDraws(random);
  const chosen = normalizeWeights(criteria.map(({ weight }) => weight));
  const values = criteria.map((each) => Float64Array.from(complete, (i) => each.values[i]!));
  const rates = criteria.map(({ counts }) => (uncertain && counts ? posteriorAmong(counts, complete) : null));
  const { times = null } = options;
  const multiply = (column: Float64Array): void => {
    if (times) for (let at = 0; at < column.length; at++) column[at]! *= times[complete[at]!]!;
  };
  values.forEach(multiply);
  const urgency = values.map((column) => column.slice());
  const beyond = values.map((column) => new Float64Array(column.length));
  const drawnIn = new Uint32Array(criteria.length);
  const [scratch, score] = [new Float64Array(complete.length), new Float64Array(complete.length)];
  const last: { posterior: unknown; scaling: Choices['scaling'] } = { posterior: null, scaling: null };
  const used = criteria.map(({ scaling }) => ({ scaling }));
  const scaleAll = ({ posterior, scaling: drawn }: Choices): void => {
    criteria.forEach(({ direction, scaling }, k) => {
      const by = scalingOf(drawn, scaling, posterior[k]!);
      drawnIn[k] = scaleColumn(posterior[k]!, direction, by, urgency[k]!, beyond[k]!, scratch);
      used[k]!.scaling = by;
    });
    [last.posterior, last.scaling] = [posterior, drawn];
  };
  const many: Record<UncertainFactor, boolean> = {
    weights: concentration < Number.POSITIVE_INFINITY && chosen.filter((weight) => weight > 0).length > 1,
    scaling: scalings.length > 1,
    aggregation: aggregations.length > 1,
    posterior: rates.some((each) => each !== null),
  };
  return {
    drawn: UNCERTAIN_FACTORS.filter((factor) => many[factor]),
    alike: rates.flatMap((each, k) => (each && each.prior.overdispersion <= LEAST_OVERDISPERSION ? [k] : [])),
    newChoices: () => ({
      weights: chosen.slice(),
      scaling: scalings[0] ?? null,
      aggregation: aggregations[0] ?? aggregation,
      posterior: values.map((column) => column.slice()),
    }),
    draw(choices) {
      last.posterior = null;
      if (many.weights) drawDirichlet(chosen, concentration, drawBeta, choices.weights);
      if (many.scaling) choices.scaling = pick(scalings, random);
      if (many.aggregation) choices.aggregation = pick(aggregations, random);
      rates.forEach((each, k) => {
        if (!each) return;
        drawRates(each, drawBeta, choices.posterior[k]!);
        multiply(choices.posterior[k]!);
      });
    },
    rank(choices, into) {
      // Runs that differ in weights or aggregation only are scaled once.
      if (choices.posterior !== last.posterior || choices.scaling !== last.scaling) scaleAll(choices);
      const shift = mazziottaParetoShift(used);
      aggregate(urgency, choices.weights, choices.aggregation, shift, score);
      rankInto(score, into, scratch, cutOff(beyond, drawnIn, choices.weights));
    },
  };
}

/** The scaling drawn. Goalposts that are not given are the extremes; equal values, which have none, are as z has them. */
function scalingOf(drawn: Scaling['kind'] | null, own: Scaling, values: Float64Array): Scaling {
  if (drawn === null || drawn === own.kind) return own;
  if (drawn !== 'goalposts') return { kind: drawn };
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return low < high ? { kind: 'goalposts', low, high } : { kind: 'z' };
}

function posteriorAmong({ numerator, denominator }: RateCounts, complete: Uint32Array): RatePosterior {
  const of = (column: Float64Array): Float64Array => Float64Array.from(complete, (i) => column[i]!);
  return ratePosterior({ numerator: of(numerator), denominator: of(denominator) }, LEAST_OVERDISPERSION);
}

function drawRates(
  { alpha, beta, mean }: RatePosterior,
  drawBeta: (a: number, b: number) => number,
  into: Float64Array,
): void {
  for (let i = 0; i < into.length; i++) {
    into[i] = alpha[i]! < Number.POSITIVE_INFINITY ? drawBeta(alpha[i]!, beta[i]!) : mean[i]!;
  }
}

/** Dirichlet by breaking a stick: each weight is a beta share of what those before it left. */
function drawDirichlet(
  chosen: Float64Array,
  concentration: number,
  drawBeta: (a: number, b: number) => number,
  into: Float64Array,
): void {
  let left = 1;
  for (let k = 0; k < chosen.length; k++) {
    let later = 0;
    for (let j = k + 1; j < chosen.length; j++) later += chosen[j]!;
    into[k] = left * stickShare(concentration * chosen[k]!, concentration * later, drawBeta);
    left -= into[k]!;
  }
}

function stickShare(a: number, b: number, drawBeta: (a: number, b: number) => number): number {
  if (a === 0 || b === 0) return a === 0 ? 0 : 1;
  const drawn = drawBeta(a, b);
  // Of weights too small to be seen both gamma variates may be 0.
  return Number.isNaN(drawn) ? a / (a + b) : drawn;
}

function pick<T>(choices: readonly T[], random: Random): T {
  return choices[random.below(choices.length)]!;
}
