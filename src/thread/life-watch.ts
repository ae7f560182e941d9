import { ALIVE, PING } from './worker-life.ts';

export interface LifeWatch {
  /** Told once, and of a death that was not told otherwise: the browser sends no event of it. */
  readonly onDeath: (why: string) => void;
  /** It lives. */
  readonly onStart?: () => void;
  /** Whether an answer can be expected now; asked only where there are no locks. A busy worker is not asked. */
  readonly isIdle?: () => boolean;
  readonly limits?: LifeLimits;
  /** Null where the browser has none. */
  readonly locks?: LockManager | null;
}

export interface LifeLimits {
  /** Time to fetch and start the worker's script. */
  readonly startMs: number;
  /** Without locks: between two questions, and how many may stay unanswered. */
  readonly askEveryMs: number;
  readonly unanswered: number;
}

const LIMITS: LifeLimits = { startMs: 60_000, askEveryMs: 1_200, unanswered: 3 };

/** A name that no other worker of this origin has, whatever page started it. */
export function lifeName(kind: string): string {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  return `${kind}-${[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

/**
 * Watches the worker that lives under a name (`liveAs`). Called before it is started. With locks its end is known at
 * once, however busy it was; without, an idle worker that stays silent is taken for dead.
 * @returns what ends the watch; to be called before the worker is ended on purpose.
 */
export function watchLife(
  name: string,
  { onDeath, onStart, isIdle, limits = LIMITS, locks = globalThis.navigator?.locks ?? null }: LifeWatch,
): () => void {
  const channel = new BroadcastChannel(name);
  const leaving = new AbortController();
  let born = false;
  let silent = 0;
  let asking: ReturnType<typeof setInterval> | undefined;

  const stop = (): void => {
    leaving.abort();
    clearTimeout(starting);
    clearInterval(asking);
    channel.close();
  };
  const dead = (why: string): void => {
    if (leaving.signal.aborted) return;
    stop();
    onDeath(why);
  };
  const starting = setTimeout(() => dead(`not started in ${limits.startMs} ms`), limits.startMs);

  function awaitEnd(manager: LockManager): void {
    manager.request(name, { signal: leaving.signal }, () => dead('ended silently')).catch(() => undefined);
  }
  function askOn(): void {
    asking = setInterval(() => {
      if (isIdle?.() === false) {
        silent = 0;
        return;
      }
      if (silent >= limits.unanswered) return dead(`silent to ${silent} questions`);
      silent += 1;
      channel.postMessage(PING);
    }, limits.askEveryMs);
  }

  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (data !== ALIVE) return;
    silent = 0;
    if (born) return;
    born = true;
    clearTimeout(starting);
    onStart?.();
    if (locks === null) askOn();
    else awaitEnd(locks);
  };
  return stop;
}
