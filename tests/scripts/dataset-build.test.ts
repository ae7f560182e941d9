import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildOptions, outputFault, writeWhole } from '#scripts/dataset/build-command.ts';
import { buildWords } from '#scripts/dataset/build-words.ts';

describe('npm run dataset -- build', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'build-'));
    mkdirSync(join(folder, 'mentah'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  interface Over {
    readonly report?: string;
    readonly replace?: boolean;
    readonly register?: string;
  }
  const fault = (out: string, over: Over = {}) =>
    outputFault({
      release:
        over.register === undefined
          ? null
          : { k: 10, reason: '', register: join(folder, over.register), first: true },
      out: join(folder, out),
      report: over.report === undefined ? null : join(folder, over.report),
      files: [join(folder, 'mentah/a.csv')],
      replace: over.replace ?? false,
    });

  it('reads its words, and refuses those that make no command', () => {
    const words = [
      '--boundaries',
      'b.geojson',
      '--measurements',
      'a.csv',
      'c.xlsx',
      '--poverty',
      'd.csv',
      '--out',
      'paket',
    ];
    expect(buildOptions(words)).toMatchObject({
      files: ['a.csv', 'c.xlsx', 'd.csv'],
      decile: 1,
      replace: false,
    });
    for (const bad of [
      words.slice(2),
      words.slice(0, -2),
      [...words, '--decile', '7'],
      [...words, '--snapshot', 'besok'],
      [...words, '--poverty-period', 'dulu'],
      [...words, '--entah', '1'],
    ])
      expect(buildOptions(bad), bad.join(' ')).toBeNull();
  });

  it('makes a release only with a register, and k as a whole number', () => {
    const words = [
      '--boundaries',
      'b.geojson',
      '--measurements',
      'a.csv',
      '--out',
      'rilis',
      '--tier',
      'release',
    ];
    expect(buildOptions(words)).toBeNull();
    const kept = [...words, '--register', 'register.json'];
    expect(buildOptions(kept)?.release).toMatchObject({ k: 10, reason: '', first: false });
    expect(
      buildOptions([...kept, '--k', '7', '--reason', 'Rapat desa', '--first-release'])?.release,
    ).toMatchObject({
      k: 7,
      reason: 'Rapat desa',
      first: true,
    });
    expect(buildOptions([...kept, '--k', 'tujuh'])).toBeNull();
    expect(buildOptions([...kept, '--tier', 'example'])).toBeNull();
  });

  it('never writes beside, below or above raw files', () => {
    for (const out of ['mentah', 'mentah/paket', '.']) expect(fault(out), out).toBe(buildWords.besideInputs);
    expect(fault('paket')).toBeNull();
    expect(fault('paket', { report: 'paket/laporan' })).toBe(buildWords.reportInPackage);
    expect(fault('paket', { register: 'paket/register.json' })).toBe(buildWords.registerInPackage);
    expect(fault('paket', { register: 'register.json' })).toBeNull();
  });

  it('replaces a package only when told to, and nothing else ever', () => {
    mkdirSync(join(folder, 'paket'));
    expect(fault('paket')).toBe(buildWords.outExists);
    expect(fault('paket', { replace: true })).toBe(buildWords.noPackageThere);
    writeFileSync(join(folder, 'paket/manifest.json'), '{}');
    expect(fault('paket', { replace: true })).toBeNull();
  });

  it('writes the whole package or nothing, the manifest last', () => {
    const out = join(folder, 'paket');
    const bytes = new Uint8Array([1]);
    const order: string[] = [];
    const noted = (path: string) => ({
      path,
      get bytes() {
        order.push(path);
        return bytes;
      },
    });
    writeWhole(out, [noted('manifest.json'), noted('cells.csv')]);
    expect(order).toEqual(['cells.csv', 'manifest.json']);
    const failing = {
      path: 'cells.csv',
      get bytes(): Uint8Array {
        throw new Error('disk');
      },
    };
    expect(() => writeWhole(out, [noted('areas.geojson'), failing])).toThrow('disk');
    expect(readdirSync(folder).sort()).toEqual(['mentah', 'paket']);
    expect([...readFileSync(join(out, 'cells.csv'))]).toEqual([1]);
    expect(existsSync(join(out, 'areas.geojson'))).toBe(false);
  });
});

it('tells the mean probability for what it is, never as a certainty, and the whole share of links', () => {
  const byRule = { 'child-nik': 60, kk: 10, 'parent-nik': 0, 'name-date': 5 };
  const links = { children: 100, byRule, unlinked: 25, ambiguous: 1, expectedPrecision: 0.99996 };
  const [id = '', en = ''] = buildWords.links(links).split('\n');
  expect(id).toContain('75 (75,0 %)');
  expect(id).toContain('rerata peluang menurut model > 99,9 %');
  expect(en).toContain('mean probability by the model > 99.9%');
});
