import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { MINIMUM_RATE_DENOMINATOR } from '#core/area-table.ts';
import { TEMPLATE_COLUMNS } from '#data/template.ts';
import { sharedRecords, sheetOf } from '#tests/real-table.ts';
import { sharedPath } from '#tests/shared-data.ts';
import { id as words } from '#words/id.ts';
import { axeFaults } from './browser.ts';
import { openHouse } from './house.ts';
import { legendFaults } from './map-truth.ts';
import { dropFiles, type OfficeDialog, officeDialog, openDialog } from './office-dialog.ts';
import { readNumber } from './ranking-lines.ts';
import type { Tour } from './tour.ts';

const TABLE = 'kupang-stunting-per-kelurahan-2021-2022.csv';
const table = sharedPath(`facts/${TABLE}`);
const records = sharedRecords(`facts/${TABLE}`) ?? [];
const NOT_REPORTED = words.status.notReported;

/** n of N with the class known, worked out from the table without the program. */
function countsOf(record: Readonly<Record<string, string>>) {
  const [severe, moderate, none, over] = ['sangat_pendek', 'pendek', 'normal', 'tinggi'].map((column) =>
    Number(record[column]),
  ) as [number, number, number, number];
  return { name: record.kelurahan ?? '', n: severe + moderate, total: severe + moderate + none + over };
}

/** `rank n/N` of every kelurahan of a year; those of too few children have no rank. */
function expectedRanking(year: string) {
  const all = records.filter(({ tahun }) => tahun === year).map(countsOf);
  const ranked = all.filter(({ total }) => total >= MINIMUM_RATE_DENOMINATOR);
  return all.map((own) => {
    const above = ranked.filter((other) => other.n * own.total > own.n * other.total).length;
    const rank = own.total >= MINIMUM_RATE_DENOMINATOR ? above + 1 : Number.NaN;
    return { ...own, rank, percent: (100 * own.n) / own.total };
  });
}

const written = ({ rank, n, total }: { rank: number; n: number; total: number }) => `${rank} ${n}/${total}`;

