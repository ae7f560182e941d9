import fc from 'fast-check';
import { expect, test } from 'vitest';
import { kendallW, sharedLists, weightDivide } from '#core/shared-weights.ts';

test('W of rankings without and with ties, by hand', () => {
  // Sums of ranks 4, 9, 11, 16 about 10: 12 * 74 / (16 * 60) = 0.925.
  expect(
    kendallW([
      [1, 2, 3, 4],
      [1, 3, 2, 4],
      [1, 2, 3, 4],
      [1, 2, 3, 4],
    ]),
  ).toBeCloseTo(0.925, 12);
  expect(
    kendallW([
      [1, 2, 3],
      [3, 2, 1],
    ]),
  ).toBe(0);
  expect(
    kendallW([
      [1, 1, 3],
      [1, 1, 3],
    ]),
  ).toBe(1);
  expect(kendallW([[1, 2, 3]])).toBeNaN();
  expect(
    kendallW([
      [1, 1],
      [1, 1],
    ]),
  ).toBeNaN();
  // An area that one has not ranked is left out of all.
  expect(
    kendallW([
      [1, 2, 3, 4],
      [1, 0, 2, 3],
    ]),
  ).toBe(1);
});

test('W lies in 0 to 1 and is 1 where all rank alike', () => {
  const ranking = fc.shuffledSubarray([1, 2, 3, 4, 5, 6], { minLength: 6, maxLength: 6 });
  fc.assert(
    fc.property(fc.array(ranking, { minLength: 2, maxLength: 6 }), (rankings) => {
      const w = kendallW(rankings);
      expect(w).toBeGreaterThanOrEqual(-1e-12);
      expect(w).toBeLessThanOrEqual(1 + 1e-12);
      expect(kendallW([rankings[0]!, rankings[0]!, rankings[0]!])).toBeCloseTo(1, 12);
    }),
  );
});

test('on every list, on none, and those that swing, the most divided first', () => {
  const lists = sharedLists(
    [
      [1, 2, 3, 4, 5],
      [1, 3, 2, 4, 0],
      [1, 2, 4, 3, 5],
      [1, 2, 3, 4, 5],
    ],
    2,
  );
  expect(lists.everybody).toEqual([0]);
  expect(lists.nobody).toEqual([3, 4]);
  expect(lists.swinging).toEqual([
    { area: 1, lists: 3 },
    { area: 2, lists: 1 },
  ]);
});

test('what divides the room is the first component: one criterion against another', () => {
  const divide = weightDivide([
    [0.6, 0.2, 0.2],
    [0.2, 0.6, 0.2],
    [0.4, 0.4, 0.2],
  ])!;
  expect(divide.share).toBeCloseTo(1, 12);
  const [a, b, c] = [...divide.direction] as [number, number, number];
  expect([a, b, c].map((x) => x.toFixed(6))).toEqual(['0.707107', '-0.707107', c.toFixed(6)]);
  expect(Math.abs(c)).toBeLessThan(1e-9);
  expect(divide.place[0]! + divide.place[1]!).toBeCloseTo(0, 12);
  expect(
    weightDivide([
      [0.5, 0.5],
      [0.5, 0.5],
    ]),
  ).toBeNull();
});

test('no other direction holds more of the differences', () => {
  const weights = fc.array(fc.nat(100), { minLength: 4, maxLength: 4 });
  fc.assert(
    fc.property(
      fc.array(weights, { minLength: 3, maxLength: 6 }),
      fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 4, maxLength: 4 }),
      (offices, other) => {
        const size = Math.hypot(...other);
        fc.pre(size > 0);
        const divide = weightDivide(offices);
        if (divide === null) return;
        const mean = [0, 1, 2, 3].map((c) => offices.reduce((sum, own) => sum + own[c]!, 0) / offices.length);
        const centered = offices.map((own) => own.map((x, c) => x - mean[c]!));
        const along = (direction: ArrayLike<number>): number =>
          centered.reduce((sum, row) => sum + row.reduce((own, x, c) => own + x * direction[c]!, 0) ** 2, 0);
        expect(along(other.map((x) => x / size))).toBeLessThanOrEqual(
          along(divide.direction) * (1 + 1e-6) + 1e-9,
        );
      },
    ),
  );
});
