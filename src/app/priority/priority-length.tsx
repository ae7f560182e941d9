import { usePage, usePicture } from '#app/page.ts';
import { weightText } from '#words/priority-words.ts';
import { LONGEST_LIST } from './longest-list.ts';
import type { PriorityPartProps } from './priority-part-props.ts';

/** How long the list is to be, or how much it is to hold. */
export function PriorityLength({ layer, change }: PriorityPartProps) {
  const { words, format } = usePage();
  const picture = usePicture();
  const { choice, listing, indicators } = layer;
  const { limit, share } = choice.list;
  const id = indicators[listing.counted]?.id;
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
          onChange={(event) => change({ list: { ...choice.list, share: Number(event.target.value) / 100 } })}
        />
        <output>{weightText(share, words)}</output>
      </label>
    );
  }
  if (listing.list.limitedBy !== 'areas') return null;
  const most = Math.min(LONGEST_LIST, listing.list.curve.order.length);
  return (
    <>
      <label className="priority-length">
        <span>{words.priority.lengthShort}</span>
        <input
          autoComplete="off"
          type="range"
          min={1}
          max={Math.max(1, most, layer.top)}
          step={1}
          value={layer.top}
          aria-label={words.priority.length(words.level[picture.view.level])}
          onChange={(event) => change({ top: Number(event.target.value) })}
        />
        <output>{format.count(layer.top)}</output>
      </label>
      {limit === 'budget' ? <p className="field-said">{words.list.unset(format.count(layer.top))}</p> : null}
    </>
  );
}
