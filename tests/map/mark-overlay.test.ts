import { afterEach, expect, it, vi } from 'vitest';
import type { DeckMarks } from '#map/deck-marks.ts';
import { createMarkOverlay } from '#map/mark-overlay.ts';
import type { MapScene } from '#map/scene.ts';

const MAP = {} as Parameters<typeof createMarkOverlay>[0];
const MARKED = { marks: {} } as unknown as MapScene;
const PLAIN = { marks: null } as unknown as MapScene;

afterEach(() => vi.useRealTimers());

it('says that its part is missing, once something is to be marked', async () => {
  const failed: string[] = [];
  const fetchPart = vi.fn().mockRejectedValue(new TypeError('not fetched'));
  const overlay = createMarkOverlay(MAP, (why) => failed.push(why), fetchPart);
  overlay.show(PLAIN);
  expect(fetchPart).not.toHaveBeenCalled();
  overlay.show(MARKED);
  await vi.waitFor(() => expect(failed).toEqual(['part']));
});

it('says nothing where nothing is to be marked any more', async () => {
  const failed: string[] = [];
  const overlay = createMarkOverlay(
    MAP,
    (why) => failed.push(why),
    () => Promise.reject(new Error('late')),
  );
  overlay.show(MARKED);
  overlay.show(PLAIN);
  await Promise.resolve().then(() => Promise.resolve());
  expect(failed).toEqual([]);
});

it('opens anew after each loss, and gives up with a word after the fourth', async () => {
  vi.useFakeTimers();
  const failed: string[] = [];
  let lose = (): void => {};
  const openDeckMarks = vi.fn((_: unknown, onLost: () => void) => {
    lose = onLost;
    return { show: () => {}, point: () => {}, close: () => {} } as unknown as DeckMarks;
  });
  const overlay = createMarkOverlay(
    MAP,
    (why) => failed.push(why),
    async () => ({ openDeckMarks }),
  );
  overlay.show(MARKED);
  for (let times = 1; times <= 4; times++) {
    await vi.advanceTimersByTimeAsync(1_000);
    expect(openDeckMarks).toHaveBeenCalledTimes(times);
    lose();
  }
  expect(failed).toEqual(['context']);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(openDeckMarks).toHaveBeenCalledTimes(4);
});
