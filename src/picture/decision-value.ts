import type { AreaCode } from '#core/area.ts';
import type { Link } from './link-value.ts';

/** By which rule a reason is drafted from figures. counts: each criterion with its rate, n and N. */
export const DRAFTS = ['counts'] as const;
export type Draft = (typeof DRAFTS)[number];

/** What was decided of one area, why, and who sees it otherwise. An area not put forward may have reasons too. */
export interface AreaDecision {
  readonly code: AreaCode;
  readonly chosen: boolean;
  /** A mark: the reason begins with what the open figures say by this rule. The figures themselves are never kept. */
  readonly drafted: Draft | null;
  /** What the reader wrote, after anything drafted. */
  readonly reason: string;
  readonly dissent: string;
}

/**
 * A shortlist with all that it rests on: the view holds weights, scaling, aggregation, seed, runs, filters and period.
 * Scores and ranks are not kept: they are made anew of it.
 */
export interface Scenario extends Link {
  readonly id: number;
  readonly title: string;
  /** Tier and areas it was made of (dataKey). */
  readonly data: string;
  /** Digest of the figures it was made of (figuresOf). */
  readonly figures: string;
  readonly areas: readonly AreaDecision[];
}

/** What a picture needs of a scenario; its question, where it has one. */
export type Decided = Pick<Scenario, 'title' | 'areas'> & Partial<Link>;

export function undecided(code: AreaCode): AreaDecision {
  return { code, chosen: false, drafted: null, reason: '', dissent: '' };
}

/** Whether anything is decided or written of an area. */
export function isSaid({ chosen, drafted, reason, dissent }: AreaDecision): boolean {
  return chosen || drafted !== null || reason !== '' || dissent !== '';
}

/** What is written of an area: an empty decision where nothing is. */
export function decisionOf({ areas }: Pick<Scenario, 'areas'>, code: AreaCode): AreaDecision {
  return areas.find((one) => one.code === code) ?? undecided(code);
}
