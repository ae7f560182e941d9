import { countUpTo } from './criterion-scaling.ts';
import { invariant } from './problem.ts';

/** How many areas of one district may be taken: `least` of them before any other, `most` at all. */
export interface DistrictQuota {
  /** By area, 0 and up. */
  readonly districtOf: Uint32Array;
  readonly least: number;
  /** Infinity for no limit. */
  readonly most: number;
}

/** What the first areas of an order hold: entry k is of the first k + 1. */
export interface CoverageCurve {
  /** Area indices, first to be taken first. */
  readonly order: Uint32Array;
  readonly cases: Float64Array;
  /** Of the known cases of all areas, those outside the order too, 0 to 1; NaN where there are none. */
  readonly share: Float64Array;
  /** In the unit of the costs. */
  readonly cost: Float64Array;
}

/** How far down the list to go. */
export type CoverageLimit =
  | { readonly kind: 'areas'; readonly areas: number }
  /** As far as the money goes: the first area that it does not reach ends the list. */
  | { readonly kind: 'budget'; readonly budget: number }
  /** As many as it takes to hold this share of the cases, 0 to 1; all where even they do not. */
  | { readonly kind: 'share'; readonly share: number };

/**
 * Areas by rank (of a priority index, or of rates or counts: AreaMeasure), those that share one in the order of the
 * areas; those without a rank (0) are left out. Linear in areas and the last rank.
 */
export function rankOrder(rank: Uint32Array): Uint32Array {
  let [last, ranked] = [0, 0];
  for (const own of rank) {
    last = Math.max(last, own);
    if (own > 0) ranked += 1;
  }
  const from = new Uint32Array(last + 2);
  for (const own of rank) if (own > 0) from[own + 1]! += 1;
  for (let at = 1; at < from.length; at++) from[at]! += from[at - 1]!;
  const order = new Uint32Array(ranked);
  for (let i = 0; i < rank.length; i++) if (rank[i]! > 0) order[from[rank[i]!]!++] = i;
  return order;
}

/**
 * The same order with a quota: first, in their order, the first `least` areas of every district, then all others, no
 * district more than `most` times. Linear.
 * @throws where a quota is below 0 or `least` above `most`.
 */
export function quotaOrder(order: Uint32Array, { districtOf, least, most }: DistrictQuota): Uint32Array {
  invariant(least >= 0 && least <= most, `${least} to ${most} of a district`);
  const taken = new Map<number, number>();
  const assured: number[] = [];
  const others: number[] = [];
  for (const i of order) {
    const before = taken.get(districtOf[i]!) ?? 0;
    taken.set(districtOf[i]!, before + 1);
    if (before < least) assured.push(i);
    else if (before < most) others.push(i);
  }
  return Uint32Array.from([...assured, ...others]);
}

/**
 * Cases and costs of the first area, the first two and so on: "8 areas hold 52 % of the cases" is share[7]. An area
 * whose cases are not known (NaN) adds none. Linear.
 * @param order distinct areas.
 * @param cases by area, at least 0.
 * @param costs of taking an area, by area, at least 0: an amount each, or an amount a child; see areaCosts.
 * @throws where a count is below 0 or a cost is missing or below 0.
 */
export function coverageCurve(order: Uint32Array, cases: Float64Array, costs: Float64Array): CoverageCurve {
  invariant(cases.length === costs.length, 'cases and costs of the same areas');
  let all = 0;
  for (const n of cases) {
    invariant(!(n < 0), `${n} cases`);
    all += Number.isNaN(n) ? 0 : n;
  }
  const [held, cost] = [new Float64Array(order.length), new Float64Array(order.length)];
  let [heldSoFar, costSoFar] = [0, 0];
  order.forEach((i, k) => {
    invariant(costs[i]! >= 0, `a cost of ${costs[i]}`);
    held[k] = heldSoFar += Number.isNaN(cases[i]!) ? 0 : cases[i]!;
    cost[k] = costSoFar += costs[i]!;
  });
  return { order, cases: held, share: held.map((n) => n / all), cost };
}

/**
 * What each area costs: a fixed amount, and an amount for each child; a number of children that is not known (NaN)
 * counts as none. Linear.
 * @throws where an amount is below 0.
 */
export function areaCosts(children: Float64Array, perArea: number, perChild: number): Float64Array {
  invariant(perArea >= 0 && perChild >= 0, `costs of ${perArea} and ${perChild}`);
  return children.map((each) => perArea + perChild * (Number.isNaN(each) ? 0 : each));
}

/** How many areas of the order the limit reaches, 0 to all. O(log n). */
export function areasWithin({ order, share, cost }: CoverageCurve, limit: CoverageLimit): number {
  switch (limit.kind) {
    case 'areas':
      return Math.min(order.length, Math.max(0, Math.floor(limit.areas)));
    case 'budget':
      return countUpTo(cost, limit.budget, true);
    case 'share':
      return limit.share <= 0 ? 0 : Math.min(order.length, countUpTo(share, limit.share, false) + 1);
  }
}

/**
 * Areas whose rate may be low only because few children were weighed: 1 where the area and all with a rate as low are
 * at most a third of the areas with a rate, and its coverage is below the edge; else 0, also where either is missing
 * (NaN). No official edge is known. O(n log n).
 * @param rates per 1, more is worse. @param coverage per 1. @param edge per 1.
 */
export function apparentlyGood(rates: Float64Array, coverage: Float64Array, edge: number): Uint8Array {
  invariant(rates.length === coverage.length, 'rates and coverage of the same areas');
  const ascending = rates.filter((rate) => !Number.isNaN(rate)).sort();
  return Uint8Array.from(rates, (rate, i) => {
    const low = 3 * countUpTo(ascending, rate, true) <= ascending.length;
    return !Number.isNaN(rate) && low && coverage[i]! < edge ? 1 : 0;
  });
}
