import { usePlotArea, useXAxisScale, useYAxisScale } from 'recharts';

/** The colors of the page, for what cannot read a stylesheet. */
export const CHART_INK = {
  ink: '#1f1f1c',
  soft: '#5f5e57',
  hairline: '#d9d7cf',
  accent: '#0f5c5c',
  warn: '#8a4b08',
} as const;

export const AXIS = {
  stroke: CHART_INK.hairline,
  tick: { fill: CHART_INK.soft, fontSize: 12 },
  tickLine: false,
} as const;

/** Props of every chart: no roles of its own, for the frame speaks for it. */
export const CHART = {
  responsive: true,
  accessibilityLayer: false,
  tabIndex: -1,
} as const;

/** The shape of points that a layer draws: Recharts needs them for its scales only. */
export function Nothing() {
  return <g />;
}

interface BandsProps {
  /** Inner edges, ascending. */
  readonly edges: readonly number[];
  readonly colors: readonly string[];
}

/** The classes of the map as the ground: a faint field each, and its full color along the axis. */
export function ClassBands({ edges, colors }: BandsProps) {
  const plot = usePlotArea();
  const x = useXAxisScale();
  if (!plot || !x) return null;
  const right = plot.x + plot.width;
  const at = edges.map((edge) => Math.min(right, Math.max(plot.x, x(edge) ?? right)));
  const ends = [plot.x, ...at, right];
  return (
    <g>
      {colors.map((color, k) => {
        const from = ends[k] ?? right;
        const width = Math.max(0, (ends[k + 1] ?? right) - from);
        return (
          <g key={color} fill={color}>
            <rect x={from} y={plot.y} width={width} height={plot.height} opacity={0.22} />
            <rect x={from} y={plot.y + plot.height - 5} width={width} height={5} />
          </g>
        );
      })}
    </g>
  );
}

interface GuideProps {
  readonly at: number;
  readonly label?: string;
  readonly color?: string;
  readonly dash?: string;
}

/** An upright line with its label above the drawing, kept inside it. */
export function UprightGuide({ at, label, color = CHART_INK.ink, dash }: GuideProps) {
  const plot = usePlotArea();
  const x = useXAxisScale()?.(at);
  if (!plot || x === undefined) return null;
  const share = (x - plot.x) / plot.width;
  const anchor = share < 0.2 ? 'start' : share > 0.8 ? 'end' : 'middle';
  return (
    <g>
      <line x1={x} x2={x} y1={plot.y} y2={plot.y + plot.height} stroke={color} strokeDasharray={dash} />
      {label ? (
        <text x={x} y={plot.y - 5} textAnchor={anchor} fill={color} fontSize={12}>
          {label}
        </text>
      ) : null}
    </g>
  );
}

/** A level line with its label. */
export function LevelGuide(props: GuideProps) {
  const { at, label, color = CHART_INK.ink, dash } = props;
  const plot = usePlotArea();
  const y = useYAxisScale()?.(at);
  if (!plot || y === undefined) return null;
  const right = plot.x + plot.width;
  return (
    <g>
      <line x1={plot.x} x2={right} y1={y} y2={y} stroke={color} strokeDasharray={dash} />
      {label ? <LevelLabel {...props} label={label} /> : null}
    </g>
  );
}

/** What is written at a level line: at its right end, above it. */
export function LevelLabel({ at, label, color = CHART_INK.ink }: GuideProps & { readonly label: string }) {
  const plot = usePlotArea();
  const y = useYAxisScale()?.(at);
  if (!plot || y === undefined) return null;
  const right = plot.x + plot.width;
  return (
    <text x={right} y={y - 4} textAnchor="end" fill={color} fontSize={12} className="chart-halo">
      {label}
    </text>
  );
}
