import type { LonLat } from './area.ts';

/**
 * Area indices in an order that does not depend on how the file is sorted: by code (code units, not a language's
 * alphabet), and by centroid, x before y, where there are no codes or two are equal. Draws made over this order give
 * each area the same numbers in every file. Areas equal in all of these keep the order of the file. O(n log n).
 * @param codes by area, or null where the areas have none.
 * @param centroids by area; one that is not finite comes after the others.
 */
export function canonicalOrder(codes: readonly string[] | null, centroids: readonly LonLat[]): Uint32Array {
  const byNumber = (a: number, b: number): number => {
    if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(a)) - Number(Number.isNaN(b));
    return a - b;
  };
  return Uint32Array.from(centroids.keys()).sort((i, j) => {
    const [a, b] = codes ? [codes[i]!, codes[j]!] : ['', ''];
    if (a !== b) return a < b ? -1 : 1;
    const [p, q] = [centroids[i]!, centroids[j]!];
    return byNumber(p[0], q[0]) || byNumber(p[1], q[1]) || i - j;
  });
}
