import { useState } from 'react';
import { Button, FieldError, Input, Label, TextField } from 'react-aria-components';
import { readNumber } from '#app/kit/range-form.tsx';
import type { PanelProps } from '#app/panel-props.ts';
import { printedLine } from '#core/quadrant.ts';
import type { ChartChoices } from '#picture/chart-choices.ts';
import type { IndicatorMeasure } from '#picture/indicator-measure.ts';
import { type AxisLine, lineKey } from '#picture/scatter-points.ts';
import { axisTitle, axisValue } from '#words/quadrant-words.ts';
import './quadrants.css';

interface QuadrantLinesProps extends Pick<PanelProps, 'picture' | 'words' | 'format'> {
  readonly choices: ChartChoices;
  readonly sides: readonly {
    readonly axis: 'x' | 'y';
    readonly side: IndicatorMeasure;
    readonly line: AxisLine;
  }[];
}

/** Where the plane is divided, as numbers that can be moved, and the way back. */
export function QuadrantLines({ picture, words, format, choices, sides }: QuadrantLinesProps) {
  const say = words.quadrants.lines;
  const { level } = picture.view;
  const keys = sides.map(({ side }) => lineKey(level, side));
  const without = (left: readonly string[]) =>
    Object.fromEntries(Object.entries(choices.lines).filter(([key]) => !left.includes(key)));
  return (
    <fieldset className="quadrant-lines">
      <legend className="note">{say.heading}</legend>
      {sides.map(({ axis, side, line }, k) => {
        const key = keys[k] ?? '';
        return (
          <LineField
            key={`${axis} ${key}`}
            {...{ words, format, side, line }}
            onLine={(at) =>
              choices.change({ lines: at === null ? without([key]) : { ...choices.lines, [key]: at } })
            }
          />
        );
      })}
      <Button
        className="link"
        isDisabled={sides.every(({ line }) => line.kind !== 'own')}
        onPress={() => choices.change({ lines: without(keys) })}
      >
        {say.reset}
      </Button>
    </fieldset>
  );
}

interface LineFieldProps extends Pick<PanelProps, 'words' | 'format'> {
  readonly side: IndicatorMeasure;
  readonly line: AxisLine;
  /** null: the field was emptied. */
  readonly onLine: (at: number | null) => void;
}

/** Moves its line while a number is typed; left with what is no number, it shows the line again. */
function LineField({ words, format, side, line, onLine }: LineFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const rate = side.measure.measure === 'rate';
  const shown = Number.isNaN(line.at)
    ? ''
    : rate
      ? format.percent(line.at)
      : axisValue(side, line.at, { words, format });
  const read = readNumber(typed ?? '', !rate);
  return (
    <TextField
      value={typed ?? shown}
      isInvalid={read === null}
      onChange={(text) => {
        setTyped(text);
        const number = readNumber(text, !rate);
        if (number !== null) onLine(Number.isNaN(number) ? null : printedLine(rate ? number / 100 : number));
      }}
      onBlur={() => setTyped(null)}
    >
      <Label className="note">{axisTitle(side, words)}</Label>
      <Input autoComplete="off" className="field" inputMode="decimal" />
      <FieldError className="error">{words.charts.range.invalid}</FieldError>
    </TextField>
  );
}
