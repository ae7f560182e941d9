import { DIST, ensureBuild } from './build.ts';
import { openBrowser } from './open-browser.ts';
import { serveUntilStopped } from './serve.ts';

const HELP = `npm start [-- PORT]

Membangun program bila perlu, menyajikannya di http://127.0.0.1:4173/ (atau PORT), dan membuka peramban. Ctrl+C menghentikan.
Builds the program where needed, serves it on http://127.0.0.1:4173/ (or PORT), and opens the browser. Ctrl+C stops it.
`;

const [word, ...rest] = process.argv.slice(2);
if (word === '--help' || word === '-h') {
  process.stdout.write(HELP);
} else if (rest.length > 0 || (word !== undefined && !(/^\d{1,5}$/.test(word) && Number(word) <= 65_535))) {
  process.stderr.write(HELP);
  process.exitCode = 64;
} else {
  await ensureBuild();
  openBrowser(await serveUntilStopped(DIST, word));
}
