import { useEffect, useState } from 'react';
import { usePage } from '#app/page.ts';
import { part } from '#app/part.ts';
import type { Problem } from '#core/problem.ts';
import type { Notice } from '#picture/notice.ts';
import { wordsOf } from '#words/catalogues.ts';
import { noticeText } from '#words/notice-words.ts';

/** A notice in the language of the page. */
export function NoticeText({ notice }: { readonly notice: Notice }) {
  const { store, words, format } = usePage();
  const said = noticeText(notice, words, format);
  const { language } = store.getState();
  return notice.kind === 'link' ? <LinkTrouble problems={notice.problems} language={language} /> : said;
}

/** What of a link could not be followed. The sentences are fetched when there is one to tell. */
function LinkTrouble({
  problems,
  language,
}: {
  readonly problems: readonly Problem[];
  readonly language: 'id' | 'en';
}) {
  const [said, setSaid] = useState('');
  useEffect(() => {
    let stopped = false;
    part(() => import('#words/problems.ts')).then(
      ({ linkSentence }) => stopped || setSaid(linkSentence(problems, language)),
      () => stopped || setSaid(wordsOf(language).keeping.broken.missing),
    );
    return () => {
      stopped = true;
    };
  }, [problems, language]);
  return said;
}
