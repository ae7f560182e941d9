import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Counterfactual, valueCounterfactual, weightCounterfactual } from '#core/counterfactual.ts';
import { type Criterion, type Scaling, scaleCriteria } from '#core/criterion-scaling.ts';
import { type Aggregation, priorityIndex, withWeight } from '#core/priority-index.ts';

const PERCENT: Scaling = { kind: 'goalposts', low: 0, high: 100 };
const SCALINGS: readonly Scaling[] = [PERCENT, { kind: 'z' }, { kind: 'percentile' }];
const AGGREGATIONS: readonly Aggregation[] = ['arithmetic', 'geometric', 'mazziotta-pareto'];

function criterion(values: readonly number[], rest: Partial<Criterion> = {}): Criterion {
  return {
    id: 'c',
    values: Float64Array.from(values),
    direction: 'more-is-worse',
    scaling: PERCENT,
    weight: 1,
    ...rest,
  };
}

const query = { area: 0, criterion: 0, top: 1, aggregation: 'arithmetic' as Aggregation };

function listed(criteria: readonly Criterion[], weights: ArrayLike<number>, asked = query): boolean {
  const { rank } = priorityIndex(scaleCriteria(criteria), weights, asked.aggregation);
  return rank[asked.area]! > 0 && rank[asked.area]! <= asked.top;
}

describe('by a value', () => {
  const pair = [criterion([80, 50, 10]), criterion([40, 50, 0], { weight: 3 })];

  test('a hand-checked one', () => {
    // Scores 50, 50, 2.5: level with the second already. With 60 of the second: 65, so 30 less in sum, 60 of the first.
    expect(valueCounterfactual(pair, query)).toEqual({ from: 80, to: 80 });
    const sicker = [pair[0]!, criterion([60, 50, 0], { weight: 3 })];
    expect(valueCounterfactual(sicker, query)!.to).toBeCloseTo(20, 12);
    const better = [criterion([20, 50, 90], { direction: 'more-is-better' }), sicker[1]!];
    expect(valueCounterfactual(better, query)!.to).toBeCloseTo(80, 12);
  });

  test('none where the area is not in the list, has no rank, or nothing suffices', () => {
    expect(valueCounterfactual(pair, { ...query, area: 2 })).toBeNull();
    expect(valueCounterfactual([criterion([Number.NaN, 1])], query)).toBeNull();
    expect(valueCounterfactual(pair, { ...query, top: 3 })).toBeNull();
    const far = [criterion([80, 50]), criterion([90, 50], { weight: 3 })];
    expect(valueCounterfactual(far, query)).toBeNull();
    expect(valueCounterfactual([criterion([80, 50], { weight: 0 }), criterion([90, 50])], query)).toBeNull();
    expect(() => valueCounterfactual(pair, { ...query, criterion: 2 })).toThrow(/criterion/);
    expect(() => valueCounterfactual(pair, { ...query, area: 3 })).toThrow(/area/);
    expect(() => valueCounterfactual(pair, { ...query, top: 0 })).toThrow(/top/);
  });
});

describe('by a weight', () => {
  test('a hand-checked one, upward and downward', () => {
    // 80 w + 20 (1 - w) against 50: level at a half.
    const own = scaleCriteria([criterion([80, 50]), criterion([20, 50])]);
    const found = weightCounterfactual(own, [3, 1], query);
    expect(found!.from).toBe(0.75);
    expect(found!.to).toBeCloseTo(0.5, 12);
    expect(weightCounterfactual(own, [1, 3], { ...query, area: 1 })!.to).toBeCloseTo(0.5, 12);
    // Geometric: as logarithms.
    const log = (u: number): number => Math.log(1 + 0.99 * u);
    expect(weightCounterfactual(own, [3, 1], { ...query, aggregation: 'geometric' })!.to).toBeCloseTo(
      (log(50) - log(20)) / (log(80) - log(20)),
      10,
    );
  });

  test('an area that shares the last place leaves at once', () => {
    const own = scaleCriteria([criterion([80, 50]), criterion([20, 50])]);
    expect(weightCounterfactual(own, [1, 1], query)).toEqual({ from: 0.5, to: 0.5 });
  });

  test('none where the area leads in everything', () => {
    const own = scaleCriteria([criterion([80, 50]), criterion([60, 50])]);
    for (const aggregation of AGGREGATIONS)
      expect(weightCounterfactual(own, [1, 1], { ...query, aggregation })).toBeNull();
  });
});

