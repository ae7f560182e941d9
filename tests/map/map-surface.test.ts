import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AreaIndex, LonLat } from '#core/area.ts';
import { CellStatus } from '#core/area-table.ts';
import type { BoundaryCollection } from '#core/boundary.ts';
import { NO_CLASS } from '#core/classification.ts';
import { paletteFor } from '#map/color.ts';
import type { SceneMarks } from '#map/scene-marks.ts';
import { STATUS_PATTERNS } from '#map/status-pattern.ts';
import { type RunningServer, serve } from '#scripts/serve.ts';
import { axeFaults, commonBrowser, newVisit, type Visit } from '#tests/journeys/browser.ts';
import { graphicsContextsAlive, keepGraphicsContexts } from '#tests/journeys/graphics-contexts.ts';
import { endWorkers, keepWorkers, workersAlive } from '#tests/journeys/worker-end.ts';
import { LONG_FORM } from '#tests/long-form.ts';
import { sharedPath } from '#tests/shared-data.ts';
import type { PlainInput } from './harness/harness.ts';
import { crowd, squares } from './squares.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const OUT = resolve(ROOT, '.cache/map-harness');
/** As small as names and corners allow: every pixel is drawn by the processor. */
const SWITCHINGS = LONG_FORM ? 50 : 5;
const MAP_PLACE = { width: 460, height: 480 };
const COLORS = paletteFor(5, 'more-is-worse');
const STATUS = [0, 0, 0, CellStatus.notReported, CellStatus.notApplicable, 0];

let server: RunningServer;
let visit: Visit | null = null;
let page: Page;
/** Requests of the tests before, on the same page. */
let asked = 0;

beforeAll(async () => {
  await build({
    root: resolve(import.meta.dirname, 'harness'),
    configFile: false,
    logLevel: 'error',
    build: { outDir: OUT, emptyOutDir: true, assetsInlineLimit: 0, target: 'chrome109', minify: false },
    worker: { format: 'es' },
  });
  server = await serve(OUT, 0);
}, 120_000);

afterAll(async () => {
  await visit?.close();
  await server?.close();
});

/** One page, loaded anew for each test, and another after one that left complaints behind. */
beforeEach(async () => {
  if (visit === null) {
    visit = await newVisit(await commonBrowser(), server.url, { viewport: MAP_PLACE });
    page = visit.page;
    await keepGraphicsContexts(page);
    await keepWorkers(page);
  }
  asked = visit.recorder.requests.length;
  await page.goto(server.url);
}, 60_000);

afterEach(async () => {
  if (visit?.recorder.faults.length === 0) return;
  await visit?.close();
  visit = null;
}, 60_000);

function gridInput(patch: Partial<PlainInput> = {}): PlainInput {
  const classOf = [0, 1, 2, NO_CLASS, NO_CLASS, 4];
  return { ...squares(3, 2), outlines: null, classOf, status: STATUS, colors: COLORS, ...patch };
}

function open(input: PlainInput): Promise<void> {
  return page.evaluate((plain) => mapHarness.open(plain), input);
}

/** The color in a corner of each of the first areas, away from names and borders. */
function cornerColors(areas: number): Promise<string[]> {
  return page.evaluate((count) => {
    const corner = (i: number) => ({ x: mapHarness.place(i).x - 50, y: mapHarness.place(i).y - 50 });
    return mapHarness.colorsAt(Array.from({ length: count }, (_, i) => corner(i)));
  }, areas);
}

const GRID_COLORS = [
  COLORS[0],
  COLORS[1],
  COLORS[2],
  STATUS_PATTERNS[CellStatus.notReported].ground,
  STATUS_PATTERNS[CellStatus.notApplicable].ground,
  COLORS[4],
];

