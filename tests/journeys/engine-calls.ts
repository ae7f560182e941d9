import type { Page } from 'playwright-core';

export interface EngineCalls {
  readonly queries: number;
  /** Most queries that were under way at one time. */
  readonly mostAtOnce: number;
}

interface EngineWatch {
  queries: number;
  mostAtOnce: number;
}

declare global {
  var engineWatch: EngineWatch | undefined;
}

/** Runs in the page before any of its scripts: listens to what the page and its engine say to each other. */
function watch(): void {
  const seen = { queries: 0, mostAtOnce: 0 };
  const open = new Set<unknown>();
  globalThis.engineWatch = seen;
  const heard = new WeakSet<Worker>();
  const { postMessage: post, addEventListener: listen } = Worker.prototype;
  const starts = new Set([
    'START_PENDING_QUERY',
    'RUN_QUERY',
    'RUN_PREPARED',
    'INSERT_ARROW_FROM_IPC_STREAM',
  ]);
  const goesOn = new Set(['POLL_PENDING_QUERY', 'FETCH_QUERY_RESULTS']);
  const hear = ({ data }: MessageEvent) => void open.delete(data?.requestId);
  // Before the engine's own listener: what waits for its answer may post again within it.
  Worker.prototype.addEventListener = function (this: Worker, ...listener: unknown[]) {
    if (!heard.has(this)) Reflect.apply(listen, this, ['message', hear]);
    heard.add(this);
    return Reflect.apply(listen, this, listener);
  };
  Worker.prototype.postMessage = function (this: Worker, message: unknown, ...rest: unknown[]) {
    const { messageId, type } = (message ?? {}) as { messageId?: number; type?: string };
    if (type !== undefined && (starts.has(type) || goesOn.has(type))) {
      if (starts.has(type)) seen.queries += 1;
      open.add(messageId);
      seen.mostAtOnce = Math.max(seen.mostAtOnce, open.size);
    }
    return Reflect.apply(post, this, [message, ...rest]);
  };
}

/** To be called before the page is opened. */
export function watchEngine(page: Page): Promise<void> {
  return page.addInitScript(watch).then(() => undefined);
}

export async function engineCalls(page: Page): Promise<EngineCalls> {
  const calls = await page.evaluate(() => globalThis.engineWatch);
  if (!calls) throw new Error('the engine was not watched');
  return calls;
}
