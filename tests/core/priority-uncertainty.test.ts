import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rankIntervals, ratePosterior } from '#core/beta-binomial.ts';
import { betaAbove } from '#core/beta-distribution.ts';
import { type Criterion, criterionRates, type Scaling, scaleCriteria } from '#core/criterion-scaling.ts';
import { type Aggregation, priorityIndex } from '#core/priority-index.ts';
import {
  edgeBand,
  type PriorityUncertainty,
  priorityUncertainty,
  surenessOf,
  type UncertaintyOptions,
} from '#core/priority-uncertainty.ts';
import { createRandom } from '#core/random.ts';
import { rankSets } from '#core/rank-sets.ts';
import { UNCERTAIN_FACTORS } from '#core/rank-tally.ts';

const PERCENT: Scaling = { kind: 'goalposts', low: 0, high: 100 };
const FIXED = { concentration: Number.POSITIVE_INFINITY, scalings: [], aggregations: [], rates: false };
const OPTIONS = { seed: 7, aggregation: 'arithmetic' as Aggregation, top: 1 };

function resultOf<T>(work: Generator<number, T>): T {
  let last = 0;
  for (let step = work.next(); ; step = work.next()) {
    if (step.done) return step.value;
    expect(step.value).toBeGreaterThan(last);
    expect(step.value).toBeLessThanOrEqual(1);
    last = step.value;
  }
}

function uncertainty(
  criteria: readonly Criterion[],
  options: Partial<UncertaintyOptions>,
): PriorityUncertainty {
  return resultOf(priorityUncertainty(criteria, { ...OPTIONS, ...FIXED, ...options }));
}

function criterion(values: readonly number[], rest: Partial<Criterion> = {}): Criterion {
  const own = Float64Array.from(values);
  return { id: 'c', values: own, direction: 'more-is-worse', scaling: PERCENT, weight: 1, ...rest };
}

const counts = {
  numerator: Float64Array.of(4, 30, 80, 12, 25, 9, 60, 21),
  denominator: Float64Array.of(40, 110, 260, 45, 140, 31, 300, 60),
};
const rate = criterion(Array.from(criterionRates(counts)), {
  counts,
  scaling: { kind: 'goalposts', low: 0, high: 1 },
});

describe('rank sets of one rate', () => {
  test('are those of the counts, turned where more is better, and of nothing but one rate', () => {
    const found = uncertainty([rate], { rates: true, runs: 20, top: 3, rankSets: true });
    const { low, high } = resultOf(rankSets(counts, { seed: OPTIONS.seed, simultaneous: false }));
    expect(found.rankSets).toEqual({ low: Float64Array.from(low), high: Float64Array.from(high) });
    const better = { ...rate, direction: 'more-is-better' } as const;
    const turned = uncertainty([better], { rates: true, runs: 20, top: 3, rankSets: true }).rankSets;
    expect(Array.from(turned?.low ?? [])).toEqual(Array.from(high, (rank) => 9 - rank));
    expect(uncertainty([rate], { runs: 20, top: 3 }).rankSets).toBeNull();
    const certain = criterion(Array.from(rate.values));
    expect(uncertainty([certain], { runs: 20, top: 3, rankSets: true }).rankSets).toBeNull();
    expect(uncertainty([rate, certain], { runs: 20, top: 3, rankSets: true }).rankSets).toBeNull();
  });
});

