import { createNormalDraws } from './beta-distribution.ts';
import { invariant } from './problem.ts';
import { createRandom } from './random.ts';
import type { RateCounts } from './rates.ts';

export interface RankSetOptions {
  readonly seed: number;
  /** False: each set holds the rank of its area with the confidence asked for; true: all sets do at once, and are wider. */
  readonly simultaneous: boolean;
  /** Between 0 and 1; 0.95 where not given. */
  readonly confidence?: number;
  /** Bootstrap draws, at least 100; 10,000 where not given. */
  readonly draws?: number;
}

/** Which ranks of the true rates the counts leave open; rank 1 is the highest rate. By area. */
export interface RankSets {
  readonly low: Uint32Array;
  readonly high: Uint32Array;
  /** Studentized difference beyond which the first step tells areas apart; one number where simultaneous; NaN of one area alone. */
  readonly critical: Float64Array;
  readonly draws: number;
}

const CONFIDENCE = 0.95;
const DRAWS = 10_000;
const STEPS_BETWEEN_YIELDS = 2_000_000;

/**
 * Confidence sets for ranks (Mogstad, Romano, Shaikh & Wilhelm 2024, Rev. Econ. Stud. 91:476): two-sided tests of the
 * differences of an area's rate to those of all others, by the largest studentized difference and step-down (Romano &
 * Wolf 2005); with a areas surely higher and b surely lower, its rank is 1 + a to areas - b. Simultaneous: the tests of
 * all pairs together. A statement of the data alone: nothing is borrowed from other areas, so that the sets are wider
 * than intervals of posterior ranks. Of one rate; an index has no such counts.
 *
 * Draws are normal, with the variance p (1 - p) / N of each rate, p = (n + 1) / (N + 2) in it alone, so that no area is
 * without chance for having no case. The same seed, areas and order of areas give the same sets. O(draws areas^2), times
 * a few steps.
 * @returns a generator that yields the share done every few milliseconds between areas; simultaneous sets are one piece.
 * @throws where an area has no people or more cases than people, or confidence or draws are out of range.
 */
export function* rankSets(counts: RateCounts, options: RankSetOptions): Generator<number, RankSets> {
  const { seed, simultaneous, confidence = CONFIDENCE, draws = DRAWS } = options;
  const { numerator, denominator } = counts;
  const areas = numerator.length;
  invariant(confidence > 0 && confidence < 1, `a confidence of ${confidence}`);
  invariant(Number.isInteger(draws) && draws >= 100, `${draws} draws`);
  const variance = numerator.map((n, i) => {
    const N = denominator[i]!;
    invariant(n >= 0 && N > 0 && n <= N, `${n} of ${N} is no proportion`);
    const p = (n + 1) / (N + 2);
    return (p * (1 - p)) / N;
  });
  const rate = numerator.map((n, i) => n / denominator[i]!);
  const errors = drawErrors(variance, draws, seed);
  const scale = (i: number, j: number): number => 1 / Math.sqrt(variance[i]! + variance[j]!);
  const families = simultaneous ? 1 : areas;
  const [low, high] = [new Uint32Array(areas).fill(1), new Uint32Array(areas).fill(areas)];
  const critical = new Float64Array(families).fill(Number.NaN);
  const largest = new Float64Array(draws);
  let sinceYield = 0;
  for (let f = 0; f < families; f++) {
    let open = simultaneous ? allPairs(areas) : ownPairs(areas, f);
    for (let step = 0; open.length > 0; step++) {
      largest.fill(0);
      for (const [i, j] of open) {
        raise(largest, errors[i]!, errors[j]!, scale(i, j));
        sinceYield += draws;
      }
      const limit = largest.slice().sort()[Math.ceil(confidence * draws) - 1]!;
      if (step === 0) critical[f] = limit;
      const apart = open.filter(([i, j]) => Math.abs(rate[i]! - rate[j]!) * scale(i, j) > limit);
      if (apart.length === 0) break;
      for (const [i, j] of apart) {
        const higher = rate[i]! > rate[j]!;
        if (higher) high[i]! -= 1;
        else low[i]! += 1;
        if (!simultaneous) continue;
        if (higher) low[j]! += 1;
        else high[j]! -= 1;
      }
      const told = new Set(apart);
      open = open.filter((pair) => !told.has(pair));
    }
    if (sinceYield < STEPS_BETWEEN_YIELDS || f + 1 === families) continue;
    sinceYield = 0;
    yield (f + 1) / families;
  }
  return { low, high, critical, draws };
}

type Pair = readonly [i: number, j: number];

/** An area with all others: the differences that its own set rests on. */
function ownPairs(areas: number, i: number): readonly Pair[] {
  return Array.from({ length: areas }, (_, j): Pair => [i, j]).filter(([, j]) => j !== i);
}

function allPairs(areas: number): readonly Pair[] {
  return Array.from({ length: areas }, (_, i) => ownPairs(areas, i).slice(i)).flat();
}

/** By area, normal errors of its rate. */
function drawErrors(variance: Float64Array, draws: number, seed: number): readonly Float64Array[] {
  const normal = createNormalDraws(createRandom(seed));
  const errors = Array.from(variance, () => new Float64Array(draws));
  // Draw by draw, so that more draws begin as fewer do.
  for (let draw = 0; draw < draws; draw++) {
    for (let i = 0; i < variance.length; i++) errors[i]![draw] = Math.sqrt(variance[i]!) * normal();
  }
  return errors;
}

function raise(largest: Float64Array, first: Float64Array, second: Float64Array, scale: number): void {
  for (let draw = 0; draw < largest.length; draw++) {
    const size = Math.abs(first[draw]! - second[draw]!) * scale;
    if (size > largest[draw]!) largest[draw] = size;
  }
}
