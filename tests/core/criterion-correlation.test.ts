import { expect, test } from 'vitest';
import { criterionPairs } from '#core/criterion-correlation.ts';
import type { Criterion } from '#core/criterion-scaling.ts';

function criterion(
  id: string,
  values: readonly number[],
  direction: Criterion['direction'] = 'more-is-worse',
): Criterion {
  return { id, values: Float64Array.from(values), direction, scaling: { kind: 'z' }, weight: 1 };
}

test('pairs over the areas that have both, turned to urgency', () => {
  // From the means 3 and 4: products 18, squares 10 and 50; of ranks 8, 10 and 10.
  const stunting = criterion('stunting', [1, 2, 3, 4, 5, 9]);
  const poverty = criterion('poverty', [2, 1, 4, 3, 10, Number.NaN]);
  const coverage = criterion('coverage', [9, 8, 7, 6, 5, 1], 'more-is-better');
  const [own, straight, last] = criterionPairs([stunting, poverty, coverage]);
  expect(own).toMatchObject({ first: 'stunting', second: 'poverty', areas: 5, strong: true });
  expect(own!.pearson).toBeCloseTo(18 / Math.sqrt(10 * 50), 12);
  expect(own!.spearman).toBeCloseTo(0.8, 12);
  expect(straight).toMatchObject({ second: 'coverage', areas: 6, pearson: 1, spearman: 1 });
  expect(last).toMatchObject({ first: 'poverty', second: 'coverage' });
});

test('ties have their mean rank, and weak pairs are not named', () => {
  const [pair] = criterionPairs([criterion('a', [1, 1, 2, 3]), criterion('b', [4, 5, 3, 4])]);
  // Ranks 1.5 1.5 3 4 and 2.5 4 1 2.5, from their mean 2.5: products -2.25, squares 4.5 and 4.5.
  expect(pair!.spearman).toBeCloseTo(-0.5, 12);
  expect(pair!.strong).toBe(false);
});

test('what does not vary, or is seen in too few areas, has no correlation', () => {
  const [flat] = criterionPairs([criterion('a', [0.3, 0.3, 0.3]), criterion('b', [1, 2, 3])]);
  expect(flat).toMatchObject({ pearson: Number.NaN, spearman: Number.NaN, strong: false });
  const [few] = criterionPairs([criterion('a', [1, 2, Number.NaN]), criterion('b', [1, 2, 3])]);
  expect(few).toMatchObject({ areas: 2, pearson: Number.NaN, strong: false });
});
