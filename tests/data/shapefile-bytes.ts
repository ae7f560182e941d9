/** Name of a field and its width. */
export type Field = readonly [name: string, length: number];
/** Rings of positions; null for a shape that is empty. */
export type Rings = readonly (readonly (readonly number[])[])[] | null;

/** A .shp file of polygons (ESRI, 1998), by hand. */
export function shp(shapes: readonly Rings[]): Uint8Array<ArrayBuffer> {
  const records = shapes.map((rings, k) => {
    const points = (rings ?? []).flat();
    const length = rings === null ? 4 : 44 + rings.length * 4 + points.length * 16;
    const view = new DataView(new ArrayBuffer(8 + length));
    view.setInt32(0, k + 1);
    view.setInt32(4, length / 2);
    if (rings === null) return view;
    view.setInt32(8, 5, true);
    const [xs, ys] = [0, 1].map((axis) => points.map((point) => point[axis] ?? 0)) as [number[], number[]];
    const box = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
    box.forEach((side, s) => {
      view.setFloat64(12 + s * 8, side, true);
    });
    view.setInt32(44, rings.length, true);
    view.setInt32(48, points.length, true);
    let first = 0;
    rings.forEach((ring, r) => {
      view.setInt32(52 + r * 4, first, true);
      first += ring.length;
    });
    points.forEach(([x = 0, y = 0], p) => {
      view.setFloat64(52 + rings.length * 4 + p * 16, x, true);
      view.setFloat64(60 + rings.length * 4 + p * 16, y, true);
    });
    return view;
  });
  const size = 100 + records.reduce((sum, { byteLength }) => sum + byteLength, 0);
  const bytes = new Uint8Array(size);
  const header = new DataView(bytes.buffer);
  header.setInt32(0, 9994);
  header.setInt32(24, size / 2);
  header.setInt32(28, 1000, true);
  header.setInt32(32, 5, true);
  let at = 100;
  for (const record of records) {
    bytes.set(new Uint8Array(record.buffer), at);
    at += record.byteLength;
  }
  return bytes;
}

/** A .dbf file of texts (dBASE III), by hand. */
export function dbf(
  fields: readonly Field[],
  rows: readonly (readonly string[])[],
  { latin1 = false, deleted = [] as readonly number[] } = {},
): Uint8Array<ArrayBuffer> {
  const headerLength = 32 + fields.length * 32 + 1;
  const rowLength = 1 + fields.reduce((sum, [, length]) => sum + length, 0);
  const bytes = new Uint8Array(headerLength + rows.length * rowLength + 1).fill(0x20, headerLength);
  const view = new DataView(bytes.buffer);
  bytes[0] = 3;
  view.setUint32(4, rows.length, true);
  view.setUint16(8, headerLength, true);
  view.setUint16(10, rowLength, true);
  const encode = (text: string): Uint8Array =>
    latin1 ? Uint8Array.from(text, (letter) => letter.charCodeAt(0)) : new TextEncoder().encode(text);
  fields.forEach(([name, length], f) => {
    bytes.set(encode(name), 32 + f * 32);
    bytes[32 + f * 32 + 11] = 0x43;
    bytes[32 + f * 32 + 16] = length;
  });
  bytes[headerLength - 1] = 0x0d;
  rows.forEach((row, r) => {
    let at = headerLength + r * rowLength;
    bytes[at++] = deleted.includes(r) ? 0x2a : 0x20;
    fields.forEach(([, length], f) => {
      bytes.set(encode(row[f] ?? '').subarray(0, length), at);
      at += length;
    });
  });
  bytes[bytes.length - 1] = 0x1a;
  return bytes;
}
