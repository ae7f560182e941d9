import { Button } from 'react-aria-components';
import type { PanelProps } from '#app/panel-props.ts';

export interface ChartPart<Key extends string> {
  readonly key: Key;
  readonly label: string;
  readonly count: number;
  /** What else it holds. */
  readonly detail?: string | undefined;
}

export interface PartButtonsProps<Key extends string> extends Pick<PanelProps, 'words' | 'format'> {
  readonly legend?: string;
  readonly parts: readonly ChartPart<Key>[];
  readonly onChoose: (key: Key) => void;
}

/** The parts of a chart, each a button that selects its areas: what a brush does, by the keyboard. */
export function PartButtons<Key extends string>(props: PartButtonsProps<Key>) {
  const { words, format, legend = words.charts.pick, parts, onChoose } = props;
  return (
    <fieldset className="quadrants">
      <legend className="note">{legend}</legend>
      {parts.map(({ key, label, count, detail }) => (
        <Button key={key} className="button" isDisabled={count === 0} onPress={() => onChoose(key)}>
          <span>
            {label} {detail ? <span className="detail">{detail}</span> : null}
          </span>{' '}
          <span className="count">{format.count(count)}</span>
        </Button>
      ))}
    </fieldset>
  );
}
