import { DIST, ensureBuild } from './build.ts';
import { openBrowser } from './open-browser.ts';
import { serveUntilStopped } from './serve.ts';

await ensureBuild();
openBrowser(await serveUntilStopped(DIST, process.argv[2]));
