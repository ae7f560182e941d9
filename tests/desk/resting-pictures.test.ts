import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { SINGLE, type View } from '#core/view.ts';
import { createPictureStore } from '#desk/picture-store.ts';
import { REST_MS } from '#desk/priority-desk.ts';
import { createRestingPictures, movesOnly } from '#desk/resting-pictures.ts';
import { openingView } from '#picture/opening-view.ts';
import { createPainter, type Picture } from '#picture/picture.ts';
import { openingPriority } from '#picture/priority-layer.ts';
import { createAppStore } from '#state/store.ts';
import { ratedCity } from '#tests/picture/rated-city.ts';

const ATLAS = ratedCity();
const CHOICE = openingPriority(['stunting', 'wasting', 'extreme-poverty']);
const VIEW: View = { ...openingView(ATLAS.manifest), question: CHOICE ?? SINGLE };
const paint = createPainter();

function painted(view: View): Picture {
  const picture = paint(ATLAS, view);
  if (!picture) throw new Error('no picture');
  return picture;
}
function weighted(weight: number): View {
  const [first, ...others] = CHOICE?.criteria ?? [];
  if (!CHOICE || !first) throw new Error('no index');
  return { ...VIEW, question: { ...CHOICE, criteria: [{ ...first, weight }, ...others] } };
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

it('tells a weight from anything else', () => {
  const before = painted(weighted(1));
  const selected = ATLAS.territory.villages.areas.slice(0, 1).map(({ code }) => code);
  expect(movesOnly(before, painted(weighted(2)))).toBe(true);
  expect(movesOnly(before, painted({ ...VIEW, selected }))).toBe(false);
  expect(movesOnly(before, painted({ ...VIEW, measure: 'count' }))).toBe(false);
  expect(movesOnly(before, painted({ ...VIEW, question: SINGLE }))).toBe(false);
});

it('follows a weight when it rests, and all else at once', () => {
  const store = createAppStore();
  const pictures = createPictureStore(store);
  const resting = createRestingPictures(pictures);
  const told = vi.fn();
  const end = resting.subscribe(told);
  expect(resting.getState()).toBeNull();

  store.setState({ atlas: ATLAS, view: weighted(1) });
  const first = resting.getState();
  expect(first).toBe(pictures.getState());
  told.mockClear();
  for (const weight of [2, 3, 4]) {
    store.setState({ view: weighted(weight) });
    vi.advanceTimersByTime(REST_MS / 2);
    expect(resting.getState()).toBe(first);
  }
  expect(told).not.toHaveBeenCalled();
  vi.advanceTimersByTime(REST_MS);
  expect(resting.getState()).toBe(pictures.getState());
  expect(resting.getState()).not.toBe(first);
  expect(told).toHaveBeenCalledTimes(1);

  store.setState({ view: weighted(5) });
  store.setState({ view: { ...weighted(5), measure: 'count' } });
  const other = pictures.getState();
  expect(resting.getState()).toBe(other);
  vi.advanceTimersByTime(2 * REST_MS);
  expect(resting.getState()).toBe(other);

  end();
  told.mockClear();
  store.setState({ view: VIEW });
  expect(told).not.toHaveBeenCalled();
});
