import { describe, expect, it } from 'vitest';
import { answerJobs, type JobWork } from '#worker/job-loop.ts';
import type { JobReply, JobRequest } from '#worker/job-message.ts';

/** Jobs that end when they are told to. */
function rig(more: Partial<JobWork<string, string, string>> = {}) {
  const replies: JobReply<string>[] = [];
  const breaths: ((share: number) => boolean)[] = [];
  const ends: ((done: { result: string } | null) => void)[] = [];
  let tell: (data: JobRequest<string, string>) => void = () => {};
  answerJobs(
    {
      postMessage: (message) => void replies.push(message),
      addEventListener: (_, listener) => {
        tell = (data) => listener({ data });
      },
    },
    {
      run: (_, onBreath) => {
        breaths.push(onBreath);
        return new Promise((resolve) => void ends.push(resolve));
      },
      ...more,
    },
  );
  return { replies, breaths, ends, tell };
}
const settled = () => new Promise((resolve) => void setImmediate(resolve));

describe('the loop of a worker', () => {
  it('tells progress and answer with the number of the run', async () => {
    const { replies, breaths, ends, tell } = rig();
    tell({ task: 'run', run: 1, job: 'a' });
    tell({ task: 'run', run: 2, job: 'b' });
    expect(breaths[1]?.(0.5)).toBe(true);
    ends[1]?.({ result: 'of b' });
    ends[0]?.({ result: 'of a' });
    await settled();
    expect(replies).toEqual([
      { run: 2, progress: 0.5 },
      { run: 2, answer: 'of b' },
      { run: 1, answer: 'of a' },
    ]);
  });

  it('lets a canceled run breathe no more, and the others go on', async () => {
    const { replies, breaths, ends, tell } = rig();
    for (const run of [1, 2]) tell({ task: 'run', run, job: 'a' });
    tell({ task: 'cancel', run: 1 });
    expect(breaths.map((breath) => breath(0.5))).toEqual([false, true]);
    ends[0]?.(null);
    await settled();
    expect(replies).toEqual([{ run: 2, progress: 0.5 }]);
  });

  it('tells what broke a run, whether it throws at once or later', async () => {
    const now = rig({
      run: () => {
        throw new Error('at once');
      },
    });
    const later = rig({ run: () => Promise.reject(new Error('later')) });
    for (const { tell } of [now, later]) tell({ task: 'run', run: 7, job: 'a' });
    await settled();
    expect(now.replies).toEqual([{ run: 7, broken: expect.stringContaining('at once') }]);
    expect(later.replies).toEqual([{ run: 7, broken: expect.stringContaining('later') }]);
  });

  it('keeps what it is sent before the runs that follow', () => {
    const seen: string[] = [];
    const { tell } = rig({
      keep: (kept) => void seen.push(kept),
      run: (job) => Promise.resolve({ result: String(seen.push(job)) }),
    });
    tell({ task: 'keep', kept: 'areas' });
    tell({ task: 'run', run: 1, job: 'a' });
    expect(seen).toEqual(['areas', 'a']);
  });
});
