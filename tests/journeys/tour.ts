import type { Locator, Page } from 'playwright-core';
import { LONG_FORM } from '#tests/long-form.ts';
import { id as words } from '#words/id.ts';
import type { Visit, VisitOptions } from './browser.ts';
import { type LegendEntry, legendEntries } from './legend-entries.ts';
import { type Printed, printed } from './printing.ts';
import { type RankingLine, rankingLines } from './ranking-lines.ts';
import type { Recorder } from './recorder.ts';
import { readScreenshot, type ScreenPixels } from './screen-pixels.ts';

/** What a reader does with the page, in the page's own words. */
export interface Tour {
  readonly page: Page;
  readonly recorder: Recorder;
  readonly heading: Locator;
  readonly title: Locator;
  readonly ranking: Locator;
  readonly legend: Locator;
  /** The keyboard's way into the map. */
  readonly map: Locator;
  /** What becomes of the reader's doing, in the bar. */
  readonly notice: Locator;
  /** The bar that says how long a distance is, of either map. */
  readonly scale: Locator;
  legendEntries(): Promise<readonly LegendEntry[]>;
  lines(): Promise<readonly RankingLine[]>;
  /** The line of one area, brought onto the screen. */
  line(name: string): Promise<Locator>;
  /** The frame of the map as it is drawn now. */
  mapPixels(): Promise<ScreenPixels>;
  /** Goes to a room by its name, and waits until its panel is there; nothing where it is open already. */
  room(name: string): Promise<void>;
  /** Opens a tab of the room's panel. */
  tab(name: string): Promise<Locator>;
  /** Opens a part of the sentence, or a tool at the map, by what it is about; its popover. */
  part(label: string): Promise<Locator>;
  /** What a part of the sentence says, in full. */
  said(label: string): Promise<string>;
  /** Closes what is open over the page. */
  shut(): Promise<void>;
  /** Opens a part or a tool, presses boxes in it, and closes it. */
  toggle(label: string, ...boxes: readonly string[]): Promise<void>;
  /** Opens a part or a tool, presses a button or a segment in it, and closes it. */
  within(label: string, button: string): Promise<void>;
  /** Presses the way back that a part has, by its name; nothing where nothing is restricted. */
  clear(...ways: readonly string[]): Promise<void>;
  /** Asks an example question. */
  example(question: string): Promise<void>;
  /** All that is said below the sentence, what stands under a press included. */
  facts(): Promise<string>;
  /** How many areas are selected, as the tab of their sheet says. */
  chosen(): Promise<number>;
  check(label: string): Locator;
  press(name: string): Promise<void>;
  /** Picks from the list of a part of the sentence or of a tool, or from one that opens in the panel. */
  choose(list: string, option: string): Promise<void>;
  menu(name: string, item: string): Promise<void>;
  /** Waits until the page asks to print, and prints it. */
  printed(): Promise<Printed>;
  /** Waits until what was done last has been drawn and nothing is dimmed. */
  settled(): Promise<void>;
  /** Waits until the demo's whole dataset is in. */
  ready(): Promise<void>;
  /** The page's address, once it holds what the reader did last: a change is written there after a short rest. */
  link(holds: string): Promise<string>;
  close(): Promise<void>;
}

export interface TourOptions extends VisitOptions {
  /**
   * The map drawn as SVG, unless a journey is about the WebGL map: drawn without a graphics card, that takes most of a
   * journey's time. 'webgl' opens the page as a reader does.
   */
  readonly map?: 'svg' | 'webgl';
  /** A link, instead of the opening view. */
  readonly link?: string;
  /** Where the journey begins: the room Peta, or of a link its own. null: where the page opens. */
  readonly room?: string | null;
  /** Done with the page before it is opened. */
  readonly before?: (page: Page) => Promise<unknown>;
}

/** A long run goes on while the machine does other work. */
const FIRST_MAP_MS = LONG_FORM ? 240_000 : 60_000;

/** Opens the app in a page and waits for the first colored map. */
export async function openTour(visit: Visit, url: string, options: TourOptions = {}): Promise<Tour> {
  const { page, recorder, close } = visit;
  const address = new URL(options.link ?? url);
  if ((options.map ?? 'svg') === 'svg') address.searchParams.set('peta', 'svg');
  await options.before?.(page);
  await page.goto(address.href);
  await marked(page, 'first-map');
  const tour = tourOf(page, recorder, close);
  const { room = options.link === undefined ? words.rooms.names.map : null } = options;
  if (room !== null) await tour.room(room);
  return tour;
}

/** Waits for one of the program's own marks: 'first-map', 'engine-ready'. */
export function marked(page: Page, mark: string): Promise<unknown> {
  return page.waitForFunction((name) => performance.getEntriesByName(name).length > 0, mark, {
    timeout: FIRST_MAP_MS,
  });
}

