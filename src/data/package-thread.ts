import type { CellEntries } from '#core/cell-layout.ts';
import type { CellTable } from '#core/cells.ts';
import { FaultError } from '#core/fault.ts';
import type { Result } from '#core/problem.ts';
import { openWatchedWorker } from '#thread/watched-worker.ts';
import type { ArchivePart } from './archive-guard.ts';
import {
  mapResult,
  receivePackage,
  receivePrepared,
  type SentPackage,
  type SentPrepared,
  sendPackage,
} from './package-message.ts';
import type { PackageWork, ReadCells } from './package-work.ts';

export type PackageRequest =
  | { readonly task: 'read'; readonly files: readonly ArchivePart[] }
  | { readonly task: 'prepare'; readonly pkg: SentPackage }
  | { readonly task: 'layout'; readonly tables: readonly ReadCells[] };
export type PackageAnswer =
  | { readonly result: Result<SentPackage> | Result<SentPrepared> | readonly CellTable[] }
  | { readonly broken: string };

/** A whole country takes minutes on a slow machine; whoever waits can cancel. */
const TIMEOUT_MS = 600_000;

/** Does one task in a worker of its own, which ends with it: an abort or overrun kills it, nothing is left over. */
function inWorker<T>(
  request: PackageRequest,
  signal: AbortSignal | undefined,
  transfer: Transferable[] = [],
): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    if (signal?.aborted) return reject(new FaultError('engine/canceled', 'aborted before the work'));
    const worker = openWatchedWorker({
      kind: 'package',
      start: (name) => new Worker(new URL('./package-worker.ts', import.meta.url), { type: 'module', name }),
    });
    const end = (settle: () => void) => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', aborted);
      worker.terminate();
      settle();
    };
    const aborted = () => end(() => reject(new FaultError('engine/canceled', 'aborted')));
    const overrun = () =>
      end(() => reject(new FaultError('engine/timeout', `package work over ${TIMEOUT_MS} ms`)));
    const timer = setTimeout(overrun, TIMEOUT_MS);
    signal?.addEventListener('abort', aborted, { once: true });
    worker.addEventListener('error', (event) => {
      end(() => reject(new FaultError('engine/crashed', event.message ?? 'package worker')));
    });
    worker.addEventListener('message', ({ data }: MessageEvent<PackageAnswer>) => {
      if ('broken' in data) return end(() => reject(new Error(`package worker: ${data.broken}`)));
      end(() => resolve(data.result as T));
    });
    worker.postMessage(request, transfer);
  });
}

/** The work of a package in a worker of the browser. */
export const PACKAGE_THREAD: PackageWork = {
  async read(files, signal) {
    const read = await inWorker<Result<SentPackage>>({ task: 'read', files }, signal);
    return mapResult(read, receivePackage);
  },
  async prepare(pkg, signal) {
    const { message, transfer } = sendPackage(pkg);
    const request = { task: 'prepare' as const, pkg: message };
    return mapResult(await inWorker<Result<SentPrepared>>(request, signal, transfer), receivePrepared);
  },
  layout: (tables, signal) => {
    const columns = tables.flatMap(
      ({ entries }) => Object.values(entries) as CellEntries[keyof CellEntries][],
    );
    const transfer = columns.map((column) => column.buffer as ArrayBuffer);
    return inWorker<readonly CellTable[]>({ task: 'layout', tables }, signal, transfer);
  },
};
