import { useMemo, useState } from 'react';
import { ChartFrame, type ChartRow } from '#app/kit/chart-frame.tsx';
import type { PanelProps } from '#app/panel-props.ts';
import { CellStatus } from '#core/area-table.ts';
import type { Dataset } from '#core/dataset.ts';
import type { Period } from '#core/period.ts';
import type { ChartChoices } from '#picture/chart-choices.ts';
import { isWeighingMonth, type TrendData, type TrendLine, trendData } from '#picture/trend-lines.ts';
import { setView } from '#state/store.ts';
import {
  intervalText,
  lowered,
  partsText,
  periodStatusLabel,
  type Telling,
  trendWords,
  valueText,
} from '#words/chart-words.ts';
import { TargetChoice, targetLabel } from './target-choice.tsx';
import { lineLooks, TrendDrawing } from './trend-drawing.tsx';

interface TrendProps extends PanelProps {
  readonly dataset: Dataset;
  readonly choices: ChartChoices;
}

const HEIGHT = 280;

/** What the map shows, over all periods of the kind. */
export function Trend(props: TrendProps) {
  const { picture, store, words, format, dataset, choices } = props;
  const { view, selected, indicator } = picture;
  const { level, filters, measure, period, showSmallRates } = view;
  const data = useMemo(
    () =>
      trendData(
        dataset,
        { level, indicator: indicator.id, filters, measure, period, showSmallRates },
        selected,
      ),
    [dataset, level, indicator, filters, measure, period, showSmallRates, selected],
  );
  const [pointed, setPointed] = useState<Period | null>(null);
  const say = words.charts.trend;
  const target = measure === 'rate' ? (choices.targets[indicator.id] ?? null) : null;
  const telling = { picture, words, format };
  const told = data.lines.map((line) => trendWords(telling, line, data.periods, target?.rate ?? null));
  const focus = data.lines.findIndex(({ kind }) => kind === 'area');
  const shown = told.filter((_, k) => k === 0 || k === focus);
  const rest = told.filter((_, k) => k !== 0 && k !== focus);
  return (
    <ChartFrame
      words={words}
      title={say.heading(lowered(words.indicator[indicator.id][measure]))}
      summary={shown.join(' ')}
      more={rest.join(' ')}
      head={[say.period, ...data.lines.map(({ name }) => name)]}
      rows={() => tableRows(data, props)}
      note={trendNote(data, props)}
      readout={pointed === null ? null : readoutWords(pointed, data, props)}
      hint={say.hover}
      tools={
        measure === 'rate' ? <TargetChoice {...{ words, format, choices }} indicator={indicator.id} /> : null
      }
      after={
        <>
          {data.chosen === 0 ? <p className="note">{say.choose}</p> : null}
          {data.chosen > data.lines.filter(({ kind }) => kind === 'area').length ? (
            <p className="note">
              {say.drawn(
                format.count(data.lines.filter(({ kind }) => kind === 'area').length),
                format.count(data.chosen),
              )}
            </p>
          ) : null}
        </>
      }
    >
      <LineKey lines={data.lines} />
      <TrendDrawing
        {...{ picture, words, format, data }}
        target={target && { rate: target.rate, label: targetLabel(target, props) }}
        height={HEIGHT}
        width={null}
        onHover={setPointed}
        onPick={(next) => setView(store, { period: next })}
      />
    </ChartFrame>
  );
}

/** Which line is whose. */
export function LineKey({ lines }: { readonly lines: readonly TrendLine[] }) {
  const looks = lineLooks(lines);
  return (
    <ul className="line-key">
      {lines.map(({ key, name }, k) => (
        <li key={key}>
          <svg width="26" height="8" aria-hidden="true">
            <line
              x1="0"
              x2="26"
              y1="4"
              y2="4"
              stroke={looks[k]?.color}
              strokeWidth={looks[k]?.width}
              strokeDasharray={looks[k]?.dash}
            />
          </svg>
          {name}
        </li>
      ))}
    </ul>
  );
}

/** How the marks of the drawing are to be read, as far as it has them. */
export function trendNote(data: TrendData, { words }: Pick<PanelProps, 'words'>): string {
  const say = words.charts.trend;
  const banded = data.lines.filter(
    ({ line, banded }) => banded && line.low.some((low) => !Number.isNaN(low)),
  );
  const parts = [
    ...(banded.length > 0 ? [say.band(banded.map(({ name }) => name).join(', '))] : []),
    ...(data.periods.some((period) => data.incomplete.has(period)) ? [say.incomplete] : []),
    ...(data.periods.some(isWeighingMonth) ? [say.weighing] : []),
    ...(data.lines.some(({ line }) => line.status.some((status) => status !== CellStatus.observed))
      ? [say.gap]
      : []),
  ].join('; ');
  return parts === '' ? '' : `${parts.charAt(0).toUpperCase()}${parts.slice(1)}.`;
}

/** The value of a line in a period, or why it has none. */
function pointWords({ line, index }: TrendLine, period: Period, k: number, telling: Telling): string {
  const { picture, format } = telling;
  const status = line.status[k] ?? CellStatus.notApplicable;
  return status === CellStatus.observed
    ? valueText(picture.view.measure, line.value[k] ?? Number.NaN, format)
    : periodStatusLabel(status, period, index, telling);
}

function readoutWords(period: Period, data: TrendData, props: PanelProps): string {
  const k = data.periods.indexOf(period);
  const values = data.lines.map((line) => `${line.name} ${pointWords(line, period, k, props)}`);
  return `${props.format.period(period)}: ${values.join(' · ')}`;
}

function tableRows(data: TrendData, props: PanelProps): readonly ChartRow[] {
  const { format, words } = props;
  return data.periods.map((period, k) => ({
    key: period,
    cells: [
      `${format.period(period)}${data.incomplete.has(period) ? ` (${words.charts.trend.note})` : ''}`,
      ...data.lines.map((each) => {
        const { line } = each;
        const interval = intervalText(line.low[k] ?? Number.NaN, line.high[k] ?? Number.NaN, format);
        const counts = partsText(line.numerator[k] ?? Number.NaN, line.denominator[k] ?? Number.NaN, format);
        return Number.isNaN(line.numerator[k])
          ? pointWords(each, period, k, props)
          : `${pointWords(each, period, k, props)} (${interval}; ${counts})`;
      }),
    ],
  }));
}
