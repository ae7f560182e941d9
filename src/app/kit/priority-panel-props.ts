import type { PanelProps } from '#app/panel-props.ts';
import type { Priority } from '#core/view.ts';
import type { PriorityLayer } from '#picture/priority-layer.ts';

export interface PriorityPanelProps extends PanelProps {
  readonly layer: PriorityLayer;
  readonly change: (patch: Partial<Priority>) => void;
}
