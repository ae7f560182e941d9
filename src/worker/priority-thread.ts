import type { PriorityUncertainty } from '#core/priority-uncertainty.ts';
import { openWatchedWorker } from '#thread/watched-worker.ts';
import { createJobThread, type JobPort, type JobThread } from './job-thread.ts';
import type { PriorityJob } from './priority-message.ts';

/** Computes how sure the ranks of an index are, beside the page. */
export type PriorityThread = JobThread<PriorityJob, PriorityUncertainty>;

export function createPriorityThread(
  open: () => JobPort<PriorityJob, PriorityUncertainty> = openWorker,
): PriorityThread {
  return createJobThread('priority worker', open);
}

function openWorker(): Worker {
  return openWatchedWorker({
    kind: 'priority',
    start: (name) => new Worker(new URL('./priority-worker.ts', import.meta.url), { type: 'module', name }),
    breathes: true,
  });
}
