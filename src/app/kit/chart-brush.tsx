import { type PointerEvent, useRef, useState } from 'react';
import {
  usePlotArea,
  useXAxisInverseScale,
  useXAxisScale,
  useYAxisInverseScale,
  useYAxisScale,
  ZIndexLayer,
} from 'recharts';
import { CHART_INK } from './chart-layers.tsx';

export interface BrushPoint {
  readonly index: number;
  readonly x: number;
  readonly y: number;
}

/** From and to on both axes, in the unit of the data; y is null where only x is brushed. */
export interface BrushRange {
  readonly x: readonly [from: number, to: number];
  readonly y: readonly [from: number, to: number] | null;
}

export interface ChartBrushProps {
  readonly points: readonly BrushPoint[];
  readonly axes: 'x' | 'xy';
  readonly onHover: (index: number | null) => void;
  readonly onTap: (index: number | null, additive: boolean) => void;
  readonly onBrush: (range: BrushRange, additive: boolean) => void;
}

interface Spot {
  readonly x: number;
  readonly y: number;
}

/** Closer than this a pointer is on a point; farther than this a press is a drag. Px. */
const REACH = 14;
const DRAG = 5;

/** A sheet over the drawing that turns the pointer into hovering, tapping and brushing. */
export function ChartBrush(props: ChartBrushProps) {
  return (
    <ZIndexLayer zIndex={3000}>
      <BrushSheet {...props} />
    </ZIndexLayer>
  );
}

function BrushSheet({ points, axes, onHover, onTap, onBrush }: ChartBrushProps) {
  const plot = usePlotArea();
  const [toX, toY] = [useXAxisScale(), useYAxisScale()];
  const [fromX, fromY] = [useXAxisInverseScale(), useYAxisInverseScale()];
  const start = useRef<Spot | null>(null);
  const [drag, setDrag] = useState<{ from: Spot; to: Spot } | null>(null);
  if (!plot || !toX || !toY || !fromX || !fromY) return null;
  const spotOf = (event: PointerEvent<SVGRectElement>): Spot => {
    const box = event.currentTarget.getBoundingClientRect();
    const clamp = (value: number, size: number) => Math.min(size, Math.max(0, value));
    return {
      x: plot.x + clamp(event.clientX - box.left, plot.width),
      y: plot.y + clamp(event.clientY - box.top, plot.height),
    };
  };
  const nearest = (spot: Spot): number | null => {
    let found: number | null = null;
    let least = REACH ** 2;
    for (const point of points) {
      const [x, y] = [toX(point.x), toY(point.y)];
      if (x === undefined || y === undefined) continue;
      const distance = (x - spot.x) ** 2 + (y - spot.y) ** 2;
      if (distance <= least) [least, found] = [distance, point.index];
    }
    return found;
  };
  const rangeOf = (from: Spot, to: Spot): BrushRange => {
    const between = (a: unknown, b: unknown) =>
      [Math.min(Number(a), Number(b)), Math.max(Number(a), Number(b))] as const;
    return {
      x: between(fromX(from.x), fromX(to.x)),
      y: axes === 'xy' ? between(fromY(from.y), fromY(to.y)) : null,
    };
  };
  const end = () => {
    start.current = null;
    setDrag(null);
  };
  return (
    <g>
      {drag ? <BrushArea from={drag.from} to={drag.to} rows={axes === 'xy' ? null : plot} /> : null}
      <rect
        className="chart-sheet"
        x={plot.x}
        y={plot.y}
        width={plot.width}
        height={plot.height}
        fill="transparent"
        onPointerDown={(event) => {
          if (event.button !== 0) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          start.current = spotOf(event);
        }}
        onPointerMove={(event) => {
          const spot = spotOf(event);
          const from = start.current;
          if (!from) onHover(nearest(spot));
          else if (drag || Math.hypot(spot.x - from.x, spot.y - from.y) > DRAG) setDrag({ from, to: spot });
        }}
        onPointerUp={(event) => {
          const additive = event.shiftKey || event.ctrlKey || event.metaKey;
          if (drag) onBrush(rangeOf(drag.from, spotOf(event)), additive);
          else if (start.current) onTap(nearest(spotOf(event)), additive);
          end();
        }}
        onPointerCancel={end}
        onPointerLeave={() => onHover(null)}
      />
    </g>
  );
}

interface BrushAreaProps {
  readonly from: Spot;
  readonly to: Spot;
  /** Top and height where the brush takes them all; null for a free rectangle. */
  readonly rows: { readonly y: number; readonly height: number } | null;
}

function BrushArea({ from, to, rows }: BrushAreaProps) {
  return (
    <rect
      x={Math.min(from.x, to.x)}
      width={Math.abs(from.x - to.x)}
      y={rows ? rows.y : Math.min(from.y, to.y)}
      height={rows ? rows.height : Math.abs(from.y - to.y)}
      fill={CHART_INK.accent}
      fillOpacity={0.12}
      stroke={CHART_INK.accent}
    />
  );
}
