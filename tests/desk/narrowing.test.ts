import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ALL_CLASSES } from '#core/cell-selection.ts';
import { narrowedTable } from '#core/narrowed-table.ts';
import { type IdleTime, narrowAtRest } from '#desk/narrowing.ts';
import { createPictureStore } from '#desk/picture-store.ts';
import { openingView } from '#picture/opening-view.ts';
import { createAppStore, setView } from '#state/store.ts';
import { ratedCity } from '#tests/picture/rated-city.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A browser that has time when it is told so. */
function handIdle() {
  let waiting: ((left: () => number) => void) | null = null;
  const idle: IdleTime = {
    whenIdle(work) {
      waiting = work;
      return () => {
        waiting = null;
      };
    },
  };
  const spare = (left: number): boolean => {
    const work = waiting;
    waiting = null;
    work?.(() => left);
    return work !== null;
  };
  return { idle, spare };
}

it('narrows the tables of the question at rest, a little at a time, and of the last one only', () => {
  const store = createAppStore();
  const pictures = createPictureStore(store);
  const { idle, spare } = handIdle();
  narrowAtRest(pictures, idle);
  const atlas = ratedCity();
  const [table] = atlas.dataset?.tables ?? [];
  if (!table) throw new Error('no table');
  const period = openingView(atlas.manifest).period;
  const dimensions = () => narrowedTable(table, period, [ALL_CLASSES])?.dimensions ?? null;
  store.setState({ atlas, view: openingView(atlas.manifest) });
  expect(spare(50)).toBe(false);
  vi.advanceTimersByTime(150);
  setView(store, { indicator: 'wasting' });
  vi.advanceTimersByTime(150);
  expect(spare(50)).toBe(false);
  vi.advanceTimersByTime(100);
  expect(dimensions()).toBeNull();
  // No time left: one step, and then again when there is.
  expect(spare(0)).toBe(true);
  let steps = 0;
  while (spare(0)) steps += 1;
  expect(steps).toBeGreaterThan(0);
  expect(dimensions()).toEqual(['wasting']);
  store.setState({ hovered: 1 });
  vi.advanceTimersByTime(1_000);
  expect(spare(50)).toBe(false);
});
