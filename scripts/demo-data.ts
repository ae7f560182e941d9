import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { SAMPLE_FOLDER } from '#core/sample-file.ts';
import { demoFiles, inventedDemo } from './demo/demo-package.ts';
import { readKelurahan } from './demo/kelurahan.ts';
import { sampleFiles } from './demo/sample-files.ts';

const ROOT = resolve(import.meta.dirname, '..');
const SEED = 5371;
/** In the folder of the demo. */
const SAMPLES = basename(SAMPLE_FOLDER);

/** Writes the synthetic demo dataset and samples of it: the same bytes on every run. */
function writeDemo(folder: string): void {
  const demo = inventedDemo(SEED, readKelurahan(join(ROOT, 'data/demo/kelurahan.csv')));
  const samples = [...sampleFiles(demo)].map(([name, content]) => [join(SAMPLES, name), content] as const);
  const files = [...samples, ...demoFiles(demo)];
  for (const [name, content] of files) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  const size = (content: string | Uint8Array): number => Math.ceil(Buffer.byteLength(content) / 1024);
  for (const [name, content] of files) console.log(`${join(folder, name)}  ${size(content)} kB`);
}

const { values } = parseArgs({ options: { out: { type: 'string', default: join(ROOT, 'public/demo') } } });
writeDemo(resolve(values.out));
