import { describe, expect, it } from 'vitest';
import { areaCode } from '#core/area.ts';
import { villageKindOf } from '#core/village-kind.ts';
import { territoryOf } from '#tests/core/small-city.ts';
import { en } from '#words/en.ts';
import { id } from '#words/id.ts';
import { villageWords } from '#words/village-words.ts';

function villages(...codes: readonly string[]) {
  const { villages: made } = territoryOf([codes.length]);
  return { ...made, areas: made.areas.map((area, i) => ({ ...area, code: areaCode(codes[i]!) })) };
}

/** Every text of a catalogue, with the place where it stands. */
function texts(value: unknown, at = ''): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[at, value]];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, one]) => texts(one, `${at}.${key}`));
}

describe('what villages are called', () => {
  it('is told by Kemendagri codes, and by nothing else', () => {
    expect(villageKindOf(villages('53.71.02.1006', '53.71.02.1007'))).toBe('kelurahan');
    expect(villageKindOf(villages('11.01.01.2001', '11.01.01.2002'))).toBe('desa');
    expect(villageKindOf(villages('62.01.02.1006', '62.01.02.2001'))).toBe('both');
    expect(villageKindOf(villages('62.01.02.2006', '6201020001'))).toBeNull();
    expect(villageKindOf(villages('11.01.01.2001', '11.01.01.3002'))).toBe('desa');
    expect(villageKindOf(villages('11.01.01.3001'))).toBeNull();
  });

  it.each([
    ['id', id],
    ['en', en],
  ])('is the same in every text (%s)', (_language, words) => {
    expect(villageWords(words, 'kelurahan')).toBe(words);
    expect(villageWords(words, null)).toBe(words);
    const desa = villageWords(words, 'desa');
    expect(villageWords(words, 'desa')).toBe(desa);
    const still = texts(desa).filter(([, text]) => /kelurahan/i.test(text) && !/desa/i.test(text));
    expect(still).toEqual([]);
    expect([desa.level.village, desa.level.Village, desa.where.villages('3')]).toEqual([
      'desa',
      'Desa',
      '3 desa',
    ]);
    expect(desa.sources.city.counted('2', '3')).toBe(
      words.sources.city.counted('2', '3').replace('kelurahan', 'desa'),
    );
    const { letter } = desa;
    const told = [
      letter.coverageReporting('1', '2', '3'),
      letter.still('a', 'b'),
      letter.allReported('1'),
      letter.moreCalls('1'),
      letter.list.of('a', '1'),
    ];
    for (const text of told) expect(text).toMatch(/desa/);
    expect(told.join()).not.toMatch(/kelurahan/i);
    expect(letter.missing('1', '2', 'Kelurahan Lama')).toMatch(/desa.*Kelurahan Lama/);
    expect(villageWords(words, 'both').level.Village).toBe('Desa/kelurahan');
    // Functions of all others are the very same.
    expect(desa.where.zoom).toBe(words.where.zoom);
  });

  it.each([
    ['id', id],
    ['en', en],
  ])('is made of no other function (%s)', (_language, words) => {
    const wrapped = new Set([
      '.where.villages',
      '.sources.city.counted',
      '.letter.coverageReporting',
      '.letter.still',
      '.letter.allReported',
      '.letter.missing',
      '.letter.moreCalls',
      '.letter.list.of',
    ]);
    const functions = (value: unknown, at = ''): readonly string[] => {
      if (typeof value === 'function') return /kelurahan/i.test(String(value)) ? [at] : [];
      if (value === null || typeof value !== 'object') return [];
      return Object.entries(value).flatMap(([key, one]) => functions(one, `${at}.${key}`));
    };
    expect(functions(words).filter((at) => !wrapped.has(at))).toEqual([]);
  });
});
