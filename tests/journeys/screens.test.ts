import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { SAMPLE_FILES } from '#core/sample-file.ts';
import { en } from '#words/en.ts';
import { helpId } from '#words/help-id.ts';
import { id as words } from '#words/id.ts';
import { ACTION_MS, axeFaults, LAPTOP, PHONE } from './browser.ts';
import { openHouse } from './house.ts';
import { openDialog } from './office-dialog.ts';
import { cutTexts, mapSize, overlaps, sentenceLines, smallTargets, wider } from './screen-layout.ts';
import type { Tour } from './tour.ts';

/** The laptop's screen with the browser's own bars, and no task bar hidden. */
const LAPTOP_BARS = { width: 1366, height: 625 };
const SMALL = { width: 1024, height: 768 };
const SIZES = [
  ['a laptop', LAPTOP],
  ['a laptop with the bars of its browser', LAPTOP_BARS],
  ['a large screen', { width: 1920, height: 1080 }],
  ['a small window', SMALL],
  ['a telephone', PHONE],
] as const;
/** Where a screen has room for it, the map is at least as large. */
const LEAST_MAP = new Map<unknown, readonly [width: number, height: number]>([
  [LAPTOP, [900, 560]],
  [LAPTOP_BARS, [900, 420]],
]);
const { names: rooms, sentence: part, panels, example } = words.rooms;

