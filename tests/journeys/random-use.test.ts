import { mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { CDPSession } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { LONG_FORM } from '#tests/long-form.ts';
import { id as words } from '#words/id.ts';
import { graphicsContextsAlive, keepGraphicsContexts } from './graphics-contexts.ts';
import { openHouse } from './house.ts';
import { drawn, type Tour } from './tour.ts';

const LONG_MS = 15 * 60_000;
const ACTIONS_A_ROUND = 25;
/** `SOAK_SEED=…` repeats a run. */
const SEED = Number(process.env.SOAK_SEED ?? (LONG_FORM ? Date.now() % 1e9 : 20_261_130));
const FIGURES = resolve(import.meta.dirname, '../../test-results');
/** Ways out of the page, to other data or to another window; what a link does not hold. */
const LEFT_ALONE =
  /Hapus|Cetak|Unduh|Ekspor|Buka|Simpan|Presentasi|Bantuan|tautan|Tampilan|Contoh|contoh|Pelajari|Coba lagi|Usulan|usulan|Berdampingan|Geser|Banyak peta|^English$|^EN$|\?/;
const WITHIN = '.bar nav, .sentence, .map-tools, .legend, .side [role="tablist"], [role="dialog"]';
const KEYS = ['Escape', 'Control+z', 'Control+Shift+z'];

/** Mulberry32: the same choices for the same seed. */
function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

/** Presses something that can be pressed, or a key; what it was. A dialog with nothing but ways out is closed. */
async function act(tour: Tour, below: (n: number) => number): Promise<string> {
  const key = KEYS[below(KEYS.length * 5)];
  if (key === undefined) {
    const pressed = await pressOne(tour, below(1_000_000));
    if (pressed !== null) return pressed;
    await tour.page.keyboard.press('Escape');
    return (await pressOne(tour, below(1_000_000))) ?? 'nothing';
  }
  await tour.page.keyboard.press(key);
  return key;
}

function pressOne({ page }: Tour, pick: number): Promise<string | null> {
  return page.evaluate(
    ([where, not, at]) => {
      const found = [
        ...document.querySelectorAll<HTMLElement>('button, [role="option"], [role="tab"], label'),
      ].filter(
        (one) =>
          one.closest(where) !== null &&
          one.checkVisibility() &&
          one.closest('[inert], [aria-hidden="true"], [aria-disabled="true"], :disabled') === null &&
          !new RegExp(not).test(`${one.getAttribute('aria-label') ?? ''} ${one.textContent ?? ''}`),
      );
      const one = found[at % Math.max(found.length, 1)];
      one?.click();
      return one === undefined ? null : (one.getAttribute('aria-label') ?? one.textContent ?? '');
    },
    [WITHIN, LEFT_ALONE.source, pick] as const,
  );
}

/** Escape closes what lies uppermost: a list, then the dialog in which it opened. */
async function shutAll({ page }: Tour): Promise<void> {
  const open = page.locator('.part-dialog, [role="dialog"], [role="listbox"][data-rac]:not(.map-frame *)');
  for (let time = 0; time < 4 && (await open.count()) > 0; time++) {
    await page.keyboard.press('Escape');
    await drawn(page);
  }
  await page.locator('.part-dialog').waitFor({ state: 'detached' });
}

/** What the page says of its question. */
async function screen(tour: Tour): Promise<readonly (string | null)[]> {
  const room = tour.page.getByRole('navigation').locator('[aria-current="page"]');
  return [
    await tour.title.textContent(),
    await tour.heading.locator('.sentence-parts').textContent(),
    (await tour.legend.count()) > 0 ? await tour.legend.textContent() : null,
    await room.textContent(),
  ];
}

/** The page's address once it no longer changes: it is written a third of a second after what was done. */
async function restingLink({ page }: Tour): Promise<string> {
  let before = '';
  await expect
    .poll(
      () => {
        const same = page.url() === before;
        before = page.url();
        return same;
      },
      { interval: 700, timeout: 10_000 },
    )
    .toBe(true);
  return before;
}

/** What a page takes of the machine, garbage collected, wherever the walk has led: brought back to one place first. */
interface Taken {
  readonly actions: number;
  readonly heapMB: number;
  readonly nodes: number;
  readonly listeners: number;
  readonly workers: number;
  readonly contexts: number;
}

async function taken(tour: Tour, devtools: CDPSession, place: string, actions: number): Promise<Taken> {
  await tour.page.evaluate((hash) => {
    location.hash = hash;
  }, new URL(place).hash);
  // A tab is no part of a link, and a chart has listeners by the hundred.
  await tour.tab(words.rooms.panels.ranking);
  await tour.settled();
  // What is given up by finalizers goes with the next collection.
  for (let time = 0; time < 3; time++) await devtools.send('HeapProfiler.collectGarbage');
  const { usedSize } = await devtools.send('Runtime.getHeapUsage');
  const { nodes, jsEventListeners } = await devtools.send('Memory.getDOMCounters');
  const workers = () => navigator.locks.query().then(({ held = [] }) => held.length);
  return {
    actions,
    heapMB: usedSize / 1e6,
    nodes,
    listeners: jsEventListeners,
    workers: await tour.page.evaluate(workers),
    contexts: await graphicsContextsAlive(tour.page),
  };
}

/** The figures so far, beside the reports of the tests. */
function note(row: readonly Taken[]): void {
  mkdirSync(FIGURES, { recursive: true });
  writeFileSync(resolve(FIGURES, `random-use-${SEED}.json`), JSON.stringify(row, null, 1));
}

/** By how much a row of numbers grows with each hundred actions: least squares. */
function slopeOf(row: readonly Taken[], of: (one: Taken) => number): number {
  const mean = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;
  const [atMean, valueMean] = [mean(row.map(({ actions }) => actions)), mean(row.map(of))];
  const along = row.reduce((sum, one) => sum + (one.actions - atMean) * (of(one) - valueMean), 0);
  return (100 * along) / row.reduce((sum, { actions }) => sum + (actions - atMean) ** 2, 0);
}

describe('random use', () => {
  const house = openHouse();

  it(
    'leaves a page that is what its own link says, without a complaint, and takes no more and more',
    async () => {
      const below = chance(SEED);
      const tour = await house.open({ map: LONG_FORM ? 'webgl' : 'svg', before: keepGraphicsContexts });
      await tour.ready();
      const place = await restingLink(tour);
      const devtools = await tour.page.context().newCDPSession(tour.page);
      const row: Taken[] = [];
      const until = Date.now() + (LONG_FORM ? LONG_MS : 0);
      do {
        const done: string[] = [];
        for (let k = 0; k < ACTIONS_A_ROUND; k++) done.push(await act(tour, below));
        expect(done.filter((one) => one === 'nothing').length).toBeLessThan(ACTIONS_A_ROUND / 5);
        await shutAll(tour);
        await tour.settled();
        const told = `seed ${SEED}: ${done.join(' · ')}`;
        const fresh = await house.open({ link: await restingLink(tour) });
        await fresh.ready();
        await fresh.settled();
        await expect
          .poll(async () => [told, ...(await screen(fresh))])
          .toEqual([told, ...(await screen(tour))]);
        await fresh.close();
        tour.recorder.expectClean();
        expect(await graphicsContextsAlive(tour.page)).toBeLessThanOrEqual(2);
        if (LONG_FORM) {
          row.push(await taken(tour, devtools, place, (row.length + 1) * ACTIONS_A_ROUND));
          note(row);
        }
      } while (Date.now() < until);
      if (!LONG_FORM) return;
      // Of the second half: caches fill at first.
      const late = row.slice(Math.floor(row.length / 2));
      expect(slopeOf(late, ({ heapMB }) => heapMB)).toBeLessThan(1);
      // As many at the end as in the middle, give or take what a panel has.
      expect(slopeOf(late, ({ listeners }) => listeners)).toBeLessThan(20);
      expect(Math.max(...late.map(({ contexts }) => contexts))).toBeLessThanOrEqual(2);
      expect(Math.max(...late.map(({ workers }) => workers))).toBeLessThanOrEqual(5);
    },
    20 * 60_000,
  );
});
