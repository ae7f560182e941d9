import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  conditionalCounts,
  createSampler,
  fixedPoint,
  permutationP,
  twoSidedP,
} from '#core/conditional-permutation.ts';
import { tallyOfKeptDraws, tallyOfPassingDraws } from '#core/draw-tally.ts';
import { createRandom } from '#core/random.ts';
import { degreesOf } from '#core/spatial-lag.ts';
import { finished } from '#core/stepped-work.ts';
import { column, queenGrid, vectorSets, weightsOf } from './spatial-vectors.ts';

const sets = vectorSets();
const DRAWS = 99_999;
const graphOfLists = (lists: number[][]) => weightsOf(lists).graph;

/** The values whose neighbors' sums a key of `perm` is about: a variable, the second of two, or standardized rates. */
function permuted({ expected }: (typeof sets)[number], key: string): Float64Array {
  const [first, second, scheme] = key.split('|');
  if (first === 'BV_lag_of_second') return column(expected.variables[second!.split('_')[1]!]);
  if (first === 'EBrate_z') return column(expected.rates[second!].byW[scheme!].EBI.z);
  return column(expected.variables[first!]);
}

/** How often each of a set's probabilities from a million separate draws is met, in standard errors. */
function deviations(set: (typeof sets)[number], key: string, seed: number): Float64Array {
  const graph = set.graphs[key.split('|').at(-1)!]!;
  const counts = finished(conditionalCounts(permuted(set, key), graph, { permutations: DRAWS, seed }));
  const off: number[] = [];
  for (const [mine, reference] of [
    [counts.atLeast, set.pysal.perm[key].p_lag_ge],
    [counts.atMost, set.pysal.perm[key].p_lag_le],
  ] as const) {
    degreesOf(graph).forEach((degree, i) => {
      if (degree === 0) return;
      const p = reference[i];
      const error = Math.sqrt(p * (1 - p) * (1 / DRAWS + 1e-6));
      const difference = Math.abs(mine[i]! / DRAWS - p);
      if (difference > 5 * error + 1 / DRAWS) expect.fail(`${key} of ${i}: ${mine[i]! / DRAWS}, not ${p}`);
      if (error > 0) off.push(difference / error);
    });
  }
  return Float64Array.from(off);
}

/** One of each kind and scheme, and counts with ties; all where PETA_DEVIATIONS asks for every figure. */
function sample(keys: string[]): string[] {
  const kindOf = (key: string) => key.replace(/^(?!BV_|EB)[^|]+|(?<=\|)[^|]+(?=\|)/, '');
  const kinds = keys.map(kindOf);
  const chosen = (key: string, i: number) => kinds.indexOf(kinds[i]!) === i || key.startsWith('SID74|queen');
  return process.env.PETA_DEVIATIONS ? keys : keys.filter(chosen);
}

describe.each(sets)('a million separate draws of esda on $name', (set) => {
  test.each(sample(Object.keys(set.pysal.perm)))('%s', (key) => {
    const off = deviations(set, key, 1);
    const meanSquare = off.reduce((sum, z) => sum + z * z, 0) / off.length;
    expect(meanSquare).toBeLessThanOrEqual(2);
  });
});

describe('draws', () => {
  test('are distinct, and each ordered choice of 3 of 5 as frequent (chi-square, 59 degrees, 1 in 1,000)', () => {
    const draw = createSampler(5, 3, createRandom(11));
    const seen = new Map<string, number>();
    for (let p = 0; p < 60_000; p++) {
      const key = draw().subarray(0, 3).join();
      seen.set(key, (seen.get(key) ?? 0) + 1);
    }
    expect(seen.size).toBe(60);
    const chiSquare = [...seen.values()].reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
    expect(chiSquare).toBeLessThan(98.3);
  });

  test('are independent of the draw before (chi-square, 24 degrees, 1 in 1,000)', () => {
    const draw = createSampler(5, 3, createRandom(12));
    const seen = new Float64Array(25);
    for (let p = 0, before = draw()[0]!; p < 50_000; p++) {
      const first = draw()[0]!;
      seen[before * 5 + first]!++;
      before = first;
    }
    const chiSquare = seen.reduce((sum, count) => sum + (count - 2000) ** 2 / 2000, 0);
    expect(chiSquare).toBeLessThan(51.2);
  });

  test('of all that there are', () => {
    const draw = createSampler(6, 6, createRandom(1));
    for (let p = 0; p < 20; p++) expect([...draw()].sort()).toEqual([0, 1, 2, 3, 4, 5]);
  });
});

/** Every way to take `size` of `from`. */
function choices(from: readonly number[], size: number): number[][] {
  if (size === 0) return [[]];
  return from.flatMap((first, at) => choices(from.slice(at + 1), size - 1).map((rest) => [first, ...rest]));
}

describe('a small map with an area tied to all others, one to none, and ties', () => {
  const values = [0.1, 0.2, 0.3, 0.3, 0.5, 0.7, 0.1];
  const lists = [[1], [0, 2, 3, 4, 5, 6], [1, 3], [2, 4, 5], [], [0, 2, 4, 6], [5]];
  const sum = (areas: readonly number[]) => areas.reduce((total, j) => total + values[j]!, 0);
  const draws = 50_000;

  test('the share of draws is that of all choices of others, equal sums on both sides', () => {
    const counts = finished(
      conditionalCounts(column(values), graphOfLists(lists), { permutations: draws, seed: 2 }),
    );
    lists.forEach((list, i) => {
      if (list.length === 0) return;
      const all = choices(
        values.map((_, j) => j).filter((j) => j !== i),
        list.length,
      ).map(sum);
      const exact = (reached: (value: number) => boolean) => all.filter(reached).length / all.length;
      const atLeast = exact((value) => value >= sum(list) - 1e-9);
      const atMost = exact((value) => value <= sum(list) + 1e-9);
      const near = (p: number) => 5 * Math.sqrt((p * (1 - p)) / draws);
      expect(Math.abs(counts.atLeast[i]! / draws - atLeast)).toBeLessThanOrEqual(near(atLeast));
      expect(Math.abs(counts.atMost[i]! / draws - atMost)).toBeLessThanOrEqual(near(atMost));
    });
  });

  test('the area tied to all others always has the same sum: p is 1; the one tied to none has no p', () => {
    const p = permutationP(
      finished(conditionalCounts(column(values), graphOfLists(lists), { permutations: 999, seed: 2 })),
    );
    expect(p[1]).toBe(1);
    expect(p[4]).toBeNaN();
  });
});

