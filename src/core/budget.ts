import { invariant } from './problem.ts';

/** Kinds of intervention, as tagging tells them apart; '' where a list does not say it. */
export const INTERVENTION_KINDS = ['specific', 'sensitive', 'education', 'accompaniment'] as const;
export type InterventionKind = (typeof INTERVENTION_KINDS)[number] | '';

/** Where an activity takes place. `territory`: everywhere, without a place. `unknown`: the list does not say, or names no area of ours. */
export type BudgetLocation =
  | { readonly kind: 'areas'; readonly areas: readonly number[] }
  | { readonly kind: 'territory' }
  | { readonly kind: 'unknown' };

/** One tagged activity of a budget or a plan. Texts as the list has them. */
export interface BudgetActivity {
  readonly program: string;
  readonly activity: string;
  readonly subActivity: string;
  /** The office that spends it (OPD). */
  readonly agency: string;
  readonly location: BudgetLocation;
  readonly targetGroup: string;
  /** Volume with its unit, as written. */
  readonly volume: string;
  /** Whole rupiah, 0 or more. */
  readonly amount: number;
  /** APBD, Dana Desa, CSR ... as written. */
  readonly source: string;
  readonly year: number;
  readonly kind: InterventionKind;
  /** Proposed in a musrenbang, and in no budget yet. */
  readonly proposed: boolean;
}

/** By what the amount of an activity in several areas is divided among them. The reader chooses; no rule gives one. */
export const SHARE_KEYS = ['equal', 'affected', 'target'] as const;
export type ShareKey = (typeof SHARE_KEYS)[number];

/**
 * Why money lies in no area. `territory`: it is for all of them. `unknown`: no place is told. `undivided`: its areas are
 * known, but the key has no count for one of them, or is 0 in all.
 */
export type Unlocated = 'territory' | 'unknown' | 'undivided';

/** A part of one activity: in an area, or in none. */
export interface BudgetShare {
  /** Place of the activity in the list. */
  readonly activity: number;
  readonly area: number | Unlocated;
  /** Whole rupiah. */
  readonly amount: number;
}

/**
 * An amount divided in proportion to keys, to the rupiah: rounded down, then one more for those that lost most, the
 * first of equals (largest remainders, Hamilton 1792). The parts add up to the amount exactly. Null where the keys are
 * all 0 or one of them is missing.
 * @param amount whole rupiah, 0 or more.
 * @param keys whole numbers of 0 or more; NaN is missing.
 */
export function dividedAmount(amount: number, keys: ArrayLike<number>): readonly number[] | null {
  invariant(Number.isSafeInteger(amount) && amount >= 0, `an amount of ${amount}`);
  const own = Array.from(keys);
  if (own.some(Number.isNaN)) return null;
  invariant(
    own.every((key) => Number.isSafeInteger(key) && key >= 0),
    'keys are counts',
  );
  const total = own.reduce((sum, key) => sum + BigInt(key), 0n);
  if (total === 0n) return null;
  const scaled = own.map((key) => BigInt(amount) * BigInt(key));
  const parts = scaled.map((product) => Number(product / total));
  const left = amount - parts.reduce((sum, part) => sum + part, 0);
  const remainder = scaled.map((product) => product % total);
  const byRemainder = [...own.keys()].sort((a, b) => {
    if (remainder[a] !== remainder[b]) return remainder[a]! > remainder[b]! ? -1 : 1;
    return a - b;
  });
  for (const k of byRemainder.slice(0, left)) parts[k]! += 1;
  return parts;
}

/**
 * Every activity in parts: one for each of its areas that is given some, or one that lies nowhere. All parts of an
 * activity add up to its amount. An area named twice counts once.
 * @param key counts by area, NaN where unknown: 1 everywhere for equal shares, children affected, or those to be reached.
 * @throws where an amount is no whole number of rupiah of 0 or more.
 */
export function budgetShares(
  activities: readonly BudgetActivity[],
  key: ArrayLike<number>,
): readonly BudgetShare[] {
  return activities.flatMap(({ location, amount }, activity): readonly BudgetShare[] => {
    if (location.kind !== 'areas') return [{ activity, area: location.kind, amount }];
    const areas = [...new Set(location.areas)];
    if (areas.length === 1) return [{ activity, area: areas[0]!, amount }];
    const parts = dividedAmount(
      amount,
      areas.map((area) => key[area]!),
    );
    if (parts === null) return [{ activity, area: 'undivided', amount }];
    return areas.flatMap((area, at) => (parts[at]! > 0 ? [{ activity, area, amount: parts[at]! }] : []));
  });
}

