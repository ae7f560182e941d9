import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { identityNumberIn } from '#core/identity-number.ts';
import { findPersonalData, headedRows, personalProblems } from '#core/personal-data.ts';
import { personalHeader } from '#core/personal-header.ts';
import { LONG_FORM } from '#tests/long-form.ts';
import { sharedPath } from '#tests/shared-data.ts';

const PROVINCES = [11, 19, 21, 31, 36, 53, 62, 65, 76, 82, 91, 96];
const two = (value: number): string => String(value).padStart(2, '0');

/** Fictitious: every part is possible, none was ever issued to anybody as far as the generator knows. */
const identityNumber = fc
  .record({
    province: fc.constantFrom(...PROVINCES),
    regency: fc.oneof(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 71, max: 79 })),
    district: fc.integer({ min: 1, max: 70 }),
    day: fc.integer({ min: 1, max: 28 }),
    woman: fc.boolean(),
    month: fc.integer({ min: 1, max: 12 }),
    year: fc.integer({ min: 0, max: 99 }),
    sequence: fc.integer({ min: 1, max: 9999 }),
  })
  .map(
    ({ province, regency, district, day, woman, month, year, sequence }) =>
      `${province}${two(regency)}${two(district)}${two(day + (woman ? 40 : 0))}${two(month)}${two(year)}${String(sequence).padStart(4, '0')}`,
  );

const cut = (digits: string, sizes: readonly number[], separator: string): string => {
  let from = 0;
  return sizes
    .map((size) => {
      from += size;
      return digits.slice(from - size, from);
    })
    .join(separator);
};
const SPELLINGS: Readonly<Record<string, (digits: string) => string>> = {
  plain: (d) => d,
  'four by four, spaces': (d) => cut(d, [4, 4, 4, 4], ' '),
  'four by four, hyphens': (d) => cut(d, [4, 4, 4, 4], '-'),
  '6-6-4, dots': (d) => cut(d, [6, 6, 4], '.'),
  '2-2-2-6-4, dots': (d) => cut(d, [2, 2, 2, 6, 4], '.'),
  'full width': (d) => d.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit))),
  'zero width inside': (d) => `${d.slice(0, 5)}\u200b${d.slice(5, 9)}\ufeff${d.slice(9)}`,
  'apostrophe before': (d) => `'${d}`,
  'no-break spaces': (d) => cut(d, [6, 6, 4], '\u00a0'),
  'en dashes': (d) => cut(d, [4, 4, 4, 4], '\u2013'),
  'as a decimal': (d) => `${d}.0`,
  'in a sentence': (d) => `Ibu (NIK ${d}) pindah`,
  'in a sentence, apart': (d) => `anak dari ${cut(d, [4, 4, 4, 4], ' ')}, RT 3`,
};

describe('identity numbers', () => {
  for (const [name, spell] of Object.entries(SPELLINGS)) {
    test(`none is missed: ${name}`, () => {
      fc.assert(
        fc.property(identityNumber, (digits) => identityNumberIn(spell(digits))?.form === 'whole'),
        { numRuns: LONG_FORM ? 2000 : 250 },
      );
    });
  }

  test('parts that cannot be', () => {
    for (const text of [
      '9971011203219001', // province
      '5350011203219001', // regency
      '5371711203219001', // district
      '5371013203219001', // day 32
      '5371017203219001', // day 72
      '5371011213219001', // month 13
      '5371012902219001', // 29 February 2021
      '53710112032190011', // 17 digits
      '0.5371011203219001',
      '1234,5371011203219',
    ]) {
      expect(identityNumberIn(text), text).toBeNull();
    }
    expect(identityNumberIn('5371012902209001')?.form).toBe('whole');
  });

  test('any grouping of a whole cell, or behind the word, and digits of other scripts', () => {
    for (const text of [
      '5371 0112-0321 9001',
      '53710112  0321  9001',
      'anak, NIK: 53 7101 120 3219 001 pindah',
      '٥٣٧١٠١١٢٠٣٢١٩٠٠١',
      '᭕᭓᭗᭑᭐᭑᭑᭒᭐᭓᭒᭑᭙᭐᭐᭑',
    ])
      expect(identityNumberIn(text)?.form, text).toBe('whole');
    expect(identityNumberIn('lunas 5371 0112 dan 0321 9001 lagi')).toBeNull();
  });

  test('damaged and masked', () => {
    expect(identityNumberIn('5,37E+15')?.form).toBe('exponent');
    expect(identityNumberIn('5.37101120321900E+15')?.form).toBe('exponent');
    expect(identityNumberIn('5371011203210000')?.form).toBe('cut');
    expect(identityNumberIn('00030**********')?.form).toBe('masked');
    expect(identityNumberIn('537101xxxxxx0001')?.form).toBe('masked');
    expect(identityNumberIn('5E+3')).toBeNull();
    expect(identityNumberIn('1.5E+12')).toBeNull();
    expect(identityNumberIn('****')).toBeNull();
  });
});

