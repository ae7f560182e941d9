import type { CellTable } from '#core/cells.ts';
import type { PackageAnswer, PackageRequest } from './package-thread.ts';
import { PACKAGE_WORK, type PreparedPackage } from './package-work.ts';

async function answer(request: PackageRequest): Promise<void> {
  switch (request.task) {
    case 'read':
      return reply({ result: await PACKAGE_WORK.read(request.files) });
    case 'prepare': {
      const result = await PACKAGE_WORK.prepare(request.pkg);
      return reply({ result }, result.ok ? preparedBuffers(result.value) : []);
    }
    case 'layout': {
      const result = await PACKAGE_WORK.layout(request.tables);
      return reply({ result }, result.flatMap(tableBuffers));
    }
  }
}

function preparedBuffers({ cells, coverage }: PreparedPackage): ArrayBuffer[] {
  const streams = [cells.rows, cells.texts, coverage.rows, coverage.texts];
  return streams.map((bytes) => bytes.buffer as ArrayBuffer);
}

function tableBuffers({ cells }: CellTable): ArrayBuffer[] {
  const columns = cells.kind === 'dense' ? [cells.counts] : [cells.offset, cells.combination, cells.count];
  return columns.map((column) => column.buffer as ArrayBuffer);
}

function reply(message: PackageAnswer, transfer: ArrayBuffer[] = []): void {
  self.postMessage(message, { transfer });
}

self.addEventListener('message', (event: MessageEvent<PackageRequest>) => {
  answer(event.data).catch((error: unknown) => {
    const broken = error instanceof Error ? (error.stack ?? error.message) : String(error);
    reply({ broken });
  });
});
