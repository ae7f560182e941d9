import type { PriorityUncertainty } from '#core/priority-uncertainty.ts';
import type { Loadable } from './loadable.ts';
import type { PriorityLayer } from './priority-layer.ts';
export type PriorityState = Loadable<PriorityLayer, PriorityUncertainty>;
