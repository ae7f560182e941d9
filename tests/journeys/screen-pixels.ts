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

function isInside({ x, y, width, height }: PixelBox, px: number, py: number): boolean {
  return px >= x - 1 && py >= y - 1 && px <= x + width + 1 && py <= y + height + 1;
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

/** The byte that a filter of PNG (ISO/IEC 15948, 9.2) foretells from those to the left, above, and both. */
function foretold(filter: number, left: number, up: number, corner: number): number {
  switch (filter) {
    case 1:
      return left;
    case 2:
      return up;
    case 3:
      return (left + up) >> 1;
    case 4: {
      const guess = left + up - corner;
      const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
      return a <= b && a <= c ? left : b <= c ? up : corner;
    }
    default:
      return 0;
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
  const packed = inflateSync(chunks.get('IDAT') ?? Buffer.alloc(0));
  const stride = width * channels;
  const bytes = new Uint8Array(stride * height);
  for (let y = 0; y < height; y++) {
    const filter = packed[y * (stride + 1)] ?? 0;
    for (let k = 0; k < stride; k++) {
      const at = y * stride + k;
      const left = k < channels ? 0 : (bytes[at - channels] ?? 0);
      const up = y === 0 ? 0 : (bytes[at - stride] ?? 0);
      const corner = k < channels || y === 0 ? 0 : (bytes[at - stride - channels] ?? 0);
      bytes[at] = (packed[y * (stride + 1) + 1 + k] ?? 0) + foretold(filter, left, up, corner);
    }
  }
  const colorAt = (at: number) =>
    `#${[0, 1, 2].map((k) => (bytes[at + k] ?? 0).toString(16).padStart(2, '0')).join('')}`;
  return {
    width,
    height,
    at: (x, y) => colorAt((Math.round(y) * width + Math.round(x)) * channels),
    counts(except = []) {
      const counts = new Map<string, number>();
      for (let at = 0; at < bytes.length; at += channels) {
        const [x, y] = [(at / channels) % width, Math.floor(at / stride)];
        if (except.some((box) => isInside(box, x, y))) continue;
        const color = colorAt(at);
        counts.set(color, (counts.get(color) ?? 0) + 1);
      }
      return counts;
    },
  };
}
