/** Share of the areas named that may be named by chance: one policy for every map that names areas. */
export const DISCOVERY_RATE = 0.05;

/**
 * Benjamini & Hochberg's (1995, J. R. Stat. Soc. B 57:289) adjusted p: the smallest false discovery rate at which an
 * area would be called significant. An area is significant at rate q where its adjusted p is at most q; there may be
 * none. Equal to R's p.adjust(p, 'BH'). O(n log n).
 * @param p two-sided, by area; NaN where an area was not tested (without neighbors, without a value): it stays NaN and
 * is not counted among the tests.
 */
export function adjustedForDiscoveries(p: Float64Array): Float64Array {
  const tested = Uint32Array.from(p.keys())
    .filter((i) => !Number.isNaN(p[i]!))
    .sort((i, j) => p[i]! - p[j]!);
  const adjusted = new Float64Array(p.length).fill(Number.NaN);
  let least = 1;
  for (let rank = tested.length; rank > 0; rank--) {
    const i = tested[rank - 1]!;
    least = Math.min(least, (tested.length / rank) * p[i]!);
    adjusted[i] = least;
  }
  return adjusted;
}
