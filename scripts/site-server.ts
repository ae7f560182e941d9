/** The whole of a release's serve.mjs: `node serve.mjs [port]` serves the folder `situs` beside it, and opens it. */
import { fileURLToPath } from 'node:url';
import { openBrowser } from './open-browser.ts';
import { serveUntilStopped } from './serve.ts';

openBrowser(await serveUntilStopped(fileURLToPath(new URL('situs/', import.meta.url)), process.argv[2]));
