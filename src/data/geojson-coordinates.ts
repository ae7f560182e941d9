import type { PackedGeometries } from '#core/packed-boundaries.ts';

/** GeoJSON of polygons taken apart: what is usual in a file of boundaries is read without a list for every vertex. */
interface LeanGeojson {
  /** The same JSON, with `[k]` in place of the k-th coordinates. */
  readonly rest: Uint8Array;
  readonly packed: PackedGeometries;
}

const [SPACE, QUOTE, COMMA, MINUS, POINT, ZERO, NINE, COLON, OPEN, BACKSLASH, CLOSE] = [
  0x20, 0x22, 0x2c, 0x2d, 0x2e, 0x30, 0x39, 0x3a, 0x5b, 0x5c, 0x5d,
];
const NAME = new TextEncoder().encode('"coordinates"');
const [MOST_LONGITUDE, MOST_LATITUDE] = [180, 90];
/** Digits that a whole number holds exactly; its quotient by a power of ten is then the nearest number to the text. */
const EXACT_DIGITS = 15;
const TENS = Array.from({ length: EXACT_DIGITS + 1 }, (_, k) => 10 ** k);

/** Something that is left to a reader which says what is wrong. Never leaves this file. */
class Unusual extends Error {}

function isSpace(byte: number | undefined): boolean {
  return byte === SPACE || byte === 0x0a || byte === 0x0d || byte === 0x09;
}

/** Reads lists of coordinates into columns, from wherever it is put. */
class CoordinateReader {
  at = 0;
  private readonly bytes: Uint8Array;
  private readonly rings: number[] = [];
  private readonly polygons: number[] = [];
  private readonly geometries: number[] = [];
  private coordinates: Float64Array;
  private length = 0;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    // Coordinates are written in 8 bytes and more; memory that is not touched is not taken.
    this.coordinates = new Float64Array(64 + (bytes.length >> 3));
  }

  get count(): number {
    return this.geometries.length;
  }

  packed(): PackedGeometries {
    return {
      coordinates: this.coordinates.slice(0, this.length),
      rings: Uint32Array.from(this.rings),
      polygons: Uint32Array.from(this.polygons),
      geometries: Uint32Array.from(this.geometries),
    };
  }

  /** The byte after white space. */
  next(): number | undefined {
    while (isSpace(this.bytes[this.at])) this.at += 1;
    return this.bytes[this.at];
  }

  private expect(byte: number): void {
    if (this.next() !== byte) throw new Unusual();
    this.at += 1;
  }

  /** One or more of something in brackets. */
  private list(item: () => void): number {
    this.expect(OPEN);
    let items = 0;
    do {
      item();
      items += 1;
    } while (this.another());
    this.expect(CLOSE);
    return items;
  }

  private another(): boolean {
    if (this.next() !== COMMA) return false;
    this.at += 1;
    return true;
  }

  private number(): number {
    const { bytes } = this;
    let byte = this.next();
    const negative = byte === MINUS;
    if (negative) byte = bytes[++this.at];
    const first = this.at;
    let digits = 0;
    let whole = 0;
    for (; byte! >= ZERO && byte! <= NINE; byte = bytes[++this.at]) {
      digits = 10 * digits + byte! - ZERO;
      whole += 1;
    }
    let decimals = 0;
    if (byte === POINT) {
      for (byte = bytes[++this.at]; byte! >= ZERO && byte! <= NINE; byte = bytes[++this.at]) {
        digits = 10 * digits + byte! - ZERO;
        decimals += 1;
      }
      if (decimals === 0) throw new Unusual();
    }
    if (whole === 0 || (whole > 1 && bytes[first] === ZERO)) throw new Unusual();
    const size =
      whole + decimals <= EXACT_DIGITS
        ? digits / TENS[decimals]!
        : Number(String.fromCharCode(...bytes.subarray(first, this.at)));
    return negative ? -size : size;
  }

  private readonly position = (): void => {
    this.expect(OPEN);
    const longitude = this.number();
    if (!this.another()) throw new Unusual();
    const latitude = this.number();
    if (this.another()) this.number();
    this.expect(CLOSE);
    if (Math.abs(longitude) > MOST_LONGITUDE || Math.abs(latitude) > MOST_LATITUDE) throw new Unusual();
    if (this.length === this.coordinates.length) {
      const wider = new Float64Array(2 * this.length);
      wider.set(this.coordinates);
      this.coordinates = wider;
    }
    this.coordinates[this.length] = longitude;
    this.coordinates[this.length + 1] = latitude;
    this.length += 2;
  };

  private readonly ring = (): void => {
    const { length: from } = this;
    const positions = this.list(this.position);
    const { coordinates, length } = this;
    const isClosed =
      coordinates[from] === coordinates[length - 2] && coordinates[from + 1] === coordinates[length - 1];
    if (positions < 4 || !isClosed) throw new Unusual();
    this.rings.push(positions);
  };

  private readonly polygon = (): void => {
    this.polygons.push(this.list(this.ring));
  };

  /** Those of a Polygon or a MultiPolygon: told apart by how deep the first position lies. */
  geometry(): void {
    const from = this.at;
    let depth = 0;
    while (this.next() === OPEN) {
      depth += 1;
      this.at += 1;
    }
    this.at = from;
    if (depth !== 3 && depth !== 4) throw new Unusual();
    if (depth === 4) this.geometries.push(this.list(this.polygon));
    else {
      this.polygon();
      this.geometries.push(0);
    }
  }
}

/** Where a string ends that begins at `from`; both are the places of its quotes. */
function stringEnd(bytes: Uint8Array, from: number): number {
  let end = from;
  for (;;) {
    end = bytes.indexOf(QUOTE, end + 1);
    if (end < 0) throw new Unusual();
    let escapes = 0;
    while (bytes[end - 1 - escapes] === BACKSLASH) escapes += 1;
    if (escapes % 2 === 0) return end;
  }
}

function isCoordinates(bytes: Uint8Array, from: number, end: number): boolean {
  return end - from === NAME.length - 1 && NAME.every((byte, k) => bytes[from + k] === byte);
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

function takenApart(bytes: Uint8Array): LeanGeojson {
  const reader = new CoordinateReader(bytes);
  const encoder = new TextEncoder();
  const pieces: Uint8Array[] = [];
  let copied = 0;
  for (let from = bytes.indexOf(QUOTE); from >= 0; from = bytes.indexOf(QUOTE, reader.at)) {
    const end = stringEnd(bytes, from);
    reader.at = end + 1;
    if (!isCoordinates(bytes, from, end) || reader.next() !== COLON) continue;
    reader.at += 1;
    if (reader.next() !== OPEN) continue;
    pieces.push(bytes.subarray(copied, reader.at), encoder.encode(`[${reader.count}]`));
    reader.geometry();
    copied = reader.at;
  }
  pieces.push(bytes.subarray(copied));
  return { rest: joined(pieces), packed: reader.packed() };
}

/**
 * Takes the coordinates of polygons out of GeoJSON in UTF-8: numbers as `JSON.parse` would give them, altitudes left out.
 * Null where any are not closed rings of degrees in plain decimals: whoever reads all of it says what is wrong. Whether
 * the rest is JSON is not looked at. Linear in bytes.
 */
export function leanGeojson(bytes: Uint8Array): LeanGeojson | null {
  try {
    return takenApart(bytes);
  } catch (reason) {
    if (reason instanceof Unusual) return null;
    throw reason;
  }
}
