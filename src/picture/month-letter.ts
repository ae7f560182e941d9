import { type AreaCode, type AreaIndex, geographyOf } from '#core/area.ts';
import { CellStatus } from '#core/area-table.ts';
import { NAMED_PERIODS, TrendVerdict } from '#core/area-trend.ts';
import type { Day } from '#core/calendar-day.ts';
import { ReportStatus } from '#core/cells.ts';
import { Verdict } from '#core/change.ts';
import { type CoverageSum, coverageOf, coverageRate, coverageSum } from '#core/coverage.ts';
import { ENTRY_PARTS, type EntryPart, snapshotDays } from '#core/entry-snapshot.ts';
import { deadlineOf } from '#core/entry-stage.ts';
import { type Indicator, type IndicatorId, indicators } from '#core/indicator.ts';
import { measureTotals } from '#core/measure.ts';
import { monthsOf, type Period } from '#core/period.ts';
import { isAnswerable } from '#core/prevalence-sums.ts';
import { LEAST_WEIGHED } from '#core/priority-rule-text.ts';
import { type Priority, type Question, SINGLE, TREND, type View } from '#core/view.ts';
import type { Atlas } from './atlas.ts';
import { periodsOf, trendPeriod, usualPeriods } from './comparable-periods.ts';
import { alarmPeriods, type EarlyAlarm, earlyAlarms } from './control-series.ts';
import type { EntryLayer } from './entry-layer.ts';
import { layerOf } from './layer.ts';
import { listedAreas } from './listed-areas.ts';
import { defaultClassification, openingView } from './opening-view.ts';
import { createPeriodMeasures } from './period-measures.ts';
import { createPainter, type Picture } from './picture.ts';
import type { PriorityLayer } from './priority-layer.ts';
import { isNamed, type TrendLayer } from './trend-layer.ts';

/** The indicators that a letter tells of, as far as the data have them. */
const TOLD: readonly IndicatorId[] = ['stunting', 'wasting', 'underweight'];

/** A rate of the whole, or a kecamatan, in one period. */
export interface LetterRate {
  readonly n: number;
  readonly N: number;
  readonly rate: number;
  readonly low: number;
  readonly high: number;
}

/** What one indicator did. */
export interface LetterFigure {
  readonly indicator: Indicator;
  /** null where there is none. */
  readonly now: LetterRate | null;
  readonly before: LetterRate | null;
  /** Kelurahan whose change since the period before is shown among all (FDR). */
  readonly rose: readonly AreaIndex[];
  readonly fell: readonly AreaIndex[];
  /** Kelurahan whose trend is shown, with the layer that says how steep; null where there are too few periods to name any. */
  readonly trend: TrendLayer | null;
  readonly rising: readonly AreaIndex[];
  readonly falling: readonly AreaIndex[];
  /** Of the place: the whole, or the kecamatan; TrendVerdict. */
  readonly ownTrend: TrendVerdict;
}

/** Why an area entered the list or left it. */
export type MoveReason =
  /** Its own points: of the criterion that moved them most. */
  | { readonly kind: 'own'; readonly indicator: Indicator; readonly from: number; readonly to: number }
  /** Its own score hardly moved: those of others did. */
  | { readonly kind: 'others' }
  /** It had no score before, or has none now. */
  | { readonly kind: 'no-score' };

export interface ListMove {
  readonly index: AreaIndex;
  /** 0: none. */
  readonly rankBefore: number;
  readonly rank: number;
  readonly why: MoveReason;
}

export interface LetterList {
  readonly layer: PriorityLayer;
  readonly entered: readonly ListMove[];
  readonly left: readonly ListMove[];
  readonly stayed: readonly AreaIndex[];
}

/** Whom to call, and about what. */
export interface LetterCall {
  readonly index: AreaIndex;
  readonly missing: boolean;
  readonly partial: boolean;
  /** D/S where it is low; null: it is not. */
  readonly lowCoverage: number | null;
  readonly alarm: EarlyAlarm | null;
}

/** How far data entry has come in a place, by the last export that is no later than the month. */
export interface LetterEntry {
  readonly day: Day;
  /** null where no stage is stated. */
  readonly deadline: Day | null;
  /** Children in, of the target children of the posts that have reported. */
  readonly parts: readonly { readonly part: EntryPart; readonly n: number; readonly N: number }[];
  readonly reported: number;
  readonly posts: number;
  /** Kelurahan that lack most children with a NIK. */
  readonly behind: readonly { readonly index: AreaIndex; readonly missing: number }[];
}

