import { describe, expect, it } from 'vitest';
import { LONG_FORM } from '#tests/long-form.ts';
import { graphicsContextsAlive, keepGraphicsContexts } from './graphics-contexts.ts';
import { openHouse } from './house.ts';
import type { Tour } from './tour.ts';

const LONG_MS = 15 * 60_000;
const ACTIONS_A_ROUND = 25;
/** `SOAK_SEED=…` repeats a run. */
const SEED = Number(process.env.SOAK_SEED ?? (LONG_FORM ? Date.now() % 1e9 : 20_261_130));
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

/** Presses something that can be pressed, or a key; what it was. */
async function act({ page }: Tour, below: (n: number) => number): Promise<string> {
  const key = KEYS[below(KEYS.length * 5)];
  if (key !== undefined) {
    await page.keyboard.press(key);
    return key;
  }
  const pick = below(1_000_000);
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
      return one?.getAttribute('aria-label') ?? one?.textContent ?? 'nothing';
    },
    [WITHIN, LEFT_ALONE.source, pick] as const,
  );
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

describe('random use', () => {
  const house = openHouse();

  it(
    'leaves a page that is what its own link says, without a complaint, and takes no more and more',
    async () => {
      const below = chance(SEED);
      const tour = await house.open({ before: keepGraphicsContexts });
      await tour.ready();
      const devtools = await tour.page.context().newCDPSession(tour.page);
      const heap: number[] = [];
      const until = Date.now() + (LONG_FORM ? LONG_MS : 0);
      do {
        const done: string[] = [];
        for (let k = 0; k < ACTIONS_A_ROUND; k++) done.push(await act(tour, below));
        expect(done.filter((one) => one === 'nothing').length).toBeLessThan(ACTIONS_A_ROUND / 5);
        await tour.shut();
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
        await devtools.send('HeapProfiler.collectGarbage');
        heap.push((await devtools.send('Runtime.getHeapUsage')).usedSize / 1e6);
      } while (Date.now() < until);
      if (!LONG_FORM) return;
      // Of the second half: caches fill at first.
      const late = heap.slice(Math.floor(heap.length / 2));
      const mean = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;
      const [atMean, heapMean] = [(late.length - 1) / 2, mean(late)];
      const slope =
        late.reduce((sum, one, at) => sum + (at - atMean) * (one - heapMean), 0) /
        late.reduce((sum, _, at) => sum + (at - atMean) ** 2, 0);
      expect((slope / ACTIONS_A_ROUND) * 100).toBeLessThan(1);
    },
    20 * 60_000,
  );
});
