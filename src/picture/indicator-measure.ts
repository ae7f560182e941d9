import type { AreaMeasure } from '#core/area-table.ts';
import type { Dataset } from '#core/dataset.ts';
import type { Indicator, IndicatorId } from '#core/indicator.ts';
import { measureOf, measureTotals } from '#core/measure.ts';
import { indicatorOf, tabulateWithTotals } from '#core/tabulation.ts';
import type { View } from '#core/view.ts';
import { shownPeriod } from './answer.ts';

/** Any indicator under the view's filters, in its period or in that of its unit beside it, as rates or counts. */
export interface IndicatorMeasure {
  readonly indicator: Indicator;
  /** By area of the view's level. */
  readonly measure: AreaMeasure;
  /** The city, as a measure of one row. */
  readonly city: AreaMeasure;
}

/** The part of a view that decides what an indicator is. */
export type MeasuredView = Pick<View, 'level' | 'indicator' | 'period' | 'filters' | 'showSmallRates'>;

export function indicatorMeasure(
  dataset: Dataset,
  view: MeasuredView,
  id: IndicatorId,
  measure: View['measure'],
): IndicatorMeasure {
  const { level, filters, showSmallRates } = view;
  const indicator = indicatorOf(dataset, id);
  const period = shownPeriod(dataset.manifest, view, indicator);
  const { table, totals } = tabulateWithTotals(dataset, { level, period, filters, indicator: id });
  const options = { measure, showSmallRates: showSmallRates && dataset.manifest.tier !== 'release' };
  return {
    indicator,
    measure: measureOf(table, indicator, options),
    city: measureTotals([totals.city], table, indicator, options),
  };
}
