import type { Locator, Page } from 'playwright-core';
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
  readonly period: Locator;
  /** The bar that says how long a distance is, of either map. */
  readonly scale: Locator;
  legendEntries(): Promise<readonly LegendEntry[]>;
  lines(): Promise<readonly RankingLine[]>;
  /** The line of one area, brought onto the screen. */
  line(name: string): Promise<Locator>;
  /** The frame of the map as it is drawn now. */
  mapPixels(): Promise<ScreenPixels>;
  check(label: string): Locator;
  press(name: string): Promise<void>;
  /** Picks from a list that opens. */
  choose(list: string, option: string): Promise<void>;
  menu(name: string, item: string): Promise<void>;
  /** Waits until the page asks to print, and prints it. */
  printed(): Promise<Printed>;
  /** Waits until what was done last has been drawn and nothing is dimmed. */
  settled(): Promise<void>;
  /** Waits until the demo's whole dataset is in. */
  ready(): Promise<void>;
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
  /** Done with the page before it is opened. */
  readonly before?: (page: Page) => Promise<unknown>;
}

const FIRST_MAP_MS = 60_000;

/** Opens the app in a page and waits for the first colored map. */
export async function openTour(visit: Visit, url: string, options: TourOptions = {}): Promise<Tour> {
  const { page, recorder, close } = visit;
  const address = new URL(options.link ?? url);
  if ((options.map ?? 'svg') === 'svg') address.searchParams.set('peta', 'svg');
  await options.before?.(page);
  await page.goto(address.href);
  await marked(page, 'first-map');
  return tourOf(page, recorder, close);
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
  return {
    page,
    recorder,
    close,
    ranking,
    legend,
    heading: page.locator('.sentence'),
    title: page.getByRole('heading', { level: 1 }),
    map: page.getByRole('listbox', { name: words.map.map }),
    period: page.getByRole('group', { name: words.period.label }),
    scale: page.locator('.maplibregl-ctrl-scale, .svg-map-scale'),
    legendEntries: () => legendEntries(legend),
    lines: () => rankingLines(ranking),
    line: (name) => findLine(page, ranking, name),
    mapPixels: async () => readScreenshot(await page.locator('.map-frame').screenshot()),
    check: (label) => page.locator('label.check').filter({ has: page.getByText(label, { exact: true }) }),
    press: (name) => page.getByRole('button', { name, exact: true }).click(),
    async choose(list, option) {
      await page.getByRole('button', { name: list }).click();
      await page.getByRole('option', { name: option, exact: true }).click();
    },
    async menu(name, item) {
      await page.getByRole('button', { name, exact: true }).click();
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
  };
}

/** Two frames: the first takes up what was done, the second shows it. */
export function drawn(page: Page): Promise<void> {
  return page.evaluate(
    () => new Promise<void>((done) => void requestAnimationFrame(() => requestAnimationFrame(() => done()))),
  );
}

/** Searches as a reader would, so that the line is on the screen however long the table is. */
async function findLine(page: Page, ranking: Locator, name: string): Promise<Locator> {
  await page.getByRole('searchbox', { name: words.table.search }).fill(name);
  const line = ranking.locator('tbody tr').filter({ has: page.getByText(name, { exact: true }) });
  await line.first().waitFor();
  return line.first();
}
