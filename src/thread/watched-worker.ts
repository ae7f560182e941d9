import { type LifeWatch, lifeName, watchLife } from './life-watch.ts';

export interface WatchedWorker {
  /** Short, for a log. */
  readonly kind: string;
  /** Starts it under a name, which it hands to `liveAs`. */
  readonly start: (name: string) => Worker;
  /** It answers while it works, too. */
  readonly breathes?: boolean;
  readonly watch?: Pick<LifeWatch, 'limits' | 'locks'>;
}

/**
 * A worker whose silent end is heard like any other fault of it, as an `error` event. Busy is one that was sent
 * something and has sent nothing back.
 */
export function openWatchedWorker({ kind, start, breathes = false, watch = {} }: WatchedWorker): Worker {
  const name = lifeName(kind);
  let busy = false;
  const stop = watchLife(name, {
    ...watch,
    isIdle: () => breathes || !busy,
    onDeath: (why) => worker.dispatchEvent(new ErrorEvent('error', { message: `${kind} worker: ${why}` })),
  });
  const worker = started();
  function started(): Worker {
    try {
      return start(name);
    } catch (reason) {
      stop();
      throw reason;
    }
  }
  const { postMessage, terminate } = worker;
  worker.postMessage = (message: unknown, options?: Transferable[] | StructuredSerializeOptions) => {
    busy = true;
    postMessage.call(worker, message, options as StructuredSerializeOptions);
  };
  worker.terminate = () => {
    stop();
    terminate.call(worker);
  };
  worker.addEventListener('message', () => {
    busy = false;
  });
  return worker;
}
