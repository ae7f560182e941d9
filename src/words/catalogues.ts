import type { Language } from '#core/language.ts';
import { id, type Words } from './id.ts';

const fetched = new Map<Language, Words>([['id', id]]);

/** The words of a language; Indonesian until they are fetched. */
export function wordsOf(language: Language): Words {
  return fetched.get(language) ?? id;
}

/** Brings in the words of a language: all but Indonesian are no part of the first page. */
export async function fetchWords(language: Language): Promise<void> {
  if (!fetched.has(language)) fetched.set(language, (await import('./en.ts')).en);
}
