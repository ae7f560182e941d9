import type { AreaIndex } from '#core/area.ts';
import { type AreaSum, sumTogether } from '#core/area-sum.ts';
import { type AreaMeasure, CellStatus } from '#core/area-table.ts';
import type { Indicator } from '#core/indicator.ts';
import { measureTotals } from '#core/measure.ts';

export interface SelectionTotal {
  /** Areas selected, and of these the areas that have a count of at least one child: what the sum is of. */
  readonly areas: number;
  readonly known: number;
  /** The sum, as a measure of one row. Where no count is known it has the status of the first area. */
  readonly measure: AreaMeasure;
}

/** Counts of the selected areas, summed; a rate of the sum keeps the interval and the smallest denominator of rates. */
export function selectionTotal(
  measure: AreaMeasure,
  indicator: Indicator,
  selected: readonly AreaIndex[],
  showSmallRates: boolean,
): SelectionTotal {
  const { table } = measure;
  const known = selected.filter(
    (i) => table.status[i] === CellStatus.observed || table.status[i] === CellStatus.noDenominator,
  );
  const sum = (values: Float64Array) => known.reduce((total, i) => total + (values[i] ?? Number.NaN), 0);
  const observed = known.some((i) => table.status[i] === CellStatus.observed);
  const first = table.status[selected[0] ?? -1];
  const empty = (first ?? CellStatus.notApplicable) as CellStatus;
  const status = observed ? CellStatus.observed : known.length > 0 ? CellStatus.noDenominator : empty;
  const total: AreaSum =
    indicator.kind === 'coverage'
      ? sumTogether(table, selected)
      : {
          numerator: known.length > 0 ? sum(table.numerator) : Number.NaN,
          denominator: known.length > 0 ? sum(table.denominator) : Number.NaN,
          status,
        };
  return {
    areas: selected.length,
    known: known.filter((i) => (table.denominator[i] ?? 0) > 0).length,
    measure: measureTotals([total], table, indicator, { measure: measure.measure, showSmallRates }),
  };
}
