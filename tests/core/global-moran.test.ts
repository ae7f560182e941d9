import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { twoSidedP } from '#core/conditional-permutation.ts';
import { globalMoran, globalMoranCounts } from '#core/global-moran.ts';
import { restrictGraph, type SpatialWeights } from '#core/spatial-weights.ts';
import { finished } from '#core/stepped-work.ts';
import {
  casesOf,
  column,
  edgeCase,
  expectNear,
  queenGrid,
  reportDeviations,
  vectorSets,
  weightsOf,
} from './spatial-vectors.ts';

const lattice = edgeCase('lattice3x3');
const missing = edgeCase('missing_columbus');
afterAll(reportDeviations);

describe.each(vectorSets())('spdep on $name', ({ name, expected, graphs }) => {
  test.each(casesOf(expected.global, graphs))('%s, %s, %s', (variable, scheme, style) => {
    const { I, EI, randomisation, normality } = expected.global[variable][scheme][style];
    const moran = globalMoran(column(expected.variables[variable]), { graph: graphs[scheme]!, style });
    const { randomization } = moran;
    expectNear(`${name} moran I, E`, [moran.statistic, moran.expected], [I, EI]);
    expectNear(
      `${name} moran V`,
      [randomization.variance, moran.normality.variance],
      [randomisation.VI, normality.VI],
    );
    expectNear(`${name} moran z`, [randomization.z, moran.normality.z], [randomisation.z, normality.z]);
    expectNear(
      `${name} moran p`,
      [randomization.p, moran.normality.p],
      [randomisation.p_two, normality.p_two],
      0,
    );
  });
});

test.skipIf(!lattice)('a lattice of 3 by 3, published by esda', () => {
  const moran = globalMoran(column(lattice.x), weightsOf(lattice.neighbors));
  expect(moran.statistic).toBeCloseTo(0.5, 14);
  expect(moran.randomization.variance).toBeCloseTo(0.0596875, 14);
  expect(moran.normality.variance).toBeCloseTo(0.053125, 14);
});

test.skipIf(!missing || vectorSets().length === 0)('areas without a value left out, one island left', () => {
  const kept = missing.x.flatMap((value: number | null, i: number) => (value === null ? [] : [i]));
  const graph = restrictGraph(vectorSets()[0]!.graphs.queen!, kept);
  const moran = globalMoran(
    column(missing.x).filter((value) => !Number.isNaN(value)),
    { graph, style: 'W' },
  );
  const { statistic, expected, randomization } = moran;
  const { I, EI, VI, z, p_two } = missing.global;
  expectNear('missing', [statistic, expected, randomization.variance, randomization.z], [I, EI, VI, z]);
  expectNear('missing p', [randomization.p], [p_two], 0);
});

test('two neighbors that are opposites are at -1', () => {
  const weights = weightsOf([[1], [0], [3], [2]], 'W');
  expect(globalMoran(column([1, 3, 1, 3]), weights).statistic).toBe(-1);
  expect(globalMoran(column([1, 1, 3, 3]), weights).statistic).toBe(1);
});

test('nothing to test is NaN throughout, and counts 0', () => {
  const plan = { permutations: 99, seed: 1 };
  const nothing: [Float64Array, SpatialWeights][] = [
    [column([0.1, 0.1, 0.1, 0.1]), weightsOf([[1], [0], [3], [2]], 'W')],
    [column([1, 2]), weightsOf([[1], [0]])],
    [column([1, 2, 3]), weightsOf([[], [], []])],
  ];
  for (const [values, weights] of nothing) {
    const { statistic, expected, randomization, normality } = globalMoran(values, weights);
    for (const value of [statistic, expected, ...Object.values(randomization), ...Object.values(normality)]) {
      expect(value).toBeNaN();
    }
    const { atLeast, atMost } = finished(globalMoranCounts(values, weights, plan));
    expect(twoSidedP(atLeast, atMost, 99)).toBeNaN();
  }
});

describe('by permutation', () => {
  const weights = weightsOf(queenGrid(5, 5), 'W');
  const rising = Float64Array.from({ length: 25 }, (_, i) => i);

  test('a slope across a grid is never reached; the least p is 2 of (draws + 1)', () => {
    const { atLeast, atMost, permutations } = finished(
      globalMoranCounts(rising, weights, { permutations: 999, seed: 7 }),
    );
    expect([atLeast, atMost]).toEqual([0, 999]);
    expect(twoSidedP(atLeast, atMost, permutations)).toBe(0.002);
  });

  test('four areas: the share of all 24 orders, the equal ones on both sides', () => {
    const pairs = weightsOf([[1], [0], [3], [2]]);
    const { atLeast, atMost } = finished(
      globalMoranCounts(column([1, 2, 3, 4]), pairs, { permutations: 30_000, seed: 3 }),
    );
    expect(atLeast / 30_000).toBeCloseTo(1 / 3, 2);
    expect(atMost).toBe(30_000);
  });
});

test('x to ax + b leaves I, z and p as they are', () => {
  const weights = weightsOf(queenGrid(4, 3), 'W');
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 12, maxLength: 12 }),
      fc.double({ min: 0.01, max: 100, noNaN: true }),
      fc.double({ min: -100, max: 100, noNaN: true }),
      (values, a, b) => {
        fc.pre(new Set(values).size > 1);
        const plain = globalMoran(column(values), weights);
        const moved = globalMoran(column(values.map((value) => a * value + b)), weights);
        expect(moved.statistic).toBeCloseTo(plain.statistic, 9);
        expect(moved.randomization.z).toBeCloseTo(plain.randomization.z, 8);
        const plan = { permutations: 99, seed: 2 };
        expect(
          finished(globalMoranCounts(column(values.map((value) => a * value + b)), weights, plan)),
        ).toEqual(finished(globalMoranCounts(column(values), weights, plan)));
      },
    ),
    { numRuns: 60 },
  );
});
