import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { PLAIN_DIALECT, safeCsv } from '#core/safe-csv.ts';
import { openArchive } from '#data/archive-guard.ts';
import { readPackage } from '#data/package-files.ts';
import { readKelurahan } from '#scripts/demo/kelurahan.ts';
import { personFiles, USUAL_RATES } from '#scripts/persons/person-files.ts';
import { ROOT } from '#scripts/tool.ts';
import { id as words } from '#words/id.ts';
import { PREPARATION } from '#words/preparation-words.ts';
import { openHouse } from './house.ts';
import type { Tour } from './tour.ts';

const say = PREPARATION.id;
const LONG_MS = 240_000;

describe('the office prepares its files of children', () => {
  const house = openHouse();
  let tour: Tour;
  let folder: string;
  let paths: readonly string[];
  const made = personFiles({
    seed: 5,
    villages: readKelurahan(join(ROOT, 'data/demo/kelurahan.csv')),
    children: 1_500,
    members: 5_000,
    months: ['2026-03'],
    rates: USUAL_RATES,
  });
  const tables = [...made.measurements, made.members];
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'persons-'));
    paths = tables.map(({ name, rows }) => {
      const path = join(folder, `${name}.csv`);
      const [header = [], ...own] = rows;
      // One village of the first table is written as none is.
      const village = header.indexOf('Desa/Kel');
      const spoilt = own.map((row, k) => (village >= 0 && k === 0 ? row.with(village, 'Entah Mana') : row));
      writeFileSync(path, safeCsv([header, ...spoilt], PLAIN_DIALECT));
      return path;
    });
    tour = await house.open();
    await tour.ready();
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  afterEach(() => tour.recorder.expectClean());

  it('counts them, asks for the area it does not know, and opens the result as internal', async () => {
    const { page } = tour;
    await tour.room(words.rooms.names.data);
    await page.getByRole('button', { name: words.rooms.data.prepare, exact: true }).click();
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: say.choose, exact: true }).click();
    await (await chooser).setFiles([...paths]);
    await page.getByRole('button', { name: say.run, exact: true }).click();
    await page.getByRole('heading', { name: say.ledger }).waitFor({ timeout: LONG_MS });
    const panel = page.locator('.preparation');

    expect(await panel.textContent()).toContain(say.forms['eppgbm-a']);
    expect(await panel.textContent()).toContain(say.forms.dtsen);
    for (const line of await panel.locator('table tbody tr').all()) {
      const [read = 0, ...parts] = (await line.locator('td').allTextContents()).map((cell) =>
        Number(cell.replace(/\D/g, '')),
      );
      expect(read).toBeGreaterThan(0);
      expect(parts.reduce((sum, one) => sum + one, 0)).toBe(read);
    }

    const waiting = panel.getByRole('button', { name: /Entah Mana/ });
    await waiting.click();
    await page.getByRole('option', { name: say.outside, exact: true }).click();
    await page.getByRole('button', { name: say.again, exact: true }).click();
    await page.getByRole('heading', { name: say.waiting }).waitFor({ state: 'detached', timeout: LONG_MS });
    await page.getByRole('heading', { name: say.ledger }).waitFor({ timeout: LONG_MS });

    const press = async () => {
      await page.getByRole('button', { name: say.save, exact: true }).click();
      await page.getByRole('button', { name: words.export.goOn, exact: true }).click();
    };
    const [download] = await Promise.all([page.waitForEvent('download'), press()]);
    const archive = openArchive(new Uint8Array(readFileSync(await download.path())));
    const read = archive.ok ? readPackage(archive.value) : archive;
    expect(read.ok).toBe(true);

    const identifiers = tables.flatMap(({ rows }) => rows.flat()).filter((cell) => /^\d{16}$/.test(cell));
    const seen = await page.evaluate(async () => {
      const stores = await indexedDB.databases();
      return JSON.stringify([
        document.body.textContent,
        location.href,
        { ...localStorage },
        { ...sessionStorage },
        stores,
      ]);
    });
    expect(identifiers.filter((digits) => seen.includes(digits))).toEqual([]);

    await page.getByRole('button', { name: say.show, exact: true }).click();
    await expect
      .poll(() => page.getByRole('banner').textContent(), { timeout: LONG_MS })
      .toContain(words.tier.internal);
    await expect.poll(() => tour.title.textContent(), { timeout: 60_000 }).toContain('Semester I 2026');
  });
});
