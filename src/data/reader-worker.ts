import { sealWorker } from '#core/sealed-worker.ts';
import { liveAs } from '#thread/worker-life.ts';
import { buffersOf } from './packed-sheet.ts';
import { answerRequest, type ReaderRequest } from './reader-request.ts';

liveAs(self.name);
sealWorker(self);
self.addEventListener('message', (event: MessageEvent<ReaderRequest>) => {
  void answerRequest(event.data).then((reply) => {
    self.postMessage(reply, { transfer: reply.kind === 'read' ? buffersOf(reply.files) : [] });
  });
});
