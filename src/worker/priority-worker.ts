import { priorityUncertainty } from '#core/priority-uncertainty.ts';
import { sealWorker } from '#core/sealed-worker.ts';
import { breathing } from './breathing.ts';
import type { PriorityJob, PriorityReply, PriorityRequest } from './priority-message.ts';

const canceled = new Set<number>();

function reply(message: PriorityReply): void {
  self.postMessage(message);
}

async function run(id: number, { criteria, options }: PriorityJob): Promise<void> {
  const done = await breathing(priorityUncertainty(criteria, options), (progress) => {
    if (canceled.has(id)) return false;
    reply({ run: id, progress });
    return true;
  });
  if (done !== null) reply({ run: id, answer: done.result });
}

sealWorker(self);
self.addEventListener('message', ({ data }: MessageEvent<PriorityRequest>) => {
  if (data.task === 'cancel') {
    canceled.add(data.run);
    return;
  }
  run(data.run, data.job)
    .catch((error: unknown) => {
      const broken = error instanceof Error ? (error.stack ?? error.message) : String(error);
      reply({ run: data.run, broken });
    })
    .finally(() => canceled.delete(data.run));
});
