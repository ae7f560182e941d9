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
  const post = Worker.prototype.postMessage;
  const starts = new Set([
    'START_PENDING_QUERY',
    'RUN_QUERY',
    'RUN_PREPARED',
    'INSERT_ARROW_FROM_IPC_STREAM',
  ]);
  const goesOn = new Set(['POLL_PENDING_QUERY', 'FETCH_QUERY_RESULTS']);
  Worker.prototype.postMessage = function (this: Worker, message: unknown, ...rest: unknown[]) {
    const { messageId, type } = (message ?? {}) as { messageId?: number; type?: string };
    if (type !== undefined && (starts.has(type) || goesOn.has(type))) {
      if (!heard.has(this)) {
        heard.add(this);
        this.addEventListener('message', ({ data }) => void open.delete(data?.requestId));
      }
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
