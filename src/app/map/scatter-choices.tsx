import { Choice } from '#app/kit/choice.tsx';
import { Segments } from '#app/kit/segments.tsx';
import type { PanelProps } from '#app/panel-props.ts';
import type { ChartChoices } from '#picture/chart-choices.ts';
import { axisId, type ReadyPair, type ScatterAxes } from '#picture/scatter-axes.ts';
import './quadrants.css';

interface ScatterChoicesProps extends Pick<PanelProps, 'words'> {
  readonly axes: ScatterAxes;
  readonly choices: ChartChoices;
}

/** What stands against what: a ready pair, or any two. */
export function ScatterChoices({ words, axes, choices }: ScatterChoicesProps) {
  const say = words.quadrants;
  const options = axes.offered.map((axis) => {
    const { short } = words.indicator[axis.indicator];
    const label = axis.measure === 'rate' ? say.rateOption(short) : say.countOption(short);
    return { id: axisId(axis), label };
  });
  const offered = (id: string) => axes.offered.find((axis) => axisId(axis) === id) ?? null;
  return (
    <>
      <div className="pair-choice">
        <Segments<ReadyPair>
          label={say.pair.label}
          value={axes.pair}
          options={[
            { id: 'burden', label: say.pair.burden, disabled: !axes.burdenKnown },
            { id: 'two', label: say.pair.two },
          ]}
          onChange={(pair) => choices.change(axes.ready(pair))}
        />
      </div>
      <div className="axis-choices">
        <Choice
          label={say.y}
          labelShown
          value={axisId(axes.y)}
          options={options}
          onChange={(id) => choices.change({ y: offered(id) })}
        />
        <Choice
          label={say.x}
          labelShown
          value={axisId(axes.x)}
          options={options}
          onChange={(id) => choices.change({ x: offered(id) })}
        />
      </div>
    </>
  );
}
