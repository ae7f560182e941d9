import type { DistanceMetric } from './spatial-weights.ts';

/** Where areas lie: degrees east and north for `haversine`, any plane units for `euclidean`. Complete columns. */
export interface ScanPoints {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly metric: DistanceMetric;
}

/**
 * Circles that grow from each area: the members of those around i are member[offset[i]] to member[offset[i + 1] - 1],
 * nearest first, i among them (areas at the same place as i come in any order). A circle holds the members up to and
 * including an entry e with closes[e] = 1; of areas at the same distance only the last closes one.
 */
export interface ScanWindows {
  readonly offset: Uint32Array;
  readonly member: Uint32Array;
  readonly closes: Uint8Array;
  /** Population of the members up to and including each entry. */
  readonly population: Float64Array;
  /** Centers whose circles stopped at the most members kept, not at the most population. */
  readonly cutShort: number;
}

/** Entries of all windows together; what 83,000 areas may use is 101 members each. */
const MOST_ENTRIES = 2 ** 23;
/** Squared distances that differ by less, relatively, are the same distance. */
const TIE = 1e-9;
const CENTERS_A_STEP = 16;

/** The most members a circle may have among so many areas: all of them up to 2,896 areas. */
export function mostMembers(areas: number): number {
  return Math.min(areas, Math.floor(MOST_ENTRIES / areas));
}

/** Coordinates in which straight lines order as distances do: the plane's, or the unit sphere's. */
function axesOf({ x, y, metric }: ScanPoints): readonly Float64Array[] {
  if (metric === 'euclidean') return [x, y];
  const radians = Math.PI / 180;
  return [
    x.map((longitude, i) => Math.cos(y[i]! * radians) * Math.cos(longitude * radians)),
    x.map((longitude, i) => Math.cos(y[i]! * radians) * Math.sin(longitude * radians)),
    y.map((latitude) => Math.sin(latitude * radians)),
  ];
}

const extentOf = (axis: Float64Array): number => {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of axis) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return high - low;
};

/** Finds, for one area after another, at least so many of the nearest, in order of distance and then of index. */
function nearestFinder(points: ScanPoints, atLeast: number) {
  const areas = points.x.length;
  const axes = [...axesOf(points)].sort((a, b) => extentOf(b) - extentOf(a));
  const main = axes[0]!;
  const order = Uint32Array.from({ length: areas }, (_, i) => i).sort((a, b) => main[a]! - main[b]!);
  const rank = new Uint32Array(areas);
  order.forEach((i, k) => {
    rank[i] = k;
  });
  const squared = new Float64Array(areas);
  const smallest = extentOf(main) * 1e-6 || 1;
  let radius = smallest * 1e5;
  const near: number[] = [];

  const gather = (i: number): void => {
    near.length = 0;
    for (const step of [-1, 1]) {
      for (let k = rank[i]! + (step === 1 ? 0 : -1); k >= 0 && k < areas; k += step) {
        const j = order[k]!;
        if (Math.abs(main[j]! - main[i]!) > radius) break;
        let sum = 0;
        for (const axis of axes) sum += (axis[j]! - axis[i]!) ** 2;
        squared[j] = sum;
        if (sum <= radius * radius) near.push(j);
      }
    }
  };

  return (i: number): { readonly near: readonly number[]; readonly squared: Float64Array } => {
    for (gather(i); near.length < atLeast; gather(i)) radius *= 1.5;
    near.sort((a, b) => squared[a]! - squared[b]! || a - b);
    radius = Math.max(smallest, 1.2 * Math.sqrt(squared[near[atLeast - 1]!]!));
    return { near, squared };
  };
}

/**
 * Circular windows around every area, up to a share of the population (Kulldorff 1997, Commun. Stat. Theory Methods
 * 26:1481). Areas at the same distance enter together. Yields the share done. O(n * members * log members); beyond
 * 2,896 areas a circle has at most `mostMembers` members, so that memory stays below 120 MB.
 * @param population of each area, at least 0.
 */
export function* circularWindows(
  points: ScanPoints,
  population: Float64Array,
  largestShare: number,
): Generator<number, ScanWindows> {
  const areas = population.length;
  const most = mostMembers(areas);
  const limit = largestShare * population.reduce((sum, count) => sum + count, 0);
  const nearest = nearestFinder(points, Math.min(areas, most + 1));
  const offset = new Uint32Array(areas + 1);
  const member = new Uint32Array(areas * most);
  const closes = new Uint8Array(areas * most);
  const reached = new Float64Array(areas * most);
  let [entries, cutShort] = [0, 0];
  for (let i = 0; i < areas; i++) {
    const { near, squared } = nearest(i);
    let [start, sum] = [0, 0];
    while (start < near.length) {
      const edge = squared[near[start]!]! * (1 + TIE);
      let [end, withTies] = [start, sum];
      while (end < near.length && squared[near[end]!]! <= edge) withTies += population[near[end++]!]!;
      if (withTies > limit) break;
      if (end > most) {
        cutShort++;
        break;
      }
      for (; start < end; start++, entries++) {
        sum += population[near[start]!]!;
        member[entries] = near[start]!;
        reached[entries] = sum;
      }
      closes[entries - 1] = 1;
    }
    offset[i + 1] = entries;
    if (i % CENTERS_A_STEP === 0) yield i / areas;
  }
  return {
    offset,
    member: member.slice(0, entries),
    closes: closes.slice(0, entries),
    population: reached.slice(0, entries),
    cutShort,
  };
}