describe.skipIf(table === null)('the office opens its own files', () => {
  const house = openHouse();
  let tour: Tour;
  beforeAll(async () => {
    tour = await house.open();
    await tour.ready();
  });
  afterEach(() => tour.recorder.expectClean());

  /** The true faults of the table, and no other: named, with their place and their figures. */
  async function expectTrueFaults(office: OfficeDialog): Promise<void> {
    const warnings = (await office.faults()).filter(
      ({ severity, what }) => severity === 'Peringatan' && !what.includes('kode Kemendagri, sedangkan'),
    );
    expect(warnings.map(({ what }) => what).sort()).toEqual([
      'Fatubesi: tidak ada data untuk 2021 (tidak ada barisnya); ditampilkan sebagai tidak melapor.',
      'Kelapa Lima, 2022: jumlah kelas stunting 468, sedangkan jumlah yang tertulis 469.',
      'Nunhila, 2021: balita diukur 153 melebihi sasaran 144.',
    ]);
  }

  async function expectYear(year: string): Promise<void> {
    await expect.poll(() => tour.title.textContent()).toContain(year);
    const expected = expectedRanking(year);
    const [city, ...lines] = await tour.lines();
    expect(lines).toHaveLength(51);
    const known = lines.filter(({ status }) => status !== NOT_REPORTED);
    expect(known.map(written).sort()).toEqual(expected.map(written).sort());
    const top = expected.find(({ rank }) => rank === 1);
    expect(lines.find(({ rank }) => rank === 1)?.name).toBe(top?.name);
    for (const { rank, value } of known.filter((line) => line.rank > 0)) {
      const percents = expected.filter((one) => one.rank === rank).map(({ percent }) => percent);
      expect(Math.abs(readNumber(value) - (percents[0] ?? Number.NaN))).toBeLessThanOrEqual(0.050001);
    }
    const sum = (pick: 'n' | 'total') => expected.reduce((total, one) => total + one[pick], 0);
    expect([city?.n, city?.total]).toEqual([sum('n'), sum('total')]);
    await expect.poll(() => legendFaults(tour), { timeout: 60_000 }).toEqual([]);
  }

  async function expectOwnData(): Promise<void> {
    const bar = tour.page.getByRole('banner');
    await expect.poll(() => bar.textContent()).toContain(words.tier.internal);
    await expect.poll(() => tour.page.locator('body').textContent()).not.toContain(words.tier.example);
    const calendar = await tour.part(words.rooms.sentence.period);
    const kind = (name: string) => calendar.getByRole('radio', { name, exact: true });
    expect(await kind(words.period.kind.year).getAttribute('aria-checked')).toBe('true');
    expect(await kind(words.period.kind.month).isDisabled()).toBe(true);
    expect(await calendar.getByRole('option').allTextContents()).toEqual(['2022', '2021']);
    await tour.shut();
    await expectYear('2022');
    await tour.press(words.period.previous);
    await expectYear('2021');
    const missing = (await tour.lines()).filter(({ status }) => status === NOT_REPORTED);
    expect(missing.map(({ name }) => name)).toEqual(['Fatubesi']);
    const entry = (await tour.legendEntries()).find(({ label }) => label === NOT_REPORTED);
    expect(entry?.areas).toBe(1);
  }

  it('on the lines of one survey, with fault list and template, and back to the example', async () => {
    const boundaries = sharedPath('boundaries/kupang-cahyadsn.geojson')!;
    const office = await openDialog(tour);
    await office.add([boundaries, table!]);
    await expectTrueFaults(office);
    expect(await axeFaults(tour.page)).toEqual([]);

    const faults = sheetOf((await office.download(words.import.downloadFaults, true)).text).rows;
    const heads = Object.values(words.import.heads);
    expect(faults[0]?.map((cell) => cell.replace('\ufeff', ''))).toEqual(heads);
    const what = heads.indexOf(words.import.heads.what);
    const [listed, shown] = [faults.slice(1), await office.faults()];
    expect(listed.filter((row) => row.length > 1).map((row) => row[what])).toEqual(shown.map((f) => f.what));
    const template = sheetOf((await office.download(words.import.downloadTemplate)).text).rows;
    expect(template[0]?.map((cell) => cell.replace('\ufeff', ''))).toEqual([...TEMPLATE_COLUMNS]);
    const codes = template.slice(1).flatMap(([code = '']) => (code === '' ? [] : [code]));
    expect(codes.sort()).toEqual([...new Set(records.map(({ kode = '' }) => kode))].sort());

    await office.load();
    await expectOwnData();
    await tour.room(words.rooms.names.data);
    await tour.press(words.rooms.data.example);
    await expect.poll(() => tour.page.getByRole('banner').textContent()).toContain(words.tier.example);
    for (const door of [words.rooms.doors.office, words.rooms.doors.example, words.rooms.doors.learn])
      await tour.page.getByRole('button', { name: door, exact: true }).waitFor();
    await tour.settled();
    expect(await legendFaults(tour)).toEqual([]);
  });

  it('on the lines of another survey, dropped onto the map, and off this computer again', async () => {
    const boundaries = sharedPath('boundaries/kupang-hdx-bps2020-kode.geojson')!;
    await dropFiles(tour, [boundaries, table!]);
    const office = officeDialog(tour);
    await office.card(TABLE).waitFor();
    await expectTrueFaults(office);
    await office.load();
    await expectOwnData();
    await tour.room(words.rooms.names.data);
    await tour.press(words.rooms.data.wipe);
    const question = tour.page.getByRole('alertdialog', { name: words.keeping.wipe.title });
    await question.getByText(words.tier.internal).waitFor();
    const cancel = question.getByRole('button', { name: words.data.cancel, exact: true });
    await expect.poll(() => cancel.evaluate((button) => button === document.activeElement)).toBe(true);
    await cancel.click();
    await question.waitFor({ state: 'detached' });
    expect(await tour.page.getByRole('banner').textContent()).not.toContain(words.tier.example);
    await tour.press(words.rooms.data.wipe);
    await tour.press(words.keeping.wipe.all);
    await expect.poll(() => tour.page.getByRole('banner').textContent()).toContain(words.tier.example);
    await tour.page.getByText(words.data.wiped).waitFor();
    expect(await tour.page.locator('body').textContent()).not.toContain(TABLE);
    const kept = await tour.page.evaluate(async () => ({
      local: localStorage.length + sessionStorage.length,
      databases: (await indexedDB.databases()).length,
    }));
    expect(kept).toEqual({ local: 0, databases: 0 });
  });

  it('of families alone over the example, then beside children, each with its own denominator', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'families-'));
    const file = join(folder, 'keluarga.csv');
    const rows = [
      'Kecamatan;Kelurahan;Tahun;Jumlah keluarga;Keluarga miskin ekstrem',
      'Alak;Namosain;2021;2.412;812',
      'Alak;Nunhila;2021;29;20',
      'Alak;Nunbaun Sabu;2021;1.022;322',
    ];
    writeFileSync(file, rows.join('\n'));
    const name = words.indicator['family-poverty'].short;
    const alone = await openDialog(tour);
    await alone.add([file]);
    expect((await alone.faults()).map(({ severity }) => severity)).not.toContain('Berkas ditolak');
    await alone.load();
    await expect.poll(() => tour.title.textContent()).toContain(`${name} (${words.povertyProxy('1')})`);
    const told = () => tour.lines().then((lines) => lines.filter(({ status }) => status !== NOT_REPORTED));
    expect((await told()).map((line) => `${line.name} ${written(line)}`)).toEqual([
      'Kota Kupang NaN 1154/3463',
      'Namosain 1 812/2412',
      'Nunbaun Sabu 2 322/1022',
      // Of fewer than 30 families the rate is withheld.
      'Nunhila NaN 20/29',
    ]);
    expect(await tour.facts()).toContain(words.units.family.parts('1.154', '3.463'));
    expect(await tour.said(words.rooms.sentence.who)).toBe(words.units.family.everyone);

    const both = await openDialog(tour);
    await both.add([file, table!]);
    await both.load();
    await expect.poll(() => tour.title.textContent()).toContain(words.indicator.stunting.rate);
    await tour.part(words.rooms.sentence.indicator);
    await tour.page.getByRole('button', { name: new RegExp(`(^| )${words.layers.overlay.label}$`) }).click();
    // The list of first indicators stands in the same part.
    await tour.page.getByRole('option', { name, exact: true }).last().click();
    await tour.shut();
    await tour.settled();
    // The families are of another year than the children, and the title says so.
    expect(await tour.title.textContent()).toContain('(2021)');
    expect(await tour.title.textContent()).toContain('2022');
    const namosain = records
      .map(countsOf)
      .find((one, i) => one.name === 'Namosain' && records[i]?.tahun === '2022');
    await (await tour.line('Namosain')).click();
    const sheet = await tour.tab(words.rooms.panels.area);
    await expect.poll(() => sheet.textContent()).toContain(words.units.family.parts('812', '2.412'));
    expect(await sheet.textContent()).toContain(String(namosain?.total));
    await tour.tab(words.rooms.panels.ranking);
    await tour.room(words.rooms.names.data);
    await tour.press(words.rooms.data.example);
    await expect.poll(() => tour.page.getByRole('banner').textContent()).toContain(words.tier.example);
    await tour.room(words.rooms.names.map);
    await tour.settled();
    rmSync(folder, { recursive: true });
  });

  it('on lines with BPS codes only, once the reader has said which kelurahan is meant', async () => {
    const boundaries = sharedPath('boundaries/kupang-hdx-bps2020.geojson')!;
    const office = await openDialog(tour);
    await office.add([boundaries]);
    await office.add([table!]);
    const setAside = (await office.faults()).filter(({ severity }) => severity === 'Baris disisihkan');
    expect(setAside).toHaveLength(2);
    for (const { where } of setAside) expect(where).toContain('Lai Lai Bisi Kopan');
    expect(await office.card(TABLE).textContent()).toContain(words.import.setAside('2'));
    await office.dialog.getByRole('button', { name: 'Maksudnya Lahilai Bissi Kopan (Kota Lama)' }).click();
    await expect.poll(() => office.card(TABLE).textContent()).toContain(words.import.setAside('0'));
    await expectTrueFaults(office);
    const names = sheetOf((await office.download(words.import.downloadNames)).text).rows;
    expect(names[1]?.slice(1)).toEqual(['5371041002', 'Lahilai Bissi Kopan']);
    const memory = (await office.download(words.import.saveMemory)).text;
    expect(memory).toContain('5371041002');
    await office.cancel();

    // Next month: the same boundaries and form of table, and what was confirmed, from its file.
    const folder = mkdtempSync(join(tmpdir(), 'memory-'));
    const kept = join(folder, 'padanan.json');
    writeFileSync(kept, memory);
    const again = await openDialog(tour);
    await again.add([boundaries]);
    await again.add([table!, kept]);
    expect(await again.card(TABLE).textContent()).toContain(words.import.setAside('0'));
    const said = (await again.faults()).find(({ where }) => where.includes('padanan.json'));
    expect(said?.what).toMatch(/^Padanan ini mencocokkan \d+ nama wilayah/);
    await expectTrueFaults(again);
    rmSync(folder, { recursive: true });
    await again.load();
    await expectOwnData();
  });

  it('of services: said what is left out, drawn, and taken away again', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'services-'));
    const file = join(folder, 'faskes.csv');
    const rows = [
      'Nama;Jenis;Lintang;Bujur',
      'Puskesmas Contoh;Puskesmas;-10,1723;123,6120',
      'Mawar;Posyandu;;',
    ];
    writeFileSync(file, rows.join('\n'));
    const { page } = tour;
    await tour.room(words.rooms.names.data);
    await tour.press(words.places.open);
    const office = officeDialog(tour);
    await office.add([file]);
    expect((await office.faults()).map(({ where }) => where)).toEqual(['Berkas faskes.csv, baris 3']);
    await office.load();
    const legend = page.getByRole('region', { name: words.legend.heading });
    await expect
      .poll(() => legend.locator('.place-entries').textContent())
      .toBe(`${words.places.kinds.puskesmas}1`);
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('button', { name: words.places.remove(words.places.kinds.puskesmas) }).click();
    await legend.locator('.place-entries').waitFor({ state: 'detached' });
    rmSync(folder, { recursive: true });
  });
});
