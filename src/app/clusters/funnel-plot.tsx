import { useMemo } from 'react';
import { usePlotArea, useXAxisScale, useYAxisScale } from 'recharts';
import { useStore } from 'zustand';
import { ChartFrame } from '#app/kit/chart-frame.tsx';
import { CHART_INK } from '#app/kit/chart-layers.tsx';
import { ChartPlane, selectDots } from '#app/kit/chart-plane.tsx';
import { PartButtons } from '#app/kit/part-buttons.tsx';
import type { PanelProps } from '#app/panel-props.ts';
import {
  type FunnelData,
  type FunnelDot,
  funnelData,
  type LimitPoint,
  VERDICTS,
} from '#picture/funnel-points.ts';
import type { HotspotLayer } from '#picture/hotspot-layer.ts';
import { MOST_DOTS, TABLE_ROWS } from '#picture/plane-dots.ts';
import { partsText, tickText } from '#words/chart-words.ts';
import { DASH } from '#words/format.ts';
import { funnelMeanLabel, funnelNote, funnelWords } from '#words/hotspot-chart-words.ts';

type FunnelPlotProps = PanelProps & { readonly layer: HotspotLayer };

/** Rates by how many children each was found among, and what chance alone would do. */
export function FunnelPlot(props: FunnelPlotProps) {
  const data = useMemo(() => funnelData(props.layer), [props.layer]);
  return data && <Funnel {...props} data={data} />;
}

function Funnel(props: FunnelPlotProps & { readonly data: FunnelData }) {
  const { picture, store, words, format, data } = props;
  const { dots, limits, shape, verdicts, scale } = data;
  const hovered = useStore(store, (state) => state.hovered);
  const say = words.hotspots.funnel;
  const telling = { picture, words, format };
  const name = words.indicator[picture.view.indicator].short;
  const note = funnelNote(words, shape);
  const tell = (index: number) => {
    const area = picture.geography.areas[index]?.name ?? DASH;
    const dot = dots.find((each) => each.index === index);
    if (!dot) return area;
    const [parts, rate, verdict] = told(dot, props);
    return `${area} · ${rate} (${parts}) · ${verdict}`;
  };
  return (
    <ChartFrame
      words={words}
      title={say.heading}
      summary={funnelWords(telling, data)}
      head={[words.charts.area, words.charts.parts, name, say.verdict]}
      rows={() => tableRows(data, props)}
      note={dots.length > MOST_DOTS ? `${note} ${words.hotspots.grid}` : note}
      readout={hovered === null ? null : tell(hovered)}
      hint={words.charts.hover}
      after={
        limits.length === 0 ? null : (
          <PartButtons
            {...{ words, format }}
            parts={VERDICTS.map((key) => ({ key, label: say.verdicts[key], count: verdicts[key] }))}
            onChoose={(key) =>
              selectDots(
                props,
                dots.filter(({ verdict }) => verdict === key),
              )
            }
          />
        )
      }
    >
      <ChartPlane
        {...{ picture, store, dots, hovered }}
        x={{
          start: 0,
          ...scale.x,
          title: say.x(words.units[picture.indicator.unit].noun),
          tick: format.count,
        }}
        y={{
          start: 0,
          ...scale.y,
          title: `${name}, %`,
          tick: (value) => tickText(value, true, format),
          line: { at: shape.mean, label: funnelMeanLabel(telling, shape) },
        }}
      >
        <LimitLines limits={limits} />
      </ChartPlane>
    </ChartFrame>
  );
}

const LINES = [
  { key: 'inner', side: 0 },
  { key: 'inner', side: 1 },
  { key: 'outer', side: 0 },
  { key: 'outer', side: 1 },
] as const;

/** The limits, cut off where they leave the plane. */
function LimitLines({ limits }: { readonly limits: readonly LimitPoint[] }) {
  const plot = usePlotArea();
  const [x, y] = [useXAxisScale(), useYAxisScale()];
  if (!plot || !x || !y) return null;
  const box = `${plot.x} ${plot.y} ${plot.width} ${plot.height}`;
  return (
    <svg x={plot.x} y={plot.y} width={plot.width} height={plot.height} viewBox={box} aria-hidden="true">
      {LINES.map(({ key, side }) => (
        <polyline
          key={`${key} ${side}`}
          points={limits.map((limit) => `${x(limit.N)},${y(limit[key][side])}`).join(' ')}
          fill="none"
          stroke={CHART_INK.soft}
          strokeDasharray={key === 'inner' ? '5 4' : undefined}
        />
      ))}
    </svg>
  );
}

function told({ cases, x, y, verdict }: FunnelDot, { words, format }: FunnelPlotProps) {
  return [
    partsText(cases, x, format),
    format.percentUnit(y),
    verdict ? words.hotspots.funnel.verdicts[verdict] : DASH,
  ] as const;
}

/** Those furthest from the mean for their number of children first. */
function tableRows({ dots }: FunnelData, props: FunnelPlotProps) {
  const ordered = [...dots].sort((a, b) => Math.abs(b.z) - Math.abs(a.z));
  return ordered.slice(0, TABLE_ROWS).map((dot) => ({
    key: String(dot.index),
    cells: [props.picture.geography.areas[dot.index]?.name ?? DASH, ...told(dot, props)],
  }));
}
