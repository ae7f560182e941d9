import { memo, useMemo, useState } from 'react';
import { ComboBox, Input, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { createAreaNames } from '#app/map/ranking-order.ts';
import type { Area, Territory } from '#core/area.ts';
import type { Words } from '#words/id.ts';

export interface AreaBoxProps {
  readonly label: string;
  readonly territory: Territory;
  readonly words: Words;
  readonly onChoose: (area: Area) => void;
}

/** So many are offered; who looks for another types on. */
const OFFERED = 60;

/** A village by its name, kecamatan or code. Only what is found is in the list, however many villages there are. */
export const AreaBox = memo(({ label, territory, words, onChoose }: AreaBoxProps) => {
  const { villages, districts, districtOf } = territory;
  const names = useMemo(() => createAreaNames(villages, territory), [villages, territory]);
  const [query, setQuery] = useState('');
  const [open, setOpen] = useState(false);
  const items = useMemo(() => {
    const found = query.trim() === '' ? null : names.matching(query);
    const indices: number[] = [];
    for (let i = 0; i < villages.areas.length && indices.length < OFFERED; i++)
      if (found?.[i] !== 0) indices.push(i);
    return indices.map((i) => ({
      id: villages.areas[i]?.code ?? '',
      index: i,
      name: villages.areas[i]?.name ?? '',
      district: districts.areas[districtOf[i] ?? -1]?.name ?? '',
    }));
  }, [query, names, villages, districts, districtOf]);
  return (
    <ComboBox
      className="search"
      aria-label={label}
      items={items}
      inputValue={query}
      onInputChange={setQuery}
      onOpenChange={(next) => setOpen(next)}
      menuTrigger="input"
      allowsEmptyCollection
      onSelectionChange={(key) => {
        const area = items.find(({ id }) => id === key);
        const chosen = area && villages.areas[area.index];
        if (chosen) onChoose(chosen);
      }}
    >
      <Input autoComplete="off" className="field" placeholder={label} />
      {/* An open list hides all else from assistive technology but what has this attribute; so would a dialog. */}
      <span className="visually-hidden" role="status" data-live-announcer={open ? 'true' : undefined}>
        {open && items.length === 0 ? words.where.noMatch : ''}
      </span>
      <Popover className="popover">
        <ListBox
          className="listbox"
          renderEmptyState={() => <div className="item">{words.where.noMatch}</div>}
        >
          {(item: (typeof items)[number]) => (
            <ListBoxItem className="item" textValue={item.name} id={item.id}>
              {item.name} <small>{item.district}</small>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
});
