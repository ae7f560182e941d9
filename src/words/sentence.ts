import { CONDITION_DIMENSIONS, type DimensionId } from '#core/dimension.ts';
import { METHOD_VERSION, methodChanges } from '#core/method-version.ts';
import type { Filters, View } from '#core/view.ts';
import type { Picture } from '#picture/picture.ts';
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

/** Joins a list as language does: 'a, b atau c'. */
function listed(parts: readonly string[], last: string): string {
  return parts.length < 2
    ? parts.join('')
    : `${parts.slice(0, -1).join(', ')} ${last} ${parts[parts.length - 1]}`;
}

function chosen(filters: Filters, dimension: DimensionId): readonly string[] {
  return filters.classes[dimension] ?? [];
}

function classLabel(words: Words, dimension: 'sex' | 'age' | 'poverty', name: string): string {
  const labels: Readonly<Record<string, string>> = words.classes[dimension];
  return labels[name] ?? name;
}

/** How a condition filter is called: all affected, only the severe, or its classes. */
export function conditionLabel(
  words: Words,
  dimension: (typeof CONDITION_DIMENSIONS)[number],
  classes: readonly string[],
): string {
  const label = words.conditions[dimension];
  return classes.length === 1 && classes[0] === 'severe' ? label.severe : label.affected;
}

/** The population filters in words: 'hanya anak perempuan umur 0–5 bulan dari keluarga desil 1', or null. */
function populationWords(filters: Filters, words: Words): string | null {
  const parts: string[] = [];
  const sexes = chosen(filters, 'sex');
  if (sexes.length > 0) {
    const named = sexes.map((name) =>
      name === 'unknown' ? words.sentence.sexUnknown : classLabel(words, 'sex', name).toLowerCase(),
    );
    parts.push(listed(named, words.sentence.or));
  }
  const ages = chosen(filters, 'age');
  if (ages.length > 0) {
    const known = ages.filter((name) => name !== 'unknown').map((name) => classLabel(words, 'age', name));
    const aged = known.length > 0 ? [words.sentence.aged(listed(known, words.sentence.or))] : [];
    parts.push(
      listed([...aged, ...(ages.includes('unknown') ? [words.sentence.ageUnknown] : [])], words.sentence.or),
    );
  }
  const deciles = chosen(filters, 'poverty');
  if (deciles.length > 0) {
    const known = deciles.filter((name) => name !== 'unknown');
    const from = known.length > 0 ? [words.sentence.fromDeciles(listed(known, words.sentence.or))] : [];
    parts.push(
      listed(
        [...from, ...(deciles.includes('unknown') ? [words.sentence.decileUnknown] : [])],
        words.sentence.or,
      ),
    );
  }
  return parts.length === 0 ? null : `${words.sentence.onlyChildren} ${parts.join(' ')}`;
}

/** All filters in words, in the order of the sentence. */
export function filterWords(
  filters: Filters,
  words: Words,
  districtName: (code: string) => string,
): readonly string[] {
  const conditions = CONDITION_DIMENSIONS.filter((dimension) => chosen(filters, dimension).length > 0).map(
    (dimension) => conditionLabel(words, dimension, chosen(filters, dimension)).toLowerCase(),
  );
  return [
    populationWords(filters, words),
    conditions.length > 0 ? words.sentence.counting(listed(conditions, words.sentence.and)) : null,
    filters.districts.length > 0
      ? words.sentence.inDistricts(listed(filters.districts.map(districtName), words.sentence.and))
      : null,
  ].filter((part) => part !== null);
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

/** What the map shows, in one sentence: a title, and the parts that qualify it. */
export function sentenceOf(picture: Picture, words: Words, format: Format): Sentence {
  const { view, atlas, hotspots } = picture;
  const name = (code: string) =>
    atlas.territory.districts.areas.find((area) => area.code === code)?.name ?? code;
  const filters = filterWords(view.filters, words, name);
  const marks = hotspots
    ? [words.regions.hotspotsShown(words.hotspots.methods[hotspots.input.choice.method])]
    : [];
  const { title, parts } = layerWords(picture, words, format);
  return { title: title(), parts: [...parts({ marks, filters }), ...methodParts(view, words)] };
}

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
