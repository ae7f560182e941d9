import { CellStatus } from '#core/area-table.ts';
import { trendSteps } from '#core/area-trend.ts';
import { dayNumber } from '#core/calendar-day.ts';
import { NO_CLASS } from '#core/classification.ts';
import { type Indicator, indicators } from '#core/indicator.ts';
import { monthsOf, type Period, periodKind } from '#core/period.ts';
import { PathVerdict, pathVerdicts, type TargetPath, targetPath } from '#core/target-path.ts';
import type { TargetRow } from '#core/target-table.ts';
import type { Target } from '#core/view.ts';
import type { Atlas } from './atlas.ts';
import { periodsOf } from './comparable-periods.ts';
import type { LayerKind, LayerMaker } from './layer-maker.ts';
import { createPeriodMeasures, type PeriodMeasure } from './period-measures.ts';
import { remember } from './remember.ts';
import type { Shading } from './shading.ts';
import { sameTarget } from './target-text.ts';
import { ordered, worseUp } from './told-areas.ts';

/** How a figure stands to its target, from good to bad, then what cannot be told. */
export const STANDINGS = ['reached', 'on-track', 'unsure', 'off-track', 'missed', 'short'] as const;
export type Standing = (typeof STANDINGS)[number];

/** Affected of measured children in a period. */
export interface PathPoint {
  readonly period: Period;
  readonly n: number;
  readonly N: number;
}

/** Where figures go: in the measure of the target, changes a month. NaN where it cannot be told. */
export interface ShownPath extends Pick<TargetPath, 'required' | 'pace' | 'projected' | 'low' | 'high'> {
  readonly now: number;
  readonly standing: Standing;
  /** That cases fell only because fewer children were measured. */
  readonly fewerMeasured: boolean;
}

/** A target with the figures that go towards it. */
export interface TargetLine {
  readonly row: TargetRow;
  readonly points: readonly PathPoint[];
  /** null without any figure. */
  readonly path: ShownPath | null;
}

const DAYS_A_MONTH = 365.25 / 12;
/** Of months one in three is taken (trendSteps). */
const MONTHS_BETWEEN = 3;

/** The last day of a period, in days since 1970-01-01. */
export function endOfPeriod(period: Period): number {
  const last = monthsOf(period).at(-1) ?? period;
  return Math.round(Date.UTC(Number(last.slice(0, 4)), Number(last.slice(5)), 0) / 86_400_000);
}

function stepMonths(period: Period | undefined): number {
  return period === undefined || periodKind(period) === 'month' ? MONTHS_BETWEEN : monthsOf(period).length;
}

function standingOf({ reached, gap }: TargetPath, verdict: number): Standing | null {
  if (reached) return 'reached';
  switch (gap) {
    case 'no-data':
      return null;
    case 'past-due':
      return 'missed';
    case 'too-short':
      return 'short';
    case null:
      return verdict === PathVerdict.onTrack
        ? 'on-track'
        : verdict === PathVerdict.offTrack
          ? 'off-track'
          : 'unsure';
  }
}

interface Asked {
  readonly row: TargetRow;
  readonly points: readonly PathPoint[];
}

