import { afterAll, describe, expect, test } from 'vitest';
import { bivariateLocalMoran, bivariateMoran, bivariateMoranCounts } from '#core/bivariate-moran.ts';
import { twoSidedP } from '#core/conditional-permutation.ts';
import { globalMoran } from '#core/global-moran.ts';
import { quadrantsOf } from '#core/local-moran.ts';
import { finished } from '#core/stepped-work.ts';
import { column, expectNear, queenGrid, reportDeviations, vectorSets, weightsOf } from './spatial-vectors.ts';

afterAll(reportDeviations);

describe.each(vectorSets())('spdep on $name', ({ name, expected, graphs }) => {
  const cases = Object.keys(expected.bivariate).flatMap((pair) =>
    Object.keys(graphs).flatMap((scheme) =>
      expected.bivariate[pair][scheme]?.W?.moran_bv ? [[pair, scheme] as const] : [],
    ),
  );
  test.each(cases)('%s, %s', (pair, scheme) => {
    const [x, y] = pair.split('_').map((variable) => column(expected.variables[variable]));
    const { moran_bv, localmoran_bv } = expected.bivariate[pair][scheme].W;
    const weights = { graph: graphs[scheme]!, style: 'W' } as const;
    const both = [bivariateMoran(x!, y!, weights), bivariateMoran(y!, x!, weights)];
    expectNear(`${name} bivariate I`, both, [moran_bv.I, moran_bv.I_yx]);
    expectNear(`${name} bivariate Ii`, bivariateLocalMoran(x!, y!, weights), localmoran_bv.Ii);
  });
});

const weights = weightsOf(queenGrid(4, 4), 'W');
const slope = Float64Array.from({ length: 16 }, (_, i) => i);
const uneven = Float64Array.from({ length: 16 }, (_, i) => (i * 7) % 16);

test('of a column with itself it is Moran’s I, also for binary weights and lists that are not symmetric', () => {
  for (const some of [weights, weightsOf([[1], [2], [0, 1], ...Array(13).fill([0, 2])])]) {
    expect(bivariateMoran(uneven, uneven, some)).toBeCloseTo(globalMoran(uneven, some).statistic, 12);
  }
});

test('by hand: a row of three', () => {
  // Deviations of x -1, 0, 1; of y -1, 1, 0; lags of y 1, -1/2, 1; both standard deviations 1.
  const row = weightsOf([[1], [0, 2], [1]], 'W');
  expectNear('by hand', bivariateLocalMoran(column([1, 2, 3]), column([0, 2, 1]), row), [-1, 0, 1]);
  expect([...quadrantsOf(column([1, 2, 3]), row, column([0, 2, 1]))]).toEqual([2, 3, 1]);
});

test('two slopes are found by permutation, whichever row is asked first', () => {
  const falling = slope.map((value) => -value);
  const { atLeast, atMost, permutations } = finished(
    bivariateMoranCounts(slope, falling, weights, { permutations: 999, seed: 1 }),
  );
  expect([atLeast, atMost]).toEqual([999, 0]);
  expect(twoSidedP(atLeast, atMost, permutations)).toBe(0.002);
});

test('a constant or an area without neighbors is NaN', () => {
  const constant = new Float64Array(16).fill(0.1);
  expect(bivariateMoran(slope, constant, weights)).toBeNaN();
  expect([...bivariateLocalMoran(constant, slope, weights)].every(Number.isNaN)).toBe(true);
  const { atLeast, atMost } = finished(
    bivariateMoranCounts(constant, slope, weights, { permutations: 9, seed: 1 }),
  );
  expect(twoSidedP(atLeast, atMost, 9)).toBeNaN();
  expect(bivariateLocalMoran(column([1, 2, 4]), column([1, 3, 2]), weightsOf([[1], [0], []]))[2]).toBeNaN();
});
