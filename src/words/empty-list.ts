import type { Picture } from '#picture/picture.ts';
import type { PriorityLayer } from '#picture/priority-layer.ts';
import { reasonsText } from './chart-words.ts';
import type { Format } from './format.ts';
import type { Words } from './id.ts';

/** Why no area can be in the list, and what would change that; null where some can. */
export function emptyListText(
  { listing }: Pick<PriorityLayer, 'listing'>,
  picture: Picture,
  words: Words,
  format: Format,
): string | null {
  if (listing.list.ranked > 0) return null;
  const { level, filters } = picture.view;
  const say = words.list.empty;
  const why = reasonsText(listing.status, { picture, words, format });
  const isFiltered = filters.districts.length > 0 || Object.keys(filters.classes).length > 0;
  const ways = [...(isFiltered ? [say.unfilter] : []), ...(level === 'village' ? [say.district] : [])];
  const sentence = `${say.none(words.level[level])}${why === null ? '' : `: ${why}`}.`;
  return ways.length === 0 ? sentence : `${sentence} ${say.ways(ways.join(say.or))}`;
}
