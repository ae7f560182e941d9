import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type AllocationProblem, bestAllocation, nextReached } from '#core/budget-allocation.ts';

const COST = 1_000_000;
const problem = (rest: Partial<AllocationProblem>): AllocationProblem => ({
  budget: 10 * COST,
  costPerChild: COST,
  affected: [8, 4, 4],
  weight: [1, 1, 1],
  minimum: [0, 0, 0],
  quotas: [],
  ...rest,
});

test('where all count the same, every area has the same share of its children reached', () => {
  const found = bestAllocation(problem({ budget: 8 * COST }));
  expect(found).toMatchObject({ kind: 'found', left: 0 });
  if (found.kind !== 'found') return;
  expect([...found.amount].map((amount) => amount / COST)).toEqual([4, 2, 2]);
  expect(found.totalReached).toBeCloseTo(8, 6);
});

test('nobody is given more than its children cost; what is left is said, and the next 100 million reach nobody', () => {
  const found = bestAllocation(problem({ budget: 20 * COST }));
  expect(found).toMatchObject({ kind: 'found', left: 4 * COST });
  if (found.kind !== 'found') return;
  expect(nextReached(problem({ budget: 20 * COST }), 100 * COST, found)).toBe(0);
});

test('a minimum is given even beyond the children, and to an area whose children are not known', () => {
  const found = bestAllocation(
    problem({ affected: [8, 1, Number.NaN], minimum: [0, 3 * COST, 2 * COST], budget: 9 * COST }),
  );
  expect(found.kind).toBe('found');
  if (found.kind !== 'found') return;
  expect([...found.amount].map((amount) => amount / COST)).toEqual([4, 3, 2]);
  expect(found.reached[2]).toBeNaN();
  expect(found.totalReached).toBeCloseTo(5, 6);
});

test('where there is no spread it says why', () => {
  expect(bestAllocation(problem({ minimum: [6 * COST, 6 * COST, 0] }))).toEqual({
    kind: 'minimums',
    excess: 2 * COST,
  });
  expect(
    bestAllocation(
      problem({ minimum: [5 * COST, 0, 0], quotas: [{ areas: [0], least: 0, most: 3 * COST }] }),
    ),
  ).toEqual({ kind: 'quota', quota: 0, excess: 2 * COST });
  expect(
    bestAllocation(
      problem({
        quotas: [
          { areas: [0], least: 6 * COST, most: Number.POSITIVE_INFINITY },
          { areas: [1, 2], least: 6 * COST, most: Number.POSITIVE_INFINITY },
        ],
      }),
    ),
  ).toEqual({ kind: 'conflict' });
});

/** The best of all spreads in whole children, tried one by one; null where none keeps the rules. */
function exhaustive({ budget, affected, weight, minimum, quotas }: AllocationProblem): number | null {
  const most = budget / COST;
  let best: number | null = null;
  const spent = new Array<number>(affected.length).fill(0);
  const visit = (i: number, left: number): void => {
    if (i < spent.length) {
      for (let own = minimum[i]! / COST; own <= left; own++) {
        spent[i] = own;
        visit(i + 1, left - own);
      }
      return;
    }
    for (const { areas, least, most: cap } of quotas) {
      const sum = areas.reduce((total, area) => total + spent[area]!, 0) * COST;
      if (sum < least || sum > cap) return;
    }
    const value = spent.reduce((sum, own, area) => sum + weight[area]! * Math.min(own, affected[area]!), 0);
    if (best === null || value > best) best = value;
  };
  visit(0, most);
  return best;
}

test('no spread reaches more: the same as trying all, and none is found where there is none', () => {
  const money = (most: number) => fc.nat(most).map((children) => children * COST);
  fc.assert(
    fc.property(
      fc.record({
        budget: money(9),
        affected: fc.array(fc.nat(5), { minLength: 4, maxLength: 4 }),
        weight: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 4, maxLength: 4 }),
        minimum: fc.array(fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, money(2)), {
          minLength: 4,
          maxLength: 4,
        }),
        first: fc.record({ least: money(3), most: money(8) }),
        second: fc.record({ least: money(3), most: money(8) }),
      }),
      ({ first, second, ...rest }) => {
        const own: AllocationProblem = {
          ...rest,
          costPerChild: COST,
          quotas: [
            { areas: [0, 1], ...first },
            { areas: [2, 3], ...second },
          ],
        };
        const found = bestAllocation(own);
        const best = exhaustive(own);
        if (found.kind !== 'found') {
          expect(found.kind).not.toBe('unsolved');
          expect(best).toBeNull();
          return;
        }
        expect(best).not.toBeNull();
        expect(found.value).toBeCloseTo(best!, 4);
        const given = [...found.amount].reduce((sum, amount) => sum + amount, 0);
        expect(given + found.left).toBe(own.budget);
        found.amount.forEach((amount, i) => {
          expect(amount).toBeGreaterThanOrEqual(own.minimum[i]!);
        });
      },
    ),
    { numRuns: 150 },
  );
});
