import { Button } from 'react-aria-components';
import type { PanelProps } from '#app/panel-props.ts';

export interface ChartPart<Key extends string> {
  readonly key: Key;
  readonly label: string;
  readonly count: number;
}

export interface PartButtonsProps<Key extends string> extends Pick<PanelProps, 'words' | 'format'> {
  readonly parts: readonly ChartPart<Key>[];
  readonly onChoose: (key: Key) => void;
}

/** The parts of a chart, each a button that selects its areas: what a brush does, by the keyboard. */
export function PartButtons<Key extends string>({ words, format, parts, onChoose }: PartButtonsProps<Key>) {
  return (
    <fieldset className="quadrants">
      <legend className="note">{words.charts.scatter.pick}</legend>
      {parts.map(({ key, label, count }) => (
        <Button key={key} className="button" isDisabled={count === 0} onPress={() => onChoose(key)}>
          <span>{label}</span> <span className="count">{format.count(count)}</span>
        </Button>
      ))}
    </fieldset>
  );
}
