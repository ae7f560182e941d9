import type { Criterion } from '#core/criterion-scaling.ts';
import type { PriorityUncertainty, UncertaintyOptions } from '#core/priority-uncertainty.ts';

/** One computation of how sure the ranks of an index are. */
export interface PriorityJob {
  readonly criteria: readonly Criterion[];
  readonly options: UncertaintyOptions;
}

export type PriorityRequest =
  | { readonly task: 'run'; readonly run: number; readonly job: PriorityJob }
  | { readonly task: 'cancel'; readonly run: number };

export type PriorityReply =
  | { readonly run: number; readonly progress: number }
  | { readonly run: number; readonly answer: PriorityUncertainty }
  | { readonly run: number; readonly broken: string };