test('the same counts whether draws are kept or pass, ties and corrections included', () => {
  const lists = queenGrid(4, 4);
  const degrees = degreesOf(graphOfLists(lists));
  const slack = Float64Array.from({ length: 9 }, (_, k) => k / 10);
  const random = createRandom(9);
  const observed = Float64Array.from(degrees, (k) => random.below(k * 4));
  const tallies = [tallyOfKeptDraws, tallyOfPassingDraws].map((create) =>
    create({ degrees, observed, slack }, 200),
  );
  for (let p = 0; p < 200; p++) {
    const byDegree = Float64Array.from({ length: 9 }, (_, k) => random.below(Math.max(1, k * 4)));
    const i = random.below(16);
    const own = random.below(degrees[i]! * 4);
    for (const tally of tallies) {
      tally.add(byDegree);
      tally.correct(i, byDegree[degrees[i]!]!, own);
    }
  }
  expect(tallies[0]!.result()).toEqual(tallies[1]!.result());
});

test('counts of one seed, on every engine', () => {
  const values = Float64Array.from({ length: 30 }, (_, i) => (i * i) % 17);
  const counts = finished(
    conditionalCounts(values, graphOfLists(queenGrid(6, 5)), { permutations: 9_999, seed: 2026 }),
  );
  expect([...counts.atLeast.subarray(0, 6)]).toEqual([7902, 7479, 2130, 461, 2617, 1942]);
  expect([...counts.atMost.subarray(0, 6)]).toEqual([2541, 2809, 8081, 9648, 7666, 8430]);
});

test('a hub of 3,000 neighbors: exact sums, few kept numbers', () => {
  const lists = [Array.from({ length: 3_000 }, (_, j) => j + 1), ...Array.from({ length: 3_200 }, () => [0])];
  const values = Float64Array.from({ length: 3_201 }, (_, i) => (i <= 3_000 ? i / 3 : 2_000));
  const counts = finished(conditionalCounts(values, graphOfLists(lists), { permutations: 99, seed: 1 }));
  expect([counts.atLeast[0], counts.atMost[0]]).toEqual([99, 0]);
});

test('progress rises to 1', () => {
  const shares = [
    ...conditionalCounts(
      Float64Array.from({ length: 400 }, (_, i) => i),
      graphOfLists(queenGrid(20, 20)),
      { permutations: 99_999, seed: 1 },
    ),
  ];
  expect(shares.length).toBeGreaterThan(3);
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
  expect(shares.at(-1)).toBeLessThanOrEqual(1);
});

test('nothing to test', () => {
  const plan = { permutations: 99, seed: 1 };
  for (const values of [
    [0.1, 0.1, 0.1],
    [1, 2],
    [0.3, 0.1 + 0.2, 0.3],
  ]) {
    const graph = graphOfLists(values.map((_, i) => [(i + 1) % values.length]));
    const p = permutationP(finished(conditionalCounts(column(values), graph, plan)));
    expect([...p].every(Number.isNaN)).toBe(true);
  }
  expect(fixedPoint(column([2, 2, 2]), 4)).toBeNull();
  expect(twoSidedP(0, 99, 99)).toBe(0.02);
  expect(twoSidedP(60, 60, 99)).toBe(1);
});

test('x to ax + b leaves every count as it is; to -x turns them round', () => {
  const graph = graphOfLists(queenGrid(4, 3));
  const plan = { permutations: 199, seed: 6 };
  const counts = (values: readonly number[]) => finished(conditionalCounts(column(values), graph, plan));
  const twelve = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 12, maxLength: 12 });
  const factor = fc.double({ min: 0.001, max: 1000, noNaN: true });
  fc.assert(
    fc.property(twelve, factor, fc.double({ min: -50, max: 50, noNaN: true }), (values, a, b) => {
      const plain = counts(values);
      expect(counts(values.map((value) => a * value + b))).toEqual(plain);
      const turned = counts(values.map((value) => -value));
      expect([turned.atLeast, turned.atMost]).toEqual([plain.atMost, plain.atLeast]);
    }),
    { numRuns: 100 },
  );
});

test('of a map without pattern 5 % are found at p <= 0.05, skewed values or not', () => {
  const graph = graphOfLists(queenGrid(20, 20));
  const random = createRandom(31);
  let found = 0;
  const maps = 25;
  for (let map = 0; map < maps; map++) {
    const values = Float64Array.from({ length: 400 }, () => -Math.log(1 - random.unit()));
    const p = permutationP(finished(conditionalCounts(values, graph, { permutations: 999, seed: map })));
    found += p.filter((value) => value <= 0.05).length;
  }
  // Neighbors share neighbors, so the spread is some three times that of 10,000 separate tests.
  expect(Math.abs(found / (400 * maps) - 0.05)).toBeLessThan(0.02);
});
