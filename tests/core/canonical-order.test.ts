import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LonLat } from '#core/area.ts';
import { canonicalOrder } from '#core/canonical-order.ts';

const orderOf = (codes: readonly string[] | null, centroids: readonly LonLat[]) =>
  Array.from(canonicalOrder(codes, centroids));

test('by code as text, whatever the language', () => {
  const places = ['b', 'B', 'ä', 'a10', 'a9', ''].map((): LonLat => [0, 0]);
  expect(orderOf(['b', 'B', 'ä', 'a10', 'a9', ''], places)).toEqual([5, 1, 3, 4, 0, 2]);
});

test('by centroid where there are no codes, or equal ones: west to east, then south to north, unknown last', () => {
  const places: LonLat[] = [
    [Number.NaN, Number.NaN],
    [2, 0],
    [1, 5],
    [1, -5],
    [-3, 9],
  ];
  expect(orderOf(null, places)).toEqual([4, 3, 2, 1, 0]);
  expect(orderOf(['x', 'x', 'x', 'w', 'x'], places)).toEqual([3, 4, 2, 1, 0]);
});

test('areas alike in all keep the order of the file; none is lost', () => {
  expect(orderOf(null, [])).toEqual([]);
  expect(
    orderOf(
      ['a', 'a', 'a'],
      [
        [0, 0],
        [0, 0],
        [0, 0],
      ],
    ),
  ).toEqual([0, 1, 2]);
});

test('a shuffled file comes out in the same order', () => {
  const area = fc.tuple(
    fc.constantFrom('', 'a', 'b'),
    fc.double({ noNaN: true }),
    fc.double({ noNaN: true }),
  );
  const areas = fc.uniqueArray(area, { selector: ([code, x, y]) => `${code} ${x + 0} ${y + 0}` });
  fc.assert(
    fc.property(
      areas.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
      ([all, shuffled]) => {
        const sorted = (of: typeof all) =>
          orderOf(
            of.map(([code]) => code),
            of.map(([, x, y]): LonLat => [x, y]),
          ).map((i) => of[i]);
        expect(sorted(shuffled)).toEqual(sorted(all));
      },
    ),
    { seed: 4 },
  );
});
