import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { lifeName, watchLife } from '#thread/life-watch.ts';
import { ALIVE, PING } from '#thread/worker-life.ts';

const LIMITS = { startMs: 500, askEveryMs: 20, unanswered: 3 };

/** A worker as the channel knows it: it lives, it may be asked, it can fall silent. */
function workerOn(name: string): { live(): void; fallSilent(): void; asked(): number; close(): void } {
  const channel = new BroadcastChannel(name);
  let silent = false;
  let asked = 0;
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (data !== PING) return;
    asked += 1;
    if (!silent) channel.postMessage(ALIVE);
  };
  return {
    live: () => channel.postMessage(ALIVE),
    fallSilent: () => {
      silent = true;
    },
    asked: () => asked,
    close: () => channel.close(),
  };
}

/** Locks of one name: held until let go, then given to whoever waits. */
function handLocks(): { manager: LockManager; letGo(): void } {
  let given: (() => void) | null = null;
  const request = (_name: string, { signal }: LockOptions, callback: () => void): Promise<void> =>
    new Promise((resolve, reject) => {
      signal?.addEventListener('abort', () => reject(new Error('aborted')));
      given = () => {
        callback();
        resolve();
      };
    });
  return { manager: { request } as unknown as LockManager, letGo: () => given?.() };
}

/** Lets time pass, told by another worker that is asked so many times meanwhile. */
async function asked(times: number): Promise<void> {
  const name = lifeName('clock');
  const clock = workerOn(name);
  const stop = watchLife(name, { onDeath: () => {}, limits: LIMITS, locks: null });
  clock.live();
  await expect.poll(() => clock.asked(), { timeout: 10_000 }).toBeGreaterThan(times);
  stop();
  clock.close();
}

describe('the watch over a worker', () => {
  let name: string;
  let worker: ReturnType<typeof workerOn>;
  let stop: () => void = () => {};
  const onDeath = vi.fn<(why: string) => void>();

  beforeEach(() => {
    name = lifeName('test');
    worker = workerOn(name);
    onDeath.mockReset();
  });
  afterEach(() => {
    stop();
    worker.close();
  });

  it('without locks asks a living worker, and tells once when it falls silent', async () => {
    stop = watchLife(name, { onDeath, limits: LIMITS, locks: null });
    worker.live();
    await expect.poll(() => worker.asked()).toBeGreaterThan(5);
    expect(onDeath).not.toHaveBeenCalled();
    worker.fallSilent();
    await expect.poll(() => onDeath.mock.calls).toEqual([['silent to 3 questions']]);
    const before = worker.asked();
    await asked(5);
    expect(worker.asked()).toBe(before);
  });

  it('without locks leaves a busy worker alone, however long it is silent', async () => {
    let idle = false;
    stop = watchLife(name, { onDeath, limits: LIMITS, locks: null, isIdle: () => idle });
    worker.live();
    worker.fallSilent();
    await asked(10);
    expect(onDeath).not.toHaveBeenCalled();
    idle = true;
    await expect.poll(() => onDeath.mock.calls.length).toBe(1);
  });

  it('with locks knows the end as soon as the lock is free, and asks nothing', async () => {
    const locks = handLocks();
    stop = watchLife(name, { onDeath, limits: LIMITS, locks: locks.manager });
    locks.letGo();
    expect(onDeath).not.toHaveBeenCalled();
    worker.live();
    await expect
      .poll(() => {
        locks.letGo();
        return onDeath.mock.calls;
      })
      .toEqual([['ended silently']]);
    expect(worker.asked()).toBe(0);
  });

  it('tells of a worker that never starts', async () => {
    stop = watchLife(name, { onDeath, limits: LIMITS, locks: null });
    await expect.poll(() => onDeath.mock.calls).toEqual([['not started in 500 ms']]);
  });

  it('tells nothing of a worker that was ended on purpose', async () => {
    const locks = handLocks();
    stop = watchLife(name, { onDeath, limits: LIMITS, locks: locks.manager });
    worker.live();
    await asked(2);
    stop();
    locks.letGo();
    await asked(LIMITS.startMs / LIMITS.askEveryMs);
    expect(onDeath).not.toHaveBeenCalled();
  });
});
