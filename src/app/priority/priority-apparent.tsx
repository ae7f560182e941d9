import { memo, useMemo } from 'react';
import { Button } from 'react-aria-components';
import { WholeField } from '#app/kit/whole-field.tsx';
import { usePage, usePicture } from '#app/page.ts';
import type { Geography } from '#core/area.ts';
import { setView } from '#state/store.ts';
import { APPARENT_MARK } from '#words/list-words.ts';
import { criterionName } from '#words/priority-words.ts';
import { type ChangePriority, useChangePriority, usePriority } from './priority-shown.ts';

/** More selected areas than this would make a link too long to pass on. */
const MOST_SELECTED = 300;

/** Low rates that may be low only because few children were weighed. */
export function PriorityApparent() {
  const { words } = usePage();
  const change = useChangePriority();
  const geography = usePicture((picture) => picture.geography);
  const level = usePicture(({ view }) => words.level[view.level]);
  const apparent = usePriority((layer) => layer.apparent);
  const edge = usePriority(({ choice }) => choice.leastWeighed);
  const name = usePriority((layer) =>
    layer.listing.counted < 0 ? null : criterionName(layer, layer.listing.counted, words),
  );
  return name === null ? null : <Apparent {...{ change, apparent, geography, level, name, edge }} />;
}

interface ApparentProps {
  readonly change: ChangePriority;
  readonly apparent: Uint8Array;
  readonly geography: Geography;
  readonly level: string;
  /** The criterion whose rates are low. */
  readonly name: string;
  readonly edge: number;
}

/** Rests while a weight is dragged. */
const Apparent = memo(function Apparent(props: ApparentProps) {
  const { store, words, format } = usePage();
  const { change, apparent, geography, level, name, edge } = props;
  const say = words.list.apparent;
  const flagged = useMemo(() => [...apparent.keys()].filter((i) => apparent[i] === 1), [apparent]);
  const select = () => setView(store, { selected: flagged.flatMap((i) => geography.areas[i]?.code ?? []) });
  return (
    <div className="priority-apparent">
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
        value={Math.round(edge * 100)}
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
    </div>
  );
});
