import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

export const ROOT = resolve(import.meta.dirname, '..');

/** The script behind a command of an installed package, so that it runs alike under every shell. */
function binary(name: string, command: string): string {
  const folder = resolve(ROOT, 'node_modules', name);
  const { bin } = JSON.parse(readFileSync(resolve(folder, 'package.json'), 'utf8')) as {
    bin: string | Record<string, string>;
  };
  const path = typeof bin === 'string' ? bin : bin[command];
  if (path === undefined) throw new Error(`${name} has no command ${command}`);
  return resolve(folder, path);
}

/** Exit code of a Node program run in the project's folder with this terminal. Its stdout may be sent to stderr. */
function run(args: readonly string[], options: { readonly quiet?: boolean } = {}): Promise<number> {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, args, {
      cwd: ROOT,
      stdio: ['inherit', options.quiet === true ? 2 : 'inherit', 'inherit'],
    });
    child.on('error', failed);
    child.on('exit', (code, signal) => done(signal === null ? (code ?? 1) : 1));
  });
}

/** Runs a command of an installed package; `packageName` where it differs from the command. */
export function tool(command: string, args: readonly string[], packageName = command): Promise<number> {
  return run([binary(packageName, command), ...args]);
}

/** Runs one of the project's own scripts; what it prints goes to stderr, which leaves stdout to the caller. */
export function script(path: string): Promise<number> {
  return run([binary('tsx', 'tsx'), resolve(ROOT, path)], { quiet: true });
}
