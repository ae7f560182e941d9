import {
  type ChangeClasses,
  changeBetween,
  changeEdges,
  classifyChange,
  type RateChange,
  Verdict,
  verdictCounts,
} from '#core/change.ts';
import { NO_CLASS } from '#core/classification.ts';
import type { Indicator } from '#core/indicator.ts';
import { measureOf } from '#core/measure.ts';
import { comparePeriods, type Period } from '#core/period.ts';
import type { Totals } from '#core/tabulation.ts';
import type { Change } from '#core/view.ts';
import { changePalette, pale } from '#map/color.ts';
import { type Answer, answerFor } from './answer.ts';
import { comparablePeriods, periodsOf, usualPeriods } from './comparable-periods.ts';
import type { LayerKind, LayerMaker, Settling } from './layer-maker.ts';
import { remember } from './remember.ts';
import type { Shading } from './shading.ts';
import { ordered, worseUp } from './told-areas.ts';

/** How the rate of the view differs from that of another period: always from the earlier to the later. */
export interface ChangeLayer {
  readonly kind: 'change';
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

/** The classes of the change; then the same again, pale, for areas not shown to have changed. */
function shadingOf({ change, classes }: ChangeLayer, { polarity }: Indicator): Shading {
  const colors = changePalette(polarity);
  const hatched = change.verdict.map((verdict) => (verdict === Verdict.unclear ? 1 : 0));
  return {
    kind: 'change',
    classOf: classes.classOf.map((k, i) => (k !== NO_CLASS && hatched[i] === 1 ? k + colors.length : k)),
    status: change.status,
    colors: [...colors, ...colors.map(pale)],
    areasPerClass: classes.areasPerClass,
    hatched,
  };
}

const makeChangeLayer: LayerMaker<'change', ChangeLayer> = () => {
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
      verdicts: verdictCounts(change.verdict, change.status),
      aloneVerdicts: verdictCounts(change.alone, change.status),
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

/** The other period after the shown one has moved: the one before stays the one before, a year ago stays so. */
function follow({ comparedWith }: Change, { before, next, manifest }: Settling): Period | null {
  const periods = periodsOf(manifest, next.indicator);
  const [old, now] = [usualPeriods(periods, before.period), usualPeriods(periods, next.period)];
  if (comparedWith === old.previous) return now.previous;
  if (comparedWith === old.yearAgo) return now.yearAgo;
  return comparedWith;
}

export const changeKind: LayerKind<'change', ChangeLayer> = {
  settle: (asked, at) => {
    const moved = at.patch.question === undefined && at.before.period !== at.next.period;
    const comparedWith = moved ? follow(asked, at) : asked.comparedWith;
    const fits =
      comparedWith !== null &&
      comparablePeriods(periodsOf(at.manifest, at.next.indicator), at.next.period).includes(comparedWith);
    if (!fits) return null;
    return comparedWith === asked.comparedWith ? asked : { kind: 'change', comparedWith };
  },
  make: makeChangeLayer,
  told: ({ indicator }, { change: { difference } }) =>
    ordered(worseUp(indicator) ? difference.map((points) => -points) : difference),
};
