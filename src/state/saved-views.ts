import * as v from 'valibot';
import type { Filters } from '#core/view.ts';
import { encodeView } from '#core/view-codec.ts';
import { dataKey } from '#picture/data-key.ts';
import type { SavedView } from '#picture/saved-view.ts';
import {
  keptKey,
  keptList,
  keptTitle,
  keptView,
  OTHER_TITLE,
  type OtherTitle,
  titleOf,
} from './kept-list.ts';
import { besideOther, foundIn, keepPart, newId } from './kept-part.ts';
import { openLink } from './link.ts';
import { parsedFile } from './machine-storage.ts';
import type { SharedMachine } from './shared-machine.ts';
import { type AppState, type AppStore, cameraOn } from './store.ts';

export const SAVED_VIEWS_KEY = 'peta-sasaran/saved-views';
const MOST_VIEWS = 200;

const savedView = v.object({ title: keptTitle, text: keptView, data: keptKey });
const savedViews = v.object({ version: v.literal(1), views: keptList(savedView, MOST_VIEWS) });

export function isFull(saved: readonly SavedView[]): boolean {
  return saved.length >= MOST_VIEWS;
}

/** Saves the present view last in the list. False where the list is full, or the title empty. */
export function saveView(store: AppStore, title: string): boolean {
  const { atlas, view, saved } = store.getState();
  const plain = titleOf(title);
  if (!atlas || !view || plain === '' || isFull(saved)) return false;
  const one: SavedView = { id: newId(), title: plain, text: encodeView(view), data: dataKey(atlas) };
  store.setState({ saved: [...saved, one], savedShown: one.id });
  return true;
}

export function renameSaved(store: AppStore, id: SavedView['id'], title: string): void {
  const plain = titleOf(title);
  if (plain === '') return;
  store.setState(({ saved }) => ({
    saved: saved.map((one) => (one.id === id ? { ...one, title: plain } : one)),
  }));
}

export function deleteSaved(store: AppStore, id: SavedView['id']): void {
  store.setState(({ saved, savedShown }) => ({
    saved: saved.filter((one) => one.id !== id),
    savedShown: savedShown === id ? null : savedShown,
  }));
}

/** Moves a view one place up (-1) or down (1) in the list; stays at the ends. */
export function moveSaved(store: AppStore, id: SavedView['id'], step: -1 | 1): void {
  const { saved } = store.getState();
  const at = saved.findIndex((one) => one.id === id);
  const moved = saved[at];
  const other = saved[at + step];
  if (!moved || !other) return;
  store.setState({
    saved: saved.map((one) => (one === moved ? other : one === other ? moved : one)),
  });
}

export function showSaved(store: AppStore, one: SavedView): void {
  if (!openLink(store, one)) return;
  const { view } = store.getState();
  store.setState({ savedShown: one.id, camera: cameraOn(view?.filters.districts ?? []) });
}

/**
 * Saves the present question once for each kecamatan, last in the list: those that are there already are passed over.
 * Their number.
 * @param named the title of the question under other filters.
 */
export function saveDistrictViews(store: AppStore, named: (filters: Filters) => string): number {
  const { atlas, view, saved } = store.getState();
  if (!atlas || !view) return 0;
  const data = dataKey(atlas);
  const added = atlas.territory.districts.areas
    .map(({ code }) => {
      const filters = { ...view.filters, districts: [code] };
      const text = encodeView({ ...view, level: 'village', filters, selected: [] });
      return { title: titleOf(named(filters)), text, data };
    })
    .filter((one) => !saved.some((other) => other.text === one.text && other.data === data))
    .slice(0, MOST_VIEWS - saved.length)
    .map((one): SavedView => ({ ...one, id: newId() }));
  store.setState({ saved: [...saved, ...added] });
  return added.length;
}

/** The saved views that the data on the screen can show, in order. */
export function savedHere({ saved, atlas }: Pick<AppState, 'saved' | 'atlas'>): readonly SavedView[] {
  return atlas ? saved.filter(({ data }) => data === dataKey(atlas)) : [];
}

/** Shows the saved view before or after the one shown last; the first or last where none was. Stays at the ends. */
export function stepSaved(store: AppStore, step: -1 | 1): void {
  const state = store.getState();
  const here = savedHere(state);
  const at = here.findIndex(({ id }) => id === state.savedShown);
  const next = at < 0 ? here.at(step === 1 ? 0 : -1) : here[at + step];
  if (next) showSaved(store, next);
}

/** The views in what was kept, or in a file; null where it is none of ours. What cannot be read of it is passed over. */
function viewsOf(kept: unknown): readonly Omit<SavedView, 'id'>[] | null {
  const read = v.safeParse(savedViews, kept);
  return read.success ? read.output.views : null;
}

/** What a file holds of them. */
export function savedViewsForm(saved: readonly SavedView[]): object {
  return { version: 1, views: saved.map(({ title, text, data }) => ({ title, text, data })) };
}

/** The saved views as a file of their own: titles and links, no data. */
export function savedViewsFile(saved: readonly SavedView[]): string {
  return `${JSON.stringify({ format: SAVED_VIEWS_KEY, ...savedViewsForm(saved) }, null, 2)}\n`;
}

/** Adds the views of a file that are not in the list yet. Their number, or null where the file holds none of ours. */
export function addSavedViews(store: AppStore, file: string): number | null {
  const views = viewsOf(parsedFile(file, SAVED_VIEWS_KEY));
  if (views === null) return null;
  const { saved } = store.getState();
  const known = new Set(saved.map(({ title, text, data }) => JSON.stringify([title, text, data])));
  const fresh = views.filter(({ title, text, data }) => !known.has(JSON.stringify([title, text, data])));
  const added = fresh.slice(0, MOST_VIEWS - saved.length).map((one) => ({ ...one, id: newId() }));
  store.setState({ saved: [...saved, ...added] });
  return added.length;
}

function plainView({ title, text, data }: Omit<SavedView, 'id'>): string {
  return JSON.stringify([title, text, data]);
}

/**
 * Brings back what was kept, and keeps the views on this machine for as long as the reader wants it, in all windows.
 * @param otherTitle names the version of another window.
 */
export function keepSavedViews(
  store: AppStore,
  machine: SharedMachine,
  otherTitle: OtherTitle = OTHER_TITLE,
): void {
  keepPart<SavedView>(store, machine, {
    key: SAVED_VIEWS_KEY,
    list: ({ saved }) => saved,
    kept: ({ savedKept }) => savedKept,
    put: (saved) => ({ saved }),
    wish: (savedKept) => ({ savedKept }),
    follow: ({ savedShown }, from, to) => (savedShown === from ? { savedShown: to } : {}),
    form: (saved) => ({
      version: 1,
      views: saved.map(({ id, title, text, data }) => ({ id, title, text, data })),
    }),
    read: (value) => foundIn(value, { version: 1, list: 'views', entry: savedView }),
    title: ({ title }) => title,
    content: plainView,
    apart: (one) => besideOther(one, plainView, otherTitle),
  });
}
