import type { Territory } from '#core/area.ts';
import type { BoundaryCollection } from '#core/boundary.ts';
import type { Manifest } from '#core/dataset.ts';
import type { ReviewedLink, ShownPair, Verdict } from '#core/link-review.ts';
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
import type { Release, ReleaseProgress } from '#core/release-counts.ts';
import { openWatchedWorker } from '#thread/watched-worker.ts';
import type { ArchivePart } from './archive-guard.ts';

/** What children are placed in where no boundaries are among the files. */
export interface PreparationGround {
  readonly territory: Territory;
  readonly boundaries: BoundaryCollection;
  readonly about: Manifest['boundaries'];
}

export interface PreparationRequest {
  readonly kind: 'prepare';
  /** Of persons, with boundaries among them or not. */
  readonly files: readonly File[];
  readonly ground: PreparationGround;
  readonly answers: readonly (readonly [key: string, answer: AreaAnswer])[];
  /** What was said of links, beside what a chosen file of it says. */
  readonly verdicts: readonly (readonly [key: string, verdict: Verdict])[];
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
  /** Links to be looked at, and what was said of them: in the files that were chosen, or before. */
  readonly review: readonly ReviewedLink[];
  readonly verdicts: readonly (readonly [key: string, verdict: Verdict])[];
  readonly quality: QualityReport;
  /** Of the internal package; empty where nobody was counted. */
  readonly packageFiles: readonly ArchivePart[];
  readonly reports: readonly { readonly path: string; readonly text: string }[];
  /** Equivalents, with what waits, to be filled in; '' where nothing waits and nothing was answered. */
  readonly matches: string;
}

/** What the office says of a release of what was counted. */
export interface ReleaseRequest {
  readonly kind: 'release';
  /** k and why it is small; '' where it is as usual. */
  readonly minimumCell: number;
  readonly reason: string;
  /** The file in which the office keeps its releases; null where it has none. */
  readonly register: File | null;
  /** The reader states that nothing was released before. */
  readonly first: boolean;
  readonly id: string;
  /** ISO 8601 date. */
  readonly date: string;
}

/** What may leave, and the register with it entered. */
export interface ReleasedOffice {
  readonly packageFiles: readonly ArchivePart[];
  readonly register: string;
  readonly audit: Release['audit'];
  /** Of the rule: k and rounding by number. */
  readonly policy: string;
  /** What was left out or taken over. */
  readonly notes: readonly Problem[];
}

/** `forgotten`: what was counted is no longer held. */
export type PreparationFailure = 'crashed' | 'timeout' | 'part-missing' | 'engine' | 'forgotten';

/** One pair of those to be looked at, by its position: the only names that ever leave the worker. */
export interface PairRequest {
  readonly kind: 'pair';
  readonly position: number;
}

export type LinkageJob = PreparationRequest | ReleaseRequest | PairRequest;
export type LinkageRequest = LinkageJob | { readonly kind: 'stop' };

/** What ends a job. */
export type LinkageAnswer =
  | { readonly kind: 'done'; readonly office: PreparedOffice }
  | { readonly kind: 'released'; readonly release: ReleasedOffice }
  | { readonly kind: 'pair'; readonly pair: ShownPair }
  /** A file that cannot be read, or a release that may not be. */
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed'; readonly why: PreparationFailure };

export type LinkageReply =
  | LinkageAnswer
  | { readonly kind: 'step'; readonly step: PreparationStep }
  | { readonly kind: 'protecting'; readonly progress: ReleaseProgress };

/** The part of a Worker that the desk needs. */
export interface LinkageThread {
  postMessage(request: LinkageRequest): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<LinkageReply>) => void): void;
  addEventListener(type: 'error', listener: (event: { readonly message?: string }) => void): void;
  terminate(): void;
}

interface JobWatch {
  readonly signal: AbortSignal;
  readonly onReply: (reply: Exclude<LinkageReply, LinkageAnswer>) => void;
}

const LIMITS = { jobMs: 15 * 60_000, heldMs: 60 * 60_000, stopMs: 10_000 };

function browserThread(): LinkageThread {
  return openWatchedWorker({
    kind: 'linkage',
    start: (name) =>
      new Worker(new URL('../linkage/linkage-worker.ts', import.meta.url), { type: 'module', name }),
  });
}

/**
 * Files of persons, read, linked and counted in a worker of their own. What it holds after the count is what a release is
 * made of, and the pairs to be looked at; that is gone with it: when it is ended, when a count is aborted, a job fails or takes too long, and an hour
 * after the last job.
 */
export class OfficeRun {
  private readonly thread: LinkageThread;
  private readonly limits: typeof LIMITS;
  private settle: ((answer: LinkageAnswer) => void) | null = null;
  private watch: JobWatch | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isOver = false;

  constructor(startThread: () => LinkageThread = browserThread, limits = LIMITS) {
    this.limits = limits;
    this.thread = startThread();
    this.thread.addEventListener('error', ({ message }) => this.fail(message ? 'crashed' : 'part-missing'));
    this.thread.addEventListener('message', ({ data }) => {
      if (data.kind === 'step' || data.kind === 'protecting') this.watch?.onReply(data);
      else if (data.kind === 'failed') this.fail(data.why);
      else this.answer(data);
    });
  }

  /** Only one job at a time. An aborted count ends all; an aborted release leaves what was counted. */
  ask(request: LinkageJob, watch: JobWatch): Promise<LinkageAnswer> {
    if (this.isOver || this.settle !== null) return Promise.resolve({ kind: 'failed', why: 'forgotten' });
    return new Promise((resolve) => {
      const stop = (): void => {
        if (request.kind === 'prepare') this.end();
        else {
          this.thread.postMessage({ kind: 'stop' });
          this.wait(this.limits.stopMs, () => this.end());
        }
      };
      this.settle = (answer) => {
        watch.signal.removeEventListener('abort', stop);
        resolve(answer);
      };
      this.watch = watch;
      watch.signal.addEventListener('abort', stop);
      this.wait(this.limits.jobMs, () => this.fail('timeout'));
      this.thread.postMessage(request);
    });
  }

  /** Forgets all that was read. */
  end(): void {
    this.close({ kind: 'stopped' });
  }

  private wait(delayMs: number, then: () => void): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(then, delayMs);
  }

  private answer(answer: LinkageAnswer): void {
    const settle = this.settle;
    this.settle = null;
    this.watch = null;
    this.wait(this.limits.heldMs, () => this.end());
    settle?.(answer);
  }

  private fail(why: PreparationFailure): void {
    this.close({ kind: 'failed', why });
  }

  private close(answer: LinkageAnswer): void {
    if (this.isOver) return;
    this.isOver = true;
    this.thread.terminate();
    this.answer(answer);
    clearTimeout(this.timer);
  }
}
