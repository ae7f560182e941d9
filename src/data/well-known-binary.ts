import type { Geometry, Position } from 'geojson';

/** Bytes that end, or count, where no geometry does. */
export class DamagedGeometry extends Error {}

/** Names of the types that are read, by their number; of others none can be drawn as an area. */
const TYPES: Readonly<Record<number, string>> = {
  1: 'Point',
  2: 'LineString',
  3: 'Polygon',
  4: 'MultiPoint',
  5: 'MultiLineString',
  6: 'MultiPolygon',
  7: 'GeometryCollection',
};
const CURVES = 'Curve';
const MOST_NESTED = 8;
/** Marks of heights, measures and a system in the number of a type, as PostGIS writes them (EWKB). */
const EWKB = { z: 0x8000_0000, m: 0x4000_0000, system: 0x2000_0000 };

class Reader {
  readonly #view: DataView;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  #take(bytes: number): number {
    const at = this.#at;
    if (at + bytes > this.#view.byteLength) throw new DamagedGeometry();
    this.#at = at + bytes;
    return at;
  }

  /** A number of things of so many bytes at least, all of which must be there. */
  #count(little: boolean, each: number): number {
    const count = this.#view.getUint32(this.#take(4), little);
    if (count * each > this.#view.byteLength - this.#at) throw new DamagedGeometry();
    return count;
  }

  #position(little: boolean, dimensions: number): Position {
    const at = this.#take(8 * dimensions);
    return [this.#view.getFloat64(at, little), this.#view.getFloat64(at + 8, little)];
  }

  #positions(little: boolean, dimensions: number): Position[] {
    const count = this.#count(little, 8 * dimensions);
    return Array.from({ length: count }, () => this.#position(little, dimensions));
  }

  geometry(depth = 0): Geometry {
    const order = this.#view.getUint8(this.#take(1));
    if (order > 1 || depth > MOST_NESTED) throw new DamagedGeometry();
    const little = order === 1;
    const written = this.#view.getUint32(this.#take(4), little);
    if ((written & EWKB.system) !== 0) this.#take(4);
    const iso = written & 0x0fff_ffff;
    const extra = Math.floor(iso / 1000);
    const marks = (written & EWKB.z ? 1 : 0) + (written & EWKB.m ? 1 : 0);
    const dimensions = 2 + (marks > 0 ? marks : extra === 3 ? 2 : extra > 0 ? 1 : 0);
    const type = iso % 1000;
    const parts = (): Geometry[] =>
      Array.from({ length: this.#count(little, 5) }, () => this.geometry(depth + 1));
    const inner = (): never[] =>
      parts().map((part) => ('coordinates' in part ? part.coordinates : []) as never);
    switch (TYPES[type]) {
      case 'Point':
        return { type: 'Point', coordinates: this.#position(little, dimensions) };
      case 'LineString':
        return { type: 'LineString', coordinates: this.#positions(little, dimensions) };
      case 'Polygon': {
        const rings = this.#count(little, 4);
        const coordinates = Array.from({ length: rings }, () => this.#positions(little, dimensions));
        return { type: 'Polygon', coordinates };
      }
      case 'MultiPoint':
        return { type: 'MultiPoint', coordinates: inner() };
      case 'MultiLineString':
        return { type: 'MultiLineString', coordinates: inner() };
      case 'MultiPolygon':
        return { type: 'MultiPolygon', coordinates: inner() };
      case 'GeometryCollection':
        return { type: 'GeometryCollection', geometries: parts() };
      default:
        if (type < 8 || type > 17 || depth > 0) throw new DamagedGeometry();
        return { type: CURVES, coordinates: [] } as unknown as Geometry;
    }
  }
}

/**
 * A geometry in well-known binary (OGC 06-103r4; ISO and PostGIS numbers of types), without heights and measures. Curves
 * are given as an empty `Curve`, which nothing takes for an area. @throws DamagedGeometry
 */
export function readWellKnownBinary(bytes: Uint8Array): Geometry {
  return new Reader(bytes).geometry();
}
