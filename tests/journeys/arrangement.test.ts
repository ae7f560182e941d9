import { describe, expect, it } from 'vitest';
import { id as words } from '#words/id.ts';
import { axeFaults } from './browser.ts';
import { openHouse } from './house.ts';

const { arrangement: say } = words;
const { kinds } = say;

describe('several maps', () => {
  const house = openHouse();

  it('stand side by side, swipe, become a dozen small ones, and go without a trace', async () => {
    // How many graphics contexts there are is what it counts.
    const tour = await house.open({ map: 'webgl' });
    const { page } = tour;
    const arrange = (kind: keyof typeof kinds) => tour.choose(words.rooms.tools.arrangement, kinds[kind]);
    const canvases = () => page.locator('canvas').count();
    const legends = page.locator('.legend');
    await tour.ready();
    const alone = await canvases();

    await arrange('side');
    const second = page.getByRole('listbox', { name: say.mapB });
    await second.waitFor();
    await expect.poll(() => legends.count()).toBe(2);
    await expect.poll(() => tour.scale.count()).toBe(2);
    await page.getByRole('button', { name: words.map.zoomIn }).last().click();
    await expect.poll(async () => new Set(await tour.scale.allTextContents()).size).toBe(1);
    await second.focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => page.locator('.second-pointed').textContent()).toMatch(/: A .+; B /);
    await page.keyboard.press('Enter');
    await expect.poll(() => tour.ranking.locator('tbody tr[aria-selected="true"]').count()).toBe(1);

    await arrange('swipe');
    await tour.press(say.choose);
    await page.getByRole('menuitem', { name: words.indicator.wasting.short, exact: true }).click();
    await page.getByText(say.classesDiffer).waitFor();
    await tour.press(say.sameClasses);
    await page.getByText(say.classesDiffer).waitFor({ state: 'detached' });
    const divider = page.getByRole('slider', { name: say.divider });
    await divider.press('Home');
    await expect.poll(() => divider.getAttribute('aria-valuenow')).toBe('0');
    await divider.press('PageUp');
    const clip = () =>
      page.locator('.second-map > .map-frame').evaluate((frame) => getComputedStyle(frame).clipPath);
    await expect.poll(clip).toContain('10%');
    expect(await axeFaults(page)).toEqual([]);

    await arrange('many');
    const small = page.getByRole('region', { name: say.many.region }).getByRole('button');
    // They are made a few at a time.
    await expect.poll(() => small.count()).toBe(12);
    await expect.poll(canvases).toBe(alone + 24);
    expect(await page.getByText(say.many.numbered).count()).toBe(1);
    const month = await small.first().locator('.small-title').textContent();
    await small.first().press('Enter');
    await expect.poll(() => tour.title.textContent()).toContain(month);
    await expect.poll(canvases).toBe(alone);
    await expect.poll(() => legends.count()).toBe(1);
    tour.recorder.expectClean();
    await tour.close();
  });
});
