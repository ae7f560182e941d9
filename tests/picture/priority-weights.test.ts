import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indicators } from '#core/indicator.ts';
import type { Priority } from '#core/view.ts';
import {
  areEqual,
  equalWeights,
  firstHalf,
  setWeight,
  withCriterion,
  withoutCriterion,
} from '#picture/priority-weights.ts';

type Criteria = Priority['criteria'];

const IDS = indicators(1).map(({ id }) => id);
const weighing = (...weights: number[]): Criteria =>
  weights.map((weight, k) => ({ indicator: IDS[k] ?? 'stunting', weight }));
const weightsOf = (criteria: Criteria) => criteria.map(({ weight }) => weight);
const sum = (criteria: Criteria) => weightsOf(criteria).reduce((all, weight) => all + weight, 0);

const criteria: fc.Arbitrary<Criteria> = fc
  .array(fc.integer({ min: 0, max: 100 }), { minLength: 2, maxLength: 6 })
  .filter((weights) => weights.some((weight) => weight > 0))
  .map((weights) => weighing(...weights));

describe('weights', () => {
  it('are moved as one would by hand', () => {
    expect(weightsOf(setWeight(weighing(1, 1, 1), 0, 40))).toEqual([40, 30, 30]);
    expect(weightsOf(setWeight(weighing(40, 30, 30), 0, 50))).toEqual([50, 25, 25]);
    expect(weightsOf(setWeight(weighing(50, 30, 20), 0, 0))).toEqual([0, 60, 40]);
    expect(weightsOf(setWeight(weighing(100, 0, 0), 0, 50))).toEqual([50, 25, 25]);
    expect(weightsOf(setWeight(weighing(1, 1, 1, 1), 0, 50))).toEqual([50, 17, 17, 16]);
    expect(weightsOf(firstHalf(weighing(1, 1, 1)))).toEqual([50, 25, 25]);
  });

  it('are 100 together after any move, the moved one being what was asked', () => {
    fc.assert(
      fc.property(criteria, fc.nat(), fc.integer({ min: 0, max: 100 }), (before, at, percent) => {
        const k = at % before.length;
        const after = setWeight(before, k, percent);
        expect(sum(after)).toBe(100);
        expect(after[k]?.weight).toBe(percent);
        expect(weightsOf(after).every((weight) => weight >= 0 && Number.isInteger(weight))).toBe(true);
      }),
    );
  });

  it('stay equal, or in proportion, as criteria come and go; the last one stays', () => {
    expect(weightsOf(withCriterion(weighing(1, 1), 'coverage'))).toEqual([1, 1, 1]);
    expect(weightsOf(withCriterion(weighing(60, 40), 'coverage'))).toEqual([40, 27, 33]);
    expect(weightsOf(withoutCriterion(weighing(50, 30, 20), 0))).toEqual([60, 40]);
    expect(weightsOf(withoutCriterion(weighing(100, 0, 0), 0))).toEqual([1, 1]);
    expect(withoutCriterion(weighing(100), 0)).toEqual(weighing(100));
    expect(areEqual(equalWeights(weighing(3, 2)))).toBe(true);
  });
});
