import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { DIST } from './build.ts';

/** What a browser must fetch before the first colored map, after gzip; the demo's data and the font come on top. */
const CRITICAL_LIMIT_BYTES = 600_000;
/** The page, and the map that it asks for at once. */
const CRITICAL_ENTRIES = ['index.html', 'src/map/map-surface.ts'];

interface ManifestChunk {
  readonly file: string;
  readonly css?: readonly string[];
  readonly imports?: readonly string[];
}
type Manifest = Readonly<Record<string, ManifestChunk>>;

/** The critical entries and all that they import statically. */
function criticalFiles(manifest: Manifest): readonly string[] {
  const files = new Set(['index.html']);
  const seen = new Set<string>();
  const visit = (id: string): void => {
    const chunk = manifest[id];
    if (chunk === undefined) throw new Error(`the build has no ${id}`);
    if (seen.has(id)) return;
    seen.add(id);
    files.add(chunk.file);
    for (const css of chunk.css ?? []) files.add(css);
    chunk.imports?.forEach(visit);
  };
  CRITICAL_ENTRIES.forEach(visit);
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
