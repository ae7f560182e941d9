import type { Manifest } from '#core/dataset.ts';
import { DASH } from './format.ts';
import type { Words } from './id.ts';
import { shippedId } from './shipped-id.ts';

/** What the program ships of its own in the language of the page; what others have written stays as it is. */
export function shippedText(text: string, words: Words): string {
  const own = Object.entries(shippedId).find(([, shipped]) => shipped === text);
  return own ? words.shipped[own[0] as keyof typeof shippedId] : text;
}

/** Every source of the data, not the first alone: which of them a figure rests on is not told. */
export function sourceTitles({ sources }: Pick<Manifest, 'sources'>, words: Words): string {
  return sources.map(({ title }) => shippedText(title, words)).join('; ') || DASH;
}
