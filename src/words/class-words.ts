import { restricts } from '#core/cell-selection.ts';
import { CONDITION_DIMENSIONS } from '#core/dimension.ts';
import type { Picture } from '#picture/picture.ts';
import type { Format } from './format.ts';
import type { Words } from './id.ts';

/** Range of each class as the legend prints it, lowest first, with the band's name where the classes are bands. */
export function classLabels(picture: Picture, words: Words, format: Format): readonly string[] {
  const { classification, view } = picture;
  const write = view.measure === 'rate' ? format.percent : format.count;
  const edges = Array.from(classification.edges, write);
  return Array.from({ length: classification.classes }, (_, k) => {
    const low = edges[k - 1];
    const high = edges[k];
    const range =
      low === undefined && high === undefined
        ? words.legend.single
        : low === undefined
          ? words.legend.below(high ?? '')
          : high === undefined
            ? words.legend.from(low)
            : words.legend.between(low, high);
    const band = namesBands(picture) ? words.bands[k] : undefined;
    return band ? `${range} ${band}` : range;
  });
}

/** Band names are for the prevalence itself, not for a part of the affected. */
function namesBands({ view }: Picture): boolean {
  return view.classification.kind === 'bands' && !restricts(view.filters.classes, CONDITION_DIMENSIONS);
}

/** Bands by their names, other classes by their ranges. */
export function classNames(picture: Picture, words: Words, format: Format): readonly string[] {
  return namesBands(picture) ? words.bands : classLabels(picture, words, format);
}

/** The class in which a value lies. */
export function classAt(edges: Float64Array, value: number): number {
  let k = 0;
  while (k < edges.length && value >= (edges[k] ?? Number.POSITIVE_INFINITY)) k += 1;
  return k;
}
