import { useMemo } from 'react';
import { Button } from 'react-aria-components';
import { useStore } from 'zustand';
import { intervalText, lowered, type Quadrants, scatterWords } from '#app/chart-words.ts';
import { DASH } from '#app/format.ts';
import type { IndicatorRates } from '#app/indicator-rates.ts';
import type { PanelProps } from '#app/panel-props.ts';
import type { Picture } from '#app/picture.ts';
import { select, setView } from '#app/store.ts';
import type { Dataset } from '#core/dataset.ts';
import { type IndicatorId, indicators } from '#core/indicator.ts';
import { isAnswerable } from '#core/prevalence-sums.ts';
import type { BrushRange } from './chart-brush.tsx';
import type { ChartChoices } from './chart-choices.ts';
import { ChartFrame } from './chart-frame.tsx';
import { Choice } from './choice.tsx';
import { RangeForm } from './range-form.tsx';
import { MOST_POINTS, ScatterDrawing } from './scatter-drawing.tsx';
import { type Plotted, plotted, type Quadrant, quadrantOf, type ScatterPoint } from './scatter-points.ts';

const QUADRANTS: readonly Quadrant[] = ['both', 'onlyX', 'onlyY', 'neither'];

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
  const choose = (test: (point: ScatterPoint) => boolean, additive: boolean) => {
    const codes = points.filter(test).flatMap(({ index }) => geography.areas[index]?.code ?? []);
    setView(store, { selected: additive ? [...new Set([...view.selected, ...codes])] : codes });
  };
  const brush = ({ x, y }: BrushRange, additive: boolean) =>
    choose((p) => p.x >= x[0] && p.x <= x[1] && (y === null || (p.y >= y[0] && p.y <= y[1])), additive);
  const tell = (index: number) => {
    const point = points.find((each) => each.index === index);
    const area = geography.areas[index]?.name ?? DASH;
    return point
      ? `${area} · ${name(yId)} ${format.percentUnit(point.y)} · ${name(xId)} ${format.percentUnit(point.x)}`
      : area;
  };
  const options = ids.map((id) => ({ id, label: name(id) }));
  const say = words.charts.scatter;
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
      note={points.length > MOST_POINTS ? say.grid : say.size(lowered(name(yId)))}
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
            <QuadrantButtons
              {...{ words, format, quadrants }}
              labels={{
                both: say.both,
                onlyX: say.onlyX(lowered(name(xId))),
                onlyY: say.onlyY(lowered(name(yId))),
                neither: say.neither,
              }}
              onChoose={(quadrant) => choose((point) => quadrantOf(point, city) === quadrant, false)}
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
              brush({ x: range('x'), y: range('y') }, false);
            }}
          />
        </>
      }
    >
      <ScatterDrawing
        {...props}
        data={data}
        hovered={hovered}
        onBrush={brush}
        onTap={(index, additive) =>
          select(store, index === null ? null : (geography.areas[index]?.code ?? null), additive)
        }
      />
    </ChartFrame>
  );
}

interface QuadrantButtonsProps extends Pick<PanelProps, 'words' | 'format'> {
  readonly quadrants: Quadrants;
  readonly labels: Readonly<Record<Quadrant, string>>;
  readonly onChoose: (quadrant: Quadrant) => void;
}

/** The four parts the city's values make, each a button: what a brush does, by the keyboard. */
function QuadrantButtons({ words, format, quadrants, labels, onChoose }: QuadrantButtonsProps) {
  return (
    <fieldset className="quadrants">
      <legend className="note">{words.charts.scatter.pick}</legend>
      {QUADRANTS.map((quadrant) => (
        <Button
          key={quadrant}
          className="button"
          isDisabled={quadrants[quadrant] === 0}
          onPress={() => onChoose(quadrant)}
        >
          <span>{labels[quadrant]}</span> <span className="count">{format.count(quadrants[quadrant])}</span>
        </Button>
      ))}
    </fieldset>
  );
}

function tableRows({ points, x, y }: Plotted, { picture, format }: ScatterProps) {
  const shown = [...points].sort((a, b) => b.y - a.y).slice(0, MOST_POINTS / 5);
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
