import { expect, test } from 'vitest';
import { createRankTally, createVarianceTally } from '#core/rank-tally.ts';

test('quantiles, mean and share in the list of ranks counted', () => {
  const tally = createRankTally(3, 2);
  for (let run = 0; run < 20; run++)
    tally.add(run < 2 ? Uint32Array.of(2, 1, 3) : Uint32Array.of(1, 2, 3), null);
  const { mean, low, median, high, inTop, resolution } = tally.result(Uint32Array.of(0, 2, 3), 4);
  expect(Array.from(mean)).toEqual([1.1, Number.NaN, 1.9, 3]);
  expect(Array.from(low)).toEqual([1, Number.NaN, 1, 3]);
  expect(Array.from(median)).toEqual([1, Number.NaN, 2, 3]);
  expect(Array.from(high)).toEqual([2, Number.NaN, 2, 3]);
  expect(Array.from(inTop)).toEqual([1, Number.NaN, 1, 0]);
  expect(resolution).toBe(1);
});

test('of very many areas ranks are counted together, the interval never too narrow', () => {
  const areas = 6000;
  const tally = createRankTally(areas, 1);
  const rank = Uint32Array.from({ length: areas }, (_, i) => i + 1);
  tally.add(rank, null);
  const ranked = Uint32Array.from({ length: areas }, (_, i) => i);
  const { low, median, high, resolution } = tally.result(ranked, areas);
  expect(resolution).toBe(2);
  for (const i of [0, 1, 2999, areas - 1]) {
    expect(low[i]!).toBeLessThanOrEqual(rank[i]!);
    expect(high[i]!).toBeGreaterThanOrEqual(rank[i]!);
    expect(Math.abs(median[i]! - rank[i]!)).toBeLessThanOrEqual(resolution);
  }
});

test('a factor that two runs share, and that makes them equal, makes all the variance', () => {
  const tally = createVarianceTally(2);
  for (let pair = 0; pair < 10; pair++) {
    const [a, b] = [Uint32Array.of(1, 2), Uint32Array.of(2, 1)];
    tally.addRun(a);
    tally.addRun(b);
    tally.addPair('weights', a, a);
    tally.addPair('posterior', a, pair % 2 === 0 ? a : b);
  }
  const { share, interaction } = tally.shares(['weights', 'posterior']);
  // Variances 5 / 19 of each area, distances 10: 1 - 10 / 20 / (10 / 19) is 0.05, and both are scaled down to 1.
  expect(share.weights).toBeCloseTo(1 / 1.05, 12);
  expect(share.posterior).toBeCloseTo(0.05 / 1.05, 12);
  expect(interaction).toBe(0);
});
