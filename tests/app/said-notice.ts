import { createFormat } from '#app/format.ts';
import { noticeText } from '#app/notice-words.ts';
import type { AppStore } from '#app/store.ts';
import { wordsOf } from '#app/words/catalogues.ts';
import { linkSentence } from '#app/words/problems.ts';

/** The notice of a store as the page says it; null where there is none. */
export function saidNotice(store: AppStore): string | null {
  const { notice, language } = store.getState();
  if (notice === null) return null;
  const words = wordsOf(language);
  return notice.kind === 'link'
    ? linkSentence(notice.problems, language)
    : noticeText(notice, words, createFormat(words));
}
