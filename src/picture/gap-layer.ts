import type { AreaSum } from '#core/area-sum.ts';
import { type AreaMeasure, CellStatus } from '#core/area-table.ts';
import { changeBetween, type RateChange, Verdict } from '#core/change.ts';
import { NO_CLASS } from '#core/classification.ts';
import type { Manifest } from '#core/dataset.ts';
import { CLASSES } from '#core/dimension.ts';
import { hasGap } from '#core/gap-question.ts';
import { indicators } from '#core/indicator.ts';
import type { WelfareGroup } from '#core/inequality.ts';
import { type MeasureOptions, measureOf, measureTotals } from '#core/measure.ts';
import type { Filters, Gap, View } from '#core/view.ts';
import type { Answer } from './answer.ts';
import { answerFor } from './answer.ts';
import type { LayerKind, LayerMaker } from './layer-maker.ts';
import { remember } from './remember.ts';
import type { Shading } from './shading.ts';
import { ordered } from './told-areas.ts';

/** Groups of children by the decile of their family, the poorest first; unknown is none. */
export const WELFARE_GROUPS = CLASSES.poverty.filter((group) => group !== 'unknown');

/** Rates of the poorest against the best off. The change is from these to those: up is worse for the poor. */
export interface GapLayer {
  readonly kind: 'gap';
  readonly areas: RateChange;
  readonly districts: RateChange;
  /** Position 0. */
  readonly city: RateChange;
  /** By group, the poorest first: of an area, of a kecamatan and of the whole. */
  readonly groupsOf: (section: 'city' | 'district' | 'area', index: number) => readonly WelfareGroup[];
  /** Areas by class. */
  readonly counts: Uint32Array;
}

/** From this difference on a gap is wide; a convention of this program. */
export const WIDE_GAP = 0.1;

/** Better off higher, not shown, poorest higher, poorest higher by WIDE_GAP or more. */
const COLORS = ['#134b8a', '#f1eee6', '#e8803c', '#a8380b'] as const;

function classAt({ verdict, difference }: RateChange, i: number): number {
  switch (verdict[i]) {
    case Verdict.down:
      return 0;
    case Verdict.unclear:
      return 1;
    case Verdict.up:
      return (difference[i] ?? 0) >= WIDE_GAP ? 3 : 2;
    default:
      return NO_CLASS;
  }
}

function shadingOf({ areas, counts }: GapLayer): Shading {
  return {
    kind: 'gap',
    classOf: areas.status.map((_, i) => classAt(areas, i)),
    status: areas.status,
    colors: COLORS,
    areasPerClass: counts,
    hatched: null,
  };
}

function withGroup(filters: Filters, group: string): Filters {
  return { ...filters, classes: { ...filters.classes, poverty: [group] } };
}

type Section = 'city' | 'district' | 'area';

function layerOfAnswers(answers: readonly Answer[], showSmallRates: boolean): GapLayer | null {
  const [poor, rich] = [answers[0], answers.at(-1)];
  if (!poor || !rich) return null;
  const options: MeasureOptions = { measure: 'rate', showSmallRates };
  const measured = ({ table, indicator }: Answer): AreaMeasure => measureOf(table, indicator, options);
  const summed = ({ table, indicator }: Answer, sums: readonly AreaSum[]) =>
    measureTotals(sums, table, indicator, options);
  const areas = changeBetween(measured(rich), measured(poor));
  const counts = new Uint32Array(COLORS.length);
  for (const i of areas.status.keys()) {
    const own = classAt(areas, i);
    if (own !== NO_CLASS) counts[own] = (counts[own] ?? 0) + 1;
  }
  const groupAt = ({ table, totals }: Answer, section: Section, i: number): WelfareGroup => {
    const sum = section === 'city' ? totals.city : section === 'district' ? totals.districts[i] : undefined;
    return section === 'area'
      ? { n: table.numerator[i] ?? Number.NaN, N: table.denominator[i] ?? Number.NaN }
      : { n: sum?.numerator ?? Number.NaN, N: sum?.denominator ?? Number.NaN };
  };
  return {
    kind: 'gap',
    areas,
    districts: changeBetween(summed(rich, rich.totals.districts), summed(poor, poor.totals.districts)),
    city: changeBetween(summed(rich, [rich.totals.city]), summed(poor, [poor.totals.city])),
    groupsOf: (section, i) => answers.map((answer) => groupAt(answer, section, i)),
    counts,
  };
}

const makeGapLayer: LayerMaker<'gap', GapLayer> = () => {
  const answers = remember((...[atlas, level, id, period, filters]: AnswerInput) =>
    WELFARE_GROUPS.map((group) => answerFor(atlas, level, id, period, withGroup(filters, group))),
  );
  const layers = remember((of: ReturnType<typeof answers>, small: boolean) =>
    layerOfAnswers(
      of.flatMap((answer) => answer ?? []),
      small,
    ),
  );
  const shadings = remember(shadingOf);
  return ({ atlas, view, showSmallRates }) => {
    if (atlas.dataset === null) return 'waiting';
    if (!canAskGap(view, atlas.manifest)) return null;
    const { level, indicator, period, filters } = view;
    const layer = layers(answers(atlas, level, indicator, period, filters), showSmallRates);
    return layer && { layer, shading: shadings(layer) };
  };
};

type AnswerInput = Parameters<typeof answerFor>;

/** Whether children of a dataset are counted by the decile of their family. */
export function knowsWelfare({ tables }: Pick<Manifest, 'tables'>): boolean {
  return tables.some(({ unit, dimensions }) => unit === undefined && dimensions.includes('poverty'));
}

/** Whether rich and poor can be held against each other in a view. */
export function canAskGap(view: Pick<View, 'indicator' | 'filters'>, manifest: Manifest): boolean {
  const asked = indicators(manifest.extremePovertyDecile).find(({ id }) => id === view.indicator);
  const filtered = (view.filters.classes.poverty?.length ?? 0) > 0;
  return asked !== undefined && hasGap(asked) && !filtered && knowsWelfare(manifest);
}

export const gapKind: LayerKind<'gap', GapLayer> = {
  settle: (asked: Gap, { next, manifest }) => (canAskGap(next, manifest) ? asked : null),
  make: makeGapLayer,
  /** By how much more common it is among the poorest, where that is shown. */
  told: (_, { areas: { difference, verdict } }) =>
    ordered(difference.map((points, i) => (verdict[i] === Verdict.up ? -points : Number.NaN))),
};

/** Whether a place has a gap to tell of. */
export function hasFigures({ status }: RateChange, index: number): boolean {
  return status[index] === CellStatus.observed;
}
