import { ListBox, ListBoxItem, Text } from 'react-aria-components';

export interface ChoiceListProps<Id extends string> {
  readonly label: string;
  readonly value: Id | null;
  readonly options: readonly {
    readonly id: Id;
    readonly label: string;
    readonly note?: string | undefined;
    readonly disabled?: boolean;
  }[];
  readonly onChange: (id: Id) => void;
}

/** Read by the state of a list, though it is no prop of the list: what is chosen is told when it is pressed again, too. */
export const PRESSED_AGAIN = { allowDuplicateSelectionEvents: true } as const;

/** One of many, all in sight; pressing the one chosen chooses it again. */
export function ChoiceList<Id extends string>({ label, value, options, onChange }: ChoiceListProps<Id>) {
  return (
    <ListBox
      className="listbox"
      aria-label={label}
      autoFocus
      {...PRESSED_AGAIN}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={value === null ? [] : [value]}
      onSelectionChange={(keys) => {
        if (keys === 'all') return;
        const [key] = keys;
        const option = options.find((candidate) => candidate.id === key);
        if (option) onChange(option.id);
      }}
    >
      {options.map((option) => (
        <ListBoxItem
          key={option.id}
          className="item"
          id={option.id}
          textValue={option.label}
          isDisabled={option.disabled ?? false}
        >
          <Text slot="label">{option.label}</Text>
          {option.note === undefined ? null : (
            <Text slot="description" className="note">
              {option.note}
            </Text>
          )}
        </ListBoxItem>
      ))}
    </ListBox>
  );
}
