import { encodeView } from '#core/view-codec.ts';
import { dataKey } from '#picture/data-key.ts';
import type { SavedView } from '#picture/saved-view.ts';
import { WORK_FORMAT } from './machine-storage.ts';
import { SAVED_VIEWS_KEY, savedViewsForm } from './saved-views.ts';
import { SCENARIOS_KEY, scenariosForm } from './scenario.ts';
import type { AppState } from './store.ts';

type Work = Pick<AppState, 'saved' | 'scenarios' | 'atlas' | 'view' | 'confirmed'>;

/**
 * All that the reader has made, as one file that the lists of views and of proposals and the dialog of files open; no
 * data. What was confirmed of tables comes first: by that the dialog knows the file.
 * @param lastTitle of what is on the screen, which is saved as a view too.
 */
export function workFile({ saved, scenarios, atlas, view, confirmed }: Work, lastTitle: string): string {
  const last: SavedView[] =
    atlas && view ? [{ id: 0, title: lastTitle, text: encodeView(view), data: dataKey(atlas) }] : [];
  const parts = {
    ...(confirmed ? { [confirmed.form]: confirmed } : {}),
    [SAVED_VIEWS_KEY]: savedViewsForm([...saved, ...last]),
    [SCENARIOS_KEY]: scenariosForm(scenarios),
  };
  return `${JSON.stringify({ format: WORK_FORMAT, parts }, null, 2)}\n`;
}
