import { spawnSync } from 'node:child_process';
import { DIST, ensureBuild } from './build.ts';
import { firefoxJourney } from './firefox/firefox-journey.ts';
import { findFirefox, startFirefox } from './firefox/firefox-process.ts';
import { serve } from './serve.ts';

const ADVICE = `No Firefox was found.
  Debian:        sudo apt-get install firefox-esr
  anywhere else: install Firefox, or set FIREFOX_PATH to the browser's program file.`;

/** Node 20 has WebSocket behind a flag, later ones at once. */
function again(): number {
  const args = ['--experimental-websocket', ...process.execArgv, ...process.argv.slice(1)];
  return spawnSync(process.execPath, args, { stdio: 'inherit' }).status ?? 1;
}

/** A short journey in Firefox, over WebDriver BiDi: through the app that is served at `given`, else through the build. */
async function run(given: string | undefined): Promise<void> {
  const path = findFirefox();
  if (path === null) throw new Error(ADVICE);
  if (given === undefined) await ensureBuild();
  const server = given === undefined ? await serve(DIST, 0) : null;
  try {
    const firefox = await startFirefox(path);
    try {
      await firefoxJourney(firefox, given ?? server?.url ?? '', (step) => console.log(step));
    } finally {
      await firefox.close();
    }
  } finally {
    await server?.close();
  }
}

if (typeof WebSocket === 'undefined') process.exitCode = again();
else {
  try {
    await run(process.argv[2]);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
