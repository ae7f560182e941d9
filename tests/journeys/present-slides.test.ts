import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, describe, expect, it } from 'vitest';
import { officeFaults } from '#tests/office-file.ts';
import { id as words } from '#words/id.ts';
import { openHouse } from './house.ts';
import type { Tour } from './tour.ts';

const SIZES = [
  { width: 1024, height: 768 },
  { width: 1366, height: 768 },
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
];
const LISTED = 8;

/** What the map names: the numbers on its discs, and all its names. */
function mapNames(
  tour: Tour,
): Promise<{ readonly discs: readonly string[]; readonly names: readonly string[] }> {
  return tour.page.evaluate(() => {
    const texts = (selector: string) =>
      [...document.querySelectorAll(selector)].map((element) => element.textContent ?? '');
    return { discs: texts('.map-frame .map-disc'), names: texts('.map-frame g > text') };
  });
}

describe('the slides of a list', () => {
  const house = openHouse();
  let tour: Tour;
  afterEach(() => tour.recorder.expectClean());

  it('name all of it at every size, with the numbers of the map', async () => {
    tour = await house.open({ viewport: SIZES[1] ?? { width: 1366, height: 768 } });
    const { page } = tour;
    await tour.ready();
    await page.getByRole('button', { name: words.rooms.names.priority, exact: true }).click();
    await expect.poll(async () => (await mapNames(tour)).discs.length).toBe(LISTED);
    await tour.press(words.presentation.start);
    const rows = page.locator('.talk-list tbody tr');
    await rows.first().waitFor();
    for (const size of SIZES) {
      await page.setViewportSize(size);
      await expect.poll(() => rows.count()).toBe(LISTED);
      const numbers = await page.locator('.talk-list .talk-disc').allTextContents();
      const listed = await rows.locator('th').allTextContents();
      await expect.poll(async () => (await mapNames(tour)).discs).toEqual(numbers);
      await expect.poll(async () => (await mapNames(tour)).names).toEqual(expect.arrayContaining(listed));
      const bottom = async () => {
        const table = await page.locator('.talk-table').boundingBox();
        const last = await rows.last().boundingBox();
        return (table ? table.y + table.height : 0) - (last ? last.y + last.height : 0);
      };
      await expect.poll(bottom).toBeGreaterThanOrEqual(-1);
    }
    await page.keyboard.press('Escape');
  });

  it('go through the kecamatan, one each, by the keys of a clicker', async () => {
    const { page } = tour;
    await tour.press(words.saved.button);
    await page.getByRole('button', { name: words.saved.perDistrict, exact: true }).click();
    await page.getByText(words.saved.imported('6'), { exact: true }).waitFor();
    const titles = await page.locator('.saved-title').allTextContents();
    expect(new Set(titles).size).toBe(6);
    await page.keyboard.press('Escape');
    await tour.press(words.presentation.start);
    const place = page.getByRole('status', { name: words.presentation.saved });
    const shown = (at: number) => expect.poll(() => place.textContent()).toBe(`${at}/6 ${titles[at - 1]}`);
    await shown(1);
    // Not on the button that ends it: the space bar is a clicker's key.
    await page.keyboard.press('Space');
    await shown(2);
    await page.keyboard.press('PageDown');
    await page.keyboard.press('ArrowRight');
    await shown(4);
    await page.keyboard.press('PageUp');
    await page.keyboard.press('ArrowLeft');
    await shown(2);
    await page.keyboard.press('F5');
    await page.keyboard.press('b');
    await page.locator('.talk-blank').waitFor();
    await page.keyboard.press('.');
    await page.locator('.talk-blank').waitFor({ state: 'detached' });
    await shown(2);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: words.presentation.start, exact: true }).waitFor();
  });

  it('leave as a file: for each view its map, every area told, and its table', async () => {
    const { page } = tour;
    const coming = page.waitForEvent('download');
    await tour.menu(words.export.menu, words.export.slides);
    const download = await coming;
    expect(download.suggestedFilename()).toMatch(/^DATA-CONTOH-kota-kupang-.*\.pptx$/);
    const file = new Uint8Array(readFileSync(await download.path()));
    expect(officeFaults(file)).toEqual([]);
    const slides = Object.entries(unzipSync(file))
      .filter(([name]) => /^ppt\/slides\/slide\d+\.xml$/.test(name))
      .map(([, bytes]) => strFromU8(bytes));
    const maps = slides.filter((slide) => slide.includes('<a:custGeom>'));
    expect(maps).toHaveLength(6);
    expect(slides.filter((slide) => slide.includes('<a:tbl>'))).toHaveLength(6);
    const title = /<p:ph type="title"\/>.*?<a:t>([^<]*)<\/a:t>/;
    expect(new Set(maps.map((slide) => title.exec(slide)?.[1])).size).toBe(6);
    const told = maps.map((slide) => slide.match(/ descr="[^"]+"/g)?.length ?? 0);
    // The areas of the kecamatan, and what of its neighbors is seen.
    expect(Math.min(...told)).toBeGreaterThan(5);
    expect(slides.every((slide) => slide.includes(words.tier.example))).toBe(true);
  });
});
