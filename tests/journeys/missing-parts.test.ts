import { describe, expect, it } from 'vitest';
import { id as words } from '#words/id.ts';
import { axeFaults } from './browser.ts';
import { openHouse } from './house.ts';
import { legendFaults } from './map-truth.ts';
import { tourOf } from './tour.ts';

const ENGINE = /duckdb-eh.*\.wasm/;

describe('without its engine', () => {
  const house = openHouse();

  it.each([
    ['cannot be reached', (route: { abort(): Promise<void> }) => route.abort()],
    [
      'is not there',
      (route: { fulfill(answer: { status: number }): Promise<void> }) => route.fulfill({ status: 404 }),
    ],
  ])('keeps the first map where the engine %s, and tries again when told', async (_, refuse) => {
    const tour = await house.open({ before: (page) => page.route(ENGINE, refuse) });
    const alert = tour.page
      .getByRole('alert')
      .filter({ hasText: words.data.engineFailed['engine/unavailable'] });
    await alert.waitFor({ timeout: 30_000 });
    const before = await tour.lines();
    expect(before).toHaveLength(52);
    expect(await legendFaults(tour)).toEqual([]);
    expect(await axeFaults(tour.page)).toEqual([]);
    // The engine's own worker complains of what it misses; the page may not.
    const ours = ['request', 'violation', 'rejection'];
    expect(tour.recorder.faults.filter(({ kind }) => ours.includes(kind))).toEqual([]);
    await tour.page.unroute(ENGINE);
    await tour.press(words.data.retry);
    await tour.ready();
    await alert.waitFor({ state: 'detached' });
    expect(await tour.lines()).toEqual(before);
    await tour.example(words.rooms.example.wastingDecile);
    await tour.settled();
    await expect.poll(() => tour.heading.textContent()).toContain('desil 1');
    await tour.close();
  });
});

describe('without WebGL2', () => {
  const house = openHouse(['--disable-3d-apis']);

  it('the table works, and the page says what is missing', async () => {
    const { page, recorder, close } = await house.visit();
    await page.goto(house.url);
    const tour = tourOf(page, recorder, close);
    await tour.ready();
    await tour.room(words.rooms.names.map);
    expect(await tour.lines()).toHaveLength(52);
    await tour.example(words.rooms.example.wastingDecile);
    await expect.poll(() => tour.heading.textContent()).toContain('desil 1');
    await tour.ranking.locator('tbody tr[aria-rowindex="3"]').click();
    await expect.poll(() => tour.chosen()).toBe(1);
    await expect.poll(() => page.locator('.map-frame').textContent()).toMatch(/WebGL/);
    expect(await axeFaults(page)).toEqual([]);
    expect(recorder.faults.filter(({ kind }) => kind !== 'console')).toEqual([]);
  });
});
