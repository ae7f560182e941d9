import { expect, test } from 'vitest';
import type { PriorityLayer } from '#picture/priority-layer.ts';
import { robustness } from '#words/priority-words.ts';

const layer = (top: number) =>
  ({
    uncertainty: { inTop: Float64Array.from([1, 0.55, 0.1]) },
    listing: { list: { place: Uint32Array.from([1, 2, 3]), listed: top, ranked: 3 } },
    top,
  }) as unknown as PriorityLayer;

test('a place is sure or not, and neither in a list of all areas', () => {
  expect([0, 1, 2].map((i) => robustness(layer(2), i))).toEqual(['sure', 'unsure', 'sure']);
  expect([0, 1, 2].map((i) => robustness(layer(3), i))).toEqual([null, null, null]);
});