/** A month in figures: what a letter says of it, whatever it is written on. */
export interface MonthLetter {
  readonly atlas: Atlas;
  readonly month: Period;
  /** The one before of its kind; null where there is none. */
  readonly before: Period | null;
  /** The period by which trends are told. */
  readonly trendUntil: Period;
  /** null: the whole. */
  readonly district: AreaCode | null;
  readonly place: string;
  readonly complete: boolean;
  readonly areas: readonly AreaIndex[];
  readonly missing: readonly AreaIndex[];
  readonly partial: readonly AreaIndex[];
  readonly coverage: CoverageSum;
  readonly coverageBefore: CoverageSum | null;
  readonly figures: readonly LetterFigure[];
  readonly calls: readonly LetterCall[];
  /** null where there is no export of the month or before. */
  readonly entry: LetterEntry | null;
  /** null where there is no list, or none before. */
  readonly list: LetterList | null;
}

/** A month told of all of the territory, from which the letters of its kecamatan are taken. */
export interface LetterGround {
  readonly atlas: Atlas;
  readonly view: View;
  readonly before: Period | null;
  readonly trendUntil: Period;
  readonly told: readonly ToldIndicator[];
  readonly alarms: readonly EarlyAlarm[];
  readonly entry: readonly EntryLayer[];
  readonly list: { readonly now: PriorityLayer; readonly before: PriorityLayer } | null;
}

interface ToldIndicator {
  readonly indicator: Indicator;
  readonly now: Picture | null;
  readonly before: Picture | null;
  readonly change: Picture | null;
  readonly trend: Picture | null;
}

/**
 * All that letters of a month are made of, of all children of the whole territory: a kecamatan's letter names an area
 * only where the whole does, so that both say the same. Needs the dataset.
 * @param list the index that is followed; null: none.
 */
export function letterGround(
  atlas: Atlas,
  asked: Pick<View, 'period' | 'showSmallRates' | 'method'>,
  list: Priority | null,
): LetterGround {
  const { manifest } = atlas;
  const view: View = { ...openingView(manifest), ...asked };
  const known = indicators(manifest.extremePovertyDecile).filter((one) => isAnswerable(manifest, one));
  const indicator = known.find(({ id }) => id === TOLD[0])?.id ?? view.indicator;
  const periods = periodsOf(manifest, indicator);
  const { previous: before } = usualPeriods(periods, view.period);
  const trendUntil = trendPeriod(periods, view.period);
  const paint = createPainter({ facets: false });
  const painted = (id: IndicatorId, period: Period, question: Question): Picture | null =>
    paint(atlas, {
      ...view,
      indicator: id,
      period,
      classification: defaultClassification(id),
      question,
    });
  const told = TOLD.flatMap((id): ToldIndicator[] => {
    const one = known.find((each) => each.id === id);
    return one
      ? [
          {
            indicator: one,
            now: painted(id, view.period, SINGLE),
            before: before && painted(id, before, SINGLE),
            change: before && painted(id, view.period, { kind: 'change', comparedWith: before }),
            trend: painted(id, trendUntil, TREND),
          },
        ]
      : [];
  });
  const { dataset } = atlas;
  const small = view.showSmallRates && manifest.tier !== 'release';
  const early = { ...view, indicator };
  const alarms = dataset
    ? earlyAlarms(createPeriodMeasures()(dataset, early, alarmPeriods(dataset, early), small))
    : [];
  const listOf = (period: Period) => {
    const picture = list && painted(indicator, period, list);
    return picture && layerOf(picture, 'priority');
  };
  const [now, earlier] = [listOf(view.period), before && listOf(before)];
  return {
    atlas,
    view,
    before,
    trendUntil,
    told,
    alarms,
    entry: entryLayers(atlas, view.period, (question) => painted(indicator, view.period, question)),
    list: now && earlier ? { now, before: earlier } : null,
  };
}

