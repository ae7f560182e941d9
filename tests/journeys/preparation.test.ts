import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { VERDICT_WORDS } from '#core/link-review.ts';
import { PLAIN_DIALECT, safeCsv } from '#core/safe-csv.ts';
import { openArchive } from '#data/archive-guard.ts';
import { readPackage } from '#data/package-files.ts';
import { parseRegister } from '#data/register-file.ts';
import { personFiles, USUAL_RATES } from '#scripts/persons/person-files.ts';
import { BOUNDARIES, VILLAGES } from '#tests/linkage/small-office.ts';
import { id as words } from '#words/id.ts';
import { LINK_REVIEW } from '#words/link-review-words.ts';
import { PREPARATION } from '#words/preparation-words.ts';
import { RELEASE_DESK } from '#words/release-desk-words.ts';
import { SQL } from '#words/sql-words.ts';
import { openHouse } from './house.ts';
import type { Tour } from './tour.ts';

const say = PREPARATION.id;
const release = RELEASE_DESK.id;
const LONG_MS = 240_000;

describe('the office prepares its files of children', () => {
  const house = openHouse();
  let tour: Tour;
  let folder: string;
  let paths: readonly string[];
  const made = personFiles({
    seed: 5,
    villages: VILLAGES,
    children: 2_000,
    members: 4_000,
    months: ['2026-06'],
    rates: USUAL_RATES,
  });
  const decile = made.members.rows[0]!.indexOf('desil_nasional');
  /** Families of decile 1 to 4 as decile 1, so that so small a city has as many children of them as a kecamatan has. */
  const members = made.members.rows.map((row, k) =>
    k === 0 ? row : row.with(decile, Number(row[decile]) <= 4 ? '1' : '9'),
  );
  const tables = [...made.measurements, { ...made.members, rows: members }];
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
    const boundaries = join(folder, 'batas.geojson');
    writeFileSync(boundaries, BOUNDARIES);
    paths = [...paths, boundaries];
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

    // Two links are looked at, one is taken back; names show for the pair that was asked for, and are gone with it.
    const look = LINK_REVIEW.id;
    const pair = panel.getByRole('table').filter({ hasText: look.member });
    const button = (name: string) => page.getByRole('button', { name, exact: true });
    expect(await button(look.verdict.same).isDisabled()).toBe(true);
    await button(look.show).click();
    await pair.waitFor();
    const named = ((await pair.textContent()) ?? '').toLowerCase();
    const people = made.people.children.map(({ name }) => name.toLowerCase());
    expect(people.some((name) => named.includes(name.split(' ')[0]!))).toBe(true);
    await button(look.verdict.same).press('s');
    await pair.waitFor({ state: 'detached' });
    await button(look.show).press('l');
    await pair.waitFor();
    await button(look.verdict.other).click();
    await button(look.undo).click();
    const [verdicts] = await Promise.all([page.waitForEvent('download'), button(look.save).click()]);
    const kept = readFileSync(await verdicts.path(), 'utf8');
    expect(kept.trim().split(/\r\n/)).toHaveLength(2);
    expect(kept).toContain(VERDICT_WORDS.same);

    const full = people.filter((name) => name.includes(' '));
    const text = `${await page.evaluate(() => document.body.textContent)} ${kept}`.toLowerCase();
    expect(full.filter((name) => text.includes(name))).toEqual([]);
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
    await expect.poll(() => tour.title.textContent(), { timeout: 60_000 }).toContain('Juni 2026');
  });

  it('asks the open cells by SQL, told where it went wrong, and marked where it leaves', async () => {
    const { page } = tour;
    const asked = SQL.id;
    await tour.room(words.rooms.names.data);
    await tour.press(words.rooms.data.sql);
    const editor = page.getByRole('textbox', { name: asked.editor });
    // As a reader types, over what the example wrote.
    await editor.press('Control+a');
    await page.keyboard.type('SELECT *\nFROM anak');
    await tour.press(asked.ask);
    await expect
      .poll(() => page.locator('.data-room [role="alert"]').textContent(), { timeout: 60_000 })
      .toBe(asked.fault({ kind: 'no-table', word: 'anak', line: 2, column: 6, detail: '' }));
    await tour.press(asked.example.crossed);
    await editor.press('Control+Enter');
    const table = page.getByRole('table', { name: asked.result });
    await expect.poll(() => table.locator('tbody tr').count()).toBe(VILLAGES.length);
    await tour.press(asked.csv);
    const [download] = await Promise.all([page.waitForEvent('download'), tour.press(words.export.goOn)]);
    expect(download.suggestedFilename()).toBe(`INTERNAL-${asked.file}.csv`);
    const lines = readFileSync(await download.path(), 'utf8')
      .trim()
      .split(/\r\n/);
    expect(lines).toHaveLength(VILLAGES.length + 1);
    for (const line of lines.slice(1)) expect(line.endsWith(`;${words.tier.internal}`)).toBe(true);
    await tour.press(asked.back);
  });

  it('makes a release of the same count, whose hidden villages are told by kecamatan', async () => {
    const { page } = tour;
    await tour.room(words.rooms.names.data);
    await page.getByRole('button', { name: words.rooms.data.prepare, exact: true }).click();
    const button = (name: string) => page.getByRole('button', { name, exact: true });
    const choose = async (name: string, text: string) => {
      const path = join(folder, name);
      writeFileSync(path, text);
      const chooser = page.waitForEvent('filechooser');
      await button(release.register).click();
      await (await chooser).setFiles(path);
    };
    const saved = async (name: string) => {
      const [download] = await Promise.all([page.waitForEvent('download'), button(name).click()]);
      return readFileSync(await download.path());
    };
    await button(release.make).waitFor();
    expect(await button(release.make).isDisabled()).toBe(true);

    await choose('register-lain.json', '{"schema":"peta-sasaran-register/1"}');
    await button(release.make).click();
    const panel = page.locator('.preparation');
    await panel.getByText(release.refused).waitFor({ timeout: LONG_MS });
    await button(release.withoutRegister).click();

    await tour.check(release.first).click();
    await button(release.make).click();
    await button(release.saveRegister).waitFor({ timeout: LONG_MS });
    expect(await button(release.save).isDisabled()).toBe(true);
    const register = (await saved(release.saveRegister)).toString('utf8');
    expect(parseRegister(register, 'register.json')).toMatchObject({ ok: true });
    const archive = openArchive(new Uint8Array(await saved(release.save)));
    const read = archive.ok ? readPackage(archive.value) : archive;
    expect(read).toMatchObject({ ok: true, value: { manifest: { tier: 'release', minimumCell: 10 } } });

    await button(release.show).click();
    await expect
      .poll(() => page.getByRole('banner').textContent(), { timeout: LONG_MS })
      .not.toContain(words.tier.internal);
    await tour.settled();
    await tour.example(words.rooms.example.wastingDecile);
    await tour.settled();
    // Months have no table of both; the semester has.
    await button(words.hint.seePeriod('Semester I 2026')).click();
    await tour.settled();
    const hidden = `${words.status.suppressed} (< 10)`;
    const states = async () => (await tour.legendEntries()).map(({ label, areas }) => [label, areas]);
    await expect.poll(states, { timeout: 60_000 }).toContainEqual([hidden, VILLAGES.length]);

    await button(words.hint.seeDistricts).click();
    await tour.settled();
    await expect.poll(states).not.toContainEqual([hidden, expect.anything()]);
    const lines = await tour.lines();
    for (const { n, total } of lines.slice(1)) expect([n >= 10, n % 5, total % 5]).toEqual([true, 0, 0]);
  });
});
