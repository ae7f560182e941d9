import type { PlaceLayer } from '#core/places.ts';
import type { Picture } from '#picture/picture.ts';
import { namesIn } from '#picture/place-joiner.ts';
import type { PlaceOverlay } from '#picture/place-overlay.ts';
import type { Format } from './format.ts';
import type { Words } from './id.ts';

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

/** Which layers shown come from which file: the office's own, whatever the figures are. Null where there are none. */
export function placeSources({ places }: Picture, words: Words): string | null {
  const titlesOf = new Map<string, string[]>();
  for (const { located, shown } of places) {
    const { layer } = located;
    if (!shown) continue;
    const titles = titlesOf.get(layer.source) ?? [];
    titlesOf.set(layer.source, [...titles, layerTitle(layer, words)]);
  }
  if (titlesOf.size === 0) return null;
  const files = [...titlesOf].map(([file, titles]) => words.places.sourceOf(titles.join(', '), file));
  return words.places.sources(files.join('; '));
}

/** Of zones over one area, so many are named. */
const NAMED_ZONES = 3;

/** The names of the zones that reach an area, '' where none has one. A point is named by its symbol. */
function zoneNames(
  picture: Picture,
  place: PlaceOverlay,
  index: number,
  words: Words,
  format: Format,
): string {
  if (place.look.form !== 'zones') return '';
  const names = namesIn(picture, place, index).filter((name) => name !== '');
  const more = names.length - NAMED_ZONES;
  const said = names.slice(0, NAMED_ZONES);
  return [...said, ...(more > 0 ? [words.places.more(format.count(more))] : [])].join(', ');
}

/** Which services an area has of the layers shown: one line, or none where nothing is laid over the map. */
export function placeLines(picture: Picture, index: number, words: Words, format: Format): readonly string[] {
  const shown = picture.places.filter((place) => place.shown);
  if (shown.length === 0) return [];
  const parts = shown.flatMap((place) => {
    const count = place.countOf[index] ?? 0;
    if (count === 0) return [];
    const part = words.places.part(layerTitle(place.located.layer, words), format.count(count));
    const names = zoneNames(picture, place, index, words, format);
    return [names === '' ? part : words.places.zones(part, names)];
  });
  return [words.places.line(parts.length === 0 ? words.places.none : parts.join(' · '))];
}
