import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { isAllowed } from './license.ts';
import { lockedPackages } from './locked-packages.ts';

/** Packages that may run a script of theirs when they are installed. */
const MAY_RUN: ReadonlySet<string> = new Set(['esbuild']);
const EXACT = /^\d+\.\d+\.\d+(?:-[\w.]+)?$/;

interface PackageFile {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

/** What would let other code into the program than what was tested, as `package: what`. */
export function supplyFaults(root: string): readonly string[] {
  const faults: string[] = [];
  const own = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8')) as PackageFile;
  const locked = lockedPackages(root);
  const versions = new Map(locked.map(({ path, version }) => [path, version]));
  for (const [name, asked] of Object.entries({ ...own.dependencies, ...own.devDependencies })) {
    const version = versions.get(`node_modules/${name}`);
    if (!EXACT.test(asked)) faults.push(`${name}: asked for as ${asked}, not as one version`);
    else if (version !== asked) faults.push(`${name}: asked for as ${asked}, locked as ${version}`);
  }
  for (const { name, version, license, integrity, tool, runsAtInstall } of locked) {
    const at = `${name} ${version}`;
    if (!integrity.startsWith('sha512-')) faults.push(`${at}: locked without integrity`);
    if (!isAllowed(license, tool ? 'tool' : 'program'))
      faults.push(`${at}: licence "${license}" is not allowed`);
    if (runsAtInstall && !MAY_RUN.has(name)) faults.push(`${at}: runs a script when it is installed`);
  }
  return faults;
}
