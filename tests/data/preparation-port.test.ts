import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  type LinkageReply,
  type LinkageRequest,
  type LinkageThread,
  OfficeRun,
  type ReleaseRequest,
} from '#data/preparation-port.ts';

const RELEASE: ReleaseRequest = {
  kind: 'release',
  minimumCell: 10,
  reason: '',
  register: null,
  first: true,
  id: 'rilis',
  date: '2026-12-01',
};

/** A worker that does nothing but what a test has it say. */
function thread() {
  const told: LinkageRequest['kind'][] = [];
  const listeners = new Map<string, (event: never) => void>();
  let ended = false;
  const port: LinkageThread = {
    postMessage: ({ kind }) => void told.push(kind),
    addEventListener: (type: string, listener: (event: never) => void) => void listeners.set(type, listener),
    terminate: () => {
      ended = true;
    },
  };
  return {
    port,
    told,
    isEnded: () => ended,
    say: (data: LinkageReply) => listeners.get('message')?.({ data } as never),
    break: (message?: string) => listeners.get('error')?.({ message } as never),
  };
}

const asked = (run: OfficeRun, signal = new AbortController().signal, seen: string[] = []) =>
  run.ask(RELEASE, { signal, onReply: ({ kind }) => void seen.push(kind) });

afterEach(() => vi.useRealTimers());

describe('the run of an office', () => {
  it('answers one job after another from what it holds, and tells how far each is', async () => {
    const worker = thread();
    const run = new OfficeRun(() => worker.port);
    const seen: string[] = [];
    const first = asked(run, undefined, seen);
    expect(await asked(run)).toEqual({ kind: 'failed', why: 'forgotten' });
    worker.say({ kind: 'protecting', progress: { done: 1, blocks: 2 } });
    worker.say({ kind: 'refused', problems: [] });
    expect(await first).toEqual({ kind: 'refused', problems: [] });
    expect(seen).toEqual(['protecting']);
    const second = asked(run);
    worker.say({ kind: 'stopped' });
    expect(await second).toEqual({ kind: 'stopped' });
    run.end();
    expect(worker.isEnded()).toBe(true);
    expect(await asked(run)).toEqual({ kind: 'failed', why: 'forgotten' });
  });

  it('asks a release to stop and keeps the count; one that does not stop is ended', async () => {
    vi.useFakeTimers();
    const worker = thread();
    const run = new OfficeRun(() => worker.port);
    const stopping = new AbortController();
    const job = asked(run, stopping.signal);
    stopping.abort();
    expect(worker.told).toEqual(['release', 'stop']);
    worker.say({ kind: 'stopped' });
    expect([await job, worker.isEnded()]).toEqual([{ kind: 'stopped' }, false]);

    const deaf = new AbortController();
    const other = asked(run, deaf.signal);
    deaf.abort();
    vi.advanceTimersByTime(60_000);
    expect([await other, worker.isEnded()]).toEqual([{ kind: 'stopped' }, true]);
  });

  it('ends what takes too long, what breaks, and what nobody has asked for an hour', async () => {
    vi.useFakeTimers();
    const slow = thread();
    const late = asked(new OfficeRun(() => slow.port));
    vi.advanceTimersByTime(15 * 60_000);
    expect([await late, slow.isEnded()]).toEqual([{ kind: 'failed', why: 'timeout' }, true]);

    for (const [message, why] of [
      ['fell', 'crashed'],
      [undefined, 'part-missing'],
    ] as const) {
      const broken = thread();
      const job = asked(new OfficeRun(() => broken.port));
      broken.break(message);
      expect([await job, broken.isEnded()]).toEqual([{ kind: 'failed', why }, true]);
    }

    const idle = thread();
    const job = asked(new OfficeRun(() => idle.port));
    idle.say({ kind: 'stopped' });
    await job;
    vi.advanceTimersByTime(60 * 60_000);
    expect(idle.isEnded()).toBe(true);
  });
});
