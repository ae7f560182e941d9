import { useMemo } from 'react';
import { Scatter, ScatterChart, usePlotArea, useXAxisScale, useYAxisScale, XAxis, YAxis } from 'recharts';
import { useStore } from 'zustand';
import { type BrushRange, ChartBrush } from '#app/kit/chart-brush.tsx';
import { ChartFrame } from '#app/kit/chart-frame.tsx';
import { AXIS, CHART, CHART_INK, ClassBands, Nothing, UprightGuide } from '#app/kit/chart-layers.tsx';
import { RangeForm } from '#app/kit/range-form.tsx';
import type { PanelProps } from '#app/panel-props.ts';
import { CellStatus } from '#core/area-table.ts';
import { NO_CLASS } from '#core/classification.ts';
import { measureTotals } from '#core/measure.ts';
import { paletteFor } from '#map/color.ts';
import { chartScale } from '#picture/chart-scale.ts';
import { type DotPlot, dotPlot } from '#picture/distribution-dots.ts';
import type { Picture } from '#picture/picture.ts';
import { select, setView } from '#state/store.ts';
import { areaWords } from '#words/area-words.ts';
import {
  distributionWords,
  intervalText,
  lowered,
  partsText,
  tickText,
  valueText,
} from '#words/chart-words.ts';
import { DASH } from '#words/format.ts';
import { areaStatusLabel } from '#words/status-words.ts';

const BINS = 40;
/** Taller stacks, or more areas, are drawn as bars. */
const TALLEST = 16;
const MOST_DOTS = 400;
const HEIGHT = 172;
/** Room for at least so many dots upon each other, so that few areas do not float apart. */
const ROWS = 13;

/** The value of the city as the view measures it; NaN for counts, which do not compare with an area's. */
function cityValue({ totals, measure, indicator }: Picture, showSmallRates: boolean): number {
  if (measure.measure === 'count') return Number.NaN;
  const city = measureTotals([totals.city], measure.table, indicator, { measure: 'rate', showSmallRates });
  return city.value[0] ?? Number.NaN;
}

/** How the values of the map are spread over its areas. */
export function Distribution(props: PanelProps) {
  const { picture, store, words, format } = props;
  const { measure, geography, view, classification, indicator } = picture;
  const hovered = useStore(store, (state) => state.hovered);
  const city = useMemo(() => cityValue(picture, view.showSmallRates), [picture, view.showSmallRates]);
  const rate = view.measure === 'rate';
  const scale = useMemo(() => chartScale(measure.value, 5, !rate), [measure, rate]);
  const plot = useMemo(() => dotPlot(measure.value, scale.end, BINS), [measure, scale]);
  const bars = plot.dots.length > MOST_DOTS || plot.tallest > TALLEST;
  const what = words.indicator[indicator.id][view.measure];
  const brush = ({ x: [from, to] }: BrushRange, additive: boolean) => {
    const inside = geography.areas.filter((_, i) => {
      const value = measure.value[i] ?? Number.NaN;
      return value >= from && value <= to;
    });
    const codes = inside.map(({ code }) => code);
    setView(store, { selected: additive ? [...new Set([...view.selected, ...codes])] : codes });
  };
  const tell = (index: number) => {
    const spoken = areaWords(picture, index, words, format);
    return [spoken.name, spoken.value, spoken.parts].filter((part) => part !== null).join(' · ');
  };
  const colors = paletteFor(classification.classes, indicator.polarity);
  return (
    <ChartFrame
      words={words}
      title={words.charts.distribution.heading(lowered(what), words.level[view.level])}
      summary={distributionWords({ picture, words, format }, city)}
      head={[words.charts.area, rate ? '%' : words.charts.value, words.charts.parts, words.charts.interval]}
      rows={() => tableRows(props)}
      note={(bars ? words.charts.distribution.bars : words.charts.distribution.dots)(words.level[view.level])}
      readout={hovered === null ? null : tell(hovered)}
      hint={words.charts.hover}
      after={
        <RangeForm
          words={words}
          axes={[{ id: 'x', label: rate ? '%' : words.charts.value, counts: !rate }]}
          onChoose={(ranges) => {
            const [from, to] = ranges.get('x') ?? [Number.NaN, Number.NaN];
            const unit = rate ? 100 : 1;
            const low = Number.isNaN(from) ? -Infinity : from / unit;
            brush({ x: [low, Number.isNaN(to) ? Infinity : to / unit], y: null }, false);
          }}
        />
      }
    >
      <ScatterChart
        {...CHART}
        style={{ width: '100%', height: HEIGHT }}
        margin={{ top: 20, right: 10, bottom: 0, left: 10 }}
      >
        <XAxis
          {...AXIS}
          type="number"
          dataKey="x"
          domain={[0, scale.end]}
          ticks={[...scale.ticks]}
          tickFormatter={(value: number) => tickText(value, rate, format)}
        />
        <YAxis
          type="number"
          dataKey="y"
          hide
          domain={[0, bars ? plot.tallest * 1.05 : Math.max(ROWS, plot.tallest + 1)]}
        />
        <ClassBands edges={[...classification.edges]} colors={colors} />
        {bars ? (
          <Bars plot={plot} />
        ) : (
          <Dots plot={plot} picture={picture} colors={colors} hovered={hovered} />
        )}
        {Number.isNaN(city) ? null : (
          <UprightGuide at={city} label={words.charts.cityValue(format.percentUnit(city))} />
        )}
        <Scatter data={[...plot.dots]} shape={Nothing} isAnimationActive={false} />
        <ChartBrush
          points={bars ? [] : plot.dots}
          axes="x"
          onHover={(index) => store.setState({ hovered: index })}
          onTap={(index, additive) =>
            select(store, index === null ? null : (geography.areas[index]?.code ?? null), additive)
          }
          onBrush={brush}
        />
      </ScatterChart>
    </ChartFrame>
  );
}

