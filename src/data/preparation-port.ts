import type { Territory } from '#core/area.ts';
import type { BoundaryCollection } from '#core/boundary.ts';
import type { Manifest } from '#core/dataset.ts';
import type {
  AreaAnswer,
  LinkReport,
  PreparationStep,
  QualityReport,
  ReadPersonFile,
  SheetLedger,
  WaitingEntry,
} from '#core/preparation-report.ts';
import type { Problem } from '#core/problem.ts';
import { openWatchedWorker } from '#thread/watched-worker.ts';
import type { ArchivePart } from './archive-guard.ts';

/** What children are placed in where no boundaries are among the files. */
export interface PreparationGround {
  readonly territory: Territory;
  readonly boundaries: BoundaryCollection;
  readonly about: Manifest['boundaries'];
}

export interface PreparationRequest {
  /** Of persons, with boundaries among them or not. */
  readonly files: readonly File[];
  readonly ground: PreparationGround;
  readonly answers: readonly (readonly [key: string, answer: AreaAnswer])[];
  /** ISO 8601: the day of the export. */
  readonly snapshot: string;
  /** '' where no period was said for lists of welfare that name none. */
  readonly welfarePeriod: string;
  readonly decile: 1 | 2 | 3 | 4;
  readonly title: string;
}

/** What the desk gives out: counts, row numbers and names of areas. */
export interface PreparedOffice {
  /** The file of boundaries among those chosen; null where the areas that are open were used. */
  readonly boundaries: { readonly name: string; readonly areas: number } | null;
  readonly areas: readonly { readonly code: string; readonly name: string; readonly district: string }[];
  readonly files: readonly ReadPersonFile[];
  readonly ledgers: readonly SheetLedger[];
  readonly waiting: readonly WaitingEntry[];
  readonly links: LinkReport;
  readonly quality: QualityReport;
  /** Of the internal package; empty where nobody was counted. */
  readonly packageFiles: readonly ArchivePart[];
  readonly reports: readonly { readonly path: string; readonly text: string }[];
  /** Equivalents, with what waits, to be filled in; '' where nothing waits and nothing was answered. */
  readonly matches: string;
}

export type PreparationFailure = 'crashed' | 'timeout' | 'part-missing' | 'engine';

export type PreparationReply =
  | { readonly kind: 'step'; readonly step: PreparationStep }
  | { readonly kind: 'done'; readonly office: PreparedOffice }
  /** A file of boundaries that cannot be read. */
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] }
  | { readonly kind: 'failed'; readonly why: PreparationFailure };

/** The part of a Worker that the desk needs. */
export interface PreparationThread {
  postMessage(request: PreparationRequest): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<PreparationReply>) => void): void;
  addEventListener(type: 'error', listener: (event: { readonly message?: string }) => void): void;
  terminate(): void;
}

const TIMEOUT_MS = 15 * 60_000;

function browserThread(): PreparationThread {
  return openWatchedWorker({
    kind: 'linkage',
    start: (name) =>
      new Worker(new URL('../linkage/linkage-worker.ts', import.meta.url), { type: 'module', name }),
  });
}

/**
 * Has files of persons read, linked and counted in a worker of its own, which is ended when it is done, aborted or out of
 * time: what it held is gone with it. Only an abort rejects.
 */
export function prepareOffice(
  request: PreparationRequest,
  { signal, onStep }: { readonly signal: AbortSignal; readonly onStep: (step: PreparationStep) => void },
  startThread: () => PreparationThread = browserThread,
): Promise<Exclude<PreparationReply, { readonly kind: 'step' }>> {
  const thread = startThread();
  return new Promise((resolve, reject) => {
    const end = (settle: () => void): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
      thread.terminate();
      settle();
    };
    const fail = (why: PreparationFailure): void => end(() => resolve({ kind: 'failed', why }));
    const stop = (): void => end(() => reject(signal.reason));
    const timer = setTimeout(() => fail('timeout'), TIMEOUT_MS);
    signal.addEventListener('abort', stop);
    thread.addEventListener('error', ({ message }) => fail(message ? 'crashed' : 'part-missing'));
    thread.addEventListener('message', ({ data }) => {
      if (data.kind === 'step') onStep(data.step);
      else end(() => resolve(data));
    });
    thread.postMessage(request);
  });
}
