import { describe, expect, it } from 'vitest';
import { parseManifest, readManifest } from '#data/manifest.ts';
import { SAMPLE_MANIFEST } from './sample-package.ts';

const plain = () => JSON.parse(JSON.stringify(SAMPLE_MANIFEST)) as Record<string, unknown>;
const without = (key: string) => Object.fromEntries(Object.entries(plain()).filter(([name]) => name !== key));

describe('a manifest', () => {
  it('is read as it stands', () => {
    expect(readManifest(plain())).toEqual({ ok: true, value: SAMPLE_MANIFEST, problems: [] });
  });

  it('may leave areas of a dimension undivided, if the table crosses it', () => {
    const table = { id: 'all', level: 'village', dimensions: ['sex', 'wasting'] };
    expect(readManifest({ ...plain(), tables: [{ ...table, undivided: ['wasting'] }] }).ok).toBe(true);
    expect(
      readManifest({ ...plain(), tables: [{ ...table, undivided: ['stunting'] }] }).problems,
    ).toMatchObject([{ code: 'package/manifest-invalid', detail: { path: 'tables.0.undivided' } }]);
  });

  it('may say how many rows of a period were set aside', () => {
    const periods = [{ id: '2026', complete: false, setAside: 1 }];
    expect(readManifest({ ...plain(), periods })).toMatchObject({ ok: true, value: { periods } });
  });

  it.each([
    ['a missing key', without('title'), 'title'],
    ['an unknown key', { ...plain(), remark: 'x' }, 'remark'],
    [
      'no rows set aside',
      { ...plain(), periods: [{ id: '2026', complete: true, setAside: 0 }] },
      'periods.0.setAside',
    ],
    ['an unknown tier', { ...plain(), tier: 'secret' }, 'tier'],
    ['a bad period', { ...plain(), periods: [{ id: '2026-13', complete: true }] }, 'periods.0.id'],
    [
      'a period twice',
      { ...plain(), periods: [0, 0].map(() => ({ id: '2026', complete: true })) },
      'periods',
    ],
    [
      'dimensions out of order',
      { ...plain(), tables: [{ id: 'a', level: 'village', dimensions: ['wasting', 'sex'] }] },
      'tables.0.dimensions',
    ],
    [
      'a table twice',
      { ...plain(), tables: [0, 0].map(() => ({ id: 'a', level: 'village', dimensions: [] })) },
      'tables',
    ],
    [
      'a link that runs',
      {
        ...plain(),
        sources: [{ publisher: '', title: '', url: 'javascript:1', license: '', retrieved: '' }],
      },
      'sources.0.url',
    ],
    ['a release without a smallest cell', { ...plain(), tier: 'release' }, 'minimumCell'],
    ['an array', [], 'schema'],
    ['nothing', null, ''],
  ])('is refused with %s, naming the path', (_name, json, path) => {
    const result = readManifest(json);
    expect(result.ok).toBe(false);
    expect(result.problems.map(({ code, detail }) => [code, detail?.path])).toContainEqual([
      'package/manifest-invalid',
      path,
    ]);
  });

  it('of the first schema is read as one of this', () => {
    const first = { ...plain(), schema: 'peta-sasaran/1' };
    expect(readManifest(first)).toEqual({ ok: true, value: SAMPLE_MANIFEST, problems: [] });
    const family = { id: 'f', level: 'village', unit: 'family', dimensions: ['risk'] };
    for (const [added, path] of [
      [{ extras: [] }, 'extras'],
      [{ tables: [family] }, 'tables.0'],
    ] as const) {
      const { ok, problems } = readManifest({ ...first, ...added });
      expect([ok, problems[0]?.detail?.path]).toEqual([false, path]);
    }
  });

  it('counts each unit by its own dimensions', () => {
    const table = (unit: object, dimensions: readonly string[]) => ({
      ...plain(),
      tables: [{ id: 'a', level: 'village', ...unit, dimensions }],
    });
    expect(readManifest(table({ unit: 'family' }, ['poverty', 'risk'])).ok).toBe(true);
    expect(readManifest(table({ unit: 'person' }, ['poverty'])).ok).toBe(true);
    for (const mixed of [
      table({ unit: 'family' }, ['stunting']),
      table({ unit: 'person' }, ['risk']),
      table({}, ['risk']),
      table({ unit: 'child' }, ['sex']),
    ])
      expect(readManifest(mixed).problems[0]?.code).toBe('package/manifest-invalid');
  });

  it('may hold a policy, an audit and further parts', () => {
    const added = {
      policy: { id: 'K10R5', reason: '' },
      audit: { program: 'uji', date: '2026-11-30', cells: 9, exact: 0, unsafe: 0, narrowest: 4 },
      extras: [{ id: 'layanan', file: 'layanan.csv', version: 1 }],
    };
    expect(readManifest({ ...plain(), ...added })).toMatchObject({ ok: true, value: added });
    const twice = [added.extras[0], added.extras[0]];
    expect(readManifest({ ...plain(), extras: twice }).problems[0]?.detail?.path).toBe('extras');
  });

  it('of another schema is named as such', () => {
    expect(readManifest({ ...plain(), schema: 'peta-sasaran/3' }).problems[0]?.code).toBe(
      'package/schema-unknown',
    );
  });

  it('never repeats what it found', () => {
    const { problems } = readManifest({ ...plain(), title: 5371010101010001, tier: '5371010101010001' });
    expect(JSON.stringify(problems)).not.toContain('5371010101010001');
  });
});

describe('the text of a manifest', () => {
  it.each([
    ['', 'file/empty'],
    ['{"schema": "peta-sasaran/1", "id', 'file/truncated'],
    ['{"schema": }', 'json/invalid'],
    ['['.repeat(1000), 'json/too-deep'],
    [`"${'x'.repeat(8_100_000)}"`, 'file/too-large'],
  ])('refuses %#', (text, code) => {
    expect(parseManifest(text).problems.map((problem) => problem.code)).toEqual([code]);
  });

  it('cannot reach a prototype', () => {
    const text = JSON.stringify(plain()).replace(
      '"definitions":{}',
      '"definitions":{"__proto__":{"polluted":"x"}}',
    );
    const escaped = text.replace('__proto__', '\\u005f_proto__');
    for (const one of [text, escaped]) {
      const result = parseManifest(one);
      expect(result.ok && Object.keys(result.value.definitions)).toEqual([]);
      expect('polluted' in {}).toBe(false);
    }
  });

  it('may begin with a byte order mark', () => {
    expect(parseManifest(`\ufeff${JSON.stringify(plain())}`).ok).toBe(true);
  });
});
