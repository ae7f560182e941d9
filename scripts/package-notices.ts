import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { isAllowed } from './license.ts';
import { lockedPackages } from './locked-packages.ts';

/** A package of others that the built program may hold. */
export interface PackageNotice {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  /** Texts of its licence and notice files; empty where it has none. */
  readonly texts: readonly string[];
}

const TEXT_FILE = /^(?:licen[cs]e|copying|notice)(?:[.-].*)?$/i;

/** Every package that the built program may hold, in the order of their names: none of types or of one platform only. */
export function packageNotices(root: string): readonly PackageNotice[] {
  return lockedPackages(root).flatMap(({ path, name, version, license, tool, optional }): PackageNotice[] => {
    const folder = resolve(root, path);
    if (tool || optional || name.startsWith('@types/') || !existsSync(folder)) return [];
    if (!isAllowed(license, 'program'))
      throw new Error(`${name}: licence "${license}" is not known to be permissive`);
    const files = readdirSync(folder)
      .filter((file) => TEXT_FILE.test(file))
      .sort();
    const texts = files.map((file) => readFileSync(resolve(folder, file), 'utf8').trim());
    return [{ name, version, license, texts }];
  });
}

/** The notices as one text; where a package has no licence file, the name of its licence stands alone. */
export function noticesText(notices: readonly PackageNotice[]): string {
  const line = '='.repeat(78);
  const parts = notices.map(({ name, version, license, texts }) =>
    [`${line}\n${name} ${version}\nLicence: ${license}`, ...texts].join('\n\n'),
  );
  const list = notices.map(({ name, version, license }) => `${name} ${version}: ${license}`);
  return `Packages by others in Peta Sasaran\n\n${list.join('\n')}\n\n${parts.join('\n\n')}\n`;
}
