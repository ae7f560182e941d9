// @vitest-environment jsdom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { movesOnly, useRested, useStill } from '#app/rested.ts';
import { SINGLE, type View } from '#core/view.ts';
import { REST_MS } from '#desk/priority-desk.ts';
import { openingView } from '#picture/opening-view.ts';
import { createPainter, type Picture } from '#picture/picture.ts';
import { openingPriority } from '#picture/priority-layer.ts';
import { ratedCity } from '#tests/picture/rated-city.ts';

const ATLAS = ratedCity();
const CHOICE = openingPriority(['stunting', 'wasting', 'extreme-poverty']);
const VIEW: View = { ...openingView(ATLAS.manifest), question: CHOICE ?? SINGLE };
const paint = createPainter();

function painted(view: Partial<View> = {}): Picture {
  const picture = paint(ATLAS, { ...VIEW, ...view });
  if (!picture) throw new Error('no picture');
  return picture;
}
function weighted(weight: number): Picture {
  const [first, ...others] = CHOICE?.criteria ?? [];
  if (!CHOICE || !first) throw new Error('no index');
  return painted({ question: { ...CHOICE, criteria: [{ ...first, weight }, ...others] } });
}

const shown: { rested: Picture | null; still: Picture | null } = { rested: null, still: null };
function Panel({ picture }: { readonly picture: Picture }) {
  shown.rested = useRested(picture);
  shown.still = useStill(picture);
  return null;
}

vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

it('tells a weight from anything else', () => {
  const before = weighted(1);
  expect(movesOnly(before, weighted(2))).toBe(true);
  expect(
    movesOnly(
      before,
      painted({ selected: ATLAS.territory.villages.areas.slice(0, 1).map(({ code }) => code) }),
    ),
  ).toBe(false);
  expect(movesOnly(before, painted({ measure: 'count' }))).toBe(false);
  expect(movesOnly(before, painted({ question: SINGLE }))).toBe(false);
});

it('follows a weight when it rests, all else at once, and what shows no weight not at all', () => {
  const root = createRoot(document.createElement('div'));
  const show = (picture: Picture) => act(() => root.render(<Panel picture={picture} />));
  const wait = (ms: number) => act(() => vi.advanceTimersByTime(ms));

  const first = weighted(1);
  show(first);
  const moves = [2, 3, 4].map(weighted);
  for (const move of moves) {
    show(move);
    expect(shown.rested).toBe(first);
    wait(REST_MS / 2);
  }
  wait(REST_MS);
  expect(shown.rested).toBe(moves.at(-1));
  expect(shown.still).toBe(first);

  show(weighted(5));
  const other = painted({ measure: 'count' });
  show(other);
  expect(shown.rested).toBe(other);
  expect(shown.still).toBe(other);
  wait(1_000);
  expect(shown.rested).toBe(other);
  act(() => root.unmount());
});
