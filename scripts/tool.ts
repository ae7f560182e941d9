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

interface RunOptions {
  /** Sends what the program prints to stderr, which leaves stdout to the caller. */
  readonly aside?: boolean;
  readonly environment?: NodeJS.ProcessEnv;
}

/** Exit code of a Node program run in the project's folder. */
function run(args: readonly string[], { aside = false, environment = {} }: RunOptions): Promise<number> {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, args, {
      cwd: ROOT,
      stdio: ['inherit', aside ? 2 : 'inherit', 'inherit'],
      env: { ...process.env, ...environment },
    });
    child.on('error', failed);
    child.on('exit', (code) => done(code ?? 1));
  });
}

/** Runs a command of an installed package; `packageName` where it differs from the command. */
export function tool(
  command: string,
  args: readonly string[],
  options: RunOptions & { readonly packageName?: string } = {},
): Promise<number> {
  return run([binary(options.packageName ?? command, command), ...args], options);
}

/** Runs one of the project's own scripts. */
export function script(path: string, options: RunOptions = {}): Promise<number> {
  return run([binary('tsx', 'tsx'), resolve(ROOT, path)], options);
}
