import { Area, ComposedChart, Line, XAxis, YAxis } from 'recharts';
import { AXIS, CHART, CHART_INK } from '#app/kit/chart-layers.tsx';
import type { Period } from '#core/period.ts';
import { shortPeriod } from '#words/chart-words.ts';
import type { Words } from '#words/id.ts';

export interface ControlRow {
  readonly period: Period;
  /** null where there is no figure. */
  readonly value: number | null;
  readonly limits: readonly [low: number, high: number] | null;
  readonly signal: boolean;
}

interface ControlDrawingProps {
  readonly rows: readonly ControlRow[];
  readonly center: number;
  readonly domain: readonly [number, number];
  readonly ticks: readonly number[];
  readonly tick: (value: number) => string;
  readonly height: number;
  readonly words: Words;
  readonly onHover: (period: Period | null) => void;
}

/** Values between their limits; what lies beyond is ringed. */
export function ControlDrawing(props: ControlDrawingProps) {
  const { rows, center, domain, ticks, tick, height, words, onHover } = props;
  return (
    <ComposedChart
      {...CHART}
      style={{ width: '100%', height }}
      data={[...rows]}
      margin={{ top: 10, right: 10, bottom: 0, left: 0 }}
      onMouseMove={({ activeLabel }) =>
        onHover(rows.find(({ period }) => period === activeLabel)?.period ?? null)
      }
      onMouseLeave={() => onHover(null)}
    >
      <XAxis
        {...AXIS}
        dataKey="period"
        padding={{ left: 8, right: 8 }}
        minTickGap={28}
        tickFormatter={(period: Period) => shortPeriod(period, words)}
      />
      <YAxis
        {...AXIS}
        width={36}
        domain={[...domain]}
        ticks={[...ticks]}
        tickFormatter={tick}
        allowDataOverflow
      />
      <Area
        dataKey={({ limits }: ControlRow) => limits}
        type="step"
        stroke="none"
        fill={CHART_INK.ink}
        fillOpacity={0.08}
        isAnimationActive={false}
        activeDot={false}
        dot={false}
      />
      <Line
        dataKey={() => center}
        stroke={CHART_INK.soft}
        strokeDasharray="4 3"
        isAnimationActive={false}
        activeDot={false}
        dot={false}
      />
      <Line
        dataKey={({ value }: ControlRow) => value}
        stroke={CHART_INK.accent}
        strokeWidth={1.5}
        isAnimationActive={false}
        activeDot={false}
        dot={({ cx, cy, payload }: { cx?: number; cy?: number; payload?: ControlRow }) => (
          <Dot
            key={payload?.period}
            x={payload?.value === null ? undefined : cx}
            y={cy}
            signal={payload?.signal ?? false}
          />
        )}
      />
    </ComposedChart>
  );
}

interface DotProps {
  readonly x: number | undefined;
  readonly y: number | undefined;
  readonly signal: boolean;
}

function Dot({ x, y, signal }: DotProps) {
  if (x === undefined || y === undefined || Number.isNaN(y)) return <g />;
  return (
    <g>
      <circle cx={x} cy={y} r={2.25} fill={CHART_INK.accent} />
      {signal ? <circle cx={x} cy={y} r={6} fill="none" stroke={CHART_INK.warn} strokeWidth={1.75} /> : null}
    </g>
  );
}
