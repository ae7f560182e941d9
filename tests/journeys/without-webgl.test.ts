import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { id as words } from '#words/id.ts';
import { axeFaults } from './browser.ts';
import { openHouse } from './house.ts';
import { colorsOnMap } from './map-truth.ts';
import type { Tour } from './tour.ts';

/** Middle of the largest piece of an area, in px of the page. */
async function placeOf(tour: Tour, color: string): Promise<{ x: number; y: number }> {
  return tour.page.evaluate((fill) => {
    const paths = [...document.querySelectorAll<SVGPathElement>('.svg-map-picture .areas > path')];
    for (const path of paths.filter((one) => one.getAttribute('fill') === fill)) {
      const { left, top, width, height } = path.getBoundingClientRect();
      const [x, y] = [left + width / 2, top + height / 2];
      if (document.elementFromPoint(x, y) === path) return { x, y };
    }
    throw new Error('no such area can be pointed at');
  }, color);
}

describe('a browser without WebGL', () => {
  const house = openHouse(['--disable-gpu', '--disable-3d-apis']);
  let tour: Tour;
  beforeAll(async () => {
    tour = await house.open({ map: 'webgl' });
    await tour.ready();
    await tour.settled();
  });
  afterEach(() => tour.recorder.expectClean());

  it('draws the same choropleth as SVG and says so', async () => {
    await tour.page.getByText(words.map.drawn.webgl2).waitFor();
    const fills = await tour.page
      .locator('.svg-map-picture .areas > path')
      .evaluateAll((paths) => paths.map((path) => path.getAttribute('fill') ?? ''));
    expect(fills).toHaveLength(51);
    expect(await tour.lines()).toHaveLength(52);
    for (const { color, areas } of await tour.legendEntries())
      if (color !== null) expect(fills.filter((fill) => fill === color)).toHaveLength(areas);
    expect(await axeFaults(tour.page)).toEqual([]);
  });

  it('answers the pointer: a tooltip over an area, a selection in map and table, back by a click beside', async () => {
    const [{ color = '' } = {}] = (await tour.legendEntries()).filter(({ areas }) => areas > 0);
    const place = await placeOf(tour, color ?? '');
    await tour.page.mouse.move(place.x - 2, place.y);
    await tour.page.mouse.move(place.x, place.y);
    const name = (await tour.page.locator('.tooltip strong').textContent()) ?? '';
    await tour.page.mouse.click(place.x, place.y);
    const line = await tour.line(name);
    await expect.poll(() => line.getAttribute('aria-selected')).toBe('true');
    const frame = await tour.page.locator('.map-frame').boundingBox();
    await tour.page.mouse.click((frame?.x ?? 0) + 60, (frame?.y ?? 0) + 60);
    await expect.poll(() => line.getAttribute('aria-selected')).toBe('false');
  });

  it('answers the keyboard: arrows, Enter, plus, and a spoken sentence', async () => {
    await tour.map.focus();
    await tour.page.keyboard.press('ArrowRight');
    await tour.page.keyboard.press('ArrowUp');
    const name = (await tour.map.getByRole('option').textContent()) ?? '';
    const spoken = () => tour.page.locator('.map-frame [role="status"]').textContent();
    await expect.poll(spoken).toMatch(new RegExp(`^${name}, .*(%|balita|tidak|sedikit)`));
    await tour.page.keyboard.press('Enter');
    const line = await tour.line(name);
    await expect.poll(() => line.getAttribute('aria-selected')).toBe('true');
    const box = () => tour.page.locator('.svg-map-picture svg').getAttribute('viewBox');
    const before = await box();
    await tour.map.focus();
    await tour.page.keyboard.press('+');
    await expect.poll(box).not.toBe(before);
  });

  it('recolors with the filter', async () => {
    const before = await colorsOnMap(tour);
    await tour.example(words.rooms.example.wastingDecile);
    await tour.settled();
    await expect.poll(() => colorsOnMap(tour)).not.toEqual(before);
    await expect.poll(() => tour.heading.textContent()).toContain('desil 1');
    const chosen = await tour.ranking.locator('tbody tr[aria-selected="true"] th').first().textContent();
    await tour.page.getByRole('searchbox', { name: words.table.search }).fill('');
    await tour.ranking.locator('tbody tr[aria-selected="false"]').first().click();
    await expect.poll(() => tour.chosen()).toBe(1);
    await expect
      .poll(() => tour.ranking.locator('tbody tr[aria-selected="true"] th').first().textContent())
      .not.toBe(chosen);
  });
});
