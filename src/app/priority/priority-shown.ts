import { useCallback } from 'react';
import { changePriority } from '#app/kit/priority-asked.ts';
import { type Page, pictureNow, usePage, usePicture } from '#app/page.ts';
import type { Priority } from '#core/view.ts';
import { layerOf } from '#picture/layer.ts';
import type { Picture } from '#picture/picture.ts';
import type { PriorityLayer } from '#picture/priority-layer.ts';

function indexOf(picture: Picture): PriorityLayer {
  const layer = layerOf(picture, 'priority');
  if (layer === null) throw new Error('a part of an index without one');
  return layer;
}

const whole = (layer: PriorityLayer): PriorityLayer => layer;

/** Part of the index on the screen, told by identity as that of a picture (`usePicture`). Whole without a selector. */
export function usePriority(): PriorityLayer;
export function usePriority<Part>(select: (layer: PriorityLayer) => Part): Part;
export function usePriority(select: (layer: PriorityLayer) => unknown = whole): unknown {
  return usePicture((picture) => select(indexOf(picture)));
}

/** The index on the screen, for what is done with it when something is pressed. */
export function priorityNow(page: Page): PriorityLayer {
  return indexOf(pictureNow(page));
}

export type ChangePriority = (patch: Partial<Priority>) => void;

/** Changes the index that is asked for. */
export function useChangePriority(): ChangePriority {
  const { store } = usePage();
  return useCallback((patch) => changePriority(store, patch), [store]);
}
