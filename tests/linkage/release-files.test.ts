import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { releaseRule } from '#core/release-rule.ts';
import { finished } from '#core/stepped-work.ts';
import { createEngine } from '#data/engine.ts';
import { readPackage } from '#data/package-files.ts';
import { loadDataset } from '#data/package-load.ts';
import { PACKAGE_WORK } from '#data/package-work.ts';
import { parseRegister, registerText } from '#data/register-file.ts';
import { dayOf } from '#linkage/person-date.ts';
import { type Preparation, prepareDataset } from '#linkage/preparation.ts';
import { releaseCounts } from '#linkage/release-counts-input.ts';
import { type ReleaseWish, releaseFiles } from '#linkage/release-files.ts';
import { nodeEngineSource } from '#scripts/node-engine.ts';
import { personFiles, USUAL_RATES } from '#scripts/persons/person-files.ts';
import { csvFile, GROUND, SEED, VILLAGES } from './small-office.ts';

const engine = createEngine(nodeEngineSource());
afterAll(() => engine.terminate());

describe('a release of prepared files', () => {
  let prepared: Preparation;
  beforeAll(async () => {
    const months = ['2026-02'];
    const files = personFiles({
      seed: 2,
      villages: VILLAGES,
      children: 500,
      members: 1_500,
      months,
      rates: USUAL_RATES,
    });
    const tables = [...files.measurements, files.members];
    prepared = await prepareDataset(engine, {
      files: tables.map(({ name, rows }) => csvFile(`${name}.csv`, rows)),
      ground: GROUND,
      seed: SEED,
      answers: new Map(),
      verdicts: new Map(),
      snapshot: dayOf(2026, 2, 28)!,
      welfarePeriod: '',
      key: new Uint8Array(32),
    });
  }, 240_000);

  const released = (register: ReleaseWish['register'], k = 10, waiting = 0) => {
    const wish = { rule: releaseRule(k), register, id: 'rilis', date: '2026-03-01', program: 'uji' };
    const { package: internal, run } = prepared;
    const { territory } = GROUND;
    return finished(
      releaseFiles({ territory, package: internal, counts: releaseCounts(run), waiting }, wish),
    )!;
  };

  it('is opened as a release, holds no office file, and is entered in the register', async () => {
    const made = released('none');
    if (!made.ok) throw new Error(JSON.stringify(made.problems));
    const { files, register, audit } = made.value;
    expect([audit.exact, audit.unsafe]).toEqual([0, 0]);
    expect(files.map(({ path }) => path)).not.toContain('entry-counts.csv');
    const read = readPackage(files);
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    const loaded = await loadDataset(engine, read.value, { work: PACKAGE_WORK });
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
    expect(loaded.value.dataset.manifest).toMatchObject({ tier: 'release', minimumCell: 10, rounding: 5 });
    expect(parseRegister(registerText(register), 'register.json')).toMatchObject({ value: register });
    expect(register.releases.map(({ id }) => id)).toEqual(['rilis']);
  }, 240_000);

  it('is refused without a register, and below k = 5', () => {
    expect(released('missing').ok).toBe(false);
    expect(released('none', 4).ok).toBe(false);
  });

  it('is refused while a name of an area waits for its answer', () => {
    expect(released('none', 10, 1).problems.map(({ code }) => code)).toEqual(['release/names-waiting']);
  });
});
