import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnLetter, recognizeColumns, withRole } from '#data/column-recognition.ts';
import { readHeader } from '#data/header-reading.ts';
import { QUALIFIERS } from '#data/vocabulary.ts';
import { sheetOf } from '#tests/real-table.ts';

const roles = (csv: string): Readonly<Record<string, string>> =>
  Object.fromEntries(recognizeColumns(sheetOf(csv)).columns.map(({ header, role }) => [header, role]));

describe('readHeader', () => {
  it.each([
    ['Kode Kelurahan', 'code'],
    ['KDEPUM', 'code.kemendagri'],
    ['KDEBPS', 'code.bps'],
    ['ID Desa Kemendagri', 'code.kemendagri'],
    ['ID Kecamatan', 'districtCode'],
    ['Kel/Desa', 'name'],
    ['WADMKC', 'district'],
    ['Pukesmas', 'puskesmas'],
    ['Bulan', 'month'],
    ['Triwulan', 'quarter'],
    ['S', 'target'],
    ['D', 'measured'],
    ['Jml Sasaran Balita', 'target'],
    ['Jumlah Balita Diukur', 'measured'],
    ['Tidak Ditimbang', 'ignored'],
    ['D/S (%)', 'percent.coverage'],
    ['TB/U Sangat Pendek', 'stunting.severe'],
    ['Jumlah Pendek', 'stunting.moderate'],
    ['Pendek + Sangat Pendek', 'stunting.total'],
    ['Jumlah balita stunting', 'stunting.total'],
    ['Tinggi Badan', 'ignored'],
    ['% Stunting', 'percent.stunting'],
    ['Prevalensi Wasting (%)', 'percent.wasting'],
    ['% Sangat Pendek', 'ignored'],
    ['BB/TB Gizi Buruk', 'wasting.severe'],
    ['Sangat Kurus', 'wasting.severe'],
    ['Gizi Kurang', 'wasting.moderate'],
    ['Obesitas', 'wasting.over'],
    ['BB/U Sangat Kurang', 'underweight.severe'],
    ['BB/U Gizi Kurang', 'underweight.moderate'],
    ['Berat Badan Kurang', 'underweight.moderate'],
    ['BB/U Normal', 'underweight.none'],
    ['Desil 1', 'poverty.1'],
    ['Desil 5+', 'poverty.5+'],
    ['Desil 1-4', 'ignored'],
    ['Balita Miskin Ekstrem', 'poverty.1'],
    ['Keluarga Miskin Ekstrem', 'families.poor'],
    ['Jumlah KK', 'families'],
    ['Keluarga Berisiko Stunting (KRS)', 'families.risk'],
    ['Keluarga dengan balita stunting', 'ignored'],
    ['Pendek (L)', 'stunting.moderate'],
    ['Keterangan', 'ignored'],
    ['No', 'ignored'],
  ])('%s: %s', (header, role) => {
    expect(readHeader(header).role).toBe(role);
  });
});

describe('a word too many', () => {
  const KNOWN = [
    ['Kelurahan', 'name'],
    ['Kecamatan', 'district'],
    ['Kode Kelurahan', 'code'],
    ['Tahun', 'year'],
    ['Bulan', 'month'],
    ['Jumlah Balita Diukur', 'measured'],
    ['Ditimbang', 'measured'],
    ['Sasaran', 'target'],
    ['Balita', 'total-children'],
    ['Balita Stunting', 'stunting.total'],
    ['TB/U Sangat Pendek', 'stunting.severe'],
    ['Pendek', 'stunting.moderate'],
    ['Wasting', 'wasting.total'],
    ['Gizi Buruk', 'wasting.severe'],
    ['BB Kurang', 'underweight.moderate'],
    ['Balita Miskin Ekstrem', 'poverty.1'],
    ['Persen Stunting', 'percent.stunting'],
    ['Posyandu', 'posyandu'],
    ['Jumlah Keluarga', 'families'],
    ['Keluarga Miskin Ekstrem', 'families.poor'],
  ] as const;

  it.each(KNOWN)('%s is %s until any qualifier stands before or behind it', (header, role) => {
    expect(readHeader(header).role).toBe(role);
    for (const word of QUALIFIERS) {
      for (const text of [`${word} ${header}`, `${header} ${word}`]) {
        const reading = readHeader(text);
        const silent = reading.role === role && reading.confidence === 'high';
        expect(silent, `${text}: ${reading.role}`).toBe(false);
      }
    }
  });

  it('and of words that nobody listed too', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...KNOWN),
        fc.stringMatching(/^[b-df-hj-km-np-rtv-z]{4,9}$/),
        ([header, role], word) => {
          const reading = readHeader(`${header} ${word}`);
          expect(reading.role).not.toBe(role);
        },
      ),
    );
  });
});