describe('the map on the screen', { timeout: 90_000 }, () => {
  it('paints each area in its own color, and anew when the classes change', async () => {
    await open(gridInput());
    expect(await cornerColors(6)).toEqual(GRID_COLORS);
    await page.evaluate(() => mapHarness.recolor([4, 3, 255, 0, 1, 2], [0, 0, 1, 0, 0, 0]));
    expect(await cornerColors(6)).toEqual([COLORS[4], COLORS[3], '#ffffff', COLORS[0], COLORS[1], COLORS[2]]);
    visit!.recorder.expectClean();
  });

  it('draws each hatched status over its ground', async () => {
    const hatched = [CellStatus.suppressed, CellStatus.tooFew, CellStatus.noDenominator] as const;
    await open(gridInput({ ...squares(3, 1), classOf: [255, 255, 255], status: hatched }));
    const seen = await page.evaluate(() => {
      const around = (i: number) =>
        Array.from({ length: 400 }, (_, k) => ({
          x: mapHarness.place(i).x - 60 + (k % 20),
          y: mapHarness.place(i).y - 60 + Math.floor(k / 20),
        }));
      return mapHarness.colorsAt([0, 1, 2].flatMap(around));
    });
    hatched.forEach((status, i) => {
      const part = seen.slice(i * 400, (i + 1) * 400);
      const ground = part.filter((color) => color === STATUS_PATTERNS[status].ground).length;
      expect(ground).toBeGreaterThan(60);
      expect(ground).toBeLessThan(385);
    });
    visit!.recorder.expectClean();
  });

  it('answers the pointer', async () => {
    await open(gridInput());
    const [first, last] = await page.evaluate(() => [mapHarness.place(0), mapHarness.place(5)]);
    await page.mouse.move(first!.x, first!.y);
    await page.mouse.click(first!.x, first!.y);
    await page.keyboard.down('Shift');
    await page.mouse.click(last!.x, last!.y);
    await page.keyboard.up('Shift');
    await page.mouse.click(8, 8);
    const told = () => page.evaluate(() => mapHarness.events.filter(([name]) => name !== 'hover'));
    await expect.poll(told).toEqual([['select', 0, false], ['select', 5, true], ['clear']]);
    expect(await page.evaluate(() => mapHarness.events)).toContainEqual(['hover', 0, 'pointer']);
    visit!.recorder.expectClean();
  });

  it('answers the keyboard, as a list of areas', async () => {
    await open(gridInput());
    await page.keyboard.press('Tab');
    const list = page.getByRole('listbox', { name: 'Peta' });
    expect(await list.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Escape');
    const told = () => page.evaluate(() => mapHarness.events.map(([name, index]) => [name, index]));
    await expect.poll(told).toEqual([
      ['hover', 1],
      ['hover', 0],
      ['hover', 0],
      ['select', 0],
      ['hover', 3],
      ['clear', undefined],
    ]);
    const option = page.getByRole('option');
    expect(await option.textContent()).toBe('Area 3');
    expect(await option.getAttribute('aria-posinset')).toBe('4');
    expect(await axeFaults(page)).toEqual([]);
    visit!.recorder.expectClean();
  });

  it('has a scale, a north mark and named buttons', async () => {
    await open(gridInput());
    expect(await page.locator('.maplibregl-ctrl-scale').textContent()).toMatch(/^\d+\u00a0(km|m)$/);
    expect(await page.getByRole('img', { name: 'Utara di atas' }).count()).toBe(1);
    for (const name of ['Perbesar', 'Perkecil', 'Tampilkan semua'])
      expect(await page.getByRole('button', { name }).count()).toBe(1);
  });

  it('takes another language without moving', async () => {
    await open(gridInput());
    await page.getByRole('button', { name: 'Perbesar' }).click();
    const before = await page.evaluate(() => mapHarness.place(0));
    await page.evaluate(() =>
      mapHarness.speak({ map: 'Map', zoomIn: 'Zoom in', fitAll: 'Show all', north: 'N' }),
    );
    for (const name of ['Zoom in', 'Show all'])
      expect(await page.getByRole('button', { name }).count()).toBe(1);
    expect(await page.getByRole('listbox', { name: 'Map' }).count()).toBe(1);
    expect(await page.locator('.map-surface-north').textContent()).toBe('N');
    expect(await page.evaluate(() => mapHarness.place(0))).toEqual(before);
  });

  it('colors new boundaries by their own areas', async () => {
    await open(gridInput());
    const { boundaries, labels } = squares(2, 3);
    await page.evaluate(([a, b]) => mapHarness.reopen(a, b), [boundaries, labels] as const);
    await page.getByRole('button', { name: 'Tampilkan semua' }).click();
    await expect.poll(() => cornerColors(6)).toEqual(GRID_COLORS);
    visit!.recorder.expectClean();
  });

  it('leaves no pixel of the land empty where areas are far smaller than a pixel', async () => {
    const { boundaries, labels, whole } = crowd(60, 1e-3, 2_000);
    const areas = labels.length;
    const all = (value: number) => new Array<number>(areas).fill(value);
    const one = { outlines: null, colors: COLORS, classOf: [1], status: [0] };
    await open({ ...one, ...whole });
    const outline = await page.evaluate(() => mapHarness.land());
    await page.evaluate(() => mapHarness.close());
    await open({ ...one, boundaries, labels, classOf: all(1), status: all(0) });
    const drawn = await page.evaluate(() => mapHarness.land());
    // A border may lie a pixel aside.
    const inland = (x: number, y: number) =>
      [-1, 0, 1].every((dy) => outline[y + dy]?.slice(x - 1, x + 2) === '111');
    const empty = outline.flatMap((row, y) =>
      [...row].flatMap((_, x) => (inland(x, y) && drawn[y]![x] !== '1' ? [`${x},${y}`] : [])),
    );
    expect(outline.join('').replaceAll('0', '').length).toBeGreaterThan(2_000);
    expect(empty).toEqual([]);
    const place = await page.evaluate(() => mapHarness.place(3_600));
    const longArea = [{ x: place.x + 60, y: place.y - 5 }];
    const colorNow = () => page.evaluate((places) => mapHarness.colorsAt(places), longArea);
    await page.evaluate(
      (classes) =>
        mapHarness.recolor(
          classes,
          classes.map(() => 0),
        ),
      all(3),
    );
    expect(await colorNow()).toEqual([COLORS[3]]);
    await page.mouse.click(longArea[0]!.x, longArea[0]!.y);
    await expect.poll(() => page.evaluate(() => mapHarness.events.at(-1))).toEqual(['select', 3_600, false]);
    // Another worker asks for the boundaries itself.
    await expect.poll(() => workersAlive(page, 'map')).toBe(1);
    await endWorkers(page, /map-worker/);
    await expect.poll(() => page.evaluate(() => mapHarness.events.at(-1)?.[0])).toBe('restored');
    await expect.poll(colorNow, { timeout: 15_000 }).toEqual([COLORS[3]]);
    visit!.recorder.expectClean();
  });

  it('comes back as it was after the graphics context was lost', async () => {
    await open(gridInput());
    await page.evaluate(() => mapHarness.loseContext());
    await expect.poll(() => page.evaluate(() => mapHarness.events.at(-1)?.[0])).toBe('restored');
    await expect.poll(() => cornerColors(6)).toEqual(GRID_COLORS);
  });

  it('gives up a graphics context that does not come back', async () => {
    await open(gridInput());
    await page.evaluate(() => mapHarness.loseContext('.maplibregl-canvas', false));
    await expect.poll(() => page.evaluate(() => mapHarness.events.at(-1))).toEqual(['failed', 'context']);
  });

  it('puts another worker in the place of one that ended silently, and draws new boundaries with it', async () => {
    await open(gridInput());
    await expect.poll(() => workersAlive(page, 'map')).toBe(1);
    expect(await endWorkers(page, /map-worker/)).toBe(1);
    await expect.poll(() => page.evaluate(() => mapHarness.events.at(-1)?.[0])).toBe('restored');
    await expect.poll(() => cornerColors(6)).toEqual(GRID_COLORS);
    const { boundaries, labels } = squares(2, 3);
    await page.evaluate(([a, b]) => mapHarness.reopen(a, b), [boundaries, labels] as const);
    await page.getByRole('button', { name: 'Tampilkan semua' }).click();
    await expect.poll(() => cornerColors(6)).toEqual(GRID_COLORS);
    expect((await page.evaluate(() => mapHarness.events)).map(([name]) => name)).not.toContain('failed');
    visit!.recorder.expectClean();
  });

  it('gives up a worker that ends again and again', async () => {
    await open(gridInput());
    const restored = () =>
      page.evaluate(() => mapHarness.events.filter(([name]) => name === 'restored').length);
    for (let end = 0; end < 4; end++) {
      // Not between its first sign of life and the moment that the page has heard of it.
      await expect.poll(restored).toBe(end);
      await expect.poll(() => workersAlive(page, 'map')).toBe(1);
      expect(await endWorkers(page, /map-worker/)).toBe(1);
      await expect.poll(() => workersAlive(page, 'map')).toBe(0);
    }
    await expect.poll(() => page.evaluate(() => mapHarness.events.at(-1))).toEqual(['failed', 'worker']);
  });

  /** Colors along the southern border of the first area and inside it. */
  const seen = () =>
    page.evaluate(() => {
      const { x, y } = mapHarness.place(0);
      const beside = mapHarness.place(1).x - x;
      const below = Array.from({ length: 9 }, (_, k) => ({ x: x - 20, y: y + beside / 2 - 4 + k }));
      return mapHarness.colorsAt([...below, { x: x - 50, y: y - 50 }]);
    });

  it('draws marks over the colors, under no pointer, and takes them away', async () => {
    await open(gridInput());
    expect(visit!.recorder.requests.slice(asked).some((url) => url.includes('deck-marks'))).toBe(false);
    await page.evaluate(([marks]) => mapHarness.mark(marks), [ringAround(0)] as const);
    await page.locator('.map-marks canvas').waitFor({ state: 'attached' });
    await expect.poll(seen).toContain('#b2182b');
    const colors = await seen();
    expect(colors).toContain('#ffffff');
    expect(colors.at(-1)).toBe(COLORS[0]);

    const first = await page.evaluate(() => mapHarness.place(0));
    await page.mouse.click(first.x, first.y);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('.map-marks') ?? null)).toBeNull();
    const events = await page.evaluate(() => mapHarness.events);
    expect(events.filter(([name]) => name === 'select')).toEqual([['select', 0, false]]);

    await page.evaluate(() => mapHarness.mark(null));
    await expect.poll(seen).not.toContain('#b2182b');
    await expect.poll(() => page.locator('.map-marks').count()).toBe(0);
    visit!.recorder.expectClean();
  });

  it('draws marks anew when their own graphics context was lost', async () => {
    await open(gridInput());
    await page.evaluate(([marks]) => mapHarness.mark(marks), [ringAround(0)] as const);
    await expect.poll(seen).toContain('#b2182b');
    const first = await page.locator('.map-marks canvas').elementHandle();
    await page.evaluate(() => mapHarness.loseContext('.map-marks canvas'));
    await page.waitForFunction((canvas) => canvas?.isConnected === false, first);
    await expect.poll(seen).toContain('#b2182b');
  });

  it('gives the graphics context of marks back, however they are switched', async () => {
    await open(gridInput());
    for (let round = 0; round < SWITCHINGS; round++) {
      await page.evaluate(([marks]) => mapHarness.mark(marks), [ringAround(round % 6)] as const);
      await page.locator('.map-marks canvas').waitFor({ state: 'attached' });
      if (round % 2 === 0) await page.evaluate(() => mapHarness.colorsAt([]));
      await page.evaluate(() => mapHarness.mark(null));
      await page.locator('.map-marks').waitFor({ state: 'detached' });
    }
    await expect.poll(() => graphicsContextsAlive(page)).toBe(1);
    expect(await cornerColors(6)).toEqual(GRID_COLORS);
    await page.evaluate(() => mapHarness.close());
    await expect.poll(() => graphicsContextsAlive(page)).toBe(0);
    visit!.recorder.expectClean();
  });

  const file = sharedPath('boundaries/kupang-hdx-bps2020-kode-simplified.geojson');
  it.skipIf(file === null)('draws the 51 kelurahan of Kota Kupang without a fault', async () => {
    const input = cityInput(file!);
    await open(input);
    await page.evaluate(() => mapHarness.select([12, 33]));
    const places = await page.evaluate((n) => Array.from({ length: n }, (_, i) => mapHarness.place(i)), 51);
    for (const { x, y } of places) {
      expect(x > 0 && x < MAP_PLACE.width).toBe(true);
      expect(y > 0 && y < MAP_PLACE.height).toBe(true);
    }
    await page.screenshot({ path: resolve(OUT, 'kota-kupang.png') });
    visit!.recorder.expectClean();
    expect(visit!.recorder.requests.slice(asked).every((url) => url.startsWith(server.url))).toBe(true);
  });
});

