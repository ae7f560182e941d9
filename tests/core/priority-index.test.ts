import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Criterion,
  criterionRates,
  LACKS_NONE,
  type Scaling,
  scaleCriteria,
} from '#core/criterion-scaling.ts';
import {
  type Aggregation,
  contributionsOf,
  normalizeWeights,
  priorityIndex,
  withWeight,
} from '#core/priority-index.ts';
import { sharedPath } from '#tests/shared-data.ts';

const Z: Scaling = { kind: 'z' };
const PERCENTILE: Scaling = { kind: 'percentile' };
const PERCENT: Scaling = { kind: 'goalposts', low: 0, high: 100 };
const AGGREGATIONS: readonly Aggregation[] = ['arithmetic', 'geometric', 'mazziotta-pareto'];

function criterion(values: readonly number[], scaling = PERCENT, rest: Partial<Criterion> = {}): Criterion {
  return {
    id: 'c',
    values: Float64Array.from(values),
    direction: 'more-is-worse',
    scaling,
    weight: 1,
    ...rest,
  };
}

function indexOf(criteria: readonly Criterion[], aggregation: Aggregation = 'arithmetic') {
  return priorityIndex(
    scaleCriteria(criteria),
    criteria.map(({ weight }) => weight),
    aggregation,
  );
}

const vectors = sharedPath('vectors/composite/expected.json');

interface Composite {
  readonly weights: readonly number[];
  readonly minmax: readonly number[][];
  readonly z_pop: readonly number[][];
  readonly percent_rank: readonly number[][];
  readonly arith_minmax_0_100: readonly number[];
  readonly geom_minmax_1_100: readonly number[];
  readonly arith_z_pop: readonly number[];
  readonly mpi_plus_equal_weights: readonly number[];
  readonly arith_percent_rank_0_100: readonly number[];
  readonly rank_arith: readonly number[];
  readonly rank_geom: readonly number[];
  readonly rank_z: readonly number[];
  readonly rank_mpi: readonly number[];
  readonly rank_percent: readonly number[];
}

describe.skipIf(vectors === null)('the shared vectors', () => {
  const all = vectors === null ? {} : JSON.parse(readFileSync(vectors, 'utf8'));
  const near = (name: string, actual: ArrayLike<number>, expected: readonly number[]): void => {
    expect(actual.length).toBe(expected.length);
    expected.forEach((value, i) => {
      const off = Math.abs(actual[i]! - value) / Math.max(1, Math.abs(value));
      expect(off, `${name} of ${i}`).toBeLessThan(1e-9);
    });
  };

  test.each([
    ['equal_raw', 'X_raw'],
    ['weighted_raw_50_20_30', 'X_raw'],
    ['equal_eb', 'X_eb'],
  ])('%s to 1e-9, ranks exactly', (name, input) => {
    const expected: Composite = all[name];
    const columns: number[][] = [0, 1, 2].map((k) => all[input].map((row: number[]) => row[k]!));
    const scaledBy = (of: (column: number[]) => Scaling) =>
      scaleCriteria(columns.map((column) => criterion(column, of(column))));
    const minMax = scaledBy((c) => ({ kind: 'goalposts', low: Math.min(...c), high: Math.max(...c) }));
    const [z, percentile] = [scaledBy(() => Z), scaledBy(() => PERCENTILE)];
    const k = [0, 1, 2];
    k.forEach((at) => {
      near(
        'minmax',
        minMax.urgency[at]!.map((u) => u / 100),
        expected.minmax.map((row) => row[at]!),
      );
      near(
        'z_pop',
        z.urgency[at]!.map((u) => (u - 50) / 10),
        expected.z_pop.map((row) => row[at]!),
      );
      near(
        'percent_rank',
        percentile.urgency[at]!.map((u) => u / 100),
        expected.percent_rank.map((row) => row[at]!),
      );
    });
    const arithmetic = priorityIndex(minMax, expected.weights, 'arithmetic');
    const geometric = priorityIndex(minMax, expected.weights, 'geometric');
    const ofZ = priorityIndex(z, expected.weights, 'arithmetic');
    const ofRanks = priorityIndex(percentile, expected.weights, 'arithmetic');
    const pareto = priorityIndex(z, [1, 1, 1], 'mazziotta-pareto');
    near('arith_minmax', arithmetic.score, expected.arith_minmax_0_100);
    near('geom_minmax', geometric.score, expected.geom_minmax_1_100);
    near(
      'arith_z_pop',
      ofZ.score.map((s) => (s - 50) / 10),
      expected.arith_z_pop,
    );
    near('percent', ofRanks.score, expected.arith_percent_rank_0_100);
    near(
      'mpi_plus',
      pareto.score.map((s) => s + 50),
      expected.mpi_plus_equal_weights,
    );
    expect(Array.from(arithmetic.rank)).toEqual(expected.rank_arith);
    expect(Array.from(geometric.rank)).toEqual(expected.rank_geom);
    expect(Array.from(ofZ.rank)).toEqual(expected.rank_z);
    expect(Array.from(ofRanks.rank)).toEqual(expected.rank_percent);
    expect(Array.from(pareto.rank)).toEqual(expected.rank_mpi);
  });
});

