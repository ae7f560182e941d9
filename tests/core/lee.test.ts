import { afterAll, describe, expect, test } from 'vitest';
import { permutationP, twoSidedP } from '#core/conditional-permutation.ts';
import { leeCounts, leeL, leeLocalCounts } from '#core/lee.ts';
import { isolatesOf } from '#core/spatial-weights.ts';
import { finished } from '#core/stepped-work.ts';
import { column, expectNear, queenGrid, reportDeviations, vectorSets, weightsOf } from './spatial-vectors.ts';

afterAll(reportDeviations);

describe.each(vectorSets())('spdep on $name', ({ name, expected, graphs }) => {
  const cases = Object.keys(expected.bivariate).flatMap((pair) =>
    Object.keys(graphs).flatMap((scheme) =>
      expected.bivariate[pair][scheme]?.W?.lee ? [[pair, scheme] as const] : [],
    ),
  );
  test.each(cases)('%s, %s', (pair, scheme) => {
    const [x, y] = pair.split('_').map((variable) => column(expected.variables[variable]));
    const { L, localL } = expected.bivariate[pair][scheme].W.lee;
    const graph = graphs[scheme]!;
    const isolates = new Set(isolatesOf(graph));
    const lee = leeL(x!, y!, { graph, style: 'W' });
    expectNear(`${name} L`, [lee.statistic], [L]);
    const local = localL.map((value: number, i: number) => (isolates.has(i) ? null : value));
    expectNear(`${name} Li`, lee.local, local);
  });
});

test('by hand: a row of three', () => {
  // Deviations of x -1, 0, 1, lags 0, 0, 0; of x 0, -1, 1, lags -1, 1/2, -1; sum of squares 2.
  const row = weightsOf([[1], [0, 2], [1]], 'W');
  expect(leeL(column([1, 2, 3]), column([2, 1, 3]), row).statistic).toBeCloseTo(0, 14);
  const self = leeL(column([2, 1, 3]), column([2, 1, 3]), row);
  expectNear('by hand', self.local, [1.5, 0.375, 1.5]);
  expect(self.statistic).toBeCloseTo(1.125, 14);
});

describe('by permutation', () => {
  const weights = weightsOf(queenGrid(4, 4), 'W');
  const slope = Float64Array.from({ length: 16 }, (_, i) => i);

  test('two equal slopes are hardly ever reached', () => {
    const { atLeast, atMost } = finished(leeCounts(slope, slope, weights, { permutations: 999, seed: 1 }));
    expect(atLeast).toBeLessThan(5);
    expect(atLeast + atMost).toBeGreaterThanOrEqual(999);
  });

  test('local: the share among all choices of others in place of the neighbors', () => {
    const x = column([3, 1, 4, 1, 5, 9, 2, 6]);
    const y = column([2, 7, 1, 8, 2, 8, 1, 8]);
    const lists = [[1, 2], [0], [0, 3, 4], [2], [2, 5], [4, 6, 7], [5, 7], []];
    const draws = 40_000;
    const { graph } = weightsOf(lists);
    const counts = finished(leeLocalCounts(x, y, graph, { permutations: draws, seed: 4 }));
    const product = (areas: readonly number[]) => {
      const of = (values: Float64Array) =>
        areas.reduce((sum, j) => sum + values[j]! - values.reduce((total, value) => total + value) / 8, 0);
      return of(x) * of(y);
    };
    lists.forEach((list, i) => {
      if (list.length === 0) return;
      const sets = choices(
        lists.map((_, j) => j).filter((j) => j !== i),
        list.length,
      ).map(product);
      const observed = product(list);
      const atLeast = sets.filter((value) => value >= observed - 1e-9).length / sets.length;
      const atMost = sets.filter((value) => value <= observed + 1e-9).length / sets.length;
      expect(Math.abs(counts.atLeast[i]! / draws - atLeast)).toBeLessThan(5 * Math.sqrt(0.25 / draws));
      expect(Math.abs(counts.atMost[i]! / draws - atMost)).toBeLessThan(5 * Math.sqrt(0.25 / draws));
    });
    expect(permutationP(counts)[7]).toBeNaN();
  });

  test('nothing to test', () => {
    const constant = new Float64Array(16).fill(0.1);
    const plan = { permutations: 9, seed: 1 };
    const { statistic, local } = leeL(slope, constant, weights);
    expect(statistic).toBeNaN();
    expect([...local].every(Number.isNaN)).toBe(true);
    const { atLeast, atMost } = finished(leeCounts(slope, constant, weights, plan));
    expect(twoSidedP(atLeast, atMost, 9)).toBeNaN();
    const p = permutationP(finished(leeLocalCounts(constant, slope, weights.graph, plan)));
    expect([...p].every(Number.isNaN)).toBe(true);
  });
});

/** Every way to take `size` of `from`. */
function choices(from: readonly number[], size: number): number[][] {
  if (size === 0) return [[]];
  return from.flatMap((first, at) => choices(from.slice(at + 1), size - 1).map((rest) => [first, ...rest]));
}
