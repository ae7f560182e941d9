import { useId, useState } from 'react';
import { readWholeNumber } from '#picture/whole-number.ts';
import type { Format } from '#words/format.ts';
import type { Words } from '#words/id.ts';

export interface TypedFieldProps {
  readonly words: Words;
  readonly format: Format;
  readonly least: number;
  readonly most: number;
  /** As it is shown; empty while there is none. */
  readonly shown: string;
  /** null where the field was emptied, which only one that may be empty takes. */
  readonly onValue: (value: number | null) => void;
  readonly mayBeEmpty?: boolean;
}

/** A whole number being typed, taken over when the field is left or with Enter; `said` tells what became of it. */
export function useTypedNumber(props: TypedFieldProps) {
  const { words, format, least, most, shown, onValue, mayBeEmpty = false } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const read = readWholeNumber(typed ?? shown, least, most);
  const isValid = read.kind === 'number' || (read.kind === 'empty' && mayBeEmpty);
  const say = words.list.field;
  const range = say.range(format.count(least), format.count(most));
  const take = () => {
    setTyped(null);
    if (typed === null || typed === shown) return;
    if (read.kind === 'number') {
      if (read.rounded) setSaid(say.rounded(typed.trim(), format.count(read.value)));
      onValue(read.value);
    } else if (isValid) onValue(null);
    else setSaid(`${shown === '' ? say.backEmpty(typed.trim()) : say.back(typed.trim(), shown)} ${range}`);
  };
  return {
    said: typed !== null && !isValid ? range : said,
    input: {
      className: 'field',
      inputMode: 'decimal',
      autoComplete: 'off',
      'aria-invalid': !isValid,
      value: typed ?? shown,
      onChange: (event: { readonly target: { readonly value: string } }) => {
        setTyped(event.target.value);
        setSaid(null);
      },
      onBlur: take,
      onKeyDown: ({ key }: { readonly key: string }) => {
        if (key === 'Enter') take();
      },
    },
  } as const;
}

interface WholeFieldProps extends Omit<TypedFieldProps, 'shown'> {
  readonly label: string;
  /** Where the words beside the field are shorter than what it is called. */
  readonly name?: string;
  readonly value: number | null;
  readonly placeholder?: string;
  /** Whether digits stand in groups: amounts do, a seed does not. */
  readonly grouped?: boolean;
}

/** A whole number with its label beside it, and below what became of what was typed. */
export function WholeField(props: WholeFieldProps) {
  const { label, name, value, placeholder, grouped = true, format, ...rest } = props;
  const shown = value === null ? '' : grouped ? format.count(value) : String(value);
  const { said, input } = useTypedNumber({ ...rest, format, shown });
  const id = useId();
  return (
    <div className="whole-field">
      <label htmlFor={id}>{label}</label>
      <input
        {...input}
        id={id}
        {...(name === undefined ? {} : { 'aria-label': name })}
        placeholder={placeholder}
        aria-describedby={`${id}-said`}
      />
      <p className="field-said" id={`${id}-said`} role="status">
        {said}
      </p>
    </div>
  );
}
