import type { View } from '#core/view.ts';
import type { LayerName, Notice } from './notice.ts';

const LAYERS: readonly LayerName[] = ['overlay', 'comparedWith', 'second', 'hotspots', 'priority', 'regions'];

/** Which layers a change ends without being asked to, and for which other; null where it ends none. */
export function layerNotice(before: View, patch: Partial<View>, after: View): Notice | null {
  const ended = LAYERS.filter(
    (layer) => before[layer] !== null && after[layer] === null && patch[layer] === undefined,
  );
  if (ended.length === 0) return null;
  const shown = LAYERS.find((layer) => patch[layer] != null && after[layer] !== null) ?? null;
  return { kind: 'layers', ended, shown };
}
