import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { getisOrd, getisOrdStar } from '#core/getis-ord.ts';
import { localMoran } from '#core/local-moran.ts';
import { normalTwoSidedP } from '#core/normal-distribution.ts';
import { restrictGraph } from '#core/spatial-weights.ts';
import {
  casesOf,
  column,
  edgeCase,
  expectNear,
  ofAreasWithNeighbors,
  queenGrid,
  reportDeviations,
  vectorSets,
  weightsOf,
} from './spatial-vectors.ts';

const lattice = edgeCase('lattice3x3');
const six = edgeCase('getis6');
const missing = edgeCase('missing_columbus');
afterAll(reportDeviations);

describe.each(vectorSets())('spdep on $name', ({ name, expected, graphs }) => {
  test.each(casesOf(expected.local, graphs))('%s, %s, %s', (variable, scheme, style) => {
    const graph = graphs[scheme]!;
    const withNeighbors = (values: (number | null)[]) => ofAreasWithNeighbors(graph, values);
    const values = column(expected.variables[variable]);
    const { localG, localGstar } = expected.local[variable][scheme][style];
    for (const [which, local, reference] of [
      ['G', getisOrd(values, { graph, style }), localG],
      ['G*', getisOrdStar(values, { graph, style }), localGstar],
    ] as const) {
      expectNear(`${name} ${which}`, local.statistic, withNeighbors(reference.G), 1e-6);
      expectNear(`${name} E(${which})`, local.expected, withNeighbors(reference.E), 0);
      expectNear(`${name} V(${which})`, local.variance, withNeighbors(reference.V), 0);
      expectNear(`${name} z(${which})`, local.z, withNeighbors(reference.z));
      expectNear(`${name} p(${which})`, local.z.map(normalTwoSidedP), withNeighbors(reference.p_two), 0);
    }
  });
});

test.skipIf(!six)('the six points of esda', () => {
  expectNear('six points G', getisOrd(column(six.y), weightsOf(six.neighbors)).z, six.localG_z);
  expectNear('six points G*', getisOrdStar(column(six.y), weightsOf(six.neighbors)).z, six.localGstar_z);
});

test.skipIf(!lattice)('a lattice of 3 by 3', () => {
  expectNear('lattice G', getisOrd(column(lattice.x), weightsOf(lattice.neighbors)).z, lattice.G_B_z);
});

test.skipIf(!missing || vectorSets().length === 0)('areas without a value left out, one island left', () => {
  const present = (values: (number | null)[]) => values.filter((_, i) => missing.x[i] !== null);
  const kept = missing.x.flatMap((value: number | null, i: number) => (value === null ? [] : [i]));
  const graph = restrictGraph(vectorSets()[0]!.graphs.queen!, kept);
  const withNeighbors = (values: (number | null)[]) =>
    values.map((value, k) => (graph.offset[k] === graph.offset[k + 1] ? null : value));
  const values = column(present(missing.x));
  expectNear(
    'missing G',
    getisOrd(values, { graph, style: 'W' }).z,
    withNeighbors(present(missing.localG_z)),
  );
  const star = withNeighbors(present(missing.localGstar_z_incl_islands));
  expectNear('missing G*', getisOrdStar(values, { graph, style: 'W' }).z, star);
});

test('by hand: two of three neighbors hold 6 of the 8 elsewhere', () => {
  const { statistic, expected } = getisOrd(column([2, 5, 1, 2]), weightsOf([[1, 2], [0], [0], [0]]));
  expect(statistic[0]).toBeCloseTo(6 / 8, 14);
  expect(expected[0]).toBeCloseTo(2 / 3, 14);
  const star = getisOrdStar(column([2, 5, 1, 2]), weightsOf([[1, 2], [0], [0], [0]]));
  expect(star.statistic[0]).toBeCloseTo(8 / 10, 14);
});

test('z is that of local Moran, turned by the sign of the own deviation (Sokal, Oden & Thomson 1998)', () => {
  const weights = weightsOf(queenGrid(5, 4), 'W');
  const numbers = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 20, maxLength: 20 });
  fc.assert(
    fc.property(numbers, (list) => {
      const values = column(list);
      const mean = list.reduce((sum, value) => sum + value) / 20;
      const moran = localMoran(values, weights).z;
      getisOrd(values, weights).z.forEach((z, i) => {
        if (!Number.isNaN(moran[i]!)) expect(moran[i]).toBeCloseTo(Math.sign(list[i]! - mean) * z, 6);
      });
    }),
    { numRuns: 100 },
  );
});

test('what cannot vary has no z', () => {
  const star = weightsOf([[1, 2, 3], [0], [0], []], 'W');
  const allAround = getisOrd(column([5, 2, 4, 6]), star);
  expect(allAround.statistic[0]).toBeCloseTo(1 / 3, 14);
  expect(allAround.z[0]).toBeNaN();
  expect(allAround.statistic[3]).toBeNaN();
  expect(getisOrdStar(column([5, 2, 4, 6]), star).z[3]).toBeNaN();
  expect(getisOrd(column([0.1, 0.7, 0.1, 0.1]), weightsOf([[2], [0], [3], [1]])).z[1]).toBeNaN();
  for (const local of [
    getisOrd(column([0.1, 0.1, 0.1, 0.1]), star),
    getisOrdStar(column([0.1, 0.1, 0.1, 0.1]), star),
  ]) {
    for (const numbers of Object.values(local)) expect([...numbers].every(Number.isNaN)).toBe(true);
  }
});
