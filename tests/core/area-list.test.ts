import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type ListedVillage, listNames, parseAreaList, regencyName } from '#core/area-list.ts';
import { AREA_LIST, areaListText } from '#scripts/area-list.ts';
import { LONG_FORM } from '#tests/long-form.ts';
import { sharedPath } from '#tests/shared-data.ts';

const { list: text } = JSON.parse(readFileSync(AREA_LIST, 'utf8')) as { readonly list: string };
const list = parseAreaList(text);
const names = listNames(list);
/** Of the country, evenly. */
const tried = list.villages.filter((_, k) => LONG_FORM || k % 6 === 0);

const ROMAN = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'];
const WORDS = ' Satu Dua Tiga Empat Lima Enam Tujuh Delapan Sembilan Sepuluh'.split(' ');

/** The ways in which offices write one name: those of the list of variants, as rules. */
const WRITTEN: Readonly<Record<string, (name: string) => string>> = {
  upper: (name) => name.toUpperCase(),
  joined: (name) => name.replaceAll(' ', ''),
  hyphens: (name) => name.replaceAll(' ', ' - '),
  spaces: (name) => ` ${name.replaceAll(' ', '  ')} `,
  kelurahan: (name) => `Kel. ${name}`,
  desa: (name) => `Desa ${name}`,
  numerals: (name) =>
    name.replace(/ ([IVX]+)$/, (whole, roman: string) => {
      const n = ROMAN.indexOf(roman);
      return n > 0 ? ` ${n}` : whole;
    }),
  spelled: (name) =>
    name.replace(/ (\d{1,2})$/, (whole, digit: string) => {
      const word = WORDS[Number(digit)];
      return word ? ` ${word}` : whole;
    }),
  title: (name) => name.replace(/\S+/g, (word) => (word[0] ?? '') + word.slice(1).toLowerCase()),
};

describe('the list of the country', () => {
  test('the file is what the script makes of the package', () => {
    expect(readFileSync(AREA_LIST, 'utf8')).toBe(areaListText());
  });

  test('holds the country, each code once', () => {
    expect(list.villages.length).toBeGreaterThan(83_000);
    expect(list.byCode.size).toBe(list.villages.length);
    expect(list.provinces.size).toBe(38);
    expect(list.byCode.get('5371011001')?.name).toBe('Namosain');
    expect(regencyName(list, '5371011001')).toBe('Kota Kupang');
  });

  test.each(Object.keys(WRITTEN))('%s: no name of the country is taken for another village', (way) => {
    const write = WRITTEN[way]!;
    let found = 0;
    for (const village of tried) {
      const district = list.districts[village.district]?.name ?? '';
      const regency = village.digits.slice(0, 4);
      const match = names.find(write(village.name), `KEC. ${district.toUpperCase()}`, regency);
      if (match.kind !== 'found') continue;
      if (match.village !== village) expect.soft([write(village.name), match.village]).toEqual(village);
      found++;
    }
    expect(found / tried.length).toBeGreaterThan(0.97);
  });

  test('without the regency, a name and its district still find 97 in a hundred, and never a wrong one', () => {
    let found = 0;
    const wrong: ListedVillage[] = [];
    for (const village of tried) {
      const match = names.find(village.name, list.districts[village.district]?.name ?? '', '');
      if (match.kind !== 'found') continue;
      if (match.village !== village) wrong.push(village);
      found++;
    }
    expect(wrong).toEqual([]);
    expect(found / tried.length).toBeGreaterThan(0.97);
  });

  const variants = sharedPath('facts/kupang-varian-nama.csv');
  test.skipIf(variants === null)('variants seen in one city: right or asked', () => {
    const lines = readFileSync(variants ?? '', 'utf8')
      .trim()
      .split('\n')
      .slice(1);
    const asked: string[] = [];
    for (const line of lines) {
      const [code = '', , written = ''] = line.split(',');
      const village = list.byCode.get(code.replaceAll('.', ''));
      const district = list.districts[village?.district ?? -1]?.name ?? '';
      const match = names.find(written, district, '');
      if (match.kind === 'found') expect(match.village).toBe(village);
      else {
        asked.push(written);
        expect(match.candidates[0], written).toBe(village);
      }
    }
    expect(asked).toEqual(['Lahilai Bissi Kopan', 'LLBK', 'Belo', 'TDM']);
  });

  test('a regency narrows what a name means, in any spelling', () => {
    const named = names.named('Suka Maju').length;
    expect(named).toBeGreaterThan(3);
    expect(names.find('Alak', '', 'Kota Kupang')).toMatchObject({ kind: 'found' });
    expect(names.find('Alak', 'Alak', 'KABUPATEN KUPANG')).toMatchObject({ kind: 'unknown' });
    expect(names.isDistrict('Kec. Alak')).toBe(true);
    expect(names.isRegency('kab. kupang')).toBe(true);
  });
});