describe('ranks', () => {
  test('are those of the index where nothing is drawn', () => {
    const criteria = [criterion([10, 90, 40, Number.NaN]), criterion([20, 30, 95, 5], { weight: 2 })];
    const found = uncertainty(criteria, { runs: 10 });
    for (const column of [found.mean, found.low, found.median, found.high])
      expect(Array.from(column)).toEqual([3, 2, 1, Number.NaN]);
    expect(Array.from(found.inTop)).toEqual([0, 0, 1, Number.NaN]);
    expect(found.interaction).toBe(0);
    for (const factor of UNCERTAIN_FACTORS) expect(found.share[factor]).toBe(0);
  });

  test('follow the Dirichlet distribution of the weights', () => {
    const criteria = [criterion([100, 0], { weight: 3 }), criterion([0, 100], { weight: 2 })];
    const runs = 20_000;
    const found = uncertainty(criteria, { concentration: 10, runs });
    // The first weight is Beta(6, 4), and the first area leads where it is above a half.
    const leads = betaAbove(0.5, 6, 4);
    expect(Math.abs(found.inTop[0]! - leads)).toBeLessThan(4 * Math.sqrt((leads * (1 - leads)) / runs));
    expect(found.share.weights).toBe(1);
  });

  test('a weight of 0 stays 0', () => {
    const criteria = [criterion([0, 100], { weight: 0 }), criterion([90, 80]), criterion([90, 80])];
    expect(Array.from(uncertainty(criteria, { concentration: 5, runs: 200 }).mean)).toEqual([1, 2]);
  });

  test('of one rate are those of the beta-binomial posterior', () => {
    const found = uncertainty([rate], { rates: true, runs: 20_000, top: 3 });
    const expected = resultOf(rankIntervals(ratePosterior(counts), { seed: 99, top: 3, draws: 20_000 }));
    for (let i = 0; i < 8; i++) {
      expect(Math.abs(found.mean[i]! - expected.mean[i]!)).toBeLessThan(0.1);
      expect(Math.abs(found.inTop[i]! - expected.inTop[i]!)).toBeLessThan(0.025);
      expect(Math.abs(found.low[i]! - expected.low[i]!)).toBeLessThanOrEqual(1);
      expect(Math.abs(found.high[i]! - expected.high[i]!)).toBeLessThanOrEqual(1);
    }
    expect(found.share.posterior).toBe(1);
  });

  test('the same seed gives the same, another nearly the same', () => {
    const criteria = [rate, criterion([1, 9, 4, 7, 6, 2, 8, 3], { scaling: { kind: 'z' } })];
    const all = { seed: 5, aggregation: 'geometric', top: 3 } as const;
    const [once, again] = [0, 1].map(() => resultOf(priorityUncertainty(criteria, all)));
    const other = resultOf(priorityUncertainty(criteria, { ...all, seed: 6 }));
    expect(again).toEqual(once);
    expect(other).not.toEqual(once);
    expect(once!.runs).toBe(2000);
    once!.mean.forEach((mean, i) => {
      expect(Math.abs(mean - other.mean[i]!)).toBeLessThan(0.25);
    });
  });
});

test('without a quota the numbers are those that were given before there were any', () => {
  const criteria = [rate, criterion([1, 9, 4, 7, 6, 2, 8, 3], { scaling: { kind: 'z' } })];
  // Of the program before lists had rules, with just this call.
  const found = resultOf(priorityUncertainty(criteria, { seed: 5, aggregation: 'geometric', top: 3 }));
  expect(Array.from(found.inTop)).toEqual([0, 0.961, 0.404, 0.793, 0.0285, 0.0335, 0.566, 0.214]);
  expect(Array.from(found.mean)).toEqual([7.916, 1.354, 3.778, 2.835, 5.339, 6.4285, 3.5585, 4.791]);
  expect(Array.from(found.low)).toEqual([7, 1, 2, 1, 4, 4, 2, 2]);
  expect(Array.from(found.high)).toEqual([8, 3, 5, 5, 7, 7, 6, 6]);
  expect(found.share.posterior).toBe(0.3563571204026581);
  expect(found.interaction).toBe(0.21991625647321755);
});

describe('rates that chance alone explains', () => {
  // 24 areas of 50, ten or eleven cases each: less apart than chance would have them.
  const even = {
    numerator: Float64Array.from({ length: 24 }, (_, i) => 10 + (i % 2)),
    denominator: new Float64Array(24).fill(50),
  };
  const flat = criterion(Array.from(criterionRates(even)), {
    counts: even,
    scaling: { kind: 'goalposts', low: 0, high: 1 },
  });

  test('lie in nearly random order: as many are in the list as it is long, and none is robust', () => {
    const found = uncertainty([flat], { rates: true, runs: 4000, top: 8 });
    expect(found.alike).toEqual([0]);
    expect(found.inTop.reduce((sum, p) => sum + p, 0)).toBeCloseTo(8, 9);
    for (const [i, p] of found.inTop.entries()) {
      expect(Math.abs(p - 8 / 24)).toBeLessThan(0.05);
      expect([surenessOf(true, p, 4000), surenessOf(false, p, 4000)]).toEqual(['unsure', 'unsure']);
      expect(found.low[i]).toBeLessThan(4);
      expect(found.high[i]).toBeGreaterThan(21);
    }
  });

  test('leave the order to the criteria that tell areas apart', () => {
    const values = Array.from({ length: 24 }, (_, i) => 4 * i);
    const both = uncertainty([flat, criterion(values)], { rates: true, runs: 400, top: 8 });
    expect(both.alike).toEqual([0]);
    expect(Array.from(both.mean)).toEqual(values.map((_, i) => 24 - i));
  });

  test('without a case, or with nothing but cases, share one place', () => {
    const none = { numerator: new Float64Array(24), denominator: even.denominator };
    const found = uncertainty([{ ...flat, values: new Float64Array(24), counts: none }], {
      rates: true,
      runs: 10,
      top: 8,
    });
    expect(found.alike).toEqual([0]);
    expect(new Set(found.mean)).toEqual(new Set([1]));
  });
});

