import { afterEach, describe, expect, it, vi } from 'vitest';

const ORIGIN = 'https://peta.example/';
const PARTS = ['', 'assets/main-1.js', 'assets/map-1.js', 'demo/manifest.json', 'bantuan.html'].map(
  (path) => ({
    path,
    integrity: `sha256-${path}`,
  }),
);

/** What a browser keeps for the origin, which outlives the worker. */
class Disk {
  readonly caches = new Map<string, Map<string, Response>>();
  readonly storage = {
    keys: async () => [...this.caches.keys()],
    open: async (name: string) => {
      const held = this.caches.get(name) ?? new Map<string, Response>();
      this.caches.set(name, held);
      return {
        match: async (address: string) => held.get(address)?.clone(),
        put: async (address: string, response: Response) => {
          this.step();
          held.set(address, response);
        },
      };
    },
    delete: async (name: string) => this.caches.delete(name),
  };
  step: () => void = () => {};
}

/** Starts the worker of a version on that disk. Its events by name. */
async function start(disk: Disk, version: string, fetching: (address: string) => Promise<Response>) {
  const listeners = new Map<string, (event: object) => void>();
  vi.stubGlobal('PARTS', PARTS);
  vi.stubGlobal('VERSION', version);
  vi.stubGlobal('caches', disk.storage);
  vi.stubGlobal('fetch', (asked: string | Request) =>
    fetching(typeof asked === 'string' ? asked : asked.url),
  );
  vi.stubGlobal('self', {
    location: { href: `${ORIGIN}service-worker.js` },
    clients: { claim: async () => {} },
    skipWaiting: async () => {},
    addEventListener: (name: string, listener: (event: object) => void) => void listeners.set(name, listener),
  });
  vi.resetModules();
  await import('#worker/service-worker.ts');
  const run = (name: string): Promise<unknown> =>
    new Promise((resolve) => listeners.get(name)?.({ waitUntil: resolve }));
  const answer = (path: string): Promise<Response> =>
    new Promise((resolve) =>
      listeners.get('fetch')?.({
        request: new Request(new URL(path, ORIGIN)),
        respondWith: (response: Promise<Response>) => resolve(response),
      }),
    );
  return { install: () => run('install'), activate: () => run('activate'), answer };
}

const bodyOf = (version: string, address: string): string => `${version} ${address}`;

describe('the filling of the machine', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('with every n-th fetch or write failing, for every n: the older version answers until the newer is whole', async () => {
    const disk = new Disk();
    const served = (version: string) => async (address: string) => new Response(bodyOf(version, address));
    const older = await start(disk, 'a', served('a'));
    await older.install();
    await older.activate();
    let failures = 0;
    let done = false;
    for (let n = 1; !done; n++) {
      // Each run goes on from what the runs before have left on the disk of a copy of the first version.
      const own = new Disk();
      for (const [name, held] of disk.caches) own.caches.set(name, new Map(held));
      let steps = 0;
      const step = () => {
        if (++steps === n) throw new TypeError('the network is gone, or the disk is full');
      };
      own.step = step;
      const newer = await start(own, 'b', async (address) => {
        step();
        return served('b')(address);
      });
      const failed = await newer.install().then(
        () => false,
        () => true,
      );
      if (failed) {
        failures++;
        // The browser throws the failed worker away, and asks the one before.
        const again = await start(own, 'a', () => Promise.reject(new TypeError('no network')));
        for (const { path } of PARTS)
          expect(await (await again.answer(path)).text()).toBe(bodyOf('a', new URL(path, ORIGIN).href));
        // Nothing is held that is not whole.
        for (const held of own.caches.values())
          for (const [address, response] of held)
            expect(await response.clone().text()).toMatch(new RegExp(`^[ab] ${address}$`));
      }
      own.step = () => {};
      const mended = await start(own, 'b', served('b'));
      await mended.install();
      await mended.activate();
      for (const { path } of PARTS)
        if (!path.startsWith('assets/'))
          expect(await (await mended.answer(path)).text()).toBe(bodyOf('b', new URL(path, ORIGIN).href));
      done = !failed;
    }
    expect(failures).toBeGreaterThan(PARTS.length);
  });
});
