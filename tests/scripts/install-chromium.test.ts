import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ROOT } from '#scripts/tool.ts';

/** A computer on which there are only the commands put into one folder. */
describe.runIf(process.platform === 'linux')('installing Chromium', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'path-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const command = (name: string, body: string) =>
    writeFileSync(join(folder, name), `#!/bin/sh\n${body}\n`, { mode: 0o755 });
  const run = (environment: Readonly<Record<string, string>> = {}) => {
    const loader = `file://${resolve(ROOT, 'node_modules/tsx/dist/loader.mjs')}`;
    const { stdout, stderr, status } = spawnSync(
      process.execPath,
      ['--import', loader, resolve(ROOT, 'scripts/install-chromium.ts')],
      { env: { PATH: folder, ...environment }, encoding: 'utf8' },
    );
    return { stdout: stdout.trim(), stderr, status };
  };

  it('takes the one that is there', () => {
    command('chromium', 'echo Chromium 156');
    expect(run()).toMatchObject({ stdout: join(folder, 'chromium'), status: 0 });
  });

  it('passes over a program that is no browser', () => {
    command('chromium-browser', 'echo "please install the snap" >&2; exit 1');
    command('google-chrome', 'echo Google Chrome 150');
    expect(run().stdout).toBe(join(folder, 'google-chrome'));
  });

  it('takes the one named by CHROMIUM_PATH, and says so where nothing starts there', () => {
    command('mine', 'echo Chromium 150');
    command('chromium', 'echo Chromium 156');
    expect(run({ CHROMIUM_PATH: join(folder, 'mine') }).stdout).toBe(join(folder, 'mine'));
    const absent = run({ CHROMIUM_PATH: join(folder, 'absent') });
    expect(absent.status).toBe(1);
    expect(absent.stderr).toContain('CHROMIUM_PATH');
  });

  it("installs Debian's where there is none", () => {
    const browser = join(folder, 'chromium');
    command(
      'apt-get',
      `echo "$@" >> ${join(folder, 'asked')}\n[ "$1" = install ] || exit 0\nprintf '#!/bin/sh\\necho 156\\n' > ${browser}\n/bin/chmod +x ${browser}`,
    );
    command('sudo', '[ "$1" = -n ] && shift; [ "$1" = true ] || exec "$@"');
    const { stdout, stderr, status } = run();
    expect({ stdout, status }).toEqual({ stdout: browser, status: 0 });
    expect(stderr).toContain('installing chromium');
  });

  it('says what to install where it cannot', () => {
    const { stderr, status } = run();
    expect(status).toBe(1);
    expect(stderr).toContain('sudo apt-get install chromium');
    expect(stderr).toContain('CHROMIUM_PATH');
  });
});