/** Lines of places that are judged together. */
function linesOf(
  asked: readonly (Asked | null)[],
  months: number,
  lowerIsBetter: boolean,
): readonly (TargetLine | null)[] {
  const place = (day: number) => day / DAYS_A_MONTH / months;
  const some = asked.filter((one) => one !== null);
  const targets = some.map(({ row: { measure, value, due } }) => ({
    measure,
    value,
    due: place(dayNumber(due)),
  }));
  const paths = some.map(({ points }, k) =>
    targetPath(
      {
        numerators: points.map(({ n }) => n),
        denominators: points.map(({ N }) => N),
        times: points.map(({ period }) => place(endOfPeriod(period))),
      },
      targets[k] ?? { measure: 'rate', value: Number.NaN, due: Number.NaN },
      lowerIsBetter,
    ),
  );
  const verdicts = pathVerdicts(paths, targets, lowerIsBetter);
  const lines = some.map(({ row, points }, k): TargetLine => {
    const path = paths[k];
    const standing = path ? standingOf(path, verdicts[k] ?? PathVerdict.none) : null;
    if (!path?.latest || standing === null) return { row, points, path: null };
    const { required, pace, projected, low, high, latest, change } = path;
    return {
      row,
      points,
      path: {
        now: latest.value,
        required: required / months,
        pace: pace / months,
        projected,
        low,
        high,
        standing,
        fewerMeasured: row.measure === 'count' && change?.fall === 'only-fewer-measured',
      },
    };
  });
  let next = 0;
  return asked.map((one) => (one === null ? null : (lines[next++] ?? null)));
}

/** How areas stand to their targets. */
export interface TargetLayer {
  readonly kind: 'target';
  readonly asked: Target;
  readonly periods: readonly Period[];
  /** Of the whole, in both measures, the next to fall due first. */
  readonly city: readonly TargetLine[];
  /** By district index; null without a target. */
  readonly districts: readonly (TargetLine | null)[];
  /** By area of the view's level. */
  readonly areas: readonly (TargetLine | null)[];
  readonly status: Uint8Array;
  readonly counts: Uint32Array;
}

/** After the standings: no target. */
export const NO_TARGET = STANDINGS.length;
/** Of STANDINGS: reached, on track, unsure, off track, missed, too short; then no target. Deep only where it is sure. */
const COLORS = ['#08519c', '#6baed6', '#f1eee6', '#e8803c', '#a8380b', '#fbfaf6', '#ffffff'] as const;

export function targetClass({ areas, status }: Pick<TargetLayer, 'areas' | 'status'>, i: number): number {
  if (status[i] !== CellStatus.observed) return NO_CLASS;
  const standing = areas[i]?.path?.standing;
  return standing === undefined ? NO_TARGET : STANDINGS.indexOf(standing);
}

function shadingOf(layer: TargetLayer): Shading {
  return {
    kind: 'target',
    classOf: layer.status.map((_, i) => targetClass(layer, i)),
    status: layer.status,
    colors: COLORS,
    areasPerClass: layer.counts,
    hatched: null,
  };
}

/** All targets: those of the package, but for those in whose place the reader has put another, and the reader's own. */
export function targetsOf({
  dataset,
  targets = [],
}: Pick<Atlas, 'dataset' | 'targets'>): readonly TargetRow[] {
  const given = dataset?.monitoring?.targets ?? [];
  return [...given.filter((row) => !targets.some((own) => sameTarget(own, row))), ...targets];
}

type Counts = { readonly numerator: number; readonly denominator: number; readonly status: number };

function pointsOf(
  measures: readonly PeriodMeasure[],
  pick: (one: PeriodMeasure) => Counts | undefined,
): readonly PathPoint[] {
  return measures.flatMap((one) => {
    const counts = pick(one);
    const isKnown = counts?.status === CellStatus.observed && counts.denominator > 0;
    return isKnown ? [{ period: one.measure.table.period, n: counts.numerator, N: counts.denominator }] : [];
  });
}

function areaCounts({ measure: { table, status } }: PeriodMeasure, i: number): Counts {
  return {
    numerator: table.numerator[i] ?? Number.NaN,
    denominator: table.denominator[i] ?? Number.NaN,
    status: status[i] ?? CellStatus.notApplicable,
  };
}

/** Of several targets of a place the next to fall due, or else the last that was. */
function nextDue(rows: readonly TargetRow[], month: string): TargetRow | null {
  const ascending = [...rows].sort((a, b) => (a.due < b.due ? -1 : 1));
  return ascending.find(({ due }) => due.slice(0, 7) >= month) ?? ascending.at(-1) ?? null;
}

