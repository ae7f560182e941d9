import type { Page } from 'playwright-core';

declare global {
  var startedWorkers: { readonly url: string; readonly worker: Worker; readonly end: () => void }[];
}

/** Keeps every worker that a page starts, so that it can be ended behind the page's back. */
export function keepWorkers(page: Page): Promise<unknown> {
  return page.addInitScript(() => {
    globalThis.startedWorkers = [];
    const Own = globalThis.Worker;
    globalThis.Worker = class extends Own {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        globalThis.startedWorkers.push({ url: String(url), worker: this, end: Own.prototype.terminate });
      }
    };
  });
}

/** How many workers of a kind live, and the page has heard so: it waits for the lock that each holds. */
export function workersAlive(page: Page, kind: string): Promise<number> {
  return page.evaluate(async (start) => {
    const { held = [], pending = [] } = await navigator.locks.query();
    const awaited = new Set(pending.map(({ name }) => name));
    return held.filter(({ name }) => name?.startsWith(`${start}-`) && awaited.has(name)).length;
  }, kind);
}

/** Ends them as the browser does where memory is short: no event tells of it. Returns how many there were. */
export function endWorkers(page: Page, script: RegExp): Promise<number> {
  return page.evaluate((pattern) => {
    const ended = globalThis.startedWorkers.filter(({ url }) => new RegExp(pattern).test(url));
    globalThis.startedWorkers = globalThis.startedWorkers.filter((one) => !ended.includes(one));
    for (const { worker, end } of ended) end.call(worker);
    return ended.length;
  }, script.source);
}

/** How many of a script have started that were not ended. */
export function startedAgain(page: Page, script: RegExp): Promise<number> {
  return page.evaluate(
    (pattern) => globalThis.startedWorkers.filter(({ url }) => new RegExp(pattern).test(url)).length,
    script.source,
  );
}
