import { inflateSync } from 'node:zlib';

/** A picture of the screen, as its reader sees it. */
export interface ScreenPixels {
  readonly width: number;
  readonly height: number;
  /** Color at a place in px, `#rrggbb`. */
  at(x: number, y: number): string;
  /** Number of pixels of each color outside the boxes given. */
  counts(except?: readonly PixelBox[]): ReadonlyMap<string, number>;
}

export interface PixelBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const CHANNELS: Readonly<Record<number, number>> = { 2: 3, 6: 4 };

function chunksOf(png: Buffer): ReadonlyMap<string, Buffer> {
  const chunks = new Map<string, Buffer>();
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    const name = png.toString('latin1', at + 4, at + 8);
    const body = png.subarray(at + 8, at + 8 + length);
    chunks.set(name, Buffer.concat([chunks.get(name) ?? Buffer.alloc(0), body]));
    at += length + 12;
  }
  return chunks;
}

/** Of the bytes to the left, above, and both, the one nearest to left + up - corner. */
function nearest(left: number, up: number, corner: number): number {
  const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

/** Undoes the filter of one line of PNG (ISO/IEC 15948, 9.2) in `line`; `above` is the line before it. */
function unfilter(filter: number, line: Uint8Array, above: Uint8Array, channels: number): void {
  for (let k = 0; k < line.length; k++) {
    const byte = line[k] ?? 0;
    const left = k < channels ? 0 : (line[k - channels] ?? 0);
    if (filter === 1) line[k] = byte + left;
    else if (filter === 2) line[k] = byte + (above[k] ?? 0);
    else if (filter === 3) line[k] = byte + ((left + (above[k] ?? 0)) >> 1);
    else if (filter === 4)
      line[k] = byte + nearest(left, above[k] ?? 0, k < channels ? 0 : (above[k - channels] ?? 0));
  }
}

/** Reads a screenshot: PNG with 8 bits a channel, not interlaced, as every browser writes it. */
export function readScreenshot(png: Buffer): ScreenPixels {
  const chunks = chunksOf(png);
  const header = chunks.get('IHDR');
  const channels = CHANNELS[header?.[9] ?? -1];
  if (!header || channels === undefined || header[8] !== 8 || header[12] !== 0)
    throw new Error('not a screenshot');
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const bytes = inflateSync(chunks.get('IDAT') ?? Buffer.alloc(0));
  const stride = width * channels;
  const lineAt = (y: number) => bytes.subarray(y * (stride + 1) + 1, (y + 1) * (stride + 1));
  let above = new Uint8Array(stride);
  for (let y = 0; y < height; y++) {
    const line = lineAt(y);
    const filter = bytes[y * (stride + 1)] ?? 0;
    if (filter !== 0) unfilter(filter, line, above, channels);
    above = line;
  }
  const colorIn = (line: Uint8Array, x: number) =>
    ((line[x * channels] ?? 0) << 16) | ((line[x * channels + 1] ?? 0) << 8) | (line[x * channels + 2] ?? 0);
  return {
    width,
    height,
    at: (x, y) => hex(colorIn(lineAt(Math.round(y)), Math.round(x))),
    counts(except = []) {
      const counts = new Map<number, number>();
      for (let y = 0; y < height; y++) {
        const line = lineAt(y);
        const boxes = except.filter((box) => y >= box.y - 1 && y <= box.y + box.height + 1);
        const isShown = (x: number) => boxes.every((box) => x < box.x - 1 || x > box.x + box.width + 1);
        for (let x = 0, next = 0; x < width; x = next) {
          const color = colorIn(line, x);
          let run = 0;
          for (; next < width && colorIn(line, next) === color; next++) if (isShown(next)) run++;
          if (run > 0) counts.set(color, (counts.get(color) ?? 0) + run);
        }
      }
      return new Map([...counts].map(([color, count]) => [hex(color), count]));
    },
  };
}

function hex(color: number): string {
  return `#${color.toString(16).padStart(6, '0')}`;
}
