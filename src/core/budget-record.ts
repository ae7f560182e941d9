import type { AreaCode, Geography } from './area.ts';
import type { BudgetActivity } from './budget.ts';

/** An activity as it is kept: its places by code. */
export interface BudgetRow extends Omit<BudgetActivity, 'location'> {
  readonly location:
    | { readonly kind: 'areas'; readonly areas: readonly AreaCode[] }
    | { readonly kind: 'territory' }
    | { readonly kind: 'unknown' };
}

/** Activities over the areas of a geography. An activity of whose areas none is known there has no place that is told. */
export function budgetActivities(
  rows: readonly BudgetRow[],
  { indexOf }: Pick<Geography, 'indexOf'>,
): readonly BudgetActivity[] {
  return rows.map(({ location, ...row }): BudgetActivity => {
    if (location.kind !== 'areas') return { ...row, location };
    const areas = location.areas.flatMap((code) => indexOf.get(code) ?? []);
    return { ...row, location: areas.length > 0 ? { kind: 'areas', areas } : { kind: 'unknown' } };
  });
}

/** Years of which there are activities, ascending. */
export function budgetYears(rows: readonly Pick<BudgetRow, 'year'>[]): readonly number[] {
  return [...new Set(rows.map(({ year }) => year))].sort((a, b) => a - b);
}
