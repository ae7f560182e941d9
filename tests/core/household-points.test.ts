import { describe, expect, it } from 'vitest';
import { householdColumns, isPlausible } from '#core/household-points.ts';
import { serviceKindIn } from '#core/places.ts';

const columns = (...header: string[]) =>
  householdColumns({ header, rows: [header.map(() => '1')] }).map(({ header: found }) => found);

describe('householdColumns', () => {
  it.each([
    'Kepala Keluarga',
    'No. Rumah',
    'RT/RW',
    'RT',
    'Nama penerima',
    'ID P3KE',
    'dtsen',
    'Desil',
    'KPM',
  ])('takes %s for homes', (header) => expect(columns('nama', header, 'lat')).toEqual([header]));

  it.each([
    'Nama Posyandu',
    'Jumlah KK',
    'Jumlah penerima',
    'Kampung keluarga berkualitas',
    'Kategori',
    'Arti',
  ])('leaves %s to services', (header) => expect(columns(header)).toEqual([]));

  it('passes over a column without a filled cell', () => {
    expect(householdColumns({ header: ['RT'], rows: [[''], [' ']] })).toEqual([]);
  });
});

describe('rows that speak of homes', () => {
  const header = ['Nama', 'Jenis'];

  it('are homes, whatever heads them', () => {
    const rows = [
      ['Rumah Bapak Yohanes', 'rumah balita stunting'],
      ['Rumah 17', 'keluarga sasaran'],
    ];
    expect(householdColumns({ header, rows })).toEqual([
      { header: 'Nama', count: 2 },
      { header: 'Jenis', count: 2 },
    ]);
  });

  it('are none where the row names a service, or the house is one of healing or prayer', () => {
    const rows = [
      ['Rumah Ibu Maria', 'Posyandu'],
      ['Rumah Sakit Umum', ''],
      ['Rumah gizi Kolhua', 'layanan'],
      ['Kampung KB keluarga berkualitas', ''],
    ];
    expect(householdColumns({ header, rows })).toEqual([]);
  });
});

describe('isPlausible', () => {
  it('believes 350 Posyandu in 51 kelurahan, and not 1,000 points or 61 in one', () => {
    const seven = new Uint32Array(51).fill(7);
    expect(isPlausible(seven, 357)).toBe(true);
    expect(isPlausible(seven, 1_000)).toBe(false);
    expect(isPlausible(seven.with(3, 61), 411)).toBe(false);
  });
});

describe('serviceKindIn', () => {
  it.each([
    ['Puskesmas Oesapa', 'puskesmas'],
    ['PUSTU Liliba', 'pustu'],
    ['Puskesmas Pembantu', 'pustu'],
    ['Posyandu Mawar (Puskesmas Sikumana)', 'posyandu'],
    ['RSUD', 'hospital'],
    ['kampung_kb_2026.geojson', 'family-village'],
    ['Kantor Lurah', null],
  ])('%s', (text, kind) => expect(serviceKindIn(text)).toBe(kind));
});
