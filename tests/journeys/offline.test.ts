import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ROOMS } from '#core/view.ts';
import { DIST } from '#scripts/build.ts';
import { type RunningServer, serve } from '#scripts/serve.ts';
import { heldParts, writeServiceWorker } from '#scripts/service-worker.ts';
import { LONG_FORM } from '#tests/long-form.ts';
import { id as words } from '#words/id.ts';
import { commonBrowser, newVisit } from './browser.ts';
import { legendFaults } from './map-truth.ts';
import { ask } from './question.ts';
import { hearThreads } from './silence.ts';
import { openTour, type TourOptions } from './tour.ts';

const KEPT_MS = 120_000;
const FIGURES = resolve(import.meta.dirname, '../../test-results');
const FOREIGN = 'https://elsewhere.invalid/';

/** Waits until every part is on the machine. */
async function kept(page: Page): Promise<void> {
  const state = () =>
    page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.active?.state);
  await expect.poll(state, { timeout: KEPT_MS }).toBe('activated');
}

/** Asks for each file again, without the browser's own memory of it; names those that do not come. */
function missing(page: Page, paths: readonly string[]): Promise<readonly string[]> {
  return page.evaluate(async (all) => {
    const gone: string[] = [];
    for (const path of all) {
      const came = await fetch(path === '' ? './' : path, { cache: 'no-store' }).catch(() => null);
      if (!came?.ok || (await came.arrayBuffer()).byteLength === 0) gone.push(path);
    }
    return gone;
  }, paths);
}

/** Every script of the page that is fetched late, started as the page starts it. As text: a test's own import is another. */
function broken(page: Page, scripts: readonly string[]): Promise<readonly string[]> {
  return page.evaluate(`(async () => {
    const faults = [];
    for (const path of ${JSON.stringify(scripts)})
      await import(new URL(path, document.baseURI).href).catch((reason) => faults.push(path + ': ' + reason));
    return faults;
  })()`);
}

function lateScripts(site: string): readonly string[] {
  const manifest = JSON.parse(readFileSync(join(site, '.vite/manifest.json'), 'utf8')) as Record<
    string,
    { readonly file: string; readonly isDynamicEntry?: boolean }
  >;
  return Object.values(manifest).flatMap(({ file, isDynamicEntry }) => (isDynamicEntry ? [file] : []));
}

describe('the program on the machine', () => {
  let folder: string;
  let site: string;
  let server: RunningServer;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'offline-'));
    site = join(folder, 'site');
    cpSync(DIST, site, { recursive: true, filter: (path) => !/\.(?:br|gz)$/.test(path) });
  });
  beforeEach(async () => {
    server = await serve(site, 0);
  });
  afterEach(() => server.close().catch(() => undefined));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const open = async (options: TourOptions = {}) =>
    openTour(await newVisit(await commonBrowser(), server.url, { keepsParts: true }), server.url, options);

  it('opens, and opens every part, when its server is gone', async () => {
    const tour = await open({ map: 'webgl' });
    const { page } = tour;
    await kept(page);
    await server.close();
    await page.reload();
    await tour.ready();
    expect(await legendFaults(tour)).toEqual([]);
    const parts = heldParts(site).map(({ path }) => path);
    expect(parts.length).toBeGreaterThan(100);
    expect(await missing(page, parts)).toEqual([]);
    const scripts = lateScripts(site);
    expect(scripts.length).toBeGreaterThan(20);
    expect(await broken(page, scripts)).toEqual([]);
    await ask(tour, 'l=district');
    await expect.poll(() => page.title()).toContain('per kecamatan');
    await tour.example(words.rooms.example.wastingDecile);
    await tour.settled();
    await expect.poll(() => tour.heading.textContent()).toContain('desil 1');
    // The look for a newer version finds no server, and says so on the console.
    expect(tour.recorder.faults.filter(({ kind }) => kind !== 'console')).toEqual([]);
    await page.goto(`${server.url}?peta=svg`);
    await page.getByText(words.map.drawn.asked).waitFor();
    await tour.close();
  });

  it.skipIf(!LONG_FORM)(
    'is silent: nothing foreign, no breach, nothing uncaught in any thread, in every room and tab',
    async () => {
      const visit = await newVisit(await commonBrowser(), server.url, { keepsParts: true });
      const heard = await hearThreads(visit.page, new URL(server.url).origin);
      const tour = await openTour(visit, server.url, { map: 'webgl' });
      await kept(tour.page);
      const side = tour.page.getByRole('complementary');
      for (const room of ROOMS) {
        await tour.room(words.rooms.names[room]);
        for (const tab of await side.getByRole('tab').allTextContents()) await tour.tab(tab);
        await tour.settled();
      }
      const table = [...heard].map(([kind, { threads, requests, foreign, violations, uncaught }]) => ({
        kind,
        threads,
        requests,
        faults: [...foreign, ...violations, ...uncaught],
      }));
      mkdirSync(FIGURES, { recursive: true });
      writeFileSync(join(FIGURES, 'silence.json'), JSON.stringify(table, null, 1));
      expect(table.flatMap(({ kind, faults }) => faults.map((fault) => `${kind}: ${fault}`))).toEqual([]);
      expect(table.map(({ kind }) => kind)).toEqual(
        expect.arrayContaining(['page', 'service', 'map', 'package', 'engine', 'hotspot', 'priority']),
      );
      tour.recorder.expectClean();

      // Each ear, once: a planted breach in the page's threads is heard by the one that it is of.
      await tour.page.evaluate((foreign) => fetch(foreign).catch(() => {}), FOREIGN);
      await expect.poll(() => heard.get('page')?.violations.length).toBeGreaterThan(0);
      const [service] = tour.page.context().serviceWorkers();
      await service?.evaluate((foreign) => fetch(foreign).catch(() => {}), FOREIGN);
      await expect.poll(() => heard.get('service')?.violations.length).toBeGreaterThan(0);
      await tour.close();
    },
  );

  it('stays whole in an open tab while the release changes under it; the newer version comes when it is taken', async () => {
    const tour = await open();
    const { page } = tour;
    await kept(page);
    const scripts = lateScripts(site);
    const assets = join(site, 'assets');
    for (const file of readdirSync(assets)) {
      if (!/^(?:trend|scatter|presentation)-.*\.js$/.test(file)) continue;
      renameSync(join(assets, file), join(assets, `newer-${file}`));
    }
    const html = join(site, 'index.html');
    writeFileSync(html, readFileSync(html, 'utf8').replace('<html ', '<html data-release="newer" '));
    await writeServiceWorker(site);

    const release = () => page.evaluate(() => document.documentElement.dataset.release);
    const waiting = () =>
      page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.waiting !== null);
    await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
    await expect.poll(waiting, { timeout: KEPT_MS }).toBe(true);
    expect(await broken(page, scripts)).toEqual([]);
    await page.reload();
    expect(await release()).toBeUndefined();

    // Offered in the room of data, and taken there.
    await tour.ready();
    await tour.room(words.rooms.names.data);
    await tour.press(words.keeping.program.take);
    await expect.poll(release, { timeout: KEPT_MS }).toBe('newer');
    await expect.poll(waiting, { timeout: KEPT_MS }).toBe(false);
    expect(await missing(page, scripts)).toEqual([]);
    await tour.close();
  });
});
