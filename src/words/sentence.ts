import { hasGeography } from '#core/dataset.ts';
import { CONDITION_DIMENSIONS } from '#core/dimension.ts';
import { METHOD_VERSION, methodChanges } from '#core/method-version.ts';
import type { Filters, View } from '#core/view.ts';
import type { Picture } from '#picture/picture.ts';
import { remember } from '#picture/remember.ts';
import { chosen, classLabel, conditionLabel, filterWords } from './filter-words.ts';
import type { Format } from './format.ts';
import type { Words } from './id.ts';
import { layerWords } from './layer-words.ts';
import { namesList } from './phrase.ts';

/** One active filter, named, with the filters as they are without it. */
export interface FilterChip {
  readonly key: string;
  readonly label: string;
  readonly without: Filters;
}

export interface Sentence {
  readonly title: string;
  readonly parts: readonly string[];
}

/** That what is shown is computed as it was when it was asked, and what has moved since. */
function methodParts({ method }: View, words: Words): readonly string[] {
  const moved = methodChanges(method, METHOD_VERSION).map((change) => words.method.changes[change]);
  return moved.length === 0 ? [] : [words.method.older(String(method), namesList(moved, words))];
}

/**
 * What the map shows, in one sentence: a title, and the parts that qualify it. The last is remembered, for it is asked
 * for in several places of a page.
 */
export const sentenceOf = remember((picture: Picture, words: Words, format: Format): Sentence => {
  const { view, atlas, hotspots } = picture;
  const name = (code: string) =>
    atlas.territory.districts.areas.find((area) => area.code === code)?.name ?? code;
  const filters = filterWords(view.filters, words, name);
  const marks = hotspots
    ? [words.regions.hotspotsShown(words.hotspots.methods[hotspots.input.choice.method])]
    : [];
  const { title, parts } = layerWords(picture, words, format);
  const drawn = hasGeography(atlas.manifest) ? [] : [words.maps.tiles.part];
  return { title: title(), parts: [...parts({ marks, filters }), ...drawn, ...methodParts(view, words)] };
});

/** One chip for each class and district that restricts, in the order of the panel. */
export function filterChips(
  filters: Filters,
  words: Words,
  districtName: (code: string) => string,
): readonly FilterChip[] {
  const chips: FilterChip[] = [];
  for (const dimension of CONDITION_DIMENSIONS) {
    const classes = chosen(filters, dimension);
    if (classes.length === 0) continue;
    chips.push({
      key: dimension,
      label: conditionLabel(words, dimension, classes),
      without: { ...filters, classes: { ...filters.classes, [dimension]: [] } },
    });
  }
  for (const dimension of ['sex', 'age', 'poverty'] as const) {
    for (const name of chosen(filters, dimension)) {
      const rest = chosen(filters, dimension).filter((other) => other !== name);
      const label = classLabel(words, dimension, name);
      chips.push({
        key: `${dimension}:${name}`,
        label: name === 'unknown' ? `${words.who[dimension]}: ${label.toLowerCase()}` : label,
        without: { ...filters, classes: { ...filters.classes, [dimension]: rest } },
      });
    }
  }
  for (const code of filters.districts) {
    chips.push({
      key: code,
      label: districtName(code),
      without: { ...filters, districts: filters.districts.filter((other) => other !== code) },
    });
  }
  return chips;
}
