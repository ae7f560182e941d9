import { eastStep, type Outline } from './outline.ts';
import type { AttachedIsland } from './spatial-weights.ts';

/** By area: the rows of the outline that are its own, and the box around them. */
interface AreaBoxes {
  readonly start: Uint32Array;
  readonly west: Float64Array;
  readonly south: Float64Array;
  readonly east: Float64Array;
  readonly north: Float64Array;
}

/**
 * For each island the area, island or not, whose boundary comes nearest to its own: segment to segment, in a plane
 * whose longitudes are shortened for the latitude halfway between the two (off by less than 1e-4 to 200 km); 0 where
 * boundaries cross. Ties go to the lower index. In the order of the islands; one without an outline is left out, as is
 * one that is alone. Where the outline is euclidean, `kilometers` are coordinate units. Yields the share done. Time
 * grows with islands x areas, plus the vertices of areas that may be nearest. Not across the cut of the grid.
 * @param islands area indices.
 */
export function* attachIslands(
  outline: Outline,
  islands: readonly number[],
): Generator<number, AttachedIsland[]> {
  const boxes = boxesOf(outline);
  const attached: AttachedIsland[] = [];
  const unit = outline.metric === 'haversine' ? 1000 : 1;
  for (const [k, area] of islands.entries()) {
    yield k / islands.length;
    if (boxes.west[area]! > boxes.east[area]!) continue;
    const { to, squared } = nearestArea(outline, boxes, area);
    if (to >= 0) attached.push({ area, to, kilometers: Math.sqrt(squared) / unit });
  }
  return attached;
}

function boxesOf({ areas, x, y, area }: Outline): AreaBoxes {
  const boxes = {
    start: new Uint32Array(areas + 1),
    west: new Float64Array(areas).fill(Infinity),
    south: new Float64Array(areas).fill(Infinity),
    east: new Float64Array(areas).fill(-Infinity),
    north: new Float64Array(areas).fill(-Infinity),
  };
  for (let i = 0; i < area.length; i++) {
    const own = area[i]!;
    if (own < 0) continue;
    boxes.start[own + 1] = i + 1;
    if (x[i]! < boxes.west[own]!) boxes.west[own] = x[i]!;
    if (x[i]! > boxes.east[own]!) boxes.east[own] = x[i]!;
    if (y[i]! < boxes.south[own]!) boxes.south[own] = y[i]!;
    if (y[i]! > boxes.north[own]!) boxes.north[own] = y[i]!;
  }
  for (let a = 0; a < areas; a++) boxes.start[a + 1] = Math.max(boxes.start[a]!, boxes.start[a + 1]!);
  return boxes;
}

function nearestArea(outline: Outline, boxes: AreaBoxes, area: number): { to: number; squared: number } {
  const { south, north } = boxes;
  let [to, squared] = [-1, Infinity];
  const first = nearestBox(outline, boxes, area);
  if (first < 0) return { to, squared };
  for (let b = -1; b < outline.areas; b++) {
    const candidate = b < 0 ? first : b;
    if (b === first || b === area) continue;
    const apart = gap(south[area]!, north[area]!, south[candidate]!, north[candidate]!) * outline.step;
    if (apart * apart > squared || boxDistance(outline, boxes, area, candidate) > squared) continue;
    const between = areaDistance(outline, boxes, area, candidate, squared);
    if (between < squared || (between === squared && candidate < to)) [to, squared] = [candidate, between];
  }
  return { to, squared };
}

function gap(low: number, high: number, otherLow: number, otherHigh: number): number {
  return Math.max(0, otherLow - high, low - otherHigh);
}

/** The area whose box is nearest, about: as good to begin with as any; -1 where there is none. */
function nearestBox({ areas, step }: Outline, { west, south, east, north }: AreaBoxes, area: number): number {
  let first = -1;
  let least = Infinity;
  for (let b = 0; b < areas; b++) {
    if (b === area) continue;
    const dx = gap(west[area]!, east[area]!, west[b]!, east[b]!) * step;
    const dy = gap(south[area]!, north[area]!, south[b]!, north[b]!) * step;
    if (dx * dx + dy * dy >= least) continue;
    first = b;
    least = dx * dx + dy * dy;
  }
  return first;
}

