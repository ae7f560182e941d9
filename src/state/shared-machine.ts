import { type MachineStorage, machineStorage } from './machine-storage.ts';

/** What one window of the program tells the others: something kept has changed, or all was wiped. */
export type Told = 'kept' | 'wiped';

/** What the windows of the program on one machine share. */
export interface SharedMachine {
  readonly storage: MachineStorage | null;
  /** Does something while no other window does; at once where there are no locks. It must not wait for anything. */
  alone(work: () => void): void;
  tell(what: Told): void;
  hear(listener: (what: Told) => void): void;
}

/** A machine with no other window. */
export function aloneWith(storage: MachineStorage | null): SharedMachine {
  return { storage, alone: (work) => work(), tell: () => undefined, hear: () => undefined };
}

/** Everything that is kept has a name that begins with it; so have the lock and the channel. */
const PREFIX = 'peta-sasaran/';

type Surroundings = Pick<Window, 'addEventListener'>;

/** This browser's: Web Locks where the page is a secure context, and what it says to its other windows. */
export function browserMachine(page: Surroundings = window): SharedMachine {
  const storage = machineStorage();
  const locks = globalThis.navigator?.locks ?? null;
  const channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel(`${PREFIX}windows`) : null;
  const waiting = new Set<() => void>();
  const listeners = new Set<(what: Told) => void>();
  const heard = (what: Told): void => {
    for (const listener of listeners) listener(what);
  };
  channel?.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (data === 'kept' || data === 'wiped') heard(data);
  });
  // Heard too where there is no channel, and when what was written has reached this window.
  page.addEventListener('storage', ({ key }) => {
    if (key === null) heard('wiped');
    else if (key.startsWith(PREFIX)) heard('kept');
  });
  // What still waits for its turn when the page goes is done at once: nothing would be done later.
  page.addEventListener('pagehide', () => {
    for (const work of waiting) work();
    waiting.clear();
  });
  return {
    storage,
    alone(work) {
      if (locks === null) {
        work();
        return;
      }
      waiting.add(work);
      const turn = (): void => {
        if (waiting.delete(work)) work();
      };
      locks.request(`${PREFIX}kept`, turn).catch(turn);
    },
    tell: (what) => channel?.postMessage(what),
    hear: (listener) => void listeners.add(listener),
  };
}
