import type { Browser, Locator, Page } from 'playwright-core';
import { id as words } from '#app/words/id.ts';
import { newVisit, type VisitOptions } from './browser.ts';
import type { Recorder } from './recorder.ts';

/** What a reader does with the page, in the page's own words. */
export interface Tour {
  readonly page: Page;
  readonly recorder: Recorder;
  readonly heading: Locator;
  readonly ranking: Locator;
  readonly rows: Locator;
  /** Count beside each entry of the legend, by its label. */
  legend(): Promise<ReadonlyMap<string, number>>;
  check(label: string): Locator;
  press(name: string): Promise<void>;
  /** Waits until the engine has answered and nothing is dimmed. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

const FIRST_MAP_MS = 60_000;

/** Opens the app and waits for the first colored map. */
export async function openTour(browser: Browser, url: string, options: VisitOptions = {}): Promise<Tour> {
  const { page, recorder, close } = await newVisit(browser, url, options);
  await page.goto(url);
  await page.waitForFunction(() => performance.getEntriesByName('first-map').length > 0, null, {
    timeout: FIRST_MAP_MS,
  });
  const ranking = page.getByRole('grid', { name: words.table.tab });
  return {
    page,
    recorder,
    heading: page.locator('.sentence'),
    ranking,
    rows: ranking.locator('tbody tr'),
    async legend() {
      const entries = page.getByRole('region', { name: words.legend.heading }).getByRole('listitem');
      const texts = await entries.evaluateAll((items) =>
        items.map((item) => [...item.querySelectorAll('span')].map((span) => span.textContent ?? '')),
      );
      return new Map(texts.map(([label = '', count = '']) => [label, Number(count.replaceAll('.', ''))]));
    },
    check: (label) => page.locator('label.check').filter({ has: page.getByText(label, { exact: true }) }),
    press: (name) => page.getByRole('button', { name, exact: true }).click(),
    async settled() {
      await page.waitForFunction(
        () => document.querySelector('[aria-busy="true"], .map-frame[data-dimmed]') === null,
        null,
        { timeout: FIRST_MAP_MS },
      );
    },
    close,
  };
}
