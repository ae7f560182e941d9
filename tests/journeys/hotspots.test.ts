import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { RING_COLORS } from '#picture/hotspot-look.ts';
import { en } from '#words/en.ts';
import { id as words } from '#words/id.ts';
import { axeFaults } from './browser.ts';
import { type HotspotPanel, hotspotPanel } from './hotspot-panel.ts';
import { openHouse } from './house.ts';
import { colorsOnMap } from './map-truth.ts';
import type { Tour } from './tour.ts';

const say = words.hotspots;
const NEAREST = say.neighbors.nearest('6');
const { panels, sentence: part } = words.rooms;
/** A ring round the smallest kelurahan has more pixels of its color than this, and no letter or edge as many. */
const RING_PIXELS = 100;

describe('clusters, and why they are believed', () => {
  const house = openHouse();
  let tour: Tour;
  let panel: HotspotPanel;
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'hotspots-'));
    tour = await house.open();
    panel = hotspotPanel(tour);
    await tour.ready();
    await tour.settled();
  });
  afterEach(() => tour.recorder.expectClean());
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** Pixels of the rings on the map, the legend's own left out. */
  async function ringed(color: string): Promise<number> {
    return (await colorsOnMap(tour)).get(color) ?? 0;
  }

  /** Areas that stand out: in the legend, by pattern. */
  async function counted(): Promise<Readonly<Record<string, number>>> {
    const texts = await panel.legend.getByRole('button').allTextContents();
    return Object.fromEntries(
      texts.map((text) => [text.replace(/\d+$/, ''), Number(/\d+$/.exec(text)?.[0])]),
    );
  }

  async function selected(): Promise<readonly string[]> {
    await tour.tab(panels.whole);
    const names = (await tour.lines()).filter((line) => line.selected).map(({ name }) => name);
    await panel.open();
    return names.sort();
  }

  /** A second indicator over the first, in the part that names it. */
  async function overlay(indicator: string): Promise<void> {
    await tour.part(part.indicator);
    await panel.pick(words.layers.overlay.label, indicator);
    await tour.shut();
    await tour.settled();
  }

  it('finds them, draws them, says them, and each line selects its areas', async () => {
    expect(await ringed(RING_COLORS['high-high'])).toBe(0);
    await panel.open();
    await panel.found();
    expect(await tour.said(part.clusters)).toBe('Kantong tinggi dan rendah');
    // Not sought any more, and the room says what it is for.
    await tour.clear(`${say.label}: ${say.none}`);
    await panel.tab.getByText(say.invite).waitFor();
    await expect.poll(() => ringed(RING_COLORS['high-high'])).toBe(0);
    expect(await axeFaults(tour.page)).toEqual([]);
    await tour.press(say.find);
    await panel.found();
    await expect.poll(() => ringed(RING_COLORS['high-high'])).toBeGreaterThan(RING_PIXELS);
    await expect.poll(() => ringed(RING_COLORS['low-low'])).toBeGreaterThan(RING_PIXELS);

    const [first] = await panel.lines.allTextContents();
    const [, count, members] =
      /^(\d+) kelurahan bertetangga di .* membentuk kantong stunting tinggi \(FDR 5\s%\)\.(.*)$/.exec(
        first ?? '',
      ) ?? [];
    const names = (members ?? '').split(/, | dan /).sort();
    expect(names).toHaveLength(Number(count));
    await panel.lines.first().click();
    expect(await selected()).toEqual(names);

    const patterns = await counted();
    expect(patterns[say.patterns['high-high']]).toBeGreaterThanOrEqual(names.length);
    const low = panel.legend.getByRole('button', { name: say.patterns['low-low'] });
    await low.click();
    expect(await selected()).toHaveLength(patterns[say.patterns['low-low']] ?? Number.NaN);
    expect(await axeFaults(tour.page)).toEqual([]);
  });

  it('says how sure they are, and a command of the file gives the same', async () => {
    expect(await panel.sure(say.sure.used)).toBe('51 dari 51');
    expect(await panel.sure(say.sure.rule)).toContain(say.neighbors.queen);
    expect(await panel.sure(say.sure.permutations)).toContain('99.999');
    expect(await panel.sure(say.sure.seed)).toMatch(/^\d+$/);
    expect(await panel.sure(say.sure.correction)).toBe(say.sure.correctionFdr);
    expect(await panel.sure(say.sure.islands)).toBe(say.sure.noIslands);
    expect(await panel.sure(say.sure.district)).toContain('6 kecamatan');
    await expect.poll(() => panel.sure(say.sure.stability)).toMatch(/^6 terdekat: \d+ dari 11/);
    expect(await panel.repeated(folder)).toEqual({ same: 51, others: [] });
  });

  it('computes them anew under other neighbors, and the same again', async () => {
    await panel.openSettings();
    await panel.pick(say.neighbors.label, NEAREST);
    await panel.found();
    expect(await panel.sure(say.sure.rule)).toBe(`${NEAREST}; ${say.sure.average('6', '6', '6')}`);
    expect(await panel.legend.textContent()).toContain(say.legend('stunting', NEAREST));
    expect(await panel.repeated(folder)).toEqual({ same: 51, others: [] });
  });

  it('links and cuts by hand, and takes it back', async () => {
    await panel.openSettings();
    await panel.pick(say.neighbors.label, say.neighbors.queen);
    await panel.found();
    const { neighbors, features, about } = await panel.receipt(folder);
    expect([about.mark, about.title]).toEqual([words.tier.example, await tour.title.textContent()]);
    const nameOf = (index: number) => String(features[index]?.properties.name);
    const near = neighbors[0]?.[0] ?? -1;
    const isLinked = async () => {
      const now = (await panel.receipt(folder)).neighbors;
      return [now[0]?.includes(near), now[near]?.includes(0)];
    };
    await tour.tab(panels.whole);
    await (await tour.line(nameOf(0))).click();
    await (await tour.line(nameOf(near))).click({ modifiers: ['Shift'] });
    await tour.page.getByRole('searchbox', { name: words.table.search }).fill('');
    await panel.open();
    await panel.openSettings();
    await tour.check(say.links).click();
    await tour.press(say.edits.cut);
    await panel.found();
    expect(await isLinked()).toEqual([false, false]);
    expect(await axeFaults(tour.page)).toEqual([]);
    expect(await panel.repeated(folder)).toEqual({ same: 51, others: [] });

    await tour.press(say.edits.add);
    await panel.found();
    expect(await isLinked()).toEqual([true, true]);
    await tour.press(words.history.undo);
    await panel.found();
    expect(await isLinked()).toEqual([false, false]);
    await tour.page
      .getByRole('button', { name: `${say.edits.undo}: ${nameOf(0)} – ${nameOf(near)}` })
      .click();
    await panel.found();
    expect((await panel.receipt(folder)).neighbors).toEqual(neighbors);
    await tour.check(say.links).click();
  });

  it('are the same in another window by the address, and in English', async () => {
    await panel.seek(say.methods['hot-cold']);
    await panel.found();
    const told = [await panel.lines.allTextContents(), await counted()];
    const other = await house.open({ link: await tour.link(';hot=hot-cold') });
    const same = hotspotPanel(other);
    await other.ready();
    await same.open();
    await same.found();
    await expect
      .poll(async () => {
        const texts = await same.legend.getByRole('button').allTextContents();
        return [await same.lines.allTextContents(), texts.length];
      })
      .toEqual([told[0], Object.keys(told[1]!).length]);
    await other.press(en.language.name);
    const english = other.page.getByRole('tabpanel', { name: en.rooms.panels.clusters, exact: true });
    await english.getByText(en.hotspots.sure.heading).waitFor();
    await expect
      .poll(() => english.locator('.hotspot-lines').textContent())
      .toMatch(/hot spot of stunting \(FDR 5%\)/);
    expect(await axeFaults(other.page)).toEqual([]);
    other.recorder.expectClean();
    await other.close();
  });

  it('are hot and cold spots, and places where two problems are high, by the same command', async () => {
    expect(Object.keys(await counted())).toEqual([say.patterns.hot, say.patterns.cold]);
    expect(await panel.repeated(folder)).toEqual({ same: 51, others: [] });
    await overlay(words.indicator['extreme-poverty'].short);
    await panel.seek(say.methods['co-location']);
    await panel.found();
    expect(Object.keys(await counted())).toEqual([say.patterns['both-high']]);
    expect(await panel.sure(say.sure.permutations)).toBe(say.sure.exact);
    expect(await panel.repeated(folder)).toEqual({ same: 51, others: [] });
    await overlay(words.layers.overlay.none);
    await panel.tab.getByText(say.needsOverlay).waitFor();
    await expect.poll(() => ringed(RING_COLORS['both-high'])).toBe(0);
  });

  it('are not looked for among too few', async () => {
    await panel.seek(say.methods.clusters);
    await tour.choose(part.level, words.level.district);
    await panel.tab.getByText(say.tooFew('6', '20', words.level.district)).waitFor();
    await expect.poll(() => panel.legend.textContent()).toContain(say.nothing);
    await tour.choose(part.level, words.level.village);
    await panel.found();
    await tour.toggle(part.where, 'Alak');
    await panel.tab.getByText(say.tooFew('12', '20', words.level.village)).waitFor();
    await expect.poll(() => ringed(RING_COLORS['high-high'])).toBe(0);
    await tour.clear(part.everywhereAgain);
    await panel.found();
    expect((await counted())[say.patterns['high-high']]).toBeGreaterThan(0);
  });

  it('can be stopped, and asked for again', async () => {
    await panel.openSettings();
    await panel.pick(say.permutations, '999.999');
    await tour.press(say.cancel);
    await panel.tab.getByText(say.canceled).waitFor();
    await expect.poll(() => ringed(RING_COLORS['high-high'])).toBe(0);
    // The legend offers the same.
    await panel.tab.getByRole('button', { name: say.again, exact: true }).click();
    await panel.found();
    await expect.poll(() => panel.sure(say.sure.permutations)).toContain('999.999');
    await expect.poll(async () => (await counted())[say.patterns['high-high']]).toBeGreaterThan(0);
  });
});
