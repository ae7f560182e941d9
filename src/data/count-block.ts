import type { Problem } from '#core/problem.ts';
import type { Recognition } from './column-recognition.ts';
import { isCountRole } from './column-role.ts';
import { type CountPlan, planCounts } from './count-plan.ts';
import type { HeaderPeriod } from './header-words.ts';

/** Columns of figures that belong together: all of a sheet, or those under one period of its header. */
export interface CountBlock {
  /** Null where the header names no period. */
  readonly named: HeaderPeriod | null;
  readonly plan: CountPlan;
}

/**
 * The blocks of a sheet. A column without a period (a target for the whole year) belongs to every block that has none of
 * its role.
 * @param lent whether another sheet gives the measured.
 */
export function blocksOf(
  data: readonly (readonly string[])[],
  recognition: Recognition,
  at: NonNullable<Problem['at']>,
  lent: boolean,
): { readonly blocks: readonly CountBlock[]; readonly problems: readonly Problem[] } {
  const counted = recognition.columns.filter(({ role }) => isCountRole(role) || role.startsWith('percent.'));
  const named = new Map<string, HeaderPeriod>();
  for (const { period } of counted) if (period) named.set(period.text, period);
  const periods: readonly (HeaderPeriod | null)[] = named.size > 0 ? [...named.values()] : [null];
  const problems: Problem[] = [];
  const blocks = periods.map((period): CountBlock => {
    const own = counted.filter((column) => (column.period?.text ?? '') === (period?.text ?? ''));
    const shared = counted.filter(
      (column) =>
        period !== null && column.period === undefined && !own.some(({ role }) => role === column.role),
    );
    const columns = [...own, ...shared].sort((a, b) => a.index - b.index);
    const plan = planCounts(data, { columns }, at, lent);
    problems.push(...plan.problems);
    return { named: period, plan };
  });
  const once = problems.filter(
    (one, k) => problems.findIndex((other) => JSON.stringify(other) === JSON.stringify(one)) === k,
  );
  return { blocks, problems: once };
}
