import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOMS } from '#core/view.ts';
import { DIST } from '#scripts/build.ts';
import { id as words } from '#words/id.ts';
import { axeFaults } from './browser.ts';
import { openHouse } from './house.ts';
import { legendFaults } from './map-truth.ts';
import { type Planted, throwInEach, unbounded } from './planted-throws.ts';
import { ask } from './question.ts';

const ENGINE = /duckdb-eh.*\.wasm/;

describe('without its engine', () => {
  const house = openHouse();

  it('keeps the first map where the engine cannot be reached or is not there, and tries again when told', async () => {
    const tour = await house.open({ before: (page) => page.route(ENGINE, (route) => route.abort()) });
    const alert = tour.page
      .getByRole('alert')
      .filter({ hasText: words.data.engineFailed['engine/unavailable'] });
    await alert.waitFor();
    const before = await tour.lines();
    expect(before).toHaveLength(52);
    expect(await legendFaults(tour)).toEqual([]);
    expect(await axeFaults(tour.page)).toEqual([]);
    // The engine's own worker complains of what it misses; the page may not.
    const ours = ['request', 'violation', 'rejection'];
    expect(tour.recorder.faults.filter(({ kind }) => ours.includes(kind))).toEqual([]);
    await tour.page.unroute(ENGINE);
    let refused = 0;
    await tour.page.route(ENGINE, (route) => {
      refused += 1;
      return route.fulfill({ status: 404 });
    });
    await tour.press(words.data.retry);
    await expect.poll(() => refused).toBeGreaterThan(0);
    await alert.waitFor();
    expect(await tour.lines()).toEqual(before);
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

/** What puts the page round its map is no part of it: without it the words of index.html stay. */
const MOUNT = 'src/app/mount.tsx';

/** The scripts of components that are fetched late, by the file they were written in. */
function lateComponents(): ReadonlyMap<string, string> {
  const manifest = JSON.parse(readFileSync(join(DIST, '.vite/manifest.json'), 'utf8')) as Record<
    string,
    { readonly file: string; readonly isDynamicEntry?: boolean }
  >;
  return new Map(
    Object.entries(manifest).flatMap(([source, { file, isDynamicEntry }]) =>
      isDynamicEntry && source.startsWith('src/app/') && source.endsWith('.tsx') && source !== MOUNT
        ? [[file.split('/').at(-1) ?? file, source]]
        : [],
    ),
  );
}

/** Lie within others of the list, which throw before them, are missing on purpose, or ask for a second source. */
const OUT_OF_REACH: ReadonlySet<string> = new Set([
  'src/app/data/preparation-panel.tsx',
  'src/app/data/second-source.tsx',
  'src/app/data/sql-panel.tsx',
  'src/app/kinds/agreement-legend.tsx',
  'src/app/map/agreement-charts.tsx',
  'src/app/proposal/scenario-table.tsx',
  'src/app/sheet/sheet-printing.tsx',
  'src/app/sheet/trend.tsx',
]);

/** The panels of the questions of one tab, which is late itself. */
const MONITORED = /^src\/app\/monitoring\/[a-z]+-panel\.tsx$/;

/** The same exports, each of which throws. */
function planted(script: string): string {
  const named = [...script.matchAll(/\bexport\s*\{([^}]*)\}/g)].flatMap(([, list = '']) =>
    list.split(',').map(
      (one) =>
        one
          .trim()
          .split(/\s+as\s+/)
          .at(-1) ?? '',
    ),
  );
  const exports = named.filter((name) => name !== '').map((name) => `planted as ${name}`);
  return `function planted() { throw new Error('planted') }\nexport { ${exports.join(', ')} };`;
}

describe('a part of the page that fails', () => {
  const house = openHouse();

  it('says so in its place, in every room and tab; what is missing comes when it is asked for again', async () => {
    const late = lateComponents();
    expect(late.size).toBeGreaterThan(20);
    const thrown = new Set<string>();
    const fileOf = (url: URL) => url.pathname.split('/').at(-1) ?? '';
    const trend = /\/trend-[^/]{8}\.js$/;
    const tour = await house.open({
      room: null,
      before: async (page) => {
        await page.route(
          (url) => late.has(fileOf(url)),
          async (route) => {
            const source = late.get(fileOf(new URL(route.request().url()))) ?? '';
            thrown.add(source);
            const answer = await route.fetch();
            await route.fulfill({ response: answer, body: planted(await answer.text()) });
          },
        );
        await page.route(trend, (route) => route.fulfill({ status: 404 }));
      },
    });
    const { page } = tour;
    await tour.ready();
    const side = page.getByRole('complementary');
    const { broken } = words.keeping;
    for (const room of ROOMS) {
      await tour.room(words.rooms.names[room]);
      const tabs = await side.getByRole('tab').allTextContents();
      for (const tab of tabs.length === 0 ? [null] : tabs) {
        if (tab !== null) await tour.tab(tab);
        await side.getByRole('alert').first().waitFor();
        expect(await side.textContent()).toContain(words.data.retry);
      }
    }
    await tour.room(words.rooms.names.map);
    const { tools } = words.rooms;
    for (const kind of ['many', 'side', 'one'] as const) {
      await tour.choose(tools.arrangement, words.arrangement.kinds[kind]);
      if (kind !== 'one') await page.getByRole('main').getByText(broken.failed).first().waitFor();
    }
    await ask(tour, 'sel=53.71.01.1001');
    await (await tour.tab(words.rooms.panels.area)).getByText(broken.failed).waitFor();
    await tour.part(tools.style);
    await page.getByText(words.sheet.sensitivity.summary).click();
    await page.getByRole('dialog').getByText(broken.failed).waitFor();
    await tour.shut();
    await tour.example(words.rooms.example.threeProblems);
    await tour.legend.getByText(broken.failed).waitFor();
    await tour.part(words.rooms.sentence.indicator);
    await page.getByRole('dialog').getByText(broken.failed).waitFor();
    await tour.shut();
    await tour.press(words.rooms.bar.help);
    await page.getByText(broken.failed).last().waitFor();
    await tour.press(words.saved.button);
    const views = page.getByRole('dialog', { name: words.saved.heading });
    await views.getByText(broken.failed).waitFor();
    const download = page.waitForEvent('download');
    await views.getByRole('button', { name: broken.save }).click();
    const file = JSON.parse(readFileSync(await (await download).path(), 'utf8')) as Record<string, unknown>;
    expect(JSON.stringify(file)).toContain(broken.lastView);
    await page.keyboard.press('Escape');
    await tour.press(words.presentation.start);
    // Of what lies on each other the last is seen.
    await page.getByRole('button', { name: words.presentation.end }).last().click();

    await tour.room(words.rooms.names.map);
    await tour.tab(words.rooms.panels.trend);
    await side.getByText(broken.missing).waitFor();
    await page.unroute(trend);
    await page.unrouteAll();
    await side.getByRole('button', { name: words.data.retry }).click();
    await side.locator('figure, svg').first().waitFor();
    expect(await side.getByRole('alert').count()).toBe(0);
    // The map and the sentence were there all the time.
    await tour.example(words.rooms.example.wastingDecile);
    await expect.poll(() => tour.heading.textContent()).toContain('desil 1');
    const ours = ['request', 'violation', 'rejection', 'error'];
    expect(tour.recorder.faults.filter(({ kind }) => ours.includes(kind))).toEqual([]);
    const never = [...late.values()].filter((source) => !thrown.has(source));
    expect(never.filter((source) => !OUT_OF_REACH.has(source) && !MONITORED.test(source))).toEqual([]);
    await tour.close();
  });

  it('takes nothing else with it, whichever it is', async () => {
    const tour = await house.open();
    const { page } = tour;
    await tour.ready();
    const side = page.getByRole('complementary');
    const { broken } = words.keeping;
    const planted: Planted[] = [];
    const plant = async () => {
      await tour.settled();
      expect(await unbounded(page)).toEqual([words.app.skipToTable]);
      planted.push(...(await throwInEach(page, broken.failed, words.data.retry)));
    };
    await tour.ranking.locator('tbody tr[aria-rowindex="3"]').click();
    await tour.choose(words.rooms.tools.arrangement, words.arrangement.kinds.many);
    await page.getByRole('region', { name: words.arrangement.many.region }).waitFor();
    await plant();
    await tour.choose(words.rooms.tools.arrangement, words.arrangement.kinds.one);
    await tour.room(words.rooms.names.priority);
    await side.getByRole('heading', { name: words.rooms.priority.steps.list }).waitFor();
    for (const room of ROOMS) {
      await tour.room(words.rooms.names[room]);
      const tabs = await side.getByRole('tab').allTextContents();
      for (const tab of tabs.length === 0 ? [null] : tabs) {
        if (tab !== null) await tour.tab(tab.replace(/ \(\d+\)$/, ''));
        await plant();
      }
      if (room !== 'priority') continue;
      await tour.tab(words.rooms.panels.list);
      await tour.press(words.rooms.priority.propose('8'));
    }
    await tour.room(words.rooms.names.map);
    for (const part of [words.rooms.sentence.who, words.rooms.tools.style]) {
      await tour.part(part);
      await plant();
      await tour.shut();
    }
    await tour.press(words.presentation.start);
    await plant();
    expect(planted.filter(({ fault }) => fault !== '')).toEqual([]);
    expect(planted.length).toBeGreaterThan(50);
    await tour.close();
  });
});