describe('a list with a quota', () => {
  const quota = { districtOf: Uint32Array.of(0, 0, 0, 0, 1, 1, 1, 1), least: 0, most: 8 };
  const all = { seed: 5, aggregation: 'arithmetic', top: 3, runs: 400 } as const;
  const inTop = (patch: Partial<UncertaintyOptions>) =>
    Array.from(resultOf(priorityUncertainty([rate], { ...all, ...patch })).inTop);

  test('that binds nothing is the list without one', () => {
    expect(inTop({ quota })).toEqual(inTop({}));
  });

  test('holds in every run as many as it is long, of each district what is allowed', () => {
    const found = inTop({ quota: { ...quota, most: 2 } });
    expect(found.reduce((sum, each) => sum + each)).toBeCloseTo(3, 9);
    for (const of of [found.slice(0, 4), found.slice(4)])
      expect(of.reduce((sum, each) => sum + each)).toBeLessThanOrEqual(2 + 1e-9);
    const least = inTop({ quota: { ...quota, least: 1 } });
    for (const of of [least.slice(0, 4), least.slice(4)])
      expect(of.reduce((sum, each) => sum + each)).toBeGreaterThanOrEqual(1 - 1e-9);
  });

  test('belongs to the areas given, also where one of them is not compared', () => {
    const gap = {
      ...rate,
      values: rate.values.map((value, i) => (i === 1 ? Number.NaN : value)),
    };
    const apart = resultOf(
      priorityUncertainty([gap], {
        ...all,
        ...FIXED,
        top: 2,
        quota: { ...quota, districtOf: Uint32Array.of(0, 9, 1, 1, 2, 2, 2, 2), least: 0, most: 1 },
      }),
    );
    // Without draws the highest rate of 1, then of 2: 80 / 260 leads 12 / 45, 21 / 60 leads district 2.
    expect(Array.from(apart.inTop)).toEqual([0, Number.NaN, 1, 0, 0, 0, 0, 1]);
  });
});

test('rates times children are ranked by affected children', () => {
  const { rates: _, ...certain } = FIXED;
  const byRank = { ...rate, scaling: { kind: 'percentile' } } as const;
  const found = uncertainty([byRank], {
    ...certain,
    times: counts.denominator,
    rates: true,
    runs: 400,
    top: 2,
  });
  // 80 and 60 cases against 30 and less.
  expect(found.inTop[2]).toBeGreaterThan(0.95);
  expect(found.inTop[6]).toBeGreaterThan(0.95);
  expect(found.inTop[1]).toBeLessThan(0.05);
});

test('an aggregation that is chosen is drawn, also where it is not usual', () => {
  const criteria = [criterion([10, 90, 40, 55]), criterion([20, 30, 95, 5], { weight: 2 })];
  const all = ['arithmetic', 'geometric', 'mazziotta-pareto'] as const;
  const run = (options: Partial<UncertaintyOptions>) =>
    resultOf(priorityUncertainty(criteria, { ...OPTIONS, runs: 400, ...options }));
  const own = run({ aggregation: 'mazziotta-pareto' });
  expect(own.mean).toEqual(run({ aggregation: 'mazziotta-pareto', aggregations: all }).mean);
  expect(run({}).mean).toEqual(run({ aggregations: ['arithmetic', 'geometric'] }).mean);
});

