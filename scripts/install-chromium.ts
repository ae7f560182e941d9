import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const COMMANDS = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];
const PACKAGES = ['chromium', 'fonts-liberation'];
const ADVICE = `No Chromium was found, and it could not be installed from here.
  Debian:        sudo apt-get install ${PACKAGES.join(' ')}
  anywhere else: install Google Chrome, Chromium or Microsoft Edge,
  or set CHROMIUM_PATH to the browser's program file.`;

/** Ubuntu's chromium-browser can be a stub that only tells of a snap: a browser is what knows its version. */
function works(path: string): boolean {
  if (!existsSync(path)) return false;
  if (process.platform === 'win32') return true;
  return spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 30_000 }).status === 0;
}

/** Path of a browser of the Chromium family on this computer, or null. */
export function findChromium(): string | null {
  const chosen = process.env.CHROMIUM_PATH;
  if (chosen !== undefined && chosen !== '') {
    if (works(chosen)) return chosen;
    throw new Error(`CHROMIUM_PATH is set, but no browser starts there: ${chosen}`);
  }
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const candidates = COMMANDS.flatMap((command) => folders.map((folder) => resolve(folder, command)));
  return [...candidates, ...PLACES].find(works) ?? null;
}

function succeeds(command: string, args: readonly string[]): boolean {
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(command, args, { stdio: ['ignore', 2, 'inherit'], env: environment }).status === 0;
}

function installWithApt(): boolean {
  if (process.platform !== 'linux' || spawnSync('apt-get', ['--version']).status !== 0) return false;
  const root = process.getuid?.() === 0;
  if (!root && spawnSync('sudo', ['-n', 'true']).status !== 0) return false;
  const apt = (...args: readonly string[]) =>
    root ? succeeds('apt-get', args) : succeeds('sudo', ['-n', 'apt-get', ...args]);
  console.error(`No Chromium found: installing ${PACKAGES.join(', ')} with apt-get`);
  return apt('update') && apt('install', '-y', '--no-install-recommends', ...PACKAGES);
}

/** The browser the journeys run in, installed from Debian where there is none; else an error that says what to do. */
export function ensureChromium(): string {
  const found = findChromium() ?? (installWithApt() ? findChromium() : null);
  if (found === null) throw new Error(ADVICE);
  return found;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    console.log(ensureChromium());
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
