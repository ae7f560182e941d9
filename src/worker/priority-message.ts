import type { Criterion } from '#core/criterion-scaling.ts';
import type { UncertaintyOptions } from '#core/priority-uncertainty.ts';

/** One computation of how sure the ranks of an index are. */
export interface PriorityJob {
  readonly criteria: readonly Criterion[];
  readonly options: UncertaintyOptions;
}
