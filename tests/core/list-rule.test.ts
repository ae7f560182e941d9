import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { areaList, type ListRule, PLAIN_RULE } from '#core/list-rule.ts';
import { rankScores } from '#core/priority-index.ts';

/** Ranks 1, 2, 2, 4, 5 and none. Cases 10, 40, 20, unknown, 30 and 100. */
const GROUND = {
  rank: Uint32Array.of(1, 2, 2, 4, 5, 0),
  cases: Float64Array.of(10, 40, 20, Number.NaN, 30, 100),
  districtOf: Uint32Array.of(0, 0, 0, 1, 1, 1),
};
const of = (rule: Partial<ListRule>, asked = 2, ground: Parameters<typeof areaList>[2] = GROUND) => {
  const list = areaList({ ...PLAIN_RULE, ...rule }, asked, ground);
  return { ...list, areas: Array.from(list.curve.order.subarray(0, list.listed)) };
};

describe('a list', () => {
  test('by length holds all that share its last rank', () => {
    const { areas, top, listed, place, shared } = of({});
    expect(areas).toEqual([0, 1, 2]);
    expect([top, listed, shared]).toEqual([2, 3, true]);
    expect(Array.from(place)).toEqual([1, 2, 2, 4, 5, 0]);
    expect(of({}, 9).listed).toBe(5);
  });

  test('by budget ends before the area that it does not reach, equal or not', () => {
    // 100 an area and 2 a child: 120, 300, 440; the fourth, without known cases, 540.
    const rule = { limit: 'budget', perArea: 100, perChild: 2 } as const;
    expect(of({ ...rule, budget: 439 })).toMatchObject({ areas: [0, 1], limitedBy: 'budget', shared: false });
    expect(of({ ...rule, budget: 440 }).areas).toEqual([0, 1, 2]);
    expect(of({ ...rule, budget: 540 }).areas).toEqual([0, 1, 2, 3]);
    expect(of({ ...rule, budget: 119 })).toMatchObject({ areas: [], top: 0 });
    expect(Array.from(of({ ...rule, budget: 540 }).place)).toEqual([1, 2, 3, 4, 5, 0]);
  });

  test('has the length asked for until all that its limit needs is given', () => {
    expect(of({ limit: 'budget', budget: 500 })).toMatchObject({ top: 2, limitedBy: 'areas' });
    expect(of({ limit: 'budget', perArea: 5 })).toMatchObject({ top: 2, limitedBy: 'areas' });
    const uncounted = { ...GROUND, cases: null };
    expect(of({ limit: 'share' }, 2, uncounted)).toMatchObject({ top: 2, limitedBy: 'areas' });
    expect(of({ limit: 'budget', budget: 9, perChild: 1 }, 2, uncounted).limitedBy).toBe('areas');
  });

  test('by share of all known cases, those that cannot be in it too', () => {
    // 10, 50 and 70 of 200.
    expect(of({ limit: 'share', share: 0.25 })).toMatchObject({ top: 2, areas: [0, 1, 2] });
    expect(of({ limit: 'share', share: 0.05 }).areas).toEqual([0]);
    expect(of({ limit: 'share', share: 1 }).listed).toBe(5);
  });

  test('with a quota takes the first of each district first, and no more than the most', () => {
    expect(of({ least: 1 }).areas).toEqual([0, 3]);
    expect(of({ most: 1 }, 4)).toMatchObject({ areas: [0, 3], top: 2, ranked: 5 });
    expect(Array.from(of({ most: 1 }).place)).toEqual([1, 0, 0, 2, 0, 0]);
    // Districts themselves have no district.
    expect(of({ most: 1 }, 4, { ...GROUND, districtOf: null }).areas).toEqual([0, 1, 2, 3]);
  });

  test('is the areas of place 1 to its top, whatever the rule', () => {
    const rule = fc.record({
      limit: fc.constantFrom('areas' as const, 'budget' as const, 'share' as const),
      budget: fc.option(fc.nat(2000)),
      perArea: fc.option(fc.nat(200)),
      perChild: fc.option(fc.nat(5)),
      share: fc.integer({ min: 1, max: 100 }).map((percent) => percent / 100),
      least: fc.nat(2),
      most: fc.option(fc.integer({ min: 2, max: 4 })),
    });
    const areas = fc.array(fc.record({ score: fc.nat(5), cases: fc.nat(60), district: fc.nat(2) }), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(rule, areas, fc.integer({ min: 1, max: 12 }), (patch, all, asked) => {
        const ground = {
          rank: rankScores(Float64Array.from(all, ({ score }) => score)),
          cases: Float64Array.from(all, ({ cases }) => cases),
          districtOf: Uint32Array.from(all, ({ district }) => district),
        };
        const list = of(patch, asked, ground);
        const inside = [...list.place.keys()].filter((i) => list.place[i]! > 0 && list.place[i]! <= list.top);
        expect(inside.sort((a, b) => a - b)).toEqual([...list.areas].sort((a, b) => a - b));
        if (list.limitedBy === 'budget')
          expect(list.curve.cost[list.listed - 1] ?? 0).toBeLessThanOrEqual(patch.budget ?? 0);
        const taken = [0, 1, 2].map((d) => list.areas.filter((i) => ground.districtOf[i] === d).length);
        for (const count of taken) expect(count).toBeLessThanOrEqual(patch.most ?? 12);
      }),
    );
  });
});
