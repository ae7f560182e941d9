import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Release, ReleaseInput } from '#core/release-counts.ts';
import { protectRelease } from '#core/release-protection.ts';
import { finished } from '#core/stepped-work.ts';
import { createEngine } from '#data/engine.ts';
import { packageFiles } from '#data/package-files.ts';
import { parseRegister, registerText } from '#data/register-file.ts';
import { type AuditDocument, auditFolder } from '#scripts/dataset/audit.ts';
import { randomCity } from '#scripts/dataset/random-city.ts';
import { releasedManifest } from '#scripts/dataset/released-dataset.ts';
import { nodeEngineSource } from '#scripts/node-engine.ts';

const folder = mkdtempSync(join(tmpdir(), 'audit-'));
const engine = createEngine(nodeEngineSource());
beforeAll(() => engine.warm(), 60_000);
afterAll(() => {
  engine.terminate();
  rmSync(folder, { recursive: true, force: true });
});

const input = randomCity({ seed: 7, districts: 1, villages: 2, periods: ['2026-06'] });
const result = finished(protectRelease(input));
if (!result.ok) throw new Error('refused');
const release = result.value;

function write({ territory }: ReleaseInput, { cells, coverage }: Release, manifest: object = {}): void {
  const features = territory.villages.areas.map(({ code, name }, i) => {
    const [x, y] = [123 + i / 10, -10];
    const ring = [
      [x, y],
      [x + 0.1, y],
      [x + 0.1, y + 0.1],
      [x, y + 0.1],
      [x, y],
    ];
    const district = territory.districts.areas[territory.districtOf[i]!]!;
    return {
      type: 'Feature' as const,
      geometry: { type: 'Polygon' as const, coordinates: [ring] },
      properties: { code, name, districtCode: district.code, districtName: district.name },
    };
  });
  const files = packageFiles({
    manifest: { ...releasedManifest(input, release), ...manifest },
    areas: { type: 'FeatureCollection', features },
    districts: null,
    cells: { format: 'rows', rows: cells },
    coverage,
  });
  for (const { path, bytes } of files) writeFileSync(join(folder, path), bytes);
}

describe('the audit of a package', () => {
  it('is clean for a release of this program, as text and as JSON', async () => {
    write(input, release);
    const { text, code } = await auditFolder(folder, true, engine);
    expect(JSON.parse(text)).toMatchObject({
      verdict: 'clean',
      exact: 0,
      unsafe: 0,
      impossible: 0,
      leaks: [],
    });
    expect((JSON.parse(text) as AuditDocument).cells).toBe(release.audit.cells);
    expect(code).toBe(0);
  });

  it('names what can be undone, and ends with 1', async () => {
    // Severe cases hidden alone, beside all affected and the moderate ones.
    const opened = release.cells.count.map((count, row) => {
      if (!release.cells.table[row]!.endsWith('stunting') || release.cells.table[row]!.startsWith('district'))
        return count;
      const name = release.cells.classes.stunting[row];
      if (release.cells.table[row] === 'severe-stunting')
        return name === 'moderate' ? 20 : name === 'severe' ? null : count;
      return release.cells.table[row] === 'stunting' && name === 'moderate' ? 25 : count;
    });
    write(input, { ...release, cells: { ...release.cells, count: opened } });
    const { text, code } = await auditFolder(folder, false, engine);
    expect(code).toBe(1);
    expect(text).toContain('UNSAFE: do not hand it on');
    expect(text).toMatch(/Tidak aman .*: [1-9]|mungkin .*: [1-9]/);
  });

  it('says of exact counts that nothing is hidden, and of what is no package why', async () => {
    const plain = { minimumCell: null, rounding: null, tier: 'internal', policy: undefined };
    const shown = { ...release.cells, count: release.cells.count.map((count) => count ?? 3) };
    write(input, { ...release, cells: shown }, plain);
    expect(await auditFolder(folder, false, engine)).toMatchObject({
      code: 1,
      text: expect.stringMatching(/^Angka tepat/),
    });
    writeFileSync(join(folder, 'manifest.json'), '{}');
    const { text, code } = await auditFolder(folder, false, engine);
    expect(code).toBe(2);
    expect(text.split('\n').length).toBeGreaterThan(2);
  });
});

describe('the register of releases', () => {
  it('comes back from its file, and damaged it does not', () => {
    const text = registerText(release.register);
    expect(parseRegister(text, 'buku.json')).toEqual({ ok: true, value: release.register, problems: [] });
    const lost = registerText({
      ...release.register,
      releases: release.register.releases.map((one) => ({
        ...one,
        cells: { ...one.cells, count: one.cells.count.slice(1) },
      })),
    });
    for (const damaged of [
      text.slice(0, -20),
      '[]',
      lost,
      text.replace('"minimumCell":10', '"minimumCell":3'),
    ])
      expect(parseRegister(damaged, 'buku.json')).toMatchObject({ ok: false });
  });
});
