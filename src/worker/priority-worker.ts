import { priorityUncertainty } from '#core/priority-uncertainty.ts';
import { sealWorker } from '#core/sealed-worker.ts';
import { liveAs } from '#thread/worker-life.ts';
import { breathing } from './breathing.ts';
import { answerJobs } from './job-loop.ts';
import type { PriorityJob } from './priority-message.ts';

liveAs(self.name);
sealWorker(self);
answerJobs(self, {
  run: ({ criteria, options }: PriorityJob, onBreath) =>
    breathing(priorityUncertainty(criteria, options), onBreath),
});
