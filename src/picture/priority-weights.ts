import type { IndicatorId } from '#core/indicator.ts';
import { normalizeWeights, withWeight } from '#core/priority-index.ts';
import type { Priority } from '#core/view.ts';

type Criteria = Priority['criteria'];

const WHOLE = 100;

/** Shares of a sum of 1 as whole parts of a hundred, the largest remainders rounded up. `fixed` keeps its rounding. */
function wholeParts(shares: ArrayLike<number>, fixed: number): readonly number[] {
  const exact = Array.from(shares, (share) => share * WHOLE);
  const parts = exact.map((part, k) => (k === fixed ? Math.round(part) : Math.floor(part + 1e-9)));
  let left = WHOLE - parts.reduce((sum, part) => sum + part, 0);
  const byRemainder = [...exact.keys()]
    .filter((k) => k !== fixed)
    .sort((a, b) => exact[b]! - parts[b]! - (exact[a]! - parts[a]!) || a - b);
  for (const k of byRemainder) {
    if (left <= 0) break;
    parts[k]! += 1;
    left -= 1;
  }
  return parts;
}

function withParts(criteria: Criteria, parts: readonly number[]): Criteria {
  return criteria.map(({ indicator }, k) => ({ indicator, weight: parts[k] ?? 0 }));
}

/**
 * Criteria after one weight is set to a whole percentage; the others share the rest in the proportions they had, in
 * whole percentages. A drag calls it with the criteria from before the drag.
 */
export function setWeight(criteria: Criteria, k: number, percent: number): Criteria {
  const shares = withWeight(normalizeWeights(criteria.map(({ weight }) => weight)), k, percent / WHOLE);
  return withParts(criteria, wholeParts(shares, k));
}

/** All weigh the same, exactly. */
export function equalWeights(criteria: Criteria): Criteria {
  return criteria.map(({ indicator }) => ({ indicator, weight: 1 }));
}

export function areEqual(criteria: Criteria): boolean {
  return criteria.every(({ weight }) => weight === criteria[0]?.weight);
}

/** The first weighs half, the others share the rest. */
export function firstHalf(criteria: Criteria): Criteria {
  return setWeight(equalWeights(criteria), 0, WHOLE / 2);
}

/** With one criterion more, that weighs as much as the others do on average. */
export function withCriterion(criteria: Criteria, indicator: IndicatorId): Criteria {
  const more = [...criteria, { indicator, weight: 1 }];
  return areEqual(criteria) ? equalWeights(more) : setWeight(more, criteria.length, WHOLE / more.length);
}

/** The rest keep their proportions; equal weights where nothing is left of them. The last criterion stays. */
export function withoutCriterion(criteria: Criteria, k: number): Criteria {
  const rest = criteria.filter((_, at) => at !== k);
  if (rest.length === 0) return criteria;
  if (areEqual(rest) || rest.every(({ weight }) => weight === 0)) return equalWeights(rest);
  return withParts(rest, wholeParts(normalizeWeights(rest.map(({ weight }) => weight)), -1));
}
