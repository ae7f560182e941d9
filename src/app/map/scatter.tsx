import { type ReactNode, useMemo } from 'react';
import { useStore } from 'zustand';
import { ChartFrame } from '#app/kit/chart-frame.tsx';
import { ChartPlane, dotsWithin, selectDots } from '#app/kit/chart-plane.tsx';
import { PartButtons } from '#app/kit/part-buttons.tsx';
import { RangeForm } from '#app/kit/range-form.tsx';
import type { PanelProps } from '#app/panel-props.ts';
import type { Dataset } from '#core/dataset.ts';
import { type QuadrantLines as Lines, type Quadrant, quadrantOf, quadrantSums } from '#core/quadrant.ts';
import type { ChartChoices } from '#picture/chart-choices.ts';
import type { IndicatorMeasure } from '#picture/indicator-measure.ts';
import { MOST_DOTS } from '#picture/plane-dots.ts';
import { scatterAxes } from '#picture/scatter-axes.ts';
import {
  type AxisLine,
  axisLine,
  axisScale,
  lineKey,
  type Plotted,
  plotted,
  scatterDots,
} from '#picture/scatter-points.ts';
import { lowered, type Telling } from '#words/chart-words.ts';
import { DASH } from '#words/format.ts';
import {
  axisName,
  axisTick,
  axisTitle,
  lineLabel,
  type QuadrantNames,
  quadrantNames,
  quadrantWords,
  ruleWords,
  shareWords,
} from '#words/quadrant-words.ts';
import { QuadrantLines } from './quadrant-lines.tsx';
import { ScatterChoices } from './scatter-choices.tsx';
import { pointFigures, tableHead, tableRows } from './scatter-table.ts';

/** Row by row, as the parts lie in the plane. */
const AS_DRAWN: readonly Quadrant[] = ['onlyY', 'both', 'neither', 'onlyX'];

interface ScatterProps extends PanelProps {
  readonly dataset: Dataset;
  readonly choices: ChartChoices;
}

/** Two figures against each other over the areas of the map, divided in four. */
export function Scatter(props: ScatterProps) {
  const { picture, dataset, choices } = props;
  const { level, indicator, period, filters, showSmallRates } = picture.view;
  const axes = scatterAxes(picture, choices);
  const [xId, xMeasure, yId, yMeasure] = [axes.x.indicator, axes.x.measure, axes.y.indicator, axes.y.measure];
  // Neither a selection nor a line that moves counts the children again.
  const data = useMemo(
    () =>
      plotted(
        dataset,
        { level, indicator, period, filters, showSmallRates },
        { indicator: xId, measure: xMeasure },
        { indicator: yId, measure: yMeasure },
      ),
    [dataset, level, indicator, period, filters, showSmallRates, xId, xMeasure, yId, yMeasure],
  );
  const lines = useMemo(() => {
    const own = (side: IndicatorMeasure) => axisLine(side, choices.lines[lineKey(level, side)]);
    return { x: own(data.x), y: own(data.y) };
  }, [data, level, choices.lines]);
  return <Divided {...props} data={data} lines={lines} tools={<ScatterChoices {...props} axes={axes} />} />;
}

interface DividedProps extends ScatterProps {
  readonly data: Plotted;
  readonly lines: { readonly x: AxisLine; readonly y: AxisLine };
  readonly tools: ReactNode;
}

