import { homeRoom } from '#core/room-rules.ts';
import type { View } from '#core/view.ts';
import { encodeView } from '#core/view-codec.ts';

/** A scenario is of a question: what is selected, and what the map colors and circles show of it, are no part of it. */
export function questionText(view: View): string {
  const { question } = view;
  const plain = question.kind === 'priority' ? { ...question, colors: 'score' as const } : question;
  return encodeView({ ...view, room: homeRoom(view), question: plain, selected: [], burden: false });
}
