import { hashOf } from './border-lengths.ts';
import { eastStep, type Outline, segmentLength } from './outline.ts';

const SEGMENTS_PER_YIELD = 1 << 12;

/**
 * Segments of an outline by the cells of a grid they pass through, cells hashed to buckets: finds those close to one of
 * them in time that does not grow with how many there are.
 */
export class SegmentGrid {
  /** The segments found by `candidatesOf`. */
  candidate = new Uint32Array(64);
  private readonly cellX: number;
  private readonly cellY: number;
  private readonly mask: number;
  private readonly start: Uint32Array;
  private inCell = new Uint32Array(0);
  private readonly seenFor: Uint32Array;
  /** Columns of the row last asked for. */
  private firstColumn = 0;
  private lastColumn = 0;

  private readonly outline: Outline;
  private readonly segments: Uint32Array;
  private readonly tolerance: number;

  /**
   * @param segments by first vertex, distinct.
   * @param tolerance in the unit of `Outline.step`.
   */
  constructor(outline: Outline, segments: Uint32Array, tolerance: number) {
    this.outline = outline;
    this.segments = segments;
    this.tolerance = tolerance;
    const { y, area, step } = outline;
    let [total, north] = [0, 0];
    for (const i of segments) {
      total += segmentLength(outline, i);
      north += y[i]!;
    }
    const count = Math.max(1, segments.length);
    const cell = Math.max(4 * tolerance, (1.5 * total) / count);
    this.cellY = Math.max(1, cell / step);
    this.cellX = Math.max(1, cell / Math.max(eastStep(outline, north / count), step / 100));
    this.mask = 2 ** Math.ceil(Math.log2(count + 1)) - 1;
    this.start = new Uint32Array(this.mask + 2);
    this.seenFor = new Uint32Array(area.length);
  }

  /** Before the first question, in two passes: how many segments come into each bucket, then which. Yields 0 to 0.3. */
  *fill(): Generator<number, void> {
    const { start, segments } = this;
    yield* this.eachCell(0, (bucket) => start[bucket + 1]!++);
    for (let bucket = 0; bucket <= this.mask; bucket++) start[bucket + 1]! += start[bucket]!;
    this.inCell = new Uint32Array(start[this.mask + 1]!);
    const end = start.slice();
    yield* this.eachCell(0.15, (bucket, k) => {
      this.inCell[end[bucket]!++] = segments[k]!;
    });
  }

  private *eachCell(done: number, visit: (bucket: number, k: number) => void): Generator<number, void> {
    const { y } = this.outline;
    for (let k = 0; k < this.segments.length; k++) {
      if (k % SEGMENTS_PER_YIELD === 0) yield done + (0.15 * k) / this.segments.length;
      const i = this.segments[k]!;
      const last = Math.floor(Math.max(y[i]!, y[i + 1]!) / this.cellY);
      for (let row = Math.floor(Math.min(y[i]!, y[i + 1]!) / this.cellY); row <= last; row++) {
        this.columnsOf(i, row, 0, 0);
        for (let column = this.firstColumn; column <= this.lastColumn; column++) {
          visit(this.bucketOf(column, row), k);
        }
      }
    }
  }

  /** Cells side by side are in buckets side by side. */
  private bucketOf(column: number, row: number): number {
    return (hashOf(row, 0) + column) & this.mask;
  }

  /** The columns of a row of cells that segment i widened by so many steps may pass through. */
  private columnsOf(i: number, row: number, widerX: number, widerY: number): void {
    const { x, y } = this.outline;
    const fromX = x[i]!;
    const fromY = y[i]!;
    const acrossX = x[i + 1]! - fromX;
    const acrossY = y[i + 1]! - fromY;
    let low = 0;
    let high = 1;
    if (acrossY !== 0) {
      const below = (row * this.cellY - widerY - fromY) / acrossY;
      const above = ((row + 1) * this.cellY + widerY - fromY) / acrossY;
      low = Math.max(0, Math.min(below, above));
      high = Math.min(1, Math.max(below, above));
    }
    const start = fromX + low * acrossX;
    const end = fromX + high * acrossX;
    this.firstColumn = Math.floor((Math.min(start, end) - widerX) / this.cellX);
    this.lastColumn = Math.floor((Math.max(start, end) + widerX) / this.cellX);
  }

  /** How many segments of other areas have a box within the tolerance of that of segment i; they are in `candidate`. */
  candidatesOf(i: number): number {
    const { x, y, area, step } = this.outline;
    const widerY = this.tolerance / step;
    const widerX = this.tolerance / Math.max(eastStep(this.outline, y[i]!), 1e-6 * step);
    const west = Math.min(x[i]!, x[i + 1]!) - widerX;
    const east = Math.max(x[i]!, x[i + 1]!) + widerX;
    const south = Math.min(y[i]!, y[i + 1]!) - widerY;
    const north = Math.max(y[i]!, y[i + 1]!) + widerY;
    const lastRow = Math.floor(north / this.cellY);
    let count = 0;
    for (let row = Math.floor(south / this.cellY); row <= lastRow; row++) {
      this.columnsOf(i, row, widerX, widerY);
      for (let column = this.firstColumn; column <= this.lastColumn; column++) {
        const bucket = this.bucketOf(column, row);
        for (let e = this.start[bucket]!; e < this.start[bucket + 1]!; e++) {
          const j = this.inCell[e]!;
          if (area[j] === area[i] || this.seenFor[j] === i) continue;
          this.seenFor[j] = i;
          if (Math.min(x[j]!, x[j + 1]!) > east || Math.max(x[j]!, x[j + 1]!) < west) continue;
          if (Math.min(y[j]!, y[j + 1]!) > north || Math.max(y[j]!, y[j + 1]!) < south) continue;
          if (count === this.candidate.length) this.growCandidates();
          this.candidate[count++] = j;
        }
      }
    }
    return count;
  }

  private growCandidates(): void {
    const smaller = this.candidate;
    this.candidate = new Uint32Array(2 * smaller.length);
    this.candidate.set(smaller);
  }
}
