import { QUESTION_KINDS } from './question-kinds.ts';
import type { Room, View } from './view.ts';

/** A question with what is marked over it. */
type Asked = Pick<View, 'question' | 'hotspots'>;

/** Where a question opens that does not say. */
export function homeRoom({ question, hotspots }: Asked): Room {
  return hotspots !== null ? 'clusters' : QUESTION_KINDS[question.kind].rooms[0];
}

/** Whether a question may be asked in a room: marked clusters are in theirs alone. */
export function isAskedIn(room: Room, { question, hotspots }: Asked): boolean {
  return QUESTION_KINDS[question.kind].rooms.includes(room) && (hotspots === null || room === 'clusters');
}

/** Rooms that are two sides of one question: what is asked in the one is asked in the other. */
export const QUESTION_PARTNERS: Readonly<Record<Room, Room | null>> = {
  data: 'map',
  map: 'data',
  clusters: null,
  priority: 'proposal',
  proposal: 'priority',
  monitoring: null,
};
