import {
  areaCosts,
  areasWithin,
  type CoverageCurve,
  type CoverageLimit,
  coverageCurve,
  type DistrictQuota,
  quotaOrder,
  rankOrder,
} from './coverage-curve.ts';
import type { IndicatorId } from './indicator.ts';

/** By which order areas come into a list, how far down it goes, and how many of a district it may take. */
export interface ListRule {
  /** By the index, or by rate or affected children of one criterion. */
  readonly order: 'index' | 'rate' | 'count';
  /** The prevalence criterion whose affected children the list holds, and that orders; null: the first one. */
  readonly of: IndicatorId | null;
  /** By the length asked for, by the budget, or by the share of the affected children that it is to hold. */
  readonly limit: 'areas' | 'budget' | 'share';
  /** Rupiah, whole; null while the reader has given none. */
  readonly budget: number | null;
  /** Rupiah for each area, and for each affected child in it; null while the reader has given none. */
  readonly perArea: number | null;
  readonly perChild: number | null;
  /** Per 1, in whole percents. */
  readonly share: number;
  /** Of each district: at least so many before any other, and never more than `most`; null for no limit. */
  readonly least: number;
  readonly most: number | null;
}

/** The first areas by the index, as many as asked for. The half is where a slider starts, no target. */
export const PLAIN_RULE: ListRule = {
  order: 'index',
  of: null,
  limit: 'areas',
  budget: null,
  perArea: null,
  perChild: null,
  share: 0.5,
  least: 0,
  most: null,
};

/** What a list is drawn up from. Columns by area. */
export interface ListGround {
  /** 1 the most urgent, equal ones sharing it; 0 for areas that cannot be in a list. */
  readonly rank: Uint32Array;
  /** Affected children; NaN where not known: they add none and cost none. null where no criterion counts any. */
  readonly cases: Float64Array | null;
  /** null where areas have no district: no quota then. */
  readonly districtOf: Uint32Array | null;
}

/** A list, and all that could come into it. */
export interface AreaList {
  /** In the order in which areas are taken. */
  readonly curve: CoverageCurve;
  /** By area, 1 the first; 0 where there is no rank, and beyond what a district may have. In the list up to `top`. */
  readonly place: Uint32Array;
  /** Whether equal ranks share a place, so that more than `top` may be in the list; else the order of areas decides. */
  readonly shared: boolean;
  readonly top: number;
  /** Areas in the list, and all that have a rank. */
  readonly listed: number;
  readonly ranked: number;
  /** What has the last word: a limit for which something is not given yet leaves it to the length asked for. */
  readonly limitedBy: ListRule['limit'];
}

/** The quota of a rule; null where it has none, or there are no districts. */
export function quotaOf({ least, most }: ListRule, districtOf: Uint32Array | null): DistrictQuota | null {
  if (districtOf === null || (least === 0 && most === null)) return null;
  return { districtOf, least: Math.min(least, most ?? least), most: most ?? Number.POSITIVE_INFINITY };
}

function limitOf(rule: ListRule, asked: number, counted: boolean): CoverageLimit {
  const { limit, budget, perArea, perChild, share } = rule;
  const priced = (perArea ?? 0) > 0 || (counted && (perChild ?? 0) > 0);
  if (limit === 'budget' && budget !== null && priced) return { kind: 'budget', budget };
  if (limit === 'share' && counted) return { kind: 'share', share };
  return { kind: 'areas', areas: asked };
}

/**
 * The list of a rule. By length or share and without a quota, areas that share the last rank are all in it; by budget,
 * or with a quota, the order of the areas decides among equals, for more would break what was asked. Linear.
 * @param asked length of a list by length, 1 and up.
 */
export function areaList(rule: ListRule, asked: number, ground: ListGround): AreaList {
  const { rank, districtOf } = ground;
  const cases = ground.cases ?? new Float64Array(rank.length);
  const quota = quotaOf(rule, districtOf);
  const ranked = rankOrder(rank);
  const order = quota ? quotaOrder(ranked, quota) : ranked;
  const curve = coverageCurve(order, cases, areaCosts(cases, rule.perArea ?? 0, rule.perChild ?? 0));
  const limit = limitOf(rule, asked, ground.cases !== null);
  const top = areasWithin(curve, limit);
  const shared = quota === null && limit.kind !== 'budget';
  const place = shared ? rank : new Uint32Array(rank.length);
  if (!shared) for (const [at, i] of order.entries()) place[i] = at + 1;
  let listed = top;
  while (shared && listed > 0 && listed < order.length && rank[order[listed]!]! <= top) listed += 1;
  return { curve, place, shared, top, listed, ranked: ranked.length, limitedBy: limit.kind };
}