/** One page, made full in steps; at each all sizes, in both languages. */
describe('every screen', () => {
  const house = openHouse();
  let tour: Tour;
  beforeAll(async () => {
    tour = await house.open();
    await tour.ready();
    await tour.settled();
  });
  afterEach(() => tour.recorder.expectClean());

  async function language(code: 'id' | 'en'): Promise<void> {
    const next = code === 'en' ? words.language.otherName : en.language.otherName;
    const html = tour.page.locator('html');
    if ((await html.getAttribute('lang')) !== code) await tour.press(next);
    await expect.poll(() => html.getAttribute('lang')).toBe(code);
    await tour.settled();
  }

  /** What is cut, lies over something, sticks out or is too small, by size and language. */
  async function expectPlaces(): Promise<void> {
    const faults: string[] = [];
    for (const code of ['id', 'en'] as const) {
      await tour.page.setViewportSize(LAPTOP);
      await language(code);
      for (const [name, viewport] of SIZES) {
        await tour.page.setViewportSize(viewport);
        await tour.settled();
        const found = await settledFaults(viewport);
        faults.push(...found.map((fault) => `${name}, ${code}: ${fault}`));
      }
    }
    await tour.page.setViewportSize(LAPTOP);
    await language('id');
    expect(faults).toEqual([]);
  }

  /** Faults that stay: labels and legend find their places a moment after a change of size. */
  async function settledFaults(viewport: (typeof SIZES)[number][1]): Promise<readonly string[]> {
    const { page } = tour;
    const [width, height] = LEAST_MAP.get(viewport) ?? [0, 0];
    let faults: readonly string[] = [];
    await expect
      .poll(
        async () => {
          const [over, map] = [await wider(page), await page.evaluate(mapSize)];
          faults = [
            ...(over > 0 ? [`${over} px wider than the screen`] : []),
            ...(map.width < width || map.height < height ? [`map of ${map.width} x ${map.height}`] : []),
            ...(await page.evaluate(overlaps)),
            ...(await page.evaluate(cutTexts)),
            ...(await sizeFaults(viewport)),
          ];
          return faults.length;
        },
        { timeout: ACTION_MS / 5 },
      )
      .toBe(0)
      .catch(() => undefined);
    return faults;
  }

  /** Two lines of sentence where there is room for a laptop's page; where there is a thumb, room for it. */
  async function sizeFaults({ width }: (typeof SIZES)[number][1]): Promise<readonly string[]> {
    if (width <= PHONE.width) return tour.page.evaluate(smallTargets);
    const lines = await tour.page.evaluate(sentenceLines);
    return lines > 2 ? [`a sentence of ${lines} lines`] : [];
  }

  it('has its place where nothing restricts', async () => {
    await expectPlaces();
    expect(await axeFaults(tour.page)).toEqual([]);
  });

  it('has its place with a filter and a comparison', async () => {
    await tour.example(example.wastingDecile);
    await tour.toggle(part.where, 'Alak', 'Oebobo', 'Kelapa Lima', 'Maulafa');
    const offered = (await tour.part(part.against)).getByRole('option');
    await offered.filter({ hasText: words.layers.change.yearAgo }).click();
    await tour.settled();
    await expectPlaces();
    await tour.page.setViewportSize(PHONE);
    expect(await axeFaults(tour.page)).toEqual([]);
    await tour.page.setViewportSize(LAPTOP);
  });

  it('has its place with clusters of what is filtered and compared', async () => {
    await tour.room(rooms.clusters);
    await tour.settled();
    const offered = (await tour.part(part.against)).getByRole('option');
    await offered.filter({ hasText: words.layers.change.yearAgo }).click();
    await tour.settled();
    const faults: string[] = [];
    for (const code of ['id', 'en'] as const) {
      await language(code);
      await tour.page.setViewportSize(SMALL);
      await tour.settled();
      faults.push(...(await settledFaults(SMALL)));
      await tour.page.setViewportSize(LAPTOP);
    }
    await language('id');
    await tour.room(rooms.map);
    expect(faults).toEqual([]);
  });

  it('has its place with a filter and an index, its list complete', async () => {
    await tour.room(rooms.priority);
    await tour.settled();
    await expectPlaces();
    const told = Number(/^\d+/.exec(await tour.said(part.length))?.[0]);
    expect(told).toBeGreaterThan(0);
    await expect.poll(() => tour.page.locator('.priority-rows .priority-row').count()).toBe(told);
    expect(await axeFaults(tour.page)).toEqual([]);
  });

  it('keeps for each room its own question; filters are shared, and Back is the way back', async () => {
    const { page } = tour;
    const index = await tour.title.textContent();
    const who = await tour.said(part.who);
    await tour.room(rooms.map);
    await tour.settled();
    await expect.poll(() => tour.title.textContent()).toContain(words.indicator.wasting.rate);
    const compared = await tour.title.textContent();
    expect(await tour.said(part.who)).toBe(who);
    await tour.clear(part.everyoneAgain, part.everywhereAgain);
    await tour.room(rooms.priority);
    await tour.settled();
    await expect.poll(() => tour.title.textContent()).toBe(index);
    expect(await tour.said(part.who)).toBe(words.units.child.everyone);
    await page.goBack();
    await tour.room(rooms.map);
    await expect.poll(() => tour.title.textContent()).toBe(compared);
    for (const name of [rooms.clusters, rooms.proposal, rooms.data]) {
      await tour.room(name);
      await tour.settled();
      expect([name, ...(await axeFaults(page))]).toEqual([name]);
    }
    await page.goBack();
    await expect.poll(() => page.locator('.shell').getAttribute('data-room')).toBe('proposal');
    await page.goBack();
    await expect.poll(() => page.locator('.shell').getAttribute('data-room')).toBe('clusters');
    await tour.room(rooms.map);
    await tour.settled();
    await expect.poll(() => tour.title.textContent()).toBe(compared);
  });

  it('is accessible with its popovers, menus and lists open', async () => {
    const { page } = tour;
    await tour.room(rooms.map);
    const doors = [part.indicator, part.level, part.period, part.who, part.where, part.against];
    for (const door of [...doors, words.rooms.tools.style, words.rooms.tools.arrangement]) {
      await tour.part(door);
      expect([door, ...(await axeFaults(page))]).toEqual([door]);
      // React Aria's own, for the ear alone: in the page's language.
      expect(
        await page.getByRole('button', { name: words.kit.dismiss, exact: true }).count(),
      ).toBeGreaterThan(0);
      expect(await page.getByRole('button', { name: 'Dismiss', exact: true }).count()).toBe(0);
      // What had the focus may be gone, as when clicks come in a crowd: Escape closes all the same, and leads back.
      await page.evaluate(() => {
        (document.activeElement as HTMLElement | null)?.blur();
        document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
      });
      await page.locator('.part-dialog').waitFor({ state: 'detached' });
      await expect
        .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? ''))
        .toMatch(new RegExp(`^${door}(: |$)`));
    }
    await page.getByRole('button', { name: words.table.columns, exact: true }).click();
    await page.getByRole('menu').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('combobox', { name: words.where.search }).fill('ba');
    await page.getByRole('option').first().waitFor();
    expect(await axeFaults(page, { comboboxOpen: true })).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('combobox', { name: words.where.search }).fill('');
  });

  it('has help by its button, F1 and ?, at the room that is open; nothing behind it changes', async () => {
    const { page } = tour;
    const [title, address] = [await tour.title.textContent(), page.url()];
    const help = page.getByRole('dialog', { name: helpId.heading, exact: true });
    const at = (topic: string) => help.getByRole('heading', { level: 3, name: topic, exact: true });
    await tour.press(words.rooms.bar.help);
    await at(rooms.map).waitFor();
    const doors = help.getByRole('navigation').getByRole('button');
    for (const name of await doors.allTextContents()) {
      await doors.filter({ hasText: name }).click();
      await at(name).waitFor();
      // The pages of the rooms are of one form.
      if (name !== rooms.map && Object.values<string>(rooms).includes(name)) continue;
      expect([name, ...(await axeFaults(page))]).toEqual([name]);
    }
    await doors.filter({ hasText: helpId.terms.name }).click();
    await tour.press(helpId.print);
    const { what, pages } = await tour.printed();
    expect(what).toBe('help');
    expect(pages).toBeGreaterThan(3);
    for (const key of ['Escape', 'F1', '?']) {
      await page.keyboard.press(key);
      await help.waitFor({ state: key === 'F1' ? 'visible' : 'detached' });
    }
    expect([await tour.title.textContent(), page.url()]).toEqual([title, address]);
  });

  it('gives samples that are read when they come back', async () => {
    const { page } = tour;
    const folder = mkdtempSync(join(tmpdir(), 'samples-'));
    const { samples } = helpId;
    await tour.press(words.rooms.bar.help);
    await page.getByRole('button', { name: samples.name, exact: true }).click();
    const taken: string[] = [];
    for (const { name } of [SAMPLE_FILES.posyandu, SAMPLE_FILES.coverage]) {
      const button = page.getByRole('button', { name: samples.fetch(name), exact: true });
      const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
      expect(download.suggestedFilename()).toBe(name);
      taken.push(join(folder, name));
      await download.saveAs(join(folder, name));
    }
    await page.keyboard.press('Escape');
    const office = await openDialog(tour);
    await office.add([taken[0]!]);
    expect(await office.confirm.isEnabled()).toBe(true);
    await office.add([taken[1]!]);
    const asked = office.dialog.getByRole('group').filter({ hasText: SAMPLE_FILES.coverage.name });
    await asked.first().waitFor();
    expect(await office.confirm.isEnabled()).toBe(false);
    await office.cancel();
    await tour.room(rooms.map);
    rmSync(folder, { recursive: true });
  });

  it('is accessible with an area selected, in English, and where files are opened', async () => {
    const { page, ranking } = tour;
    await tour.shut();
    await ranking.locator('tbody tr[aria-rowindex="4"]').click();
    await tour.tab(panels.area);
    await tour.press(words.map.zoomIn);
    const extent = await tour.scale.textContent();
    await language('en');
    await expect.poll(() => tour.title.textContent()).toContain(en.level.village);
    await page.getByRole('button', { name: en.map.zoomIn }).waitFor();
    expect(await tour.scale.textContent()).toBe(extent);
    expect(await axeFaults(page)).toEqual([]);
    await language('id');
    await openDialog(tour);
    expect(await axeFaults(page)).toEqual([]);
  });
});
