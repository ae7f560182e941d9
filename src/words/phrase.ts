import { remember } from '#picture/remember.ts';
import type { Words } from './id.ts';

/** A name within a sentence: 'kemiskinan ekstrem'. */
export function lowerFirst(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}

const listFormat = remember((locale: string) => new Intl.ListFormat(locale, { type: 'conjunction' }));

/** 'a, b, dan c'. */
export function namesList(names: readonly string[], words: Words): string {
  return listFormat(words.language.locale).format(names);
}
