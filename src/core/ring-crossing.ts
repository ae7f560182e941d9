/** Rings with more corners than this are looked at in strips, as all are; beyond it the work would stall the reading. */
const MOST_STEPS = 40_000_000;

function side(ax: number, ay: number, bx: number, by: number, x: number, y: number): number {
  return Math.sign((bx - ax) * (y - ay) - (by - ay) * (x - ax));
}

/**
 * Whether a closed ring crosses itself: two of its sides meet inside both. Corners that touch a side or another
 * corner do not count. Sides are swept by their western end, so that only those over one another are compared.
 * @param ring positions in order, the first repeated at the end.
 * @returns null where the ring is too intricate to be told within a bounded number of comparisons.
 */
export function crossesItself(ring: readonly (readonly number[])[]): boolean | null {
  const count = ring.length - 1;
  const west = new Float64Array(Math.max(0, count));
  for (let k = 0; k < count; k++) west[k] = Math.min(ring[k]![0]!, ring[k + 1]![0]!);
  const order = Array.from(west.keys()).sort((a, b) => west[a]! - west[b]!);
  let active: number[] = [];
  let steps = 0;
  for (const k of order) {
    const [a, b] = [ring[k]!, ring[k + 1]!];
    const [south, north] = a[1]! < b[1]! ? [a[1]!, b[1]!] : [b[1]!, a[1]!];
    const still: number[] = [];
    for (const other of active) {
      const [c, d] = [ring[other]!, ring[other + 1]!];
      if (Math.max(c[0]!, d[0]!) < west[k]!) continue;
      still.push(other);
      if (Math.max(c[1]!, d[1]!) < south || Math.min(c[1]!, d[1]!) > north) continue;
      const one =
        side(a[0]!, a[1]!, b[0]!, b[1]!, c[0]!, c[1]!) * side(a[0]!, a[1]!, b[0]!, b[1]!, d[0]!, d[1]!);
      if (one >= 0) continue;
      if (side(c[0]!, c[1]!, d[0]!, d[1]!, a[0]!, a[1]!) * side(c[0]!, c[1]!, d[0]!, d[1]!, b[0]!, b[1]!) < 0)
        return true;
    }
    steps += active.length;
    if (steps > MOST_STEPS) return null;
    still.push(k);
    active = still;
  }
  return false;
}
