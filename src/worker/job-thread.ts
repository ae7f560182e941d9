import { type FaultCode, FaultError } from '#core/fault.ts';
import type { JobReply, JobRequest } from './job-message.ts';

export interface JobOptions {
  readonly signal: AbortSignal;
  /** Is told the share done, 0 to 1. */
  readonly onProgress: (share: number) => void;
}

/** What the worker is to keep for a run: made, and sent, where `of` is another than the last time. */
export interface Keeping<Kept> {
  readonly of: object;
  readonly make: () => Kept;
}

/** Runs jobs beside the page. */
export interface JobThread<Job, Answer, Kept = never> {
  run(job: Job, options: JobOptions, keeping?: Keeping<Kept>): Promise<Answer>;
  /** Whether a worker lives that was sent this to keep. */
  keeps(of: object): boolean;
  /** Ends the worker; what was pending is canceled. */
  end(): void;
}

/** What this needs of a Worker. */
export interface JobPort<Job, Answer, Kept = never> {
  postMessage(message: JobRequest<Job, Kept>): void;
  addEventListener(type: 'message', listener: (event: { readonly data: JobReply<Answer> }) => void): void;
  addEventListener(type: 'error', listener: (event: { readonly message?: string }) => void): void;
  terminate(): void;
}

interface Pending<Answer> {
  readonly onProgress: (share: number) => void;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (reason: Error) => void;
}

/** A worker that works tells so many times a second how far it is; one that has told nothing for so long hangs. */
const SILENT_MS = 60_000;
/** Looked at so often meanwhile: after a sleep of the computer one look must not be the last. */
const LOOKS = 6;

export interface JobThreadOptions {
  readonly silentMs?: number;
  /** For work that never breathes: an abort ends the worker, and the next job starts another. */
  readonly endsOnAbort?: boolean;
}

/**
 * One worker, started by the first job and kept. One that dies rejects what was pending (engine/crashed), one that hangs
 * is ended (engine/timeout), and the next job starts another. An aborted job rejects with engine/canceled.
 * @param name stands in what is thrown.
 */
export function createJobThread<Job, Answer, Kept = never>(
  name: string,
  open: () => JobPort<Job, Answer, Kept>,
  { silentMs = SILENT_MS, endsOnAbort = false }: JobThreadOptions = {},
): JobThread<Job, Answer, Kept> {
  let port: JobPort<Job, Answer, Kept> | null = null;
  let kept: object | null = null;
  let runs = 0;
  const pending = new Map<number, Pending<Answer>>();
  let looking: ReturnType<typeof setInterval> | undefined;
  let silent = 0;

  const end = (of: JobPort<Job, Answer, Kept>, code: FaultCode, why: string): void => {
    of.terminate();
    if (port !== of) return;
    port = null;
    kept = null;
    clearInterval(looking);
    const waiting = [...pending.values()];
    pending.clear();
    for (const { reject } of waiting) reject(new FaultError(code, why));
  };
  const lookAfter = (of: JobPort<Job, Answer, Kept>): void => {
    clearInterval(looking);
    silent = 0;
    looking = setInterval(() => {
      if (pending.size === 0) clearInterval(looking);
      silent += 1;
      if (silent > LOOKS && pending.size > 0) end(of, 'engine/timeout', `${name}: silent for ${silentMs} ms`);
    }, silentMs / LOOKS);
  };

  const start = (): JobPort<Job, Answer, Kept> => {
    const opened = open();
    opened.addEventListener('message', ({ data }) => {
      silent = 0;
      const waiting = pending.get(data.run);
      if (waiting === undefined) return;
      if ('progress' in data) return waiting.onProgress(data.progress);
      pending.delete(data.run);
      if ('answer' in data) waiting.resolve(data.answer);
      else waiting.reject(new Error(`${name}: ${data.broken}`));
    });
    opened.addEventListener('error', ({ message }) => end(opened, 'engine/crashed', message ?? name));
    return opened;
  };

  return {
    run(job, { signal, onProgress }, keeping) {
      return new Promise((resolve, reject) => {
        if (signal.aborted) return reject(new FaultError('engine/canceled', 'aborted before the work'));
        port ??= start();
        const own = port;
        if (keeping !== undefined && kept !== keeping.of) {
          own.postMessage({ task: 'keep', kept: keeping.make() });
          kept = keeping.of;
        }
        runs += 1;
        const run = runs;
        if (pending.size === 0) lookAfter(own);
        const stop = (): void => {
          if (!pending.delete(run)) return;
          if (endsOnAbort) end(own, 'engine/canceled', 'aborted');
          else own.postMessage({ task: 'cancel', run });
          reject(new FaultError('engine/canceled', 'aborted'));
        };
        const settled = (): void => signal.removeEventListener('abort', stop);
        pending.set(run, {
          onProgress,
          resolve: (answer) => {
            settled();
            resolve(answer);
          },
          reject: (reason) => {
            settled();
            reject(reason);
          },
        });
        signal.addEventListener('abort', stop, { once: true });
        own.postMessage({ task: 'run', run, job });
      });
    },
    keeps: (of) => port !== null && kept === of,
    end: () => port !== null && end(port, 'engine/canceled', 'ended'),
  };
}
