import { type ReactNode, useMemo } from 'react';
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
import type { PanelProps } from '#app/panel-props.ts';
import { select, setView } from '#app/store.ts';
import { type BrushRange, ChartBrush } from './chart-brush.tsx';
import { AXIS, CHART, CHART_INK, Nothing } from './chart-layers.tsx';
import { dotsOver, type HotspotDot, MOST_DOTS } from './hotspot-dots.ts';
import { latticeCounts } from './scatter-points.ts';

const HEIGHT = 300;
const LATTICE = 40;
const RADII = { filled: 5, ring: 4.5, faint: 3 } as const;
const HALO = 3;
const ORDER: readonly HotspotDot['look'][] = ['faint', 'ring', 'filled'];

interface PlaneAxis {
  readonly title: string;
  readonly start: number;
  readonly end: number;
  readonly ticks: readonly number[];
  readonly tick: (value: number) => string;
}

interface HotspotPlaneProps extends Pick<PanelProps, 'picture' | 'store'> {
  readonly dots: readonly HotspotDot[];
  readonly x: PlaneAxis;
  readonly y: PlaneAxis;
  readonly hovered: number | null;
  /** What lies under the dots. */
  readonly children: ReactNode;
}

/** Selects the areas of dots on the map and in the table. */
export function selectDots(
  { picture: { geography, view }, store }: Pick<PanelProps, 'picture' | 'store'>,
  dots: readonly HotspotDot[],
  additive = false,
): void {
  const codes = dots.flatMap(({ index }) => geography.areas[index]?.code ?? []);
  setView(store, { selected: additive ? [...new Set([...view.selected, ...codes])] : codes });
}

/** Areas as dots, or counted on a lattice where they are too many, and the brush over them. */
export function HotspotPlane(props: HotspotPlaneProps) {
  const { picture, store, dots, x, y, hovered, children } = props;
  const many = dots.length > MOST_DOTS;
  const chosen = useMemo(() => new Set<number>(picture.selected), [picture.selected]);
  const marked = (index: number) => index === hovered || chosen.has(index);
  // Scales are made where there are data; the dots themselves are drawn here.
  const corners = useMemo(
    () => [
      { x: x.start, y: y.start },
      { x: x.end, y: y.end },
    ],
    [x.start, x.end, y.start, y.end],
  );
  const brush = ({ x: [left, right], y: rows }: BrushRange, additive: boolean) => {
    const inside = (dot: HotspotDot) =>
      dot.x >= left && dot.x <= right && (rows === null || (dot.y >= rows[0] && dot.y <= rows[1]));
    selectDots(props, dots.filter(inside), additive);
  };
  return (
    <>
      <p className="axis-title">{y.title}</p>
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
          domain={[x.start, x.end]}
          ticks={[...x.ticks]}
          tickFormatter={x.tick}
        />
        <YAxis
          {...AXIS}
          type="number"
          dataKey="y"
          width={36}
          domain={[y.start, y.end]}
          ticks={[...y.ticks]}
          tickFormatter={y.tick}
        />
        {many ? <Lattice {...{ dots, x, y }} /> : null}
        {children}
        <Dots dots={many ? dotsOver(dots, marked) : dots} marked={marked} />
        <Scatter data={corners} shape={Nothing} isAnimationActive={false} />
        <ChartBrush
          points={dots}
          axes="xy"
          onHover={(index) => store.setState({ hovered: index })}
          onTap={(index, additive) =>
            select(store, index === null ? null : (picture.geography.areas[index]?.code ?? null), additive)
          }
          onBrush={brush}
        />
      </ScatterChart>
      <p className="axis-title level">{x.title}</p>
    </>
  );
}

interface DotsProps {
  readonly dots: readonly HotspotDot[];
  readonly marked: (index: number) => boolean;
}

/** The strongest evidence on top, and what is selected or pointed at on top of that, in a circle of ink. */
function Dots({ dots, marked }: DotsProps) {
  const [x, y] = [useXAxisScale(), useYAxisScale()];
  if (!x || !y) return null;
  const height = ({ look, index }: HotspotDot) => ORDER.indexOf(look) + (marked(index) ? ORDER.length : 0);
  const ordered = [...dots].sort((a, b) => height(a) - height(b));
  return (
    <g>
      {ordered.map((dot) => {
        const at = { cx: x(dot.x), cy: y(dot.y) };
        const r = RADII[dot.look];
        return (
          <g key={dot.index}>
            {dot.look === 'ring' ? (
              <circle {...at} r={r} fill="#fff" stroke={dot.color} strokeWidth={2.5} />
            ) : (
              <circle
                {...at}
                r={r}
                fill={dot.color}
                fillOpacity={dot.look === 'faint' ? 0.5 : 1}
                stroke={dot.look === 'faint' ? 'none' : CHART_INK.ink}
                strokeWidth={0.6}
              />
            )}
            {marked(dot.index) ? (
              <circle {...at} r={r + HALO} fill="none" stroke={CHART_INK.ink} strokeWidth={1.75} />
            ) : null}
          </g>
        );
      })}
    </g>
  );
}

function Lattice({ dots, x, y }: Pick<HotspotPlaneProps, 'dots' | 'x' | 'y'>) {
  const plot = usePlotArea();
  const cells = useMemo(() => {
    const shifted = dots.map((dot) => ({ ...dot, x: dot.x - x.start, y: dot.y - y.start }));
    return latticeCounts(shifted, { x: x.end - x.start, y: y.end - y.start }, LATTICE);
  }, [dots, x.start, x.end, y.start, y.end]);
  if (!plot) return null;
  const most = cells.reduce((largest, { count }) => Math.max(largest, count), 1);
  const [width, height] = [plot.width / LATTICE, plot.height / LATTICE];
  return (
    <g fill={CHART_INK.soft}>
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
