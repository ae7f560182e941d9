import type { View } from '#core/view.ts';
import { encodeView } from '#core/view-codec.ts';

/** A scenario is of a question: what is selected, and what the map colors and circles show of it, are no part of it. */
export function questionText(view: View): string {
  const priority = view.priority && { ...view.priority, colors: 'score' as const };
  return encodeView({ ...view, priority, selected: [], burden: false });
}
