import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browserMachine } from '#state/shared-machine.ts';

/** Channels of one browser: what one says, the others of its name hear. */
class FakeChannel extends EventTarget {
  static readonly all = new Set<FakeChannel>();
  readonly name: string;
  constructor(name: string) {
    super();
    this.name = name;
    FakeChannel.all.add(this);
  }
  postMessage(data: unknown): void {
    for (const other of FakeChannel.all)
      if (other !== this && other.name === this.name)
        other.dispatchEvent(new MessageEvent('message', { data }));
  }
}

/** Locks that are granted when the test says so. */
const asked: (() => void)[] = [];
const locks = {
  request: (_: string, work: () => void) =>
    new Promise<void>((resolve) => {
      asked.push(() => {
        work();
        resolve();
      });
    }),
};

beforeEach(() => {
  asked.length = 0;
  FakeChannel.all.clear();
  vi.stubGlobal('BroadcastChannel', FakeChannel);
  vi.stubGlobal('navigator', { locks });
});
afterEach(() => vi.unstubAllGlobals());

const pageOf = () => new EventTarget() as unknown as Window;
const storageEvent = (key: string | null) => Object.assign(new Event('storage'), { key });

describe('windows on one machine', () => {
  it('hear what another says, and not themselves', () => {
    const [a, b] = [browserMachine(pageOf()), browserMachine(pageOf())];
    const heard: string[] = [];
    a.hear((what) => heard.push(`a ${what}`));
    b.hear((what) => heard.push(`b ${what}`));
    a.tell('kept');
    b.tell('wiped');
    expect(heard).toEqual(['b kept', 'a wiped']);
  });

  it('hear by storage events alone where there is no channel; of what is ours', () => {
    vi.stubGlobal('BroadcastChannel', undefined);
    Reflect.deleteProperty(globalThis, 'BroadcastChannel');
    const page = pageOf();
    const machine = browserMachine(page);
    const heard: string[] = [];
    machine.hear((what) => heard.push(what));
    page.dispatchEvent(storageEvent('peta-sasaran/scenarios'));
    page.dispatchEvent(storageEvent('of another program'));
    page.dispatchEvent(storageEvent(null));
    expect(heard).toEqual(['kept', 'wiped']);
  });

  it('take turns under a lock; what still waits when the page goes is done at once, and once', () => {
    const page = pageOf();
    const machine = browserMachine(page);
    const done: number[] = [];
    machine.alone(() => done.push(1));
    machine.alone(() => done.push(2));
    expect(done).toEqual([]);
    asked[0]?.();
    expect(done).toEqual([1]);
    page.dispatchEvent(new Event('pagehide'));
    expect(done).toEqual([1, 2]);
    asked[1]?.();
    expect(done).toEqual([1, 2]);
  });

  it('do it at once where there are no locks', () => {
    vi.stubGlobal('navigator', {});
    const done: number[] = [];
    browserMachine(pageOf()).alone(() => done.push(1));
    expect(done).toEqual([1]);
  });
});
