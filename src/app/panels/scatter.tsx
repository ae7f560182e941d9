import { useMemo } from 'react';
import { Button } from 'react-aria-components';
import {
  CartesianGrid,
  Scatter as RechartsScatter,
  ScatterChart,
  usePlotArea,
  useXAxisScale,
  useYAxisScale,
  XAxis,
  YAxis,
} from 'recharts';
import { useStore } from 'zustand';
import { type ChartScale, chartScale } from '#app/chart-scale.ts';
import { intervalText, lowered, type Quadrants, scatterWords, tickText } from '#app/chart-words.ts';
import { DASH } from '#app/format.ts';
import { type IndicatorRates, indicatorRates } from '#app/indicator-rates.ts';
import type { PanelProps } from '#app/panel-props.ts';
import type { Picture } from '#app/picture.ts';
import { select, setView } from '#app/store.ts';
import { NO_CLASS } from '#core/classification.ts';
import type { Dataset } from '#core/dataset.ts';
import { type IndicatorId, indicators } from '#core/indicator.ts';
import { isAnswerable } from '#core/prevalence-sums.ts';
import { type BrushRange, ChartBrush } from './chart-brush.tsx';
import type { ChartChoices } from './chart-choices.ts';
import { ChartFrame } from './chart-frame.tsx';
import { AXIS, CHART, CHART_INK, LevelGuide, Nothing, UprightGuide } from './chart-layers.tsx';
import { Choice } from './choice.tsx';
import { RangeForm } from './range-form.tsx';
import {
  countQuadrants,
  latticeCounts,
  type Quadrant,
  quadrantOf,
  type ScatterPoint,
  scatterPoints,
} from './scatter-points.ts';

const HEIGHT = 300;
/** More points than this are counted on a lattice. */
const MOST_POINTS = 2_000;
const LATTICE = 40;
const RADII = { least: 3, most: 11 } as const;
const QUADRANTS: readonly Quadrant[] = ['both', 'onlyX', 'onlyY', 'neither'];

interface ScatterProps extends PanelProps {
  readonly dataset: Dataset;
  readonly choices: ChartChoices;
}

interface Plotted {
  readonly x: IndicatorRates;
  readonly y: IndicatorRates;
  readonly points: readonly ScatterPoint[];
  readonly without: readonly number[];
  readonly city: { readonly x: number; readonly y: number };
  readonly quadrants: Quadrants | null;
  readonly scale: { readonly x: ChartScale; readonly y: ChartScale };
}

function plotted(dataset: Dataset, view: Picture['view'], xId: IndicatorId, yId: IndicatorId): Plotted {
  const [x, y] = [indicatorRates(dataset, view, xId), indicatorRates(dataset, view, yId)];
  const { points, without } = scatterPoints(x, y);
  const city = { x: x.city.value[0] ?? Number.NaN, y: y.city.value[0] ?? Number.NaN };
  const reach = (of: 'x' | 'y') => chartScale([...points.map((point) => point[of]), city[of]], 5, false);
  return {
    x,
    y,
    points,
    without,
    city,
    quadrants: countQuadrants(points, city),
    scale: { x: reach('x'), y: reach('y') },
  };
}

/** What lies on the level axis unless chosen: the overlay, else poverty, else the first other indicator. */
function otherIndicator({ view }: Picture, ids: readonly IndicatorId[]): IndicatorId {
  const wanted = [view.overlay?.indicator, 'extreme-poverty' as const, ...ids];
  return wanted.find((id) => id !== undefined && id !== view.indicator && ids.includes(id)) ?? view.indicator;
}

