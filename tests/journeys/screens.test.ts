import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { en } from '#words/en.ts';
import { id as words } from '#words/id.ts';
import { ACTION_MS, axeFaults, LAPTOP, PHONE } from './browser.ts';
import { openHouse } from './house.ts';
import { overlaps, wider } from './screen-layout.ts';
import type { Tour } from './tour.ts';

describe('every screen', () => {
  const house = openHouse();
  let tour: Tour;
  beforeAll(async () => {
    tour = await house.open();
    await tour.ready();
    await tour.press(words.who.preset);
    await tour.settled();
  });
  afterEach(() => tour.recorder.expectClean());

  it.each([
    ['a laptop', LAPTOP],
    ['a large screen', { width: 1920, height: 1080 }],
    ['a small window', { width: 1024, height: 768 }],
    ['a telephone', PHONE],
  ])('has its place on %s', async (name, viewport) => {
    const phone = viewport === PHONE ? await house.open({ viewport }) : null;
    const { page } = phone ?? tour;
    await page.setViewportSize(viewport);
    await expect.poll(() => wider(page)).toBeLessThanOrEqual(0);
    await expect.poll(() => page.evaluate(overlaps), { timeout: ACTION_MS }).toEqual([]);
    if (name !== 'a large screen') expect(await axeFaults(page)).toEqual([]);
    phone?.recorder.expectClean();
    await phone?.close();
  });

  it('is accessible with its menus and lists open', async () => {
    const { page } = tour;
    await page.setViewportSize(LAPTOP);
    const doors = [
      page.getByRole('button', { name: words.data.menu, exact: true }),
      page.getByRole('button', { name: words.table.columns, exact: true }),
      page.getByRole('button', { name: words.what.indicator }),
    ];
    for (const door of doors) {
      await door.click();
      await page
        .getByRole('menu')
        .or(page.getByRole('listbox', { name: words.what.indicator }))
        .first()
        .waitFor();
      expect(await axeFaults(page)).toEqual([]);
      await page.keyboard.press('Escape');
    }
    await page.getByRole('combobox', { name: words.where.search }).fill('ba');
    await page.getByRole('option').first().waitFor();
    expect(await axeFaults(page, { comboboxOpen: true })).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('combobox', { name: words.where.search }).fill('');
  });

  it('is accessible with an area selected, and in English', async () => {
    const { page, ranking } = tour;
    await ranking.locator('tbody tr[aria-rowindex="4"]').click();
    await page.getByRole('tab', { name: words.selection.tab }).click();
    await tour.press(en.language.name);
    await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('en');
    await expect.poll(() => tour.title.textContent()).toContain(en.level.village);
    expect(await axeFaults(page)).toEqual([]);
    await tour.press(en.data.open);
    await page.getByRole('dialog', { name: en.import.title }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
  });
});
