import type { AppStore } from '#state/store.ts';
import { wordsOf } from '#words/catalogues.ts';
import { createFormat } from '#words/format.ts';
import { noticeText } from '#words/notice-words.ts';
import { linkSentence } from '#words/problems.ts';

/** The notice of a store as the page says it; null where there is none. */
export function saidNotice(store: AppStore): string | null {
  const { notice, language } = store.getState();
  if (notice === null) return null;
  const words = wordsOf(language);
  return notice.kind === 'link'
    ? linkSentence(notice.problems, language)
    : noticeText(notice, words, createFormat(words));
}
