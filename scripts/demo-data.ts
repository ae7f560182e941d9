import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { demoFiles, inventedDemo } from './demo/demo-package.ts';
import { readKelurahan } from './demo/kelurahan.ts';

const ROOT = resolve(import.meta.dirname, '..');
const SEED = 5371;

/** Writes the synthetic demo dataset: the same bytes on every run. */
function writeDemo(folder: string): void {
  const files = demoFiles(inventedDemo(SEED, readKelurahan(join(ROOT, 'data/demo/kelurahan.csv'))));
  mkdirSync(folder, { recursive: true });
  for (const [name, content] of files) writeFileSync(join(folder, name), content);
  const size = (content: string | Uint8Array): number => Math.ceil(Buffer.byteLength(content) / 1024);
  for (const [name, content] of files) console.log(`${join(folder, name)}  ${size(content)} kB`);
}

const { values } = parseArgs({ options: { out: { type: 'string', default: join(ROOT, 'public/demo') } } });
writeDemo(resolve(values.out));
