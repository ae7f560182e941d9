import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { en } from '#words/en.ts';
import { helpId } from '#words/help-id.ts';
import { id as words } from '#words/id.ts';
import { axeFaults, LAPTOP } from './browser.ts';
import { openHouse } from './house.ts';
import { recordPage } from './recorder.ts';
import { marked, type Tour, tourOf } from './tour.ts';

const PROJECTOR = { width: 1024, height: 768 };

/**
 * The smallest text, in CSS px, that stands on the page in a presentation: of the list, which gives way until all of it
 * is seen, and of all else apart from the map's own.
 */
function smallestText(tour: Tour): Promise<{ readonly list: number; readonly rest: number }> {
  return tour.page.evaluate(() => {
    const smallest = { list: Number.POSITIVE_INFINITY, rest: Number.POSITIVE_INFINITY };
    for (const element of document.querySelectorAll<HTMLElement>('.shell *')) {
      const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim());
      if (!own || !element.checkVisibility() || element.closest('.visually-hidden, .map-frame')) continue;
      const place = element.closest('.talk-list') ? 'list' : 'rest';
      smallest[place] = Math.min(smallest[place], Number.parseFloat(getComputedStyle(element).fontSize));
    }
    return smallest;
  });
}

async function save(tour: Tour, title: string): Promise<void> {
  await tour.press(words.saved.button);
  await tour.page.getByRole('textbox', { name: words.saved.title, exact: true }).fill(title);
  await tour.press(words.saved.save);
  await tour.page.keyboard.press('Escape');
}

/** Several whole visits in one journey, on a machine that may have more to do. */
const LONG_MS = 300_000;

