import { type Priority, questionOf } from '#core/view.ts';
import { type AppStore, setView } from '#state/store.ts';

/** The index that is asked for at this moment, which a picture may not show yet; null where none is. */
export function priorityAsked(store: AppStore): Priority | null {
  const { view } = store.getState();
  return view && questionOf(view, 'priority');
}

/** Changes the index that is asked for; without one nothing. */
export function changePriority(store: AppStore, patch: Partial<Priority>): void {
  const now = priorityAsked(store);
  if (now) setView(store, { question: { ...now, ...patch } });
}
