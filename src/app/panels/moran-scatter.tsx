import { useMemo } from 'react';
import { usePlotArea, useXAxisScale, useYAxisScale } from 'recharts';
import { useStore } from 'zustand';
import { DASH } from '#app/format.ts';
import { moranWords } from '#app/hotspot-chart-words.ts';
import type { HotspotLayer } from '#app/hotspot-layer.ts';
import { hotspotAreaLines, patternName, pText, statisticText, tierName } from '#app/hotspot-words.ts';
import type { PanelProps } from '#app/panel-props.ts';
import { QUADRANTS } from '#core/local-moran.ts';
import { ChartFrame } from './chart-frame.tsx';
import { CHART_INK, LevelGuide, UprightGuide } from './chart-layers.tsx';
import { MOST_DOTS, TABLE_ROWS } from './hotspot-dots.ts';
import { HotspotPlane, selectDots } from './hotspot-plane.tsx';
import { type MoranPlot, moranPlot } from './moran-points.ts';
import { PartButtons } from './part-buttons.tsx';

type MoranScatterProps = PanelProps & { readonly layer: HotspotLayer };

/** Each area's standardized value against the mean of its neighbors'. */
export function MoranScatter(props: MoranScatterProps) {
  const { picture, store, words, format, layer } = props;
  const plot = useMemo(() => moranPlot(layer), [layer]);
  const hovered = useStore(store, (state) => state.hovered);
  const { dots, quadrants, center, line, scale } = plot;
  const say = words.hotspots.scatter;
  const number = new Intl.NumberFormat(words.language.locale, { maximumFractionDigits: 2 });
  const tick = (value: number) => number.format(value).replace('-', '\u2212');
  const tell = (index: number) => {
    const name = picture.geography.areas[index]?.name ?? DASH;
    const dot = dots.find((each) => each.index === index);
    if (!dot) return name;
    const places = [`${say.x} ${statisticText(dot.x, words)}`, `${say.y} ${statisticText(dot.y, words)}`];
    return [name, ...places, ...hotspotAreaLines(layer, index, words)].join(' · ');
  };
  const note = say.note(statisticText(layer.answer.map.global.statistic, words));
  return (
    <ChartFrame
      words={words}
      title={say.heading}
      summary={moranWords({ picture, words, format }, plot)}
      head={[words.charts.area, say.x, say.y, say.pattern, say.p, say.q]}
      rows={() => tableRows(plot, props)}
      note={dots.length > MOST_DOTS ? `${note} ${words.hotspots.grid}` : note}
      readout={hovered === null ? null : tell(hovered)}
      hint={words.charts.hover}
      after={
        <PartButtons
          {...{ words, format }}
          parts={QUADRANTS.map((key) => ({
            key,
            label: words.hotspots.patterns[key],
            count: quadrants[key],
          }))}
          onChoose={(key) =>
            selectDots(
              props,
              dots.filter(({ quadrant }) => quadrant === key),
            )
          }
        />
      }
    >
      <HotspotPlane
        {...{ picture, store, dots, hovered }}
        x={{ ...scale.x, title: `${words.indicator[picture.view.indicator].short}, ${say.x}`, tick }}
        y={{ ...scale.y, title: say.y, tick }}
      >
        <UprightGuide at={center} dash="4 3" />
        <LevelGuide at={center} dash="4 3" />
        {line ? <SlopeLine line={line} /> : null}
        <CornerNames words={words} />
      </HotspotPlane>
    </ChartFrame>
  );
}

function SlopeLine({ line: [from, to] }: { readonly line: NonNullable<MoranPlot['line']> }) {
  const [x, y] = [useXAxisScale(), useYAxisScale()];
  if (!x || !y) return null;
  return (
    <line
      x1={x(from[0])}
      y1={y(from[1])}
      x2={x(to[0])}
      y2={y(to[1])}
      stroke={CHART_INK.accent}
      strokeWidth={2}
    />
  );
}

/** What the quadrants are called, each in its corner. */
function CornerNames({ words }: Pick<PanelProps, 'words'>) {
  const plot = usePlotArea();
  if (!plot) return null;
  const [left, right] = [plot.x + 4, plot.x + plot.width - 4];
  const [top, bottom] = [plot.y + 12, plot.y + plot.height - 6];
  const places = { 'high-high': [right, top], 'low-high': [left, top], 'low-low': [left, bottom] } as const;
  const at = (key: (typeof QUADRANTS)[number]) => (key === 'high-low' ? [right, bottom] : places[key]);
  return (
    <g fill={CHART_INK.soft} fontSize={12}>
      {QUADRANTS.map((key) => {
        const [x, y] = at(key);
        return (
          <text key={key} x={x} y={y} textAnchor={x === right ? 'end' : 'start'} className="chart-halo">
            {words.hotspots.short[key]}
          </text>
        );
      })}
    </g>
  );
}

/** The strongest evidence first. */
function tableRows({ dots }: MoranPlot, { picture, words, layer }: MoranScatterProps) {
  const { p, q } = layer.answer.map;
  const evidence = (index: number) => (Number.isNaN(p[index]) ? 2 : p[index]!);
  const ordered = [...dots].sort((a, b) => evidence(a.index) - evidence(b.index) || b.x - a.x);
  const said = (index: number) => {
    const pattern = tierName(layer, index) === null ? null : patternName(layer, index);
    return words.hotspots.patterns[pattern ?? 'not-significant'];
  };
  return ordered.slice(0, TABLE_ROWS).map(({ index, x, y }) => ({
    key: String(index),
    cells: [
      picture.geography.areas[index]?.name ?? DASH,
      statisticText(x, words),
      statisticText(y, words),
      said(index),
      pText(p[index] ?? Number.NaN, words),
      pText(q[index] ?? Number.NaN, words),
    ],
  }));
}
