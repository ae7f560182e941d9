import type { AreaCode } from '#core/area.ts';
import type { Link } from './link-value.ts';

/** What was decided of one area, why, and who sees it otherwise. An area not put forward may have reasons too. */
export interface AreaDecision {
  readonly code: AreaCode;
  readonly chosen: boolean;
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
  readonly data: string;
  /** Digest of the figures it was made of (app/figures.ts). */
  readonly figures: string;
  readonly areas: readonly AreaDecision[];
}

/** What is written of an area: an empty decision where nothing is. */
export function decisionOf({ areas }: Pick<Scenario, 'areas'>, code: AreaCode): AreaDecision {
  return areas.find((one) => one.code === code) ?? { code, chosen: false, reason: '', dissent: '' };
}