describe('a meeting with a projector', { timeout: LONG_MS }, () => {
  const house = openHouse();
  let tour: Tour;
  beforeAll(async () => {
    tour = await house.open({ viewport: PROJECTOR });
    await tour.ready();
  });
  afterEach(() => tour.recorder.expectClean());

  it('prepares views, shows them by clicker in large type, and leaves as it came', async () => {
    const { page } = tour;
    await save(tour, 'Pembuka');
    await tour.example(words.rooms.example.wastingDecile);
    await tour.settled();
    await save(tour, 'Wasting dan desil 1');

    await tour.press(words.presentation.start);
    const end = page.getByRole('button', { name: words.presentation.end, exact: true });
    await end.waitFor();
    const rows = page.getByRole('table').locator('tbody tr');
    await expect.poll(() => rows.count()).toBe(10);
    const { list, rest } = await smallestText(tour);
    expect(rest).toBeGreaterThanOrEqual(24);
    expect(list).toBeGreaterThanOrEqual(14);
    expect(await tour.scale.evaluate((element) => getComputedStyle(element).fontSize)).toBe('24px');
    const widths = await tour.scale.evaluate((element) => [
      element.getBoundingClientRect().width,
      Number.parseFloat((element as HTMLElement).style.width),
    ]);
    expect(widths[0]).toBeCloseTo(widths[1] ?? Number.NaN, 1);
    const below = async () => (await rows.last().boundingBox()) ?? { y: Number.NaN, height: 0 };
    const legend = (await tour.legend.boundingBox())?.y ?? Number.NaN;
    await expect.poll(async () => (await below()).y + (await below()).height).toBeLessThanOrEqual(legend);
    expect(await axeFaults(page)).toEqual([]);
    const place = page.getByRole('status', { name: words.presentation.saved });
    await expect.poll(() => place.textContent()).toBe('1/2 Pembuka');
    await page.keyboard.press('?');
    const help = page.getByRole('dialog', { name: helpId.heading, exact: true });
    await help.getByRole('heading', { level: 3, name: words.presentation.label, exact: true }).waitFor();
    await page.keyboard.press('PageDown');
    await page.keyboard.press('Escape');
    await help.waitFor({ state: 'detached' });
    expect(await place.textContent()).toBe('1/2 Pembuka');
    await page.keyboard.press('PageDown');
    await expect.poll(() => place.textContent()).toBe('2/2 Wasting dan desil 1');
    await page.keyboard.press('PageUp');
    await expect.poll(() => place.textContent()).toBe('1/2 Pembuka');
    await expect.poll(() => tour.title.textContent()).toContain(words.indicator.stunting.rate);
    const period = await tour.title.textContent();
    await tour.press(words.period.previous);
    await expect.poll(() => tour.title.textContent()).not.toBe(period);

    const overflow = () =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(await overflow()).toBeLessThanOrEqual(0);
    await page.keyboard.press('Escape');
    await end.waitFor({ state: 'detached' });
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
      .toBe(words.presentation.start);
  });

  it('shows the map in grey, and in its own colors again', async () => {
    await tour.page.setViewportSize(LAPTOP);
    await tour.press(words.presentation.start);
    const check = tour.page.getByRole('button', { name: new RegExp(`^${words.presentation.vision}:`) });
    await check.click();
    await expect.poll(() => check.textContent()).toContain(words.presentation.visions.grey);
    await expect.poll(() => colorfulShare(tour)).toBe(0);
    for (let k = 0; k < 4; k++) await check.click();
    await expect.poll(() => check.textContent()).toContain(words.presentation.visions.normal);
    await expect.poll(() => colorfulShare(tour)).toBeGreaterThan(0.1);
    await tour.page.keyboard.press('Escape');
  });

  it('goes on from a link, with Back, undo and redo, and in the language left', async () => {
    const { page } = tour;
    const opening = await tour.title.textContent();
    await tour.example(words.rooms.example.wastingDecile);
    await tour.settled();
    const link = await tour.link(';poverty=1;');
    const shown = await tour.heading.textContent();
    await page.goBack();
    await expect.poll(() => tour.title.textContent()).toBe(opening);
    await page.goForward();
    await expect.poll(() => tour.heading.textContent()).toBe(shown);
    await page.keyboard.press('Control+z');
    await expect.poll(() => tour.heading.textContent()).not.toBe(shown);
    await page.keyboard.press('Control+Shift+z');
    await expect.poll(() => tour.heading.textContent()).toBe(shown);

    await tour.press(en.language.name);
    await expect.poll(() => page.evaluate(() => document.documentElement.lang)).toBe('en');
    await page.goto('about:blank');
    await page.goto(link);
    await tour.ready();
    await expect.poll(() => page.title()).toContain(en.app.name);
    await expect.poll(() => tour.heading.textContent()).toContain('decile 1');
    expect(await axeFaults(page)).toEqual([]);
    await tour.press(en.language.otherName);
    await expect.poll(() => page.evaluate(() => document.documentElement.lang)).toBe('id');
  });

  it('in two windows is one desk: what is kept is in both, and wiped in both', async () => {
    const { page } = tour;
    await save(tour, 'Satu');
    await tour.press(words.saved.button);
    await tour.check(words.saved.keep).click();
    await page.keyboard.press('Escape');
    const other = await page.context().newPage();
    const recorder = await recordPage(other, new URL(house.url).origin);
    await other.goto(`${house.url}?peta=svg`);
    await marked(other, 'engine-ready');
    const second = tourOf(other, recorder, () => other.close());
    await save(tour, 'Dua');
    await save(second, 'Tiga');
    const listed = async (window: Tour) => {
      await window.press(words.saved.button);
      const titles = window.page.locator('.saved-views .saved-title');
      await expect.poll(() => titles.allTextContents()).toEqual(['Satu', 'Dua', 'Tiga']);
      await window.page.keyboard.press('Escape');
    };
    await listed(tour);
    await listed(second);

    await tour.room(words.rooms.names.data);
    await page.getByRole('button', { name: new RegExp(`^${words.rooms.data.open}: `) }).click();
    await tour.press(words.rooms.data.wipe);
    await tour.press(words.keeping.wipe.all);
    await page.getByText(words.data.wiped).waitFor();
    await other.getByText(words.keeping.notices['wiped-elsewhere']).waitFor();
    for (const window of [tour, second]) {
      await window.press(words.saved.button);
      await window.page.getByText(words.saved.none).waitFor();
      await window.page.keyboard.press('Escape');
      expect(await window.page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
    }
    recorder.expectClean();
    await other.close();
  });
});

/** Share of the map's pixels whose channels differ clearly. */
async function colorfulShare(tour: Tour): Promise<number> {
  let colorful = 0;
  let all = 0;
  for (const [color, pixels] of (await tour.mapPixels()).counts()) {
    const channels = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
    all += pixels;
    if (Math.max(...channels) - Math.min(...channels) > 24) colorful += pixels;
  }
  return colorful / all;
}
