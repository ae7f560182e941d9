import { createHash } from 'node:crypto';
import { type LockedPackage, lockedPackages } from './locked-packages.ts';

function purl({ name, version }: Pick<LockedPackage, 'name' | 'version'>): string {
  return `pkg:npm/${name.replace('@', '%40')}@${version}`;
}

function componentOf(part: LockedPackage): object {
  const { name, version, license, integrity } = part;
  const [group, plain = group] = name.startsWith('@') ? name.split('/') : ['', name];
  return {
    type: 'library',
    'bom-ref': purl(part),
    ...(group ? { group } : {}),
    name: plain,
    version,
    scope: 'required',
    hashes: [
      { alg: 'SHA-512', content: Buffer.from(integrity.replace('sha512-', ''), 'base64').toString('hex') },
    ],
    licenses: /\s/.test(license) ? [{ expression: license }] : [{ license: { id: license } }],
    purl: purl(part),
  };
}

/** The version of a package that one installed at `path` finds, as Node looks for it: from the inside out. */
function found(byPath: ReadonlyMap<string, LockedPackage>, path: string, name: string): LockedPackage | null {
  for (let at = path; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    const part = byPath.get(`${at}${at === '' ? '' : '/'}node_modules/${name}`);
    if (part !== undefined) return part;
    if (at === '') return null;
    if (!at.includes('/node_modules/')) at = '';
  }
}

/**
 * What of others the built program may hold, as CycloneDX 1.6: the same text for the same lock file, version and date.
 */
export function sbomText(root: string, version: string, date: Date): string {
  const all = lockedPackages(root).filter(
    ({ tool, optional, name }) => !tool && !optional && !name.startsWith('@types/'),
  );
  const byPath = new Map(all.map((part) => [part.path, part]));
  const parts = [...new Map(all.map((part) => [purl(part), part])).values()];
  const program = purl({ name: 'peta-sasaran', version });
  const direct = all.filter(({ path }) => path.lastIndexOf('node_modules/') === 0);
  const body = {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      timestamp: date.toISOString(),
      component: {
        type: 'application',
        'bom-ref': program,
        name: 'peta-sasaran',
        version,
        licenses: [{ license: { id: 'MIT' } }],
        purl: program,
      },
    },
    components: parts.map(componentOf),
    dependencies: [
      { ref: program, dependsOn: [...new Set(direct.map(purl))] },
      ...parts.map((part) => ({
        ref: purl(part),
        dependsOn: part.needs.flatMap((name) => {
          const one = found(byPath, part.path, name);
          return one === null ? [] : [purl(one)];
        }),
      })),
    ],
  };
  const digest = createHash('sha256').update(JSON.stringify(body)).digest('hex');
  const serial = `${digest.slice(0, 8)}-${digest.slice(8, 12)}-8${digest.slice(13, 16)}-8${digest.slice(17, 20)}-${digest.slice(20, 32)}`;
  return `${JSON.stringify({ ...body, serialNumber: `urn:uuid:${serial}` }, null, 2)}\n`;
}
