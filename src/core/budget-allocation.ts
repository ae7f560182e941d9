import { solve } from 'yalps';
import { invariant } from './problem.ts';

/** How much money may, or must, go to the areas of one district. Whole rupiah. */
export interface AllocationQuota {
  readonly areas: readonly number[];
  readonly least: number;
  /** Infinity where nothing caps it. */
  readonly most: number;
}

/** What a budget is spread under. All money in whole rupiah. */
export interface AllocationProblem {
  readonly budget: number;
  /** What it takes to reach one child: an assumption of the reader's own, above 0. */
  readonly costPerChild: number;
  /** Affected children by area; NaN where unknown, and then the area is given nothing but its minimum. */
  readonly affected: ArrayLike<number>;
  /** What a child of the area counts; 1 everywhere where all count the same. Above 0. */
  readonly weight: ArrayLike<number>;
  /** The least that each area is given, 0 or more. */
  readonly minimum: ArrayLike<number>;
  readonly quotas: readonly AllocationQuota[];
}

export interface Allocation {
  readonly kind: 'found';
  /** Whole rupiah by area. */
  readonly amount: Float64Array;
  /** Children whom the amount reaches at the cost, as the program counts them: parts of a child too. NaN where unknown. */
  readonly reached: Float64Array;
  readonly totalReached: number;
  /** Weighted by what a child counts: what was made as large as can be. */
  readonly value: number;
  /** What is given to no area, because nobody is left to be reached or a quota forbids it. */
  readonly left: number;
}

/**
 * Why there is none. `minimums`: the least amounts exceed the budget, by so much. `quota`: the least of a quota
 * exceeds the most, or what its areas must be given does. `conflict`: they exclude one another in another way.
 * `unsolved`: the solver gave no answer that holds.
 */
export type NoAllocation =
  | { readonly kind: 'minimums'; readonly excess: number }
  | { readonly kind: 'quota'; readonly quota: number; readonly excess: number }
  | { readonly kind: 'conflict' }
  | { readonly kind: 'unsolved' };

/** Rupiah: more than the solver is off by, less than anybody counts. */
const TOLERANCE = 0.01;

/**
 * The spread of a budget that reaches most, weighted by what a child counts: a linear program (Dantzig 1963; yalps,
 * two-phase simplex). An area is given at least its minimum, and beyond it never more than its affected children cost.
 * Of all such spreads, the one in which the area that is served worst has the largest share of its children reached.
 * It suggests: "reached" is money by cost, not children kept from stunting.
 */
export function bestAllocation(problem: AllocationProblem): Allocation | NoAllocation {
  checked(problem);
  const fault = obviousFault(problem);
  if (fault) return fault;
  const best = optimum(problem, null);
  if (best.kind !== 'found') return best;
  const even = optimum(problem, best.value);
  return even.kind === 'found' && even.value >= best.value - relative(best.value) ? even : best;
}

/** Children more whom the best spread of a larger budget would reach; null where there is none. */
export function nextReached(problem: AllocationProblem, more: number, now: Allocation): number | null {
  const next = bestAllocation({ ...problem, budget: problem.budget + more });
  return next.kind === 'found' ? Math.max(0, next.totalReached - now.totalReached) : null;
}

function checked({ budget, costPerChild, affected, weight, minimum, quotas }: AllocationProblem): void {
  const money = (amount: number): boolean => Number.isSafeInteger(amount) && amount >= 0;
  invariant(money(budget) && money(costPerChild) && costPerChild > 0, 'budget and cost in whole rupiah');
  for (let i = 0; i < affected.length; i++) {
    invariant(Number.isNaN(affected[i]!) || affected[i]! >= 0, `affected ${affected[i]}`);
    invariant(weight[i]! > 0 && Number.isFinite(weight[i]!), `a child counts ${weight[i]}`);
    invariant(money(minimum[i]!), `a minimum of ${minimum[i]}`);
  }
  for (const { least, most } of quotas)
    invariant(money(least) && (most === Number.POSITIVE_INFINITY || money(most)), 'quotas in rupiah');
}

function obviousFault({ budget, minimum, quotas }: AllocationProblem): NoAllocation | null {
  const sum = (amounts: readonly number[]): number => amounts.reduce((all, amount) => all + amount, 0);
  const all = sum(Array.from(minimum));
  if (all > budget) return { kind: 'minimums', excess: all - budget };
  for (const [quota, { areas, least, most }] of quotas.entries()) {
    const due = Math.max(least, sum(areas.map((i) => minimum[i]!)));
    if (due > most) return { kind: 'quota', quota, excess: due - most };
  }
  return null;
}

function relative(value: number): number {
  return 1e-7 * Math.max(1, value);
}

