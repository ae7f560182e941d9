import { useMemo } from 'react';
import { useStore } from 'zustand';
import { intervalText, lowered, scatterWords, tickText } from '#app/chart-words.ts';
import { DASH } from '#app/format.ts';
import type { IndicatorRates } from '#app/indicator-rates.ts';
import type { PanelProps } from '#app/panel-props.ts';
import type { Picture } from '#app/picture.ts';
import type { Dataset } from '#core/dataset.ts';
import { type IndicatorId, indicators } from '#core/indicator.ts';
import { isAnswerable } from '#core/prevalence-sums.ts';
import type { ChartChoices } from './chart-choices.ts';
import { ChartFrame } from './chart-frame.tsx';
import { ChartPlane, dotsWithin, selectDots } from './chart-plane.tsx';
import { Choice } from './choice.tsx';
import { PartButtons } from './part-buttons.tsx';
import { MOST_DOTS, TABLE_ROWS } from './plane-dots.ts';
import { RangeForm } from './range-form.tsx';
import { type Plotted, plotted, type Quadrant, quadrantOf, scatterDots } from './scatter-points.ts';

/** Row by row, as the parts lie in the plane. */
const AS_DRAWN: readonly Quadrant[] = ['onlyY', 'both', 'neither', 'onlyX'];

interface ScatterProps extends PanelProps {
  readonly dataset: Dataset;
  readonly choices: ChartChoices;
}

/** What lies on the level axis unless chosen: the overlay, else poverty, else the first other indicator. */
function otherIndicator({ view }: Picture, ids: readonly IndicatorId[]): IndicatorId {
  const wanted = [view.overlay?.indicator, 'extreme-poverty' as const, ...ids];
  return wanted.find((id) => id !== undefined && id !== view.indicator && ids.includes(id)) ?? view.indicator;
}

/** Two indicators against each other, over the areas of the map. */
export function Scatter(props: ScatterProps) {
  const { picture, store, words, format, dataset, choices } = props;
  const { view, geography, atlas } = picture;
  const ids = useMemo(
    () =>
      indicators(atlas.manifest.extremePovertyDecile)
        .filter((indicator) => isAnswerable(atlas.manifest, indicator, view.filters))
        .map(({ id }) => id),
    [atlas, view.filters],
  );
  const yId = choices.y ?? view.indicator;
  const xId = choices.x ?? otherIndicator(picture, ids);
  const data = useMemo(() => plotted(dataset, view, xId, yId), [dataset, view, xId, yId]);
  const { points, city, quadrants } = data;
  const hovered = useStore(store, (state) => state.hovered);
  const name = (id: IndicatorId) => words.indicator[id].short;
  const dots = useMemo(() => scatterDots(points, picture.shading), [points, picture.shading]);
  const axis = (of: 'x' | 'y', title: string) => ({
    start: 0,
    ...data.scale[of],
    title: `${title}, %`,
    tick: (value: number) => tickText(value, true, format),
    line: { at: city[of], label: words.charts.cityValue(format.percentUnit(city[of])), dash: '4 3' },
  });
  const tell = (index: number) => {
    const point = points.find((each) => each.index === index);
    const area = geography.areas[index]?.name ?? DASH;
    return point
      ? `${area} · ${name(yId)} ${format.percentUnit(point.y)} · ${name(xId)} ${format.percentUnit(point.x)}`
      : area;
  };
  const options = ids.map((id) => ({ id, label: name(id) }));
  const say = words.charts.scatter;
  const labels = {
    both: say.both,
    onlyX: say.onlyX(lowered(name(xId))),
    onlyY: say.onlyY(lowered(name(yId))),
    neither: say.neither,
  };
  return (
    <ChartFrame
      words={words}
      title={say.heading(lowered(name(xId)), name(yId))}
      summary={scatterWords({ picture, words, format }, points.length, quadrants, data.without)}
      head={[
        words.charts.area,
        name(yId),
        words.charts.interval,
        `${name(xId)} `,
        `${words.charts.interval} `,
      ]}
      rows={() => tableRows(data, props)}
      note={points.length > MOST_DOTS ? say.grid : say.size(lowered(name(yId)))}
      readout={hovered === null ? null : tell(hovered)}
      hint={words.charts.hover}
      tools={
        <div className="axis-choices">
          <Choice
            label={say.y}
            labelShown
            value={yId}
            options={options}
            onChange={(y) => choices.change({ y })}
          />
          <Choice
            label={say.x}
            labelShown
            value={xId}
            options={options}
            onChange={(x) => choices.change({ x })}
          />
        </div>
      }
      after={
        <>
          {quadrants ? (
            <PartButtons
              {...{ words, format }}
              parts={AS_DRAWN.map((key) => ({ key, label: labels[key], count: quadrants[key] }))}
              onChoose={(key) =>
                selectDots(
                  props,
                  points.filter((point) => quadrantOf(point, city) === key),
                )
              }
            />
          ) : null}
          <RangeForm
            words={words}
            axes={[
              { id: 'y', label: `${name(yId)}, %` },
              { id: 'x', label: `${name(xId)}, %` },
            ]}
            onChoose={(ranges) => {
              const range = (id: string) => {
                const [from, to] = ranges.get(id) ?? [Number.NaN, Number.NaN];
                return [
                  Number.isNaN(from) ? -Infinity : from / 100,
                  Number.isNaN(to) ? Infinity : to / 100,
                ] as const;
              };
              selectDots(props, dotsWithin(points, { x: range('x'), y: range('y') }));
            }}
          />
        </>
      }
    >
      <ChartPlane {...{ picture, store, dots, hovered }} x={axis('x', name(xId))} y={axis('y', name(yId))} />
    </ChartFrame>
  );
}

function tableRows({ points, x, y }: Plotted, { picture, format }: ScatterProps) {
  const shown = [...points].sort((a, b) => b.y - a.y).slice(0, TABLE_ROWS);
  return shown.map(({ index }) => {
    const rates = ({ measure }: IndicatorRates) => [
      format.percentUnit(measure.value[index] ?? Number.NaN),
      intervalText(measure.low[index] ?? Number.NaN, measure.high[index] ?? Number.NaN, format),
    ];
    return {
      key: String(index),
      cells: [picture.geography.areas[index]?.name ?? DASH, ...rates(y), ...rates(x)],
    };
  });
}
