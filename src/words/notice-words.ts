import type { LayerName, Notice } from '#picture/notice.ts';
import type { Format } from './format.ts';
import type { Words } from './id.ts';
import { lowerFirst, namesList } from './phrase.ts';

function layersText(ended: readonly LayerName[], shown: LayerName | null, words: Words): string {
  const say = words.regions;
  const [first, ...more] = ended.map((layer) => say.layers[layer]);
  const gone = namesList([first ?? '', ...more.map(lowerFirst)], words);
  return shown ? say.replaced(gone, lowerFirst(say.layers[shown])) : say.ended(gone);
}

/** A notice in words; null for problems of a link, whose sentences are fetched when there is one to tell. */
export function noticeText(notice: Notice, words: Words, format: Format): string | null {
  switch (notice.kind) {
    case 'layers':
      return layersText(notice.ended, notice.shown, words);
    case 'replaced':
      return words.rooms.replaced(words.rooms.names[notice.room]);
    case 'link':
      return null;
    case 'exported':
      return words.export.done(notice.file);
    case 'proposals-opened':
      return words.decision.opened(format.count(notice.count));
    case 'proposals-foreign':
      return words.decision.notOurs;
    case 'exporting':
      return words.export.working;
    case 'export-failed':
      return words.export.failed;
    case 'not-kept':
      return words.saved.notKept;
    case 'kept-broken':
      return words.keeping.brokenEntries(format.count(notice.count));
    case 'two-versions':
      return words.keeping.twoVersions(notice.title);
    case 'not-deleted':
      return words.keeping.notDeleted(notice.title);
    case 'kept-later':
    case 'no-longer-kept':
    case 'not-taken-away':
    case 'other-window':
    case 'wiped-elsewhere':
    case 'wiped-partly':
    case 'newer-version':
    case 'dataset-not-kept':
    case 'dataset-not-promised':
    case 'dataset-gone':
    case 'dataset-broken':
    case 'dataset-not-dropped':
      return words.keeping.notices[notice.kind];
    case 'wiped':
      return words.data.wiped;
    case 'language-failed':
      return words.data.languageFailed;
  }
}
