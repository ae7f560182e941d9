import type { PanelProps } from '#app/panel-props.ts';
import type { PriorityLayer } from '#app/priority-layer.ts';
import type { Priority } from '#core/view.ts';

export interface PriorityPanelProps extends PanelProps {
  readonly layer: PriorityLayer;
  readonly change: (patch: Partial<Priority>) => void;
}
