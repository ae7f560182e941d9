import type { CellTable } from '#core/cells.ts';
import type { Result } from '#core/problem.ts';
import { sealWorker } from '#core/sealed-worker.ts';
import { liveAs } from '#thread/worker-life.ts';
import {
  receivePackage,
  type Sent,
  type SentPackage,
  type SentPrepared,
  sendPackage,
  sendPrepared,
} from './package-message.ts';
import type { PackageAnswer, PackageRequest } from './package-thread.ts';
import { PACKAGE_WORK } from './package-work.ts';

async function answer(request: PackageRequest): Promise<void> {
  switch (request.task) {
    case 'read':
      return replyWith(await PACKAGE_WORK.read(request.files), sendPackage);
    case 'prepare':
      return replyWith(await PACKAGE_WORK.prepare(receivePackage(request.pkg)), sendPrepared);
    case 'layout': {
      const result = await PACKAGE_WORK.layout(request.tables);
      return reply({ result }, result.flatMap(tableBuffers));
    }
  }
}

function replyWith<Value, Message extends SentPackage | SentPrepared>(
  result: Result<Value>,
  send: (value: Value) => Sent<Message>,
): void {
  if (!result.ok) {
    reply({ result });
    return;
  }
  const { message, transfer } = send(result.value);
  reply({ result: { ...result, value: message } as Result<SentPackage> | Result<SentPrepared> }, transfer);
}

function tableBuffers({ cells }: CellTable): ArrayBuffer[] {
  const columns = cells.kind === 'dense' ? [cells.counts] : [cells.offset, cells.combination, cells.count];
  return columns.map((column) => column.buffer as ArrayBuffer);
}

function reply(message: PackageAnswer, transfer: ArrayBuffer[] = []): void {
  self.postMessage(message, { transfer });
}

liveAs(self.name);
sealWorker(self);
self.addEventListener('message', (event: MessageEvent<PackageRequest>) => {
  answer(event.data).catch((error: unknown) => {
    const broken = error instanceof Error ? (error.stack ?? error.message) : String(error);
    reply({ broken });
  });
});
