import type { AreaLevel } from './area.ts';
import type { TableEntry } from './dataset.ts';
import type { DimensionId } from './dimension.ts';
import type { PeriodKind } from './period.ts';
import type { Problem } from './problem.ts';

/** A smaller k needs a reason in the office's words. */
export const USUAL_MINIMUM_CELL = 10;
/** A smaller k is refused, whatever the reason. */
export const LEAST_MINIMUM_CELL = 5;
export const RELEASE_ROUNDING = 5;
/** Cells of enough children are hidden all the same where these come from fewer households. */
export const LEAST_HOUSEHOLDS = 5;

/** One table of the closed list, and the kinds of period for which it is published. */
export interface ReleaseTable extends TableEntry {
  readonly kinds: readonly PeriodKind[];
}

/** How a release hides, of which only k and its reason are the office's choice. */
export interface ReleaseRule {
  /** Of the scheme: `K10R5`, k and rounding by number. */
  readonly id: string;
  /** k: cells of fewer children are hidden. */
  readonly minimumCell: number;
  readonly rounding: number;
  readonly leastHouseholds: number;
  /** Why k is smaller than usual; '' where it is not. It stays visible in the package. */
  readonly reason: string;
  readonly tables: readonly ReleaseTable[];
}

const MONTH: readonly PeriodKind[] = ['month'];
const SEMESTER: readonly PeriodKind[] = ['semester'];
const BOTH: readonly PeriodKind[] = ['month', 'semester'];
/** Of these, released tables hold affected children undivided, and poverty as decile 1 or any other. */
const UNDIVIDED: readonly DimensionId[] = ['stunting', 'wasting', 'underweight', 'poverty'];

/** The dimensions of a table, in the order of DIMENSIONS; severe cases are told apart where `divided` says so. */
function crossing(
  level: AreaLevel,
  dimensions: readonly DimensionId[],
  kinds: readonly PeriodKind[],
  divided = false,
): ReleaseTable {
  const undivided = divided ? [] : dimensions.filter((one) => UNDIVIDED.includes(one));
  const words = [
    ...(level === 'district' ? ['district'] : []),
    ...(divided ? ['severe'] : []),
    ...dimensions,
  ];
  const id = words.join('-');
  return { id, level, dimensions, kinds, ...(undivided.length > 0 ? { undivided } : {}) };
}

function levelTables(level: AreaLevel): readonly ReleaseTable[] {
  return [
    crossing(level, ['stunting'], BOTH),
    crossing(level, ['wasting'], BOTH),
    crossing(level, ['underweight'], MONTH),
    crossing(level, ['poverty'], BOTH),
    crossing(level, ['sex'], BOTH),
    crossing(level, ['age'], BOTH),
    crossing(level, ['stunting'], MONTH, true),
    crossing(level, ['wasting'], MONTH, true),
    crossing(level, ['stunting', 'poverty'], BOTH),
    crossing(level, ['sex', 'stunting'], SEMESTER),
    crossing(level, ['age', 'stunting'], SEMESTER),
    crossing(level, ['stunting', 'wasting'], SEMESTER),
    crossing(level, ['wasting', 'poverty'], SEMESTER),
  ];
}

/**
 * The closed list, what is hidden last first. Month: stunting, wasting (both with and without severe cases apart), underweight, poverty, sex, age, and
 * stunting x poverty. Semester, by the last measurement of each child: stunting x sex, age, wasting and poverty, wasting x
 * poverty, and the margins of these. The same by district, where the semester also has stunting x wasting x poverty.
 */
export const RELEASE_TABLES: readonly ReleaseTable[] = [
  ...levelTables('village'),
  ...levelTables('district'),
  crossing('district', ['stunting', 'wasting', 'poverty'], SEMESTER),
];

/** The rule for a k; `reason` is kept only where k is smaller than usual. */
export function releaseRule(minimumCell: number = USUAL_MINIMUM_CELL, reason = ''): ReleaseRule {
  return {
    id: `K${minimumCell}R${RELEASE_ROUNDING}`,
    minimumCell,
    rounding: RELEASE_ROUNDING,
    leastHouseholds: LEAST_HOUSEHOLDS,
    reason: minimumCell < USUAL_MINIMUM_CELL ? reason.trim() : '',
    tables: RELEASE_TABLES,
  };
}

/** Why nothing may be released by a rule: k below 5 or no whole number, or below 10 without a reason. */
export function ruleProblems({ minimumCell, reason }: ReleaseRule): readonly Problem[] {
  const refused = (code: 'release/k-too-small' | 'release/reason-missing'): readonly Problem[] => [
    { code, severity: 'error', detail: { k: minimumCell } },
  ];
  if (!Number.isInteger(minimumCell) || minimumCell < LEAST_MINIMUM_CELL)
    return refused('release/k-too-small');
  return minimumCell < USUAL_MINIMUM_CELL && reason === '' ? refused('release/reason-missing') : [];
}
