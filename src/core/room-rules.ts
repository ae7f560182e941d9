import type { QuestionKind, Room, View } from './view.ts';

/** A question with what is marked over it. */
type Asked = Pick<View, 'question' | 'hotspots'>;

interface RoomRule {
  /** Where it is asked; the first is its home. One indicator by itself is asked everywhere. */
  readonly rooms: readonly [Room, ...Room[]];
  /** Whether clusters of the indicator may be marked over it: they are of one indicator, whose colors lie below. */
  readonly carriesHotspots: boolean;
}

export const ROOM_RULES: Readonly<Record<QuestionKind, RoomRule>> = {
  single: { rooms: ['map', 'data', 'clusters', 'priority', 'proposal'], carriesHotspots: true },
  overlay: { rooms: ['map', 'data', 'clusters'], carriesHotspots: true },
  change: { rooms: ['map', 'data', 'clusters'], carriesHotspots: true },
  agreement: { rooms: ['map', 'data'], carriesHotspots: false },
  regions: { rooms: ['map', 'data'], carriesHotspots: false },
  priority: { rooms: ['priority', 'proposal'], carriesHotspots: false },
};

/** Where a question opens that does not say. */
export function homeRoom({ question, hotspots }: Asked): Room {
  return hotspots !== null ? 'clusters' : ROOM_RULES[question.kind].rooms[0];
}

/** Whether a question may be asked in a room: marked clusters are in theirs alone. */
export function isAskedIn(room: Room, { question, hotspots }: Asked): boolean {
  return ROOM_RULES[question.kind].rooms.includes(room) && (hotspots === null || room === 'clusters');
}

/** Rooms that are two sides of one question: what is asked in the one is asked in the other. */
export const QUESTION_PARTNERS: Readonly<Record<Room, Room | null>> = {
  data: 'map',
  map: 'data',
  clusters: null,
  priority: 'proposal',
  proposal: 'priority',
};
