import { type PointerEvent, useMemo } from 'react';
import { useStore } from 'zustand';
import { ChartFrame } from '#app/kit/chart-frame.tsx';
import { CHART_INK } from '#app/kit/chart-layers.tsx';
import { PartButtons } from '#app/kit/part-buttons.tsx';
import { codesWhere } from '#app/kit/selected-areas.ts';
import type { PanelProps } from '#app/panel-props.ts';
import type { AgreementLayer } from '#picture/agreement-layer.ts';
import {
  isShifted,
  MOST_LINES,
  type Shift,
  type SlopeData,
  slopeData,
  spread,
} from '#picture/slope-points.ts';
import { select, setView } from '#state/store.ts';
import { DASH } from '#words/format.ts';
import '#app/kit/sources.css';

const PARTS: readonly Shift[] = ['largest', 'up', 'down', 'same'];
const HEIGHT_PX = 360;
const LABEL_PX = 15;
/** Farther than this from every line, a pointer is on none. Px. */
const REACH_PX = 6;

export interface RankSlopeProps extends PanelProps {
  readonly layer: AgreementLayer;
}

/** How the order of the areas differs between the sources: a line each, from its rank in the one to that in the other. */
export function RankSlope(props: RankSlopeProps) {
  const { picture, store, words, format, layer } = props;
  const { polarity } = picture.indicator;
  const data = useMemo(() => slopeData(layer, polarity), [layer, polarity]);
  const hovered = useStore(store, (state) => state.hovered);
  if (data.lines.length === 0) return null;
  const say = words.sources.chart;
  const { first, second, ranked } = data.pairs;
  const name = (index: number) => picture.geography.areas[index]?.name ?? DASH;
  const shift = (index: number) =>
    say.shift(name(index), format.count(first[index] ?? 0), format.count(second[index] ?? 0));
  const parts = PARTS.map((key) => {
    const codes = codesWhere(picture, isShifted(data, key));
    return { key, codes, label: say.parts[key], count: codes.length };
  });
  const [largest] = data.lines;
  const level = words.level[picture.view.level];
  const same = parts.find(({ key }) => key === 'same')?.count ?? 0;
  const isNamed = largest !== undefined && data.named > 0;
  return (
    <ChartFrame
      words={words}
      title={say.slope}
      summary={[
        say.slopeSummary(format.count(ranked), format.count(same), level),
        ...(isNamed
          ? [say.largest(name(largest.index), format.count(largest.first), format.count(largest.second))]
          : []),
      ].join(' ')}
      head={[words.charts.area, say.left, say.right, say.change]}
      rows={() =>
        data.lines.map((line) => ({
          key: String(line.index),
          cells: [
            name(line.index),
            format.count(line.first),
            format.count(line.second),
            format.count(Math.abs(line.second - line.first)),
          ],
        }))
      }
      note={[
        say.slopeNote(format.count(data.named)),
        ...(ranked > MOST_LINES ? [say.capped(format.count(data.lines.length))] : []),
      ].join(' ')}
      readout={hovered !== null && (first[hovered] ?? 0) > 0 ? shift(hovered) : null}
      hint={say.hint}
      after={
        <PartButtons
          {...{ words, format, parts }}
          onChoose={(key) =>
            setView(store, { selected: parts.find((part) => part.key === key)?.codes ?? [] })
          }
        />
      }
    >
      <SlopeDrawing {...props} data={data} hovered={hovered} />
    </ChartFrame>
  );
}

interface SlopeDrawingProps extends RankSlopeProps {
  readonly data: SlopeData;
  readonly hovered: number | null;
}

function SlopeDrawing({ picture, store, words, format, data, hovered }: SlopeDrawingProps) {
  const { lines, named, largestRank } = data;
  const height = Math.min(HEIGHT_PX, Math.max(120, largestRank * 18));
  const y = (rank: number) => (largestRank < 2 ? 0.5 : (rank - 0.5) / largestRank) * height;
  const selected = new Set<number>(picture.selected);
  const labeled = lines.slice(0, named);
  const [left, right] = (['first', 'second'] as const).map((side) =>
    spread(
      labeled.map((line) => y(line[side])),
      LABEL_PX,
      height,
    ),
  );
  const lineAt = (event: PointerEvent<SVGSVGElement>): number | null => {
    const box = event.currentTarget.getBoundingClientRect();
    const share = Math.min(1, Math.max(0, (event.clientX - box.left) / box.width));
    const at = event.clientY - box.top;
    let [found, least]: [number | null, number] = [null, REACH_PX];
    for (const line of lines) {
      const away = Math.abs(y(line.first) * (1 - share) + y(line.second) * share - at);
      if (away < least) [found, least] = [line.index, away];
    }
    return found;
  };
  const say = words.sources.chart;
  return (
    <>
      <div className="slope-heads">
        <span>{say.left}</span>
        <span>{say.right}</span>
      </div>
      <div className="slope" style={{ height }}>
        <div className="slope-side left">
          {labeled.map((line, k) => (
            <span key={line.index} style={{ top: left?.[k] }}>
              {format.count(line.first)}
            </span>
          ))}
        </div>
        <svg
          viewBox={`0 0 100 ${height}`}
          height={height}
          preserveAspectRatio="none"
          aria-hidden="true"
          onPointerMove={(event) => store.setState({ hovered: lineAt(event) })}
          onPointerLeave={() => store.setState({ hovered: null })}
          onPointerDown={(event) => {
            const index = lineAt(event);
            const code = index === null ? null : (picture.geography.areas[index]?.code ?? null);
            select(store, code, event.shiftKey || event.ctrlKey || event.metaKey);
          }}
        >
          {[...lines.entries()].reverse().map(([k, line]) => {
            const strong = hovered === line.index || selected.has(line.index);
            return (
              <line
                key={line.index}
                x1={0}
                x2={100}
                y1={y(line.first)}
                y2={y(line.second)}
                stroke={strong ? CHART_INK.accent : k < named ? CHART_INK.ink : CHART_INK.soft}
                strokeOpacity={strong || k < named ? 1 : 0.3}
                strokeWidth={strong ? 2.5 : k < named ? 1.25 : 1}
                vectorEffect="non-scaling-stroke"
              />
            );
          })}
        </svg>
        <div className="slope-side right">
          {labeled.map((line, k) => (
            <span
              key={line.index}
              style={{ top: right?.[k] }}
              data-selected={selected.has(line.index) ? '' : undefined}
            >
              {format.count(line.second)} {picture.geography.areas[line.index]?.name}
            </span>
          ))}
        </div>
      </div>
    </>
  );
}
