/** Where an area stands among others: equal values share a place (1, 1, 3). */
export interface Standing {
  /** 1 is the most urgent. */
  readonly place: number;
  /** How many of them have a rank. */
  readonly of: number;
}

/**
 * The place of an area among some of those it was ranked with. Those without a rank are not counted. O(areas).
 * @param rank of all areas, 1 the most urgent, equal ones sharing it, 0 where there is none (AreaMeasure).
 * @param isAmong whether an area is one of them; the area itself is.
 * @returns null where the area has no rank.
 */
export function standingAmong(
  rank: Uint32Array,
  area: number,
  isAmong: (i: number) => boolean,
): Standing | null {
  const own = rank[area] ?? 0;
  if (own === 0) return null;
  let [ahead, of] = [0, 0];
  for (let i = 0; i < rank.length; i++) {
    const other = rank[i]!;
    if (other === 0 || !(i === area || isAmong(i))) continue;
    of++;
    if (other < own) ahead++;
  }
  return { place: ahead + 1, of };
}

/**
 * Whether ranks tell nothing: several areas have one, and all share the first, as where a filter makes every rate 100 %.
 * @param rank as of standingAmong.
 */
export function areAllTied(rank: Uint32Array): boolean {
  let ranked = 0;
  for (const own of rank) {
    if (own > 1) return false;
    ranked += own;
  }
  return ranked > 1;
}
