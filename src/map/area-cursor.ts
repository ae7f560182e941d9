import type { LonLat } from '#core/area.ts';

export type Direction = 'left' | 'right' | 'up' | 'down';

const STEP: Readonly<Record<Direction, LonLat>> = { left: [-1, 0], right: [1, 0], up: [0, 1], down: [0, -1] };
/** An area off the axis counts as this much further away. */
const SIDE_WEIGHT = 2;

function visibleOf(points: readonly LonLat[], visible: (index: number) => boolean): number[] {
  return [...points.keys()].filter((i) => visible(i) && (points[i]?.every(Number.isFinite) ?? false));
}

function mostCentral(points: readonly LonLat[], among: readonly number[]): number | null {
  const mean = [0, 1].map(
    (axis) => among.reduce((sum, i) => sum + (points[i]?.[axis] ?? 0), 0) / among.length,
  );
  let best: number | null = null;
  let least = Infinity;
  for (const i of among) {
    const distance = Math.hypot(
      (points[i]?.[0] ?? 0) - (mean[0] ?? 0),
      (points[i]?.[1] ?? 0) - (mean[1] ?? 0),
    );
    if (distance < least) [best, least] = [i, distance];
  }
  return best;
}

/**
 * The area to which an arrow key moves: the nearest of those within 45 degrees of the direction, else the nearest of
 * all that lie on that side, else `from` itself. Without `from` the most central one; null where none is visible.
 * Linear in points. Equal distances go to the lower index.
 */
export function neighborInDirection(
  points: readonly LonLat[],
  from: number | null,
  direction: Direction,
  visible: (index: number) => boolean = () => true,
): number | null {
  const among = visibleOf(points, visible);
  const start = from === null ? undefined : points[from];
  if (from === null || start === undefined) return mostCentral(points, among);
  const [dx, dy] = STEP[direction];
  const shrink = Math.cos((start[1] * Math.PI) / 180);
  let best = from;
  let least = Infinity;
  let straight = false;
  for (const i of among) {
    if (i === from) continue;
    const x = ((points[i]?.[0] ?? 0) - start[0]) * shrink;
    const y = (points[i]?.[1] ?? 0) - start[1];
    const ahead = x * dx + y * dy;
    const aside = Math.abs(x * dy) + Math.abs(y * dx);
    if (ahead <= 0) continue;
    const within = aside <= ahead;
    const cost = Math.hypot(ahead, SIDE_WEIGHT * aside);
    if ((within && !straight) || (within === straight && cost < least)) {
      [best, least, straight] = [i, cost, within];
    }
  }
  return best;
}
