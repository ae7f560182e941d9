import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { id as words } from '#words/id.ts';
import { axeFaults } from './browser.ts';
import { openHouse } from './house.ts';
import { officeDialog } from './office-dialog.ts';
import type { Tour } from './tour.ts';

const { sentence: part, names: rooms, panels } = words.rooms;
const say = words.monitoring;

describe('the room of monitoring', () => {
  const house = openHouse();
  let tour: Tour;
  beforeAll(async () => {
    tour = await house.open();
    await tour.ready();
  });

  it('takes the quarter of the month, tells what falls and rises, selects by the legend, and gives the month back', async () => {
    expect(await tour.said(part.period)).toBe('September 2026');
    await tour.room(rooms.monitoring);
    await tour.settled();
    await expect
      .poll(() => tour.title.textContent())
      .toBe('Tren prevalensi stunting per kelurahan, sampai Triwulan III 2026');
    expect(await tour.said(say.what)).toBe(words.trend.name);
    const facts = await tour.facts();
    expect(facts).toMatch(/terbukti turun \d+, naik \d+; tidak terbukti \d+/);
    expect(facts).toContain('8 triwulan (Triwulan IV 2024 – Triwulan III 2026)');
    const entry = tour.legend.locator('.legend-line:not([disabled])').first();
    const count = Number(/: (\d+) kelurahan$/.exec((await entry.getAttribute('aria-label')) ?? '')?.[1]);
    await entry.click();
    await expect.poll(() => tour.chosen()).toBe(count);
    await entry.click();
    const panel = await tour.tab(panels.monitoring);
    await expect.poll(() => panel.textContent()).toContain(words.trend.panel.unclear);
    await panel.locator('svg').first().waitFor();
    expect(await axeFaults(tour.page)).toEqual([]);
    await tour.room(rooms.map);
    await expect.poll(() => tour.said(part.period)).toBe('September 2026');
  });

  it('goes on by one period a press where nothing is to move, and says what was known then', async () => {
    await tour.room(rooms.monitoring);
    await tour.press(words.period.previous);
    await expect.poll(() => tour.said(part.period)).toBe('Triwulan II 2026');
    await tour.settled();
    expect(await tour.facts()).toContain('7 triwulan (Triwulan IV 2024 – Triwulan II 2026)');
    await tour.press(say.play.step);
    await expect.poll(() => tour.said(part.period)).toBe('Triwulan III 2026');
    await tour.link('trend=1');
  });

  it('holds poor against better off, by kecamatan too', async () => {
    await tour.room(rooms.monitoring);
    await tour.choose(say.what, words.gap.name);
    await expect.poll(() => tour.title.textContent()).toContain('Kesenjangan prevalensi stunting');
    await tour.choose(part.level, words.level.district);
    await tour.settled();
    const panel = await tour.tab(panels.monitoring);
    await expect.poll(() => panel.textContent()).toContain(words.gap.panel.names.slope);
    expect(await tour.facts()).toMatch(/termiskin lebih tinggi \d, lebih rendah \d, tidak terbukti \d/);
    await tour.choose(part.level, words.level.village);
    await tour.choose(say.what, words.trend.name);
    await tour.settled();
  });

  it('tells what became of clusters, computed beside the page', async () => {
    await tour.room(rooms.monitoring);
    await tour.choose(say.what, words.emerging.name);
    const panel = await tour.tab(panels.monitoring);
    await panel.getByText(words.emerging.panel.note).waitFor();
    await tour.settled();
    expect(await tour.facts()).toMatch(/kantong tinggi [1-9]\d*, kantong rendah \d+/);
    const entry = tour.legend.locator('.legend-line:not([disabled])').first();
    expect(await entry.getAttribute('aria-label')).toMatch(/^kantong tinggi, /);
    await tour.choose(say.what, words.trend.name);
    await tour.settled();
  });

  it('follows a stage of entry to its deadline: shares, days, whom to call, dates of one’s own', async () => {
    const { entry } = words;
    await tour.room(rooms.monitoring);
    await tour.choose(say.what, entry.name);
    await expect.poll(() => tour.title.textContent()).toContain('Balita sasaran ber-NIK per kelurahan');
    expect(await tour.facts()).toMatch(/\d+ dari 150 pos melapor.*batas 20 November 2026, 11 hari lagi/s);
    const panel = await tour.tab(panels.monitoring);
    await expect.poll(() => panel.textContent()).toContain('Agar lengkap pada 20 November 2026, perlu');
    expect(await axeFaults(tour.page)).toEqual([]);
    await tour.choose(entry.part, entry.parts.linked.asked);
    await tour.choose(entry.snapshot, '19 Oktober 2026');
    await expect
      .poll(() => tour.title.textContent())
      .toBe('Balita sasaran tertaut data kemiskinan per kelurahan, potret 19 Oktober 2026');
    await panel.getByRole('radio', { name: entry.panel.groups.posyandu }).click();
    const calls = panel.getByRole('table', { name: /Siapa yang dihubungi/ }).getByRole('row');
    await expect.poll(() => calls.nth(1).textContent()).toMatch(/^Contoh \d/);
    await panel.getByLabel(entry.panel.final).fill('2026-11-05');
    await panel.getByRole('button', { name: entry.panel.useDates }).click();
    await expect.poll(() => tour.facts()).toContain('batas 20 November 2026, 32 hari lagi');
    await panel.getByText(entry.panel.ownStage).waitFor();
    await tour.link('entry=linked:2026-10-19:2026-08-31,2026-10-16,2026-11-05,2026-11-20');
    await tour.choose(say.what, words.trend.name);
    await tour.settled();
  });

  it('holds figures against targets, those of the package and one that is typed', async () => {
    await tour.room(rooms.monitoring);
    const { target } = words;
    await tour.choose(say.what, target.name);
    const panel = await tour.tab(panels.monitoring);
    await panel.getByRole('radio', { name: target.names.count }).click();
    await expect.poll(() => tour.title.textContent()).toContain(target.names.count);
    await tour.settled();
    await panel.getByRole('textbox', { name: target.panel.value.count }).fill('2.000');
    await panel.getByRole('textbox', { name: target.panel.due }).fill('31/02/2027');
    await panel.getByRole('button', { name: target.panel.add }).click();
    await panel.getByText(target.panel.faults.due).waitFor();
    await panel.getByRole('textbox', { name: target.panel.due }).fill('31/03/2027');
    await panel.getByRole('button', { name: target.panel.add }).click();
    await panel.getByRole('button', { name: /^Hapus .* 2\.000 balita pada 31 Maret 2027$/ }).waitFor();
    await tour.settled();
    expect(await tour.facts()).toContain('2.000 balita pada 31 Maret 2027');
    await panel.getByRole('button', { name: /^Hapus / }).click();
    await tour.choose(say.what, words.trend.name);
    await tour.settled();
  });

  it('writes the letter of the month, of the whole and of each kecamatan, on paper', async () => {
    await tour.room(rooms.monitoring);
    const panel = await tour.tab(panels.letter);
    await panel.getByRole('heading', { name: words.letter.title('September 2026') }).waitFor();
    for (const heading of Object.values(words.letter.sections))
      await panel.getByRole('heading', { name: heading }).waitFor();
    expect(await panel.textContent()).toContain('Diukur 15.828 dari 23.080 sasaran balita');
    await tour.press(words.letter.print);
    const whole = await tour.printed();
    expect(whole.pages).toBe(1);
    await tour.press(words.letter.printAll);
    const each = await tour.printed();
    expect(each.pages).toBe(6);
    tour.recorder.expectClean();
  });

  it('shows how services reach their target groups, cell by cell by keys, and takes and gives the form of the ministry', async () => {
    const own = words.service;
    await tour.choose(say.what, own.name);
    await expect.poll(() => tour.title.textContent()).toBe('Skor konvergensi per kelurahan, Semester I 2026');
    await tour.settled();
    expect(await tour.facts()).toContain(own.formulas.received);
    const panel = await tour.tab(panels.monitoring);
    const heat = panel.getByRole('button', { name: own.heat.name });
    await heat.focus();
    const chosen = await tour.chosen();
    for (const key of ['ArrowRight', 'ArrowDown', 'Enter']) await tour.page.keyboard.press(key);
    await expect.poll(() => tour.title.textContent()).toMatch(/^E02 .* per kelurahan, Semester I 2026$/);
    await expect.poll(() => tour.chosen()).toBe(1);
    expect(chosen).toBe(0);
    await panel.getByRole('heading', { name: /^Layanan terburuk di / }).waitFor();
    const sheet = await tour.tab(panels.area);
    await sheet.getByRole('heading', { name: /^Layanan terburuk di / }).waitFor();
    await tour.tab(panels.monitoring);
    expect(await axeFaults(tour.page)).toEqual([]);
    const coming = tour.page.waitForEvent('download');
    await panel.getByRole('button', { name: own.files.save }).click();
    const form = readFileSync(await (await coming).path(), 'utf8');
    expect(form).toContain('ID Desa Kemendagri;Nama Desa;E01 pembilang;E01 penyebut;E01 persentase');
    const chooser = tour.page.waitForEvent('filechooser');
    await panel.getByRole('button', { name: own.files.load }).click();
    await (await chooser).setFiles([
      { name: 'layanan.csv', mimeType: 'text/csv', buffer: Buffer.from(form.replace('I 2026', 'II 2026')) },
    ]);
    await panel.getByText('1.479 sel dimuat dari layanan.csv.').waitFor();
    // The office's own takes the place of what is invented, and is marked.
    await expect.poll(() => tour.title.textContent()).toMatch(/^E02 .* per kelurahan, Semester II 2026$/);
    await expect.poll(() => tour.page.getByRole('banner').textContent()).toContain(words.tier.internal);
    await tour.link('svc=E02');
    tour.recorder.expectClean();
  });

  it('lays money against burden, and spreads a budget', async () => {
    const own = words.budget;
    await tour.choose(say.what, own.name);
    await expect.poll(() => tour.title.textContent()).toMatch(/^Anggaran 2026 terhadap prevalensi stunting/);
    await tour.settled();
    const facts = await tour.facts();
    expect(facts).toMatch(/Seluruh pagu: Rp[\d.]+/);
    expect(facts).toContain(own.unlocated.territory);
    const panel = await tour.tab(panels.monitoring);
    await panel.getByLabel(own.best.budget).fill('1000');
    await panel.getByLabel(own.best.cost).fill('1,5');
    await panel.getByRole('button', { name: own.best.find }).click();
    await panel
      .getByText(/^Terjangkau kira-kira 666 dari [\d.]+ anak terdampak; tidak terpakai Rp\d+\.$/)
      .waitFor();
    await panel.getByText(/^100 juta rupiah berikutnya menjangkau kira-kira 66 anak lagi\.$/).waitFor();
    await panel.getByLabel(own.best.least).fill('50');
    await panel.getByRole('button', { name: own.best.find }).click();
    await panel.getByText(/^Tidak ada jawaban: .* melampaui pagu sebesar Rp1\.550\.000\.000\.$/).waitFor();
    expect(await axeFaults(tour.page)).toEqual([]);
    await tour.link('bud=2026');
    tour.recorder.expectClean();
  });

  it('takes an office’s own snapshot, says what was set aside, and shows it as internal', async () => {
    const { entry, monitoringData } = words;
    const folder = mkdtempSync(join(tmpdir(), 'entry-'));
    const file = join(folder, 'potret_2026-10-05.csv');
    const rows = [
      'Kelurahan;Puskesmas;Posyandu;Sasaran;Ber-NIK',
      'Lasiana;Oesapa;Melati;100;30',
      'Lasiana;Oesapa;Mawar;20;7',
      'Penfui;Penfui;Anggrek;0;0',
      'Bukan Kelurahan;Penfui;Anggrek;50;10',
    ];
    writeFileSync(file, rows.join('\n'));
    await tour.room(rooms.data);
    await tour.page.getByRole('button', { name: /^Data yang terbuka: / }).click();
    await tour.press(monitoringData.open);
    const office = officeDialog(tour);
    await office.add([file]);
    expect((await office.faults()).map(({ where }) => where)).toEqual([
      'Bukan Kelurahan, Berkas potret_2026-10-05.csv, baris 5, kolom “Kelurahan”',
    ]);
    expect(await office.card('potret_2026-10-05.csv').textContent()).toContain(
      monitoringData.holds.entries('3'),
    );
    await office.load();
    await tour.room(rooms.monitoring);
    await tour.choose(say.what, entry.name);
    await expect.poll(() => tour.title.textContent()).toContain('potret 5 Oktober 2026');
    await tour.settled();
    expect(await tour.facts()).toContain('30,8\u00a0% (37 dari 120 balita sasaran)');
    expect(await tour.facts()).toContain('49 kelurahan belum pernah melapor');
    rmSync(folder, { recursive: true });
    tour.recorder.expectClean();
  });
});
