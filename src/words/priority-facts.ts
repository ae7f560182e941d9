import { heldBy, isListed, listCover, listedAreas } from '#picture/listed-areas.ts';
import type { Picture } from '#picture/picture.ts';
import type { PriorityLayer } from '#picture/priority-layer.ts';
import { otherPeriodText } from './decision-words.ts';
import { emptyListText } from './empty-list.ts';
import type { Format } from './format.ts';
import type { Words } from './id.ts';
import { robustness } from './priority-words.ts';

/** '33,8 % balita stunting (854 dari 2.528)'. */
function coverText(cover: ReturnType<typeof heldBy>, words: Words, format: Format): string | null {
  return (
    cover &&
    words.decision.holds(
      format.percentUnit(cover.share),
      words.indicator[cover.indicator].people,
      format.count(cover.held),
      format.count(cover.all),
    )
  );
}

/** What those put forward hold of the affected children that the list counts; null where nobody is, or it counts none. */
export function proposedText(
  layer: PriorityLayer,
  chosen: readonly number[],
  words: Words,
  format: Format,
): string | null {
  return chosen.length === 0 ? null : coverText(heldBy(layer, chosen), words, format);
}

/** What the list holds, or what is put forward of it; how much of that stays, and whose weights they are. */
export function priorityFacts(
  layer: PriorityLayer,
  picture: Picture,
  words: Words,
  format: Format,
): readonly string[] {
  const say = words.rooms.priorityFacts;
  const empty = layer.decision === null ? emptyListText(layer, picture, words, format) : null;
  if (empty !== null) return [empty, say.own];
  const { decision, uncertainty, listing } = layer;
  const areas = decision === null ? listedAreas(layer) : decision.chosen;
  const held =
    decision === null
      ? coverText(listCover(layer), words, format)
      : areas.length === 0
        ? say.nobody
        : proposedText(layer, areas, words, format);
  const sure = areas.filter((i) => isListed(layer, i) && robustness(layer, i) === 'sure').length;
  const isKnown = uncertainty !== null && listing.list.listed < listing.list.ranked && areas.length > 0;
  const stays = decision === null ? say.sure : say.sureProposed;
  const other = decision && otherPeriodText(decision, words, format);
  return [
    ...(other === null ? [] : [other]),
    ...(held === null ? [] : [held]),
    ...(isKnown ? [stays(format.count(sure), format.count(areas.length))] : []),
    say.own,
  ];
}
