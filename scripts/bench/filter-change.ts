/**
 * Times a filter change in the page: `tsx scripts/bench/filter-change.ts [runs] [built folder ...]` (20 of dist by
 * default). A box of the population is checked and unchecked once the engine has brought the data of the demo (51
 * areas). Prints what one change costs the main thread in processor time, to which neither the software that draws the
 * map here nor other programs add: until its frame is there, and what follows. Folders take turns; the first is the
 * peer of the others. A page of before the rooms has the box in its left panel, one of today under "Siapa" in the room
 * Peta; the table stands beside the map in both.
 */
import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { DIST, ensureBuild } from '#scripts/build.ts';
import { serve } from '#scripts/serve.ts';
import { freshPage, launchBench, markTime } from './bench-browser.ts';
import { printWorks, siteName, type Work, watchMainThread, workBetween } from './main-thread.ts';

const WARM_UP = 6;
const ROUNDS = 2;
/** What is deferred comes after the frame. */
const FRAME_MS = 120;
const REST_MS = 800;
const BOX = 'Perempuan';

async function showBox(page: Page): Promise<void> {
  const part = page.getByRole('button', { name: /^Siapa: / });
  const box = page.getByRole('checkbox', { name: BOX });
  await part.or(box).first().waitFor();
  if ((await part.count()) > 0) {
    await page.getByRole('button', { name: 'Peta', exact: true }).click();
    await part.click();
  }
  // The table follows every change in either.
  await page.getByRole('grid', { name: 'Peringkat', exact: true }).waitFor({ state: 'attached' });
  await box.waitFor({ state: 'attached' });
}

/** Presses the box, and comes back once its frame is painted. */
function press(page: Page): Promise<void> {
  return page.evaluate(
    (name) =>
      new Promise<void>((done) => {
        const label = [...document.querySelectorAll('label.check')].find((one) =>
          one.textContent?.includes(name),
        );
        const input = label?.querySelector<HTMLInputElement>('input[type="checkbox"]');
        if (!input) throw new Error(`no ${name}`);
        requestAnimationFrame(() => {
          input.click();
          const channel = new MessageChannel();
          channel.port1.onmessage = () => done();
          requestAnimationFrame(() => channel.port2.postMessage(null));
        });
      }),
    BOX,
  );
}

interface Site {
  readonly name: string;
  readonly url: string;
  readonly close: () => Promise<void>;
  /** By change, up to its frame. */
  readonly changed: Work[];
  /** By change, what follows. */
  readonly followed: Work[];
}

async function change(page: Page, site: Site, runs: number): Promise<void> {
  await page.goto(site.url);
  await markTime(page, 'engine-ready');
  await showBox(page);
  await page.waitForTimeout(REST_MS);
  const worked = await watchMainThread(page);
  for (let run = 0; run < WARM_UP; run++) await press(page);
  for (let run = 0; run < runs; run++) {
    await page.waitForTimeout(REST_MS);
    const before = await worked();
    await press(page);
    await page.waitForTimeout(FRAME_MS);
    const between = await worked();
    await page.waitForTimeout(REST_MS);
    site.changed.push(workBetween(before, between));
    site.followed.push(workBetween(between, await worked()));
  }
}

async function main(runs: number, folders: readonly string[]): Promise<void> {
  if (folders.length === 0) await ensureBuild();
  const sites: Site[] = await Promise.all(
    (folders.length === 0 ? [DIST] : folders).map(async (folder) => {
      const { url, close } = await serve(resolve(folder), 0);
      return { name: siteName(resolve(folder)), url, close, changed: [], followed: [] };
    }),
  );
  const browser = await launchBench();
  console.log('  milliseconds of the main thread are processor time');
  try {
    for (let round = 0; round < ROUNDS; round++) {
      for (const site of sites) {
        const page = await freshPage(browser);
        await change(page, site, Math.ceil(runs / ROUNDS));
        await page.context().close();
      }
    }
  } finally {
    await browser.close();
    await Promise.all(sites.map(({ close }) => close()));
  }
  const [first] = sites;
  for (const site of sites) {
    const peer = site === first ? null : (first ?? null);
    printWorks(`${site.name}: a change`, site.changed, peer?.changed ?? null);
    printWorks(`${site.name}: what follows`, site.followed, peer?.followed ?? null);
  }
}

const [runs = '20', ...folders] = process.argv.slice(2);
await main(Number(runs), folders);
