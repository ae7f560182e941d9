import type { View } from '#core/view.ts';
import { lowerFirst, namesList } from './phrase.ts';
import type { Words } from './words/id.ts';

const LAYERS = ['overlay', 'comparedWith', 'second', 'hotspots', 'priority', 'regions'] as const;

/** Which layers a change ends without being asked to, and for which other; null where it ends none. */
export function layerNotice(before: View, patch: Partial<View>, after: View, words: Words): string | null {
  const say = words.regions;
  const name = (layer: (typeof LAYERS)[number]) => say.layers[layer];
  const ended = LAYERS.filter(
    (layer) => before[layer] !== null && after[layer] === null && patch[layer] === undefined,
  );
  const [first, ...more] = ended.map(name);
  if (first === undefined) return null;
  const gone = namesList([first, ...more.map(lowerFirst)], words);
  const shown = LAYERS.find((layer) => patch[layer] != null && after[layer] !== null);
  const told = shown ? say.replaced(gone, lowerFirst(name(shown))) : say.ended(gone);
  return `${told} ${say.undoHint}`;
}
