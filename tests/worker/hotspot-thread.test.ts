import { describe, expect, it } from 'vitest';
import type {
  HotspotAnswer,
  HotspotJob,
  HotspotReply,
  HotspotRequest,
  SentAreas,
} from '#worker/hotspot-message.ts';
import { createHotspotThread, type HotspotPort } from '#worker/hotspot-thread.ts';

const JOB = {} as HotspotJob;
const ANSWER = {} as HotspotAnswer;
const areas = (): SentAreas => ({}) as SentAreas;

/** A worker whose answers are given by hand. */
function rig() {
  const ports: {
    sent: HotspotRequest[];
    reply: (data: HotspotReply) => void;
    die: () => void;
    ended: boolean;
  }[] = [];
  const open = (): HotspotPort => {
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
  return { ports, thread: createHotspotThread(open) };
}
const options = (signal = new AbortController().signal, seen: number[] = []) => ({
  signal,
  onProgress: (share: number) => void seen.push(share),
});

describe('the hotspot thread', () => {
  it('sends areas once, and again only where they are others', async () => {
    const { ports, thread } = rig();
    const [first, second] = [{}, {}];
    for (const of of [first, first, second]) void thread.run(of, areas, JOB, options());
    expect(ports).toHaveLength(1);
    expect(ports[0]?.sent.map(({ task }) => task)).toEqual(['areas', 'run', 'run', 'areas', 'run']);
  });

  it('gives each run its own progress and answer', async () => {
    const { ports, thread } = rig();
    const [seenA, seenB] = [[] as number[], [] as number[]];
    const of = {};
    const a = thread.run(of, areas, JOB, options(undefined, seenA));
    const b = thread.run(of, areas, JOB, options(undefined, seenB));
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
    const run = thread.run({}, areas, JOB, options(stop.signal));
    stop.abort();
    await expect(run).rejects.toMatchObject({ fault: { code: 'engine/canceled' } });
    expect(ports[0]?.sent.at(-1)).toEqual({ task: 'cancel', run: 1 });
    ports[0]?.reply({ run: 1, answer: ANSWER });
  });

  it('rejects what was pending when the worker dies, and starts another', async () => {
    const { ports, thread } = rig();
    const of = {};
    const run = thread.run(of, areas, JOB, options());
    ports[0]?.die();
    await expect(run).rejects.toMatchObject({ fault: { code: 'engine/crashed' } });
    expect(ports[0]?.ended).toBe(true);
    void thread.run(of, areas, JOB, options());
    expect(ports[1]?.sent.map(({ task }) => task)).toEqual(['areas', 'run']);
  });
});
