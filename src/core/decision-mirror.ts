import { ratePosterior } from './beta-binomial.ts';
import { invariant } from './problem.ts';
import type { RateCounts } from './rates.ts';

/** Areas that were chosen, and what is known of all, by area; NaN, or a denominator of 0, where not. */
export interface MirrorQuestion {
  /** 1 where an area was chosen in the earlier proposal. */
  readonly chosen: Uint8Array;
  /** Periods in which areas are to be alike, ascending; the last is the one that was decided on. */
  readonly before: readonly RateCounts[];
  readonly after: RateCounts;
}

/** A chosen area beside areas that were as it was and were not chosen. Rates are per 1. */
export interface MirrorPair {
  readonly area: number;
  /** Look-alikes, the most alike first. */
  readonly others: readonly number[];
  /** Mean distance to them: standard deviations of the areas' rates, root mean square over the matching periods. */
  readonly distance: number;
  /** Rate after less rate before, of the area and of its look-alikes on average. */
  readonly change: number;
  readonly othersChange: number;
  /** What is to be expected of chance alone, where nothing changed (see decisionMirror): of both. */
  readonly expected: number;
  readonly othersExpected: number;
}

export interface DecisionMirror {
  readonly pairs: readonly MirrorPair[];
  /** Means over the pairs. */
  readonly change: number;
  readonly othersChange: number;
  readonly expected: number;
  readonly othersExpected: number;
  /** Chosen areas left out: without a figure in one of the periods, or without a look-alike. */
  readonly left: readonly number[];
}

/** Fewer chosen areas show nothing but themselves. */
export const MIRROR_AREAS = 5;
const LOOK_ALIKES = 3;

const isKnown = ({ numerator, denominator }: RateCounts, i: number) =>
  numerator[i]! >= 0 && denominator[i]! > 0 && numerator[i]! <= denominator[i]!;

const mean = (values: readonly number[]) => values.reduce((sum, own) => sum + own, 0) / values.length;

/**
 * Areas that were chosen beside look-alikes that were not: each with the three nearest by its rates of the matching periods
 * (Euclidean, every period in standard deviations of the areas; an area may be a look-alike of several). It describes: who
 * was chosen was chosen for a reason, and no reason is matched but these rates.
 *
 * An area chosen for a high rate is likely to fall where nothing is done at all, for part of what was high was chance
 * (regression to the mean). What is to be expected so is the mean of its posterior among all areas (ratePosterior) less its
 * rate, as if other children had been measured after; where they are mostly the same it is less. O(chosen areas periods).
 * @returns null where fewer than MIRROR_AREAS chosen areas can be compared.
 */
export function decisionMirror({ chosen, before, after }: MirrorQuestion): DecisionMirror | null {
  const decided = before.at(-1);
  invariant(decided !== undefined, 'a period in which areas are alike');
  const areas = Array.from(chosen.keys());
  const known = areas.filter((i) => [...before, after].every((counts) => isKnown(counts, i)));
  const rate = ({ numerator, denominator }: RateCounts, i: number) => numerator[i]! / denominator[i]!;
  const scaled = before.map((counts) => {
    const rates = known.map((i) => rate(counts, i));
    const middle = mean(rates);
    const deviation = Math.sqrt(mean(rates.map((own) => (own - middle) ** 2)));
    return rates.map((own) => (deviation > 0 ? (own - middle) / deviation : 0));
  });
  const distance = (a: number, b: number) =>
    Math.sqrt(mean(scaled.map((column) => (column[a]! - column[b]!) ** 2)));
  const pick = (column: Float64Array) => Float64Array.from(known, (i) => column[i]!);
  const counts = { numerator: pick(decided.numerator), denominator: pick(decided.denominator) };
  const likely = known.length === 0 ? new Float64Array(0) : ratePosterior(counts).mean;
  const changes = known.map((i) => rate(after, i) - rate(decided, i));
  const chance = known.map((i, k) => likely[k]! - rate(decided, i));
  const free = known.flatMap((i, k) => (chosen[i] === 0 ? [k] : []));
  const pairs = known.flatMap((area, k): MirrorPair[] => {
    if (chosen[area] === 0 || free.length === 0) return [];
    const near = [...free].sort((a, b) => distance(k, a) - distance(k, b) || a - b).slice(0, LOOK_ALIKES);
    return [
      {
        area,
        others: near.map((other) => known[other]!),
        distance: mean(near.map((other) => distance(k, other))),
        change: changes[k]!,
        othersChange: mean(near.map((other) => changes[other]!)),
        expected: chance[k]!,
        othersExpected: mean(near.map((other) => chance[other]!)),
      },
    ];
  });
  if (pairs.length < MIRROR_AREAS) return null;
  const over = (of: 'change' | 'othersChange' | 'expected' | 'othersExpected') =>
    mean(pairs.map((pair) => pair[of]));
  const shown = new Set(pairs.map(({ area }) => area));
  return {
    pairs,
    change: over('change'),
    othersChange: over('othersChange'),
    expected: over('expected'),
    othersExpected: over('othersExpected'),
    left: areas.filter((i) => chosen[i] !== 0 && !shown.has(i)),
  };
}