describe('recognizeColumns', () => {
  it('reads an open-data table (both code systems)', () => {
    const header =
      'kode_provinsi,nama_provinsi,bps_kode_kabupaten_kota,bps_nama_kabupaten_kota,bps_kode_kecamatan,bps_nama_kecamatan,bps_kode_desa_kelurahan,bps_desa_kelurahan,kemendagri_kode_kecamatan,kemendagri_nama_kecamatan,kemendagri_kode_desa_kelurahan,kemendagri_nama_desa_kelurahan,jumlah_balita_stunting,jumlah_balita_diukur,satuan,tahun';
    expect(roles(`${header}\n`)).toEqual({
      kode_provinsi: 'ignored',
      nama_provinsi: 'ignored',
      bps_kode_kabupaten_kota: 'ignored',
      bps_nama_kabupaten_kota: 'ignored',
      bps_kode_kecamatan: 'districtCode',
      bps_nama_kecamatan: 'ignored',
      bps_kode_desa_kelurahan: 'code.bps',
      bps_desa_kelurahan: 'ignored',
      kemendagri_kode_kecamatan: 'districtCode',
      kemendagri_nama_kecamatan: 'district',
      kemendagri_kode_desa_kelurahan: 'code.kemendagri',
      kemendagri_nama_desa_kelurahan: 'name',
      jumlah_balita_stunting: 'stunting.total',
      jumlah_balita_diukur: 'measured',
      satuan: 'ignored',
      tahun: 'year',
    });
  });

  it('reads the village table of Bina Bangda, and knows its denominator by the percentage', () => {
    const csv =
      'ID BPS;ID Dagri;Desa;Jumlah Balita;Pendek;Sangat Pendek;Prevalensi (%)\n5371010011;53.71.01.1001;Namosain;481;36;12;9.98\n';
    const { columns } = recognizeColumns(sheetOf(csv));
    expect(columns.map(({ role }) => role)).toEqual([
      'code.bps',
      'code.kemendagri',
      'name',
      'measured',
      'stunting.moderate',
      'stunting.severe',
      'percent.stunting',
    ]);
    expect(columns[3]).toMatchObject({ confidence: 'high', why: 'percent-agrees' });
  });

  it('reads a press table, although it names no village', () => {
    expect(
      roles('No,Kecamatan,Puskesmas,Jumlah Balita Stunting,Persentase\n1,Amarasi,Baun,120,"26,98%"\n'),
    ).toEqual({
      No: 'ignored',
      Kecamatan: 'district',
      Puskesmas: 'puskesmas',
      'Jumlah Balita Stunting': 'stunting.total',
      Persentase: 'percent.stunting',
    });
  });

  it('finds a header under titles, and the period they name', () => {
    const csv =
      'LAPORAN STUNTING KOTA,,,,\nBulan Januari 2026,,,,\n,,,,\nkode_kelurahan,nama_kelurahan,jumlah_ditimbang,jumlah_stunting\n5371011001,A,120,25\n';
    const recognition = recognizeColumns(sheetOf(csv));
    expect(recognition).toMatchObject({ headerRow: 4, dataRow: 5, titlePeriod: '2026-01' });
    expect(recognition.problems).toEqual([
      { code: 'header/not-first-row', severity: 'note', at: { row: 4 } },
    ]);
  });

  it('joins a merged header of two rows and passes over a row of column numbers', () => {
    const csv = [
      'No,Kelurahan,Balita,,Status Gizi TB/U,,,Status Gizi BB/TB,,',
      ',,Sasaran,Diukur,Sangat Pendek,Pendek,Normal,Gizi Buruk,Gizi Kurang,Normal',
      '(1),(2),(3),(4),(5),(6),(7),(8),(9),(10)',
      '1,Namosain,968,481,12,36,433,1,2,478',
    ].join('\n');
    const recognition = recognizeColumns(sheetOf(csv));
    expect(recognition).toMatchObject({ headerRow: 1, dataRow: 4 });
    expect(recognition.columns.map(({ role }) => role)).toEqual([
      'ignored',
      'name',
      'target',
      'measured',
      'stunting.severe',
      'stunting.moderate',
      'stunting.none',
      'wasting.severe',
      'wasting.moderate',
      'wasting.none',
    ]);
    expect(recognition.columns[4]?.header).toBe('Status Gizi TB/U Sangat Pendek');
  });

  it('gives a bare "normal" to the classes before it', () => {
    expect(
      roles('kelurahan,diukur,sangat pendek,pendek,normal,gizi buruk,gizi kurang,bb/tb normal\n'),
    ).toMatchObject({ normal: 'stunting.none', 'bb/tb normal': 'wasting.none' });
  });

  it('keeps one column of a role and says so', () => {
    const recognition = recognizeColumns(sheetOf('kelurahan,diukur,ditimbang,stunting\n'));
    expect(recognition.columns.map(({ role }) => role)).toEqual([
      'name',
      'measured',
      'ignored',
      'stunting.total',
    ]);
    expect(recognition.problems).toMatchObject([{ code: 'header/duplicate', at: { column: 'ditimbang' } }]);
  });

  it('refuses a sheet without a header', () => {
    expect(recognizeColumns(sheetOf('a,b\n1,2\n')).problems).toMatchObject([
      { code: 'header/missing', severity: 'error' },
    ]);
    expect(recognizeColumns({ name: '', rows: [], textOnly: true }).columns).toEqual([]);
  });

  it('lets the reader choose, one column a role', () => {
    const recognition = withRole(
      recognizeColumns(sheetOf('kelurahan,diukur,lain,stunting\n')),
      2,
      'measured',
    );
    expect(recognition.columns.map(({ role }) => role)).toEqual([
      'name',
      'ignored',
      'measured',
      'stunting.total',
    ]);
  });

  it('names columns as spreadsheets do', () => {
    expect([0, 25, 26, 701, 702].map(columnLetter)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']);
  });
});
