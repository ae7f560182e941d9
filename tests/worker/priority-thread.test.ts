import { describe, expect, it } from 'vitest';
import type { PriorityUncertainty } from '#core/priority-uncertainty.ts';
import type { PriorityJob, PriorityReply, PriorityRequest } from '#worker/priority-message.ts';
import { createPriorityThread, type PriorityPort } from '#worker/priority-thread.ts';

const JOB = {} as PriorityJob;
const ANSWER = {} as PriorityUncertainty;

/** A worker whose answers are given by hand. */
function rig() {
  const ports: {
    sent: PriorityRequest[];
    reply: (data: PriorityReply) => void;
    die: () => void;
    ended: boolean;
  }[] = [];
  const open = (): PriorityPort => {
    const own: (typeof ports)[number] = { sent: [], reply: () => {}, die: () => {}, ended: false };
    ports.push(own);
    return {
      postMessage: (message) => void own.sent.push(message),
      terminate: () => {
        own.ended = true;
      },
      addEventListener(type: 'message' | 'error', listener: (event: never) => void) {
        if (type === 'message') own.reply = (data) => listener({ data } as never);
        else own.die = () => listener({ message: 'gone' } as never);
      },
    };
  };
  return { ports, thread: createPriorityThread(open) };
}
const options = (signal = new AbortController().signal, seen: number[] = []) => ({
  signal,
  onProgress: (share: number) => void seen.push(share),
});

describe('the priority thread', () => {
  it('gives each run its own progress and answer', async () => {
    const { ports, thread } = rig();
    const [seenA, seenB] = [[] as number[], [] as number[]];
    const a = thread.run(JOB, options(undefined, seenA));
    const b = thread.run(JOB, options(undefined, seenB));
    expect(ports).toHaveLength(1);
    ports[0]?.reply({ run: 2, progress: 0.5 });
    ports[0]?.reply({ run: 2, answer: ANSWER });
    ports[0]?.reply({ run: 1, broken: 'here' });
    expect(await b).toBe(ANSWER);
    await expect(a).rejects.toThrow('here');
    expect([seenA, seenB]).toEqual([[], [0.5]]);
  });

  it('tells the worker to stop, and takes no late answer', async () => {
    const { ports, thread } = rig();
    const stop = new AbortController();
    const run = thread.run(JOB, options(stop.signal));
    stop.abort();
    await expect(run).rejects.toMatchObject({ fault: { code: 'engine/canceled' } });
    expect(ports[0]?.sent.at(-1)).toEqual({ task: 'cancel', run: 1 });
    ports[0]?.reply({ run: 1, answer: ANSWER });
  });

  it('rejects what was pending when the worker dies, and starts another', async () => {
    const { ports, thread } = rig();
    const run = thread.run(JOB, options());
    ports[0]?.die();
    await expect(run).rejects.toMatchObject({ fault: { code: 'engine/crashed' } });
    void thread.run(JOB, options());
    expect(ports).toHaveLength(2);
    expect(ports[0]?.ended).toBe(true);
  });
});
