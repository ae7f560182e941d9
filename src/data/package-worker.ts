import type { PackageAnswer, PackageRequest } from './package-thread.ts';
import { PACKAGE_WORK } from './package-work.ts';

async function answer(request: PackageRequest): Promise<void> {
  if (request.task === 'read') {
    const result = await PACKAGE_WORK.read(request.files);
    return reply({ result }, []);
  }
  const result = await PACKAGE_WORK.prepare(request.pkg);
  if (!result.ok) return reply({ result }, []);
  const { cells, coverage } = result.value;
  const transfer = [cells.rows, cells.texts, coverage.rows, coverage.texts].map((bytes) => bytes.buffer);
  reply({ result }, transfer as ArrayBuffer[]);
}

function reply(message: PackageAnswer, transfer: ArrayBuffer[]): void {
  self.postMessage(message, { transfer });
}

self.addEventListener('message', (event: MessageEvent<PackageRequest>) => {
  answer(event.data).catch((error: unknown) => {
    const broken = error instanceof Error ? (error.stack ?? error.message) : String(error);
    reply({ broken }, []);
  });
});
