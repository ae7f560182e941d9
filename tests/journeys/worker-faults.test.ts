import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { id as words } from '#words/id.ts';
import { openHouse } from './house.ts';
import { dropFiles, officeDialog, openDialog } from './office-dialog.ts';
import type { Recorder } from './recorder.ts';
import { endWorkers, keepWorkers, workersAlive } from './worker-end.ts';

const RELEASE = resolve(import.meta.dirname, '../fixtures/release-small');
/** Said within this: a minute is for a machine that has much else to do. */
const SAID_MS = 60_000;

function ownFaults({ faults }: Recorder): readonly unknown[] {
  return faults.filter(({ kind }) => kind === 'rejection' || kind === 'error' || kind === 'violation');
}

/** The first worker of a kind is given nothing to do, and ended silently once it lives. */
function loseFirst(page: Page, kind: string): Promise<unknown> {
  return page.addInitScript((name) => {
    const Own = globalThis.Worker;
    let lost = false;
    globalThis.Worker = class extends Own {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        if (lost || !String(url).includes(`${name}-worker`)) return;
        lost = true;
        this.postMessage = () => {};
        const end = async (): Promise<void> => {
          const { held = [] } = await navigator.locks.query();
          if (held.some((lock) => lock.name?.startsWith(`${name}-`))) Own.prototype.terminate.call(this);
          else requestAnimationFrame(() => void end());
        };
        void end();
      }
    };
  }, kind);
}

describe('a worker that is taken away', () => {
  const house = openHouse();
  let folder: string;
  const file = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'worker-faults-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('the engine: the next table finds another, without a word', async () => {
    const tour = await house.open({ before: keepWorkers });
    await tour.ready();
    expect(await workersAlive(tour.page, 'engine')).toBe(1);
    expect(await endWorkers(tour.page, /engine-worker/)).toBe(1);
    await expect.poll(() => workersAlive(tour.page, 'engine')).toBe(0);
    const office = await openDialog(tour);
    await office.add([RELEASE], words.import.chooseFolder);
    await office.load();
    await expect.poll(() => tour.page.getByText(words.tier.release).count()).toBeGreaterThan(0);
    expect(ownFaults(tour.recorder)).toEqual([]);
    await tour.close();
  });

  it('the readers of the demo and of a file: said at once, and mended by asking again', async () => {
    const tour = await house.open({
      before: async (page) => {
        await loseFirst(page, 'package');
        await loseFirst(page, 'reader');
      },
    });
    const alert = tour.page.getByRole('alert').filter({ hasText: words.data.engineFailed['engine/crashed'] });
    await alert.waitFor({ timeout: SAID_MS });
    await tour.press(words.data.retry);
    await tour.ready();
    await alert.waitFor({ state: 'detached' });
    // Its card says so, and the file can be chosen again.
    const office = await openDialog(tour);
    const table = file('tabel.csv', 'kode;nilai\n53.71.01.1001;5\n');
    await office.add([table]);
    await office.dialog.getByText('Pembacaan berkas terhenti').first().waitFor();
    await office.card('tabel.csv').getByRole('button').first().click();
    await office.add([table]);
    await expect.poll(() => office.dialog.getByText('Pembacaan berkas terhenti').count()).toBe(0);
    expect(ownFaults(tour.recorder)).toEqual([]);
    await tour.close();
  });
});

describe('files that come at a bad moment', () => {
  const house = openHouse();
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'bad-moment-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const table = (name: string): string => {
    writeFileSync(join(folder, name), 'kode;nilai\n53.71.01.1001;5\n');
    return join(folder, name);
  };

  it('are not swallowed where the part that reads them is missing', async () => {
    const tour = await house.open();
    await tour.ready();
    const part = /file-reader-.*\.js/;
    await tour.page.route(part, (route) => route.fulfill({ status: 404 }));
    const office = await openDialog(tour);
    await office.add([table('a.csv')]);
    await office.dialog.getByText('Berkas belum dibaca').first().waitFor();
    expect(await office.card('a.csv').count()).toBe(1);
    await office.cancel();

    // Hotspots that were asked for and are not there never look like none.
    const thread = /hotspot-thread-.*\.js/;
    await tour.page.route(thread, (route) => route.fulfill({ status: 404 }));
    await tour.room(words.rooms.names.clusters);
    const alert = tour.legend.getByRole('alert');
    await alert.waitFor();
    expect(await alert.textContent()).toContain(words.keeping.marks.failed);
    expect(await tour.facts()).toContain(words.keeping.marks.failed);
    await tour.page.unroute(thread);
    await tour.legend.getByRole('button', { name: words.hotspots.again }).click();
    await alert.waitFor({ state: 'detached' });
    await tour.legend.locator('.hotspot-legend').waitFor();
    expect(ownFaults(tour.recorder)).toEqual([]);
    await tour.close();
  });

  it('wait for those that are being read', async () => {
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
    await dropFiles(tour, [table('kedua.csv')]);
    letGo();
    await card('kedua.csv').waitFor({ timeout: SAID_MS });
    expect(await card('pertama.csv').count()).toBe(1);
    tour.recorder.expectClean();
    await tour.close();
  });
});

describe('an engine that is broken', () => {
  const house = openHouse();

  it('is told at once, and tried again when told', async () => {
    const wasm = /duckdb-eh.*\.wasm/;
    const broken = { body: Buffer.alloc(200_000, 7), contentType: 'application/wasm' };
    const tour = await house.open({ before: (page) => page.route(wasm, (route) => route.fulfill(broken)) });
    const said = words.data.engineFailed['engine/unavailable'];
    const alert = tour.page.getByRole('alert').filter({ hasText: said });
    await alert.waitFor({ timeout: SAID_MS });
    await tour.page.unroute(wasm);
    await tour.press(words.data.retry);
    await tour.ready();
    await alert.waitFor({ state: 'detached' });
    await tour.close();
  });
});