/** The letter of the whole, or of one kecamatan. */
export function monthLetter(ground: LetterGround, district: AreaCode | null): MonthLetter {
  const { atlas, view, before, told, list } = ground;
  const { territory, coverage } = atlas;
  const d = district === null ? undefined : territory.districts.indexOf.get(district);
  const areas = [...territory.villages.areas.keys()].filter(
    (i) => d === undefined || territory.districtOf[i] === d,
  ) as AreaIndex[];
  const held = new Set<number>(areas);
  const p = coverage.periods.indexOf(view.period);
  const reported = (i: number) => coverage.status[p * coverage.areas + i] ?? ReportStatus.notReported;
  const missing = areas.filter(
    (i) => reported(i) === ReportStatus.notReported || reported(i) === ReportStatus.setAside,
  );
  const partial = areas.filter((i) => reported(i) === ReportStatus.incomplete);
  const sumOf = (period: Period) => coverageSum(coverageOf(coverage, territory, 'village', period), areas);
  return {
    atlas,
    month: view.period,
    before,
    trendUntil: ground.trendUntil,
    district,
    place: (d === undefined ? undefined : territory.districts.areas[d]?.name) ?? territory.name,
    complete: atlas.manifest.periods.find(({ id }) => id === view.period)?.complete ?? false,
    areas,
    missing,
    partial,
    coverage: sumOf(view.period),
    coverageBefore: before && sumOf(before),
    figures: told.map((one) => figureOf(one, d, held)),
    calls: callsOf(ground, areas, missing, partial),
    entry: entryOf(ground.entry, areas),
    list: list && listOf(list.now, list.before, held),
  };
}

/** Of each part, as its question shows it on the last day of an export that is no later than the period. */
function entryLayers(
  { dataset }: Atlas,
  period: Period,
  painted: (question: Question) => Picture | null,
): readonly EntryLayer[] {
  const last = monthsOf(period).at(-1) ?? period;
  const snapshot = snapshotDays(dataset?.monitoring?.entries ?? []).findLast(
    (day) => day.slice(0, 7) <= last,
  );
  if (snapshot === undefined) return [];
  return ENTRY_PARTS.flatMap((part) => {
    const picture = painted({ kind: 'entry', part, snapshot, stage: null });
    const layer = picture && layerOf(picture, 'entry');
    return layer && layer.days[layer.at] === snapshot ? [layer] : [];
  });
}

const MOST_BEHIND = 5;

function entryOf(layers: readonly EntryLayer[], areas: readonly AreaIndex[]): LetterEntry | null {
  const [first] = layers;
  const day = first?.days[first.at];
  if (first === undefined || day === undefined) return null;
  const sum = (of: ArrayLike<number>) =>
    areas.reduce((all, i) => all + (Number.isNaN(of[i] ?? Number.NaN) ? 0 : (of[i] ?? 0)), 0);
  const named = layers.find(({ part }) => part === 'nik') ?? first;
  return {
    day,
    deadline: first.stage && deadlineOf(first.stage),
    parts: layers.map(({ part, areas: units }) => ({ part, n: sum(units.n), N: sum(units.N) })),
    reported: sum(first.areas.reported),
    posts: sum(first.areas.posts),
    behind: areas
      .map((index) => ({ index, missing: named.areas.missing[index] ?? Number.NaN }))
      .filter(({ missing }) => missing > 0)
      .sort((a, b) => b.missing - a.missing)
      .slice(0, MOST_BEHIND),
  };
}

function rateOf(picture: Picture | null, district: number | undefined): LetterRate | null {
  if (picture === null) return null;
  const { totals, measure, indicator } = picture;
  const total = district === undefined ? totals.city : totals.districts[district];
  if (total?.status !== CellStatus.observed) return null;
  const options = { measure: 'rate', showSmallRates: false } as const;
  const { value, low, high, status } = measureTotals([total], measure.table, indicator, options);
  if (status[0] !== CellStatus.observed) return null;
  const [rate = Number.NaN, from = Number.NaN, to = Number.NaN] = [value[0], low[0], high[0]];
  return { n: total.numerator, N: total.denominator, rate, low: from, high: to };
}

