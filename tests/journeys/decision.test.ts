import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { sharedRecords } from '#tests/real-table.ts';
import { sharedPath } from '#tests/shared-data.ts';
import { id as words } from '#words/id.ts';
import { axeFaults } from './browser.ts';
import { openHouse } from './house.ts';
import { openDialog } from './office-dialog.ts';
import type { Tour } from './tour.ts';

const say = words.decision;
const TABLE = 'facts/kupang-stunting-per-kelurahan-2021-2022.csv';
const table = sharedPath(TABLE);
const boundaries = sharedPath('boundaries/kupang-hdx-bps2020-kode.geojson');
const PEOPLE_NUMBER = '5371010101900001';

/** Counts of the table that a text holds, from a hundred on, and whatever is written as a share. */
function figuresIn(text: string): readonly string[] {
  const counts = new Set(
    (sharedRecords(TABLE) ?? []).flatMap((row) =>
      ['sasaran', 'diukur', 'sangat_pendek', 'pendek', 'normal', 'stunting'].flatMap((column) =>
        Number(row[column]) >= 100 ? [Number(row[column])] : [],
      ),
    ),
  );
  const written = text.split(/[^\w.]+/).filter((word) => /^\d{1,3}(\.?\d{3})*\.?$/.test(word));
  return [
    ...written.filter((word) => counts.has(Number(word.replaceAll('.', '')))),
    ...(text.match(/\d+[.,]\d+\s?%/g) ?? []),
  ];
}

/** All that the page keeps on the machine, as text by its key. */
function storage(page: Page): Promise<Readonly<Record<string, string>>> {
  return page.evaluate(async () => ({
    ...Object.fromEntries(
      [localStorage, sessionStorage].flatMap((kept) =>
        Array.from({ length: kept.length }, (_, k) => kept.key(k) ?? '').map((key) => [
          key,
          kept.getItem(key) ?? '',
        ]),
      ),
    ),
    databases: (await indexedDB.databases()).map(({ name }) => name).join(),
  }));
}

/** What leaves by a button, after the question that is asked of internal data where it holds some. */
async function downloaded({ page, press }: Tour, button: string, asked = false): Promise<string> {
  const coming = page.waitForEvent('download');
  await press(button);
  if (asked) await press(words.export.goOn);
  const download = await coming;
  return readFileSync(await download.path(), 'utf8');
}

describe.skipIf(!table || !boundaries)('a proposal from the files of an office', () => {
  const house = openHouse();

  it('is eight kelurahan with reasons, in under three minutes from the start', async () => {
    const began = Date.now();
    const tour = await house.open();
    const { page } = tour;
    await tour.ready();
    const office = await openDialog(tour);
    await office.add([table!, boundaries!]);
    await office.load();

    // What the office has: prevalence and coverage.
    await tour.room(words.rooms.names.priority);
    await tour.choose(words.priority.add, words.indicator.coverage.short);
    await expect.poll(() => tour.said(words.rooms.sentence.criteria)).toContain('D/S');
    await expect
      .poll(() => tour.heading.textContent(), { timeout: 60_000 })
      .toMatch(/\d dari 8 tahan bila bobot/);
    const names = await page.locator('.priority-rows .name').allTextContents();

    await tour.press(words.rooms.priority.propose('8'));
    await page.getByText(say.summary('8', 'kelurahan'), { exact: true }).waitFor();
    const first = names[0] ?? '';
    await tour.press(say.detail(first));
    const dissent = page.getByRole('textbox', { name: say.dissent });
    await dissent.fill(`Lurah, ${PEOPLE_NUMBER}`);
    await page.getByText(say.identity).waitFor();
    await dissent.fill('Lurah: posyandu sudah ditambah tahun ini');
    await tour.press(say.detail(first));
    await page.getByText('Lurah: posyandu sudah ditambah tahun ini').waitFor();
    expect(await axeFaults(page)).toEqual([]);

    await page.getByText(say.files).click();
    await tour.press(say.annexPlain);
    const [download] = await Promise.all([page.waitForEvent('download'), tour.press(words.export.goOn)]);
    expect(download.suggestedFilename()).toMatch(/^INTERNAL-.*lampiran-internasional\.csv$/);
    expect(Date.now() - began).toBeLessThan(180_000);

    const annex = Papa.parse<Record<string, string>>(
      readFileSync(await download.path(), 'utf8').replace(/^\uFEFF/, ''),
      { header: true, skipEmptyLines: true },
    ).data;
    expect(annex.map((row) => row[say.annex.decision])).toEqual(Array(8).fill(say.annex.chosen));
    expect(annex.map((row) => row[words.level.Village])).toEqual(names);
    const short = words.indicator.stunting.short.toLowerCase();
    const counts = new Map(
      (sharedRecords(TABLE) ?? [])
        .filter(({ tahun }) => tahun === '2022')
        .map(({ kode, stunting, diukur }) => [kode, [stunting, diukur]]),
    );
    for (const row of annex) {
      const told = [row[say.annex.affected(short)], row[say.annex.base(short)]];
      expect(told).toEqual(counts.get(row[words.export.columns.code]));
      expect(row[say.annex.reason]).toMatch(/\(\d[\d.]* dari \d[\d.]*\)/);
      expect(row[say.annex.figures]).toMatch(/^[0-9a-f]{64}$/);
    }
    expect(annex[0]?.[say.annex.dissent]).toBe('Lurah: posyandu sudah ditambah tahun ini');
    expect(JSON.stringify(annex)).not.toContain(PEOPLE_NUMBER);
    expect(figuresIn(JSON.stringify(annex)).length).toBeGreaterThan(8);

    // What stays on the machine, the link and both files: what was decided and asked, and no figure.
    await tour.check(say.keepHere).click();
    const proposals = await downloaded(tour, say.save, true);
    const link = await tour.link('pri=');
    await tour.press(words.saved.button);
    await page.getByRole('textbox', { name: words.saved.title, exact: true }).fill('Rapat gizi');
    await tour.press(words.saved.save);
    await tour.check(words.saved.keep).click();
    const views = await downloaded(tour, words.saved.export);
    await page.keyboard.press('Escape');
    const kept = async () => Object.values(await storage(page)).join('\n');
    await expect.poll(kept).toContain('posyandu sudah ditambah');
    await expect.poll(kept).toContain('Rapat gizi');
    const machine = await storage(page);
    expect(machine.databases).toBe('');
    const held = { link: decodeURIComponent(link), proposals, views, ...machine };
    const all = Object.values(held).join('\n');
    for (const told of [
      say.firstTitle,
      'posyandu sudah ditambah',
      'pri=',
      String(annex[0]?.[say.annex.figures]),
    ])
      expect(all).toContain(told);
    for (const [place, text] of Object.entries(held)) expect([place, figuresIn(text)]).toEqual([place, []]);
    expect(all).not.toContain(PEOPLE_NUMBER);
    tour.recorder.expectClean();
    await tour.close();
  });
});
