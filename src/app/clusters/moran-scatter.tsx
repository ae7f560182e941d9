import { useMemo } from 'react';
import { useXAxisScale, useYAxisScale } from 'recharts';
import { useStore } from 'zustand';
import { ChartFrame } from '#app/kit/chart-frame.tsx';
import { CHART_INK } from '#app/kit/chart-layers.tsx';
import { ChartPlane, selectDots } from '#app/kit/chart-plane.tsx';
import { PartButtons } from '#app/kit/part-buttons.tsx';
import type { PanelProps } from '#app/panel-props.ts';
import type { HotspotLayer } from '#picture/hotspot-layer.ts';
import { patternName, tierName } from '#picture/hotspot-look.ts';
import { type MoranPlot, type MoranQuadrant, moranPlot } from '#picture/moran-points.ts';
import { MOST_DOTS, TABLE_ROWS } from '#picture/plane-dots.ts';
import { DASH } from '#words/format.ts';
import { moranWords } from '#words/hotspot-chart-words.ts';
import { hotspotAreaLines, pText, statisticText } from '#words/hotspot-words.ts';

/** Row by row, as the parts lie in the plane. */
const AS_DRAWN: readonly MoranQuadrant[] = ['low-high', 'high-high', 'low-low', 'high-low'];

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
  const note = say.note(
    statisticText(layer.answer.map.global.statistic, words),
    statisticText(center, words),
  );
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
          parts={AS_DRAWN.map((key) => ({
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
      <ChartPlane
        {...{ picture, store, dots, hovered }}
        x={{
          ...scale.x,
          title: `${words.indicator[picture.view.indicator].short}, ${say.x}`,
          tick,
          line: { at: center, dash: '4 3' },
        }}
        y={{ ...scale.y, title: say.y, tick, line: { at: center, dash: '4 3' } }}
        corners={{
          topLeft: say.corners['low-high'],
          topRight: say.corners['high-high'],
          bottomLeft: say.corners['low-low'],
          bottomRight: say.corners['high-low'],
        }}
      >
        {line ? <SlopeLine line={line} /> : null}
      </ChartPlane>
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
