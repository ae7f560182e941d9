import type { ReactNode } from 'react';
import {
  Button,
  Checkbox,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Select,
  SelectValue,
} from 'react-aria-components';

export interface ChoiceProps<Id extends string> {
  readonly label: string;
  /** Show the label above; otherwise it is spoken only. */
  readonly labelShown?: boolean;
  readonly value: Id;
  readonly options: readonly { readonly id: Id; readonly label: string; readonly disabled?: boolean }[];
  readonly onChange: (id: Id) => void;
}

/** One of many, in a list that opens. */
export function Choice<Id extends string>({ label, labelShown, value, options, onChange }: ChoiceProps<Id>) {
  return (
    <Select
      value={value}
      onChange={(key) => {
        const option = options.find((candidate) => candidate.id === key);
        if (option) onChange(option.id);
      }}
      {...(labelShown ? {} : { 'aria-label': label })}
    >
      {labelShown ? <Label className="note">{label}</Label> : null}
      <Button className="select-button">
        <SelectValue />
        <span aria-hidden="true">⌄</span>
      </Button>
      <Popover className="popover">
        <ListBox className="listbox" items={options}>
          {(option) => (
            <ListBoxItem className="item" id={option.id} isDisabled={option.disabled ?? false}>
              {option.label}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  );
}

export interface CheckProps {
  readonly label: string;
  /** What it would count: a number that changes by itself reads the picture in a component of its own. */
  readonly count?: ReactNode;
  readonly selected: boolean;
  readonly disabled?: boolean;
  readonly onChange: (selected: boolean) => void;
}

/** A box with what it would count. */
export function Check({ label, count = null, selected, disabled = false, onChange }: CheckProps) {
  return (
    <Checkbox className="check" isSelected={selected} isDisabled={disabled} onChange={onChange}>
      <span className="box" aria-hidden="true" />
      <span>{label}</span>
      {count === null ? null : <span className="count">{count}</span>}
    </Checkbox>
  );
}