describe('what they hang on', () => {
  test('two choices against their full enumeration', () => {
    const criteria = [
      criterion([60, 95, 1, 40, 20], { scaling: { kind: 'goalposts', low: 0, high: 300 } }),
      criterion([50, 5, 99, 30, 60], { weight: 1.2 }),
    ];
    const scalings = ['goalposts', 'z', 'percentile'] as const;
    const aggregations = ['arithmetic', 'geometric'] as const;
    const found = uncertainty(criteria, { scalings, aggregations, runs: 20_000 });
    const ranks = scalings.map((kind) =>
      aggregations.map((by) => {
        const scaled = scaleCriteria(
          criteria.map((each) => ({ ...each, scaling: kind === 'goalposts' ? each.scaling : { kind } })),
        );
        return Array.from(priorityIndex(scaled, [1, 1.2], by).rank);
      }),
    );
    const average = (rows: readonly number[][]): number[] =>
      rows[0]!.map((_, i) => rows.reduce((sum, row) => sum + row[i]!, 0) / rows.length);
    const mean = average(ranks.flat());
    const spread = (rows: readonly number[][]): number =>
      rows.reduce((sum, row) => sum + row.reduce((all, each, i) => all + (each - mean[i]!) ** 2, 0), 0) /
      rows.length;
    const total = spread(ranks.flat());
    const scaling = spread(ranks.map(average)) / total;
    const aggregation = spread([0, 1].map((at) => average(ranks.map((row) => row[at]!)))) / total;
    expect(total).toBeGreaterThan(0.1);
    expect(Math.abs(found.share.scaling - scaling)).toBeLessThan(0.03);
    expect(Math.abs(found.share.aggregation - aggregation)).toBeLessThan(0.03);
    expect(Math.abs(found.interaction - (1 - scaling - aggregation))).toBeLessThan(0.05);
    mean.forEach((each, i) => {
      expect(Math.abs(found.mean[i]! - each)).toBeLessThan(0.05);
    });
  });

  test('a choice that changes no rank has no share beside one that does', () => {
    const { share } = uncertainty([rate], {
      rates: true,
      aggregations: ['arithmetic', 'geometric'],
      runs: 2000,
    });
    expect(share.posterior).toBeGreaterThan(0.95);
    expect(share.aggregation).toBeLessThan(0.05);
  });

  test('shares sum to 1, ranks keep their sum', () => {
    const column = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(fc.array(column, { minLength: 2, maxLength: 3 }), fc.nat(), (columns, seed) => {
        const criteria = columns.map((values) => criterion(values));
        const all = { ...OPTIONS, seed, top: 2, runs: 100 };
        const { share, interaction, mean, low, median, high, inTop } = resultOf(
          priorityUncertainty(criteria, all),
        );
        const sum = UNCERTAIN_FACTORS.reduce((part, factor) => part + share[factor], interaction);
        expect(sum === 0 || Math.abs(sum - 1) < 1e-9).toBe(true);
        expect(mean.reduce((part, each) => part + each)).toBeLessThanOrEqual(21 + 1e-9);
        expect(inTop.reduce((part, each) => part + each)).toBeGreaterThanOrEqual(1);
        for (let i = 0; i < 6; i++) {
          expect(low[i]! <= median[i]! && median[i]! <= high[i]!).toBe(true);
          expect(low[i]! <= mean[i]! + 6 && mean[i]! >= 1).toBe(true);
        }
      }),
      { numRuns: 30 },
    );
  });
});

describe('sure is what holds in eight of ten runs, in the list or outside it', () => {
  test('and near that edge what the runs cannot tell is said to be on it', () => {
    // Three standard errors of 2,000 runs: 3 x sqrt(0.8 x 0.2 / 2000) = 0.0268.
    expect(edgeBand(2000)).toBeCloseTo(0.0268328, 6);
    expect([0.83, 0.82, 0.8, 0.78, 0.77].map((p) => surenessOf(true, p, 2000))).toEqual([
      'sure',
      'edge',
      'edge',
      'edge',
      'unsure',
    ]);
    expect([0.17, 0.18, 0.22, 0.23].map((p) => surenessOf(false, p, 2000))).toEqual([
      'sure',
      'edge',
      'edge',
      'unsure',
    ]);
  });

  test('no two seeds call a place sure and unsure, as far as the band reaches', () => {
    const some = [0.79, 0.8, 0.81].flatMap((chance) =>
      [1, 2, 3, 4, 5, 6, 7, 8].map((seed) => {
        const random = createRandom(seed);
        let held = 0;
        for (let run = 0; run < 400; run++) if (random.unit() < chance) held++;
        return { chance, word: surenessOf(true, held / 400, 400) };
      }),
    );
    for (const { chance } of some) {
      const words = new Set(some.filter((each) => each.chance === chance).map(({ word }) => word));
      expect(words.has('sure') && words.has('unsure')).toBe(false);
      expect(words.has('edge')).toBe(true);
    }
  });
});

test('a list longer than the areas, or runs beyond counting, are refused', () => {
  const one = [criterion([1, 2, Number.NaN])];
  expect(() => uncertainty(one, { top: 3 })).toThrow(/top/);
  expect(() => uncertainty(one, { top: 0 })).toThrow(/top/);
  expect(() => uncertainty(one, { runs: 70_000 })).toThrow(/runs/);
});
