import { sealWorker } from '#core/sealed-worker.ts';
import { liveAs } from '#thread/worker-life.ts';
import { answerRequest, type ReaderRequest } from './reader-request.ts';

liveAs(self.name);
sealWorker(self);
self.addEventListener('message', (event: MessageEvent<ReaderRequest>) => {
  void answerRequest(event.data).then((reply) => {
    const parts = reply.kind === 'read' && reply.file.kind === 'package' ? reply.file.files : [];
    self.postMessage(reply, { transfer: parts.map(({ bytes }) => bytes.buffer as ArrayBuffer) });
  });
});
