import { resolve } from 'node:path';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { RING_COLORS } from '#picture/hotspot-look.ts';
import { id as words } from '#words/id.ts';
import { LAPTOP, PHONE } from './browser.ts';
import { hotspotPanel } from './hotspot-panel.ts';
import { openHouse } from './house.ts';
import { colorFaults, colorsOnMap, legendFaults, placesOnMap } from './map-truth.ts';
import { openDialog } from './office-dialog.ts';
import { overlaps, wider } from './screen-layout.ts';
import type { Tour } from './tour.ts';

const RELEASE = resolve(import.meta.dirname, '../fixtures/release-small');
/** A ring round the smallest kelurahan has more pixels of its color than this, and no letter or edge as many. */
const RING_PIXELS = 100;
const { sentence: part, example, names: rooms } = words.rooms;

/** What the other journeys see on the SVG map, once on the map that readers have. */
describe('the WebGL map', () => {
  const house = openHouse();
  let tour: Tour;
  beforeAll(async () => {
    tour = await house.open({ map: 'webgl' });
    await tour.ready();
    await tour.settled();
  });
  afterEach(() => tour.recorder.expectClean());

  it('gives each area the color of its number in the table, and answers the pointer', async () => {
    // Names and numbers lie over the canvas, placed as on the other map.
    await expect.poll(() => tour.page.locator('.map-names .map-disc').count()).toBeGreaterThan(8);
    expect(await tour.page.locator('.map-names g > text').count()).toBeGreaterThan(20);
    const places = await placesOnMap(tour, 11, 8);
    expect(places.length).toBeGreaterThan(18);
    const { read, faults } = await colorFaults(tour, places);
    expect(faults).toEqual([]);
    expect(read).toBeGreaterThan(10);
    const [first] = places;
    await tour.page.mouse.click(first!.x, first!.y);
    const selected = async () => (await tour.lines()).filter((line) => line.selected).map(({ name }) => name);
    await expect.poll(selected).toEqual([first!.name]);
    await tour.map.focus();
    await tour.page.keyboard.press('Escape');
    await expect.poll(selected).toEqual([]);
  });

  it('keeps the colors of the data in forced colors', async () => {
    await tour.page.emulateMedia({ forcedColors: 'active' });
    expect(await legendFaults(tour)).toEqual([]);
    await tour.page.emulateMedia({ forcedColors: 'none' });
  });

  it('recolors with a filter, and back', async () => {
    const before = await colorsOnMap(tour);
    await tour.example(example.wastingDecile);
    await tour.settled();
    await expect.poll(() => colorsOnMap(tour)).not.toEqual(before);
    expect(await legendFaults(tour)).toEqual([]);
    await tour.clear(part.everyoneAgain);
    await tour.choose(part.indicator, words.indicator.stunting.short);
    await tour.settled();
    expect(await legendFaults(tour)).toEqual([]);
  });

  it('draws rings round clusters on a canvas of their own, gone with the last', async () => {
    const panel = hotspotPanel(tour);
    const ringed = async (color: string) => (await colorsOnMap(tour)).get(color) ?? 0;
    expect(await ringed(RING_COLORS['high-high'])).toBe(0);
    await panel.open();
    await panel.found();
    await expect.poll(() => ringed(RING_COLORS['high-high'])).toBeGreaterThan(RING_PIXELS);
    await expect.poll(() => ringed(RING_COLORS['low-low'])).toBeGreaterThan(RING_PIXELS);
    await tour.toggle(part.where, 'Alak');
    await expect.poll(() => ringed(RING_COLORS['high-high'])).toBe(0);
    await tour.clear(part.everywhereAgain);
    await tour.room(rooms.map);
  });

  it.each([
    ['a large screen', { width: 1920, height: 1080 }],
    ['a small window', { width: 1024, height: 768 }],
    ['a telephone', PHONE],
    ['a laptop', LAPTOP],
  ])('has its place on %s, buttons and all', async (_, viewport) => {
    await tour.page.setViewportSize(viewport);
    await expect.poll(() => wider(tour.page)).toBeLessThanOrEqual(0);
    await expect.poll(() => tour.page.evaluate(overlaps)).toEqual([]);
  });

  it('cuts and colors the boundaries of another territory', async () => {
    const office = await openDialog(tour);
    await office.add([RELEASE], words.import.chooseFolder);
    await office.load();
    await expect.poll(() => tour.title.textContent()).toContain('Mei 2026');
    expect(await legendFaults(tour)).toEqual([]);
  });
});
