import { useMemo } from 'react';
import {
  CartesianGrid,
  Scatter,
  ScatterChart,
  usePlotArea,
  useXAxisScale,
  useYAxisScale,
  XAxis,
  YAxis,
} from 'recharts';
import { tickText } from '#app/chart-words.ts';
import type { PanelProps } from '#app/panel-props.ts';
import type { Picture } from '#app/picture.ts';
import { NO_CLASS } from '#core/classification.ts';
import { type BrushRange, ChartBrush } from './chart-brush.tsx';
import { AXIS, CHART, CHART_INK, LevelGuide, Nothing, UprightGuide } from './chart-layers.tsx';
import { latticeCounts, type Plotted, type ScatterPoint } from './scatter-points.ts';

const HEIGHT = 300;
/** More points than this are counted on a lattice. */
export const MOST_POINTS = 2_000;
const LATTICE = 40;
const RADII = { least: 3, most: 11 } as const;

interface DrawingProps extends PanelProps {
  readonly data: Plotted;
  readonly hovered: number | null;
  readonly onBrush: (range: BrushRange, additive: boolean) => void;
  readonly onTap: (index: number | null, additive: boolean) => void;
}

/** The plane of two indicators with the values of the city, circles or lattice, and the brush. */
export function ScatterDrawing({
  picture,
  store,
  words,
  format,
  data,
  hovered,
  onBrush,
  onTap,
}: DrawingProps) {
  const { points, city, scale, x, y } = data;
  const many = points.length > MOST_POINTS;
  const tick = (value: number) => tickText(value, true, format);
  // Recharts makes no scales without points.
  const corners = useMemo(
    () => [
      { x: 0, y: 0 },
      { x: scale.x.end, y: scale.y.end },
    ],
    [scale],
  );
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
        <Scatter data={corners} shape={Nothing} isAnimationActive={false} />
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
