import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** Paths of all files under a folder, with forward slashes, in order. */
export function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}