/** Two indicators against each other, over the areas of the map. */
export function Scatter(props: ScatterProps) {
  const { picture, store, words, format, dataset, choices } = props;
  const { view, geography, atlas } = picture;
  const ids = useMemo(
    () =>
      indicators(atlas.manifest.extremePovertyDecile)
        .filter((indicator) => isAnswerable(atlas.manifest, indicator, view.filters))
        .map(({ id }) => id),
    [atlas, view.filters],
  );
  const yId = choices.y ?? view.indicator;
  const xId = choices.x ?? otherIndicator(picture, ids);
  const data = useMemo(() => plotted(dataset, view, xId, yId), [dataset, view, xId, yId]);
  const { points, city, quadrants } = data;
  const hovered = useStore(store, (state) => state.hovered);
  const name = (id: IndicatorId) => words.indicator[id].short;
  const choose = (test: (point: ScatterPoint) => boolean, additive: boolean) => {
    const codes = points.filter(test).flatMap(({ index }) => geography.areas[index]?.code ?? []);
    setView(store, { selected: additive ? [...new Set([...view.selected, ...codes])] : codes });
  };
  const brush = ({ x, y }: BrushRange, additive: boolean) =>
    choose((p) => p.x >= x[0] && p.x <= x[1] && (y === null || (p.y >= y[0] && p.y <= y[1])), additive);
  const tell = (index: number) => {
    const point = points.find((each) => each.index === index);
    const area = geography.areas[index]?.name ?? DASH;
    return point
      ? `${area} · ${name(yId)} ${format.percentUnit(point.y)} · ${name(xId)} ${format.percentUnit(point.x)}`
      : area;
  };
  const options = ids.map((id) => ({ id, label: name(id) }));
  const say = words.charts.scatter;
  return (
    <ChartFrame
      words={words}
      title={say.heading(lowered(name(xId)), name(yId))}
      summary={scatterWords({ picture, words, format }, points.length, quadrants, data.without)}
      head={[
        words.charts.area,
        name(yId),
        words.charts.interval,
        `${name(xId)} `,
        `${words.charts.interval} `,
      ]}
      rows={() => tableRows(data, props)}
      note={points.length > MOST_POINTS ? say.grid : say.size(lowered(name(yId)))}
      readout={hovered === null ? null : tell(hovered)}
      hint={words.charts.hover}
      tools={
        <div className="axis-choices">
          <Choice
            label={say.y}
            labelShown
            value={yId}
            options={options}
            onChange={(y) => choices.change({ y })}
          />
          <Choice
            label={say.x}
            labelShown
            value={xId}
            options={options}
            onChange={(x) => choices.change({ x })}
          />
        </div>
      }
      after={
        <>
          {quadrants ? (
            <QuadrantButtons
              {...{ words, format, quadrants }}
              labels={{
                both: say.both,
                onlyX: say.onlyX(lowered(name(xId))),
                onlyY: say.onlyY(lowered(name(yId))),
                neither: say.neither,
              }}
              onChoose={(quadrant) => choose((point) => quadrantOf(point, city) === quadrant, false)}
            />
          ) : null}
          <RangeForm
            words={words}
            axes={[
              { id: 'y', label: `${name(yId)}, %` },
              { id: 'x', label: `${name(xId)}, %` },
            ]}
            onChoose={(ranges) => {
              const range = (id: string) => {
                const [from, to] = ranges.get(id) ?? [Number.NaN, Number.NaN];
                return [
                  Number.isNaN(from) ? -Infinity : from / 100,
                  Number.isNaN(to) ? Infinity : to / 100,
                ] as const;
              };
              brush({ x: range('x'), y: range('y') }, false);
            }}
          />
        </>
      }
    >
      <ScatterDrawing
        {...props}
        data={data}
        hovered={hovered}
        onBrush={brush}
        onTap={(index, additive) =>
          select(store, index === null ? null : (geography.areas[index]?.code ?? null), additive)
        }
      />
    </ChartFrame>
  );
}

interface QuadrantButtonsProps extends Pick<PanelProps, 'words' | 'format'> {
  readonly quadrants: Quadrants;
  readonly labels: Readonly<Record<Quadrant, string>>;
  readonly onChoose: (quadrant: Quadrant) => void;
}

/** The four parts the city's values make, each a button: what a brush does, by the keyboard. */
function QuadrantButtons({ words, format, quadrants, labels, onChoose }: QuadrantButtonsProps) {
  return (
    <fieldset className="quadrants">
      <legend className="note">{words.charts.scatter.pick}</legend>
      {QUADRANTS.map((quadrant) => (
        <Button
          key={quadrant}
          className="button"
          isDisabled={quadrants[quadrant] === 0}
          onPress={() => onChoose(quadrant)}
        >
          <span>{labels[quadrant]}</span> <span className="count">{format.count(quadrants[quadrant])}</span>
        </Button>
      ))}
    </fieldset>
  );
}

interface DrawingProps extends ScatterProps {
  readonly data: Plotted;
  readonly hovered: number | null;
  readonly onBrush: (range: BrushRange, additive: boolean) => void;
  readonly onTap: (index: number | null, additive: boolean) => void;
}

