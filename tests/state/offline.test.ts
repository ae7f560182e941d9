import { describe, expect, it, vi } from 'vitest';
import { createOffline, type OfflineContainer } from '#state/offline.ts';

/** A service worker whose life is led by hand. */
class HandWorker extends EventTarget {
  readonly told: unknown[] = [];
  postMessage(message: unknown): void {
    this.told.push(message);
  }
  move(): void {
    this.dispatchEvent(new Event('statechange'));
  }
}

class HandRegistration extends EventTarget {
  installing: HandWorker | null = null;
  waiting: HandWorker | null = null;
  active: HandWorker | null = null;
  update = () => Promise.resolve();
}

function rig(registration: HandRegistration | Error) {
  const container = new (class extends EventTarget {
    controller = null;
    register = () =>
      registration instanceof Error ? Promise.reject(registration) : Promise.resolve(registration);
  })();
  const reload = vi.fn();
  const offline = createOffline(container as unknown as OfflineContainer, 'service-worker.js', reload);
  return { container, reload, offline };
}

describe('the program without its server', () => {
  it('says that it is being kept, then that it is', async () => {
    const registration = new HandRegistration();
    const { offline } = rig(registration);
    const worker = new HandWorker();
    registration.installing = worker;
    await offline.keep();
    expect(offline.getState()).toEqual({ parts: 'keeping', newer: false });
    registration.installing = null;
    registration.active = worker;
    worker.move();
    expect(offline.getState()).toEqual({ parts: 'kept', newer: false });
  });

  it('says that not all could be kept', async () => {
    const registration = new HandRegistration();
    const { offline } = rig(registration);
    const worker = new HandWorker();
    registration.installing = worker;
    await offline.keep();
    registration.installing = null;
    worker.move();
    expect(offline.getState().parts).toBe('failed');
    expect(await rig(new Error('no server')).offline.keep()).toBeUndefined();
  });

  it('says where a browser can keep nothing', async () => {
    const offline = createOffline(undefined, 'service-worker.js', () => {});
    await offline.keep();
    expect(offline.getState().parts).toBe('impossible');
  });

  it('offers a newer version, and reloads only the page that takes it', async () => {
    const registration = new HandRegistration();
    const [one, other] = [rig(registration), rig(registration)];
    registration.active = new HandWorker();
    for (const { offline } of [one, other]) await offline.keep();
    const newer = new HandWorker();
    registration.installing = newer;
    registration.dispatchEvent(new Event('updatefound'));
    expect(one.offline.getState()).toEqual({ parts: 'kept', newer: false });
    registration.installing = null;
    registration.waiting = newer;
    newer.move();
    expect(one.offline.getState()).toEqual({ parts: 'kept', newer: true });
    expect(newer.told).toEqual([]);
    one.offline.takeNewer();
    expect(newer.told).toEqual(['take-over']);
    for (const { container } of [one, other]) container.dispatchEvent(new Event('controllerchange'));
    expect(one.reload).toHaveBeenCalledTimes(1);
    expect(other.reload).not.toHaveBeenCalled();
  });
});