function Bars({ plot }: { readonly plot: DotPlot }) {
  const [x, y] = [useXAxisScale(), useYAxisScale()];
  const area = usePlotArea();
  if (!x || !y || !area) return null;
  return (
    <g fill={CHART_INK.soft}>
      {plot.counts.map((count, k) => {
        const from = x(k * plot.width) ?? 0;
        const top = y(count) ?? area.y;
        const width = Math.max(1, (x((k + 1) * plot.width) ?? from) - from - 1);
        const key = `bin-${(k * plot.width).toPrecision(6)}`;
        return <rect key={key} x={from} y={top} width={width} height={area.y + area.height - top} />;
      })}
    </g>
  );
}

interface DotsProps {
  readonly plot: DotPlot;
  readonly picture: Picture;
  readonly colors: readonly string[];
  readonly hovered: number | null;
}

function Dots({ plot, picture, colors, hovered }: DotsProps) {
  const [x, y] = [useXAxisScale(), useYAxisScale()];
  const area = usePlotArea();
  if (!x || !y || !area) return null;
  const { classOf } = picture.classification;
  const chosen = new Set<number>(picture.selected);
  const room = Math.min(area.width / BINS, area.height / Math.max(ROWS, plot.tallest + 1));
  const r = Math.max(2, Math.min(5, room / 2));
  const marked = (index: number) => chosen.has(index) || index === hovered;
  const ordered = [...plot.dots].sort((a, b) => Number(marked(a.index)) - Number(marked(b.index)));
  return (
    <g>
      {ordered.map((dot) => {
        const own = classOf[dot.index] ?? NO_CLASS;
        return (
          <circle
            key={dot.index}
            cx={x(dot.x)}
            cy={(y(dot.y) ?? 0) - 1}
            r={marked(dot.index) ? r + 1.5 : r}
            fill={colors[own] ?? '#fff'}
            stroke={CHART_INK.ink}
            strokeWidth={chosen.has(dot.index) ? 2.5 : dot.index === hovered ? 1.75 : 0.6}
          />
        );
      })}
    </g>
  );
}

function tableRows({ picture, words, format }: PanelProps) {
  const { measure, geography, view } = picture;
  const order = geography.areas.map((_, i) => i);
  const sortable = (i: number) => {
    const value = measure.value[i] ?? Number.NaN;
    return Number.isNaN(value) ? -1 : value;
  };
  order.sort((a, b) => sortable(b) - sortable(a));
  return order.slice(0, MOST_DOTS).map((i) => {
    const status = measure.status[i] ?? CellStatus.notApplicable;
    const { numerator, denominator } = measure.table;
    return {
      key: String(i),
      cells: [
        geography.areas[i]?.name ?? DASH,
        status === CellStatus.observed
          ? valueText(view.measure, measure.value[i] ?? Number.NaN, format)
          : areaStatusLabel(status, picture, i, words),
        partsText(numerator[i] ?? Number.NaN, denominator[i] ?? Number.NaN, format),
        intervalText(measure.low[i] ?? Number.NaN, measure.high[i] ?? Number.NaN, format),
      ],
    };
  });
}
