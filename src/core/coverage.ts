import type { AreaLevel, Territory } from './area.ts';
import { type AreaColumns, sumByGroup, sumTogether } from './area-sum.ts';
import { CellStatus } from './area-table.ts';
import { type CoverageTable, ReportStatus } from './cells.ts';
import type { Period } from './period.ts';

/** Children measured (D) and children to be measured (S), by area. */
export interface Coverage {
  /** Children; NaN where unknown. Of a village each stands alone; of a group both are known, or neither. */
  readonly measured: Float64Array;
  readonly target: Float64Array;
  /** CellStatus of D/S: see villageCoverage. */
  readonly status: Uint8Array;
}

/** D and S of several areas as one: NaN where status is neither observed nor noDenominator. */
export interface CoverageSum {
  readonly measured: number;
  readonly target: number;
  readonly status: CellStatus;
}

/**
 * D and S of each village, as reported. A village that has not reported, or whose D is unknown, is notReported; one
 * that has, but whose S is unknown, is notApplicable; S = 0 is noDenominator. In a period that the table does not hold
 * nobody has reported. Linear.
 */
export function villageCoverage(table: CoverageTable, period: Period): Coverage {
  const { areas } = table;
  const p = table.periods.indexOf(period);
  if (p < 0) {
    const none = new Float64Array(areas).fill(Number.NaN);
    return { measured: none, target: none, status: new Uint8Array(areas).fill(CellStatus.notReported) };
  }
  const [measured, target, reported] = [table.measured, table.target, table.status].map((column) =>
    column.subarray(p * areas, (p + 1) * areas),
  ) as [Float64Array, Float64Array, Uint8Array];
  const status = reported.map((report, i) => {
    const came = report === ReportStatus.reported || report === ReportStatus.incomplete;
    if (!came || Number.isNaN(measured[i]!)) return CellStatus.notReported;
    if (Number.isNaN(target[i]!)) return CellStatus.notApplicable;
    return target[i] === 0 ? CellStatus.noDenominator : CellStatus.observed;
  });
  return { measured, target, status };
}

/**
 * D and S of the areas of a level. A district is the sum of its villages by the rule of all sums of this program
 * (sumByGroup): villages that have not reported are left out of both, and where one that has lacks its S, neither D
 * nor S of the district is known, for D/S would then be of other children above and below. Linear.
 */
export function coverageOf(
  table: CoverageTable,
  territory: Pick<Territory, 'districts' | 'districtOf'>,
  level: AreaLevel,
  period: Period,
): Coverage {
  const villages = villageCoverage(table, period);
  if (level === 'village') return villages;
  const { districts, districtOf } = territory;
  const all = new Uint8Array(districtOf.length).fill(1);
  const { numerator, denominator, status } = sumByGroup(
    countsOf(villages),
    all,
    districtOf,
    districts.areas.length,
  );
  return { measured: numerator, target: denominator, status };
}

/** D and S of some areas (by index) together, by the rule of coverageOf. An area named twice counts once; of none: notApplicable. */
export function coverageSum(coverage: Coverage, areas: Iterable<number>): CoverageSum {
  const { numerator, denominator, status } = sumTogether(countsOf(coverage), areas);
  return { measured: numerator, target: denominator, status };
}

/** D/S, per 1; NaN without a target. */
export function coverageRate(measured: number, target: number): number {
  return target > 0 ? measured / target : Number.NaN;
}

function countsOf({ measured, target, status }: Coverage): AreaColumns {
  return { numerator: measured, denominator: target, status };
}
