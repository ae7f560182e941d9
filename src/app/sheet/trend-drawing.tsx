import { useMemo } from 'react';
import {
  Area,
  CartesianGrid,
  ComposedChart,
  Line,
  usePlotArea,
  useXAxisScale,
  XAxis,
  YAxis,
  ZIndexLayer,
} from 'recharts';
import { AXIS, CHART, CHART_INK, LevelGuide } from '#app/kit/chart-layers.tsx';
import type { PanelProps } from '#app/panel-props.ts';
import { CellStatus } from '#core/area-table.ts';
import type { Period } from '#core/period.ts';
import { chartScale } from '#picture/chart-scale.ts';
import { isWeighingMonth, type TrendData, type TrendLine } from '#picture/trend-lines.ts';
import { shortPeriod, tickText } from '#words/chart-words.ts';

/** How a line is drawn, here and in the key beneath. */
export interface LineLook {
  readonly color: string;
  readonly dash: string;
  readonly width: number;
}

/** Told apart by dash as well as by color. */
const AREA_LOOKS: readonly LineLook[] = [
  { color: CHART_INK.accent, dash: '0', width: 2 },
  { color: '#b35806', dash: '7 2', width: 2 },
  { color: '#542788', dash: '3 2', width: 2 },
];
const CITY_LOOK: LineLook = { color: CHART_INK.ink, dash: '0', width: 1.5 };
const DISTRICT_DASHES = ['5 3', '1.5 2.5', '9 3'] as const;

/** Looks by position of the lines. */
export function lineLooks(lines: readonly TrendLine[]): readonly LineLook[] {
  let [areas, districts] = [0, 0];
  return lines.map(({ kind }) => {
    if (kind === 'city') return CITY_LOOK;
    if (kind === 'district') {
      const dash = DISTRICT_DASHES[districts % DISTRICT_DASHES.length] ?? '0';
      districts += 1;
      return { color: CHART_INK.soft, dash, width: 1.5 };
    }
    const look = AREA_LOOKS[areas % AREA_LOOKS.length] ?? CITY_LOOK;
    areas += 1;
    return look;
  });
}

interface Row {
  readonly period: Period;
  readonly values: readonly (number | null)[];
  readonly bands: readonly (readonly [number, number] | null)[];
}

function rowsOf({ periods, lines }: TrendData): Row[] {
  const known = (value: number | undefined) => (value === undefined || Number.isNaN(value) ? null : value);
  return periods.map((period, k) => ({
    period,
    values: lines.map(({ line }) => known(line.value[k])),
    bands: lines.map(({ line }) => {
      const [low, high] = [known(line.low[k]), known(line.high[k])];
      return known(line.value[k]) === null || low === null || high === null ? null : [low, high];
    }),
  }));
}

export interface TrendDrawingProps extends Pick<PanelProps, 'picture' | 'words' | 'format'> {
  readonly data: TrendData;
  readonly target: { readonly rate: number; readonly label: string } | null;
  readonly height: number;
  /** Px; null: as wide as there is room. */
  readonly width: number | null;
  readonly onHover?: (period: Period | null) => void;
  readonly onPick?: (period: Period) => void;
}

