import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DIST } from '#scripts/build.ts';
import { LONG_FORM } from '#tests/long-form.ts';
import { id as words } from '#words/id.ts';
import { graphicsContextsAlive, keepGraphicsContexts } from './graphics-contexts.ts';
import { openHouse } from './house.ts';
import { legendFaults } from './map-truth.ts';
import { ask } from './question.ts';
import type { Recorder } from './recorder.ts';
import type { Tour } from './tour.ts';
import { endWorkers, keepWorkers, startedAgain, workersAlive } from './worker-end.ts';

/** Of the page's own making: what was taken away from it is complained of by the browser. */
function ownFaults({ faults }: Recorder): readonly unknown[] {
  return faults.filter(({ kind }) => kind === 'rejection' || kind === 'error' || kind === 'violation');
}

/** The areas as SVG, each color of the legend as often as the legend says. */
async function expectDrawn(tour: Tour, why: string): Promise<void> {
  await tour.page.getByText(why).waitFor();
  const paths = tour.page.locator('.svg-map-picture .areas > path');
  await expect.poll(() => paths.count()).toBeGreaterThan(0);
  const fills = await paths.evaluateAll((all) => all.map((path) => path.getAttribute('fill') ?? ''));
  for (const { color, areas } of await tour.legendEntries())
    if (color !== null) expect(fills.filter((fill) => fill === color)).toHaveLength(areas);
}

/** Where a part of the program lies in the build. */
function builtFile(source: string): RegExp {
  const manifest = JSON.parse(readFileSync(join(DIST, '.vite/manifest.json'), 'utf8'));
  return new RegExp(manifest[source].file.replaceAll('.', '\\.'));
}

describe('a map that cannot go on as it is', () => {
  const house = openHouse();

  it.each([
    ['its part is missing', () => builtFile('src/map/map-surface.ts'), words.map.drawn.part],
    ['its worker is missing', () => /map-worker-.*\.js/, words.map.drawn.worker],
  ])('is drawn as SVG where %s, and says so', async (_, file, why) => {
    const tour = await house.open({
      map: 'webgl',
      before: (page) => page.route(file(), (route) => route.fulfill({ status: 404 })),
    });
    await expectDrawn(tour, why);
    await tour.ready();
    await ask(tour, 'l=district');
    await expect.poll(() => tour.page.title()).toContain('per kecamatan');
    await tour.settled();
    await expectDrawn(tour, why);
    expect(ownFaults(tour.recorder)).toEqual([]);
    await tour.close();
  });

  it('is drawn as SVG, where the reader was, once its graphics context stays lost', async () => {
    const tour = await house.open({ map: 'webgl', before: keepGraphicsContexts });
    const { page } = tour;
    await tour.ready();
    const bar = page.locator('.maplibregl-ctrl-scale, .svg-map-scale');
    const scale = async () => (await bar.textContent())?.replace(/\s/g, ' ');
    const fitted = await scale();
    await page.getByRole('button', { name: words.map.zoomIn, exact: true }).click();
    await expect.poll(scale).not.toBe(fitted);
    const before = await scale();
    await page.evaluate(() => {
      for (const context of globalThis.graphicsContexts)
        context.getExtension('WEBGL_lose_context')?.loseContext();
    });
    await page.getByText(words.map.lost).waitFor();
    await expectDrawn(tour, words.map.drawn.context);
    expect(await page.getByText(words.map.lost).count()).toBe(0);
    await expect.poll(scale).toBe(before);
    await tour.map.focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => page.locator('.tooltip').count()).toBe(1);
    expect(ownFaults(tour.recorder)).toEqual([]);
    await tour.close();
  });

  it('goes on when its worker ends silently, to other boundaries too', async () => {
    const tour = await house.open({ map: 'webgl', before: keepWorkers });
    await tour.ready();
    expect(await endWorkers(tour.page, /map-worker/)).toBe(1);
    // What is said meanwhile may stand for less than a frame; that another worker lives stays so.
    await expect.poll(() => startedAgain(tour.page, /map-worker/)).toBe(1);
    await expect.poll(() => workersAlive(tour.page, 'map')).toBe(1);
    await tour.page.getByText(words.map.lost).waitFor({ state: 'detached' });
    await expect.poll(() => legendFaults(tour)).toEqual([]);
    await ask(tour, 'l=district');
    await expect.poll(() => tour.page.title()).toContain('per kecamatan');
    await expect.poll(() => legendFaults(tour)).toEqual([]);
    expect(ownFaults(tour.recorder)).toEqual([]);
    await tour.close();
  });
});

describe('graphics contexts', () => {
  const house = openHouse();
  const SWITCHINGS = LONG_FORM ? 50 : 10;

  it(`are given back: ${SWITCHINGS} switchings of marks, arrangement and presentation leave at most two`, async () => {
    const tour = await house.open({ map: 'webgl', before: keepGraphicsContexts });
    const { page } = tour;
    const { kinds } = words.arrangement;
    const tool = words.rooms.tools.arrangement;
    const arrange = async (kind: keyof typeof kinds) => {
      await page.getByRole('button', { name: `${tool}:` }).click();
      await page.getByRole('dialog', { name: tool }).getByText(kinds[kind], { exact: true }).click();
    };
    await tour.ready();
    for (let round = 0; round < SWITCHINGS / 2; round++) {
      switch (round % 5) {
        case 0:
          await arrange('side');
          await page.getByRole('listbox', { name: words.arrangement.mapB }).waitFor();
          await arrange('one');
          break;
        case 1:
          await tour.press(words.presentation.start);
          await page.getByRole('button', { name: words.presentation.end, exact: true }).click();
          break;
        default:
          await ask(tour, 'burden=1');
          await page.locator('.map-marks canvas').waitFor({ state: 'attached' });
          await ask(tour, 'burden=1', false);
          await page.locator('.map-marks').waitFor({ state: 'detached' });
      }
      expect(await graphicsContextsAlive(page)).toBeLessThanOrEqual(2);
    }
    await expect.poll(() => graphicsContextsAlive(page)).toBe(1);
    expect(await legendFaults(tour)).toEqual([]);
    tour.recorder.expectClean();
    await tour.close();
  });
});
