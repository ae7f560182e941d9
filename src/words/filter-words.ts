import { restricts } from '#core/cell-selection.ts';
import { CONDITION_DIMENSIONS, type DimensionId, POPULATION_DIMENSIONS } from '#core/dimension.ts';
import type { Filters } from '#core/view.ts';
import type { Words } from './id.ts';

/** Joins a list as language does: 'a, b atau c'. */
function listed(parts: readonly string[], last: string): string {
  return parts.length < 2
    ? parts.join('')
    : `${parts.slice(0, -1).join(', ')} ${last} ${parts[parts.length - 1]}`;
}

export function chosen(filters: Filters, dimension: DimensionId): readonly string[] {
  return filters.classes[dimension] ?? [];
}

export function classLabel(words: Words, dimension: 'sex' | 'age' | 'poverty', name: string): string {
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

/** 'semua balita', to be said beside D and S where filters leave only some children in the rest; else null. */
export function everyoneText({ classes }: Filters, words: Words): string | null {
  return restricts(classes, POPULATION_DIMENSIONS) ? words.units.child.everyone : null;
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
