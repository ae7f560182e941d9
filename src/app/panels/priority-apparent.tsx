import { useMemo } from 'react';
import { Button } from 'react-aria-components';
import { APPARENT_MARK } from '#app/list-words.ts';
import { criterionName } from '#app/priority-words.ts';
import { setView } from '#app/store.ts';
import type { PriorityPanelProps } from './priority-tab.tsx';
import { WholeField } from './whole-field.tsx';

/** More selected areas than this would make a link too long to pass on. */
const MOST_SELECTED = 300;

/** Low rates that may be low only because few children were weighed. */
export function PriorityApparent({ picture, store, words, format, layer, change }: PriorityPanelProps) {
  const say = words.list.apparent;
  const { apparent, listing, choice } = layer;
  const flagged = useMemo(() => [...apparent.keys()].filter((i) => apparent[i] === 1), [apparent]);
  if (listing.counted < 0) return null;
  const level = words.level[picture.view.level];
  const name = criterionName(layer, listing.counted, words);
  const select = () =>
    setView(store, { selected: flagged.flatMap((i) => picture.geography.areas[i]?.code ?? []) });
  return (
    <section className="priority-apparent">
      <h2>{say.heading}</h2>
      <p>
        {flagged.length > 0 ? (
          <>
            <span aria-hidden="true">{APPARENT_MARK} </span>
            {say.count(format.count(flagged.length), level, name)}
          </>
        ) : (
          say.none(level, name)
        )}
      </p>
      <WholeField
        {...{ words, format }}
        label={say.edge}
        least={1}
        most={100}
        value={Math.round(choice.leastWeighed * 100)}
        onValue={(percent) => {
          if (percent !== null) change({ leastWeighed: percent / 100 });
        }}
      />
      {flagged.length > MOST_SELECTED ? (
        <p className="note">{say.tooMany(format.count(MOST_SELECTED))}</p>
      ) : flagged.length > 0 ? (
        <Button className="button" onPress={select}>
          {say.select}
        </Button>
      ) : null}
      <p className="note">{say.note}</p>
    </section>
  );
}
