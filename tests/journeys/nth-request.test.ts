import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { LONG_FORM } from '#tests/long-form.ts';
import { id as words } from '#words/id.ts';
import { openHouse } from './house.ts';
import { drawn } from './tour.ts';

/** Asked for before any script of the program runs: where they fail the browser itself says so. */
const BEFORE_THE_PROGRAM =
  /\/(?:\?[^/]*)?$|\/assets\/index-[^/]*\.(?:js|css)$|\.woff2$|\.svg$|manifest\.webmanifest$/;

/** What the page shows: never nothing. */
async function said(page: Page): Promise<string> {
  return page.evaluate(() => document.body.textContent.trim());
}

describe('a request that fails', () => {
  const house = openHouse();
  /** Of the short form: the first view of the data. */
  const SHORT = /first-view\.json$/;

  it(`${LONG_FORM ? 'whichever it is' : 'for the first view'}: the page says so or goes on without it, and is whole when it is loaded again`, async () => {
    const clean = await house.visit();
    const asked: string[] = [];
    clean.page.on('request', (request) => asked.push(request.url()));
    if (LONG_FORM) {
      await clean.page.goto(`${house.url}?peta=svg`);
      await clean.page.waitForFunction(() => performance.getEntriesByName('engine-ready').length > 0);
    } else asked.push(`${house.url}demo/first-view.json`);
    const wanted = [...new Set(asked)].filter((url) =>
      LONG_FORM ? !BEFORE_THE_PROGRAM.test(url) : SHORT.test(url),
    );
    expect(wanted.length).toBeGreaterThan(LONG_FORM ? 20 : 0);
    for (const url of wanted) {
      const { page, recorder, close } = LONG_FORM ? await house.visit() : clean;
      await page.route(url, (route) => route.abort());
      await page.goto(`${house.url}?peta=svg`);
      const ended = page.getByRole('alert').first();
      const ready = page.waitForFunction(() => performance.getEntriesByName('engine-ready').length > 0);
      await Promise.race([ended.waitFor({ timeout: 120_000 }), ready]);
      await drawn(page);
      expect((await said(page)).length, url).toBeGreaterThan(20);
      const ours = recorder.faults.filter(({ kind }) => kind === 'rejection' || kind === 'violation');
      expect(ours, url).toEqual([]);
      await page.unrouteAll();
      const retry = page.getByRole('button', { name: words.data.retry }).first();
      if ((await retry.count()) > 0) await retry.click();
      else await page.reload();
      await page.waitForFunction(() => performance.getEntriesByName('engine-ready').length > 0, null, {
        timeout: 120_000,
      });
      if (LONG_FORM) await close();
    }
  });
});
