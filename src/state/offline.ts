import { createStore } from 'zustand/vanilla';

export interface OfflineState {
  /**
   * Whether the program opens without its server: `impossible` where the browser keeps no parts (plain http on a network,
   * private windows of some browsers), `failed` where they could not all be kept: the next opening goes on.
   */
  readonly parts: 'unknown' | 'impossible' | 'keeping' | 'kept' | 'failed';
  /** A newer version is kept too, and takes over when it is told to, or once every tab of this one is closed. */
  readonly newer: boolean;
}

/** What this needs of `navigator.serviceWorker`. */
export type OfflineContainer = Pick<ServiceWorkerContainer, 'register' | 'controller' | 'addEventListener'>;

export interface Offline {
  getState(): OfflineState;
  subscribe(listener: (state: OfflineState) => void): () => void;
  /** Has the service worker keep every part. Does not reject. */
  keep(): Promise<void>;
  /** Reloads the page with the newer version. What is not saved is asked for first, as on every reload. */
  takeNewer(): void;
}

const LOOK_EVERY_MS = 3_600_000;

export function createOffline(
  container: OfflineContainer | undefined,
  script: string,
  reload: () => void,
): Offline {
  const store = createStore<OfflineState>(() => ({ parts: 'unknown', newer: false }));
  let registration: ServiceWorkerRegistration | null = null;
  let taking = false;

  const show = (): void => {
    if (registration === null) return;
    const { active, installing, waiting } = registration;
    const parts = active ? 'kept' : installing || waiting ? 'keeping' : 'failed';
    store.setState({ parts, newer: active !== null && waiting !== null });
  };
  const follow = (worker: ServiceWorker | null): void => worker?.addEventListener('statechange', show);

  return {
    getState: store.getState,
    subscribe: (listener) => store.subscribe(listener),
    async keep() {
      if (container === undefined) {
        store.setState({ parts: 'impossible' });
        return;
      }
      container.addEventListener('controllerchange', () => {
        if (taking) reload();
      });
      try {
        const found = await container.register(script, { updateViaCache: 'none' });
        registration = found;
        found.addEventListener('updatefound', () => {
          follow(found.installing);
          show();
        });
        for (const worker of [found.installing, found.waiting, found.active]) follow(worker);
        show();
        // Where the server cannot be reached there is nothing newer to be had.
        setInterval(() => void found.update().catch(() => undefined), LOOK_EVERY_MS);
      } catch {
        store.setState({ parts: container.controller ? 'kept' : 'failed' });
      }
    },
    takeNewer() {
      taking = true;
      registration?.waiting?.postMessage('take-over');
    },
  };
}

export const offline = createOffline(globalThis.navigator?.serviceWorker, 'service-worker.js', () =>
  location.reload(),
);
