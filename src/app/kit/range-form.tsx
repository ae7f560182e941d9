import { useState } from 'react';
import { Button, FieldError, Input, TextField } from 'react-aria-components';
import type { PanelProps } from '#app/panel-props.ts';

export interface RangeAxis {
  readonly id: string;
  readonly label: string;
  /** Its values are counts, which may be written in groups of thousands. */
  readonly counts?: boolean;
}

export interface RangeFormProps extends Pick<PanelProps, 'words'> {
  readonly axes: readonly RangeAxis[];
  /** By axis id from and to as written, NaN where the field is empty. */
  readonly onChoose: (ranges: ReadonlyMap<string, readonly [from: number, to: number]>) => void;
}

const GROUPED = /^\d{1,3}([.,]\d{3})+$/;

/**
 * A number as either language writes it; NaN where the text is empty, null where it is none.
 * @param counts '1.200' is 1200: three decimals of a count mean nothing.
 */
export function readNumber(text: string, counts = false): number | null {
  const trimmed = text.trim();
  if (trimmed === '') return Number.NaN;
  if (counts && GROUPED.test(trimmed)) return Number(trimmed.replaceAll(/\D/g, ''));
  return /^\d+([.,]\d+)?$/.test(trimmed) ? Number(trimmed.replace(',', '.')) : null;
}

/** What a brush does, by the keyboard: from and to of each axis. */
export function RangeForm({ words, axes, onChoose }: RangeFormProps) {
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>({});
  const say = words.charts.range;
  const counted = new Set(axes.filter(({ counts }) => counts).map(({ id }) => id));
  const read = (key: string) => readNumber(texts[key] ?? '', counted.has(key.split('.')[0] ?? ''));
  const keys = axes.flatMap(({ id }) => [`${id}.from`, `${id}.to`]);
  const valid = keys.every((key) => read(key) !== null);
  const empty = keys.every((key) => (texts[key] ?? '').trim() === '');
  const field = (key: string, label: string) => (
    <TextField
      aria-label={label}
      value={texts[key] ?? ''}
      isInvalid={read(key) === null}
      onChange={(text) => setTexts((old) => ({ ...old, [key]: text }))}
    >
      <Input autoComplete="off" className="field" inputMode="decimal" />
      <FieldError className="error">{say.invalid}</FieldError>
    </TextField>
  );
  return (
    <details className="range-form">
      <summary>{say.heading}</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!valid || empty) return;
          const number = (key: string) => read(key) ?? Number.NaN;
          onChoose(new Map(axes.map(({ id }) => [id, [number(`${id}.from`), number(`${id}.to`)]])));
        }}
      >
        {axes.map(({ id, label }) => (
          <div className="range-row" key={id}>
            <span className="note">{label}</span>
            {field(`${id}.from`, say.from(label))}
            <span className="note">{say.until}</span>
            {field(`${id}.to`, say.to(label))}
          </div>
        ))}
        <Button className="button" type="submit" isDisabled={!valid || empty}>
          {say.choose}
        </Button>
      </form>
    </details>
  );
}
