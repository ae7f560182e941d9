import { type UnzipFileInfo, unzipSync, zipSync } from 'fflate';
import type { Problem, ProblemCode, Result } from '#core/problem.ts';

/** One file of a package: path with forward slashes, relative to the folder or archive. */
export interface PackageFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

const MAX_ENTRIES = 1_000;
const MAX_BYTES = 512 * 2 ** 20;
const MAX_RATIO = 250;
/** Small files of one repeated character compress beyond any ratio, and harm nobody. */
const RATIO_FROM_BYTES = 2 ** 20;
const STORED = 0;
const DEFLATED = 8;
const FILES = /(^|\/)(manifest\.json|[a-z-]+\.(geojson|csv|parquet))$/;

function isUnsafe(path: string): boolean {
  const absolute =
    path.startsWith('/') || path.includes('\\') || /^[A-Za-z]:/.test(path) || path.includes('\0');
  return absolute || path.split('/').includes('..');
}

function refusal(
  file: UnzipFileInfo,
  seen: { entries: number; bytes: number; names: Set<string> },
): ProblemCode | null {
  seen.entries += 1;
  seen.bytes += file.originalSize;
  if (isUnsafe(file.name)) return 'file/unsafe-path';
  if (seen.names.has(file.name)) return 'file/unsafe-path';
  seen.names.add(file.name);
  if (seen.entries > MAX_ENTRIES || seen.bytes > MAX_BYTES) return 'file/zip-bomb';
  if (file.originalSize > RATIO_FROM_BYTES && file.originalSize > file.size * MAX_RATIO)
    return 'file/zip-bomb';
  if (file.compression !== STORED && file.compression !== DEFLATED) return 'file/encrypted-or-old';
  return null;
}

/** Inflates the files that a package may hold, after the sizes, ratios and paths of all entries have been checked. */
export function unzipPackage(bytes: Uint8Array): Result<readonly PackageFile[]> {
  const refuse = (code: ProblemCode, file?: string): { ok: false; problems: readonly Problem[] } => ({
    ok: false,
    problems: [
      { code, severity: 'error', ...(file === undefined ? {} : { at: { file: file.slice(0, 100) } }) },
    ],
  });
  if (bytes.length === 0) return refuse('file/empty');
  const seen = { entries: 0, bytes: 0, names: new Set<string>() };
  let found: { code: ProblemCode; name: string } | null = null;
  const check = (file: UnzipFileInfo): boolean => {
    const code = refusal(file, seen);
    if (code !== null) found ??= { code, name: file.name };
    return false;
  };
  try {
    unzipSync(bytes, { filter: check });
    if (found !== null) {
      const { code, name } = found as { code: ProblemCode; name: string };
      return refuse(code, name);
    }
    const entries = unzipSync(bytes, { filter: (file) => FILES.test(file.name) });
    const files = Object.entries(entries).map(([path, content]) => ({ path, bytes: content }));
    return { ok: true, value: files, problems: [] };
  } catch {
    return refuse('file/truncated');
  }
}

/** True where the bytes begin like a zip archive. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);
}

export function zipPackage(files: readonly PackageFile[]): Uint8Array {
  return zipSync(Object.fromEntries(files.map(({ path, bytes }) => [path, bytes])), {
    level: 6,
    mtime: '2000-01-01',
  });
}
