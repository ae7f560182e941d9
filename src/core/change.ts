import { type AreaMeasure, CellStatus } from './area-table.ts';
import { legendDecimals, NO_CLASS } from './classification.ts';
import { adjustedForDiscoveries, DISCOVERY_RATE } from './false-discovery.ts';
import type { Indicator } from './indicator.ts';
import { normalTwoSidedP } from './normal-distribution.ts';
import { pairStatus } from './pair-status.ts';
import type { Period } from './period.ts';
import { invariant } from './problem.ts';
import { unitsOf, wilsonInterval, wilsonReach } from './rates.ts';

/** What a difference of two rates allows to be said. */
export const Verdict = {
  /** No difference, or one without an interval. */
  none: 0,
  up: 1,
  down: 2,
  /** There may have been no change. */
  unclear: 3,
} as const;
export type Verdict = (typeof Verdict)[keyof typeof Verdict];

/** One rate in two periods, by area. */
export interface RateChange {
  readonly earlier: AreaMeasure;
  readonly later: AreaMeasure;
  /** later - earlier, per 1; NaN exactly where status is not observed. */
  readonly difference: Float64Array;
  /** 95 % interval of the difference, per 1; NaN where there is no difference, and for coverage. */
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** p of no change by area, two-sided: 1 less the confidence of the widest interval that leaves out 0; NaN likewise. */
  readonly p: Float64Array;
  /** Verdict by area, after correction for as many tests as there are areas. */
  readonly verdict: Uint8Array;
  /** Verdict by area from its own 95 % interval, as if no other had been looked at. */
  readonly alone: Uint8Array;
  /** CellStatus by area, as pairStatus has it. */
  readonly status: Uint8Array;
}

type Bounded = readonly [rate: number, low: number, high: number];

/** Newcombe's square-and-add of two rates with their Wilson intervals. */
function squareAndAdd([p1, low1, high1]: Bounded, [p2, low2, high2]: Bounded): readonly [number, number] {
  const difference = p2 - p1;
  return [difference - Math.hypot(p2 - low2, high1 - p1), difference + Math.hypot(high2 - p2, p1 - low1)];
}

/**
 * 95 % interval of the difference n2 / N2 - n1 / N1 of two proportions, per 1: hybrid score, without continuity
 * correction (Newcombe 1998, Stat. Med. 17:873, method 10). The method takes the samples to be independent.
 * @param earlier children affected, and children.
 * @returns [NaN, NaN] where either is no proportion (see wilsonInterval).
 */
export function differenceInterval(
  earlier: readonly [n: number, N: number],
  later: readonly [n: number, N: number],
): readonly [low: number, high: number] {
  const bounded = ([n, N]: readonly [number, number]): Bounded => [n / N, ...wilsonInterval(n, N)];
  return squareAndAdd(bounded(earlier), bounded(later));
}

/**
 * How one rate differs between two periods, area by area.
 *
 * The interval is Newcombe's (see differenceInterval), from the Wilson intervals of both measures. Mostly the same
 * children are measured in both periods, so that the samples are not independent: where each child keeps its state the
 * true interval is narrower, and where other children come to be measured the difference is of another population. It
 * is a guide, to be read beside how many were measured in each period.
 *
 * alone: up or down where the interval leaves out 0, unclear where it holds 0, none where there is no difference. A map
 * asks this of every area, and one in twenty would answer by chance: verdict is up or down only at a false discovery rate
 * of 5 % (Benjamini & Hochberg 1995) of p, which is that of the interval (changeP).
 * Coverage has neither interval nor verdict: D is no sample of S. A rate that either period withholds (tooFew) or lacks
 * gives no difference, and keeps its status. O(areas log areas).
 * @throws where the measures are counts, of different indicators or of different geographies.
 */
export function changeBetween(earlier: AreaMeasure, later: AreaMeasure): RateChange {
  invariant(earlier.measure === 'rate' && later.measure === 'rate', 'change is of rates');
  invariant(earlier.table.indicator === later.table.indicator, 'change is of one indicator');
  invariant(earlier.value.length === later.value.length, 'two columns of one geography');
  const status = pairStatus(earlier.status, later.status);
  const areas = status.length;
  const difference = new Float64Array(areas).fill(Number.NaN);
  const low = new Float64Array(areas).fill(Number.NaN);
  const high = new Float64Array(areas).fill(Number.NaN);
  const p = new Float64Array(areas).fill(Number.NaN);
  const alone = new Uint8Array(areas);
  const bounded = ({ value, low, high }: AreaMeasure, i: number): Bounded => [value[i]!, low[i]!, high[i]!];
  for (let i = 0; i < areas; i++) {
    if (status[i] !== CellStatus.observed) continue;
    difference[i] = later.value[i]! - earlier.value[i]!;
    [low[i], high[i]] = squareAndAdd(bounded(earlier, i), bounded(later, i));
    alone[i] = verdictOf(low[i]!, high[i]!);
    if (alone[i] !== Verdict.none) p[i] = changeP(countsAt(earlier, i), countsAt(later, i));
  }
  const q = adjustedForDiscoveries(p);
  const verdict = alone.map((own, i) =>
    own === Verdict.none || q[i]! <= DISCOVERY_RATE ? own : Verdict.unclear,
  );
  return { earlier, later, difference, low, high, p, verdict, alone, status };
}

