import type { PathLine } from './path-lines.ts';
import type { Box } from './sheet-item.ts';

type Inside = (x: number, y: number) => number;

/** Of each side of a box how far a place lies within; negative outside. */
function sidesOf({ x, y, width, height }: Box): readonly Inside[] {
  return [(px) => px - x, (px) => x + width - px, (_, py) => py - y, (_, py) => y + height - py];
}

/** What of a filled ring lies within a box; empty where nothing does (Sutherland & Hodgman 1974, CACM 17:32). */
export function clippedRing(points: readonly number[], box: Box): readonly number[] {
  let ring = points;
  for (const inside of sidesOf(box)) {
    const kept: number[] = [];
    for (let k = 0; k < ring.length; k += 2) {
      const [ax, ay] = [ring.at(k - 2) ?? 0, ring.at(k - 1) ?? 0];
      const [bx, by] = [ring[k] ?? 0, ring[k + 1] ?? 0];
      const [a, b] = [inside(ax, ay), inside(bx, by)];
      if (a < 0 !== b < 0) {
        const at = a / (a - b);
        kept.push(ax + (bx - ax) * at, ay + (by - ay) * at);
      }
      if (b >= 0) kept.push(bx, by);
    }
    ring = kept;
  }
  return ring;
}

/** The pieces of a line that lie within a box (Liang & Barsky 1984, ACM Trans. Graph. 3:1). */
export function clippedLine({ points, closed }: PathLine, box: Box): readonly PathLine[] {
  const all = closed ? [...points, points[0] ?? 0, points[1] ?? 0] : points;
  const sides = sidesOf(box);
  const within = sides.every((inside) => all.every((x, k) => k % 2 === 1 || inside(x, all[k + 1] ?? 0) >= 0));
  if (within) return [{ points, closed }];
  const pieces: number[][] = [];
  let open = false;
  for (let k = 2; k < all.length; k += 2) {
    const [ax, ay, bx, by] = [all[k - 2]!, all[k - 1]!, all[k]!, all[k + 1]!];
    let [from, to] = [0, 1];
    for (const inside of sides) {
      const [a, b] = [inside(ax, ay), inside(bx, by)];
      if (a < 0 && b < 0) to = -1;
      else if (a < 0) from = Math.max(from, a / (a - b));
      else if (b < 0) to = Math.min(to, a / (a - b));
    }
    if (from > to) {
      open = false;
      continue;
    }
    const at = (share: number) => [ax + (bx - ax) * share, ay + (by - ay) * share];
    if (!open || from > 0) pieces.push(at(from));
    pieces.at(-1)?.push(...at(to));
    open = to === 1;
  }
  return pieces.map((piece) => ({ points: piece, closed: false }));
}