describe('laws', () => {
  const tables = fc.integer({ min: 2, max: 8 }).chain((areas) =>
    fc.array(
      fc
        .tuple(
          fc.array(fc.integer({ min: 0, max: 100 }), { minLength: areas, maxLength: areas }),
          fc.constantFrom(...SCALINGS),
          fc.constantFrom<Criterion['direction'][]>('more-is-worse', 'more-is-better'),
          fc.integer({ min: 1, max: 5 }),
        )
        .map(([values, scaling, direction, weight]) => criterion(values, { scaling, direction, weight })),
      { minLength: 2, maxLength: 3 },
    ),
  );
  const asked = fc.record({
    area: fc.nat(7),
    criterion: fc.nat(2),
    top: fc.integer({ min: 1, max: 4 }),
    aggregation: fc.constantFrom(...AGGREGATIONS),
  });
  const NEAR = 1e-5;

  function compare(found: Counterfactual | null, stays: (x: number) => boolean, end: number, unit: number) {
    if (found === null) {
      for (let step = 1; step <= 10; step++) expect(stays(end), 'no way out').toBe(true);
      return;
    }
    const forward = Math.sign(end - found.from);
    if (Math.abs(found.to - found.from) > NEAR * unit)
      expect(stays(found.to - forward * NEAR * unit), 'still in before').toBe(true);
    if (Math.abs(end - found.to) > NEAR * unit)
      expect(stays(found.to + forward * NEAR * unit), 'out beyond').toBe(false);
  }

  test('a changed value takes the area out just beyond the answer, not before', () => {
    fc.assert(
      fc.property(tables, asked, (criteria, any) => {
        const own = {
          ...any,
          area: any.area % criteria[0]!.values.length,
          criterion: any.criterion % criteria.length,
        };
        const weights = criteria.map(({ weight }) => weight);
        if (!listed(criteria, weights, own)) return;
        const { values, direction, scaling } = criteria[own.criterion]!;
        const stays = (x: number): boolean => {
          const changed = values.map((value, i) => (i === own.area ? x : value));
          return listed(
            criteria.map((each, k) => (k === own.criterion ? { ...each, values: changed } : each)),
            weights,
            own,
          );
        };
        const worse = direction === 'more-is-worse';
        const ends = scaling.kind === 'goalposts' ? [0, 100] : [Math.min(...values), Math.max(...values)];
        compare(valueCounterfactual(criteria, own), stays, ends[worse ? 0 : 1]!, 1);
      }),
    );
  });

  test('a changed weight takes the area out just beyond the answer, and none nearer does', () => {
    fc.assert(
      fc.property(tables, asked, (criteria, any) => {
        const own = {
          ...any,
          area: any.area % criteria[0]!.values.length,
          criterion: any.criterion % criteria.length,
        };
        const weights = criteria.map(({ weight }) => weight);
        if (!listed(criteria, weights, own)) return;
        const found = weightCounterfactual(scaleCriteria(criteria), weights, own);
        const sum = weights.reduce((all, each) => all + each);
        const start = Float64Array.from(weights, (each) => each / sum);
        const stays = (weight: number): boolean =>
          listed(criteria, withWeight(start, own.criterion, weight), own);
        const from = start[own.criterion]!;
        const reach = found === null ? 1 : Math.abs(found.to - from);
        for (let step = 0; step <= 40; step++) {
          const weight = from + ((step - 20) / 20) * (reach - NEAR);
          if (weight >= 0 && weight <= 1 && reach > NEAR) expect(stays(weight), `in at ${weight}`).toBe(true);
        }
        if (found === null) return;
        const beyond = found.to + Math.sign(found.to - from || 1) * NEAR;
        if (found.to !== from && beyond > 0 && beyond < 1) expect(stays(beyond)).toBe(false);
      }),
    );
  });
});
