import type { AreaMeasure } from '#core/area-table.ts';
import {
  type ChangeClasses,
  changeBetween,
  changeEdges,
  classifyChange,
  type RateChange,
  verdictCounts,
} from '#core/change.ts';
import type { Indicator } from '#core/indicator.ts';
import { measureOf } from '#core/measure.ts';
import { comparePeriods, type Period } from '#core/period.ts';
import type { Totals } from '#core/tabulation.ts';
import type { View } from '#core/view.ts';
import { type Answer, answerFor } from './answer.ts';
import type { Atlas } from './atlas.ts';
import { remember } from './remember.ts';

/** How the rate of the view differs from that of another period: always from the earlier to the later. */
export interface ChangeLayer {
  /** The other period. */
  readonly comparedWith: Period;
  readonly earlier: Period;
  readonly later: Period;
  readonly change: RateChange;
  readonly classes: ChangeClasses;
  /** Areas by Verdict, and as if each had been looked at alone. */
  readonly verdicts: readonly number[];
  readonly aloneVerdicts: readonly number[];
  readonly earlierTotals: Totals;
  readonly laterTotals: Totals;
}

/** Remembers its stages. The answer is null where the other period cannot be had yet. */
export function createChangeLayer(): (
  atlas: Atlas,
  view: View,
  comparedWith: Period,
  shown: { readonly answer: Answer; readonly measure: AreaMeasure; readonly showSmallRates: boolean },
) => ChangeLayer | null {
  const answers = remember(answerFor);
  const measures = remember((answer: Answer, showSmallRates: boolean) =>
    measureOf(answer.table, answer.indicator, { measure: 'rate', showSmallRates }),
  );
  const changes = remember(changeBetween);
  const edges = remember((indicator: Indicator) => changeEdges(indicator));
  const classes = remember(classifyChange);
  const layers = remember(
    (
      change: RateChange,
      cut: ChangeClasses,
      comparedWith: Period,
      earlier: Totals,
      later: Totals,
    ): ChangeLayer => ({
      comparedWith,
      earlier: change.earlier.table.period,
      later: change.later.table.period,
      change,
      classes: cut,
      verdicts: verdictCounts(change.verdict, change.status),
      aloneVerdicts: verdictCounts(change.alone, change.status),
      earlierTotals: earlier,
      laterTotals: later,
    }),
  );
  return (
    atlas,
    { level, indicator: id, period, filters },
    comparedWith,
    { answer, measure, showSmallRates },
  ) => {
    const other = answers(atlas, level, id, comparedWith, filters);
    if (!other) return null;
    const compared = measures(other, showSmallRates);
    const backward = comparePeriods(comparedWith, period) < 0;
    const change = backward ? changes(compared, measure) : changes(measure, compared);
    const cut = classes(change.difference, edges(answer.indicator));
    return backward
      ? layers(change, cut, comparedWith, other.totals, answer.totals)
      : layers(change, cut, comparedWith, answer.totals, other.totals);
  };
}
