import { FaultError } from '#core/fault.ts';
import type {
  HotspotAnswer,
  HotspotJob,
  HotspotReply,
  HotspotRequest,
  SentAreas,
} from './hotspot-message.ts';

export interface HotspotRun {
  readonly signal: AbortSignal;
  readonly onProgress: (share: number) => void;
}

/** Computes hotspots beside the page. */
export interface HotspotThread {
  /** Runs a job on areas. These are asked for, and sent, where they are others than the last time. */
  run(of: object, areas: () => SentAreas, job: HotspotJob, options: HotspotRun): Promise<HotspotAnswer>;
}

/** What this needs of a Worker. */
export interface HotspotPort {
  postMessage(message: HotspotRequest): void;
  addEventListener(type: 'message', listener: (event: { readonly data: HotspotReply }) => void): void;
  addEventListener(type: 'error', listener: (event: { readonly message?: string }) => void): void;
  terminate(): void;
}

interface Pending {
  readonly onProgress: (share: number) => void;
  readonly resolve: (answer: HotspotAnswer) => void;
  readonly reject: (reason: Error) => void;
}

/**
 * One worker, started by the first job and kept for the neighbors it has found. One that dies rejects what was pending
 * (engine/crashed), and the next job starts another. An aborted job rejects with engine/canceled.
 */
export function createHotspotThread(open: () => HotspotPort = openWorker): HotspotThread {
  let port: HotspotPort | null = null;
  let sent: object | null = null;
  let runs = 0;
  const pending = new Map<number, Pending>();

  const start = (): HotspotPort => {
    const opened = open();
    opened.addEventListener('message', ({ data }) => {
      const waiting = pending.get(data.run);
      if (waiting === undefined) return;
      if ('progress' in data) return waiting.onProgress(data.progress);
      pending.delete(data.run);
      if ('answer' in data) waiting.resolve(data.answer);
      else waiting.reject(new Error(`hotspot worker: ${data.broken}`));
    });
    opened.addEventListener('error', ({ message }) => {
      opened.terminate();
      port = null;
      sent = null;
      const waiting = [...pending.values()];
      pending.clear();
      for (const { reject } of waiting) reject(new FaultError('engine/crashed', message ?? 'hotspot worker'));
    });
    return opened;
  };

  return {
    run(of, areas, job, { signal, onProgress }) {
      return new Promise((resolve, reject) => {
        if (signal.aborted) return reject(new FaultError('engine/canceled', 'aborted before the work'));
        port ??= start();
        const own = port;
        if (sent !== of) {
          own.postMessage({ task: 'areas', areas: areas() });
          sent = of;
        }
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

function openWorker(): HotspotPort {
  return new Worker(new URL('./hotspot-worker.ts', import.meta.url), { type: 'module', name: 'hotspots' });
}