describe('scores that a person can check', () => {
  const sick = criterion([10, 20, 40], { kind: 'goalposts', low: 0, high: 40 });
  const weighed = criterion([90, 60, 90], PERCENT, { direction: 'more-is-better', weight: 3 });

  test('goalposts, direction and weights', () => {
    const { urgency } = scaleCriteria([sick, weighed]);
    expect(Array.from(urgency[0]!)).toEqual([25, 50, 100]);
    expect(Array.from(urgency[1]!)).toEqual([10, 40, 10]);
    const index = indexOf([sick, weighed]);
    expect(Array.from(index.score)).toEqual([13.75, 42.5, 32.5]);
    expect(Array.from(index.rank)).toEqual([3, 1, 2]);
  });

  test('values beyond a goalpost are drawn in to it, and counted', () => {
    const scaled = scaleCriteria([criterion([-5, 0, 50, 100, 130])]);
    expect(Array.from(scaled.urgency[0]!)).toEqual([0, 0, 50, 100, 100]);
    expect(Array.from(scaled.drawnIn)).toEqual([2]);
    expect(Array.from(scaled.beyond[0]!)).toEqual([-5, 0, 0, 0, 30]);
    expect(() => scaleCriteria([criterion([1], { kind: 'goalposts', low: 3, high: 3 })])).toThrow(
      /goalposts/,
    );
  });

  test('areas beyond a goalpost keep their order, by whatever is aggregated; true equals share a rank', () => {
    const wide = criterion([554, 424, 493, 390, 493, Number.NaN], { kind: 'goalposts', low: 0, high: 400 });
    for (const by of ['arithmetic', 'geometric', 'mazziotta-pareto'] as const) {
      const { score, rank } = priorityIndex(scaleCriteria([wide]), [1], by);
      expect(Array.from(score).slice(0, 3)).toEqual([100, 100, 100]);
      expect(Array.from(rank)).toEqual([1, 4, 2, 5, 2, 0]);
    }
    const better = criterion(
      [30, 45, 50, 10],
      { kind: 'goalposts', low: 50, high: 100 },
      {
        direction: 'more-is-better',
      },
    );
    expect(Array.from(indexOf([better]).rank)).toEqual([2, 3, 4, 1]);
    // At the other end too: the one further below the goalpost is the less urgent.
    expect(Array.from(indexOf([criterion([-5, -9, 3, 0])]).rank)).toEqual([3, 4, 1, 2]);
  });

  test('a criterion without weight breaks no tie', () => {
    const beyond = criterion([500, 600], { kind: 'goalposts', low: 0, high: 400 }, { weight: 0 });
    expect(Array.from(indexOf([criterion([50, 50]), beyond]).rank)).toEqual([1, 1]);
  });

  test('geometric asks for urgency in everything, Mazziotta-Pareto for urgency in something', () => {
    const even = [50, 50, 50];
    const both = [criterion([100, ...even]), criterion([0, ...even])];
    expect(Array.from(indexOf(both).rank)).toEqual([1, 1, 1, 1]);
    expect(indexOf(both, 'geometric').score[0]).toBeCloseTo(10, 12);
    expect(Array.from(indexOf(both, 'geometric').rank)).toEqual([4, 1, 1, 1]);
    // Mean 50, variance 2,500: 50 + 2500 / (50 + 700 / 6).
    expect(indexOf(both, 'mazziotta-pareto').score[0]).toBeCloseTo(65, 12);
    expect(Array.from(indexOf(both, 'mazziotta-pareto').rank)).toEqual([1, 2, 2, 2]);
  });

  test('the adjusted Mazziotta-Pareto index of two goalposts, 70 to 130', () => {
    const { score } = indexOf([criterion([100]), criterion([0])], 'mazziotta-pareto');
    const [mean, variance] = [100, 900];
    expect(70 + 0.6 * score[0]!).toBeCloseTo(mean + variance / mean, 12);
  });

  test.each([Z, PERCENTILE])('a criterion that does not vary is 50 everywhere: $kind', (scaling) => {
    const flat = [0.1 + 0.2, 0.1 + 0.2, 0.1 + 0.2];
    const { urgency } = scaleCriteria([criterion(flat, scaling), criterion([1, 2, 3])]);
    expect(Array.from(urgency[0]!)).toEqual([50, 50, 50]);
  });

  test('an area that lacks a criterion has no score, no rank, and says which', () => {
    const some = criterion([1, Number.NaN, 3], Z);
    const others = criterion([5, 6, Number.POSITIVE_INFINITY], Z, { weight: 0 });
    const scaled = scaleCriteria([some, others]);
    expect(Array.from(scaled.lacks)).toEqual([LACKS_NONE, 0, 1]);
    expect(Array.from(scaled.complete)).toEqual([0]);
    for (const aggregation of AGGREGATIONS) {
      const { score, rank } = priorityIndex(scaled, [1, 0], aggregation);
      expect(Array.from(rank)).toEqual([1, 0, 0]);
      expect(score[1]).toBeNaN();
      expect(score[2]).toBeNaN();
    }
  });

  test('without any area that has everything nothing is ranked', () => {
    const index = indexOf([criterion([Number.NaN, 1]), criterion([1, Number.NaN], PERCENTILE)]);
    expect(Array.from(index.rank)).toEqual([0, 0]);
  });

  test('sums that differ only by rounding share a rank', () => {
    const thirds = [criterion([10, 20, 30]), criterion([20, 30, 10]), criterion([30, 10, 20])];
    const { score, rank } = indexOf(thirds.map((each) => ({ ...each, weight: 1 / 3 })));
    expect(new Set(score).size).toBeGreaterThan(1);
    expect(Array.from(rank)).toEqual([1, 1, 1]);
  });

  test('rates of nobody are none', () => {
    const counts = { numerator: Float64Array.of(1, 0, Number.NaN), denominator: Float64Array.of(4, 0, 9) };
    expect(Array.from(criterionRates(counts))).toEqual([0.25, Number.NaN, Number.NaN]);
  });
});

