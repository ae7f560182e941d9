import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { MAP_PATIENCE_MS } from '#desk/map-patience.ts';
import { id as words } from '#words/id.ts';
import { openHouse } from './house.ts';
import { legendFaults } from './map-truth.ts';

/** Parts of the engine, and of its data, that were fetched while the map still waited for the processor, as long as it may. */
function startedTooEarly(page: Page): Promise<readonly string[]> {
  return page.evaluate((patienceMs) => {
    const drawn = performance.getEntriesByName('first-map')[0]?.startTime ?? Number.POSITIVE_INFINITY;
    const late = performance
      .getEntriesByType('resource')
      .filter(({ name }) => /duckdb|cells\.parquet/.test(name));
    if (late.length === 0) throw new Error('the engine was not fetched at all');
    return late.flatMap(({ name, startTime }) => (startTime < Math.min(drawn, patienceMs) ? [name] : []));
  }, MAP_PATIENCE_MS);
}

describe('the first map', () => {
  const house = openHouse();

  it('shows every kelurahan, marked as an example; it does not wait for the engine, and keeps its numbers', async () => {
    let letGo = () => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const tour = await house.open({
      map: 'webgl',
      room: null,
      before: (page) => page.route(/duckdb/, (route) => held.then(() => route.continue())),
    });
    const { doors, names } = words.rooms;
    expect(await tour.page.getByRole('navigation').locator('[aria-current="page"]').textContent()).toBe(
      names.data,
    );
    for (const door of [doors.office, doors.example, doors.learn])
      await tour.page.getByRole('button', { name: door, exact: true }).waitFor();
    await expect
      .poll(() => tour.title.textContent())
      .toContain(`${words.indicator.stunting.rate} per ${words.level.village}`);
    expect((await tour.legendEntries()).reduce((total, { areas }) => total + areas, 0)).toBe(51);
    const text = await tour.page.locator('body').textContent();
    expect(text).toContain(words.tier.example);
    expect(text).toContain(words.boundaries.schematic);
    await tour.press(doors.example);
    await tour.page.getByRole('complementary', { name: names.map, exact: true }).waitFor();
    const first = { lines: await tour.lines(), legend: await tour.legendEntries() };
    expect(first.lines).toHaveLength(52);
    expect(await legendFaults(tour)).toEqual([]);
    await tour.part(words.rooms.sentence.who);
    const poor = tour.check(words.classes.poverty['1']);
    // React refuses more than 50 in one task.
    for (let burst = 0; burst < 8; burst++)
      await poor.evaluate((label) => {
        for (let k = 0; k < 25; k++) label.querySelector('input')?.click();
      });
    await tour.shut();
    // What is asked for stands in the controls; title and line say what is still shown.
    const shown = (await tour.title.textContent()) ?? '';
    await tour.press(words.period.previous);
    await expect
      .poll(() => tour.heading.locator('.facts-line p').textContent())
      .toBe(words.rooms.facts.loading(shown));
    expect(await tour.title.textContent()).toBe(shown);
    expect(shown).not.toContain(await tour.said(words.rooms.sentence.period));
    await tour.press(words.period.next);
    letGo();
    await tour.ready();
    await tour.settled();
    expect(await startedTooEarly(tour.page)).toEqual([]);
    expect(await legendFaults(tour)).toEqual([]);
    expect({ lines: await tour.lines(), legend: await tour.legendEntries() }).toEqual(first);
    tour.recorder.expectClean();
    await tour.close();
  });
});
