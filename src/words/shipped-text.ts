import type { Words } from './id.ts';
import { shippedId } from './shipped-id.ts';

/** What the program ships of its own in the language of the page; what others have written stays as it is. */
export function shippedText(text: string, words: Words): string {
  const own = Object.entries(shippedId).find(([, shipped]) => shipped === text);
  return own ? words.shipped[own[0] as keyof typeof shippedId] : text;
}
