import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningServer } from '#scripts/serve.ts';
import { id as words } from '#words/id.ts';
import { axeFaults, launchBrowser, newVisit } from './browser.ts';
import { legendFaults } from './map-truth.ts';
import { startServer } from './server.ts';
import { openTour, tourOf } from './tour.ts';

const ENGINE = /duckdb-eh.*\.wasm/;

let server: RunningServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server?.close());

describe('without its engine', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());

  it.each([
    ['cannot be reached', (route: { abort(): Promise<void> }) => route.abort()],
    [
      'is not there',
      (route: { fulfill(answer: { status: number }): Promise<void> }) => route.fulfill({ status: 404 }),
    ],
  ])('keeps the first map where the engine %s, and tries again when told', async (_, refuse) => {
    const tour = await openTour(browser, server.url, { before: (page) => page.route(ENGINE, refuse) });
    const alert = tour.page
      .getByRole('alert')
      .filter({ hasText: words.data.engineFailed['engine/unavailable'] });
    await alert.waitFor({ timeout: 30_000 });
    const before = await tour.lines();
    expect(before).toHaveLength(52);
    expect(await legendFaults(tour)).toEqual([]);
    expect(await axeFaults(tour.page)).toEqual([]);
    // The engine's own worker complains of what it misses; the page may not.
    const ours = ['request', 'violation', 'rejection'];
    expect(tour.recorder.faults.filter(({ kind }) => ours.includes(kind))).toEqual([]);
    await tour.page.unroute(ENGINE);
    await alert.getByRole('button', { name: words.data.retry }).click();
    await tour.ready();
    await alert.waitFor({ state: 'detached' });
    expect(await tour.lines()).toEqual(before);
    await tour.press(words.who.preset);
    await tour.settled();
    await expect.poll(() => tour.heading.textContent()).toContain('desil 1');
    await tour.close();
  });
});

it('without WebGL2 the table works, and the page says what is missing', async () => {
  const browser = await launchBrowser(['--disable-3d-apis']);
  const { page, recorder, close } = await newVisit(browser, server.url);
  await page.goto(server.url);
  const tour = tourOf(page, recorder, close);
  await tour.ready();
  expect(await tour.lines()).toHaveLength(52);
  await tour.press(words.who.preset);
  await expect.poll(() => tour.heading.textContent()).toContain('desil 1');
  await tour.ranking.locator('tbody tr[aria-rowindex="3"]').click();
  await expect
    .poll(() => page.getByRole('tab', { name: words.selection.tab }).textContent())
    .toContain('(1)');
  expect(await page.locator('.map-frame').textContent()).toMatch(/WebGL/);
  expect(await axeFaults(page)).toEqual([]);
  expect(recorder.faults.filter(({ kind }) => kind !== 'console')).toEqual([]);
  await browser.close();
});
