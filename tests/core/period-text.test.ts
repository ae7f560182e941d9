import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPeriod, joinPeriod, readPeriod } from '#core/period-text.ts';

describe('readPeriod', () => {
  it.each([
    ['2021', '2021'],
    ['Tahun 2021', '2021'],
    ['2021.0', '2021'],
    ['2026-01', '2026-01'],
    ['2026/1', '2026-01'],
    ['202601', '2026-01'],
    ['01/2026', '2026-01'],
    ['1-2026', '2026-01'],
    ['Januari 2026', '2026-01'],
    ['bulan JANUARI 2026', '2026-01'],
    ['Pebruari 2026', '2026-02'],
    ['Nopember-2025', '2025-11'],
    ['Jan-26', '2026-01'],
    ["Agt '25", '2025-08'],
    ['Des. 2025', '2025-12'],
    ['2026 Mei', '2026-05'],
    ['Triwulan I 2026', '2026-Q1'],
    ['TW 1 2026', '2026-Q1'],
    ['TW IV/2025', '2025-Q4'],
    ['2026-Q3', '2026-Q3'],
    ['q2 2026', '2026-Q2'],
    ['2026 TW III', '2026-Q3'],
    ['Semester II 2025', '2025-S2'],
    ['Semester II Tahun 2025', '2025-S2'],
    ['2025-S1', '2025-S1'],
    ['46023', '2026-01'],
    ['2026-01-31', '2026-01'],
    ['2026-01-31T00:00:00Z', '2026-01'],
    ['31/01/2026', '2026-01'],
    ['3-2-2026', '2026-02'],
    ['17 Agustus 2025', '2025-08'],
  ])('%s is %s', (text, period) => {
    expect(readPeriod(text)).toBe(period);
  });

  it.each([
    '',
    '-',
    'Januari',
    '13/2026',
    '2026-13',
    '01/13/2026',
    '2026-02-32',
    'TW 5 2026',
    'Semester III 2025',
    '12',
    '1850',
    'abc 2026',
  ])('%s is none', (text) => {
    expect(readPeriod(text)).toBeNull();
  });

  it('never reads a date month first', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 28 }), fc.integer({ min: 1, max: 12 }), (day, month) => {
        expect(readPeriod(`${day}/${month}/2026`)).toBe(`2026-${String(month).padStart(2, '0')}`);
      }),
    );
  });
});

describe('joinPeriod', () => {
  it.each([
    ['2026', 'Januari', 'month', '2026-01'],
    ['2026', '1', 'month', '2026-01'],
    ['2026', '01', 'month', '2026-01'],
    ['2026', 'TW II', 'month', '2026-Q2'],
    ['2026', 'II', 'quarter', '2026-Q2'],
    ['2026', '2', 'semester', '2026-S2'],
    ['2026', '', 'month', '2026'],
    ['2026', 'Januari 2026', 'month', '2026-01'],
  ] as const)('%s + %s (%s) is %s', (year, part, bare, period) => {
    expect(joinPeriod(year, part, bare)).toBe(period);
  });

  it.each([
    ['2026', 'Januari 2025', 'month'],
    ['2026', '13', 'month'],
    ['2026', '5', 'quarter'],
    ['', 'Januari', 'month'],
    ['2026', 'entah', 'month'],
  ] as const)('%s + %s (%s) is none', (year, part, bare) => {
    expect(joinPeriod(year, part, bare)).toBeNull();
  });
});

describe('findPeriod', () => {
  it.each([
    ['Bulan Januari 2026', '2026-01'],
    ['LAPORAN STUNTING KOTA TRIWULAN I TAHUN 2026', '2026-Q1'],
    ['Rekap Penimbangan Februari 2026 per Kelurahan', '2026-02'],
    ['Data Stunting Tahun 2022', '2022'],
    ['2021-2022', null],
    ['Januari 2026 s.d. Maret 2026', null],
    ['Sheet1', null],
  ])('%s: %s', (text, period) => {
    expect(findPeriod(text)).toBe(period);
  });
});
