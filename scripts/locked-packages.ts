import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** An entry of package-lock.json. */
export interface LockedPackage {
  /** Where it is installed, from the root. */
  readonly path: string;
  readonly name: string;
  readonly version: string;
  /** SPDX; '' where it states none. */
  readonly license: string;
  readonly integrity: string;
  /** Only what makes and tests the program needs it. */
  readonly tool: boolean;
  /** Of one platform only. */
  readonly optional: boolean;
  readonly runsAtInstall: boolean;
  readonly needs: readonly string[];
}

interface Entry {
  readonly version?: string;
  readonly license?: string;
  readonly integrity?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly hasInstallScript?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
}

/** As packages stated it before npm 2: a list. */
function olderLicense(root: string, path: string): string {
  const file = resolve(root, path, 'package.json');
  if (!existsSync(file)) return '';
  const { licenses = [] } = JSON.parse(readFileSync(file, 'utf8')) as {
    licenses?: readonly { readonly type: string }[];
  };
  return licenses.map(({ type }) => type).join(' OR ');
}

/** Every package by others that the lock file names, in the order of their names and versions. */
export function lockedPackages(root: string): readonly LockedPackage[] {
  const { packages } = JSON.parse(readFileSync(resolve(root, 'package-lock.json'), 'utf8')) as {
    packages: Readonly<Record<string, Entry>>;
  };
  const all = Object.entries(packages).flatMap(([path, entry]): LockedPackage[] => {
    if (path === '') return [];
    return [
      {
        path,
        name: path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
        version: entry.version ?? '',
        license: (entry.license ?? olderLicense(root, path)).replace('BDS-', 'BSD-'),
        integrity: entry.integrity ?? '',
        tool: entry.dev === true,
        optional: entry.optional === true,
        runsAtInstall: entry.hasInstallScript === true,
        needs: Object.keys(entry.dependencies ?? {}).sort(),
      },
    ];
  });
  const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  return all.sort((a, b) => order(a.name, b.name) || order(a.version, b.version) || order(a.path, b.path));
}
