import { spawn } from 'node:child_process';
import { DIST, ensureBuild } from './build.ts';
import { serve } from './serve.ts';

/** The system's own way to open an address, or null where nobody could see it. */
function opener(): readonly [command: string, ...args: string[]] | null {
  if (process.env.CI) return null;
  switch (process.platform) {
    case 'darwin':
      return ['open'];
    case 'win32':
      return ['cmd', '/c', 'start', ''];
    default:
      return process.env.DISPLAY || process.env.WAYLAND_DISPLAY ? ['xdg-open'] : null;
  }
}

function openBrowser(url: string): void {
  const found = opener();
  if (found === null) return;
  const [command, ...args] = found;
  const child = spawn(command, [...args, url], { stdio: 'ignore', detached: true });
  child.on('error', () => {});
  child.unref();
}

await ensureBuild();
const server = await serve(DIST);
console.log(server.url);
openBrowser(server.url);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void server.close());
