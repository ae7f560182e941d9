import type { PlaceLayer } from '#core/places.ts';
import type { Format } from './format.ts';
import type { Picture } from './picture.ts';
import type { PlaceOverlay } from './place-overlay.ts';
import type { Words } from './words/id.ts';

export function layerTitle({ title, kind }: PlaceLayer, words: Words): string {
  return title ?? words.places.kinds[kind];
}

/** A layer in the legend: on the screen, in exports, on paper. */
export interface PlaceEntry {
  readonly label: string;
  readonly count: string;
  readonly look: PlaceOverlay['look'];
}

export function placeEntries({ places }: Picture, words: Words, format: Format): readonly PlaceEntry[] {
  return places
    .filter(({ shown }) => shown)
    .map(({ located: { layer }, look }) => ({
      label: layerTitle(layer, words),
      count: format.count(layer.places.length),
      look,
    }));
}

/** The files that the layers shown come from; null where there are none. */
export function placeSources({ places }: Picture, words: Words): string | null {
  const files = places.filter(({ shown }) => shown).map(({ located }) => located.layer.source);
  return files.length === 0 ? null : words.places.sources([...new Set(files)].join(', '));
}

/** Which services an area has of the layers shown: one line, or none where nothing is laid over the map. */
export function placeLines(
  { places }: Picture,
  index: number,
  words: Words,
  format: Format,
): readonly string[] {
  const shown = places.filter((place) => place.shown);
  if (shown.length === 0) return [];
  const parts = shown.flatMap(({ located, countOf }) => {
    const count = countOf[index] ?? 0;
    return count === 0 ? [] : [words.places.part(layerTitle(located.layer, words), format.count(count))];
  });
  return [words.places.line(parts.length === 0 ? words.places.none : parts.join(' · '))];
}
