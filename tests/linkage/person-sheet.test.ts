import { describe, expect, it } from 'vitest';
import { recognizePersonSheet } from '#linkage/person-sheet.ts';

const sheet = (...rows: readonly (readonly string[])[]) => ({ name: '', rows, textOnly: true });
const header = (text: string): readonly string[] => text.split(',').map((cell) => cell.trim());
const A =
  'No, NIK, Nama, JK, Tgl Lahir, BB Lahir, TB Lahir, Nama Ortu, Prov, Kab/Kota, Kec, Pukesmas, Desa/Kel, Posyandu, RT, RW, Alamat, Usia Saat Ukur, Tanggal Pengukuran, Berat, Tinggi, Cara Ukur, LiLA, BB/U, ZS BB/U, TB/U, ZS TB/U, BB/TB, ZS BB/TB, Naik Berat Badan, Jml Vit A, KPSP, KIA, Kelas Ibu Balita, MBG, Detail';
const B = A.replace('No, ', '')
  .replace('Jml Vit A', 'PMT Diterima (kg), Jml Vit A')
  .replace(', Kelas Ibu Balita, MBG, Detail', '');
const FORMS: readonly (readonly [form: string, header: string])[] = [
  ['eppgbm-a', A],
  ['eppgbm-b', B],
  [
    'eppgbm-c',
    'Nama Anak, Jenis Kelamin, Tanggal Lahir, NIK, Nomor KK, Anak Ke, Nama Orang Tua (Ibu/Ayah), NIK Orang Tua, No HP Orang Tua, Alamat, RT, Kecamatan, Puskesmas, Kelurahan, Posyandu, Usia Kehamilan (minggu), Tanggal Pengukuran, Berat (kg), Tinggi (cm), Cara Ukur, LiLA (cm), ZS BB/U, ZS TB/U, ZS BB/TB, MBG',
  ],
  [
    'p3ke-member',
    'id_keluarga, Provinsi, Kabupaten, Kecamatan, Desa, Kode Kemdagri, Desil Kesejahteraan, Alamat, id_individu, Nama, NIK, Padan Dukcapil, Jenis Kelamin, Hubungan Dengan Kpl. Keluarga, Tanggal Lahir, Status Kawin',
  ],
  [
    'p3ke-family',
    'id, provinsi, kabkot, kecamatan, desa, kode_kemendagri, desil kesejahteraan, alamat, kepala_keluarga, nik, padan_dukcapil, jenis_kelamin, tanggal_lahir',
  ],
  [
    'dtsen',
    'nomor_kartu_keluarga, nomor_induk_kependudukan, desil_nasional, id_keluarga, nama_anggota_keluarga, kode_kelurahan_desa, nama_kelurahan_desa, nama_kecamatan',
  ],
  ['local-members', 'nik, nama, no_kk, kecamatan, desa, desil, pkh, bpnt, pbi_jk'],
  ['local-members', 'NO, NAMA, KETERANGAN DESIL, NIK, KK, TEMPAT TGL LAHIR, KELURAHAN'],
  ['dtks', 'nama, nik, no kk, alamat, desa, pkh, bpnt'],
  [
    'krs',
    'No. Kartu Keluarga, NIK Kepala Keluarga, Nama Kepala Keluarga, NIK Istri, Nama Istri, Kecamatan, Desa, Punya Anak 0-23 Bulan, Punya Anak 24-59 Bulan, PUS, PUS Hamil, Keluarga Tidak Mempunyai Sumber Air Minum Utama yang Layak, PUS 4 Terlalu Muda (<20 Tahun)',
  ],
  ['posyandu-list', 'Puskesmas, Posyandu, Kelurahan, Kecamatan'],
];

describe('a table of persons', () => {
  it.each(FORMS)('%s is known by its header', (form, text) => {
    expect(recognizePersonSheet(sheet(header(text), []))?.form).toBe(form);
  });

  it('has its header below titles, in any case and spacing', () => {
    const capitals = header(A).map((cell) => `  ${cell.toUpperCase()} `);
    const found = recognizePersonSheet(sheet(['LAPORAN DAFTAR DITIMBANG'], [''], capitals, []));
    expect(found).toMatchObject({ form: 'eppgbm-a', dataRow: 3 });
  });

  it('may write a block of columns a month, under two rows of header', () => {
    const block = ['TGL UKUR', 'UMUR', 'BERAT', 'TINGGI', 'CARA UKUR'];
    const found = recognizePersonSheet(
      sheet(
        ['NO', 'NIK', 'NAMA ANAK', 'TANGGAL LAHIR', 'JENIS KELAMIN', 'JANUARI', '', '', '', '', 'FEBRUARI'],
        ['', '', '', '', '', ...block, ...block],
        [],
      ),
    );
    expect(found).toMatchObject({ form: 'eppgbm-d', dataRow: 2 });
    expect(found?.blocks).toEqual([
      { measured: 5, ageText: 6, weight: 7, height: 8 },
      { measured: 10, ageText: 11, weight: 12, height: 13 },
    ]);
  });

  it('is none where counts stand by kelurahan', () => {
    const counts = header('Kelurahan, Kecamatan, Sasaran, Diukur, Pendek');
    expect(recognizePersonSheet(sheet(counts, []))).toBeNull();
  });
});