/** Share of columns of the given values that are taken for personal. Deterministic: a linear congruential sequence. */
function falseShare(
  value: (random: () => number, row: number) => string,
  columns = LONG_FORM ? 1000 : 500,
  rows = 60,
): number {
  let state = 20_260_101;
  const random = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  let wrong = 0;
  for (let k = 0; k < columns; k++) {
    const table = Array.from({ length: rows }, (_, row) => [
      `53.71.0${(row % 6) + 1}.1001`,
      value(random, row),
    ]);
    if (findPersonalData({ header: ['kode', 'nilai'], rows: table }).length > 0) wrong++;
  }
  return wrong / columns;
}
const digits = (random: () => number, count: number): string =>
  Array.from({ length: count }, () => Math.floor(random() * 10)).join('');
const withLuhn = (body: string): string => {
  const sum = [...body].reduce((total, digit, i) => {
    const doubled = Number(digit) * (i % 2 === 0 ? 2 : 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return body + String((10 - (sum % 10)) % 10);
};

describe('look-alikes, by column: at most 0.2 %', () => {
  test('random 16 digits', () =>
    expect(falseShare((random) => digits(random, 16))).toBeLessThanOrEqual(0.002));
  test('microseconds since 1970, whole seconds and not', () => {
    const start = 1_704_067_200;
    const span = 4 * 365 * 86_400;
    expect(
      falseShare((random) => `${start + Math.floor(random() * span)}${digits(random, 6)}`),
    ).toBeLessThanOrEqual(0.002);
    expect(falseShare((random) => `${start + Math.floor(random() * span)}000000`)).toBeLessThanOrEqual(0.002);
  });
  test('card numbers', () => {
    const prefixes = ['4', '51', '52', '53', '54', '55', '6011'];
    const card = (random: () => number): string => {
      const prefix = prefixes[Math.floor(random() * prefixes.length)] ?? '4';
      return withLuhn(prefix + digits(random, 15 - prefix.length));
    };
    expect(falseShare(card)).toBeLessThanOrEqual(0.002);
    expect(falseShare((random) => cut(card(random), [4, 4, 4, 4], ' '))).toBeLessThanOrEqual(0.002);
  });
});

const kinds = (header: readonly string[], ...rows: readonly string[][]): readonly string[] =>
  findPersonalData({ header, rows }).map(({ kind, column, count }) => `${kind} ${column} ${count}`);

describe('columns', () => {
  test('identity numbers, by share and by the districts of the table itself', () => {
    expect(kinds(['catatan'], ['Ibu (NIK 5371 0152 0420 9002) pindah'])).toEqual(['identifier catatan 1']);
    const unlabelled = Array.from({ length: 20 }, (_, k) => [
      '5371011001',
      k === 7 ? 'a 5371011203219001' : 'tidak ada',
    ]);
    expect(kinds(['kode', 'ket'], ...unlabelled)).toEqual(['identifier ket 1']);
    expect(kinds(['kode', 'ket'], ...unlabelled.map(([, text]) => ['3201011001', text ?? '']))).toEqual([]);
  });

  test('every number ends in 0: a spreadsheet cut them', () => {
    const rows = Array.from({ length: 12 }, (_, k) => [`${`53710112032190${two(k + 10)}`.slice(0, 15)}0`]);
    expect(kinds(['NIK'], ...rows)).toEqual(['identifier-damaged NIK 12']);
    expect(kinds(['NIK'], ['5371011203210000'], ['5371015204200000'], ['5371015204190000'])).toEqual([
      'identifier-damaged NIK 3',
    ]);
    expect(kinds(['NIK'], ['5,37E+15'], ['5,37E+15'])).toEqual(['identifier-damaged NIK 2']);
  });

  test('masked', () => {
    expect(kinds(['NIK', 'JK'], ['00030**********', 'L'], ['02022**********', 'P'])).toEqual([
      'identifier-masked NIK 2',
    ]);
  });

  test('telephones, addresses, birth dates', () => {
    expect(kinds(['kontak'], ['0812-3456-7890'], ['+62 812 3456 789'], ['x@contoh.id'])).toHaveLength(1);
    expect(kinds(['ket'], ['lahir 12-03-2021 di Kupang'], [''])).toEqual(['birth-date ket 1']);
    expect(kinds(['Tgl. Lahir'], ['2021-03-12'])).toEqual(['birth-date Tgl. Lahir 1']);
    expect(kinds(['No HP Orang Tua'], ['81234567890'])).toEqual(['contact No HP Orang Tua 1']);
  });

  test('the first row of a table without headers is never shown', () => {
    const found = findPersonalData(
      headedRows([
        ['5371011203219001', 'Maria Contoh', '081234567890'],
        ['5371015204209002', 'Yosef Contoh', '081234567891'],
      ]),
    );
    const shown = JSON.stringify(personalProblems(found, { file: 'a.csv' }));
    expect(found.map(({ column }) => column)).toEqual(['A', 'C']);
    expect(shown).not.toMatch(/Maria|5371|0812/);
  });

  test('a cell below the header is never shown as a column, and headers are', () => {
    const found = findPersonalData(
      headedRows([
        ['nomor_kartu_keluarga', 'nik', 'nama_anggota_keluarga', 'hubungan', 'desil', 'keterangan_lapangan'],
        ['5371011203210001', '5371011203219001', 'Maria Contoh', 'Kepala Keluarga', '1', 'a'],
        ['5371011203210001', '5371015204209002', 'Yosef Contoh', 'Anak', '1', 'b'],
        ['5371011203210003', '5371015204209003', 'Anna Contoh', 'Kepala Keluarga', '2', 'c'],
      ]),
    );
    const columns = found.flatMap(({ column }) => column.split(', '));
    expect(columns).toContain('nama_anggota_keluarga');
    expect(columns.filter((column) => /Kepala|Anak|Maria|^[A-Z]$/.test(column))).toEqual([]);
  });

  test('a note that speaks of a NIK in the first line is no header', () => {
    const found = findPersonalData(
      headedRows([
        ['kode_kelurahan', 'catatan'],
        ['5371011001', 'Ibu (NIK 5371015204209002) pindah'],
      ]),
    );
    expect(found).toEqual([{ kind: 'identifier', column: 'catatan', count: 1 }]);
  });
});

describe('headers', () => {
  test.each([
    ['NIK', 'identity'],
    ['No. KK', 'identity'],
    ['noKK', 'identity'],
    ['nomor_induk_kependudukan', 'identity'],
    ['No. Kartu Keluarga', 'identity'],
    ['NIK Orang Tua', 'identity'],
    ['Nama Anak', 'name'],
    ['NAMA IBU', 'name'],
    ['nama_anggota_keluarga', 'name'],
    ['Nama Ortu', 'name'],
    ['Nama Orang Tua (Ibu/Ayah)', 'name'],
    ['kepala_keluarga', 'name'],
    ['nama_kk', 'name'],
    ['namaAnak', 'name'],
    ['Alamat', 'address'],
    ['RT/RW', 'neighborhood'],
    ['RT', 'neighborhood'],
    ['tgl_lahir', 'birth-date'],
    ['Tanggal Lahir', 'birth-date'],
    ['TEMPAT TGL LAHIR', 'birth-date'],
    ['HP', 'phone'],
    ['no_telp', 'phone'],
    ['E-mail', 'email'],
    ['id_keluarga', 'person-key'],
  ])('%s is %s', (header, meaning) => expect(personalHeader(header)).toBe(meaning));

  test.each([
    'nama_kelurahan',
    'nama kecamatan',
    'NAMA',
    'Nama Puskesmas',
    'nama_resmi',
    'nama_sumber',
    'bps_nama_kecamatan',
    'Jumlah KK',
    'jumlah_balita',
    '% NIK padan',
    'Ibu Hamil',
    'Ibu hamil KEK',
    'Alamat Puskesmas',
    'Telp Kantor',
    'WADMKD',
    'kode_kelurahan',
    'tanggal',
    'Tanggal Pengukuran',
    'Lahir Hidup',
    'Wajib KTP',
    'Desa/Kel',
    'persen',
  ])('%s is nobody', (header) => expect(personalHeader(header)).toBeNull());

  test('counts under a personal header are counts', () => {
    expect(
      kinds(['kelurahan', 'KK', 'RT', 'RW', 'Ibu', 'NIK'], ['Alak', '1250', '32', '9', '87', '1200']),
    ).toEqual([]);
    expect(kinds(['kelurahan', 'RT'], ['Alak', '003'], ['Alak', '011'])).toEqual(['named-column RT 2']);
  });
});

describe('one row per person', () => {
  const person = (k: number): string[] => [
    'Alak',
    k % 2 ? 'L' : 'P',
    `${k % 59}`,
    `${8 + (k % 70) / 10}`,
    `-${(k % 40) / 10 + 0.05}`,
  ];
  test('sex, age and measures, repeated in an area', () => {
    const rows = Array.from({ length: 30 }, (_, k) => person(k));
    expect(kinds(['Kelurahan', 'JK', 'Umur', 'BB', 'ZS TB/U'], ...rows)).toEqual([
      'one-row-per-person JK, Umur, BB, ZS TB/U 30',
    ]);
  });
  test('a column of distinct keys', () => {
    const rows = Array.from({ length: 6 }, (_, k) => [`${k}`.padStart(64, 'ab'), '1']);
    expect(kinds(['key', 'n'], ...rows)).toEqual(['one-row-per-person key 6']);
  });
  test('counts by sex, age and class are not persons', () => {
    const rows = ['L', 'P'].flatMap((sex) =>
      ['0-5', '6-11'].flatMap((age) =>
        ['Pendek', 'Normal'].map((status) => ['Alak', '2026-01', sex, age, status, '12']),
      ),
    );
    expect(kinds(['kelurahan', 'periode', 'jk', 'umur', 'status', 'jumlah'], ...rows)).toEqual([]);
  });
});

const real = sharedPath('facts/kupang-stunting-per-kelurahan-2021-2022.csv');
test.skipIf(real === null)('the real aggregate table and its lists of codes are clean', () => {
  for (const name of [
    'kupang-stunting-per-kelurahan-2021-2022',
    'kupang-kelurahan',
    'kode-resmi-53.71',
    'kupang-kode-kemendagri-bps',
    'kotawaringin-barat-6201-kode-kemendagri-bps',
    'kupang-varian-nama',
  ]) {
    const path = sharedPath(`facts/${name}.csv`);
    const rows = readFileSync(path ?? '', 'utf8')
      .trim()
      .split('\n')
      .map((line) => line.split(','));
    expect(findPersonalData(headedRows(rows)), name).toEqual([]);
  }
});

test('age in months beside a status is a row of one child, not a period', () => {
  const rows = Array.from({ length: 60 }, (_, k) => [`Kelurahan ${k % 5}`, 'Alak', String(k % 59), 'pendek']);
  const header = ['kelurahan', 'kecamatan', 'umur_bulan', 'status'];
  expect(findPersonalData({ header, rows }).map(({ kind }) => kind)).toEqual(['one-row-per-person']);
});
