import { useMemo, useState } from 'react';
import { Button } from 'react-aria-components';
import type { MonitoredProps } from '#app/kinds/question-view.ts';
import { ChartFrame, type ChartRow } from '#app/kit/chart-frame.tsx';
import { Signal } from '#core/control-chart.ts';
import { EARS_PERIODS } from '#core/early-aberration.ts';
import type { Period } from '#core/period.ts';
import { chartScale } from '#picture/chart-scale.ts';
import { alarmPeriods, type ControlSeries, controlSeries, earlyAlarms } from '#picture/control-series.ts';
import { createPeriodMeasures } from '#picture/period-measures.ts';
import type { TrendLayer } from '#picture/trend-layer.ts';
import { select } from '#state/store.ts';
import { partsText, tickText } from '#words/chart-words.ts';
import { DASH } from '#words/format.ts';
import { ControlDrawing, type ControlRow } from './control-drawing.tsx';

type ControlPanelProps = MonitoredProps<TrendLayer>;

/** The chosen area, or the whole, month by month between its limits. */
export function ControlPanel(props: ControlPanelProps) {
  const { picture, dataset, words, format } = props;
  const { view, indicator, selected, geography, atlas } = picture;
  const { level, filters, period, showSmallRates } = view;
  const index = selected[0] ?? null;
  const series = useMemo(
    () =>
      controlSeries(
        dataset,
        { level, indicator: indicator.id, filters, period, showSmallRates },
        indicator,
        index,
      ),
    [dataset, level, indicator, filters, period, showSmallRates, index],
  );
  const [pointed, setPointed] = useState<Period | null>(null);
  if (series === null) return null;
  const say = words.control;
  const name = (index === null ? undefined : geography.areas[index]?.name) ?? atlas.territory.name;
  const { chart, periods, line } = series;
  const signals = periods.filter((_, k) => chart.signal[k] !== Signal.none);
  const rates = rateRows(series);
  const scale = chartScale([...line.value, ...chart.high], 4, false);
  const drift = driftRows(series);
  const reach = Math.ceil(
    Math.max(2, ...drift.flatMap(({ value, limits }) => [Math.abs(value ?? 0), limits?.[1] ?? 0])),
  );
  const shared = { words, onHover: setPointed };
  return (
    <ChartFrame
      words={words}
      title={say.heading(name)}
      summary={
        signals.length === 0
          ? say.calm(name)
          : say.signals(name, format.count(signals.length), signals.map(format.period).join(', '))
      }
      head={say.head}
      rows={() => tableRows(series, props)}
      note={say.note(format.count(series.baseline))}
      readout={pointed === null ? null : readout(series, pointed, props)}
      hint={say.hint}
    >
      <ControlDrawing
        {...shared}
        rows={rates}
        center={chart.center}
        domain={[0, scale.end]}
        ticks={scale.ticks}
        tick={(value) => tickText(value, true, format)}
        height={170}
      />
      <p className="note">{say.drift}</p>
      <ControlDrawing
        {...shared}
        rows={drift}
        center={0}
        domain={[-reach, reach]}
        ticks={[-reach, 0, reach]}
        tick={format.count}
        height={110}
      />
    </ChartFrame>
  );
}

const known = (value: number | undefined) => (value === undefined || Number.isNaN(value) ? null : value);

function limitsAt(low: number | undefined, high: number | undefined): ControlRow['limits'] {
  const [from, to] = [known(low), known(high)];
  return from === null || to === null ? null : [from, to];
}

function rateRows({ periods, line, chart }: ControlSeries): readonly ControlRow[] {
  return periods.map((period, k) => ({
    period,
    value: known(line.value[k]),
    limits: limitsAt(chart.low[k], chart.high[k]),
    signal: chart.signal[k] === Signal.beyond || chart.signal[k] === Signal.run,
  }));
}

