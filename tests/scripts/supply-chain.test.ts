import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isAllowed } from '#scripts/license.ts';
import { sbomText } from '#scripts/sbom.ts';
import { supplyFaults } from '#scripts/supply-chain.ts';
import { ROOT } from '#scripts/tool.ts';

const INTEGRITY = `sha512-${Buffer.from('0123').toString('base64')}`;
const SOUND = { version: '1.2.3', license: 'MIT', integrity: INTEGRITY };
const DATE = new Date(Date.UTC(2026, 10, 30));

describe('packages by others', () => {
  let root: string;
  const write = (asked: object, locked: object) => {
    writeFileSync(join(root, 'package.json'), JSON.stringify({ dependencies: asked }));
    writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages: { '': {}, ...locked } }));
  };
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'supply-'));
  });
  afterEach(() => rmSync(root, { recursive: true }));

  it('of this program are of one version, checked, allowed, and quiet when they are installed', () => {
    expect(supplyFaults(ROOT)).toEqual([]);
  });

  it.each<[what: string, asked: string, locked: object]>([
    ['asked for as ^1.2.3', '^1.2.3', SOUND],
    ['locked as 1.2.3', '1.2.4', SOUND],
    ['without integrity', '1.2.3', { ...SOUND, integrity: undefined }],
    ['without integrity', '1.2.3', { ...SOUND, integrity: 'sha1-abc' }],
    ['"GPL-3.0" is not allowed', '1.2.3', { ...SOUND, license: 'GPL-3.0' }],
    ['"MPL-2.0" is not allowed', '1.2.3', { ...SOUND, license: 'MPL-2.0' }],
    ['"" is not allowed', '1.2.3', { ...SOUND, license: undefined }],
    ['runs a script', '1.2.3', { ...SOUND, hasInstallScript: true }],
  ])('are told where one is %s', (what, asked, locked) => {
    write({ part: asked }, { 'node_modules/part': locked });
    expect(supplyFaults(root)).toEqual([expect.stringContaining(what)]);
  });

  it('may leave a choice of licences, but must be allowed in all that they ask for', () => {
    expect(isAllowed('(MIT OR GPL-2.0)', 'program')).toBe(true);
    expect(isAllowed('MIT AND ISC AND BSD-3-Clause', 'program')).toBe(true);
    expect(isAllowed('MIT AND GPL-2.0', 'program')).toBe(false);
    expect(isAllowed('MPL-2.0', 'tool')).toBe(true);
    expect(isAllowed('AGPL-3.0', 'tool')).toBe(false);
  });

  it('are listed with version, digest, licence and what they need', () => {
    write(
      { a: '1.2.3' },
      {
        'node_modules/a': { ...SOUND, dependencies: { '@s/b': '^1.0.0' } },
        'node_modules/a/node_modules/@s/b': { ...SOUND, version: '1.0.5', license: 'MIT AND ISC' },
        'node_modules/@s/b': { ...SOUND, version: '2.0.0' },
        'node_modules/tool': { ...SOUND, dev: true },
      },
    );
    const { components, dependencies, metadata } = JSON.parse(sbomText(root, '0.1.0', DATE));
    expect(components.map((one: { purl: string }) => one.purl)).toEqual([
      'pkg:npm/%40s/b@1.0.5',
      'pkg:npm/%40s/b@2.0.0',
      'pkg:npm/a@1.2.3',
    ]);
    expect(components[0]).toMatchObject({
      group: '@s',
      name: 'b',
      hashes: [{ alg: 'SHA-512', content: Buffer.from('0123').toString('hex') }],
      licenses: [{ expression: 'MIT AND ISC' }],
    });
    expect(dependencies).toContainEqual({ ref: 'pkg:npm/a@1.2.3', dependsOn: ['pkg:npm/%40s/b@1.0.5'] });
    expect(dependencies[0].ref).toBe(metadata.component['bom-ref']);
    expect(dependencies[0].dependsOn).toEqual(['pkg:npm/%40s/b@2.0.0', 'pkg:npm/a@1.2.3']);
  });

  it('of this program are listed the same each time, each by its own name', () => {
    const text = sbomText(ROOT, '0.1.0', DATE);
    expect(sbomText(ROOT, '0.1.0', DATE)).toBe(text);
    const { components, dependencies, serialNumber } = JSON.parse(text);
    const refs = components.map((one: { 'bom-ref': string }) => one['bom-ref']);
    expect(new Set(refs).size).toBe(refs.length);
    expect(refs.some((ref: string) => ref.startsWith('pkg:npm/maplibre-gl@'))).toBe(true);
    expect(refs.some((ref: string) => ref.startsWith('pkg:npm/vitest@'))).toBe(false);
    for (const { dependsOn } of dependencies) for (const ref of dependsOn) expect(refs).toContain(ref);
    expect(serialNumber).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
    const own = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).dependencies;
    for (const name of Object.keys(own)) {
      const plain = `pkg:npm/${name.replace('@', '%40')}@`;
      expect(refs.some((ref: string) => ref.startsWith(plain))).toBe(true);
    }
  });
});
