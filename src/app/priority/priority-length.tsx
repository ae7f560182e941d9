import { usePage, usePicture } from '#app/page.ts';
import { weightText } from '#words/priority-words.ts';
import { LONGEST_LIST } from './longest-list.ts';
import { useChangePriority, usePriority } from './priority-shown.ts';

/** How long the list is to be, or how much it is to hold. */
export function PriorityLength() {
  const { words, format } = usePage();
  const change = useChangePriority();
  const level = usePicture(({ view }) => view.level);
  const list = usePriority(({ choice }) => choice.list);
  const id = usePriority(({ indicators, listing }) => indicators[listing.counted]?.id);
  const limitedBy = usePriority(({ listing }) => listing.list.limitedBy);
  const ordered = usePriority(({ listing }) => listing.list.curve.order.length);
  const top = usePriority((layer) => layer.top);
  const { limit, share } = list;
  if (limit === 'share' && id !== undefined) {
    return (
      <label className="priority-length">
        <span>{words.list.share}</span>
        <input
          autoComplete="off"
          type="range"
          min={1}
          max={100}
          step={1}
          value={Math.round(share * 100)}
          aria-label={words.list.shareOf(words.indicator[id].people)}
          aria-valuetext={weightText(share, words)}
          onChange={(event) => change({ list: { ...list, share: Number(event.target.value) / 100 } })}
        />
        <output>{weightText(share, words)}</output>
      </label>
    );
  }
  if (limitedBy !== 'areas') return null;
  if (ordered === 0) return null;
  const most = Math.min(LONGEST_LIST, ordered);
  return (
    <>
      <label className="priority-length">
        <span>{words.priority.lengthShort}</span>
        <input
          autoComplete="off"
          type="range"
          min={1}
          max={Math.max(1, most, top)}
          step={1}
          value={top}
          aria-label={words.priority.length(words.level[level])}
          onChange={(event) => change({ top: Number(event.target.value) })}
        />
        <output>{format.count(top)}</output>
      </label>
      {limit === 'budget' ? <p className="field-said">{words.list.unset(format.count(top))}</p> : null}
    </>
  );
}
