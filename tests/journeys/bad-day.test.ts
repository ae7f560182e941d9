import { appendFileSync, closeSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LONG_FORM } from '#tests/long-form.ts';
import { id as words } from '#words/id.ts';
import { LAPTOP } from './browser.ts';
import { openHouse } from './house.ts';
import { legendFaults } from './map-truth.ts';
import { dropFiles, officeDialog, openDialog } from './office-dialog.ts';
import { ask } from './question.ts';
import { drawn, type Tour } from './tour.ts';
import { endWorkers, keepWorkers, startedAgain } from './worker-end.ts';

const TOLD_MS = 5_000;

declare global {
  /** When workers that were ended silently were taken for dead, by script. */
  var deaths: { readonly url: string; readonly after: number }[];
}

/** Ends every worker of a script silently, and tells after how long each was known to be dead. */
async function deathsOf(page: Page, script: RegExp): Promise<readonly number[]> {
  await page.evaluate((pattern) => {
    globalThis.deaths = [];
    for (const { url, worker, end } of globalThis.startedWorkers) {
      if (!new RegExp(pattern).test(url)) continue;
      const ended = performance.now();
      worker.addEventListener('error', () =>
        globalThis.deaths.push({ url, after: performance.now() - ended }),
      );
      end.call(worker);
    }
  }, script.source);
  await expect
    .poll(() => page.evaluate(() => globalThis.deaths.length), {
      timeout: 60_000,
      message: `deaths of ${script.source}`,
    })
    .toBe(1);
  return page.evaluate(() => globalThis.deaths.map(({ after }) => after));
}

async function told(tour: Tour): Promise<readonly (string | null)[]> {
  return [await tour.title.textContent(), await tour.heading.textContent(), await tour.legend.textContent()];
}

describe.skipIf(!LONG_FORM)('on a bad day', () => {
  const house = openHouse();
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'bad-day-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const table = (name: string): string => {
    writeFileSync(join(folder, name), 'kode;nilai\n53.71.01.1001;5\n');
    return join(folder, name);
  };

  it('a computer six times slower on a slow network comes to the same page, and says meanwhile that it loads', async () => {
    const tour = await house.open({
      before: async (page) => {
        const devtools = await page.context().newCDPSession(page);
        await devtools.send('Emulation.setCPUThrottlingRate', { rate: 6 });
        await devtools.send('Network.enable');
        const kilobytes = 1_000;
        await devtools.send('Network.emulateNetworkConditions', {
          offline: false,
          latency: 150,
          downloadThroughput: 200 * kilobytes,
          uploadThroughput: 90 * kilobytes,
        });
      },
    });
    await tour.page.waitForFunction(() => performance.getEntriesByName('engine-ready').length > 0, null, {
      timeout: 240_000,
    });
    const fresh = await house.open();
    await fresh.ready();
    await fresh.settled();
    await expect.poll(() => told(tour), { timeout: 60_000 }).toEqual(await told(fresh));
    tour.recorder.expectClean();
    await tour.close();
    await fresh.close();
  });

  it('a clock that is years wrong changes nothing that is said', async () => {
    const fresh = await house.open();
    await fresh.ready();
    const right = await told(fresh);
    await fresh.close();
    for (const year of [1999, 2099]) {
      const tour = await house.open({ before: (page) => page.clock.install({ time: new Date(year, 0, 1) }) });
      await tour.ready();
      expect(await told(tour)).toEqual(right);
      tour.recorder.expectClean();
      await tour.close();
    }
  });

  it('a window that is pulled about forty times shows the same map', async () => {
    const tour = await house.open({ map: 'webgl' });
    await tour.ready();
    for (let k = 0; k < 40; k++)
      await tour.page.setViewportSize({ width: 700 + ((k * 211) % 900), height: 420 + ((k * 97) % 500) });
    await tour.page.setViewportSize(LAPTOP);
    await tour.settled();
    await expect.poll(() => legendFaults(tour), { timeout: 30_000 }).toEqual([]);
    tour.recorder.expectClean();
    await tour.close();
  });

  it('a file of 300 MB is refused with its limit, and the page answers meanwhile', async () => {
    const huge = join(folder, 'besar.csv');
    const part = '53.71.01.1001;2026-01;100;5\n'.repeat(200_000);
    const out = openSync(huge, 'w');
    writeSync(out, 'kode;periode;diukur;stunting\n');
    for (let size = 0; size < 300e6; size += part.length) writeSync(out, part);
    closeSync(out);
    const tour = await house.open();
    await tour.ready();
    const office = await openDialog(tour);
    const chooser = tour.page.waitForEvent('filechooser');
    await office.dialog.getByRole('button', { name: words.import.choose, exact: true }).click();
    await (await chooser).setFiles([huge]);
    const card = office.card('besar.csv');
    while ((await card.count()) === 0) {
      const before = Date.now();
      await drawn(tour.page);
      expect(Date.now() - before).toBeLessThan(2_000);
    }
    expect(await card.textContent()).toContain('Berkas terlalu besar');
    tour.recorder.expectClean();
    await tour.close();
    rmSync(huge);
  });

  it('a file that is changed while it waits is said not to be readable; the others are read', async () => {
    const tour = await house.open();
    await tour.ready();
    let letGo = (): void => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    await tour.page.route(/reader-worker-.*\.js/, async (route) => {
      await held;
      await route.continue();
    });
    await dropFiles(tour, [table('pertama.csv')]);
    const { dialog, card } = officeDialog(tour);
    await dialog.locator('.import-working').waitFor();
    const changed = table('kedua.csv');
    await dropFiles(tour, [changed, table('ketiga.csv')]);
    appendFileSync(changed, '53.71.01.1002;6\n'.repeat(1_000));
    letGo();
    await card('ketiga.csv').waitFor({ timeout: 60_000 });
    expect(await card('kedua.csv').textContent()).toContain('Berkas tidak dapat dibaca');
    expect(await card('pertama.csv').count()).toBe(1);
    tour.recorder.expectClean();

    // The tab is closed while it reads; the next one of the same browser knows nothing of it.
    await dropFiles(tour, [table('keempat.csv')]);
    const context = tour.page.context();
    await tour.page.close();
    const next = await context.newPage();
    await next.goto(`${house.url}?peta=svg`);
    await next.waitForFunction(() => performance.getEntriesByName('engine-ready').length > 0);
    expect(await next.getByText('keempat.csv').count()).toBe(0);
    expect(
      await next.evaluate(() => Object.keys(localStorage).filter((key) => /csv/.test(localStorage[key]))),
    ).toEqual([]);
    await tour.close();
  });

  it('each worker that lives on is known to be dead within five seconds of its silent end', async () => {
    const tour = await house.open({ map: 'webgl', before: keepWorkers });
    await tour.ready();
    await tour.room(words.rooms.names.clusters);
    await tour.legend.locator('.hotspot-legend').waitFor();
    await tour.room(words.rooms.names.priority);
    await expect
      .poll(() => tour.page.evaluate(() => globalThis.startedWorkers.map(({ url }) => url).join()), {
        timeout: 60_000,
      })
      .toMatch(/priority-worker/);
    await tour.room(words.rooms.names.map);
    const office = await openDialog(tour);
    await office.add([table('tabel.csv')]);
    const after = new Map<string, number>();
    for (const kind of ['reading', 'engine', 'hotspot', 'priority']) {
      const [ms = Number.NaN] = await deathsOf(tour.page, new RegExp(`${kind}-worker`));
      after.set(kind, Math.round(ms));
    }
    expect([...after].filter(([, ms]) => !(ms < TOLD_MS))).toEqual([]);
    // The map hears of its own in its own way: another takes its place.
    expect(await endWorkers(tour.page, /map-worker/)).toBe(1);
    await expect.poll(() => startedAgain(tour.page, /map-worker/), { timeout: TOLD_MS }).toBe(1);
    await office.cancel();
    // All goes on.
    await tour.room(words.rooms.names.map);
    await ask(tour, 'l=district');
    await expect.poll(() => tour.page.title()).toContain('per kecamatan');
    await expect.poll(() => legendFaults(tour), { timeout: 30_000 }).toEqual([]);
    expect(tour.recorder.faults.filter(({ kind }) => kind === 'rejection' || kind === 'violation')).toEqual(
      [],
    );
    await tour.close();
  });
});

