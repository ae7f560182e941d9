import type { JobReply, JobRequest } from './job-message.ts';

/** What this needs of a worker's own scope. */
export interface JobScope<Job, Answer, Kept> {
  postMessage(message: JobReply<Answer>): void;
  addEventListener(
    type: 'message',
    listener: (event: { readonly data: JobRequest<Job, Kept> }) => void,
  ): void;
}

export interface JobWork<Job, Answer, Kept> {
  /**
   * Works on one job. Null where it was told to stop.
   * @param onBreath takes the share done, 0 to 1; false ends the work.
   */
  run(job: Job, onBreath: (share: number) => boolean): Promise<{ readonly result: Answer } | null>;
  /** Takes what later jobs need. */
  keep?(kept: Kept): void;
}

/** The worker's side of a `JobThread`: runs what is asked for, tells how far it is, and stops what was canceled. */
export function answerJobs<Job, Answer, Kept = never>(
  scope: JobScope<Job, Answer, Kept>,
  { run, keep }: JobWork<Job, Answer, Kept>,
): void {
  const canceled = new Set<number>();

  const answer = async (id: number, job: Job): Promise<void> => {
    const onBreath = (progress: number): boolean => {
      if (canceled.has(id)) return false;
      scope.postMessage({ run: id, progress });
      return true;
    };
    try {
      const done = await run(job, onBreath);
      if (done !== null) scope.postMessage({ run: id, answer: done.result });
    } catch (error) {
      const broken = error instanceof Error ? (error.stack ?? error.message) : String(error);
      scope.postMessage({ run: id, broken });
    } finally {
      canceled.delete(id);
    }
  };

  scope.addEventListener('message', ({ data }) => {
    switch (data.task) {
      case 'keep':
        keep?.(data.kept);
        return;
      case 'cancel':
        canceled.add(data.run);
        return;
      case 'run':
        void answer(data.run, data.job);
    }
  });
}