/** A part of the money, with how many activities it is of. */
export interface BudgetSum {
  readonly amount: number;
  readonly activities: number;
}

/** Sums by whatever the reader cuts by, in the order in which the cuts are first met: together they are all shares. */
export function budgetCut<Cut>(
  shares: readonly BudgetShare[],
  cutOf: (share: BudgetShare) => Cut,
): ReadonlyMap<Cut, BudgetSum> {
  const sums = new Map<Cut, { amount: number; of: Set<number> }>();
  for (const share of shares) {
    const cut = cutOf(share);
    const sum = sums.get(cut) ?? { amount: 0, of: new Set<number>() };
    sum.amount += share.amount;
    sum.of.add(share.activity);
    invariant(Number.isSafeInteger(sum.amount), 'sums of money are exact');
    sums.set(cut, sum);
  }
  return new Map([...sums].map(([cut, { amount, of }]) => [cut, { amount, activities: of.size }]));
}

/** Rupiah by area, and what lies in none. */
export interface AreaBudget {
  /** 0 where no money is placed: that is a sum, and known. */
  readonly placed: Float64Array;
  readonly unlocated: Readonly<Record<Unlocated, number>>;
  readonly total: number;
}

export function areaBudget(shares: readonly BudgetShare[], areas: number): AreaBudget {
  const placed = new Float64Array(areas);
  const unlocated = { territory: 0, unknown: 0, undivided: 0 };
  let total = 0;
  for (const { area, amount } of shares) {
    total += amount;
    if (typeof area === 'number') placed[area]! += amount;
    else unlocated[area] += amount;
  }
  invariant(Number.isSafeInteger(total), 'sums of money are exact');
  return { placed, unlocated, total };
}

/**
 * Rupiah placed for each affected child, by area: NaN where the children are not known, or there is none. Not
 * rounded: what is printed is.
 */
export function amountPerChild({ placed }: AreaBudget, affected: ArrayLike<number>): Float64Array {
  return placed.map((amount, i) => (affected[i]! > 0 ? amount / affected[i]! : Number.NaN));
}

/**
 * Where burden and money part. `gap`: at least as many affected children as the mean of the areas, and less money for
 * each of them than for one of the whole territory. null where the children are not known.
 */
export type BudgetGap = 'gap' | 'burdened' | 'lightly-funded' | 'lightly-burdened' | null;

/**
 * @param affected children by area, NaN where unknown. The lines (mean number of children, rupiah of all known areas
 * for one of their children) are conventions of this program and are given back.
 */
export function budgetGaps(
  budget: AreaBudget,
  affected: ArrayLike<number>,
): {
  readonly gaps: readonly BudgetGap[];
  readonly meanAffected: number;
  readonly amountPerChild: number;
} {
  let [children, known, amount] = [0, 0, 0];
  for (let i = 0; i < affected.length; i++) {
    if (Number.isNaN(affected[i]!)) continue;
    children += affected[i]!;
    known += 1;
    amount += budget.placed[i]!;
  }
  const gaps = Array.from(affected, (n, i): BudgetGap => {
    if (Number.isNaN(n)) return null;
    const heavy = n > 0 && n * known >= children;
    // Products instead of quotients: an area without children has no rupiah for each.
    const little = budget.placed[i]! * children < amount * n;
    if (heavy) return little ? 'gap' : 'burdened';
    return little ? 'lightly-funded' : 'lightly-burdened';
  });
  return {
    gaps,
    meanAffected: known === 0 ? Number.NaN : children / known,
    amountPerChild: children === 0 ? Number.NaN : amount / children,
  };
}

/** Proposals of an area against the ceiling it was given (pagu indikatif): what is left, below 0 where they exceed it. */
export function ceilingLeft(proposed: AreaBudget, ceiling: ArrayLike<number>): Float64Array {
  return proposed.placed.map((amount, i) => ceiling[i]! - amount);
}
