import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { transformWithOxc } from 'vite';
import type { HeldPart } from '#worker/held-part.ts';
import { filesIn } from './folder-files.ts';
import { ROOT } from './tool.ts';

const SCRIPT = 'service-worker.js';
const PAGE = 'index.html';
/** Made of the others, or for who hosts the program. */
const NOT_HELD = /^\.|\/\.|\.(?:br|gz|map)$/;

/** Every file of a built site that a page may ask for, with what it must hold. */
export function heldParts(site: string): readonly HeldPart[] {
  return filesIn(site)
    .filter((path) => path !== SCRIPT && !NOT_HELD.test(path))
    .map((path) => {
      const digest = createHash('sha256')
        .update(readFileSync(join(site, path)))
        .digest('base64');
      return {
        path: path === PAGE ? '' : path.split('/').map(encodeURIComponent).join('/'),
        integrity: `sha256-${digest}`,
      };
    });
}

/** Writes the service worker of a built site: to be called when nothing of the site will change any more. */
export async function writeServiceWorker(site: string): Promise<void> {
  const parts = heldParts(site);
  const source = resolve(ROOT, 'src/worker/service-worker.ts');
  const { code } = await transformWithOxc(readFileSync(source, 'utf8'), source, { sourcemap: false });
  const script = code.replace(/^export \{\};?$/m, '');
  if (/^(?:import|export)\b/m.test(script))
    throw new Error('the service worker imports: it must be one plain script');
  const list = JSON.stringify(parts);
  const version = createHash('sha256').update(list).update(script).digest('hex').slice(0, 16);
  writeFileSync(join(site, SCRIPT), `const VERSION = '${version}';\nconst PARTS = ${list};\n${script}`);
}
