import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

const COMMANDS = ['firefox-esr', 'firefox'];
const PLACES = [
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
];
const START_MS = 60_000;

/** Some systems have a command that only tells of a package: a browser is what knows its version. */
function works(path: string): boolean {
  if (!existsSync(path)) return false;
  if (process.platform === 'win32') return true;
  return spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 30_000 }).status === 0;
}

/** Path of a Firefox on this computer, that of FIREFOX_PATH first, or null. */
export function findFirefox(): string | null {
  const chosen = process.env.FIREFOX_PATH;
  if (chosen !== undefined && chosen !== '') {
    if (works(chosen)) return chosen;
    throw new Error(`FIREFOX_PATH is set, but no browser starts there: ${chosen}`);
  }
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const candidates = COMMANDS.flatMap((command) => folders.map((folder) => join(folder, command)));
  return [...candidates, ...PLACES].find(works) ?? null;
}

/** A Firefox of its own: a fresh profile, downloads into a folder, nothing asked of the network. */
export interface RunningFirefox {
  /** Where it speaks WebDriver BiDi. */
  readonly address: string;
  readonly downloads: string;
  close(): Promise<void>;
}

function preferences(downloads: string): string {
  const values: Readonly<Record<string, string | number | boolean>> = {
    'browser.download.folderList': 2,
    'browser.download.dir': downloads,
    'browser.download.useDownloadDir': true,
    'browser.download.alwaysOpenPanel': false,
    'browser.shell.checkDefaultBrowser': false,
    'browser.startup.page': 0,
    'browser.aboutwelcome.enabled': false,
    'datareporting.policy.dataSubmissionEnabled': false,
    'toolkit.telemetry.enabled': false,
    'app.update.disabledForTesting': true,
    'network.captive-portal-service.enabled': false,
    'network.connectivity-service.enabled': false,
    'services.settings.server': 'data:,',
    'ui.prefersReducedMotion': 1,
  };
  const lines = Object.entries(values).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  );
  return `${lines.join('\n')}\n`;
}

function listening(browser: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const late = setTimeout(() => reject(new Error(`Firefox did not start:\n${said}`)), START_MS);
    browser.stderr?.on('data', (part) => {
      said += String(part);
      const address = /WebDriver BiDi listening on (ws:\S+)/.exec(said)?.[1];
      if (address === undefined) return;
      clearTimeout(late);
      resolve(address);
    });
    browser.once('exit', () => {
      clearTimeout(late);
      reject(new Error(`Firefox ended:\n${said}`));
    });
  });
}

export async function startFirefox(path: string): Promise<RunningFirefox> {
  const folder = mkdtempSync(join(tmpdir(), 'firefox-'));
  const profile = mkdtempSync(join(folder, 'profile-'));
  const downloads = mkdtempSync(join(folder, 'downloads-'));
  writeFileSync(join(profile, 'user.js'), preferences(downloads));
  const browser = spawn(
    path,
    ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port', '0'],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const ended = once(browser, 'exit');
  async function close(): Promise<void> {
    browser.kill();
    await ended;
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
  try {
    return { address: await listening(browser), downloads, close };
  } catch (error) {
    await close();
    throw error;
  }
}