function ringAround(index: number): SceneMarks {
  const rings = [{ index: index as AreaIndex, color: '#b2182b', strength: 'strong' }] as const;
  return { rings, symbols: [], links: [], zones: [], places: [] };
}

function middle(ring: readonly (readonly number[])[]): LonLat {
  const mean = (axis: 0 | 1) => ring.reduce((sum, position) => sum + (position[axis] ?? 0), 0) / ring.length;
  return [mean(0), mean(1)];
}

function cityInput(file: string): PlainInput {
  const raw: BoundaryCollection = JSON.parse(readFileSync(file, 'utf8'));
  const features = raw.features.map((feature, index) => ({
    ...feature,
    id: index,
    properties: { index, code: feature.properties.code, name: `Kelurahan ${index}` },
  }));
  const labels = features.map(({ geometry, properties }) => {
    const rings = geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
    const longest = [...rings].sort((a, b) => b.length - a.length)[0] ?? [];
    return { text: properties.name, point: middle(longest) };
  });
  const status = features.map((_, i) => (i % 9 === 0 ? 1 + ((i / 9) % 5) : 0));
  const classOf = status.map((value, i) => (value === 0 ? (i * 7) % 5 : NO_CLASS));
  return { boundaries: { ...raw, features }, outlines: null, labels, classOf, status, colors: COLORS };
}
