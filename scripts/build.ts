import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { writeServiceWorker } from './service-worker.ts';
import { ROOT, script, tool } from './tool.ts';

export const DIST = resolve(ROOT, 'dist');
const DEMO = resolve(ROOT, 'public/demo');
const KEYS = resolve(ROOT, '.cache/keys');

const DEMO_INPUTS = [
  'data',
  'scripts/demo',
  'scripts/demo-data.ts',
  'src/core',
  'src/data',
  'package-lock.json',
];
const BUILD_INPUTS = [
  'index.html',
  'public',
  'scripts/map-preload.ts',
  'scripts/opening-chunks.ts',
  'scripts/policy.ts',
  'scripts/service-worker.ts',
  'src',
  'package-lock.json',
  'vite.config.ts',
];

function filesUnder(path: string): readonly string[] {
  const full = resolve(ROOT, path);
  if (!existsSync(full)) return [];
  if (statSync(full).isFile()) return [full];
  return readdirSync(full, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => resolve(entry.parentPath, entry.name));
}

function keyOf(inputs: readonly string[]): string {
  const hash = createHash('sha256').update(process.version);
  for (const path of inputs.flatMap(filesUnder).sort()) hash.update(path).update(readFileSync(path));
  return hash.digest('hex');
}

/** Does `make` unless its inputs are what they were when it last succeeded and the product is still there. */
async function unlessUnchanged(
  name: string,
  inputs: readonly string[],
  product: string,
  make: () => Promise<void>,
): Promise<void> {
  const note = resolve(KEYS, name);
  const key = keyOf(inputs);
  if (existsSync(product) && existsSync(note) && readFileSync(note, 'utf8') === key) return;
  rmSync(note, { force: true });
  await make();
  mkdirSync(KEYS, { recursive: true });
  writeFileSync(note, key);
}

/** The demo dataset in public/demo, made anew where what it is made from has changed. */
export function ensureDemoData(): Promise<void> {
  return unlessUnchanged('demo-data', DEMO_INPUTS, DEMO, async () => {
    if ((await script('scripts/demo-data.ts', { aside: true })) !== 0)
      throw new Error('the demo dataset could not be made');
  });
}

/** In a process of its own: under a test runner NODE_ENV is not production, and the build would not be the real one. */
async function viteBuild(): Promise<void> {
  const options = { aside: true, environment: { NODE_ENV: 'production' } };
  if ((await tool('vite', ['build'], options)) !== 0) throw new Error('the app could not be built');
}

/** The app in dist, built anew where anything has changed. Compressed files are the work of a release. */
export async function ensureBuild(): Promise<void> {
  await ensureDemoData();
  await unlessUnchanged('build', BUILD_INPUTS, resolve(DIST, 'index.html'), async () => {
    await viteBuild();
    await writeServiceWorker(DIST);
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await ensureBuild();
