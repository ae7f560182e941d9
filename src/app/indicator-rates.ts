import type { AreaMeasure } from '#core/area-table.ts';
import type { Dataset } from '#core/dataset.ts';
import type { Indicator, IndicatorId } from '#core/indicator.ts';
import { measureOf } from '#core/measure.ts';
import { indicatorOf, tabulateWithTotals } from '#core/tabulation.ts';
import type { View } from '#core/view.ts';
import { measureTotals } from './panels/ranking-rows.ts';

/** Any indicator of the view's period and filters as rates. */
export interface IndicatorRates {
  readonly indicator: Indicator;
  /** By area of the view's level. */
  readonly measure: AreaMeasure;
  /** The city, as a measure of one row. */
  readonly city: AreaMeasure;
}

export function indicatorRates(
  dataset: Dataset,
  { level, period, filters, showSmallRates }: Pick<View, 'level' | 'period' | 'filters' | 'showSmallRates'>,
  id: IndicatorId,
): IndicatorRates {
  const indicator = indicatorOf(dataset, id);
  const { table, totals } = tabulateWithTotals(dataset, { level, period, filters, indicator: id });
  const options = {
    measure: 'rate',
    showSmallRates: showSmallRates && dataset.manifest.tier !== 'release',
  } as const;
  return {
    indicator,
    measure: measureOf(table, indicator, options),
    city: measureTotals([totals.city], table, indicator, options),
  };
}
