import { sealWorker } from '#core/sealed-worker.ts';
import { liveAs } from '#thread/worker-life.ts';
import { type FileContent, type ReadFile, readOfficeFile, readOfficeFolder } from './office-file.ts';

export type ReaderRequest =
  | { readonly kind: 'file'; readonly file: FileContent }
  | { readonly kind: 'folder'; readonly name: string; readonly files: readonly FileContent[] };
export type ReaderReply = { readonly kind: 'read'; readonly file: ReadFile } | { readonly kind: 'failed' };

async function answer(request: ReaderRequest): Promise<ReaderReply> {
  try {
    const file =
      request.kind === 'file'
        ? await readOfficeFile(request.file)
        : await readOfficeFolder(request.name, request.files);
    return { kind: 'read', file };
  } catch {
    return { kind: 'failed' };
  }
}

liveAs(self.name);
sealWorker(self);
self.addEventListener('message', (event: MessageEvent<ReaderRequest>) => {
  void answer(event.data).then((reply) => {
    const parts = reply.kind === 'read' && reply.file.kind === 'package' ? reply.file.files : [];
    self.postMessage(reply, { transfer: parts.map(({ bytes }) => bytes.buffer as ArrayBuffer) });
  });
});