describe('weights', () => {
  test('the others keep their proportions, and come back from 0', () => {
    const weights = Float64Array.of(0.5, 0.3, 0.2);
    expect(Array.from(withWeight(weights, 0, 0.75))).toEqual([0.75, 0.15, 0.1]);
    expect(Array.from(withWeight(weights, 0, 1))).toEqual([1, 0, 0]);
    expect(Array.from(withWeight(weights, 0, 0))).toEqual([0, 0.6, 0.4]);
    expect(Array.from(withWeight(Float64Array.of(1, 0, 0), 0, 0.5))).toEqual([0.5, 0.25, 0.25]);
    expect(Array.from(withWeight(weights, 0, 7))).toEqual([1, 0, 0]);
    expect(Array.from(withWeight(Float64Array.of(1), 0, 0.2))).toEqual([1]);
  });

  test('weights below 0, none above 0, or too few are refused', () => {
    expect(() => normalizeWeights([1, -1])).toThrow(/weight/);
    expect(() => normalizeWeights([0, 0])).toThrow(/weight/);
    expect(() => priorityIndex(scaleCriteria([criterion([1])]), [1, 1], 'arithmetic')).toThrow(/weights/);
  });

  test('always sum to 1', () => {
    const moves = fc.array(
      fc.tuple(fc.nat(3), fc.oneof(fc.constantFrom(0, 1), fc.double({ min: 0, max: 1, noNaN: true }))),
    );
    fc.assert(
      fc.property(moves, (each) => {
        let weights = Float64Array.of(0.25, 0.25, 0.25, 0.25);
        for (const [k, value] of each) {
          weights = Float64Array.from(withWeight(weights, k, value));
          expect(weights[k]).toBe(value);
          expect(Math.abs(weights.reduce((sum, weight) => sum + weight) - 1)).toBeLessThan(1e-12);
          expect(Math.min(...weights)).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });
});

describe('laws', () => {
  const value = fc.oneof(
    { weight: 9, arbitrary: fc.integer({ min: 0, max: 1000 }).map((x) => x / 10) },
    { weight: 1, arbitrary: fc.constant(Number.NaN) },
  );
  const scaling = fc.constantFrom(PERCENT, Z, PERCENTILE);
  const direction = fc.constantFrom<Criterion['direction'][]>('more-is-worse', 'more-is-better');
  const tables = fc.integer({ min: 1, max: 12 }).chain((areas) =>
    fc.array(
      fc
        .tuple(
          fc.array(value, { minLength: areas, maxLength: areas }),
          scaling,
          direction,
          fc.integer({ min: 1, max: 9 }),
        )
        .map(([values, by, way, weight]) => criterion(values, by, { direction: way, weight })),
      { minLength: 1, maxLength: 4 },
    ),
  );
  const aggregation = fc.constantFrom(...AGGREGATIONS);

  test('contributions are never below 0 and sum to the score, exactly for arithmetic', () => {
    fc.assert(
      fc.property(tables, aggregation, (criteria, by) => {
        const scaled = scaleCriteria(criteria);
        const index = priorityIndex(
          scaled,
          criteria.map(({ weight }) => weight),
          by,
        );
        const parts = contributionsOf(scaled, index);
        for (const i of scaled.complete) {
          const own = parts.map((column) => column[i]!);
          const sum = own.reduce((all, part) => all + part, 0);
          expect(Math.min(...own)).toBeGreaterThanOrEqual(0);
          if (by === 'arithmetic') expect(sum).toBe(index.score[i]);
          else expect(Math.abs(sum - index.score[i]!)).toBeLessThan(1e-11);
        }
      }),
    );
  });

  test('a score lies among the urgencies, is ranked only if complete, and equal areas share a rank', () => {
    fc.assert(
      fc.property(tables, aggregation, fc.nat(11), (criteria, by, pick) => {
        const twin = pick % criteria[0]!.values.length;
        const doubled = criteria.map((each) => ({
          ...each,
          values: Float64Array.of(...each.values, each.values[twin]!),
        }));
        const { urgency, lacks } = scaleCriteria(doubled);
        const { score, rank } = indexOf(doubled, by);
        expect(rank[twin]).toBe(rank.at(-1));
        for (let i = 0; i < score.length; i++) {
          const missing = doubled.some(({ values }) => Number.isNaN(values[i]!));
          expect(rank[i] === 0).toBe(missing);
          expect(lacks[i] === LACKS_NONE).toBe(!missing);
          if (missing) continue;
          const own = urgency.map((column) => (by === 'geometric' ? 1 + 0.99 * column[i]! : column[i]!));
          expect(score[i]).toBeGreaterThanOrEqual(Math.min(...own) - 1e-9);
          expect(score[i]).toBeLessThanOrEqual(Math.max(...own) + 1e-9);
          const above = score.filter((other) => Math.round(other * 1e8) > Math.round(score[i]! * 1e8));
          expect(rank[i]).toBe(above.length + 1);
        }
      }),
    );
  });

  test('units of a criterion do not matter to z and percentile', () => {
    fc.assert(
      fc.property(tables, fc.integer({ min: 1, max: 50 }), fc.integer(), (criteria, a, b) => {
        for (const by of [Z, PERCENTILE]) {
          const own = criteria.map((each) => ({ ...each, scaling: by }));
          const other = own.map((each) => ({ ...each, values: each.values.map((x) => a * x + (b % 1000)) }));
          const [first, second] = [scaleCriteria(own), scaleCriteria(other)];
          for (let k = 0; k < own.length; k++)
            for (const i of first.complete) {
              expect(Math.abs(first.urgency[k]![i]! - second.urgency[k]![i]!)).toBeLessThan(1e-6);
            }
        }
      }),
    );
  });

  test('areas that lack something change nothing for the others', () => {
    fc.assert(
      fc.property(tables, aggregation, (criteria, by) => {
        const { complete } = scaleCriteria(criteria);
        const only = criteria.map((each) => ({
          ...each,
          values: Float64Array.from(complete, (i) => each.values[i]!),
        }));
        const [whole, part] = [indexOf(criteria, by), indexOf(only, by)];
        expect(Array.from(complete, (i) => whole.score[i])).toEqual(Array.from(part.score));
        expect(Array.from(complete, (i) => whole.rank[i])).toEqual(Array.from(part.rank));
      }),
    );
  });
});
