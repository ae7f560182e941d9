import { createHash } from 'node:crypto';
import { copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { extname, resolve } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip, constants as zlib } from 'node:zlib';

const COMPRESSIBLE = new Set([
  '.css',
  '.csv',
  '.geojson',
  '.html',
  '.js',
  '.json',
  '.mjs',
  '.parquet',
  '.svg',
  '.txt',
  '.wasm',
]);
const SMALLEST_BYTES = 1024;
/** Above this the best brotli takes minutes; quality 6 takes seconds and is a few per cent larger. */
const LARGE_BYTES = 4 * 2 ** 20;

/** 'quick': larger files in a tenth of the time, for a release that is only tried. */
export type Effort = 'best' | 'quick';

const METHODS = [
  {
    suffix: '.br',
    compress: (bytes: Buffer, effort: Effort): Promise<Buffer> =>
      promisify(brotliCompress)(bytes, {
        params: {
          [zlib.BROTLI_PARAM_QUALITY]: effort === 'quick' ? 1 : bytes.length > LARGE_BYTES ? 6 : 11,
          [zlib.BROTLI_PARAM_SIZE_HINT]: bytes.length,
        },
      }),
  },
  {
    suffix: '.gz',
    compress: (bytes: Buffer, effort: Effort): Promise<Buffer> =>
      promisify(gzip)(bytes, { level: effort === 'quick' ? 1 : bytes.length > LARGE_BYTES ? 6 : 9 }),
  },
] as const;

/** Writes `x.br` and `x.gz` beside every file that gets smaller by it; results are remembered by content and effort. */
export async function compressFolder(folder: string, memory: string, effort: Effort = 'best'): Promise<void> {
  await mkdir(memory, { recursive: true });
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !COMPRESSIBLE.has(extname(entry.name))) continue;
    const path = resolve(entry.parentPath, entry.name);
    const bytes = await readFile(path);
    if (bytes.length < SMALLEST_BYTES) continue;
    await Promise.all(METHODS.map((method) => compressFile(path, bytes, method, memory, effort)));
  }
}

async function compressFile(
  path: string,
  bytes: Buffer,
  method: (typeof METHODS)[number],
  memory: string,
  effort: Effort,
): Promise<void> {
  const digest = createHash('sha256').update(bytes).digest('hex');
  const remembered = resolve(memory, `${digest}${effort === 'best' ? '' : `.${effort}`}${method.suffix}`);
  try {
    await copyFile(remembered, path + method.suffix);
  } catch {
    const compressed = await method.compress(bytes, effort);
    if (compressed.length >= bytes.length) return;
    await writeFile(remembered, compressed);
    await writeFile(path + method.suffix, compressed);
  }
}