function ScatterDrawing({ picture, store, words, format, data, hovered, onBrush, onTap }: DrawingProps) {
  const { points, city, scale, x, y } = data;
  const many = points.length > MOST_POINTS;
  const tick = (value: number) => tickText(value, true, format);
  return (
    <>
      <p className="axis-title">{words.indicator[y.indicator.id].short}, %</p>
      <ScatterChart
        {...CHART}
        style={{ width: '100%', height: HEIGHT }}
        margin={{ top: 20, right: 12, bottom: 0, left: 0 }}
      >
        <CartesianGrid stroke={CHART_INK.hairline} strokeWidth={0.5} />
        <XAxis
          {...AXIS}
          type="number"
          dataKey="x"
          domain={[0, scale.x.end]}
          ticks={[...scale.x.ticks]}
          tickFormatter={tick}
        />
        <YAxis
          {...AXIS}
          type="number"
          dataKey="y"
          width={36}
          domain={[0, scale.y.end]}
          ticks={[...scale.y.ticks]}
          tickFormatter={tick}
        />
        {Number.isNaN(city.x) ? null : (
          <UprightGuide at={city.x} label={words.charts.cityValue(format.percentUnit(city.x))} dash="4 3" />
        )}
        {many ? <Lattice data={data} /> : <Circles points={points} picture={picture} hovered={hovered} />}
        {Number.isNaN(city.y) ? null : (
          <LevelGuide at={city.y} label={words.charts.cityValue(format.percentUnit(city.y))} dash="4 3" />
        )}
        <RechartsScatter data={many ? [] : [...points]} shape={Nothing} isAnimationActive={false} />
        <ChartBrush
          points={points}
          axes="xy"
          onHover={(index) => store.setState({ hovered: index })}
          onTap={onTap}
          onBrush={onBrush}
        />
      </ScatterChart>
      <p className="axis-title level">{words.indicator[x.indicator.id].short}, %</p>
    </>
  );
}

interface CirclesProps {
  readonly points: readonly ScatterPoint[];
  readonly picture: Picture;
  readonly hovered: number | null;
}

/** Areas as circles whose surface grows with N, in their colors on the map; the small ones on top. */
function Circles({ points, picture, hovered }: CirclesProps) {
  const [x, y] = [useXAxisScale(), useYAxisScale()];
  if (!x || !y) return null;
  const most = points.reduce((largest, { children }) => Math.max(largest, children), 1);
  const chosen = new Set<number>(picture.selected);
  const marked = (index: number) => Number(chosen.has(index) || index === hovered);
  const ordered = [...points].sort((a, b) => marked(a.index) - marked(b.index) || b.children - a.children);
  return (
    <g>
      {ordered.map((point) => (
        <circle
          key={point.index}
          cx={x(point.x)}
          cy={y(point.y)}
          r={Math.max(RADII.least, RADII.most * Math.sqrt(point.children / most))}
          fill={picture.shading.colors[picture.shading.classOf[point.index] ?? NO_CLASS] ?? '#fff'}
          fillOpacity={0.85}
          stroke={CHART_INK.ink}
          strokeWidth={chosen.has(point.index) ? 2.5 : point.index === hovered ? 1.75 : 0.6}
        />
      ))}
    </g>
  );
}

function Lattice({ data: { points, scale } }: { readonly data: Plotted }) {
  const plot = usePlotArea();
  const cells = useMemo(
    () => latticeCounts(points, { x: scale.x.end, y: scale.y.end }, LATTICE),
    [points, scale],
  );
  if (!plot) return null;
  const most = cells.reduce((largest, { count }) => Math.max(largest, count), 1);
  const [width, height] = [plot.width / LATTICE, plot.height / LATTICE];
  return (
    <g fill={CHART_INK.ink}>
      {cells.map(({ column, row, count }) => (
        <rect
          key={`${column},${row}`}
          x={plot.x + column * width}
          y={plot.y + plot.height - (row + 1) * height}
          width={width}
          height={height}
          opacity={0.15 + 0.85 * Math.sqrt(count / most)}
        />
      ))}
    </g>
  );
}

function tableRows({ points, x, y }: Plotted, { picture, format }: ScatterProps) {
  const shown = [...points].sort((a, b) => b.y - a.y).slice(0, MOST_POINTS / 5);
  return shown.map(({ index }) => {
    const rates = ({ measure }: IndicatorRates) => [
      format.percentUnit(measure.value[index] ?? Number.NaN),
      intervalText(measure.low[index] ?? Number.NaN, measure.high[index] ?? Number.NaN, format),
    ];
    return {
      key: String(index),
      cells: [picture.geography.areas[index]?.name ?? DASH, ...rates(y), ...rates(x)],
    };
  });
}
