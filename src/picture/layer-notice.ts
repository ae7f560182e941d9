import type { View } from '#core/view.ts';
import type { LayerName, Notice } from './notice.ts';

function layersOf({ question, hotspots }: Pick<View, 'question' | 'hotspots'>): readonly LayerName[] {
  return [
    ...(question.kind === 'single' ? [] : [question.kind]),
    ...(hotspots === null ? [] : (['hotspots'] as const)),
  ];
}

/**
 * Which layers a change ends without being asked to, and for which other; null where it ends none. What stays behind in
 * a room that is left is not ended.
 */
export function layerNotice(before: View, patch: Partial<View>, after: View): Notice | null {
  if (before.room !== after.room) return null;
  const stays = layersOf(after);
  const askedToEnd = (layer: LayerName) =>
    layer === 'hotspots' ? patch.hotspots === null : patch.question?.kind === 'single';
  const ended = layersOf(before).filter((layer) => !stays.includes(layer) && !askedToEnd(layer));
  if (ended.length === 0) return null;
  const shown = stays.find((layer) => !layersOf(before).includes(layer)) ?? null;
  return { kind: 'layers', ended, shown };
}
