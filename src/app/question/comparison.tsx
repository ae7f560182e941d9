import { ToggleButton } from 'react-aria-components';
import { Choice } from '#app/kit/choice.tsx';
import type { PanelProps } from '#app/panel-props.ts';
import type { Period } from '#core/period.ts';
import { SINGLE } from '#core/view.ts';
import { layerOf } from '#picture/layer.ts';
import { setView } from '#state/store.ts';
import '#app/kit/layers.css';
import { comparablePeriods, usualPeriods } from '#picture/comparable-periods.ts';

const NONE = 'none';

/** The period against which change is shown: the one before, a year ago, or any other of the kind. */
export function Comparison({ picture, store, words, format }: PanelProps) {
  const { view, atlas } = picture;
  const { periods } = atlas.manifest;
  const say = words.layers.change;
  const compared = layerOf(picture, 'change')?.comparedWith ?? null;
  const others = comparablePeriods(periods, view.period);
  const { previous, yearAgo } = usualPeriods(periods, view.period);
  const compare = (period: Period | null) =>
    setView(store, { question: period === null ? SINGLE : { kind: 'change', comparedWith: period } });
  const label = (id: Period) => {
    const complete = periods.find((entry) => entry.id === id)?.complete ?? true;
    return complete ? format.period(id) : `${format.period(id)} (${words.period.incomplete})`;
  };
  return (
    <>
      <div className="inline-choice">
        <Choice<Period | typeof NONE>
          label={say.label}
          labelShown
          value={compared ?? NONE}
          options={[
            { id: NONE, label: say.none },
            ...[...others].reverse().map((id) => ({ id, label: label(id) })),
          ]}
          onChange={(id) => compare(id === NONE ? null : id)}
        />
      </div>
      <div className="compare-buttons">
        {(
          [
            [previous, say.previous],
            [yearAgo, say.yearAgo],
          ] as const
        ).map(([period, name]) => (
          <ToggleButton
            key={name}
            className="button"
            isSelected={period !== null && compared === period}
            isDisabled={period === null}
            onChange={(on) => compare(on ? period : null)}
          >
            {name}
          </ToggleButton>
        ))}
      </div>
      {compared ? (
        <p className="note">{picture.indicator.kind === 'coverage' ? say.noInterval : say.guide}</p>
      ) : null}
    </>
  );
}
