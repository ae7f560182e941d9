import type { LinkWeights } from '#core/preparation-report.ts';
/** Agreement of one pair, field by field; -1 where a side is missing and nothing is said. */
export type Pattern = readonly number[];

export interface PatternCount {
  readonly pattern: Pattern;
  readonly count: number;
}

const ITERATIONS = 200;
const TOLERANCE = 1e-10;
/** No level is impossible because a sample did not hold it. */
const LEAST = 1e-6;

function floored(shares: readonly number[]): readonly number[] {
  const kept = shares.map((share) => Math.max(share, LEAST));
  const sum = kept.reduce((total, share) => total + share, 0);
  return kept.map((share) => share / sum);
}

/** Shares of the levels of each field among counted pairs, without the missing. */
export function levelShares(
  counts: readonly PatternCount[],
  levels: readonly number[],
): readonly (readonly number[])[] {
  return levels.map((size, field) => {
    const sums = new Array<number>(size).fill(0);
    for (const { pattern, count } of counts) {
      const level = pattern[field]!;
      if (level >= 0) sums[level]! += count;
    }
    const total = sums.reduce((sum, one) => sum + one, 0);
    return floored(total === 0 ? sums.map(() => 1 / size) : sums.map((one) => one / total));
  });
}

function likelihood(shares: LinkWeights['m'], pattern: Pattern): number {
  return pattern.reduce(
    (product, level, field) => (level < 0 ? product : product * shares[field]![level]!),
    1,
  );
}

/** Probability that a pair of this pattern is a match. */
export function matchProbability({ m, u, prior }: LinkWeights, pattern: Pattern): number {
  const match = prior * likelihood(m, pattern);
  const other = (1 - prior) * likelihood(u, pattern);
  return match / (match + other);
}

/** log2 of how much likelier the pattern is among matches (Fellegi & Sunter, 1969). */
export function matchWeight({ m, u }: LinkWeights, pattern: Pattern): number {
  return Math.log2(likelihood(m, pattern) / likelihood(u, pattern));
}

/** The pairs of one village: those compared, a sample of all, and how many there are. */
export interface PairCounts {
  readonly compared: readonly PatternCount[];
  /** Of random pairs, compared or not; -1 in fields that it does not tell. */
  readonly random: readonly PatternCount[];
  /** Shares of chance agreement in the fields that `random` does not tell. */
  readonly known: LinkWeights['u'];
  readonly pairs: number;
}

const inOrder = (counts: readonly PatternCount[]): readonly PatternCount[] =>
  [...counts].sort((a, b) => (a.pattern.join() < b.pattern.join() ? -1 : 1));

/** Shares of the levels in counted pairs, each pattern weighed; `before` where nothing is told of a field. */
function weighedShares(
  counts: readonly PatternCount[],
  weightOf: (pattern: Pattern) => number,
  before: LinkWeights['m'],
): { readonly shares: LinkWeights['m']; readonly total: number } {
  const sums = before.map((own) => own.map(() => 0));
  let total = 0;
  for (const { pattern, count } of counts) {
    const expected = count * weightOf(pattern);
    total += expected;
    pattern.forEach((level, field) => {
      if (level >= 0) sums[field]![level]! += expected;
    });
  }
  const shares = sums.map((own, field) => {
    const told = own.reduce((sum, one) => sum + one, 0);
    return told < LEAST ? before[field]! : floored(own.map((one) => one / told));
  });
  return { shares, total };
}

/**
 * Estimates m, u and the share of matches by expectation-maximization (Dempster, Laird & Rubin, 1977; Winkler, 1988): m
 * from the compared pairs, u from random pairs of one village less the matches among them. Pairs that blocking leaves out
 * count as no matches. Counts are taken in the order of their patterns, so that the order of rows changes no digit.
 * @param levels number of levels of each field, the highest the best agreement.
 */
export function estimateWeights(
  { compared, random, known, pairs }: PairCounts,
  levels: readonly number[],
): LinkWeights {
  const [counts, sample] = [inOrder(compared), inOrder(random)];
  let m: LinkWeights['m'] = levels.map((size) =>
    floored(Array.from({ length: size }, (_, level) => (level === size - 1 ? 0.9 : 0.1 / (size - 1)))),
  );
  const chance = levelShares(sample, levels);
  let u: LinkWeights['u'] = levels.map((_, field) =>
    sample.some(({ pattern }) => pattern[field]! >= 0) ? chance[field]! : known[field]!,
  );
  let prior = Math.min(0.1, 100 / Math.max(1_000, pairs));
  let iterations = 0;
  for (; iterations < ITERATIONS; iterations++) {
    const now: LinkWeights = { m, u, prior, iterations };
    const matches = weighedShares(counts, (pattern) => matchProbability(now, pattern), m);
    const others = weighedShares(sample, (pattern) => 1 - matchProbability(now, pattern), u);
    const next = Math.min(0.5, Math.max(1e-9, matches.total / Math.max(1, pairs)));
    const shift = Math.abs(next - prior);
    m = matches.shares;
    u = others.shares;
    prior = next;
    if (shift < TOLERANCE * prior) break;
  }
  return { m, u, prior, iterations };
}