function layerOfTargets(
  asked: Target,
  rows: readonly TargetRow[],
  atlas: Atlas,
  indicator: Indicator,
  month: string,
  measures: readonly PeriodMeasure[],
): TargetLayer {
  const last = measures.at(-1);
  const months = stepMonths(last?.measure.table.period);
  const judged = (all: readonly (Asked | null)[]) => linesOf(all, months, worseUp(indicator));
  const own = rows.filter((row) => row.indicator === indicator.id);
  const { villages, districts } = atlas.territory;
  const level = last?.measure.table.level ?? 'village';
  const nextOf = (of: TargetRow['level'], code: string, points: () => readonly PathPoint[]): Asked | null => {
    const row = nextDue(
      own.filter((one) => one.level === of && one.area === code && one.measure === asked.measure),
      month,
    );
    return row && { row, points: points() };
  };
  const districtLines = judged(
    districts.areas.map(({ code }, d) =>
      nextOf('district', code, () => pointsOf(measures, ({ totals }) => totals.districts[d])),
    ),
  );
  const areas =
    level === 'district'
      ? districtLines
      : judged(
          villages.areas.map(({ code }, i) =>
            nextOf('village', code, () => pointsOf(measures, (one) => areaCounts(one, i))),
          ),
        );
  const status = last?.measure.status ?? new Uint8Array(areas.length);
  const counts = new Uint32Array(COLORS.length);
  for (const i of areas.keys()) {
    const k = targetClass({ areas, status }, i);
    if (k !== NO_CLASS) counts[k] = (counts[k] ?? 0) + 1;
  }
  const ofCity = pointsOf(measures, ({ totals }) => totals.city);
  const city = judged(
    own
      .filter((row) => row.level === 'city')
      .sort((a, b) => (a.due < b.due ? -1 : 1))
      .map((row) => ({ row, points: ofCity })),
  );
  return {
    kind: 'target',
    asked,
    periods: measures.map(({ measure }) => measure.table.period),
    city: city.filter((line) => line !== null),
    districts: districtLines,
    areas,
    status,
    counts,
  };
}

const makeTargetLayer: LayerMaker<'target', TargetLayer> = () => {
  const measuresOf = createPeriodMeasures();
  const layers = remember(
    (
      asked: Target,
      atlas: Atlas,
      indicator: Indicator,
      month: string,
      ...measures: readonly PeriodMeasure[]
    ) => layerOfTargets(asked, targetsOf(atlas), atlas, indicator, month, measures),
  );
  const shadings = remember(shadingOf);
  return ({ atlas, view, answer: { indicator }, showSmallRates }, asked) => {
    if (atlas.dataset === null) return 'waiting';
    const all = periodsOf(atlas.manifest, view.indicator).map(({ id }) => id);
    const periods = trendSteps(all, view.period).map(({ period }) => period);
    const measures = measuresOf(atlas.dataset, view, periods, showSmallRates);
    const layer = layers(asked, atlas, indicator, lastMonth(view.period), ...measures);
    return { layer, shading: shadings(layer) };
  };
};

function lastMonth(period: Period): string {
  return monthsOf(period).at(-1) ?? period;
}

/** How urgent a standing is, for who is told first. */
const URGENCY: Readonly<Record<Standing, number>> = {
  missed: 0,
  'off-track': 1,
  unsure: Number.NaN,
  short: Number.NaN,
  'on-track': Number.NaN,
  reached: Number.NaN,
};

export const targetKind: LayerKind<'target', TargetLayer> = {
  settle: (asked, { next, manifest }) => {
    const indicator = indicators(manifest.extremePovertyDecile).find(({ id }) => id === next.indicator);
    return indicator?.kind === 'prevalence' ? asked : null;
  },
  make: makeTargetLayer,
  /** Missed, then off track: only what is sure. */
  told: (_, { areas }) =>
    ordered(
      areas.map((line) => {
        const standing = line?.path?.standing;
        return standing === undefined ? Number.NaN : URGENCY[standing];
      }),
    ),
};
