import { basename, dirname } from 'node:path';
import type { CDPSession, Page } from 'playwright-core';
import { printTiming, timingOf } from './timing.ts';

/** Milliseconds of processor time of the page's main thread, however busy the machine is with others. */
export interface Work {
  readonly script: number;
  /** Style and layout. */
  readonly layout: number;
  /** These, painting and all else. */
  readonly all: number;
}

/** Reads what the main thread has done so far. */
export async function watchMainThread(page: Page): Promise<() => Promise<Work>> {
  const session: CDPSession = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    const at = (wanted: string): number =>
      1000 * (metrics.find(({ name }) => name === wanted)?.value ?? Number.NaN);
    return {
      script: at('ScriptDuration'),
      layout: at('LayoutDuration') + at('RecalcStyleDuration'),
      all: at('TaskDuration'),
    };
  };
}

export function workBetween(before: Work, after: Work): Work {
  return {
    script: after.script - before.script,
    layout: after.layout - before.layout,
    all: after.all - before.all,
  };
}

export function sumOf(one: Work, other: Work): Work {
  return {
    script: one.script + other.script,
    layout: one.layout + other.layout,
    all: one.all + other.all,
  };
}

/** Each part of the work of repeated runs, beside that of a peer. */
export function printWorks(label: string, works: readonly Work[], peer: readonly Work[] | null = null): void {
  for (const part of ['script', 'layout', 'all'] as const) {
    const timing = (of: readonly Work[]) => timingOf(of.map((work) => work[part]));
    printTiming(`${label}: ${part}`, timing(works), peer && timing(peer));
  }
}

/** What tells built folders apart: many are called dist. */
export function siteName(folder: string): string {
  return basename(folder) === 'dist' ? basename(dirname(folder)) : basename(folder);
}
