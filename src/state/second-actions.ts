import { SINGLE, type View } from '#core/view.ts';
import { OPENING_SECOND, type SecondData } from '#picture/second-data.ts';
import { type AppStore, setView } from './store.ts';

/** Lays a second source beside the data on the screen, and shows it against them. */
export function placeSecond(store: AppStore, second: SecondData): void {
  const { atlas } = store.getState();
  if (!atlas) return;
  store.setState({ atlas: { ...atlas, second } });
  setView(store, { question: OPENING_SECOND });
}

export function describeSecond(store: AppStore, words: Partial<Pick<SecondData, 'title' | 'date'>>): void {
  const { atlas } = store.getState();
  if (atlas?.second) store.setState({ atlas: { ...atlas, second: { ...atlas.second, ...words } } });
}

/** Forgets the second source, in the views that may be taken back too. */
export function removeSecond(store: AppStore): void {
  const { atlas, view, past, future } = store.getState();
  if (!atlas || !view) return;
  const { second: _, ...rest } = atlas;
  const without = (one: View): View =>
    one.question.kind === 'agreement' ? { ...one, question: SINGLE } : one;
  store.setState({
    atlas: rest,
    view: without(view),
    past: past.map((step) => ({ ...step, view: without(step.view) })),
    future: future.map((step) => ({ ...step, view: without(step.view) })),
  });
}
