import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { id as words } from '#app/words/id.ts';
import type { RunningServer } from '#scripts/serve.ts';
import { axeFaults, LAPTOP, launchBrowser, PHONE } from './browser.ts';
import { startServer } from './server.ts';
import { openTour } from './tour.ts';

const sum = (counts: Iterable<number>) => [...counts].reduce((total, count) => total + count, 0);

describe('from the demo to a colored map', () => {
  let browser: Browser;
  let server: RunningServer;
  beforeAll(async () => {
    server = await startServer();
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  it('shows every kelurahan by stunting, marked as an example', async () => {
    const tour = await openTour(browser, server.url);
    await expect
      .poll(() => tour.heading.textContent())
      .toContain(`${words.indicator.stunting.rate} per kelurahan`);
    expect(sum((await tour.legend()).values())).toBe(51);
    const text = await tour.page.locator('body').textContent();
    expect(text).toContain(words.tier.example);
    expect(text).toContain(words.boundaries.schematic);
    await tour.settled();
    tour.recorder.expectClean();
    await tour.close();
  });

  it('recolors map and table by wasting and desil 1 in one click, and takes it back in one', async () => {
    const tour = await openTour(browser, server.url);
    await tour.settled();
    const before = { legend: await tour.legend(), rows: await tour.rows.allInnerTexts() };
    await tour.press(words.who.preset);
    await tour.settled();
    await expect.poll(() => tour.heading.textContent()).toContain('desil 1');
    expect(await tour.legend()).not.toEqual(before.legend);
    expect(await tour.rows.allInnerTexts()).not.toEqual(before.rows);
    await tour.press(words.who.clear);
    await tour.settled();
    await expect.poll(() => tour.legend()).toEqual(before.legend);
    expect(await tour.rows.allInnerTexts()).toEqual(before.rows);
    tour.recorder.expectClean();
    await tour.close();
  });

  it('ends 200 rapid changes with the last one shown', async () => {
    const tour = await openTour(browser, server.url);
    await tour.settled();
    const poor = tour.check(words.classes.poverty['1']);
    await poor.evaluate((label) => {
      for (let k = 0; k < 199; k++) label.querySelector('input')?.click();
    });
    await tour.settled();
    await expect.poll(() => tour.heading.textContent()).toContain('desil 1');
    await poor.evaluate((label) => label.querySelector('input')?.click());
    await tour.settled();
    await expect.poll(() => tour.heading.textContent()).not.toContain('desil 1');
    tour.recorder.expectClean();
    await tour.close();
  });

  it('selects in the table and shows it everywhere', async () => {
    const tour = await openTour(browser, server.url);
    await tour.settled();
    const first = tour.rows.first();
    const name = (await first.locator('th .name').textContent()) ?? '';
    await first.click();
    expect(await first.getAttribute('aria-selected')).toBe('true');
    await tour.page.getByRole('tab', { name: words.selection.tab }).click();
    await expect.poll(() => tour.page.getByRole('tabpanel').textContent()).toContain(name);
    tour.recorder.expectClean();
    await tour.close();
  });

  it.each([
    ['laptop', LAPTOP],
    ['phone', PHONE],
  ])('has no fault of accessibility on a %s', async (_, viewport) => {
    const tour = await openTour(browser, server.url, { viewport });
    await tour.settled();
    expect(await axeFaults(tour.page)).toEqual([]);
    expect(
      await tour.page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
    ).toBeLessThanOrEqual(0);
    tour.recorder.expectClean();
    await tour.close();
  });
});