/** What of an area's minimum its children take up, and what lies idle above them. */
function capOf({ affected, costPerChild }: AllocationProblem, i: number): number {
  return Number.isNaN(affected[i]!) ? 0 : affected[i]! * costPerChild;
}

/**
 * The program in units of one child's cost, so that its numbers are of one size: `used` money by area up to the cap,
 * `idle` money that only minimums and quotas can force. With a value given, that value is held and the smallest share
 * of children reached is made as large as can be.
 */
function optimum(problem: AllocationProblem, held: number | null): Allocation | NoAllocation {
  const { budget, costPerChild: unit, weight, minimum, quotas } = problem;
  const areas = Array.from({ length: problem.affected.length }, (_, i) => i);
  const caps = areas.map((i) => capOf(problem, i) / unit);
  const constraints = new Map<string, { min?: number; max?: number }>();
  constraints.set('budget', { max: budget / unit });
  quotas.forEach(({ least, most }, q) => {
    constraints.set(`quota${q}`, {
      min: least / unit,
      ...(most === Number.POSITIVE_INFINITY ? {} : { max: most / unit }),
    });
  });
  const quotasOf = areas.map(() => [] as (readonly [string, number])[]);
  quotas.forEach(({ areas: own }, q) => {
    for (const i of new Set(own)) quotasOf[i]!.push([`quota${q}`, 1]);
  });
  const variables = new Map<string, (readonly [string, number])[]>();
  for (const i of areas) {
    constraints.set(`cap${i}`, { max: caps[i]! });
    if (minimum[i]! > 0) constraints.set(`least${i}`, { min: minimum[i]! / unit });
    const spent = [
      ['budget', 1],
      ...(minimum[i]! > 0 ? [[`least${i}`, 1] as const] : []),
      ...quotasOf[i]!,
    ] as const;
    const counts = caps[i]! > 0 ? weight[i]! : 0;
    variables.set(`used${i}`, [
      ...spent,
      [`cap${i}`, 1],
      ...(held === null
        ? [['goal', counts] as const]
        : [['value', counts] as const, [`share${i}`, 1] as const]),
    ]);
    if (quotasOf[i]!.length > 0 || minimum[i]! > 0)
      variables.set(`idle${i}`, [...spent, ...(held === null ? [['goal', -IDLE] as const] : [])]);
  }
  if (held !== null) {
    constraints.set('value', { min: held - relative(held) / 2 });
    const smallest: (readonly [string, number])[] = [['goal', 1]];
    for (const i of areas) {
      if (caps[i] === 0) continue;
      constraints.set(`share${i}`, { min: 0 });
      smallest.push([`share${i}`, -caps[i]!]);
    }
    variables.set('smallest', smallest);
    constraints.set('smallest-at-most', { max: 1 });
    smallest.push(['smallest-at-most', 1]);
  }
  const answer = solve({ direction: 'maximize', objective: 'goal', constraints, variables });
  if (answer.status === 'infeasible') return { kind: 'conflict' };
  if (answer.status !== 'optimal') return { kind: 'unsolved' };
  const found = new Map(answer.variables);
  const spent = areas.map((i) => ((found.get(`used${i}`) ?? 0) + (found.get(`idle${i}`) ?? 0)) * unit);
  return settled(problem, spent);
}

/** Idle money is not given where it can be left: it counts against the goal by next to nothing. */
const IDLE = 1e-6;

/** Amounts in whole rupiah, held against every rule; `unsolved` where one is broken. */
function settled(problem: AllocationProblem, spent: readonly number[]): Allocation | NoAllocation {
  const { budget, affected, weight, minimum, quotas, costPerChild } = problem;
  const amount = Float64Array.from(spent, (value, i) =>
    Math.max(minimum[i]!, Math.floor(Math.max(0, value) + TOLERANCE)),
  );
  const sum = (areas: Iterable<number>): number => {
    let total = 0;
    for (const i of new Set(areas)) total += amount[i]!;
    return total;
  };
  // Rounding down may leave a quota short by less than a rupiah for each of its areas.
  for (const { areas, least } of quotas) {
    const short = least - sum(areas);
    if (short > 0 && short <= areas.length && areas[0] !== undefined) amount[areas[0]]! += short;
  }
  const given = sum(amount.keys());
  const holds =
    given <= budget && quotas.every(({ areas, least, most }) => sum(areas) >= least && sum(areas) <= most);
  if (!holds) return { kind: 'unsolved' };
  const reached = amount.map((own, i) => Math.min(affected[i]!, own / costPerChild));
  let [totalReached, value] = [0, 0];
  reached.forEach((children, i) => {
    if (Number.isNaN(children)) return;
    totalReached += children;
    value += children * weight[i]!;
  });
  return { kind: 'found', amount, reached, totalReached, value, left: budget - given };
}
