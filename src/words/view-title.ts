import type { Filters } from '#core/view.ts';
import type { Picture } from '#picture/picture.ts';
import type { Format } from './format.ts';
import type { Words } from './id.ts';
import { filterWords, sentenceOf } from './sentence.ts';

/** A title under which a view is found again: what it shows, and how it is filtered. */
export function viewTitle(
  picture: Picture,
  words: Words,
  format: Format,
  filters: Filters = picture.view.filters,
): string {
  const { districts } = picture.atlas.territory;
  const nameOf = (code: string) => districts.areas.find((area) => area.code === code)?.name ?? code;
  return [sentenceOf(picture, words, format).title, ...filterWords(filters, words, nameOf)].join(', ');
}
