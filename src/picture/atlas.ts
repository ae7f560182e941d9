import { absentVillages } from '#core/absent-rows.ts';
import type { AreaIndex, Territory } from '#core/area.ts';
import { type AreaTable, CellStatus } from '#core/area-table.ts';
import type { BoundaryCollection } from '#core/boundary.ts';
import { type CoverageTable, ReportStatus } from '#core/cells.ts';
import { coverageOfUnit } from '#core/counted-units.ts';
import { villageCoverage } from '#core/coverage.ts';
import type { Dataset, Manifest } from '#core/dataset.ts';
import type { Indicator, IndicatorId } from '#core/indicator.ts';
import type { Period } from '#core/period.ts';
import type { Totals } from '#core/tabulation.ts';
import type { TargetRow } from '#core/target-table.ts';
import { UNITS, type Unit } from '#core/unit.ts';
import type { SecondData } from './second-data.ts';

/** What the map, legend, table and numbers are drawn from: a dataset with its boundaries. */
export interface Atlas {
  readonly manifest: Manifest;
  readonly territory: Territory;
  readonly coverage: CoverageTable;
  readonly boundaries: { readonly villages: BoundaryCollection; readonly districts: BoundaryCollection };
  /** null while the engine still loads: then only `first` can be shown. */
  readonly dataset: Dataset | null;
  /** The precomputed answer to the opening question. */
  readonly first: FirstAnswer | null;
  /** Counts of the same areas from a second source; absent where none is open. */
  readonly second?: SecondData;
  /** Targets that the reader typed; gone with the data. */
  readonly targets?: readonly TargetRow[];
}

/** What came in of a unit. */
export function coverageIn(
  { dataset, coverage }: Pick<Atlas, 'dataset' | 'coverage'>,
  unit: Unit,
): CoverageTable {
  return unit === 'child' || dataset === null ? coverage : coverageOfUnit(dataset, unit);
}

/**
 * Villages that have reported a period, of the indicator's unit or else of one that is counted in it, as the header
 * counts them; null where nobody is.
 */
export function reportedVillages(
  atlas: Pick<Atlas, 'dataset' | 'coverage' | 'manifest' | 'territory'>,
  indicator: Indicator,
  period: Period,
): number | null {
  const unit = [indicator.unit, ...UNITS].find((one) => coverageIn(atlas, one).periods.includes(period));
  if (unit === undefined) return null;
  const coverage = coverageIn(atlas, unit);
  if (unit === 'child')
    return villageCoverage(coverage, period).status.filter((status) => status !== CellStatus.notReported)
      .length;
  const p = coverage.periods.indexOf(period);
  const absent =
    unit === indicator.unit ? absentVillages(atlas.manifest, atlas.territory, indicator, period) : null;
  return coverage.status
    .subarray(p * coverage.areas, (p + 1) * coverage.areas)
    .filter(
      (status, i) =>
        (status === ReportStatus.reported || status === ReportStatus.incomplete) &&
        absent?.has(i as AreaIndex) !== true,
    ).length;
}

export interface FirstAnswer {
  readonly indicator: IndicatorId;
  readonly period: Period;
  readonly table: AreaTable;
  readonly totals: Totals;
}
