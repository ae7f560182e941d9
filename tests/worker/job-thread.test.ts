import { describe, expect, it, vi } from 'vitest';
import { createJobThread } from '#worker/job-thread.ts';
import { handPorts, jobOptions } from './hand-port.ts';

/** Of a run that the test does not wait for: it is ended for its silence, when nobody asks any more. */
const late = (): void => {};

function rig() {
  const { ports, open } = handPorts<string, string, string>();
  return { ports, thread: createJobThread('worker of jobs', open) };
}

describe('the thread of jobs', () => {
  it('gives each run its own progress and answer, of one worker', async () => {
    const { ports, thread } = rig();
    const [seenA, seenB] = [[] as number[], [] as number[]];
    const a = thread.run('a', jobOptions(undefined, seenA));
    const b = thread.run('b', jobOptions(undefined, seenB));
    expect(ports).toHaveLength(1);
    ports[0]?.reply({ run: 2, progress: 0.5 });
    ports[0]?.reply({ run: 2, answer: 'of b' });
    ports[0]?.reply({ run: 1, broken: 'here' });
    expect(await b).toBe('of b');
    await expect(a).rejects.toThrow('worker of jobs: here');
    expect([seenA, seenB]).toEqual([[], [0.5]]);
  });

  it('tells the worker to stop, and takes no late answer', async () => {
    const { ports, thread } = rig();
    const stop = new AbortController();
    const run = thread.run('a', jobOptions(stop.signal));
    stop.abort();
    await expect(run).rejects.toMatchObject({ fault: { code: 'engine/canceled' } });
    expect(ports[0]?.sent.at(-1)).toEqual({ task: 'cancel', run: 1 });
    ports[0]?.reply({ run: 1, answer: 'of a' });
  });

  it('starts nothing for a job that was stopped before', async () => {
    const { ports, thread } = rig();
    const run = thread.run('a', jobOptions(AbortSignal.abort()));
    await expect(run).rejects.toMatchObject({ fault: { code: 'engine/canceled' } });
    expect(ports).toHaveLength(0);
  });

  it('sends what is to be kept once, and again where it is another', () => {
    const { ports, thread } = rig();
    const [first, second] = [{}, {}];
    for (const of of [first, first, second])
      thread.run('a', jobOptions(), { of, make: () => (of === first ? 'first' : 'second') }).catch(late);
    thread.run('b', jobOptions()).catch(late);
    expect(ports[0]?.sent.map((message) => (message.task === 'keep' ? message.kept : message.task))).toEqual([
      'first',
      'run',
      'run',
      'second',
      'run',
      'run',
    ]);
  });

  it('rejects what was pending when the worker dies, and starts another, which knows nothing', async () => {
    const { ports, thread } = rig();
    const keeping = { of: {}, make: () => 'kept' };
    const runs = [thread.run('a', jobOptions(), keeping), thread.run('b', jobOptions(), keeping)];
    ports[0]?.die();
    for (const run of runs) await expect(run).rejects.toMatchObject({ fault: { code: 'engine/crashed' } });
    expect(ports[0]?.ended).toBe(true);
    thread.run('a', jobOptions(), keeping).catch(late);
    expect(ports[1]?.sent.map(({ task }) => task)).toEqual(['keep', 'run']);
  });

  it('ends a worker that has told nothing for long, but not one that tells how far it is', async () => {
    vi.useFakeTimers();
    const { ports, open } = handPorts<string, string, string>();
    const thread = createJobThread('worker of jobs', open, { silentMs: 600 });
    const hung = thread.run('a', jobOptions());
    const told = expect(hung).rejects.toMatchObject({ fault: { code: 'engine/timeout' } });
    vi.advanceTimersByTime(600);
    expect(ports[0]?.ended).toBe(false);
    vi.advanceTimersByTime(100);
    await told;
    expect(ports[0]?.ended).toBe(true);
    const slow = thread.run('b', jobOptions());
    for (let part = 0; part < 30; part++) {
      vi.advanceTimersByTime(500);
      ports[1]?.reply({ run: 2, progress: part / 30 });
    }
    ports[1]?.reply({ run: 2, answer: 'of b' });
    expect(await slow).toBe('of b');
    vi.advanceTimersByTime(10_000);
    expect(ports[1]?.ended).toBe(false);
    vi.useRealTimers();
  });
});
