import { afterAll, describe, expect, test } from 'vitest';
import { localMoran, QUADRANTS, quadrantsOf } from '#core/local-moran.ts';
import { normalTwoSidedP } from '#core/normal-distribution.ts';
import { isolatesOf, restrictGraph } from '#core/spatial-weights.ts';
import {
  casesOf,
  column,
  edgeCase,
  expectNear,
  ofAreasWithNeighbors,
  reportDeviations,
  vectorSets,
  weightsOf,
} from './spatial-vectors.ts';

const lattice = edgeCase('lattice3x3');
const missing = edgeCase('missing_columbus');
afterAll(reportDeviations);

describe.each(vectorSets())('spdep and esda on $name', ({ name, expected, pysal, graphs }) => {
  test.each(casesOf(expected.local, graphs))('%s, %s, %s', (variable, scheme, style) => {
    const graph = graphs[scheme]!;
    const withNeighbors = (values: (number | null)[]) => ofAreasWithNeighbors(graph, values);
    const { Ii, conditional } = expected.local[variable][scheme][style].localmoran;
    const local = localMoran(column(expected.variables[variable]), { graph, style });
    expectNear(`${name} Ii`, local.statistic, withNeighbors(Ii));
    expectNear(`${name} E(Ii)`, local.expected, withNeighbors(conditional.E), 1e-5);
    expectNear(`${name} V(Ii)`, local.variance, withNeighbors(conditional.V), 1e-5);
    expectNear(`${name} z(Ii)`, local.z, withNeighbors(conditional.z));
    expectNear(`${name} p(Ii)`, local.z.map(normalTwoSidedP), withNeighbors(conditional.p_two), 0);
  });

  test.each(Object.keys(pysal.local))('the quadrants of %s', (key) => {
    const [variable, scheme] = key.split('|');
    const quadrants = quadrantsOf(column(expected.variables[variable!]), {
      graph: graphs[scheme!]!,
      style: 'W',
    });
    const isolates = new Set(isolatesOf(graphs[scheme!]!));
    const { q } = pysal.local[key];
    expect(Array.from(quadrants)).toEqual(
      q.map((quadrant: number, i: number) => (isolates.has(i) ? 0 : quadrant)),
    );
  });
});

const rates = vectorSets().flatMap(({ name, expected, graphs }) =>
  Object.entries<{ byW?: Record<string, { EBI: { z: number[]; I_W: number } }> }>(
    expected.rates ?? {},
  ).flatMap(([rate, { byW }]) =>
    Object.keys(byW ?? {}).map((scheme) => ({ name, rate, scheme, graphs, byW: byW! })),
  ),
);
test.skipIf(rates.length === 0)(
  'rates standardized by empirical Bayes: the mean of Ii is their global I',
  () => {
    for (const { rate, scheme, graphs, byW } of rates) {
      const graph = graphs[scheme]!;
      if (isolatesOf(graph).length > 0) continue;
      const { z, I_W } = byW[scheme]!.EBI;
      const { statistic } = localMoran(column(z), { graph, style: 'W' });
      expectNear(`${rate} EBI`, [statistic.reduce((sum, value) => sum + value) / z.length], [I_W]);
    }
  },
);

test.skipIf(!lattice)('a lattice of 3 by 3: the middle has no z, for its own value is the mean', () => {
  const local = localMoran(column(lattice.x), weightsOf(lattice.neighbors, 'W'));
  expectNear('lattice Ii', local.statistic, lattice.Ii_W);
  expectNear('lattice z', local.z, lattice.Ii_W_z);
});

test.skipIf(!missing || vectorSets().length === 0)('areas without a value left out, one island left', () => {
  const present = (values: (number | null)[]) => values.filter((_, i) => missing.x[i] !== null);
  const kept = missing.x.flatMap((value: number | null, i: number) => (value === null ? [] : [i]));
  const graph = restrictGraph(vectorSets()[0]!.graphs.queen!, kept);
  const local = localMoran(column(present(missing.x)), { graph, style: 'W' });
  const withNeighbors = (values: (number | null)[]) =>
    values.map((value, k) => (graph.offset[k] === graph.offset[k + 1] ? null : value));
  expectNear('missing Ii', local.statistic, withNeighbors(present(missing.localmoran_Ii)));
  expectNear('missing z', local.z, withNeighbors(present(missing.localmoran_z_cond)));
});

describe('a row of four areas', () => {
  const row = [[1], [0, 2], [1, 3], [2]];

  test('by hand', () => {
    // Deviations -3, -1, 1, 3; m2 = 5; lags -1, -1, 1, 1.
    const { statistic, expected } = localMoran(column([0, 2, 4, 6]), weightsOf(row, 'W'));
    expectNear('by hand', statistic, [0.6, 0.2, 0.2, 0.6]);
    expectNear('by hand E', expected, [-0.6, -1 / 15, -1 / 15, -0.6]);
    expect(Array.from(quadrantsOf(column([0, 2, 4, 6]), weightsOf(row)))).toEqual([3, 3, 1, 1]);
    expect(Array.from(quadrantsOf(column([0, 6, 0, 6]), weightsOf(row)), (q) => QUADRANTS[q - 1])).toEqual([
      'low-high',
      'high-low',
      'low-high',
      'high-low',
    ]);
  });

  test('an area with every other for a neighbor has no variance: no z', () => {
    const star = weightsOf([[1, 2, 3], [0], [0], [0]], 'W');
    const { variance, z } = localMoran(column([5, 2, 4, 6]), star);
    expect(variance[0]).toBe(0);
    expect(z[0]).toBeNaN();
  });

  test('nothing to test is NaN throughout and in no quadrant', () => {
    for (const values of [column([0.1, 0.1, 0.1, 0.1]), column([0.3, 0.1 + 0.2, 0.3, 0.3])]) {
      const local = localMoran(values, weightsOf(row));
      for (const numbers of Object.values(local)) expect([...numbers].every(Number.isNaN)).toBe(true);
      expect([...quadrantsOf(values, weightsOf(row))]).toEqual([0, 0, 0, 0]);
    }
  });
});
