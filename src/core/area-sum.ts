import type { AreaIndex } from './area.ts';
import { type AreaTable, CellStatus } from './area-table.ts';

/** The counts of a table: see AreaTable. */
export type AreaColumns = Pick<AreaTable, 'numerator' | 'denominator' | 'status'>;

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

/** Columns of areas of which nothing is known: notApplicable, without counts. */
export function emptyColumns(areas: number): AreaColumns {
  return {
    numerator: new Float64Array(areas).fill(Number.NaN),
    denominator: new Float64Array(areas).fill(Number.NaN),
    status: new Uint8Array(areas).fill(CellStatus.notApplicable),
  };
}

const STATUSES = Object.keys(CellStatus).length;
const GROUP_PRECEDENCE = [
  CellStatus.suppressed,
  CellStatus.notApplicable,
  CellStatus.observed,
  CellStatus.noDenominator,
  CellStatus.notReported,
] as const;

/**
 * Sums the kept members of each group. Members that have not reported are left out; the group is missing as a whole
 * where any other member is missing (suppressed before notApplicable), for a sum without it would be an undercount. A
 * group without a kept member is notApplicable. Linear.
 * @param kept 1 where a member counts. @param groupOf the group of each member, below `groups`.
 */
export function sumByGroup(
  members: AreaColumns,
  kept: Uint8Array,
  groupOf: Uint32Array,
  groups: number,
): AreaColumns {
  const seen = new Uint8Array(groups * STATUSES);
  const numerator = new Float64Array(groups);
  const denominator = new Float64Array(groups);
  for (let i = 0; i < groupOf.length; i++) {
    if (kept[i] !== 1) continue;
    const group = groupOf[i]!;
    const status = members.status[i]!;
    seen[group * STATUSES + status] = 1;
    if (status === CellStatus.notReported) continue;
    numerator[group]! += members.numerator[i]!;
    denominator[group]! += members.denominator[i]!;
  }
  const columns = emptyColumns(groups);
  for (let group = 0; group < groups; group++) {
    const status = GROUP_PRECEDENCE.find((candidate) => seen[group * STATUSES + candidate] === 1);
    if (status === undefined) continue;
    columns.status[group] = status;
    if (status !== CellStatus.observed && status !== CellStatus.noDenominator) continue;
    columns.numerator[group] = numerator[group]!;
    columns.denominator[group] = denominator[group]!;
  }
  return columns;
}

/** Some areas (by index) as one group of sumByGroup. An area named twice counts once; of none: notApplicable. */
export function sumTogether(columns: AreaColumns, areas: Iterable<number>): AreaSum {
  const kept = new Uint8Array(columns.status.length);
  for (const i of areas) kept[i] = 1;
  const { numerator, denominator, status } = sumByGroup(columns, kept, new Uint32Array(kept.length), 1);
  return { numerator: numerator[0]!, denominator: denominator[0]!, status: status[0] as CellStatus };
}
