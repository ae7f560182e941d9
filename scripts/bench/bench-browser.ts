import { type Browser, chromium, type Page } from 'playwright-core';
import { ensureChromium } from '#scripts/install-chromium.ts';

const ARGUMENTS = [
  '--no-sandbox',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];
const LAPTOP = { width: 1366, height: 768 };
const PATIENCE_MS = 180_000;

/** A stretch in which the main thread could not answer. */
export interface LongTask {
  readonly start: number;
  readonly ms: number;
}

export function launchBench(): Promise<Browser> {
  return chromium.launch({ executablePath: ensureChromium(), args: ARGUMENTS });
}

/** Milliseconds of processor time of all of the browser so far: not lengthened by what else the machine does. */
export async function browserCpu(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return processInfo.reduce((sum, { cpuTime }) => sum + 1000 * cpuTime, 0);
}

/** A page in a context of its own, so that nothing is remembered from the last; it keeps note of its long tasks. */
export async function freshPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({
    viewport: LAPTOP,
    locale: 'id-ID',
    timezoneId: 'Asia/Makassar',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  await page.addInitScript(() => {
    const kept: LongTask[] = [];
    Object.assign(globalThis, { longTasks: kept });
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries()) kept.push({ start: startTime, ms: duration });
    }).observe({ type: 'longtask', buffered: true });
  });
  return page;
}

/** Milliseconds from the start of the navigation to a mark that the page sets. */
export async function markTime(page: Page, mark: string): Promise<number> {
  const handle = await page.waitForFunction(
    (name) => performance.getEntriesByName(name)[0]?.startTime ?? 0,
    mark,
  );
  return handle.jsonValue();
}

/** Long tasks that began at `from` or later. */
export function longTasks(page: Page, from = 0): Promise<readonly LongTask[]> {
  return page.evaluate(
    (start) =>
      (globalThis as unknown as { longTasks: LongTask[] }).longTasks.filter((task) => task.start >= start),
    from,
  );
}
