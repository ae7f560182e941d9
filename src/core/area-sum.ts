import type { AreaIndex } from './area.ts';
import { type AreaTable, CellStatus } from './area-table.ts';

/** Several areas of a table as one: counts of children, NaN where status is neither observed nor noDenominator. */
export interface AreaSum {
  readonly numerator: number;
  readonly denominator: number;
  readonly status: CellStatus;
}

/**
 * The sum of chosen areas. Areas that have not reported, or that the question does not apply to, are left out; the
 * sum is suppressed where any of the others is, for without it the sum would be an undercount. Where no area is left,
 * the status is notReported if any of them is, else notApplicable. An area named twice counts once.
 */
export function sumAreas(table: AreaTable, areas: Iterable<AreaIndex>): AreaSum {
  const seen = new Set<number>();
  let numerator = 0;
  let denominator = 0;
  for (const i of new Set(areas)) {
    const status = table.status[i] ?? CellStatus.notApplicable;
    seen.add(status);
    if (status !== CellStatus.observed && status !== CellStatus.noDenominator) continue;
    numerator += table.numerator[i]!;
    denominator += table.denominator[i]!;
  }
  const precedence = [
    CellStatus.suppressed,
    CellStatus.observed,
    CellStatus.noDenominator,
    CellStatus.notReported,
  ] as const;
  const status = precedence.find((each) => seen.has(each)) ?? CellStatus.notApplicable;
  const known = status === CellStatus.observed || status === CellStatus.noDenominator;
  return {
    numerator: known ? numerator : Number.NaN,
    denominator: known ? denominator : Number.NaN,
    status,
  };
}