function countsAt({ table }: AreaMeasure, i: number): readonly [n: number, N: number] {
  return [table.numerator[i]!, table.denominator[i]!];
}

/** Standard deviations beyond which a normal tail is 0. */
const MOST_REACH = 40;
const HALVINGS = 50;

/**
 * p of no difference between two proportions, two-sided: that at which the interval of differenceInterval just touches
 * 0, so that p is below 0.05 where the 95 % interval leaves it out. 1 where the proportions are equal; NaN as there.
 */
export function changeP(
  earlier: readonly [n: number, N: number],
  later: readonly [n: number, N: number],
): number {
  const touches = (z: number): number => {
    const bounded = ([n, N]: readonly [number, number]): Bounded => [n / N, ...wilsonReach(n, N, z)];
    const [low, high] = squareAndAdd(bounded(earlier), bounded(later));
    return low > 0 ? low : -high;
  };
  if (Number.isNaN(touches(1))) return Number.NaN;
  // The interval widens with z: where it no longer leaves out 0, p is reached.
  let [inside, outside] = [0, MOST_REACH];
  for (let halving = 0; halving < HALVINGS; halving++) {
    const middle = (inside + outside) / 2;
    if (touches(middle) > 0) inside = middle;
    else outside = middle;
  }
  return normalTwoSidedP(inside);
}

function verdictOf(low: number, high: number): Verdict {
  if (Number.isNaN(low) || Number.isNaN(high)) return Verdict.none;
  if (low > 0) return Verdict.up;
  return high < 0 ? Verdict.down : Verdict.unclear;
}

/** Areas of each Verdict, by its number; `none` counts only areas that have a difference. */
export function verdictCounts(verdict: Uint8Array, status: Uint8Array): readonly number[] {
  const counts = Object.values(Verdict).map(() => 0);
  for (const [i, each] of verdict.entries()) {
    if (status[i] === CellStatus.observed) counts[each]! += 1;
  }
  return counts;
}

/** Edges of changes, per 1, symmetric about 0: the same for every period, filter and level, so that maps compare. */
const WIDE_EDGES = [-0.1, -0.05, -0.02, 0.02, 0.05, 0.1] as const;
const NARROW_EDGES = [-0.05, -0.025, -0.01, 0.01, 0.025, 0.05] as const;

/** Indicators whose rates are mostly below a tenth. */
const RARE: readonly Indicator['id'][] = [
  'severe-stunting',
  'wasting',
  'severe-wasting',
  'stunting-wasting',
  'stunting-poverty',
  'wasting-poverty',
];

/** Inner edges of the seven classes of change of an indicator, per 1, ascending and symmetric about 0. */
export function changeEdges(indicator: Pick<Indicator, 'id'>): Float64Array {
  return Float64Array.from(RARE.includes(indicator.id) ? NARROW_EDGES : WIDE_EDGES);
}

/** Areas by class of change. */
export interface ChangeClasses {
  readonly edges: Float64Array;
  /** By area, 0 the strongest fall to edges.length the strongest rise; NO_CLASS where there is no difference. */
  readonly classOf: Uint8Array;
  readonly areasPerClass: Uint32Array;
}

/**
 * Puts each difference into its class, by the points as printed (one decimal), the same distance up and down: a class
 * above 0 holds its lower edge, one below 0 its upper edge, and the middle one neither of its edges. O(areas * classes).
 * @param edges ascending, symmetric about 0, an even number.
 */
export function classifyChange(difference: Float64Array, edges: Float64Array): ChangeClasses {
  const decimals = legendDecimals('rate');
  const bounds = edges.map((edge) => unitsOf(edge, decimals));
  invariant(
    bounds.every((bound, k) => bound === -bounds[bounds.length - 1 - k]! && bound !== 0),
    'edges of change are symmetric about 0',
  );
  const areasPerClass = new Uint32Array(edges.length + 1);
  const classOf = new Uint8Array(difference.length).fill(NO_CLASS);
  for (let i = 0; i < difference.length; i++) {
    const units = unitsOf(difference[i]!, decimals);
    if (Number.isNaN(units)) continue;
    let own = 0;
    for (const bound of bounds) if (bound < 0 ? units > bound : units >= bound) own++;
    classOf[i] = own;
    areasPerClass[own]! += 1;
  }
  return { edges, classOf, areasPerClass };
}

/** The year before a period, of the same kind: '2026-10' gives '2025-10'. */
export function yearBefore(period: Period): Period {
  return `${Number(period.slice(0, 4)) - 1}${period.slice(4)}` as Period;
}
