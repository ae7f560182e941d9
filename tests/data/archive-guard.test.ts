import fc from 'fast-check';
import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { ARCHIVE_LIMITS, openArchive } from '#data/archive-guard.ts';
import { readOfficeFile } from '#data/office-file.ts';

const bodies = fc.dictionary(
  fc.stringMatching(/^[a-z]{1,8}(\/[a-z]{1,8})?\.bin$/),
  fc.uint8Array({ maxLength: 3000 }),
  {
    minKeys: 1,
    maxKeys: 6,
  },
);

test('an archive gives back what was put in', () => {
  fc.assert(
    fc.property(bodies, fc.constantFrom(0, 6), (files, level) => {
      const opened = openArchive(zipSync(files, { level: level as 0 | 6 }));
      expect(opened.ok && Object.fromEntries(opened.value.map(({ path, bytes }) => [path, bytes]))).toEqual({
        ...files,
      });
    }),
  );
});

test('an archive damaged anywhere is read or refused, never thrown at, never grows beyond its limit', async () => {
  const sound = zipSync({ 'xl/workbook.xml': new Uint8Array(500).fill(65), 'b.bin': new Uint8Array(9000) });
  await fc.assert(
    fc.asyncProperty(
      fc.nat(sound.length - 1),
      fc.integer({ min: 1, max: 255 }),
      fc.nat(60),
      async (at, flip, cut) => {
        const damaged = sound.slice(0, sound.length - (cut > 30 ? cut : 0));
        if (at < damaged.length) damaged[at] = (damaged[at] ?? 0) ^ flip;
        const opened = openArchive(damaged);
        const bytes = opened.ok ? opened.value.reduce((sum, part) => sum + part.bytes.length, 0) : 0;
        expect(bytes).toBeLessThanOrEqual(ARCHIVE_LIMITS.bytes);
        expect((await readOfficeFile({ name: 'x.xlsx', bytes: damaged })).problems.length >= 0).toBe(true);
      },
    ),
    { numRuns: 300 },
  );
});

test('many parts that are each within the ratio are still too much together', () => {
  const limits = { ...ARCHIVE_LIMITS, bytes: 10_000 };
  const parts = Object.fromEntries(Array.from({ length: 5 }, (_, k) => [`${k}.bin`, new Uint8Array(3000)]));
  expect(openArchive(zipSync(parts), limits)).toMatchObject({
    ok: false,
    problems: [{ code: 'file/zip-bomb' }],
  });
});

const utf8 = (text: string) => new TextEncoder().encode(text);

test.each<readonly [string, Uint8Array, string]>([
  ['a bomb', zipSync({ 'cells.csv': new Uint8Array(40_000_000) }), 'file/zip-bomb'],
  ['a path upwards', zipSync({ '../manifest.json': utf8('{}') }), 'file/unsafe-path'],
  ['a path upwards, further in', zipSync({ 'a/../../manifest.json': utf8('{}') }), 'file/unsafe-path'],
  ['an absolute path', zipSync({ '/manifest.json': utf8('{}') }), 'file/unsafe-path'],
  ['a drive', zipSync({ 'C:\\manifest.json': utf8('{}') }), 'file/unsafe-path'],
  [
    'many entries',
    zipSync(Object.fromEntries(Array.from({ length: 2100 }, (_, k) => [`${k}`, utf8('')]))),
    'file/zip-bomb',
  ],
  ['nothing', new Uint8Array(), 'file/truncated'],
  ['a cut end', zipSync({ 'manifest.json': utf8('{}') }).slice(0, -40), 'file/truncated'],
])('an archive is refused: %s', (_, bytes, code) => {
  expect(openArchive(bytes)).toMatchObject({ ok: false, problems: [{ code }] });
});
