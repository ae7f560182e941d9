import { spawn } from 'node:child_process';

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

/** Opens an address where somebody sees it; where it cannot, the address that was printed remains. */
export function openBrowser(url: string): void {
  const found = opener();
  if (found === null) return;
  const [command, ...args] = found;
  const child = spawn(command, [...args, url], { stdio: 'ignore', detached: true });
  child.on('error', () => {});
  child.unref();
}