function Divided(props: DividedProps) {
  const { picture, store, words, format, data, lines, tools } = props;
  const { points } = data;
  const { geography, shading } = picture;
  const telling: Telling = { picture, words, format };
  const at = useMemo((): Lines => ({ x: lines.x.at, y: lines.y.at }), [lines]);
  const sums = useMemo(() => quadrantSums(points, at), [points, at]);
  const scale = useMemo(
    () => ({ x: axisScale(points, 'x', lines.x), y: axisScale(points, 'y', lines.y) }),
    [points, lines],
  );
  const dots = useMemo(() => scatterDots(points, shading), [points, shading]);
  const hovered = useStore(store, (state) => state.hovered);
  const names = quadrantNames(data, words);
  const say = words.quadrants;
  const tell = (index: number) => {
    const point = points.find((each) => each.index === index);
    const area = geography.areas[index]?.name ?? DASH;
    return point
      ? [area, ...pointFigures(data, index, telling), ...(sums ? [names[quadrantOf(point, at)]] : [])].join(
          ' · ',
        )
      : area;
  };
  const axis = (of: 'x' | 'y') => ({
    start: 0,
    ...scale[of],
    title: axisTitle(data[of], words),
    tick: axisTick(data[of], format),
    line: { at: lines[of].at, label: lineLabel(data[of], lines[of], telling), dash: '4 3' },
  });
  const size =
    points.length > MOST_DOTS ? say.grid : say.size(lowered(words.indicator[data.y.indicator.id].short));
  return (
    <ChartFrame
      words={words}
      title={say.heading(lowered(axisName(data.y, words)), lowered(axisName(data.x, words)))}
      summary={quadrantWords(data, sums, names, telling)}
      head={tableHead(data, words)}
      rows={() => tableRows(data, sums && at, names, telling)}
      note={`${size} ${ruleWords(data, lines, telling)}`}
      readout={hovered === null ? null : tell(hovered)}
      hint={words.charts.hover}
      tools={tools}
      after={<Choosing {...props} sums={sums} at={at} names={names} />}
    >
      <ChartPlane
        {...{ picture, store, dots, hovered }}
        x={axis('x')}
        y={axis('y')}
        {...(sums
          ? {
              corners: {
                topLeft: names.onlyY,
                topRight: names.both,
                bottomLeft: names.neither,
                bottomRight: names.onlyX,
              },
            }
          : {})}
      />
    </ChartFrame>
  );
}

interface ChoosingProps extends DividedProps {
  readonly sums: ReturnType<typeof quadrantSums>;
  readonly at: Lines;
  readonly names: QuadrantNames;
}

/** What selects areas by the keyboard, and moves the lines. */
function Choosing(props: ChoosingProps) {
  const { picture, words, format, choices, data, lines, sums, at, names } = props;
  const { points, cases, x, y } = data;
  const say = words.quadrants;
  const level = words.level[picture.view.level];
  const total = cases !== null && cases.total > 0 ? cases : null;
  return (
    <>
      {sums ? (
        <PartButtons
          {...{ words, format }}
          legend={
            total
              ? say.pickCases(level, format.count(total.total), words.indicator[total.of].people)
              : say.pick(level)
          }
          parts={AS_DRAWN.map((key) => ({
            key,
            label: names[key],
            count: sums[key].areas,
            detail: cases ? shareWords(sums[key], cases, props) : undefined,
          }))}
          onChoose={(key) =>
            selectDots(
              props,
              points.filter((point) => quadrantOf(point, at) === key),
            )
          }
        />
      ) : null}
      <QuadrantLines
        {...{ picture, words, format, choices }}
        sides={[
          { axis: 'y', side: y, line: lines.y },
          { axis: 'x', side: x, line: lines.x },
        ]}
      />
      <RangeForm
        words={words}
        axes={[
          { id: 'y', label: axisTitle(y, words), counts: y.measure.measure === 'count' },
          { id: 'x', label: axisTitle(x, words), counts: x.measure.measure === 'count' },
        ]}
        onChoose={(ranges) => {
          const range = (id: 'x' | 'y') => {
            const [from, to] = ranges.get(id) ?? [Number.NaN, Number.NaN];
            const unit = data[id].measure.measure === 'rate' ? 100 : 1;
            return [
              Number.isNaN(from) ? -Infinity : from / unit,
              Number.isNaN(to) ? Infinity : to / unit,
            ] as const;
          };
          selectDots(props, dotsWithin(points, { x: range('x'), y: range('y') }));
        }}
      />
    </>
  );
}
