import { describe, expect, it } from 'vitest';
import { id as words } from '#words/id.ts';
import { openHouse } from './house.ts';
import { legendFaults } from './map-truth.ts';

describe('the first map', () => {
  const house = openHouse();

  it('shows every kelurahan by stunting, marked as an example', async () => {
    const tour = await house.open({ map: 'webgl' });
    await expect
      .poll(() => tour.title.textContent())
      .toContain(`${words.indicator.stunting.rate} per ${words.level.village}`);
    expect((await tour.legendEntries()).reduce((total, { areas }) => total + areas, 0)).toBe(51);
    const text = await tour.page.locator('body').textContent();
    expect(text).toContain(words.tier.example);
    expect(text).toContain(words.boundaries.schematic);
    await tour.ready();
    expect(await legendFaults(tour)).toEqual([]);
    tour.recorder.expectClean();
    await tour.close();
  });

  it('does not wait for the engine, and keeps its numbers when that comes', async () => {
    let letGo = () => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const tour = await house.open({
      map: 'webgl',
      before: (page) => page.route(/duckdb/, (route) => held.then(() => route.continue())),
    });
    const first = { lines: await tour.lines(), legend: await tour.legendEntries() };
    expect(first.lines).toHaveLength(52);
    expect(await legendFaults(tour)).toEqual([]);
    const poor = tour.check(words.classes.poverty['1']);
    await poor.evaluate((label) => {
      for (let k = 0; k < 200; k++) label.querySelector('input')?.click();
    });
    letGo();
    await tour.ready();
    await tour.settled();
    expect({ lines: await tour.lines(), legend: await tour.legendEntries() }).toEqual(first);
    tour.recorder.expectClean();
    await tour.close();
  });
});
