import type { ProblemCode } from '#core/problem.ts';
import { openWatchedWorker } from '#thread/watched-worker.ts';
import { isManifestPath } from './manifest-path.ts';
import type { ReadFile } from './office-file.ts';
import type { ReaderReply, ReaderRequest } from './reader-worker.ts';

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
}

export interface FileReaderPort {
  read(files: readonly File[], options?: ReadingOptions): Promise<readonly ReadFile[]>;
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

function refused(name: string, code: ProblemCode): ReadFile {
  return { kind: 'refused', name, problems: [{ code, severity: 'error', at: { file: name } }] };
}

/** Path within the folder picked, or the bare name. */
function pathOf(file: File): string {
  return file.webkitRelativePath || file.name;
}

interface Job {
  readonly name: string;
  readonly files: readonly File[];
}

const SHAPEFILE_PART = /\.(?:shp|dbf|prj|cpg|shx|sbn|sbx|qpj|qmd|shp\.xml)$/i;
const stemOf = (file: File): string => pathOf(file).replace(SHAPEFILE_PART, '').toLowerCase();

/** Files beside a manifest are one package, the parts of a shapefile one map; all others stand alone. */
function jobsOf(files: readonly File[]): readonly Job[] {
  if (!files.some((file) => isManifestPath(pathOf(file)))) {
    const shapes = files.filter((file) => /\.shp$/i.test(file.name));
    const partsOf = (shape: File) =>
      files.filter((file) => SHAPEFILE_PART.test(file.name) && stemOf(file) === stemOf(shape));
    const maps = shapes.map((shape): Job => ({ name: shape.name, files: partsOf(shape) }));
    const taken = new Set(maps.flatMap(({ files: parts }) => parts));
    const alone = files.filter((file) => !taken.has(file));
    return [...maps, ...alone.map((file): Job => ({ name: file.name, files: [file] }))];
  }
  const [folder = ''] = files.map((file) => pathOf(file).split('/')).flatMap((path) => path.slice(0, -1));
  return [{ name: folder || 'manifest.json', files }];
}

async function requestOf({ name, files }: Job): Promise<ReaderRequest> {
  const contents = await Promise.all(
    files.map(async (file) => ({ name: pathOf(file), bytes: new Uint8Array(await file.arrayBuffer()) })),
  );
  const [only] = contents;
  return only && contents.length === 1 && !isManifestPath(only.name)
    ? { kind: 'file', file: { name, bytes: only.bytes } }
    : { kind: 'folder', name, files: contents };
}

/** Boundaries whose properties hold counts are boundaries and a table. */
function withTable(file: ReadFile): readonly ReadFile[] {
  if (file.kind !== 'boundaries' || file.table === null) return [file];
  return [file, { kind: 'table', name: attributeName(file.name), sheets: [file.table], problems: [] }];
}

/** Name under which the properties of a boundary file stand as a table. */
function attributeName(name: string): string {
  return `${name} (atribut)`;
}

/** One thread for one job, ended whatever happens: a thread that hangs on a hostile file can only be killed. */
function runJob(
  thread: ReaderThread,
  job: Job,
  request: ReaderRequest,
  timeoutMs: number,
  signal?: AbortSignal,
): Promise<ReadFile> {
  return new Promise<ReadFile>((resolve, reject) => {
    const end = (settle: () => void): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', stop);
      thread.terminate();
      settle();
    };
    const stop = (): void => end(() => reject(signal?.reason));
    const fail = (code: ProblemCode): void => end(() => resolve(refused(job.name, code)));
    const timer = setTimeout(() => end(() => resolve(refused(job.name, 'file/timeout'))), timeoutMs);
    signal?.addEventListener('abort', stop);
    // A script that cannot be had is told without a message.
    thread.addEventListener('error', ({ message }) =>
      fail(message ? 'file/reading-ended' : 'file/part-missing'),
    );
    thread.addEventListener('messageerror', () => fail('file/reading-ended'));
    thread.addEventListener('message', ({ data }) => {
      if (data.kind === 'read') end(() => resolve(data.file));
      else fail('file/unreadable');
    });
    const contents = request.kind === 'file' ? [request.file] : request.files;
    thread.postMessage(
      request,
      contents.map(({ bytes }) => bytes.buffer as ArrayBuffer),
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
  async function readJob(job: Job, signal?: AbortSignal): Promise<ReadFile> {
    const size = job.files.reduce((sum, file) => sum + file.size, 0);
    if (size > MOST_BYTES) return refused(job.name, 'file/too-large');
    let request: ReaderRequest;
    try {
      request = await requestOf(job);
    } catch {
      return refused(job.name, 'file/unreadable');
    }
    signal?.throwIfAborted();
    const timeoutMs = limits.timeoutMs + (size / 2 ** 20) * limits.timeoutMsPerMegabyte;
    return runJob(startThread(), job, request, timeoutMs, signal);
  }
  return {
    async read(files, { signal, onProgress } = {}) {
      const jobs = jobsOf(files);
      const read: ReadFile[] = [];
      for (const [done, job] of jobs.entries()) {
        signal?.throwIfAborted();
        onProgress?.({ file: job.name, done, total: jobs.length });
        read.push(...withTable(await readJob(job, signal)));
      }
      return read;
    },
  };
}
