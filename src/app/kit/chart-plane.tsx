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
import { dotsOver, latticeCounts, MOST_DOTS, type PlaneDot } from '#picture/plane-dots.ts';
import { select, setView } from '#state/store.ts';
import { type BrushRange, ChartBrush } from './chart-brush.tsx';
import { AXIS, CHART, CHART_INK, LevelGuide, LevelLabel, Nothing, UprightGuide } from './chart-layers.tsx';

const HEIGHT = 300;
const LATTICE = 40;
const RADII = { filled: 5, ring: 4.5, faint: 3, sized: 3 } as const;
const OPACITIES = { filled: 1, ring: 1, faint: 0.5, sized: 0.85 } as const;
const HALO = 3;
const ORDER: readonly PlaneDot['look'][] = ['faint', 'sized', 'ring', 'filled'];
/** Height of a line and about the width of a letter of what stands in a corner, px. */
const LINE = 13;
const LETTER = 5.5;

export interface PlaneAxis {
  readonly title: string;
  readonly start: number;
  readonly end: number;
  readonly ticks: readonly number[];
  readonly tick: (value: number) => string;
  /** Where the plane is divided, with what is written at it; NaN: nowhere. */
  readonly line?: { readonly at: number; readonly label?: string; readonly dash?: string };
}

/** What is written in the corners, one line or several. */
export interface PlaneCorners {
  readonly topLeft: string;
  readonly topRight: string;
  readonly bottomLeft: string;
  readonly bottomRight: string;
}

export interface ChartPlaneProps extends Pick<PanelProps, 'picture' | 'store'> {
  readonly dots: readonly PlaneDot[];
  readonly x: PlaneAxis;
  readonly y: PlaneAxis;
  readonly hovered: number | null;
  readonly corners?: PlaneCorners;
  /** What lies under the dots. */
  readonly children?: ReactNode;
}

/** Selects the areas of dots on the map and in the table. */
export function selectDots(
  { picture: { geography, view }, store }: Pick<PanelProps, 'picture' | 'store'>,
  dots: readonly { readonly index: number }[],
  additive = false,
): void {
  const codes = dots.flatMap(({ index }) => geography.areas[index]?.code ?? []);
  setView(store, { selected: additive ? [...new Set([...view.selected, ...codes])] : codes });
}

/** The dots of a range, as a brush or a form gives it. */
export function dotsWithin<D extends { readonly x: number; readonly y: number }>(
  dots: readonly D[],
  { x: [left, right], y: rows }: BrushRange,
): readonly D[] {
  return dots.filter(
    ({ x, y }) => x >= left && x <= right && (rows === null || (y >= rows[0] && y <= rows[1])),
  );
}

/** Areas as dots, or counted on a lattice where they are too many, and the brush over them. */
export function ChartPlane(props: ChartPlaneProps) {
  const { picture, store, dots, x, y, hovered, corners, children } = props;
  const many = dots.length > MOST_DOTS;
  const chosen = useMemo(() => new Set<number>(picture.selected), [picture.selected]);
  const marked = (index: number) => index === hovered || chosen.has(index);
  // Scales are made where there are data; the dots themselves are drawn here.
  const ends = useMemo(
    () => [
      { x: x.start, y: y.start },
      { x: x.end, y: y.end },
    ],
    [x.start, x.end, y.start, y.end],
  );
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
        {x.line ? <UprightGuide {...x.line} /> : null}
        {y.line ? <LevelGuide {...y.line} /> : null}
        <Dots dots={many ? dotsOver(dots, marked) : dots} marked={marked} />
        {y.line?.label ? <LevelLabel at={y.line.at} label={y.line.label} /> : null}
        {corners ? <Corners {...{ corners, x, y }} /> : null}
        <Scatter data={ends} shape={Nothing} isAnimationActive={false} />
        <ChartBrush
          points={dots}
          axes="xy"
          onHover={(index) => store.setState({ hovered: index })}
          onTap={(index, additive) =>
            select(store, index === null ? null : (picture.geography.areas[index]?.code ?? null), additive)
          }
          onBrush={(range, additive) => selectDots(props, dotsWithin(dots, range), additive)}
        />
      </ScatterChart>
      <p className="axis-title level">{x.title}</p>
    </>
  );
}

interface DotsProps {
  readonly dots: readonly PlaneDot[];
  readonly marked: (index: number) => boolean;
}

/** The strongest evidence and the smallest on top, and what is selected or pointed at on top of that, in a circle of ink. */
function Dots({ dots, marked }: DotsProps) {
  const [x, y] = [useXAxisScale(), useYAxisScale()];
  if (!x || !y) return null;
  const radius = (dot: PlaneDot) => dot.radius ?? RADII[dot.look];
  const height = ({ look, index }: PlaneDot) => ORDER.indexOf(look) + (marked(index) ? ORDER.length : 0);
  const ordered = [...dots].sort((a, b) => height(a) - height(b) || radius(b) - radius(a));
  return (
    <g>
      {ordered.map((dot) => {
        const at = { cx: x(dot.x), cy: y(dot.y) };
        const r = radius(dot);
        return (
          <g key={dot.index}>
            {dot.look === 'ring' ? (
              <circle {...at} r={r} fill="#fff" stroke={dot.color} strokeWidth={2.5} />
            ) : (
              <circle
                {...at}
                r={r}
                fill={dot.color}
                fillOpacity={OPACITIES[dot.look]}
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

function Lattice({ dots, x, y }: Pick<ChartPlaneProps, 'dots' | 'x' | 'y'>) {
  const plot = usePlotArea();
  const cells = useMemo(
    () =>
      latticeCounts(dots, { x: { start: x.start, end: x.end }, y: { start: y.start, end: y.end } }, LATTICE),
    [dots, x.start, x.end, y.start, y.end],
  );
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

/** What the parts of the plane are called, each in its corner where there is room between the lines. */
function Corners({ corners, x, y }: Required<Pick<ChartPlaneProps, 'corners' | 'x' | 'y'>>) {
  const plot = usePlotArea();
  const [toX, toY] = [useXAxisScale(), useYAxisScale()];
  if (!plot || !toX || !toY) return null;
  const [left, right] = [plot.x, plot.x + plot.width];
  const [top, bottom] = [plot.y, plot.y + plot.height];
  const upright = toX(x.line?.at) ?? right;
  const level = toY(y.line?.at) ?? bottom;
  const widths = { left: upright - left, right: right - upright };
  const heights = { top: level - top, bottom: bottom - level };
  const places = [
    { text: corners.topLeft, side: 'left', end: 'top' },
    { text: corners.topRight, side: 'right', end: 'top' },
    { text: corners.bottomLeft, side: 'left', end: 'bottom' },
    { text: corners.bottomRight, side: 'right', end: 'bottom' },
  ] as const;
  return (
    <g fill={CHART_INK.soft} fontSize={12}>
      {places.flatMap(({ text, side, end }) => {
        const lines = text.split('\n');
        const longest = Math.max(...lines.map(({ length }) => length));
        if (widths[side] < longest * LETTER || heights[end] < (lines.length + 1) * LINE) return [];
        return lines.map((line, k) => (
          <text
            key={`${side} ${end} ${line}`}
            x={side === 'left' ? left + 4 : right - 4}
            y={end === 'top' ? top + 12 + k * LINE : bottom - 6 - (lines.length - 1 - k) * LINE}
            textAnchor={side === 'left' ? 'start' : 'end'}
            className="chart-halo"
          >
            {line}
          </text>
        ));
      })}
    </g>
  );
}
