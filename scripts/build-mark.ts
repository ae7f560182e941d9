import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Plugin } from 'vite';
import { filesIn } from './folder-files.ts';
import { noticesText, packageNotices } from './package-notices.ts';
import { ROOT } from './tool.ts';

/** All that the program is built from: sources, what they are built with, and the packages that are locked. */
const FOLDERS = ['data', 'scripts', 'src'];
const FILES = ['index.html', 'package-lock.json', 'vite.config.ts'];
/** In the built folder: licences of the program, of data and type, and of every package. */
const NOTICES = 'lisensi.txt';

/** SHA-256 over paths and bytes, in hexadecimal: the same for the same sources, wherever they lie. */
export function buildDigest(root: string): string {
  const paths = [
    ...FOLDERS.flatMap((folder) => filesIn(resolve(root, folder)).map((path) => `${folder}/${path}`)),
    ...FILES,
  ];
  const hash = createHash('sha256');
  for (const path of paths.sort()) {
    const bytes = readFileSync(resolve(root, path));
    hash.update(`${path}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest('hex');
}

function allNotices(root: string): string {
  const read = (path: string) => readFileSync(resolve(root, path), 'utf8').trim();
  return [read('LICENSE'), read('scripts/release/NOTICE.txt'), noticesText(packageNotices(root))].join(
    '\n\n',
  );
}

/** Says in the page which version of which sources it is, and lays the licences beside it. */
export function buildMark(): Plugin {
  return {
    name: 'build-mark',
    apply: 'build',
    transformIndexHtml() {
      const { version } = JSON.parse(readFileSync(resolve(ROOT, 'package.json'), 'utf8')) as {
        version: string;
      };
      const content = `${version} ${buildDigest(ROOT)}`;
      return [{ tag: 'meta', attrs: { name: 'peta-sasaran', content }, injectTo: 'head' }];
    },
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: NOTICES, source: allNotices(ROOT) });
    },
  };
}