/** The step east halfway between two areas. */
function eastStepBetween(outline: Outline, { south, north }: AreaBoxes, a: number, b: number): number {
  const [low, high] = [Math.max(south[a]!, south[b]!), Math.min(north[a]!, north[b]!)];
  return eastStep(outline, (low + high) / 2);
}

/** Squared; never more than that between the boundaries. */
function boxDistance(outline: Outline, boxes: AreaBoxes, a: number, b: number): number {
  const { west, south, east, north } = boxes;
  const stepX = eastStepBetween(outline, boxes, a, b);
  return (
    (gap(west[a]!, east[a]!, west[b]!, east[b]!) * stepX) ** 2 +
    (gap(south[a]!, north[a]!, south[b]!, north[b]!) * outline.step) ** 2
  );
}

/** The distance between the boundaries of a and b, squared; Infinity where it is more than the limit, squared too. */
function areaDistance(outline: Outline, boxes: AreaBoxes, a: number, b: number, limit: number): number {
  const { x, y, area, step } = outline;
  const { start, west, south, east, north } = boxes;
  const stepX = eastStepBetween(outline, boxes, a, b);
  let [best, found] = [limit, Infinity];
  for (let j = start[b]!; j < start[b + 1]!; j++) {
    if (area[j]! < 0) continue;
    const x0 = Math.min(x[j]!, x[j + 1]!);
    const x1 = Math.max(x[j]!, x[j + 1]!);
    const y0 = Math.min(y[j]!, y[j + 1]!);
    const y1 = Math.max(y[j]!, y[j + 1]!);
    const toBoxX = gap(x0, x1, west[a]!, east[a]!) * stepX;
    const toBoxY = gap(y0, y1, south[a]!, north[a]!) * step;
    if (toBoxX * toBoxX + toBoxY * toBoxY > best) continue;
    for (let i = start[a]!; i < start[a + 1]!; i++) {
      if (area[i]! < 0) continue;
      const dx = Math.max(0, Math.min(x[i]!, x[i + 1]!) - x1, x0 - Math.max(x[i]!, x[i + 1]!)) * stepX;
      const dy = Math.max(0, Math.min(y[i]!, y[i + 1]!) - y1, y0 - Math.max(y[i]!, y[i + 1]!)) * step;
      if (dx * dx + dy * dy > best) continue;
      const squared = segmentDistance(outline, stepX, i, j);
      if (squared <= best) [best, found] = [squared, squared];
    }
  }
  return found;
}

/** Between the segments from vertices i and j, squared: 0 where they cross, else from an end of one to the other. */
function segmentDistance({ x, y, step }: Outline, stepX: number, i: number, j: number): number {
  const [ax, ay] = [(x[i + 1]! - x[i]!) * stepX, (y[i + 1]! - y[i]!) * step];
  const [bx, by] = [(x[j]! - x[i]!) * stepX, (y[j]! - y[i]!) * step];
  const [cx, cy] = [(x[j + 1]! - x[i]!) * stepX, (y[j + 1]! - y[i]!) * step];
  const sideB = ax * by - ay * bx;
  const sideC = ax * cy - ay * cx;
  const side0 = (bx - cx) * by - (by - cy) * bx;
  const sideA = (bx - cx) * (by - ay) - (by - cy) * (bx - ax);
  if (sideB * sideC < 0 && side0 * sideA < 0) return 0;
  return Math.min(
    toSegment(bx, by, 0, 0, ax, ay),
    toSegment(cx, cy, 0, 0, ax, ay),
    toSegment(0, 0, bx, by, cx, cy),
    toSegment(ax, ay, bx, by, cx, cy),
  );
}

/** From (x, y) to the segment from a to b, which has a length; squared. */
function toSegment(x: number, y: number, ax: number, ay: number, bx: number, by: number): number {
  const [dx, dy] = [bx - ax, by - ay];
  const share = ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy);
  const nearest = Math.min(1, Math.max(0, share));
  return (ax + nearest * dx - x) ** 2 + (ay + nearest * dy - y) ** 2;
}
