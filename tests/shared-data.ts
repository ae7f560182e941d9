import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '..');
const FOLDER = process.env.PETA_SHARED ?? resolve(ROOT, '../shared');
const warned = new Set<string>();

/**
 * Path of a file of the shared findings (real boundaries and figures, never part of this repository), or null where
 * it is absent: the caller then skips, and the skip has already been announced once on the console.
 */
export function sharedPath(relative: string): string | null {
  const path = resolve(FOLDER, relative);
  if (existsSync(path)) return path;
  if (!warned.has(relative)) {
    warned.add(relative);
    console.warn(`SKIPPED: shared data not found: ${relative} (set PETA_SHARED to the folder that holds it)`);
  }
  return null;
}
