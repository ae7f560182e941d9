/** How the draws compare with what was observed, by area. Both are 0 where nothing was to be tested. */
export interface PermutationCounts {
  readonly permutations: number;
  /** Draws at or above the observed; an equal one is counted here and in `atMost`. */
  readonly atLeast: Uint32Array;
  readonly atMost: Uint32Array;
}

/** Compares draws with what was observed. */
export interface DrawTally {
  /** One draw, for every area: byDegree[k] is the statistic of its first k areas. */
  add(byDegree: Float64Array): void;
  /** That for area i the last draw was `own`, where add counted `shared`. */
  correct(i: number, shared: number, own: number): void;
  result(): PermutationCounts;
}

/** What the draws are held against. */
export interface Observed {
  /** Neighbors by area; one without any is not tested. */
  readonly degrees: Uint32Array;
  /** The statistic by area. */
  readonly observed: Float64Array;
  /** By number of neighbors: how far two numbers may be apart and still be equal. */
  readonly slack: Float64Array;
}

/**
 * Counts draws against the observed statistic of each area: what a draw says of areas with k neighbors is one number,
 * so either is looked up among the other, sorted: few draws are kept until the end, of many none is.
 */
export function createTally(against: Observed, permutations: number): DrawTally {
  const few = permutations < against.degrees.length / 4;
  return few ? tallyOfKeptDraws(against, permutations) : tallyOfPassingDraws(against, permutations);
}

/** Numbers of neighbors in use, ascending, and the areas that have each. */
function groupsOf(degrees: Uint32Array, degreesPossible: number) {
  const areas = new Uint32Array(degreesPossible);
  for (let i = 0; i < degrees.length; i++) areas[degrees[i]!]!++;
  const used = Array.from(areas.keys()).filter((degree) => degree > 0 && areas[degree]! > 0);
  const groupOf = new Uint32Array(degreesPossible);
  const start = new Uint32Array(used.length + 1);
  used.forEach((degree, g) => {
    groupOf[degree] = g;
    start[g + 1] = start[g]! + areas[degree]!;
  });
  return { used: Uint32Array.from(used), groupOf, start };
}

/** Memory: draws x numbers of neighbors in use. Time: log draws for each area. */
export function tallyOfKeptDraws(against: Observed, permutations: number): DrawTally {
  const { degrees, observed, slack } = against;
  const { used, groupOf } = groupsOf(degrees, slack.length);
  const kept = new Float64Array(used.length * permutations);
  const [atLeast, atMost] = [new Int32Array(degrees.length), new Int32Array(degrees.length)];
  let draws = 0;

  return {
    add(byDegree) {
      for (let g = 0; g < used.length; g++) kept[g * permutations + draws] = byDegree[used[g]!]!;
      draws++;
    },
    correct(i, shared, own) {
      const near = slack[degrees[i]!]!;
      const low = observed[i]! - near;
      const high = observed[i]! + near;
      if (own >= low !== shared >= low) atLeast[i]! += own >= low ? 1 : -1;
      if (own <= high !== shared <= high) atMost[i]! += own <= high ? 1 : -1;
    },
    result() {
      for (let g = 0; g < used.length; g++) kept.subarray(g * permutations, (g + 1) * permutations).sort();
      for (let i = 0; i < degrees.length; i++) {
        const degree = degrees[i]!;
        if (degree === 0) continue;
        const start = groupOf[degree]! * permutations;
        const end = start + permutations;
        const low = observed[i]! - slack[degree]!;
        const high = observed[i]! + slack[degree]!;
        const below = firstAtLeast(kept, low, start, end);
        const tied = below < end && kept[below]! <= high;
        atLeast[i]! += end - below;
        atMost[i]! += (tied ? firstAbove(kept, high, below, end) : below) - start;
      }
      return {
        permutations,
        atLeast: new Uint32Array(atLeast.buffer),
        atMost: new Uint32Array(atMost.buffer),
      };
    },
  };
}

/** Memory: linear in the areas. Time: log areas for each draw and each number of neighbors in use. */
export function tallyOfPassingDraws(against: Observed, permutations: number): DrawTally {
  const { degrees, observed, slack } = against;
  const { used, groupOf, start } = groupsOf(degrees, slack.length);
  const sorted = sortedByGroup(against, groupOf, start);
  // The m areas of group g leave m + 1 places for a draw to fall: its bins begin at start[g] + g.
  const fromBelow = new Uint32Array(sorted.length + used.length);
  const fromAbove = new Uint32Array(sorted.length + used.length);
  const [atLeast, atMost] = [new Int32Array(degrees.length), new Int32Array(degrees.length)];

  return {
    add(byDegree) {
      for (let g = 0; g < used.length; g++) {
        const value = byDegree[used[g]!]!;
        const near = slack[used[g]!]!;
        const end = start[g + 1]!;
        const low = firstAtLeast(sorted, value - near, start[g]!, end);
        const tied = low < end && sorted[low]! <= value + near;
        const high = tied ? firstAbove(sorted, value + near, low, end) : low;
        fromBelow[low + g]!++;
        fromAbove[high + g]!++;
      }
    },
    correct(i, shared, own) {
      const was = observed[i]!;
      const near = slack[degrees[i]!]!;
      if (own + near >= was !== shared + near >= was) atLeast[i]! += own + near >= was ? 1 : -1;
      if (own - near <= was !== shared - near <= was) atMost[i]! += own - near <= was ? 1 : -1;
    },
    result() {
      for (let g = 0; g < used.length; g++) {
        const [first, last] = [start[g]! + g, start[g + 1]! + g];
        for (let bin = first; bin < last; bin++) fromBelow[bin + 1]! += fromBelow[bin]!;
        for (let bin = last; bin > first; bin--) fromAbove[bin - 1]! += fromAbove[bin]!;
      }
      for (let i = 0; i < degrees.length; i++) {
        if (degrees[i] === 0) continue;
        const g = groupOf[degrees[i]!]!;
        const bin = firstAtLeast(sorted, observed[i]!, start[g]!, start[g + 1]!) + g;
        atLeast[i]! += fromAbove[bin + 1]!;
        atMost[i]! += fromBelow[bin]!;
      }
      return {
        permutations,
        atLeast: new Uint32Array(atLeast.buffer),
        atMost: new Uint32Array(atMost.buffer),
      };
    },
  };
}

/** The observed statistics of areas with equally many neighbors beside each other, ascending. */
function sortedByGroup(
  { degrees, observed }: Observed,
  groupOf: Uint32Array,
  start: Uint32Array,
): Float64Array {
  const sorted = new Float64Array(start.at(-1)!);
  const next = start.slice();
  for (let i = 0; i < degrees.length; i++) {
    if (degrees[i]! > 0) sorted[next[groupOf[degrees[i]!]!]!++] = observed[i]!;
  }
  for (let g = 0; g + 1 < start.length; g++) sorted.subarray(start[g]!, start[g + 1]!).sort();
  return sorted;
}

/** The first place in sorted[start..end) that holds at least `value`, or end. */
function firstAtLeast(sorted: Float64Array, value: number, start: number, end: number): number {
  let low = start;
  let high = end;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The first place in sorted[start..end) that holds more than `value`, or end. */
function firstAbove(sorted: Float64Array, value: number, start: number, end: number): number {
  let low = start;
  let high = end;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}
