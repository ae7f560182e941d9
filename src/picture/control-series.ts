import type { AreaIndex } from '#core/area.ts';
import { CellStatus } from '#core/area-table.ts';
import { type ControlChart, controlChart } from '#core/control-chart.ts';
import type { Dataset } from '#core/dataset.ts';
import { aberrationP, EARS_PERIODS, earlyAberration } from '#core/early-aberration.ts';
import { adjustedForDiscoveries, DISCOVERY_RATE } from '#core/false-discovery.ts';
import type { Indicator } from '#core/indicator.ts';
import { comparePeriods, type Period, type PeriodKind, periodKind } from '#core/period.ts';
import { type SeriesLine, seriesOf } from '#core/series.ts';
import type { View } from '#core/view.ts';
import { periodsOf } from './comparable-periods.ts';
import type { PeriodMeasure } from './period-measures.ts';
import { worseUp } from './told-areas.ts';

type Asked = Pick<View, 'level' | 'indicator' | 'filters' | 'period' | 'showSmallRates'>;

/** What comes after the first year is held against it. */
const BASELINE = 12;
/** C3 looks back over two more than C2. */
const ALARM_PERIODS = EARS_PERIODS + 2;

/** The periods of a kind up to that of the view. */
export function periodsUntil(dataset: Dataset, asked: Asked, kind: PeriodKind): readonly Period[] {
  return periodsOf(dataset.manifest, asked.indicator)
    .map(({ id }) => id)
    .filter((id) => periodKind(id) === kind && comparePeriods(id, asked.period) <= 0)
    .sort(comparePeriods);
}

export interface ControlSeries {
  readonly periods: readonly Period[];
  readonly line: SeriesLine;
  readonly chart: ControlChart;
  /** Of how many periods the chart's center is. */
  readonly baseline: number;
}

/**
 * One area, or the whole, month by month, where there are months enough for EARS, else by the periods of the view's kind.
 * null where there are fewer than two figures, and of what is no sample of children.
 */
export function controlSeries(
  dataset: Dataset,
  asked: Asked,
  indicator: Indicator,
  index: AreaIndex | null,
): ControlSeries | null {
  if (indicator.kind !== 'prevalence') return null;
  const months = periodsUntil(dataset, asked, 'month');
  const periods =
    months.length >= EARS_PERIODS ? months : periodsUntil(dataset, asked, periodKind(asked.period));
  const showSmallRates = asked.showSmallRates && dataset.manifest.tier !== 'release';
  const series = seriesOf(
    dataset,
    { ...asked, measure: 'rate', showSmallRates },
    periods,
    index === null ? [] : [index],
  );
  const line = index === null ? series.city : series.areas[0];
  if (!line || line.value.filter((value) => !Number.isNaN(value)).length < 2) return null;
  const shown = (column: Float64Array) =>
    column.map((each, k) => (line.status[k] === CellStatus.observed ? each : Number.NaN));
  const baseline = Math.min(BASELINE, periods.length);
  const chart = controlChart(shown(line.numerator), shown(line.denominator), baseline);
  return Number.isNaN(chart.center) ? null : { periods, line, chart, baseline };
}

/** A value unlike those before it. */
export interface EarlyAlarm {
  readonly index: AreaIndex;
  readonly value: number;
  readonly higher: boolean;
}

/** The months without a gap that alarms are looked for in; fewer than EARS_PERIODS: none can be. */
export function alarmPeriods(dataset: Dataset, asked: Asked): readonly Period[] {
  const months = periodsUntil(dataset, asked, 'month').slice(-ALARM_PERIODS);
  const broken = months.findLastIndex(
    (month, k) => k > 0 && monthNumber(month) - monthNumber(months[k - 1] ?? month) > 1,
  );
  return months.slice(Math.max(0, broken));
}

function monthNumber(month: Period): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5));
}

/**
 * Areas whose rate of the last month is unlike those before, upwards or downwards: C1 or C2 of EARS, the standard
 * deviation not below what chance makes of so many children, and only where it is beyond chance among all areas that are
 * looked at (a false discovery rate of 5 %). What became worse first.
 * @param measures of alarmPeriods.
 */
export function earlyAlarms(measures: readonly PeriodMeasure[]): readonly EarlyAlarm[] {
  const last = measures.at(-1);
  if (last?.indicator.kind !== 'prevalence' || measures.length < EARS_PERIODS) return [];
  const { table } = last.measure;
  const at = measures.length - 1;
  const times = measures.map((_, k) => k);
  const p = Float64Array.from(table.numerator.keys(), (i) => {
    if (last.measure.status[i] !== CellStatus.observed) return Number.NaN;
    const of = (column: 'numerator' | 'denominator') =>
      measures.map(({ measure }) => measure.table[column][i] ?? Number.NaN);
    return aberrationP(of('numerator'), of('denominator'), times, at);
  });
  const q = adjustedForDiscoveries(p);
  const alarms: (EarlyAlarm & { readonly far: number })[] = [];
  for (const i of table.numerator.keys()) {
    if (!((q[i] ?? Number.NaN) <= DISCOVERY_RATE)) continue;
    const index = i as AreaIndex;
    const values = measures.map(({ measure }) => measure.value[index] ?? Number.NaN);
    const value = values.at(-1) ?? Number.NaN;
    const error = Math.sqrt((value * (1 - value)) / (table.denominator[index] ?? Number.NaN));
    const up = earlyAberration(values, at, error);
    const down = earlyAberration(
      values.map((each) => -each),
      at,
      error,
    );
    const far = Math.max(...[up.c1, up.c2, down.c1, down.c2].filter((each) => !Number.isNaN(each)));
    if (up.alarm === 'c1' || up.alarm === 'c2') alarms.push({ index, value, higher: true, far });
    else if (down.alarm === 'c1' || down.alarm === 'c2') alarms.push({ index, value, higher: false, far });
  }
  const worse = worseUp(last.indicator);
  const rank = ({ higher, far }: { readonly higher: boolean; readonly far: number }) =>
    (higher === worse ? 1000 : 0) + far;
  return alarms.sort((a, b) => rank(b) - rank(a)).map(({ far: _, ...alarm }) => alarm);
}