function figureOf(
  told: ToldIndicator,
  district: number | undefined,
  held: ReadonlySet<number>,
): LetterFigure {
  const change = told.change && layerOf(told.change, 'change');
  const trend = told.trend && layerOf(told.trend, 'trend');
  const changed = (verdict: Verdict) =>
    change
      ? ([...held].filter((i) => change.change.verdict[i] === verdict).sort((a, b) => a - b) as AreaIndex[])
      : [];
  const trending = (verdict: TrendVerdict) =>
    trend
      ? ([...held]
          .filter((i) => isNamed(verdict) && trend.areas.verdict[i] === verdict)
          .sort((a, b) => a - b) as AreaIndex[])
      : [];
  const own = district === undefined ? trend?.city.verdict[0] : trend?.districts.verdict[district];
  return {
    indicator: told.indicator,
    now: rateOf(told.now, district),
    before: rateOf(told.before, district),
    rose: changed(Verdict.up),
    fell: changed(Verdict.down),
    trend: trend && trend.periods.length >= NAMED_PERIODS ? trend : null,
    rising: trending(TrendVerdict.rising),
    falling: trending(TrendVerdict.falling),
    ownTrend: (own ?? TrendVerdict.none) as TrendVerdict,
  };
}

function callsOf(
  { atlas, view, alarms }: LetterGround,
  areas: readonly AreaIndex[],
  missing: readonly AreaIndex[],
  partial: readonly AreaIndex[],
): readonly LetterCall[] {
  const { measured, target } = coverageOf(atlas.coverage, atlas.territory, 'village', view.period);
  const calls = areas.map((index): LetterCall => {
    const silent = missing.includes(index);
    const rate = coverageRate(measured[index] ?? Number.NaN, target[index] ?? Number.NaN);
    return {
      index,
      missing: silent,
      partial: partial.includes(index),
      lowCoverage: !silent && rate < LEAST_WEIGHED ? rate : null,
      alarm: alarms.find((alarm) => alarm.index === index) ?? null,
    };
  });
  const weight = ({ missing: none, partial: some, lowCoverage, alarm }: LetterCall) =>
    (none ? 8 : 0) + (some ? 4 : 0) + (lowCoverage === null ? 0 : 2) + (alarm === null ? 0 : 1);
  return calls.filter((call) => weight(call) > 0).sort((a, b) => weight(b) - weight(a) || a.index - b.index);
}

/** Below so many points of the score an area has not moved by itself. */
const HARDLY = 1;

function listOf(now: PriorityLayer, before: PriorityLayer, held: ReadonlySet<number>): LetterList {
  const [listed, earlier] = [new Set(listedAreas(now)), new Set(listedAreas(before))];
  const move = (index: number): ListMove => ({
    index: index as AreaIndex,
    rankBefore: before.index.rank[index] ?? 0,
    rank: now.index.rank[index] ?? 0,
    why: reasonOf(now, before, index, listed.has(index)),
  });
  const within = [...held].sort((a, b) => a - b);
  return {
    layer: now,
    entered: within.filter((i) => listed.has(i) && !earlier.has(i)).map(move),
    left: within.filter((i) => !listed.has(i) && earlier.has(i)).map(move),
    stayed: within.filter((i) => listed.has(i) && earlier.has(i)) as AreaIndex[],
  };
}

function reasonOf(now: PriorityLayer, before: PriorityLayer, i: number, entered: boolean): MoveReason {
  const scores = [before.index.score[i] ?? Number.NaN, now.index.score[i] ?? Number.NaN] as const;
  if (scores.some(Number.isNaN)) return { kind: 'no-score' };
  const moved = scores[1] - scores[0];
  if (entered ? moved < HARDLY : moved > -HARDLY) return { kind: 'others' };
  const sign = entered ? 1 : -1;
  const gained = now.contributions.map(
    (own, k) => sign * ((own[i] ?? 0) - (before.contributions[k]?.[i] ?? 0)),
  );
  const k = gained.indexOf(Math.max(...gained));
  const indicator = now.indicators[k];
  if (!indicator) return { kind: 'others' };
  return {
    kind: 'own',
    indicator,
    from: before.measures[k]?.value[i] ?? Number.NaN,
    to: now.measures[k]?.value[i] ?? Number.NaN,
  };
}

/** Names of areas of a letter. */
export function letterNames(
  { atlas }: Pick<MonthLetter, 'atlas'>,
  areas: readonly AreaIndex[],
): readonly string[] {
  const { areas: villages } = geographyOf(atlas.territory, 'village');
  return areas.map((i) => villages[i]?.name ?? '');
}

/** The month that a letter is written of: that of the view, else the last that there is in its period, else the period. */
export function letterMonth({ manifest }: Pick<Atlas, 'manifest'>, period: Period): Period {
  const known = new Set(manifest.periods.map(({ id }) => id));
  return monthsOf(period).findLast((month) => known.has(month)) ?? period;
}
