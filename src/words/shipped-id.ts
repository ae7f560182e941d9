/** Texts of the example that the program ships, as they stand in its files, in Indonesian. */
export const shippedId = {
  example: 'Data contoh Kota Kupang (sintetis)',
  synthetic: 'Data sintetis buatan program, bukan hasil pengukuran dan bukan angka resmi',
  schematic:
    'Batas skematik, bukan batas resmi: digambar program dari titik tengah kelurahan. Kode dan nama: idn-area-data 3.1.2, Open Database License',
  coverage:
    'S: balita yang tinggal di kelurahan pada bulan terakhir periode. D: balita dari S yang diukur sekurangnya sekali dalam periode; tiap anak dihitung sekali, menurut pengukuran terakhirnya.',
  extremePoverty: 'Didekati dengan keluarga desil 1.',
  stage: 'Tahap contoh: NIK dan KK balita',
  target: 'Target contoh (sintetis), bukan target resmi',
  series: 'Angka contoh (sintetis), tidak pernah diumumkan',
};
