import { sealWorker } from '#core/sealed-worker.ts';
import { liveAs } from '#thread/worker-life.ts';
import { answerJobs } from '#worker/job-loop.ts';
import { createReadingWork } from './reading-job.ts';

liveAs(self.name);
sealWorker(self);
answerJobs(self, createReadingWork());
