import type { Priority } from '#core/view.ts';
import type { PriorityLayer } from '#picture/priority-layer.ts';

/** What each part of the room is given; the rest it reads. */
export interface PriorityPartProps {
  readonly layer: PriorityLayer;
  readonly change: (patch: Partial<Priority>) => void;
}