function driftRows({ periods, chart }: ControlSeries): readonly ControlRow[] {
  return periods.map((period, k) => {
    const limit = chart.ewmaLimit[k] ?? Number.NaN;
    return {
      period,
      value: known(chart.ewma[k]),
      limits: limitsAt(-limit, limit),
      signal: chart.signal[k] === Signal.ewma,
    };
  });
}

function signalText({ chart }: ControlSeries, k: number, { words }: Pick<ControlPanelProps, 'words'>) {
  const say = words.control.kinds;
  switch (chart.signal[k]) {
    case Signal.beyond:
      return say.beyond;
    case Signal.run:
      return say.run;
    case Signal.ewma:
      return say.ewma;
    default:
      return DASH;
  }
}

function tableRows(series: ControlSeries, props: ControlPanelProps): readonly ChartRow[] {
  const { format } = props;
  const { periods, line, chart } = series;
  const at = (column: Float64Array, k: number) => column[k] ?? Number.NaN;
  return periods.map((period, k) => ({
    key: period,
    cells: [
      format.period(period),
      `${format.percent(at(line.value, k))} (${partsText(at(line.numerator, k), at(line.denominator, k), format)})`,
      `${format.percent(at(chart.low, k))}–${format.percent(at(chart.high, k))}`,
      signalText(series, k, props),
    ],
  }));
}

function readout(series: ControlSeries, period: Period, props: ControlPanelProps): string {
  const { format, words } = props;
  const { periods, line, chart } = series;
  const k = periods.indexOf(period);
  return words.control.readout(
    format.period(period),
    format.percentUnit(line.value[k] ?? Number.NaN),
    `${format.percent(chart.low[k] ?? Number.NaN)}–${format.percent(chart.high[k] ?? Number.NaN)}`,
  );
}

const MOST_ALARMS = 6;

/** Areas whose last month is unlike those before: their data are to be looked at. */
export function AlarmList(props: ControlPanelProps) {
  const { picture, dataset, store, words, format } = props;
  const { view, indicator, geography } = picture;
  const { level, filters, period, showSmallRates } = view;
  const measuresOf = useMemo(createPeriodMeasures, []);
  const { months, alarms } = useMemo(() => {
    const asked = { level, indicator: indicator.id, filters, period, showSmallRates };
    const wanted = alarmPeriods(dataset, asked);
    const small = showSmallRates && dataset.manifest.tier !== 'release';
    return { months: wanted, alarms: earlyAlarms(measuresOf(dataset, asked, wanted, small)) };
  }, [dataset, level, indicator, filters, period, showSmallRates, measuresOf]);
  const say = words.control.alarms;
  const last = months.at(-1);
  if (indicator.kind !== 'prevalence' || last === undefined) return null;
  return (
    <section className="chart" aria-label={say.heading}>
      <h2>{say.heading}</h2>
      {months.length < EARS_PERIODS ? (
        <p className="note">{say.tooShort(format.count(EARS_PERIODS), format.count(months.length))}</p>
      ) : alarms.length === 0 ? (
        <p className="note">{say.none(format.period(last))}</p>
      ) : (
        <>
          <p className="chart-summary">
            {say.found(format.count(alarms.length), words.level[level], format.period(last))}
          </p>
          <ul className="alarm-list">
            {alarms.slice(0, MOST_ALARMS).map(({ index, value, higher }) => {
              const area = geography.areas[index];
              return area ? (
                <li key={area.code}>
                  <Button className="link" onPress={() => select(store, area.code, false)}>
                    {area.name}
                  </Button>
                  <span>{(higher ? say.higher : say.lower)(format.percentUnit(value))}</span>
                </li>
              ) : null;
            })}
          </ul>
          {alarms.length > MOST_ALARMS ? (
            <p className="note">{say.more(format.count(alarms.length - MOST_ALARMS))}</p>
          ) : null}
        </>
      )}
      <p className="note">{say.note}</p>
    </section>
  );
}
