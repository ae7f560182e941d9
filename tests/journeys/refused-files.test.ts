import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { zipPackage } from '#data/package-files.ts';
import { sharedPath } from '#tests/shared-data.ts';
import { id as words } from '#words/id.ts';
import { axeFaults } from './browser.ts';
import { openHouse } from './house.ts';
import { legendFaults } from './map-truth.ts';
import { dropFiles, officeDialog, openDialog } from './office-dialog.ts';
import type { Tour } from './tour.ts';

const RELEASE = resolve(import.meta.dirname, '../fixtures/release-small');
const HIDDEN = `${words.status.suppressed} (< 10)`;
const { notReported: NOT_REPORTED, noDenominator: NO_TARGET } = words.status;
const TOO_FEW = words.status.tooFew('30');

/** A file of the corpus, what the page says of it, and what of it must be seen nowhere. */
const REFUSED: readonly (readonly [file: string, says: readonly string[], never: readonly string[]])[] = [
  [
    'csv/50-nik-column.csv',
    ['ada nomor NIK atau KK (2 sel). Berkas tidak dimuat.', 'kolom “NIK”'],
    ['5371011203219001', '5371025204209002', 'Contoh Satu', 'Contoh Dua'],
  ],
  ['csv/52-nik-in-free-text.csv', ['NIK atau KK (1 sel)', 'kolom “catatan”'], []],
  ['xlsx/01-zip-bomb-100mb.xlsx', ['mengembang terlalu besar'], []],
  ['xlsx/09-hidden-sheet-nik.xlsx', ['NIK atau KK', 'lembar Mentah'], []],
  ['xlsx/12-xls-renamed.xlsx', ['Excel lama'], []],
  ['geojson/21-truncated.geojson', ['Berkas terpotong'], []],
  ['geojson/04-swapped-latlon.geojson', ['Lintang dan bujur tertukar'], []],
];

const house = openHouse();
let tour: Tour;
beforeAll(async () => {
  tour = await house.open();
  await tour.ready();
});
afterEach(async () => {
  const { dialog, cancel } = officeDialog(tour);
  if ((await dialog.count()) > 0) {
    for (const remove of await dialog.getByRole('button', { name: words.import.remove('') }).all())
      await remove.click();
    await cancel();
  }
  tour.recorder.expectClean();
});

describe('files that are not taken in', () => {
  for (const [file, says, never] of REFUSED) {
    const path = sharedPath(`corpus/${file}`);
    it.skipIf(path === null)(`${file} is refused with its reason, and shows nothing of itself`, async () => {
      const office = await openDialog(tour);
      await office.add([path!]);
      const card = office.dialog.getByRole('alert');
      expect(await card.textContent()).toContain(words.import.refused);
      const told = `${await card.textContent()} ${JSON.stringify(await office.faults())}`;
      for (const text of says) expect(told).toContain(text);
      expect(await office.confirm.isDisabled()).toBe(true);
      const list = await office.download(words.import.downloadFaults, true);
      const seen = `${await tour.page.content()}\n${tour.recorder.console.join('\n')}\n${list.text}`;
      for (const text of never) expect(seen).not.toContain(text);
      // Not the decimals of a drawing.
      expect(seen).not.toMatch(/(?<!\d\.?)\d{16}(?!\d)/);
      await office.dialog.getByRole('button', { name: words.import.remove(file.split('/')[1]!) }).click();
      await expect.poll(() => card.count()).toBe(0);
      await office.cancel();
      expect(await tour.page.getByRole('banner').textContent()).toContain(words.tier.example);
    });
  }
});

describe('a package', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'release-'));
    const files = readdirSync(RELEASE).map((path) => ({ path, bytes: readFileSync(join(RELEASE, path)) }));
    writeFileSync(join(folder, 'rilis.zip'), zipPackage(files));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const states = async () =>
    Object.fromEntries((await tour.legendEntries()).map(({ label, areas }) => [label, areas]));

  async function expectRelease(): Promise<void> {
    await expect.poll(() => tour.page.getByRole('banner').textContent()).toContain(words.tier.release);
    await expect.poll(() => tour.title.textContent()).toContain('Mei 2026');
    const told = await states();
    expect(told).toMatchObject({ [HIDDEN]: 1, [TOO_FEW]: 1, [NO_TARGET]: 1 });
    // The legend shows only what occurs.
    expect(told[NOT_REPORTED]).toBeUndefined();
    await tour.part(words.rooms.tools.style);
    expect(await tour.check(words.style.lock).count()).toBe(1);
    expect(await tour.check(words.style.small('30')).count()).toBe(0);
    await tour.shut();
    const lines = Object.fromEntries(
      (await tour.lines()).map(({ name, n, total, status }) => [name, `${n}/${total} ${status}`.trim()]),
    );
    expect(lines).toMatchObject({
      Melati: '35/200',
      Kenanga: `NaN/NaN ${HIDDEN}`,
      Mawar: `10/25 ${TOO_FEW}`,
      Cempaka: '60/200',
      Dahlia: '30/105',
      Anggrek: `NaN/NaN ${NO_TARGET}`,
    });
    expect(await legendFaults(tour)).toEqual([]);
  }

  it('opens as a zip, with its tier and every reason for a missing number', async () => {
    const office = await openDialog(tour);
    await office.add([join(folder, 'rilis.zip')]);
    expect(await office.card('rilis.zip').textContent()).toContain(words.tier.release);
    expect(await axeFaults(tour.page)).toEqual([]);
    await office.load();
    await expectRelease();
    expect(await axeFaults(tour.page)).toEqual([]);
    await tour.press(words.period.next);
    await expect.poll(() => tour.title.textContent()).toContain('Juni 2026');
    await expect.poll(states).toMatchObject({ [NOT_REPORTED]: 1, [HIDDEN]: 1, [NO_TARGET]: 1 });
    expect(await tour.said(words.rooms.sentence.period)).toBe(`Juni 2026 (${words.period.incomplete})`);
  });

  it('rolls up to kecamatan from its own tables, not from what it hides', async () => {
    await tour.press(words.period.previous);
    await tour.choose(words.rooms.sentence.level, words.level.district);
    await expect.poll(() => tour.title.textContent()).toContain(`per ${words.level.district}`);
    const lines = (await tour.lines()).slice(1).map(({ name, n, total }) => `${name} ${n}/${total}`);
    expect(lines.sort()).toEqual(['Contoh Selatan 90/305', 'Contoh Utara 55/380']);
  });

  it.each([
    [
      'picked',
      (path: string) => openDialog(tour).then((office) => office.add([path], words.import.chooseFolder)),
    ],
    ['dropped', (path: string) => dropFiles(tour, [path])],
  ])('opens as a folder that is %s', async (_, open) => {
    await tour.room(words.rooms.names.data);
    await tour.press(words.rooms.data.example);
    await expect.poll(() => tour.page.getByRole('banner').textContent()).toContain(words.tier.example);
    await open(RELEASE);
    const office = officeDialog(tour);
    await office.card('release-small').waitFor();
    await office.load();
    await expectRelease();
  });
});
