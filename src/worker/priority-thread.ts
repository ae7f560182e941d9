import { FaultError } from '#core/fault.ts';
import type { PriorityUncertainty } from '#core/priority-uncertainty.ts';
import type { PriorityJob, PriorityReply, PriorityRequest } from './priority-message.ts';

export interface PriorityRun {
  readonly signal: AbortSignal;
  readonly onProgress: (share: number) => void;
}

/** Computes how sure the ranks of an index are, beside the page. */
export interface PriorityThread {
  run(job: PriorityJob, options: PriorityRun): Promise<PriorityUncertainty>;
}

/** What this needs of a Worker. */
export interface PriorityPort {
  postMessage(message: PriorityRequest): void;
  addEventListener(type: 'message', listener: (event: { readonly data: PriorityReply }) => void): void;
  addEventListener(type: 'error', listener: (event: { readonly message?: string }) => void): void;
  terminate(): void;
}

interface Pending {
  readonly onProgress: (share: number) => void;
  readonly resolve: (answer: PriorityUncertainty) => void;
  readonly reject: (reason: Error) => void;
}

/**
 * One worker, started by the first job and kept. One that dies rejects what was pending (engine/crashed), and the next
 * job starts another. An aborted job rejects with engine/canceled.
 */
export function createPriorityThread(open: () => PriorityPort = openWorker): PriorityThread {
  let port: PriorityPort | null = null;
  let runs = 0;
  const pending = new Map<number, Pending>();

  const start = (): PriorityPort => {
    const opened = open();
    opened.addEventListener('message', ({ data }) => {
      const waiting = pending.get(data.run);
      if (waiting === undefined) return;
      if ('progress' in data) return waiting.onProgress(data.progress);
      pending.delete(data.run);
      if ('answer' in data) waiting.resolve(data.answer);
      else waiting.reject(new Error(`priority worker: ${data.broken}`));
    });
    opened.addEventListener('error', ({ message }) => {
      opened.terminate();
      port = null;
      const waiting = [...pending.values()];
      pending.clear();
      for (const { reject } of waiting)
        reject(new FaultError('engine/crashed', message ?? 'priority worker'));
    });
    return opened;
  };

  return {
    run(job, { signal, onProgress }) {
      return new Promise((resolve, reject) => {
        if (signal.aborted) return reject(new FaultError('engine/canceled', 'aborted before the work'));
        port ??= start();
        const own = port;
        runs += 1;
        const run = runs;
        pending.set(run, { onProgress, resolve, reject });
        signal.addEventListener(
          'abort',
          () => {
            if (!pending.delete(run)) return;
            own.postMessage({ task: 'cancel', run });
            reject(new FaultError('engine/canceled', 'aborted'));
          },
          { once: true },
        );
        own.postMessage({ task: 'run', run, job });
      });
    },
  };
}

function openWorker(): PriorityPort {
  return new Worker(new URL('./priority-worker.ts', import.meta.url), { type: 'module', name: 'priority' });
}
