import type { ProblemCode } from '#core/problem.ts';
import { openWatchedWorker } from '#thread/watched-worker.ts';
import { type BoundaryAnswers, NO_ANSWERS } from './boundary-question.ts';
import type { ReadTerritory } from './boundary-territory.ts';
import { type FileJob, jobsOf, pathOf } from './file-job.ts';
import { isManifestPath } from './manifest-path.ts';
import type { FileContent } from './office-file.ts';
import type { LaidFile, PackedTable } from './packed-sheet.ts';
import type { ReaderReply, ReaderRequest } from './reader-request.ts';

/** The part of a Worker that reading needs. */
export interface ReaderThread {
  postMessage(request: ReaderRequest, transfer: Transferable[]): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<ReaderReply>) => void): void;
  addEventListener(type: 'error', listener: (event: { readonly message?: string }) => void): void;
  addEventListener(type: 'messageerror', listener: () => void): void;
  terminate(): void;
}

export interface ReadingProgress {
  /** Name of the file being read. */
  readonly file: string;
  /** Files already read, and files in all. */
  readonly done: number;
  readonly total: number;
}

export interface ReadingOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: ReadingProgress) => void;
  /** What the reader said to the questions of files of boundaries, by name of the job. */
  readonly answers?: ReadonlyMap<string, BoundaryAnswers>;
}

/** `ok` is false where the country's list could not be had. */
export type TilesDrawn =
  | { readonly ok: true; readonly ground: ReadTerritory | null }
  | { readonly ok: false };

export interface FileReaderPort {
  read(files: readonly File[], options?: ReadingOptions): Promise<readonly LaidFile[]>;
  /** What stands in for the boundaries of tables; a ground of null where they name no regency. */
  tiles(files: readonly PackedTable[], signal?: AbortSignal): Promise<TilesDrawn>;
}

export interface ReaderLimits {
  /** Time for one file: so much, and so much more for each million bytes. */
  readonly timeoutMs: number;
  readonly timeoutMsPerMegabyte: number;
}

const LIMITS: ReaderLimits = { timeoutMs: 60_000, timeoutMsPerMegabyte: 2_000 };
const MOST_BYTES = 400 * 2 ** 20;

function browserThread(): ReaderThread {
  return openWatchedWorker({
    kind: 'reader',
    start: (name) => new Worker(new URL('./reader-worker.ts', import.meta.url), { type: 'module', name }),
  });
}

function refused(name: string, code: ProblemCode): LaidFile {
  return { kind: 'refused', name, problems: [{ code, severity: 'error', at: { file: name } }] };
}

async function requestOf({ name, files }: FileJob, answers: BoundaryAnswers): Promise<ReaderRequest> {
  const contents = await Promise.all(
    files.map(async (file) => ({ name: pathOf(file), bytes: new Uint8Array(await file.arrayBuffer()) })),
  );
  const [only] = contents;
  return only && contents.length === 1 && !isManifestPath(only.name)
    ? { kind: 'file', file: { name, bytes: only.bytes }, answers }
    : { kind: 'folder', name, files: contents, answers };
}

/** What a thread answers, or why it did not. */
type Answered =
  | Exclude<ReaderReply, { readonly kind: 'failed' }>
  | { readonly kind: 'failed'; readonly code: ProblemCode };

function contentsOf(request: ReaderRequest): readonly FileContent[] {
  if (request.kind === 'tiles') return [];
  return request.kind === 'file' ? [request.file] : request.files;
}

/** One thread for one job, ended whatever happens: a thread that hangs on a hostile file can only be killed. */
function runJob(
  thread: ReaderThread,
  request: ReaderRequest,
  timeoutMs: number,
  signal?: AbortSignal,
): Promise<Answered> {
  return new Promise<Answered>((resolve, reject) => {
    const end = (settle: () => void): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', stop);
      thread.terminate();
      settle();
    };
    const stop = (): void => end(() => reject(signal?.reason));
    const fail = (code: ProblemCode): void => end(() => resolve({ kind: 'failed', code }));
    const timer = setTimeout(() => fail('file/timeout'), timeoutMs);
    signal?.addEventListener('abort', stop);
    // A script that cannot be had is told without a message.
    thread.addEventListener('error', ({ message }) =>
      fail(message ? 'file/reading-ended' : 'file/part-missing'),
    );
    thread.addEventListener('messageerror', () => fail('file/reading-ended'));
    thread.addEventListener('message', ({ data }) => {
      if (data.kind === 'failed') fail('file/unreadable');
      else end(() => resolve(data));
    });
    thread.postMessage(
      request,
      contentsOf(request).map(({ bytes }) => bytes.buffer as ArrayBuffer),
    );
  });
}

/**
 * Reads files one after another, each in a worker of its own that is killed when it is done, aborted, or out of time.
 * Bad files come back as `refused`; only an abort rejects, with the signal's reason.
 */
export function createFileReader(
  startThread: () => ReaderThread = browserThread,
  limits: ReaderLimits = LIMITS,
): FileReaderPort {
  async function readJob(
    job: FileJob,
    answers: BoundaryAnswers,
    signal?: AbortSignal,
  ): Promise<readonly LaidFile[]> {
    const size = job.files.reduce((sum, file) => sum + file.size, 0);
    if (size > MOST_BYTES) return [refused(job.name, 'file/too-large')];
    let request: ReaderRequest;
    try {
      request = await requestOf(job, answers);
    } catch {
      return [refused(job.name, 'file/unreadable')];
    }
    signal?.throwIfAborted();
    const timeoutMs = limits.timeoutMs + (size / 2 ** 20) * limits.timeoutMsPerMegabyte;
    const answered = await runJob(startThread(), request, timeoutMs, signal);
    return answered.kind === 'read'
      ? answered.files
      : [refused(job.name, answered.kind === 'failed' ? answered.code : 'file/unreadable')];
  }
  return {
    async read(files, { signal, onProgress, answers } = {}) {
      const jobs = jobsOf(files);
      const read: LaidFile[] = [];
      for (const [done, job] of jobs.entries()) {
        signal?.throwIfAborted();
        onProgress?.({ file: job.name, done, total: jobs.length });
        read.push(...(await readJob(job, answers?.get(job.name) ?? NO_ANSWERS, signal)));
      }
      return read;
    },
    async tiles(files, signal) {
      const answered = await runJob(startThread(), { kind: 'tiles', files }, limits.timeoutMs, signal);
      return answered.kind === 'tiles' ? { ok: true, ground: answered.ground } : { ok: false };
    },
  };
}
