import type { Page } from 'playwright-core';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { id as words } from '#words/id.ts';
import { axeFaults } from './browser.ts';
import { openHouse } from './house.ts';
import { openDialog } from './office-dialog.ts';
import type { Tour } from './tour.ts';

/** The laptop's screen at 200 %: the browser gives the page half as many CSS px. */
const LAPTOP_DOUBLED = { width: 683, height: 384 };

/** Buttons, links, fields and tabs that stand beyond the right or left edge of the page, where nobody can scroll. */
function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button, a[href], input, [role="tab"], h1, h2')]
      .filter((element) => element.checkVisibility() && !element.closest('.visually-hidden, .skip'))
      .filter((element) => {
        const { left, right, width } = element.getBoundingClientRect();
        return width > 1 && (left < -1 || right > innerWidth + 1);
      })
      .map((element) => element.textContent || element.getAttribute('aria-label') || element.tagName),
  );
}

describe('the map for everyone', () => {
  const house = openHouse();
  let tour: Tour;
  beforeAll(async () => {
    tour = await house.open();
    await tour.ready();
    await tour.settled();
  });
  afterEach(() => tour.recorder.expectClean());

  it('in forced colors keeps the colors of the data, and shows what is chosen and focused', async () => {
    await tour.page.emulateMedia({ forcedColors: 'active' });
    const counts = (await tour.mapPixels()).counts();
    for (const { color, areas } of await tour.legendEntries())
      if (color !== null && areas > 5) expect(counts.get(color) ?? 0).toBeGreaterThan(100);
    const style = await tour.part(words.rooms.tools.style);
    const looks = await style.locator('.segments button').evaluateAll((buttons) =>
      buttons.map((button) => ({
        chosen: button.hasAttribute('data-selected'),
        background: getComputedStyle(button).backgroundColor,
      })),
    );
    const backgrounds = (chosen: boolean) =>
      new Set(looks.filter((look) => look.chosen === chosen).map(({ background }) => background));
    expect(looks.length).toBeGreaterThan(1);
    for (const background of backgrounds(true)) expect(backgrounds(false)).not.toContain(background);
    expect(await axeFaults(tour.page)).toEqual([]);
    await tour.shut();
    await tour.map.focus();
    await tour.page.keyboard.press('ArrowRight');
    expect(await tour.map.evaluate((element) => getComputedStyle(element).outlineStyle)).toBe('solid');
    expect(await axeFaults(tour.page)).toEqual([]);
    await tour.room(words.rooms.names.priority);
    await tour.settled();
    const keys = tour.page.locator('.criterion-key .criterion-swatch');
    await keys.first().waitFor();
    const colors = await keys.evaluateAll((all) => all.map((one) => getComputedStyle(one).backgroundColor));
    expect(new Set(colors).size).toBe(3);
    await tour.room(words.rooms.names.map);
    await tour.page.emulateMedia({ forcedColors: 'none' });
  });

  it('says a sentence for every area the keys come to, the same as its line in the table', async () => {
    const lines = await tour.lines();
    const spoken = tour.page.locator('.map-frame [role="status"]');
    await tour.map.focus();
    const heard = new Set<string>();
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowUp', 'ArrowLeft', 'ArrowDown', 'ArrowDown']) {
      await tour.page.keyboard.press(key);
      const name = (await tour.map.getByRole('option').textContent()) ?? '';
      await expect.poll(() => spoken.textContent()).toMatch(new RegExp(`^${name}, `));
      const sentence = (await spoken.textContent()) ?? '';
      const line = lines.find(({ name }) => sentence.startsWith(`${name}, `));
      expect(line, sentence).toBeDefined();
      expect(sentence).toContain(line?.value === '' ? line.status : (line?.value ?? ''));
      expect(sentence).toContain(line?.district);
      heard.add(sentence);
    }
    expect(heard.size).toBeGreaterThan(3);
  });

  it('moves nothing by itself where motion is to be reduced', async () => {
    await tour.example(words.rooms.example.wastingDecile);
    await tour.press(words.map.zoomIn);
    const moving = await tour.page.evaluate(() => document.getAnimations().length);
    expect(moving).toBe(0);
  });

  it('at 200 % has everything on the page or a scroll away, the dialog too', async () => {
    await tour.page.setViewportSize(LAPTOP_DOUBLED);
    await tour.settled();
    expect(await cutOff(tour.page)).toEqual([]);
    expect(await tour.page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
    for (const part of [words.rooms.sentence.indicator, words.rooms.sentence.who, words.rooms.tools.style]) {
      await tour.part(part);
      expect(await cutOff(tour.page)).toEqual([]);
      await tour.shut();
    }
    const { dialog } = await openDialog(tour);
    expect(await cutOff(tour.page)).toEqual([]);
    const box = await dialog.boundingBox();
    expect(box?.y).toBeGreaterThanOrEqual(0);
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(LAPTOP_DOUBLED.height);
  });
});
