import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  amountPerChild,
  areaBudget,
  type BudgetActivity,
  budgetCut,
  budgetGaps,
  budgetShares,
  ceilingLeft,
  dividedAmount,
} from '#core/budget.ts';

const activity = (rest: Partial<BudgetActivity>): BudgetActivity => ({
  program: 'p',
  activity: 'k',
  subActivity: 's',
  agency: 'Dinas Kesehatan',
  location: { kind: 'areas', areas: [0] },
  targetGroup: 'balita',
  volume: '1 paket',
  amount: 100,
  source: 'APBD',
  year: 2026,
  kind: 'specific',
  proposed: false,
  ...rest,
});

test('an amount is divided to the rupiah, the rest to those that lost most, the first of equals', () => {
  expect(dividedAmount(100, [1, 1, 1])).toEqual([34, 33, 33]);
  expect(dividedAmount(10, [5, 3, 0])).toEqual([6, 4, 0]);
  expect(dividedAmount(7, [0, 0])).toBeNull();
  expect(dividedAmount(7, [1, Number.NaN])).toBeNull();
  expect(() => dividedAmount(0.5, [1])).toThrow('0.5');
  // The product of amount and key is far beyond what a double holds.
  expect(dividedAmount(9_007_199_254_740_991, [999_999_937, 1, 2])).toEqual([
    9_007_199_227_719_392, 9_007_200, 18_014_399,
  ]);
});

test('money without a place, for all, or that cannot be divided is told apart from money in areas', () => {
  const list = [
    activity({ amount: 90, location: { kind: 'areas', areas: [0, 1, 1] } }),
    activity({ amount: 7, location: { kind: 'territory' } }),
    activity({ amount: 5, location: { kind: 'unknown' } }),
    activity({ amount: 3, location: { kind: 'areas', areas: [1, 2] } }),
    activity({ amount: 11, location: { kind: 'areas', areas: [2] } }),
  ];
  const shares = budgetShares(list, [20, 10, Number.NaN]);
  const budget = areaBudget(shares, 3);
  expect([...budget.placed]).toEqual([60, 30, 11]);
  expect(budget.unlocated).toEqual({ territory: 7, unknown: 5, undivided: 3 });
  expect(budget.total).toBe(116);
  expect([...amountPerChild(budget, [20, 0, Number.NaN])]).toEqual([3, Number.NaN, Number.NaN]);
  expect([...ceilingLeft(budget, [50, 50, 50])]).toEqual([-10, 20, 39]);
});

test('many affected children and little money for each is a gap', () => {
  const budget = areaBudget(
    budgetShares(
      [30, 90, 0, 10].map((amount, i) => activity({ amount, location: { kind: 'areas', areas: [i] } })),
      [1, 1, 1, 1],
    ),
    5,
  );
  const { gaps, meanAffected, amountPerChild: mean } = budgetGaps(budget, [30, 30, 4, 0, Number.NaN]);
  expect(gaps).toEqual(['gap', 'burdened', 'lightly-funded', 'lightly-burdened', null]);
  expect([meanAffected, mean]).toEqual([16, 130 / 64]);
});

const location = fc.oneof(
  fc.uniqueArray(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 6 }).map((areas) => ({
    kind: 'areas' as const,
    areas,
  })),
  fc.constantFrom({ kind: 'territory' } as const, { kind: 'unknown' } as const),
);

test('whatever it is cut by, and by two things at once, money adds up to the rupiah', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          amount: fc.integer({ min: 0, max: 1_000_000_000_000 }),
          agency: fc.constantFrom('a', 'b'),
          source: fc.constantFrom('x', 'y', 'z'),
          year: fc.constantFrom(2026, 2027),
          location,
        }),
        { maxLength: 12 },
      ),
      fc.array(
        fc.oneof({ weight: 6, arbitrary: fc.nat(500) }, { weight: 1, arbitrary: fc.constant(Number.NaN) }),
        {
          minLength: 6,
          maxLength: 6,
        },
      ),
      (parts, key) => {
        const list = parts.map((part) => activity(part));
        const total = list.reduce((sum, { amount }) => sum + amount, 0);
        const shares = budgetShares(list, key);
        const { placed, unlocated, total: told } = areaBudget(shares, 6);
        expect(told).toBe(total);
        const places = [...placed, ...Object.values(unlocated)].reduce((sum, amount) => sum + amount, 0);
        expect(places).toBe(total);
        for (const cutOf of [
          (of: BudgetActivity) => of.agency,
          (of: BudgetActivity) => of.source,
          (of: BudgetActivity) => `${of.agency} ${of.year}`,
        ]) {
          const cut = budgetCut(shares, (share) => `${cutOf(list[share.activity]!)} ${share.area}`);
          expect([...cut.values()].reduce((sum, { amount }) => sum + amount, 0)).toBe(total);
        }
        list.forEach(({ amount }, at) => {
          const own = shares.filter((share) => share.activity === at);
          expect(own.reduce((sum, share) => sum + share.amount, 0)).toBe(amount);
        });
      },
    ),
  );
});

test('a part differs from its exact share by less than one rupiah', () => {
  fc.assert(
    fc.property(fc.nat(1_000_000), fc.array(fc.nat(1000), { minLength: 1, maxLength: 8 }), (amount, keys) => {
      const total = keys.reduce((sum, key) => sum + key, 0);
      fc.pre(total > 0);
      dividedAmount(amount, keys)!.forEach((part, k) => {
        expect(Math.abs(part * total - amount * keys[k]!)).toBeLessThan(total);
      });
    }),
  );
});
