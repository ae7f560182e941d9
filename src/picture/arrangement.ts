import type { ClassificationMethod } from '#core/classification.ts';
import type { IndicatorId } from '#core/indicator.ts';
import type { View } from '#core/view.ts';

/** What map B shows: the first view in another period or of another indicator, going with it, or a view of its own. */
export type SecondChoice =
  | { readonly kind: 'previous' | 'year-ago' }
  | { readonly kind: 'indicator'; readonly indicator: IndicatorId }
  | { readonly kind: 'view'; readonly view: View };

/** How many maps there are, and where. Never part of a view: link and undo are about the first map. */
export interface Arrangement {
  readonly kind: 'one' | 'side' | 'swipe' | 'many';
  /** null until there was a second map. */
  readonly second: SecondChoice | null;
  /** The classes of the first map, taken over by the second; null: its own. */
  readonly classes: ClassificationMethod | null;
  /** What there is a small map for each of. */
  readonly by: 'period' | 'indicator';
}

export const ONE_MAP: Arrangement = { kind: 'one', second: null, classes: null, by: 'period' };
