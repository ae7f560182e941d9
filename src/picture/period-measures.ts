import type { AreaMeasure } from '#core/area-table.ts';
import type { Dataset } from '#core/dataset.ts';
import type { Indicator } from '#core/indicator.ts';
import { type MeasureOptions, measureOf } from '#core/measure.ts';
import type { Period } from '#core/period.ts';
import { indicatorOf, type Totals, tabulateWithTotals } from '#core/tabulation.ts';
import type { View } from '#core/view.ts';

/** The rates of one period: by area, and in all. */
export interface PeriodMeasure {
  readonly indicator: Indicator;
  readonly options: MeasureOptions;
  readonly measure: AreaMeasure;
  readonly totals: Totals;
}

type Asked = Pick<View, 'level' | 'indicator' | 'filters'>;

/**
 * The rates of several periods. Each is kept, the same object, as long as nothing but the periods changes: playing over
 * them costs one tabulation a step.
 */
export function createPeriodMeasures(): (
  dataset: Dataset,
  asked: Asked,
  periods: readonly Period[],
  showSmallRates: boolean,
) => readonly PeriodMeasure[] {
  let of: readonly unknown[] = [];
  let kept = new Map<Period, PeriodMeasure>();
  return (dataset, { level, indicator: id, filters }, periods, showSmallRates) => {
    const now = [dataset, level, id, filters, showSmallRates];
    if (now.some((part, k) => part !== of[k])) kept = new Map();
    of = now;
    const indicator = indicatorOf(dataset, id);
    const options: MeasureOptions = { measure: 'rate', showSmallRates };
    return periods.map((period) => {
      const before = kept.get(period);
      if (before) return before;
      const { table, totals } = tabulateWithTotals(dataset, { level, indicator: id, period, filters });
      const made = { indicator, options, measure: measureOf(table, indicator, options), totals };
      kept.set(period, made);
      return made;
    });
  };
}
