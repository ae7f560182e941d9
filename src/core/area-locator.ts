import type { MultiPolygon, Polygon, Position } from 'geojson';
import type { AreaIndex, LonLat } from './area.ts';
import type { BoundaryCollection } from './boundary.ts';

type Box = readonly [west: number, south: number, east: number, north: number];

function ringsOf(geometry: Polygon | MultiPolygon): readonly (readonly Position[])[] {
  return geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
}

/** West, south, east, north of a geometry, degrees; infinite where it has no vertex. Linear. */
export function boxOf(geometry: Polygon | MultiPolygon): Box {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const ring of ringsOf(geometry)) {
    for (const [x = Number.NaN, y = Number.NaN] of ring) {
      west = Math.min(west, x);
      south = Math.min(south, y);
      east = Math.max(east, x);
      north = Math.max(north, y);
    }
  }
  return [west, south, east, north];
}

/**
 * Whether a point lies in a surface, by the parity of crossings (Shimrat 1962). Half open: of surfaces that share their
 * vertices, a point on a common border lies in exactly one, because a border is computed alike from both sides.
 * Rings closed, in either direction. Linear in vertices.
 */
export function isWithin(geometry: Polygon | MultiPolygon, [x, y]: LonLat): boolean {
  let inside = false;
  for (const ring of ringsOf(geometry)) {
    for (let k = 0; k + 1 < ring.length; k++) {
      const [a, b] = [ring[k]!, ring[k + 1]!];
      if (a[1]! > y === b[1]! > y) continue;
      const [low, high] = a[1]! < b[1]! ? [a, b] : [b, a];
      const crossing = low[0]! + ((y - low[1]!) / (high[1]! - low[1]!)) * (high[0]! - low[0]!);
      if (x < crossing) inside = !inside;
    }
  }
  return inside;
}

/** Whether a point lies exactly on one of the borders. */
function isOnBorder(geometry: Polygon | MultiPolygon, [x, y]: LonLat): boolean {
  return ringsOf(geometry).some((ring) =>
    ring.some((a, k) => {
      const b = ring[k + 1];
      if (b === undefined) return false;
      const across = (b[0]! - a[0]!) * (y - a[1]!) - (b[1]! - a[1]!) * (x - a[0]!);
      const along = (x - a[0]!) * (x - b[0]!) + (y - a[1]!) * (y - b[1]!);
      return across === 0 && along <= 0;
    }),
  );
}

/** Points of a lattice that are asked of a zone, on each side of its box. */
const LATTICE = 16;

/**
 * Finds the area in which a point lies, by a grid of about as many cells as areas that knows whose boxes meet each.
 * Making one is linear in vertices; asking looks at the vertices of the few areas whose boxes hold the point.
 */
export class AreaLocator {
  private readonly boundaries: BoundaryCollection;
  private readonly boxes: readonly Box[];
  private readonly whole: Box;
  private readonly side: number;
  private readonly cells = new Map<number, number[]>();

  constructor(boundaries: BoundaryCollection) {
    this.boundaries = boundaries;
    this.boxes = boundaries.features.map(({ geometry }) => boxOf(geometry));
    let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
    for (const box of this.boxes) {
      west = Math.min(west, box[0]);
      south = Math.min(south, box[1]);
      east = Math.max(east, box[2]);
      north = Math.max(north, box[3]);
    }
    this.whole = [west, south, east, north];
    this.side = Math.max(1, Math.ceil(Math.sqrt(this.boxes.length)));
    for (const [i, box] of this.boxes.entries()) {
      for (const cell of this.cellsOf(box)) {
        const areas = this.cells.get(cell);
        if (areas) areas.push(i);
        else this.cells.set(cell, [i]);
      }
    }
  }

  /**
   * The area in which the point lies, or null where it lies in none. On a border between areas of the same vertices it
   * lies in one of them, always the same; where areas overlap, and on an outer border, in the first.
   */
  areaAt(point: LonLat): AreaIndex | null {
    const around = this.areasAround([point[0], point[1], point[0], point[1]]);
    const { features } = this.boundaries;
    const found =
      around.find((i) => isWithin(features[i]!.geometry, point)) ??
      around.find((i) => isOnBorder(features[i]!.geometry, point));
    return found === undefined ? null : (found as AreaIndex);
  }

  /**
   * The areas that a zone reaches, ascending: those in which a point of a lattice over the zone lies, 16 by 16, and
   * those whose middle lies in the zone. A strip narrower than the lattice may be missed; areas that only touch the zone
   * along a border are not reached. The lattice is a convention of this program.
   * @param middles by area, degrees; those that are not numbers are not asked.
   */
  areasUnder(zone: Polygon | MultiPolygon, middles: readonly LonLat[]): readonly AreaIndex[] {
    const box = boxOf(zone);
    const [west, south, east, north] = box;
    const reached = new Set<AreaIndex>();
    for (let k = 0; k < LATTICE * LATTICE; k++) {
      const across = (0.5 + (k % LATTICE)) / LATTICE;
      const up = (0.5 + Math.floor(k / LATTICE)) / LATTICE;
      const point: LonLat = [west + across * (east - west), south + up * (north - south)];
      const area = isWithin(zone, point) ? this.areaAt(point) : null;
      if (area !== null) reached.add(area);
    }
    for (const i of this.areasAround(box)) {
      const middle = middles[i];
      if (middle && !Number.isNaN(middle[0]) && isWithin(zone, middle)) reached.add(i as AreaIndex);
    }
    return [...reached].sort((a, b) => a - b);
  }

  /** Areas whose boxes meet a box, ascending. */
  private areasAround(box: Box): readonly number[] {
    const found = new Set<number>();
    for (const cell of this.cellsOf(box)) for (const i of this.cells.get(cell) ?? []) found.add(i);
    const meets = (own: Box) => own[0] <= box[2] && own[2] >= box[0] && own[1] <= box[3] && own[3] >= box[1];
    return [...found].filter((i) => meets(this.boxes[i]!)).sort((a, b) => a - b);
  }

  private *cellsOf([west, south, east, north]: Box): Generator<number> {
    const [left, bottom, right, top] = this.whole;
    const at = (value: number, low: number, high: number) =>
      Math.min(this.side - 1, Math.max(0, Math.floor(((value - low) / (high - low)) * this.side)));
    if (!(west <= right && east >= left && south <= top && north >= bottom)) return;
    const last = { column: at(east, left, right), row: at(north, bottom, top) };
    for (let row = at(south, bottom, top); row <= last.row; row++) {
      for (let column = at(west, left, right); column <= last.column; column++)
        yield row * this.side + column;
    }
  }
}
