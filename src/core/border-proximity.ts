import { BorderLengths } from './border-lengths.ts';
import { eastStep, type Outline } from './outline.ts';
import { SegmentGrid } from './segment-grid.ts';

const SEGMENTS_PER_YIELD = 1 << 12;

/**
 * For each ordered pair of areas, the length of the first one's segments that lies within the tolerance of the second
 * one's; pairs that come so close in a single point are there with length 0. Along each segment the stretches near
 * the other area are united, so nothing is counted twice. Found by a hashed grid of cells of max(4 tolerances, 1.5
 * mean segments), each pair of segments measured exactly, in the plane that touches at the first. Yields the share
 * done. Linear where segments lie about as close everywhere. Not across the cut of the outline's grid (a date line).
 * @param segments by first vertex, distinct: those looked at, on both sides.
 * @param tolerance meters, or coordinate units where the outline is euclidean; more than 0.
 */
export function* nearBorders(
  outline: Outline,
  segments: Uint32Array,
  tolerance: number,
): Generator<number, BorderLengths> {
  const { area } = outline;
  const near = new BorderLengths();
  const grid = new SegmentGrid(outline, segments, tolerance);
  yield* grid.fill();
  const stretches = new Stretches();
  for (let k = 0; k < segments.length; k++) {
    if (k % SEGMENTS_PER_YIELD === 0) yield 0.3 + (0.7 * k) / segments.length;
    const i = segments[k]!;
    const candidates = grid.candidatesOf(i);
    if (candidates === 0) continue;
    stretches.start(outline, i, tolerance);
    for (let c = 0; c < candidates; c++) stretches.measure(grid.candidate[c]!);
    stretches.addTo(near, area[i]!);
  }
  return near;
}

interface Stretch {
  area: number;
  low: number;
  high: number;
}

/** The stretches of one segment that lie within the tolerance of others. */
class Stretches {
  private readonly list: Stretch[] = [];
  private size = 0;
  private outline!: Outline;
  private i = 0;
  private tolerance = 0;
  private length = 0;
  private eastStep = 0;
  private cos = 1;
  private sin = 0;
  private low = 0;
  private high = 0;

  /** Lays the x-axis along segment i, its first vertex at 0. */
  start(outline: Outline, i: number, tolerance: number): void {
    const { x, y, step } = outline;
    this.outline = outline;
    this.i = i;
    this.tolerance = tolerance;
    this.size = 0;
    this.eastStep = eastStep(outline, (y[i]! + y[i + 1]!) / 2);
    const east = (x[i + 1]! - x[i]!) * this.eastStep;
    const north = (y[i + 1]! - y[i]!) * step;
    this.length = Math.sqrt(east * east + north * north);
    this.cos = east / this.length;
    this.sin = north / this.length;
  }

  /** Keeps the stretch within the tolerance of segment j: the line cut with two discs and the strip between them. */
  measure(j: number): void {
    const { x, y, step, area } = this.outline;
    const east = (x[j]! - x[this.i]!) * this.eastStep;
    const north = (y[j]! - y[this.i]!) * step;
    const east2 = (x[j + 1]! - x[this.i]!) * this.eastStep;
    const north2 = (y[j + 1]! - y[this.i]!) * step;
    const ay = north * this.cos - east * this.sin;
    const by = north2 * this.cos - east2 * this.sin;
    const reach = this.tolerance;
    if ((ay > reach && by > reach) || (ay < -reach && by < -reach)) return;
    const ax = east * this.cos + north * this.sin;
    const bx = east2 * this.cos + north2 * this.sin;
    this.low = Infinity;
    this.high = -Infinity;
    this.cutDisc(ax, ay);
    this.cutDisc(bx, by);
    this.cutStrip(ax, ay, bx, by);
    const low = Math.max(0, this.low);
    const high = Math.min(this.length, this.high);
    if (low > high) return;
    if (this.size === this.list.length) this.list.push({ area: 0, low: 0, high: 0 });
    const stretch = this.list[this.size++]!;
    stretch.area = area[j]!;
    stretch.low = low;
    stretch.high = high;
  }

  private cutDisc(x: number, y: number): void {
    const square = this.tolerance * this.tolerance - y * y;
    if (square < 0) return;
    const half = Math.sqrt(square);
    this.low = Math.min(this.low, x - half);
    this.high = Math.max(this.high, x + half);
  }

  private cutStrip(ax: number, ay: number, bx: number, by: number): void {
    const dx = bx - ax;
    const dy = by - ay;
    const length = Math.sqrt(dx * dx + dy * dy);
    const reach = this.tolerance * length;
    let low = 0;
    let high = this.length;
    if (dx !== 0) {
      const a = ax + (ay * dy) / dx;
      const b = ax + (ay * dy + length * length) / dx;
      low = Math.max(low, Math.min(a, b));
      high = Math.min(high, Math.max(a, b));
    } else if (ay * by > 0) return;
    if (dy !== 0) {
      const a = ax - (ay * dx - reach) / dy;
      const b = ax - (ay * dx + reach) / dy;
      low = Math.max(low, Math.min(a, b));
      high = Math.min(high, Math.max(a, b));
    } else if (Math.abs(ay) > this.tolerance) return;
    if (low > high) return;
    this.low = Math.min(this.low, low);
    this.high = Math.max(this.high, high);
  }

  /** Adds the united length by area. */
  addTo(near: BorderLengths, own: number): void {
    const list = this.list;
    for (let k = 1; k < this.size; k++) {
      const stretch = list[k]!;
      let at = k;
      while (at > 0 && isBefore(stretch, list[at - 1]!)) list[at] = list[--at]!;
      list[at] = stretch;
    }
    let area = -1;
    let end = 0;
    for (let k = 0; k < this.size; k++) {
      const stretch = list[k]!;
      if (stretch.area !== area) end = 0;
      area = stretch.area;
      near.add(own, area, Math.max(0, stretch.high - Math.max(end, stretch.low)));
      end = Math.max(end, stretch.high);
    }
  }
}

function isBefore(a: Stretch, b: Stretch): boolean {
  return a.area < b.area || (a.area === b.area && a.low < b.low);
}
