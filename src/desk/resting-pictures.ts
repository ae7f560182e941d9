import type { Picture } from '#picture/picture.ts';
import type { PictureStore, Shown } from './picture-store.ts';
import { REST_MS } from './priority-desk.ts';

/** What the weights of an index, and how sure its ranks are, change of a picture. */
const WEIGHTED: readonly (keyof Picture)[] = ['view', 'layer', 'ranks', 'shading', 'statusCounts'];

function sameBut<Whole extends object>(a: Whole, b: Whole, moving: readonly (keyof Whole)[]): boolean {
  return (Object.keys(a) as (keyof Whole)[]).every((key) => moving.includes(key) || a[key] === b[key]);
}

/** Whether nothing but what an index makes of its choices differs between two pictures of one. */
export function movesOnly(before: Picture, now: Picture): boolean {
  const indexed = before.view.question.kind === 'priority' && now.view.question.kind === 'priority';
  return indexed && sameBut(before, now, WEIGHTED) && sameBut(before.view, now.view, ['question']);
}

/** The pictures of a store, but that of the last rest while only an index moves: for what need not follow every move. */
export function createRestingPictures(pictures: PictureStore): PictureStore {
  const listeners = new Set<() => void>();
  let held: Shown | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const take = (shown: Shown | null): void => {
    clearTimeout(timer);
    timer = undefined;
    if (shown === held) return;
    held = shown;
    for (const listener of listeners) listener();
  };
  pictures.subscribe(() => {
    const shown = pictures.getState();
    const moving = shown !== null && held !== null && !shown.dimmed && !held.dimmed;
    if (!moving || !movesOnly(held?.picture ?? shown.picture, shown.picture)) {
      take(shown);
      return;
    }
    clearTimeout(timer);
    timer = setTimeout(() => take(pictures.getState()), REST_MS);
  });
  return {
    getState: () => {
      held ??= pictures.getState();
      return held;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
