import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { id as words } from '#words/id.ts';
import { openHouse } from './house.ts';
import { placesOnMap } from './map-truth.ts';
import type { Tour } from './tour.ts';

const { panels } = words.rooms;

describe('selected in one place, seen in all', () => {
  const house = openHouse();
  let tour: Tour;
  beforeAll(async () => {
    tour = await house.open();
    await tour.ready();
  });
  afterEach(() => tour.recorder.expectClean());

  /** The areas selected, as the table shows them; the tab beside it has the same number. */
  async function selected(): Promise<readonly string[]> {
    await tour.settled();
    const names = (await tour.lines()).filter((line) => line.selected).map(({ name }) => name);
    await expect.poll(tour.chosen).toBe(names.length);
    return names.sort();
  }

  it('by click and shift-click on the map', async () => {
    const [first, second] = await placesOnMap(tour, 6, 5);
    const { page } = tour;
    await page.mouse.click(first!.x, first!.y);
    expect(await selected()).toEqual([first!.name]);
    expect(first!.text).toMatch(/\d+ dari \d+.*selang 95 %.*peringkat \d+ dari \d+|tidak melapor/);
    await page.keyboard.down('Shift');
    await page.mouse.click(second!.x, second!.y);
    await page.keyboard.up('Shift');
    expect(await selected()).toEqual([first!.name, second!.name].sort());
    const panel = await tour.tab(panels.area);
    for (const { name } of [first!, second!]) expect(await panel.textContent()).toContain(name);
    expect(await panel.textContent()).toContain(words.selection.several('2', words.level.village));
    await panel.getByRole('button', { name: words.selection.clear }).click();
    await tour.tab(panels.ranking);
    expect(await selected()).toEqual([]);
  });

  it('by a line of the legend, which says how many, and again to let go', async () => {
    const lines = tour.legend.locator('.legend-line:enabled');
    const names = await lines.evaluateAll((all) => all.map((line) => line.getAttribute('aria-label') ?? ''));
    expect(names.length).toBeGreaterThan(3);
    for (const [k, name] of names.entries()) {
      const areas = Number(/: (\d+) kelurahan$/.exec(name)?.[1]);
      await lines.nth(k).click();
      await expect.poll(() => lines.nth(k).getAttribute('aria-pressed')).toBe('true');
      expect(`${name} ${(await selected()).length}`).toBe(`${name} ${areas}`);
      await lines.nth(k).click();
      await expect.poll(tour.chosen).toBe(0);
    }
  });

  it('by the keyboard on the map, which says where it stands', async () => {
    const { page, map } = tour;
    await map.focus();
    await page.keyboard.press('ArrowRight');
    const here = () => map.getByRole('option').textContent();
    const [first, spoken] = [await here(), page.getByRole('status').filter({ hasText: / dari / })];
    await expect.poll(() => spoken.first().textContent()).toContain(first ?? '-');
    await page.keyboard.press('Enter');
    expect(await selected()).toEqual([first]);
    await map.focus();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowDown');
    const second = await here();
    await page.keyboard.press('Shift+Enter');
    expect(await selected()).toEqual([first, second].map(String).sort());
    await map.focus();
    await page.keyboard.press('Escape');
    expect(await selected()).toEqual([]);
  });

  it('in the table, from its first line, and by the keyboard there', async () => {
    const { page, ranking } = tour;
    await ranking.evaluate((grid) => grid.parentElement?.scrollTo(0, 0));
    const top = ranking.locator('tbody tr[aria-rowindex="3"]');
    const [first, second] = (await tour.lines()).slice(1);
    await top.click();
    expect(await selected()).toEqual([first?.name]);
    await ranking.focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Shift+Enter');
    expect(await selected()).toEqual([first!.name, second!.name].sort());
    await ranking.focus();
    await page.keyboard.press('Escape');
    expect(await selected()).toEqual([]);
  });

  it('by search, and a kecamatan brought close and back', async () => {
    const { page } = tour;
    const whole = await tour.scale.textContent();
    const search = page.getByRole('combobox', { name: words.where.search });
    await search.fill('Fontein');
    await page.getByRole('option', { name: /Fontein/ }).click();
    expect(await selected()).toEqual(['Fontein']);
    await expect.poll(() => tour.scale.textContent()).not.toBe(whole);
    await tour.press(words.map.fitAll);
    await expect.poll(() => tour.scale.textContent()).toBe(whole);
    await tour.within(words.rooms.sentence.where, words.where.zoom('Kota Raja'));
    await expect.poll(() => tour.scale.textContent()).not.toBe(whole);
    const places = await placesOnMap(tour, 8, 6);
    const lines = await tour.lines();
    const districts = places.map(({ name }) => lines.find((line) => line.name === name)?.district);
    expect(districts.filter((district) => district === 'Kota Raja').length).toBeGreaterThanOrEqual(5);
    await tour.press(words.map.fitAll);
    await expect.poll(() => tour.scale.textContent()).toBe(whole);
  });

  it('sorts by every head, and finds a line', async () => {
    const { page, ranking } = tour;
    await ranking.getByRole('button', { name: 'N', exact: true }).click();
    const totals = (await tour.lines()).slice(1).map(({ total }) => total);
    const known = totals.filter((total) => !Number.isNaN(total));
    expect(known).toEqual([...known].sort((a, b) => b - a));
    await ranking.getByRole('button', { name: words.table.rank, exact: true }).click();
    const line = await tour.line('Fontein');
    expect(await line.textContent()).toContain('Fontein');
    await page.getByRole('searchbox', { name: words.table.search }).fill('');
  });
});
