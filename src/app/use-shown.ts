import { useSyncExternalStore } from 'react';
import type { PictureStore, Shown } from '#desk/picture-store.ts';

/** The picture on the screen; null until there is one. */
export function useShown(pictures: PictureStore): Shown | null {
  return useSyncExternalStore(pictures.subscribe, pictures.getState);
}
