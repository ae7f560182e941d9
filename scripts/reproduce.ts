import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeRelease } from './release.ts';

/** Two releases, made one after the other in folders of their own, are to be the same bytes. */
const digests: string[] = [];
for (const name of ['first', 'second']) {
  const folder = mkdtempSync(join(tmpdir(), `release-${name}-`));
  const { zip } = await makeRelease(folder, { fresh: true });
  digests.push(createHash('sha256').update(readFileSync(zip)).digest('hex'));
  rmSync(folder, { recursive: true });
}
for (const digest of digests) console.log(digest);
if (new Set(digests).size !== 1) {
  console.error('two releases of the same files differ');
  process.exitCode = 1;
}
