import { useMemo } from 'react';
import { CartesianGrid, Scatter, ScatterChart, useXAxisScale, useYAxisScale, XAxis, YAxis } from 'recharts';
import { ChartFrame } from '#app/kit/chart-frame.tsx';
import { AXIS, CHART, CHART_INK, Nothing } from '#app/kit/chart-layers.tsx';
import type { PanelProps } from '#app/panel-props.ts';
import { type AgeSexCell, ageSexProfile } from '#core/age-sex.ts';
import { CellStatus } from '#core/area-table.ts';
import type { Dataset } from '#core/dataset.ts';
import { CLASSES } from '#core/dimension.ts';
import { chartScale } from '#picture/chart-scale.ts';
import { ageSexWords, intervalText, lowered, partsText, tickText, valueText } from '#words/chart-words.ts';
import { statusLabel } from '#words/status-words.ts';

const AGES = CLASSES.age.filter((age) => age !== 'unknown');
const SEXES = ['male', 'female'] as const;
/** Told apart by shape and place as well as by color. */
const COLORS = { male: '#2166ac', female: '#b35806' } as const;
const ROW_HEIGHT = 40;

interface AgeSexProps extends PanelProps {
  readonly dataset: Dataset;
  /** Whose children these are, as the heading says it. */
  readonly place: string;
}

/** The indicator by age band and sex among the children of the selection, or of the city. */
export function AgeSex(props: AgeSexProps) {
  const { picture, words, format, dataset, place } = props;
  const { view, indicator, selected } = picture;
  const { level, filters, measure, period, showSmallRates } = view;
  const cells = useMemo(() => {
    const small = showSmallRates && dataset.manifest.tier !== 'release';
    const question = { level, indicator: indicator.id, filters, period, measure, showSmallRates: small };
    return ageSexProfile(dataset, question, selected);
  }, [dataset, level, indicator, filters, measure, period, showSmallRates, selected]);
  const say = words.charts.ageSex;
  const title = say.heading(words.indicator[indicator.id].short);
  if (cells === null) {
    return (
      <section className="chart">
        <h2>{title}</h2>
        <p className="chart-summary">{say.unavailable}</p>
      </section>
    );
  }
  return (
    <ChartFrame
      words={words}
      title={title}
      summary={`${say.place(place, format.period(view.period))}. ${ageSexWords({ picture, words, format }, cells)}`}
      head={[
        `${say.age}, ${lowered(say.sex)}`,
        measure === 'rate' ? '%' : words.charts.value,
        words.charts.parts,
        words.charts.interval,
      ]}
      rows={() => tableRows(cells, props)}
    >
      <ul className="line-key">
        {SEXES.map((sex) => (
          <li key={sex}>
            <svg width="14" height="12" aria-hidden="true">
              <SexMark sex={sex} x={7} y={6} />
            </svg>
            {words.classes.sex[sex]}
          </li>
        ))}
      </ul>
      <AgeSexDrawing cells={cells} {...props} />
    </ChartFrame>
  );
}

function SexMark({ sex, x, y }: { readonly sex: 'male' | 'female'; readonly x: number; readonly y: number }) {
  return sex === 'male' ? (
    <rect x={x - 4} y={y - 4} width={8} height={8} fill={COLORS.male} />
  ) : (
    <circle cx={x} cy={y} r={4.5} fill={COLORS.female} />
  );
}

function AgeSexDrawing({
  cells,
  picture,
  words,
  format,
}: AgeSexProps & { readonly cells: readonly AgeSexCell[] }) {
  const rate = picture.view.measure === 'rate';
  const scale = chartScale(
    cells.flatMap(({ value, high, status }) =>
      status === CellStatus.observed && rate ? [value, high] : [value],
    ),
    4,
    !rate,
  );
  return (
    <ScatterChart
      {...CHART}
      style={{ width: '100%', height: AGES.length * ROW_HEIGHT + 30 }}
      margin={{ top: 4, right: 14, bottom: 0, left: 0 }}
    >
      <CartesianGrid stroke={CHART_INK.hairline} strokeWidth={0.5} horizontal={false} />
      <XAxis
        {...AXIS}
        type="number"
        dataKey="value"
        domain={[0, scale.end]}
        ticks={[...scale.ticks]}
        tickFormatter={(value: number) => tickText(value, rate, format)}
      />
      <YAxis
        {...AXIS}
        type="number"
        dataKey="row"
        width={88}
        reversed
        domain={[-0.5, AGES.length - 0.5]}
        ticks={AGES.map((_, k) => k)}
        interval={0}
        tickFormatter={(k: number) => words.classes.age[AGES[k] ?? 'unknown']}
      />
      <Scatter data={[{ value: 0, row: 0 }]} shape={Nothing} isAnimationActive={false} />
      <Marks cells={cells} label={(cell) => statusLabel(cell.status, picture, words)} />
    </ScatterChart>
  );
}

interface MarksProps {
  readonly cells: readonly AgeSexCell[];
  readonly label: (cell: AgeSexCell) => string;
}

function Marks({ cells, label }: MarksProps) {
  const [x, y] = [useXAxisScale(), useYAxisScale()];
  if (!x || !y) return null;
  return (
    <g>
      {cells.map((cell) => {
        const { age, sex } = cell;
        if (age === 'unknown' || sex === 'unknown') return null;
        const at = y(AGES.indexOf(age) + (sex === 'male' ? -0.2 : 0.2)) ?? 0;
        if (cell.status !== CellStatus.observed) {
          return (
            <text key={age + sex} x={(x(0) ?? 0) + 4} y={at + 4} fontSize={12} fill={CHART_INK.soft}>
              {label(cell)}
            </text>
          );
        }
        return (
          <g key={age + sex}>
            {cell.low <= cell.high ? (
              <line
                x1={x(cell.low)}
                x2={x(cell.high)}
                y1={at}
                y2={at}
                stroke={COLORS[sex]}
                strokeWidth={1.5}
              />
            ) : null}
            <SexMark sex={sex} x={x(cell.value) ?? 0} y={at} />
          </g>
        );
      })}
    </g>
  );
}

function tableRows(cells: readonly AgeSexCell[], { picture, words, format }: PanelProps) {
  return cells
    .filter(({ denominator, age, sex }) => (age !== 'unknown' && sex !== 'unknown') || denominator > 0)
    .map((cell) => ({
      key: `${cell.age} ${cell.sex}`,
      cells: [
        `${words.classes.age[cell.age]}, ${words.classes.sex[cell.sex].toLowerCase()}`,
        cell.status === CellStatus.observed
          ? valueText(picture.view.measure, cell.value, format)
          : statusLabel(cell.status, picture, words),
        partsText(cell.numerator, cell.denominator, format),
        intervalText(cell.low, cell.high, format),
      ],
    }));
}
