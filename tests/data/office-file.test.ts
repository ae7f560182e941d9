import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ProblemCode } from '#core/problem.ts';
import { type ReadFile, readOfficeFile } from '#data/office-file.ts';
import { sharedPath } from '#tests/shared-data.ts';

const FIXTURES = resolve(import.meta.dirname, '../fixtures');

function read(path: string): Promise<ReadFile> {
  return readOfficeFile({ name: path.split('/').at(-1) ?? '', bytes: new Uint8Array(readFileSync(path)) });
}

/** Beside every fixture: what it must turn out to be. Put both files there and the case is tested. */
interface Expected {
  readonly kind: ReadFile['kind'];
  readonly problems: readonly string[];
  readonly rows?: readonly (readonly string[])[];
  readonly codeSystem?: string;
  readonly areas?: readonly (readonly (string | null)[])[];
  readonly geometry?: unknown;
  /** Of boundaries: the properties with figures, as rows. */
  readonly table?: readonly (readonly string[])[];
  readonly paths?: readonly string[];
  readonly detail?: Readonly<Record<string, string | number>>;
}

const codesOf = (file: ReadFile): readonly string[] =>
  [...new Set(file.problems.map(({ code }) => code))].sort();

for (const folder of ['csv', 'xlsx', 'geojson']) {
  describe(folder, () => {
    const names = readdirSync(resolve(FIXTURES, folder)).filter((name) => !name.endsWith('.expected.json'));
    test.each(names)('%s', async (name) => {
      const path = resolve(FIXTURES, folder, name);
      const expected = JSON.parse(readFileSync(`${path}.expected.json`, 'utf8')) as Expected;
      const file = await read(path);
      expect(file.kind, JSON.stringify(file.problems)).toBe(expected.kind);
      expect(codesOf(file)).toEqual([...expected.problems].sort());
      for (const problem of file.problems)
        expect(problem.at?.file).toMatch(name.endsWith('.zip') ? /./ : name);
      expect(JSON.stringify(file.problems)).not.toMatch(/5371011203219001|Contoh|0812/);
      if (expected.detail) expect(file.problems[0]?.detail).toMatchObject(expected.detail);
      if (file.kind === 'table' && expected.rows) expect(file.sheets[0]?.rows).toEqual(expected.rows);
      if (file.kind === 'table') expect(file.sheets.some(({ hidden }) => hidden)).toBe(false);
      if (file.kind === 'package') expect(file.files.map(({ path: part }) => part)).toEqual(expected.paths);
      if (file.kind !== 'boundaries') return;
      const { features, codeSystem } = file.reading;
      const areas = features.map((area) => [
        area.code,
        area.alternateCode,
        area.name,
        area.districtCode,
        area.districtName,
      ]);
      expect(areas).toEqual(expected.areas);
      expect(codeSystem).toBe(expected.codeSystem);
      expect(file.table?.rows).toEqual(expected.table);
      if (expected.geometry) expect(features[0]?.geometry).toEqual(expected.geometry);
    });
  });
}

interface Sample {
  readonly file: string;
  readonly verdict: 'accept' | 'warn' | 'reject';
  readonly code: string;
}

/** What the samples call a fault, in our codes; null where a later step (columns, numbers) names it. */
const OUR_CODES: Readonly<Record<string, ProblemCode | null>> = {
  ENC_GUESSED: 'file/encoding-guessed',
  NUM_AMBIGUOUS: null,
  HEADER_NOT_FIRST: null,
  NUM_INCONSISTENT: null,
  FORMULA_TEXT: 'number/formula',
  PII_NIK: 'personal/identifier',
  PII_NIK_DAMAGED: 'personal/identifier-damaged',
  CRS_PROJECTED: 'geojson/projected',
  LATLON_SWAPPED: 'geojson/swapped-axes',
  DUP_KEY: 'geojson/duplicate-code',
  JSON_TRUNCATED: 'file/truncated',
  PARQUET_FOOTER: 'parquet/truncated',
  ZIP_BOMB: 'file/zip-bomb',
  XML_DTD: 'file/unsafe-xml',
  WRONG_TYPE: 'file/encrypted-or-old',
};

const manifest = sharedPath('corpus/manifest.json');
describe.skipIf(manifest === null)('samples of bad input', () => {
  const samples = manifest === null ? [] : (JSON.parse(readFileSync(manifest, 'utf8')) as Sample[]);
  test.each(samples)('$file: $verdict', async ({ file: path, verdict, code }) => {
    const file = await read(sharedPath(`corpus/${path}`) ?? '');
    expect(file.kind === 'refused', JSON.stringify(file.problems)).toBe(verdict === 'reject');
    const ours = OUR_CODES[code];
    if (ours) expect(codesOf(file)).toContain(ours);
    if (verdict === 'accept') expect(file.problems.filter(({ severity }) => severity !== 'note')).toEqual([]);
  });
});

const boundaries = sharedPath('boundaries');
describe.skipIf(boundaries === null)('real boundaries', () => {
  test.each([
    ['kupang-cahyadsn', 51, 6, 'kemendagri'],
    ['kupang-hdx-bps2020', 51, 6, 'bps'],
    ['kupang-hdx-bps2020-kode', 51, 6, 'kemendagri'],
    ['kotawaringin-barat-6201-cahyadsn', 94, 6, 'kemendagri'],
    ['kotawaringin-barat-6201-hdx-bps2020', 94, 6, 'bps'],
    ['bogor-3201-cahyadsn', 435, 40, 'kemendagri'],
  ])('%s: %i villages in %i districts, %s codes', async (name, villages, districts, system) => {
    const file = await read(sharedPath(`boundaries/${name}.geojson`) ?? '');
    if (file.kind !== 'boundaries') throw new Error(JSON.stringify(file.problems));
    expect(file.problems.filter(({ severity }) => severity !== 'note')).toEqual([]);
    expect(file.reading.codeSystem).toBe(system);
    expect(file.reading.features).toHaveLength(villages);
    expect(new Set(file.reading.features.map(({ districtCode }) => districtCode)).size).toBe(districts);
    expect(new Set(file.reading.features.map(({ districtName }) => districtName)).size).toBe(districts);
  });

  test('the same village has the same pair of codes in the file that has both', async () => {
    const file = await read(sharedPath('boundaries/kupang-hdx-bps2020-kode.geojson') ?? '');
    const pairs = readFileSync(sharedPath('facts/kupang-kode-kemendagri-bps.csv') ?? '', 'utf8')
      .trim()
      .split('\n')
      .slice(1);
    const known = new Map(pairs.map((line) => [line.split(',')[0], line.split(',')[4]]));
    if (file.kind !== 'boundaries') throw new Error(JSON.stringify(file.problems));
    for (const { code, alternateCode } of file.reading.features) expect(alternateCode).toBe(known.get(code));
  });
});

test('every fixture says what it expects', () => {
  for (const folder of ['csv', 'xlsx', 'geojson']) {
    for (const name of readdirSync(resolve(FIXTURES, folder))) {
      const partner = name.endsWith('.expected.json')
        ? name.slice(0, -'.expected.json'.length)
        : `${name}.expected.json`;
      expect(existsSync(resolve(FIXTURES, folder, partner)), partner).toBe(true);
    }
  }
});