/** The lines, their intervals, gaps and target. */
export function TrendDrawing({
  picture,
  words,
  format,
  data,
  target,
  height,
  width,
  onHover,
  onPick,
}: TrendDrawingProps) {
  const { view } = picture;
  const rate = view.measure === 'rate';
  const rows = useMemo(() => rowsOf(data), [data]);
  const looks = lineLooks(data.lines);
  const scale = useMemo(() => {
    const reached = data.lines.flatMap(({ line }) =>
      rate ? [...line.value, ...line.high] : [...line.value],
    );
    return chartScale([...reached, target?.rate ?? 0], 5, !rate);
  }, [data, rate, target?.rate]);
  const weighing = data.periods.filter(isWeighingMonth);
  const focus = data.lines.find(({ kind }) => kind === 'area') ?? data.lines[0];
  const size =
    width === null
      ? { ...CHART, style: { width: '100%', height } }
      : { ...CHART, responsive: false, width, height };
  const periodAt = (label: unknown) => data.periods.find((period) => period === label) ?? null;
  return (
    <ComposedChart
      {...size}
      data={rows}
      margin={{ top: 12, right: 10, bottom: 0, left: 0 }}
      onMouseMove={({ activeLabel }) => onHover?.(periodAt(activeLabel))}
      onMouseLeave={() => onHover?.(null)}
      onClick={({ activeLabel }) => {
        const period = periodAt(activeLabel);
        if (period) onPick?.(period);
      }}
    >
      <CartesianGrid stroke={CHART_INK.hairline} strokeWidth={0.5} vertical={false} />
      <XAxis
        {...AXIS}
        dataKey="period"
        padding={{ left: 8, right: 8 }}
        {...(weighing.length > 0 ? { ticks: weighing, interval: 0 } : {})}
        tickFormatter={(period: Period) => shortPeriod(period, words)}
      />
      <YAxis
        {...AXIS}
        width={36}
        domain={[0, scale.end]}
        ticks={[...scale.ticks]}
        tickFormatter={(value: number) => tickText(value, rate, format)}
      />
      <Stripes periods={weighing} all={data.periods} current={view.period} />
      {data.lines.map(({ key, banded }, k) => (
        <Area
          key={`${key} band`}
          dataKey={(row: Row) => (banded ? row.bands[k] : null)}
          stroke="none"
          fill={looks[k]?.color ?? CHART_INK.ink}
          fillOpacity={0.13}
          isAnimationActive={false}
          activeDot={false}
          dot={false}
        />
      ))}
      {data.lines.map(({ key, kind }, k) => (
        <Line
          key={key}
          dataKey={(row: Row) => row.values[k]}
          stroke={looks[k]?.color ?? CHART_INK.ink}
          strokeWidth={looks[k]?.width ?? 1}
          strokeDasharray={looks[k]?.dash ?? '0'}
          isAnimationActive={false}
          activeDot={false}
          dot={({ cx, cy, payload }: { cx?: number; cy?: number; payload?: Row }) => (
            <PeriodDot
              key={`${key} ${payload?.period}`}
              x={payload?.values[k] === null ? undefined : cx}
              y={cy}
              color={looks[k]?.color ?? CHART_INK.ink}
              hollow={payload !== undefined && data.incomplete.has(payload.period)}
              small={kind !== 'area'}
            />
          )}
        />
      ))}
      {focus ? <Gaps line={focus} periods={data.periods} /> : null}
      {target ? (
        <ZIndexLayer zIndex={1500}>
          <LevelGuide at={target.rate} label={target.label} color={CHART_INK.warn} dash="6 3" />
        </ZIndexLayer>
      ) : null}
    </ComposedChart>
  );
}

interface PeriodDotProps {
  readonly x: number | undefined;
  readonly y: number | undefined;
  readonly color: string;
  readonly hollow: boolean;
  readonly small: boolean;
}

function PeriodDot({ x, y, color, hollow, small }: PeriodDotProps) {
  if (x === undefined || y === undefined || Number.isNaN(y)) return <g />;
  return <circle cx={x} cy={y} r={small ? 2.25 : 3} fill={hollow ? '#fff' : color} stroke={color} />;
}

interface StripesProps {
  readonly periods: readonly Period[];
  readonly all: readonly Period[];
  readonly current: Period;
}

/** Months of weighing as faint stripes, and a line at the period of the map. */
function Stripes({ periods, all, current }: StripesProps) {
  const plot = usePlotArea();
  const x = useXAxisScale();
  if (!plot || !x || all.length === 0) return null;
  const step = plot.width / all.length;
  const at = x(current);
  return (
    <g>
      {periods.map((period) => (
        <rect
          key={period}
          x={(x(period) ?? plot.x) - step / 2}
          y={plot.y}
          width={step}
          height={plot.height}
          fill={CHART_INK.ink}
          opacity={0.07}
        />
      ))}
      {at === undefined ? null : (
        <line
          x1={at}
          x2={at}
          y1={plot.y}
          y2={plot.y + plot.height}
          stroke={CHART_INK.accent}
          strokeWidth={1.5}
        />
      )}
    </g>
  );
}

/** Dashed boxes at the foot of the periods in which a line has no value. */
function Gaps({
  line: { line },
  periods,
}: {
  readonly line: TrendLine;
  readonly periods: readonly Period[];
}) {
  const plot = usePlotArea();
  const x = useXAxisScale();
  if (!plot || !x) return null;
  const width = Math.min(10, (plot.width / Math.max(1, periods.length)) * 0.8);
  return (
    <g>
      {periods.map((period, k) =>
        line.status[k] === CellStatus.observed ? null : (
          <rect
            key={period}
            x={(x(period) ?? plot.x) - width / 2}
            y={plot.y + plot.height - 9}
            width={width}
            height={8}
            fill="#fff"
            stroke="#55534c"
            strokeDasharray="2 1.5"
          />
        ),
      )}
    </g>
  );
}
