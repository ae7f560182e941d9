import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { sharedRecords } from '#tests/real-table.ts';
import { sharedPath } from '#tests/shared-data.ts';
import { id as words } from '#words/id.ts';
import { axeFaults } from './browser.ts';
import { openHouse } from './house.ts';
import { openDialog } from './office-dialog.ts';

const say = words.decision;
const TABLE = 'facts/kupang-stunting-per-kelurahan-2021-2022.csv';
const table = sharedPath(TABLE);
const boundaries = sharedPath('boundaries/kupang-hdx-bps2020-kode.geojson');
const PEOPLE_NUMBER = '5371010101900001';

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
    await page.getByRole('tab', { name: words.priority.tab }).click();
    await tour.press(words.priority.start);
    await tour.choose(words.priority.add, words.indicator.coverage.short);
    await expect.poll(() => tour.heading.textContent()).toContain('cakupan D/S');
    await page.getByText(/^\d dari 8 dalam daftar tahan/).waitFor({ timeout: 60_000 });

    await tour.press(say.start);
    await tour.press(say.chooseAll('8'));
    await page.getByText(say.summary('8', 'kelurahan')).waitFor();
    const names = await page.locator('.priority-rows .name').allTextContents();
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
    expect(download.suggestedFilename()).toMatch(/^INTERNAL-.*lampiran\.csv$/);
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
    tour.recorder.expectClean();
    await tour.close();
  });
});
