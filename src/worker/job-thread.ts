import { FaultError } from '#core/fault.ts';
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

/**
 * One worker, started by the first job and kept. One that dies rejects what was pending (engine/crashed), and the next
 * job starts another. An aborted job rejects with engine/canceled.
 * @param name stands in what is thrown.
 */
export function createJobThread<Job, Answer, Kept = never>(
  name: string,
  open: () => JobPort<Job, Answer, Kept>,
): JobThread<Job, Answer, Kept> {
  let port: JobPort<Job, Answer, Kept> | null = null;
  let kept: object | null = null;
  let runs = 0;
  const pending = new Map<number, Pending<Answer>>();

  const start = (): JobPort<Job, Answer, Kept> => {
    const opened = open();
    opened.addEventListener('message', ({ data }) => {
      const waiting = pending.get(data.run);
      if (waiting === undefined) return;
      if ('progress' in data) return waiting.onProgress(data.progress);
      pending.delete(data.run);
      if ('answer' in data) waiting.resolve(data.answer);
      else waiting.reject(new Error(`${name}: ${data.broken}`));
    });
    opened.addEventListener('error', ({ message }) => {
      opened.terminate();
      port = null;
      kept = null;
      const waiting = [...pending.values()];
      pending.clear();
      for (const { reject } of waiting) reject(new FaultError('engine/crashed', message ?? name));
    });
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
