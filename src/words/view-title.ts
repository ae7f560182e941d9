import type { Filters } from '#core/view.ts';
import type { Picture } from '#picture/picture.ts';
import { filterWords } from './filter-words.ts';
import type { Format } from './format.ts';
import type { Words } from './id.ts';
import { type Sentence, sentenceOf } from './sentence.ts';

/** More kecamatan than these would make a title long: they stand in the sentence alone. */
const MOST_NAMED = 2;

/** The sentence with the few kecamatan it is of in its title, once: for those who see it without the controls. */
export function placedSentence(picture: Picture, words: Words, format: Format): Sentence {
  const { title, parts } = sentenceOf(picture, words, format);
  const { districts } = picture.view.filters;
  if (districts.length > MOST_NAMED) return { title, parts };
  const { areas } = picture.atlas.territory.districts;
  const nameOf = (code: string) => areas.find((area) => area.code === code)?.name ?? code;
  const places = filterWords({ classes: {}, districts }, words, nameOf);
  return { title: [title, ...places].join(', '), parts: parts.filter((part) => !places.includes(part)) };
}

/**
 * A title under which a view is found again: its kecamatan first, where a short line does not lose them, then what it
 * shows and how it is filtered otherwise.
 */
export function viewTitle(
  picture: Picture,
  words: Words,
  format: Format,
  filters: Filters = picture.view.filters,
): string {
  const { districts } = picture.atlas.territory;
  const nameOf = (code: string) => districts.areas.find((area) => area.code === code)?.name ?? code;
  const { title } = sentenceOf(picture, words, format);
  const whole = [title, ...filterWords({ ...filters, districts: [] }, words, nameOf)].join(', ');
  return filters.districts.length === 0
    ? whole
    : `${words.level.District} ${filters.districts.map(nameOf).join(', ')}: ${whole}`;
}
