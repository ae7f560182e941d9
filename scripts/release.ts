import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Zippable, zipSync } from 'fflate';
import { ensureDemoData } from './build.ts';
import { buildDigest } from './build-mark.ts';
import { compressFolder, type Effort } from './compress.ts';
import { filesIn } from './folder-files.ts';
import { nginxConfig } from './nginx-config.ts';
import { noticesText, packageNotices } from './package-notices.ts';
import { META_POLICY } from './policy.ts';
import { sbomText } from './sbom.ts';
import { writeServiceWorker } from './service-worker.ts';
import { ROOT, tool } from './tool.ts';

export interface Release {
  readonly folder: string;
  readonly zip: string;
}

const SITE = 'situs';
const ABOUT = 'BACA-SAYA.txt';
/** In an archive, what made it: unpackers then heed the mode, a plain file that all may read. */
const UNIX = 3;
const READABLE_FILE = 0o100644 * 2 ** 16;
/** Compressed already: stored as they are. */
const PACKED = /\.(?:br|gz|woff2|parquet|png|zip)$/;

/** The page with its own policy, and addresses that hold at the root of a server and in any folder of it. */
export function releasePage(html: string): string {
  const meta = `<meta http-equiv="Content-Security-Policy" content="${META_POLICY}" />`;
  const charset = /<meta charset="[^"]*"\s*\/?>/;
  if (!charset.test(html)) throw new Error('the page has no charset to put the policy after');
  return html
    .replace(charset, (found) => `${found}\n    ${meta}`)
    .replace(/\b(href|src)="\/(?!\/)/g, '$1="./');
}

/**
 * When the program was last changed: of the files in an archive too, because servers tell a new version of a file by
 * its date and length.
 */
function changeDate(): Date {
  const { stdout } = spawnSync('git', ['log', '-1', '--format=%ct'], { cwd: ROOT, encoding: 'utf8' });
  const seconds = Number.parseInt(stdout ?? '', 10);
  return Number.isNaN(seconds) ? new Date(Date.UTC(2000, 0, 1)) : new Date(seconds * 1000);
}

/** The same date and time as the clock of Greenwich shows it, whatever the time zone here: archives have none. */
function asClock(date: Date): Date {
  return new Date(
    date.getUTCFullYear(),
    date.getUTCMonth(),
    date.getUTCDate(),
    date.getUTCHours(),
    date.getUTCMinutes(),
    date.getUTCSeconds(),
  );
}

/** An archive of a folder under one name: the same bytes for the same files, whenever and wherever it is made. */
export function archiveOf(folder: string, name: string, date: Date): Uint8Array {
  const entries: Zippable = {};
  for (const path of filesIn(folder)) {
    const bytes = new Uint8Array(readFileSync(join(folder, path)));
    entries[`${name}/${path}`] = [bytes, { level: PACKED.test(path) ? 0 : 6 }];
  }
  return zipSync(entries, { mtime: asClock(date), os: UNIX, attrs: READABLE_FILE });
}

function checksums(folder: string): string {
  const lines = filesIn(folder).map((path) => {
    const hash = createHash('sha256').update(readFileSync(join(folder, path)));
    return `${hash.digest('hex')}  ${path}`;
  });
  return `${lines.join('\n')}\n`;
}

async function vite(...args: readonly string[]): Promise<void> {
  const options = { aside: true, environment: { NODE_ENV: 'production' } };
  if ((await tool('vite', ['build', ...args], options)) !== 0) throw new Error('the app could not be built');
}

async function buildSite(site: string, memory: string, effort: Effort): Promise<void> {
  await ensureDemoData();
  await vite('--base', './', '--outDir', site, '--emptyOutDir');
  rmSync(join(site, '.vite'), { recursive: true, force: true });
  const page = join(site, 'index.html');
  writeFileSync(page, releasePage(readFileSync(page, 'utf8')));
  await writeServiceWorker(site);
  await compressFolder(site, memory, effort);
}

/**
 * Builds the program into `out`: a folder and its archive, both named by the version.
 * @param options.fresh compresses anew what was compressed before.
 * @param options.effort how well it is compressed.
 */
export async function makeRelease(
  out: string,
  { fresh = false, effort = 'best' }: { readonly fresh?: boolean; readonly effort?: Effort } = {},
): Promise<Release> {
  const { version } = JSON.parse(readFileSync(resolve(ROOT, 'package.json'), 'utf8')) as { version: string };
  const name = `peta-sasaran-${version}`;
  const folder = join(out, name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const memory = fresh ? join(out, 'compressed') : resolve(ROOT, '.cache/compressed');
  await buildSite(join(folder, SITE), memory, effort);
  await vite('--config', 'vite.server.config.ts', '--outDir', folder);
  const texts = resolve(ROOT, 'scripts/release');
  for (const file of readdirSync(texts)) cpSync(join(texts, file), join(folder, file));
  const about = join(folder, ABOUT);
  writeFileSync(
    about,
    `${readFileSync(about, 'utf8').trimEnd()}\n\nSidik bangunan / Build digest: ${buildDigest(ROOT)}\n`,
  );
  cpSync(resolve(ROOT, 'LICENSE'), join(folder, 'LICENSE.txt'));
  writeFileSync(join(folder, 'nginx.conf'), nginxConfig());
  writeFileSync(join(folder, 'THIRD-PARTY.txt'), noticesText(packageNotices(ROOT)));
  writeFileSync(join(folder, 'sbom.cdx.json'), sbomText(ROOT, version, changeDate()));
  writeFileSync(join(folder, 'SHA256SUMS.txt'), checksums(folder));
  const zip = `${folder}.zip`;
  const archive = archiveOf(folder, name, changeDate());
  writeFileSync(zip, archive);
  writeFileSync(`${zip}.sha256`, `${createHash('sha256').update(archive).digest('hex')}  ${name}.zip\n`);
  return { folder, zip };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { folder, zip } = await makeRelease(resolve(ROOT, 'release'));
  console.log(`${folder}\n${zip}`);
}