/** The page's own words for a page that is open already, whether its map could be drawn or not. */
export function tourOf(page: Page, recorder: Recorder, close: () => Promise<void>): Tour {
  const ranking = page.getByRole('grid', { name: words.table.tab });
  const legend = page.getByRole('region', { name: words.legend.heading });
  const sentence = page.locator('.sentence');
  const opened = page.locator('.part-dialog');
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();

  /** The button of a part or tool: its name says what it is about, and most say what of it. */
  const doorOf = (label: string) =>
    page
      .locator('.sentence-parts, .map-tools')
      .getByRole('button', { name: new RegExp(`^${literal(label)}(: |$)`) });

  async function shut(): Promise<void> {
    if ((await opened.count()) > 0) await page.keyboard.press('Escape');
    await opened.waitFor({ state: 'detached' });
  }

  async function part(label: string): Promise<Locator> {
    const dialog = page.getByRole('dialog', { name: label, exact: true });
    if ((await dialog.count()) > 0) return dialog;
    await shut();
    await doorOf(label).click();
    await dialog.waitFor();
    return dialog;
  }

  async function tab(name: string): Promise<Locator> {
    // The sheet's says how many areas are selected.
    const known = new RegExp(`^${literal(name)}( \\(|$)`);
    await page.getByRole('tab', { name: known }).click();
    const panel = page.getByRole('tabpanel', { name: known });
    await panel.waitFor();
    return panel;
  }

  return {
    page,
    recorder,
    close,
    ranking,
    legend,
    heading: sentence,
    title: page.getByRole('heading', { level: 1 }),
    map: page.getByRole('listbox', { name: words.map.map }),
    notice: page.locator('.bar-notice'),
    part,
    tab,
    shut,
    press,
    async room(name) {
      const door = page
        .getByRole('navigation')
        .getByRole('button', { name: new RegExp(`^${literal(name)}( \\d+)?$`) });
      if ((await door.getAttribute('aria-current')) !== 'page') await door.click();
      await page.getByRole('complementary', { name, exact: true }).waitFor();
    },
    async said(label) {
      const name = (await doorOf(label).getAttribute('aria-label')) ?? '';
      return name.slice(label.length + 2);
    },
    async toggle(label, ...boxes) {
      const dialog = await part(label);
      for (const box of boxes) await boxIn(dialog, page, box).first().click();
      await shut();
    },
    async within(label, button) {
      const dialog = await part(label);
      await dialog
        .getByRole('button', { name: button, exact: true })
        .or(dialog.getByRole('radio', { name: button, exact: true }))
        .click();
      await shut();
    },
    async clear(...ways) {
      for (const way of ways) {
        const button = sentence.getByRole('button', { name: way, exact: true });
        if ((await button.count()) > 0) await button.click();
      }
    },
    async example(question) {
      const dialog = await part(words.rooms.sentence.indicator);
      await dialog.getByRole('button', { name: question, exact: true }).click();
      await dialog.waitFor({ state: 'detached' });
    },
    async facts() {
      const more = sentence.getByRole('button', { name: words.rooms.facts.more, exact: true });
      if ((await more.count()) === 0) return (await sentence.locator('.facts-line').textContent()) ?? '';
      await more.click();
      const dialog = page.getByRole('dialog', { name: words.rooms.facts.all });
      const facts = await dialog.getByRole('listitem').allTextContents();
      await shut();
      return facts.join(' · ');
    },
    async chosen() {
      const sheet = page.getByRole('tab', { name: new RegExp(`^${literal(words.rooms.panels.area)}`) });
      return Number(/\((\d+)\)/.exec((await sheet.textContent()) ?? '')?.[1] ?? 0);
    },
    scale: page.locator('.maplibregl-ctrl-scale, .svg-map-scale'),
    legendEntries: () => legendEntries(legend),
    lines: () => rankingLines(ranking),
    line: (name) => findLine(page, ranking, name),
    mapPixels: async () => readScreenshot(await page.locator('.map-frame').screenshot()),
    check: (label) => boxIn(page, page, label),
    async choose(list, option) {
      if ((await opened.count()) === 0 && (await doorOf(list).count()) > 0) await part(list);
      else await page.getByRole('button', { name: new RegExp(`(^| )${literal(list)}$`) }).click();
      // A note may stand below its name.
      await page.getByRole('option', { name: new RegExp(`^${literal(option)}(,|$)`) }).click();
    },
    async menu(name, item) {
      await press(name);
      await page.getByRole('menuitem', { name: item }).click();
    },
    printed: () => printed(page),
    async settled() {
      await drawn(page);
      await page.waitForFunction(
        () => document.querySelector('[aria-busy="true"], .map-frame[data-dimmed]') === null,
        null,
        { timeout: FIRST_MAP_MS },
      );
    },
    ready: async () => void (await marked(page, 'engine-ready')),
    async link(holds) {
      await page.waitForURL((address) => address.hash.includes(holds));
      return page.url();
    },
  };
}

/** Two frames: the first takes up what was done, the second shows it. */
export function drawn(page: Page): Promise<void> {
  return page.evaluate(
    () => new Promise<void>((done) => void requestAnimationFrame(() => requestAnimationFrame(() => done()))),
  );
}

/** A text as it is, in a pattern; a space of any kind for a space. */
function literal(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(/\s/g, '\\s');
}

/** A box by the words beside it, its count left out. */
function boxIn(place: Pick<Page, 'locator'>, page: Page, label: string): Locator {
  return place.locator('label.check').filter({ has: page.getByText(label, { exact: true }) });
}

/** Searches as a reader would, so that the line is on the screen however long the table is. */
async function findLine(page: Page, ranking: Locator, name: string): Promise<Locator> {
  await page.getByRole('searchbox', { name: words.table.search }).fill(name);
  const line = ranking.locator('tbody tr').filter({ has: page.getByText(name, { exact: true }) });
  await line.first().waitFor();
  return line.first();
}