/** The page itself, of which the browser speaks; what says that the opening failed; type and signs. */
const NOT_TRIED = /\/(?:\?[^/]*)?$|\/opening\.js$|\.woff2$|\.svg$|manifest\.webmanifest$/;

/** Some thirty openings, one after the other. */
const OPENINGS_MS = 1_800_000;

describe.skipIf(!LONG_FORM)('a request of the opening that fails, whichever it is', () => {
  const house = openHouse();

  it(
    'is said, or the page goes on without it; loaded again or told to try, it is whole',
    async () => {
      const ready = (page: Page) =>
        page.waitForFunction(() => performance.getEntriesByName('engine-ready').length > 0, null, {
          timeout: 120_000,
        });
      const clean = await house.visit();
      const asked = new Set<string>();
      clean.page.on('request', (request) => asked.add(request.url()));
      await clean.page.goto(`${house.url}?peta=svg`);
      await ready(clean.page);
      await clean.close();
      const wanted = [...asked].filter((url) => !NOT_TRIED.test(url));
      expect(wanted.length).toBeGreaterThan(20);
      for (const url of wanted) {
        const { page, recorder, close } = await house.visit();
        await page.route(url, (route) => route.abort());
        await page.goto(`${house.url}?peta=svg`);
        const alert = page.getByRole('alert').first();
        const outcome = await Promise.any([alert.waitFor({ timeout: 60_000 }), ready(page)]).then(
          () => 'said, or ready',
          () => 'neither',
        );
        expect(outcome, url).toBe('said, or ready');
        const ours = recorder.faults.filter(({ kind }) => kind === 'rejection' || kind === 'violation');
        expect(ours, url).toEqual([]);
        await page.unrouteAll();
        const ways = page.getByRole('button', { name: new RegExp(`${words.data.retry}|Muat ulang`) });
        if ((await ways.count()) > 0) await ways.first().click();
        else await page.reload();
        await ready(page);
        await page.getByRole('navigation', { name: words.rooms.label }).waitFor();
        await expect.poll(() => page.getByRole('alert').allTextContents(), { message: url }).toEqual([]);
        await close();
      }
    },
    OPENINGS_MS,
  );
});
