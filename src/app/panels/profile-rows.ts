import { indicatorRates } from '#app/indicator-rates.ts';
import type { AreaIndex } from '#core/area.ts';
import { CellStatus } from '#core/area-table.ts';
import type { Dataset } from '#core/dataset.ts';
import { type Indicator, indicators } from '#core/indicator.ts';
import { roundTo } from '#core/rates.ts';
import type { View } from '#core/view.ts';

/** One indicator of one area. Rates per 1; NaN where not known. */
export interface ProfileRow {
  readonly indicator: Indicator;
  readonly numerator: number;
  readonly denominator: number;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly status: CellStatus;
  /** 0 where there is none. */
  readonly rank: number;
  /** Number of areas that have a rank. */
  readonly ranked: number;
  /** First and last band that the interval touches, and the band of the value; null where the indicator has none. */
  readonly bands: { readonly first: number; readonly own: number; readonly last: number } | null;
}

function bandAt(edges: readonly number[], value: number): number {
  const printed = roundTo(value, 3);
  return edges.filter((edge) => edge <= printed).length;
}

/** Every indicator of one area, in the view's period under its filters. */
export function profileRows(
  dataset: Dataset,
  view: Pick<View, 'level' | 'period' | 'filters' | 'showSmallRates'>,
  area: AreaIndex,
): readonly ProfileRow[] {
  return indicators(dataset.manifest.extremePovertyDecile).map(({ id }): ProfileRow => {
    const { indicator, measure } = indicatorRates(dataset, view, id);
    const at = (column: Float64Array) => column[area] ?? Number.NaN;
    const [value, low, high] = [at(measure.value), at(measure.low), at(measure.high)];
    const edges = indicator.bands;
    return {
      indicator,
      numerator: at(measure.table.numerator),
      denominator: at(measure.table.denominator),
      value,
      low,
      high,
      status: (measure.status[area] ?? CellStatus.notApplicable) as CellStatus,
      rank: measure.rank[area] ?? 0,
      ranked: measure.rank.reduce((count, rank) => (rank > 0 ? count + 1 : count), 0),
      bands:
        edges === null || Number.isNaN(value) || Number.isNaN(low)
          ? null
          : { first: bandAt(edges, low), own: bandAt(edges, value), last: bandAt(edges, high) },
    };
  });
}
