import type { Problem, Result } from '#core/problem.ts';
import type { DatasetPackage } from '#data/dataset-package.ts';
import type { GatheredProblem } from '#data/gathered-problems.ts';
import { packageAreas } from '#data/table-dataset.ts';
import { openWatchedWorker } from '#thread/watched-worker.ts';
import { createJobThread, type JobPort } from '#worker/job-thread.ts';
import type { DeskInput } from './desk-reading.ts';
import { choicesOf, type Desk, inputOf, seedOf, withReading } from './office-desk.ts';
import type { ReadingAnswer, ReadingJob } from './reading-job.ts';

/** Reads the tables of a desk beside the page. */
export interface DeskReader {
  /** The desk, its tables read. An abort ends the work at once, and rejects. */
  read(desk: Desk, signal: AbortSignal): Promise<Desk>;
  /** Gathered problems of what was read last, the worst first. */
  gathered(from: number, to: number): Promise<readonly GatheredProblem[]>;
  /** Each of them by itself, likewise. */
  problems(from: number, to: number): Promise<readonly Problem[]>;
  /** The package that what lies on a desk makes, as it was read last. */
  package(desk: Desk, signal: AbortSignal): Promise<Result<DatasetPackage>>;
  /** Ends the worker, and with it all that it holds of the tables. */
  end(): void;
}

export type ReadingPort = JobPort<ReadingJob, ReadingAnswer, DeskInput>;

/** A million rows take minutes on a slow machine; whoever waits can cancel. */
const SILENT_MS = 300_000;

function openWorker(): ReadingPort {
  return openWatchedWorker({
    kind: 'reading',
    start: (name) => new Worker(new URL('./reading-worker.ts', import.meta.url), { type: 'module', name }),
  });
}

function isSameInput(a: DeskInput, b: DeskInput): boolean {
  return (
    a.ground.territory === b.ground.territory &&
    a.ground.alternateCodes === b.ground.alternateCodes &&
    a.tables.length === b.tables.length &&
    a.tables.every(({ name, sheets }, k) => name === b.tables[k]?.name && sheets === b.tables[k]?.sheets)
  );
}

export function createDeskReader(open: () => ReadingPort = openWorker): DeskReader {
  const thread = createJobThread('reading worker', open, { silentMs: SILENT_MS, endsOnAbort: true });
  const always = new AbortController().signal;
  /** What the worker was sent last, and what it is to be told if it has to begin anew. */
  let input: DeskInput | null = null;
  let last: Desk | null = null;

  async function run<Task extends ReadingJob['task']>(
    job: Extract<ReadingJob, { readonly task: Task }>,
    of: DeskInput,
    signal: AbortSignal,
  ): Promise<Extract<ReadingAnswer, { readonly task: Task }>> {
    const answer = await thread.run(job, { signal, onProgress: () => {} }, { of, make: () => of });
    return answer as Extract<ReadingAnswer, { readonly task: Task }>;
  }
  /** Of what was read last; a worker that was lost since is told again first. */
  async function part<Task extends 'gathered' | 'problems' | 'package'>(
    job: Extract<ReadingJob, { readonly task: Task }>,
    signal: AbortSignal,
  ): Promise<Extract<ReadingAnswer, { readonly task: Task }>> {
    if (input === null || last === null) throw new Error('nothing was read');
    if (!thread.keeps(input)) await run({ task: 'read', choices: choicesOf(last) }, input, signal);
    return run(job, input, signal);
  }

  return {
    async read(desk, signal) {
      if (desk.tables.length === 0) return withReading(desk, null);
      const asked = inputOf(desk);
      const own = input !== null && isSameInput(input, asked) ? input : asked;
      const { told } = await run({ task: 'read', choices: choicesOf(desk) }, own, signal);
      input = own;
      last = desk;
      return withReading(desk, told);
    },
    gathered: async (from, to) => (await part({ task: 'gathered', from, to }, always)).gathered,
    problems: async (from, to) => (await part({ task: 'problems', from, to }, always)).problems,
    async package(desk, signal) {
      if (desk.pkg) return { ok: true, value: desk.pkg.pkg, problems: desk.pkg.problems };
      const { made } = await part({ task: 'package', seed: seedOf(desk) }, signal);
      if (!made.ok) return made;
      const areas = packageAreas(desk.ground.territory, desk.ground.boundaries);
      return { ...made, value: { ...made.value, areas } };
    },
    end() {
      thread.end();
      input = null;
      last = null;
    },
  };
}
