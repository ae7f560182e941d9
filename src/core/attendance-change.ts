/** Children of one area at one time: affected, measured with known status; NaN where not known. */
export interface Measured {
  readonly n: number;
  readonly N: number;
}

/** A change of cases, taken apart into what more or fewer measured children make of it and what the rate does. */
export interface CaseChange {
  /** later - earlier, in children; NaN, and so both parts, where either is not known. */
  readonly cases: number;
  /** What the change in the number of measured children makes of it, at the mean rate. */
  readonly byMeasured: number;
  /** What the change of the rate makes of it, among the mean number of measured children. */
  readonly byRate: number;
  /** Whether a fall of cases is one of the problem at all. */
  readonly fall: CaseFall;
}

export type CaseFall =
  /** Cases have not fallen, or it is not known. */
  | 'none'
  /** Cases have fallen, and the rate with them. */
  | 'with-rate'
  /** Cases have fallen, and more than half of it is that fewer were measured. */
  | 'mostly-fewer-measured'
  /** Cases have fallen only because fewer children were measured: the rate has not. */
  | 'only-fewer-measured';

/**
 * Takes a change of cases apart (Kitagawa 1955, J. Am. Stat. Assoc. 50:1168): both parts sum to it. A target in cases can
 * be met by measuring fewer children; `fall` says where it is.
 */
export function caseChange(earlier: Measured, later: Measured): CaseChange {
  const [p1, p2] = [earlier.n / earlier.N, later.n / later.N];
  const cases = later.n - earlier.n;
  const byMeasured = ((p1 + p2) / 2) * (later.N - earlier.N);
  const byRate = ((earlier.N + later.N) / 2) * (p2 - p1);
  return { cases, byMeasured, byRate, fall: fallOf(cases, byMeasured, byRate) };
}

function fallOf(cases: number, byMeasured: number, byRate: number): CaseFall {
  if (!(cases < 0) || Number.isNaN(byRate)) return 'none';
  if (byRate >= 0) return 'only-fewer-measured';
  return byMeasured < byRate ? 'mostly-fewer-measured' : 'with-rate';
}

/** What counts alone allow of the children who were measured both times. */
export interface SameChildren {
  /** How many they are, at least and at most. */
  readonly least: number;
  readonly most: number;
  /** By how much their rate can have changed, per 1, whoever they are; -1 and 1 where counts say nothing. */
  readonly low: number;
  readonly high: number;
}

/**
 * Bounds of the change among the children measured both times, told apart from others coming and going, as far as counts
 * can tell (Frechet bounds; as Manski 1990 of the unmeasured). Of the smaller the number of children in both, the wider;
 * so the bounds are those of the least number, and none are narrower without data of each child. Where 0 lies between
 * them, other children coming could make all of the difference.
 * @param children who were a target at either time, each counted once; NaN where not known, and as good as not known where
 * more were measured at one time: then nobody need be the same.
 * @returns null where a count is missing or is no proportion.
 */
export function sameChildren(earlier: Measured, later: Measured, children: number): SameChildren | null {
  const isKnown = ({ n, N }: Measured) => n >= 0 && N > 0 && n <= N;
  if (!isKnown(earlier) || !isKnown(later)) return null;
  const most = Math.min(earlier.N, later.N);
  const isTarget = children >= Math.max(earlier.N, later.N);
  const least = isTarget ? Math.max(0, earlier.N + later.N - children) : 0;
  if (least === 0) return { least, most, low: -1, high: 1 };
  const fewest = ({ n, N }: Measured) => Math.max(0, n - (N - least));
  const mostOf = ({ n }: Measured) => Math.min(n, least);
  return {
    least,
    most,
    low: (fewest(later) - mostOf(earlier)) / least,
    high: (mostOf(later) - fewest(earlier)) / least,
  };
}

/** Months that a child is under five. */
const MONTHS_UNDER_FIVE = 60;

/**
 * Children who were under five, and a target, at either of two times: all of the larger target, and of the smaller those
 * who came in the time between, one in sixty a month, as if all ages were as common and nobody moved (a convention of this
 * program). NaN where a target is not known.
 * @param months between the two, 0 or more.
 */
export function childrenOfEither(earlier: number, later: number, months: number): number {
  const come = Math.min(1, months / MONTHS_UNDER_FIVE) * Math.min(earlier, later);
  return Math.max(earlier, later) + come;
}
