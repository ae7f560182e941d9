import {
  type ChangeClasses,
  changeBetween,
  changeEdges,
  classifyChange,
  type RateChange,
  Verdict,
  verdictCounts,
} from '#core/change.ts';
import type { Indicator } from '#core/indicator.ts';
import { measureOf } from '#core/measure.ts';
import { comparePeriods, type Period } from '#core/period.ts';
import type { Totals } from '#core/tabulation.ts';
import { changePalette } from '#map/color.ts';
import { type Answer, answerFor } from './answer.ts';
import type { LayerMaker } from './layer-maker.ts';
import { remember } from './remember.ts';
import type { Shading } from './shading.ts';

/** How the rate of the view differs from that of another period: always from the earlier to the later. */
export interface ChangeLayer {
  readonly kind: 'change';
  /** The other period. */
  readonly comparedWith: Period;
  readonly earlier: Period;
  readonly later: Period;
  readonly change: RateChange;
  readonly classes: ChangeClasses;
  /** Areas by Verdict. */
  readonly verdicts: readonly number[];
  readonly earlierTotals: Totals;
  readonly laterTotals: Totals;
}

function shadingOf({ change, classes }: ChangeLayer, { polarity }: Indicator): Shading {
  return {
    kind: 'change',
    classOf: classes.classOf,
    status: change.status,
    colors: changePalette(polarity),
    areasPerClass: classes.areasPerClass,
    hatched: change.verdict.map((verdict) => (verdict === Verdict.unclear ? 1 : 0)),
  };
}

export const makeChangeLayer: LayerMaker<'change', ChangeLayer> = () => {
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
      kind: 'change',
      comparedWith,
      earlier: change.earlier.table.period,
      later: change.later.table.period,
      change,
      classes: cut,
      verdicts: verdictCounts(change),
      earlierTotals: earlier,
      laterTotals: later,
    }),
  );
  const shadings = remember(shadingOf);
  return ({ atlas, view, answer, measure, showSmallRates }, { comparedWith }) => {
    const { level, indicator: id, period, filters } = view;
    const other = answers(atlas, level, id, comparedWith, filters);
    if (!other) return 'waiting';
    const compared = measures(other, showSmallRates);
    const backward = comparePeriods(comparedWith, period) < 0;
    const change = backward ? changes(compared, measure) : changes(measure, compared);
    const cut = classes(change.difference, edges(answer.indicator));
    const layer = backward
      ? layers(change, cut, comparedWith, other.totals, answer.totals)
      : layers(change, cut, comparedWith, answer.totals, other.totals);
    return { layer, shading: shadings(layer, answer.indicator) };
  };
};
