import fc from 'fast-check';
import { expect, test } from 'vitest';
import { areAllTied, standingAmong } from '#core/standing.ts';

/** Two shared the second place; area 3 has no value. */
const RANK = Uint32Array.of(2, 1, 2, 0, 4);

test('a place among some: equal ranks share it, areas without one are not counted', () => {
  const even = (i: number) => i % 2 === 0;
  expect(standingAmong(RANK, 2, () => true)).toEqual({ place: 2, of: 4 });
  expect(standingAmong(RANK, 2, even)).toEqual({ place: 1, of: 3 });
  expect(standingAmong(RANK, 4, even)).toEqual({ place: 3, of: 3 });
  expect(standingAmong(RANK, 3, () => true)).toBeNull();
});

test('among all, a place is the competition rank itself; among fewer it is no worse', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(9), { minLength: 1, maxLength: 30 }),
      fc.nat(),
      fc.nat(9),
      (urgency, at, bit) => {
        const rank = Uint32Array.from(urgency, (own) => 1 + urgency.filter((other) => other > own).length);
        const area = at % rank.length;
        const all = standingAmong(rank, area, () => true)!;
        expect(all).toEqual({ place: rank[area], of: rank.length });
        const some = standingAmong(rank, area, (i) => i % (bit + 1) === 0)!;
        expect(some.place).toBeLessThanOrEqual(all.place);
        expect(some.place).toBeLessThanOrEqual(some.of);
      },
    ),
  );
});

test('says where all share the first rank, which is no rank at all', () => {
  const tied = (...rank: number[]) => areAllTied(Uint32Array.from(rank));
  expect([tied(1, 0, 1), tied(1, 1)]).toEqual([true, true]);
  expect([tied(1, 2, 0), tied(1, 1, 3), tied(1, 0), tied(0, 0), tied()]).toEqual(Array(5).fill(false));
});
