import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

interface LockedPackage {
  readonly version?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
}

/** A package of others that the built program may hold. */
export interface PackageNotice {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  /** Texts of its licence and notice files; empty where it has none. */
  readonly texts: readonly string[];
}

const TEXT_FILE = /^(?:licen[cs]e|copying|notice)(?:[.-].*)?$/i;
/** Licences that ask for no more than that they are named. */
const PERMISSIVE =
  /^\(?(?:0BSD|Apache-2\.0|BlueOak-1\.0\.0|BSD-[23]-Clause|CC0-1\.0|ISC|MIT|OFL-1\.1|Python-2\.0|Unlicense|Zlib)\b/;

/** As packages stated it before npm 2: a list. */
function statedLicense(folder: string): string {
  const { licenses = [] } = JSON.parse(readFileSync(resolve(folder, 'package.json'), 'utf8')) as {
    licenses?: readonly { readonly type: string }[];
  };
  return licenses.map(({ type }) => type).join(' OR ');
}

/** Every package that the built program may hold, in the order of their names: none of types or of one platform only. */
export function packageNotices(root: string): readonly PackageNotice[] {
  const { packages } = JSON.parse(readFileSync(resolve(root, 'package-lock.json'), 'utf8')) as {
    packages: Readonly<Record<string, LockedPackage>>;
  };
  const notices = Object.entries(packages).flatMap(([path, locked]): PackageNotice[] => {
    const folder = resolve(root, path);
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
    const isOwn = path === '' || locked.dev === true || locked.optional === true;
    if (isOwn || name.startsWith('@types/') || !existsSync(folder)) return [];
    const license = (locked.license ?? statedLicense(folder)).replace('BDS-', 'BSD-');
    if (!PERMISSIVE.test(license))
      throw new Error(`${name}: licence "${license}" is not known to be permissive`);
    const files = readdirSync(folder)
      .filter((file) => TEXT_FILE.test(file))
      .sort();
    const texts = files.map((file) => readFileSync(resolve(folder, file), 'utf8').trim());
    return [{ name, version: locked.version ?? '', license, texts }];
  });
  return notices.sort((a, b) =>
    a.name < b.name ? -1 : a.name > b.name ? 1 : a.version < b.version ? -1 : 1,
  );
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
