import type { LonLat } from './area.ts';
import { EARTH_KM } from './outline.ts';
import type { DistanceMetric } from './spatial-weights.ts';

const LEAF = 8;
const RADIANS = Math.PI / 180;
/** Chords are longer than the bounds they are held against by no more than their rounding. */
const SLACK = 1 + 1e-12;

/**
 * A k-d tree (Bentley 1975) of points in a plane, or of points on a sphere as unit vectors in space, where nothing is
 * bent at the date line or the poles. Points that are not finite are left out. Made in n log n.
 */
export class PointTree {
  private readonly order: Uint32Array;
  private readonly spherical: boolean;
  private readonly axes: readonly [Float64Array, Float64Array, Float64Array];
  /** As given: differences of whole numbers, and so ties, are exact. */
  private readonly x: Float64Array;
  private readonly y: Float64Array;
  private readonly cosine: Float64Array;
  /** Of the search going on. */
  private visit: (j: number, measure: number) => number = () => 0;
  private bound = 0;

  constructor(points: readonly LonLat[], metric: DistanceMetric) {
    this.spherical = metric === 'haversine';
    this.x = Float64Array.from(points, ([x]) => x);
    this.y = Float64Array.from(points, ([, y]) => y);
    this.cosine = this.y.map((y) => Math.cos(y * RADIANS));
    this.axes = this.spherical
      ? [
          this.x.map((x, i) => Math.cos(x * RADIANS) * this.cosine[i]!),
          this.x.map((x, i) => Math.sin(x * RADIANS) * this.cosine[i]!),
          this.y.map((y) => Math.sin(y * RADIANS)),
        ]
      : [this.x, this.y, new Float64Array(points.length)];
    this.order = Uint32Array.from(points.keys()).filter((i) => Number.isFinite(this.x[i]! + this.y[i]!));
    this.divide(0, this.order.length - 1, 0);
  }

  /** How many points are in the tree. */
  get size(): number {
    return this.order.length;
  }

  /** The measure by which points are compared: grows with the distance, exact for whole coordinates in a plane. */
  between(i: number, j: number): number {
    const dx = this.x[j]! - this.x[i]!;
    const dy = this.y[j]! - this.y[i]!;
    if (!this.spherical) return dx * dx + dy * dy;
    const a = Math.sin(dy * (RADIANS / 2));
    const b = Math.sin(dx * (RADIANS / 2));
    return a * a + this.cosine[i]! * this.cosine[j]! * b * b;
  }

  /** The distance that a measure stands for: great circle in kilometers, or in coordinate units. */
  distanceOf(measure: number): number {
    return this.spherical ? 2 * EARTH_KM * Math.asin(Math.sqrt(Math.min(1, measure))) : Math.sqrt(measure);
  }

  /** The inverse of `distanceOf`; half a circle and more is everything. */
  measureOf(distance: number): number {
    if (!this.spherical) return distance * distance;
    return Math.sin(Math.min(distance / (2 * EARTH_KM), Math.PI / 2)) ** 2;
  }

  /**
   * Visits every point whose measure from point i is at most the limit, i itself too, in no order; `visit` returns the
   * limit from then on, which may have come down.
   */
  visitNear(i: number, limit: number, visit: (j: number, measure: number) => number): void {
    this.visit = visit;
    this.bound = limit;
    this.search(i, 0, this.order.length - 1, 0);
  }

  private search(i: number, low: number, high: number, axis: number): void {
    if (high - low <= LEAF) {
      for (let k = low; k <= high; k++) this.consider(i, this.order[k]!);
      return;
    }
    const middle = (low + high) >> 1;
    const point = this.order[middle]!;
    const offset = this.axes[axis]![i]! - this.axes[axis]![point]!;
    const next = (axis + 1) % (this.spherical ? 3 : 2);
    if (offset <= 0) this.search(i, low, middle - 1, next);
    else this.search(i, middle + 1, high, next);
    this.consider(i, point);
    if (offset * offset > (this.spherical ? 4 : 1) * this.bound * SLACK) return;
    if (offset <= 0) this.search(i, middle + 1, high, next);
    else this.search(i, low, middle - 1, next);
  }

  private consider(i: number, j: number): void {
    const measure = this.between(i, j);
    if (measure <= this.bound) this.bound = this.visit(j, measure);
  }

  private divide(low: number, high: number, axis: number): void {
    if (high - low <= LEAF) return;
    const middle = (low + high) >> 1;
    select(this.order, this.axes[axis]!, low, high, middle);
    const next = (axis + 1) % (this.spherical ? 3 : 2);
    this.divide(low, middle - 1, next);
    this.divide(middle + 1, high, next);
  }
}

/** Reorders so that what stands at `middle` is what sorting would put there, the less before it (Hoare 1961). */
function select(order: Uint32Array, value: Float64Array, from: number, to: number, middle: number): void {
  let [low, high] = [from, to];
  while (low < high) {
    const pivot = value[order[(low + high) >> 1]!]!;
    let [i, j] = [low, high];
    while (i <= j) {
      while (value[order[i]!]! < pivot) i++;
      while (value[order[j]!]! > pivot) j--;
      if (i <= j) {
        const swapped = order[i]!;
        order[i++] = order[j]!;
        order[j--] = swapped;
      }
    }
    if (middle <= j) high = j;
    else if (middle >= i) low = i;
    else return;
  }
}
