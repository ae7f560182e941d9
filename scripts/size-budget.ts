import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { DIST } from './build.ts';

/** What a browser must fetch before the program can run, after gzip. */
const CRITICAL_LIMIT_BYTES = 600_000;

interface ManifestChunk {
  readonly file: string;
  readonly css?: readonly string[];
  readonly imports?: readonly string[];
}
type Manifest = Readonly<Record<string, ManifestChunk>>;

/** The page, its entry, and all that the entry imports statically. */
function criticalFiles(manifest: Manifest): readonly string[] {
  const files = new Set(['index.html']);
  const seen = new Set<string>();
  const visit = (id: string): void => {
    const chunk = manifest[id];
    if (chunk === undefined || seen.has(id)) return;
    seen.add(id);
    files.add(chunk.file);
    for (const css of chunk.css ?? []) files.add(css);
    chunk.imports?.forEach(visit);
  };
  visit('index.html');
  return [...files];
}

/** Prints the critical files of the build and their sum; false where the sum is over the limit. */
export function checkSizeBudget(): boolean {
  const manifest = JSON.parse(readFileSync(resolve(DIST, '.vite/manifest.json'), 'utf8')) as Manifest;
  const sizes = criticalFiles(manifest).map(
    (file) => [file, gzipSync(readFileSync(resolve(DIST, file)), { level: 9 }).length] as const,
  );
  const total = sizes.reduce((sum, [, bytes]) => sum + bytes, 0);
  const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1).padStart(7)} kB`;
  for (const [file, bytes] of sizes) console.log(`${kilobytes(bytes)}  ${file}`);
  console.log(`${kilobytes(total)}  critical, gzip (limit ${CRITICAL_LIMIT_BYTES / 1000} kB)`);
  return total <= CRITICAL_LIMIT_BYTES;
}
