import type { Territory } from '#core/area.ts';
import type { AreaTable } from '#core/area-table.ts';
import type { BoundaryCollection } from '#core/boundary.ts';
import type { CoverageTable } from '#core/cells.ts';
import { coverageOfUnit } from '#core/counted-units.ts';
import type { Dataset, Manifest } from '#core/dataset.ts';
import type { IndicatorId } from '#core/indicator.ts';
import type { Period } from '#core/period.ts';
import type { Totals } from '#core/tabulation.ts';
import type { Unit } from '#core/unit.ts';
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
}

/** What came in of a unit. */
export function coverageIn(
  { dataset, coverage }: Pick<Atlas, 'dataset' | 'coverage'>,
  unit: Unit,
): CoverageTable {
  return unit === 'child' || dataset === null ? coverage : coverageOfUnit(dataset, unit);
}

export interface FirstAnswer {
  readonly indicator: IndicatorId;
  readonly period: Period;
  readonly table: AreaTable;
  readonly totals: Totals;
}
