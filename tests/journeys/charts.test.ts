import type { Locator } from 'playwright-core';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { id as words } from '#words/id.ts';
import { axeFaults, LAPTOP, PHONE } from './browser.ts';
import { openHouse } from './house.ts';
import { wider } from './screen-layout.ts';
import type { Tour } from './tour.ts';

const { panels } = words.rooms;
const NARROW = { width: 1024, height: 768 };

/** Drags from one corner to the other, both as shares of the drawing's width and height. */
async function drag(tour: Tour, sheet: Locator, from: [number, number], to: [number, number]): Promise<void> {
  await sheet.scrollIntoViewIfNeeded();
  const box = await sheet.boundingBox();
  if (box === null) throw new Error('the drawing is on the screen');
  const at = ([x, y]: [number, number]) => [box.x + x * box.width, box.y + y * box.height] as const;
  await tour.page.mouse.move(...at(from));
  await tour.page.mouse.down();
  await tour.page.mouse.move(...at(to), { steps: 4 });
  await tour.page.mouse.up();
}

describe('charts and profile', () => {
  const house = openHouse();
  let tour: Tour;
  beforeAll(async () => {
    tour = await house.open({ viewport: NARROW });
    await tour.ready();
  });
  afterEach(() => tour.recorder.expectClean());

  it('selects by brush and by keyboard, and filters no chart', async () => {
    await tour.tab(panels.distribution);
    const [distribution, scatter] = [0, 1].map((k) => tour.page.locator('section.chart').nth(k));
    await scatter?.locator('.chart-sheet').waitFor();
    const circles = async () => (await distribution?.locator('circle').count()) ?? 0;
    await expect.poll(circles).toBeGreaterThan(40);
    const dots = await circles();

    await drag(tour, tour.page.locator('.chart-sheet').first(), [0.5, 0.2], [0.99, 0.9]);
    await expect.poll(() => tour.chosen()).toBeGreaterThan(0);
    await tour.settled();
    const brushed = await tour.chosen();
    expect(brushed).toBeLessThan(dots);
    expect(await circles()).toBe(dots);
    await tour.tab(panels.ranking);
    const lines = tour.ranking.locator('[aria-selected="true"]');
    await expect.poll(() => lines.count()).toBe(brushed);

    await tour.tab(panels.distribution);
    const quadrant = tour.page.getByRole('button', { name: words.quadrants.names.rateCount.both });
    const held = async () => Number(await quadrant.locator('.count').textContent());
    const before = await held();
    await tour.page.getByRole('textbox', { name: 'Stunting, %', exact: true }).fill('25');
    await expect.poll(held).toBeLessThan(before);
    await tour.settled();
    const inside = await held();
    await quadrant.focus();
    await tour.page.keyboard.press('Enter');
    await expect.poll(() => tour.chosen()).toBe(inside);
  });

  it('draws a target only when the reader wants one', async () => {
    await tour.tab(panels.trend);
    const drawing = tour.page.locator('.chart-drawing').first();
    await drawing.locator('.recharts-line').first().waitFor();
    expect(await drawing.textContent()).not.toContain('target');
    await tour.choose(words.charts.target.label, words.charts.target.national('2029', '14,2\u00a0%'));
    await expect.poll(() => drawing.textContent()).toContain('nasional 2029');
  });

  it('prints the profile of one kelurahan on one page', async () => {
    await tour.page.setViewportSize(LAPTOP);
    await tour.tab(panels.ranking);
    const line = await tour.line('Oesapa');
    await line.click();
    await tour.tab(panels.area);
    await tour.press(words.sheet.print);
    await tour.page.locator('.printed-profile .recharts-line').first().waitFor({ state: 'attached' });
    const { what, pages, source } = await tour.printed();
    expect([what, pages]).toEqual(['profile', 1]);
    expect(source).toMatch(/\/MediaBox\s*\[0 0 59\d\.\d+ 84\d\.\d+\]/);
    await expect.poll(() => tour.page.locator('.printed-profile').count()).toBe(0);
  });

  it('has no fault of accessibility and no overflow on a phone, tables open', async () => {
    await tour.page.setViewportSize(PHONE);
    await tour.tab(panels.ranking);
    await (await tour.line('Fontein')).click();
    for (const name of [panels.distribution, panels.trend, panels.area]) {
      await tour.tab(name);
      const summaries = tour.page.getByRole('tabpanel').locator('summary');
      await summaries.first().waitFor();
      for (const summary of await summaries.all()) await summary.click();
      expect(await axeFaults(tour.page)).toEqual([]);
      expect(await wider(tour.page)).toBeLessThanOrEqual(0);
    }
  });
});
