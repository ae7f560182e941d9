import { differenceInterval } from './change.ts';
import { normalReach } from './rates.ts';

/** Children of one group of welfare: affected, and all whose state is known. */
export interface WelfareGroup {
  readonly n: number;
  readonly N: number;
}

/** A measure with its 95 % interval; NaN where it cannot be told. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** Measures of an adverse outcome over groups from the poorest to the best off. */
export interface Inequality {
  /** Rate of the poorest less that of the best off, per 1 (Newcombe 1998). */
  readonly difference: Estimate;
  /** Rate of the poorest by that of the best off (interval by its logarithm: Katz et al. 1978, Biometrics 34:469). */
  readonly ratio: Estimate;
  /** Slope index: the rate at the poorest end less that at the richest, per 1, of a logistic line over ranks. */
  readonly slope: Estimate;
  /** Relative concentration index, -1 to 1; below 0: more among the poor. */
  readonly concentration: Estimate;
}

const NOTHING: Estimate = { value: Number.NaN, low: Number.NaN, high: Number.NaN };
const REACH = normalReach(0.95);

function around(value: number, error: number): Estimate {
  return { value, low: value - REACH * error, high: value + REACH * error };
}

function differenceOf(poor: WelfareGroup, rich: WelfareGroup): Estimate {
  const [low, high] = differenceInterval([rich.n, rich.N], [poor.n, poor.N]);
  return { value: poor.n / poor.N - rich.n / rich.N, low, high };
}

function ratioOf(poor: WelfareGroup, rich: WelfareGroup): Estimate {
  if (poor.n === 0 || rich.n === 0) return NOTHING;
  const value = poor.n / poor.N / (rich.n / rich.N);
  const error = Math.sqrt(1 / poor.n - 1 / poor.N + 1 / rich.n - 1 / rich.N);
  return { value, low: value * Math.exp(-REACH * error), high: value * Math.exp(REACH * error) };
}

/** Where the middle of each group stands among all, 0 the poorest and 1 the best off. */
function midpoints(groups: readonly WelfareGroup[]): readonly number[] {
  const all = groups.reduce((sum, { N }) => sum + N, 0);
  let before = 0;
  return groups.map(({ N }) => {
    const middle = (before + N / 2) / all;
    before += N;
    return middle;
  });
}

const logistic = (x: number) => 1 / (1 + Math.exp(-x));
const MOST_STEPS = 50;

/** Logistic regression of n of N on rank, by Fisher scoring; null where it does not settle. */
function slopeOf(groups: readonly WelfareGroup[], ranks: readonly number[]): Estimate {
  let [a, b] = [0, 0];
  for (let step = 0; step < MOST_STEPS; step++) {
    let [ga, gb, haa, hab, hbb] = [0, 0, 0, 0, 0];
    for (const [k, { n, N }] of groups.entries()) {
      const x = ranks[k]!;
      const p = logistic(a + b * x);
      const [rest, weight] = [n - N * p, N * p * (1 - p)];
      ga += rest;
      gb += rest * x;
      haa += weight;
      hab += weight * x;
      hbb += weight * x * x;
    }
    const determinant = haa * hbb - hab * hab;
    if (!(determinant > 1e-12)) return NOTHING;
    const [da, db] = [(hbb * ga - hab * gb) / determinant, (haa * gb - hab * ga) / determinant];
    a += da;
    b += db;
    if (Math.abs(da) + Math.abs(db) > 1e-12) continue;
    const [poor, rich] = [logistic(a), logistic(a + b)];
    // Delta method: the gradient of poor - rich in a and b.
    const [va, vb] = [poor * (1 - poor), rich * (1 - rich)];
    const [ka, kb] = [va - vb, -vb];
    const variance = (ka * ka * hbb - 2 * ka * kb * hab + kb * kb * haa) / determinant;
    return around(poor - rich, Math.sqrt(variance));
  }
  return NOTHING;
}

function concentrationOf(groups: readonly WelfareGroup[], ranks: readonly number[]): Estimate {
  const all = groups.reduce((sum, { N }) => sum + N, 0);
  const mean = groups.reduce((sum, { n }) => sum + n, 0) / all;
  if (mean === 0) return NOTHING;
  const absolute = groups.reduce((sum, { n }, k) => sum + (n / all) * (2 * ranks[k]! - 1), 0);
  const variance = groups.reduce((sum, { n, N }, k) => {
    const p = n / N;
    const gradient = ((N / all) * ((2 * ranks[k]! - 1) * mean - absolute)) / mean ** 2;
    return sum + (gradient ** 2 * p * (1 - p)) / N;
  }, 0);
  return around(absolute / mean, Math.sqrt(variance));
}

/**
 * Difference, ratio, slope index and concentration index of an adverse outcome, as WHO HEAT defines them (Schlotheuber &
 * Hosseinpoor 2022, Int. J. Environ. Res. Public Health 19:3697), on the side of the burden: above 0, or a ratio above 1,
 * the poorest bear more. The groups are ranked by the share of children in them; that within a group all are alike is an
 * approximation, the coarser the wider the group. Intervals take children as independent of each other.
 * @param groups from the poorest to the best off. @returns NaN wherever the extreme groups, or for the indices any
 * group, have no children or are not known.
 */
export function inequality(groups: readonly WelfareGroup[]): Inequality {
  const [poor, rich] = [groups[0], groups.at(-1)];
  const isKnown = ({ n, N }: WelfareGroup) => N > 0 && n >= 0 && n <= N;
  if (!poor || !rich || groups.length < 2 || !isKnown(poor) || !isKnown(rich))
    return { difference: NOTHING, ratio: NOTHING, slope: NOTHING, concentration: NOTHING };
  const whole = groups.every(isKnown);
  const ranks = midpoints(groups);
  return {
    difference: differenceOf(poor, rich),
    ratio: ratioOf(poor, rich),
    slope: whole ? slopeOf(groups, ranks) : NOTHING,
    concentration: whole ? concentrationOf(groups, ranks) : NOTHING,
  };
}
