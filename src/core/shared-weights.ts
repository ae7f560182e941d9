import { invariant } from './problem.ts';

/**
 * How far rankings agree: Kendall's coefficient of concordance W with its correction for ties (Kendall & Smith 1939,
 * Ann. Math. Stat. 10:275), 0 none to 1 the same. Over the areas that all have ranked. NaN for fewer than two rankings
 * or areas, or where each ranks all the same. No test is made: the offices are no sample of offices.
 * @param rankings by office, by area, 1 the most urgent; 0 where there is none.
 */
export function kendallW(rankings: readonly ArrayLike<number>[]): number {
  const m = rankings.length;
  const shared = sharedAreas(rankings);
  const n = shared.length;
  if (m < 2 || n < 2) return Number.NaN;
  const own = rankings.map((ranking) => midRanks(shared.map((i) => ranking[i]!)));
  let ties = 0;
  for (const ranks of own) {
    const times = new Map<number, number>();
    for (const rank of ranks) times.set(rank, (times.get(rank) ?? 0) + 1);
    for (const t of times.values()) ties += t ** 3 - t;
  }
  const mean = (m * (n + 1)) / 2;
  let squares = 0;
  for (let at = 0; at < n; at++) {
    const sum = own.reduce((total, ranks) => total + ranks[at]!, 0);
    squares += (sum - mean) ** 2;
  }
  const most = m * m * (n ** 3 - n) - m * ties;
  return most > 0 ? (12 * squares) / most : Number.NaN;
}

function sharedAreas(rankings: readonly ArrayLike<number>[]): readonly number[] {
  const areas = rankings[0]?.length ?? 0;
  invariant(
    rankings.every(({ length }) => length === areas),
    'rankings of the same areas',
  );
  return Array.from({ length: areas }, (_, i) => i).filter((i) =>
    rankings.every((ranking) => ranking[i]! > 0),
  );
}

/** Ranks anew from 1, equals the mean of theirs. */
function midRanks(values: readonly number[]): readonly number[] {
  const order = [...values.keys()].sort((a, b) => values[a]! - values[b]!);
  const ranks = new Array<number>(values.length).fill(0);
  for (let from = 0; from < order.length; ) {
    let to = from;
    while (to + 1 < order.length && values[order[to + 1]!] === values[order[from]!]) to += 1;
    for (let at = from; at <= to; at++) ranks[order[at]!] = (from + to) / 2 + 1;
    from = to + 1;
  }
  return ranks;
}

/** Areas by how many offices have them on their list. */
export interface SharedLists {
  readonly everybody: readonly number[];
  readonly nobody: readonly number[];
  /** On some lists and not on others, those that divide most evenly first; with how many have them. */
  readonly swinging: readonly { readonly area: number; readonly lists: number }[];
}

/** @param length of each list: ranks of 1 to this are on it; ranks shared with the last are too. */
export function sharedLists(rankings: readonly ArrayLike<number>[], length: number): SharedLists {
  const m = rankings.length;
  invariant(m > 0, 'a list');
  const areas = Array.from({ length: rankings[0]!.length }, (_, area) => ({
    area,
    lists: rankings.filter((ranking) => ranking[area]! > 0 && ranking[area]! <= length).length,
  }));
  const onLists = (lists: number): readonly number[] =>
    areas.filter((each) => each.lists === lists).map(({ area }) => area);
  return {
    everybody: onLists(m),
    nobody: onLists(0),
    swinging: areas
      .filter(({ lists }) => lists > 0 && lists < m)
      .sort((a, b) => Math.abs(a.lists - m / 2) - Math.abs(b.lists - m / 2) || a.area - b.area),
  };
}

/** What divides the offices most: those on one side weigh some criteria higher, those on the other some else. */
export interface WeightDivide {
  /** Share of all differences in weights that lie along it, per 1. */
  readonly share: number;
  /** By criterion, of length 1: those of one sign are weighed against those of the other. The largest is positive. */
  readonly direction: Float64Array;
  /** By office, where it stands along it; 0 is the mean of all. In the unit of weights. */
  readonly place: Float64Array;
}

/**
 * The first principal component of the weights (Pearson 1901; not scaled: all are shares of one whole), by power steps
 * on their cross products. Null where fewer than two offices, or all, weigh the same.
 * @param weights by office, by criterion.
 */
export function weightDivide(weights: readonly ArrayLike<number>[]): WeightDivide | null {
  const [m, k] = [weights.length, weights[0]?.length ?? 0];
  invariant(
    weights.every(({ length }) => length === k),
    'weights of the same criteria',
  );
  if (m < 2 || k < 2) return null;
  const mean = Array.from({ length: k }, (_, c) => weights.reduce((sum, own) => sum + own[c]!, 0) / m);
  const centered = weights.map((own) => Float64Array.from(mean, (value, c) => own[c]! - value));
  const all = centered.reduce((sum, row) => sum + row.reduce((own, x) => own + x * x, 0), 0);
  if (all < 1e-12) return null;
  let direction = centered.reduce((largest, row) => (length(row) > length(largest) ? row : largest));
  direction = direction.map((x) => x / length(direction));
  for (let step = 0; step < 500; step++) {
    const next = new Float64Array(k);
    for (const row of centered) {
      const along = dot(row, direction);
      for (let c = 0; c < k; c++) next[c]! += along * row[c]!;
    }
    const size = length(next);
    const moved = next.map((x) => x / size);
    const change = Math.abs(1 - Math.abs(dot(moved, direction)));
    direction = moved;
    if (change < 1e-15) break;
  }
  const most = direction.reduce((largest, x) => (Math.abs(x) > Math.abs(largest) + 1e-9 ? x : largest), 0);
  const signed = most < 0 ? direction.map((x) => -x) : direction;
  const place = Float64Array.from(centered, (row) => dot(row, signed));
  return { share: Math.min(1, place.reduce((sum, x) => sum + x * x, 0) / all), direction: signed, place };
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let c = 0; c < a.length; c++) sum += a[c]! * b[c]!;
  return sum;
}

function length(row: Float64Array): number {
  return Math.sqrt(dot(row, row));
}
