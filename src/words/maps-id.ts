/** What a file of boundaries asks, and what stands in for one. */
export const mapsId = {
  asks: (file: string) => `Batas dari ${file} perlu dipastikan`,
  blocking: 'Batas ini belum dibaca sebelum pertanyaannya dijawab.',
  openAreas: (n: string) =>
    `${n} nama tidak sama dengan satu nama pun di kecamatannya, atau dimiliki beberapa wilayah. Pilih yang dimaksud; yang dibiarkan tidak dipakai.`,
  apply: 'Baca lagi dengan jawaban ini',
  leaveOut: 'tidak dipakai',
  otherCodes: 'Kode lain',
  otherCode: (name: string) => `Kode lain untuk ${name}`,
  otherCodeHint: '53.71.01.1001',
  areas: (n: string) => `${n} wilayah`,
  ofTotal: (n: string, total: string) => `${n} dari ${total} nama wilayah`,
  tiles: {
    heading: 'Batas wilayahnya belum ada',
    offer:
      'Baris tabel tidak cocok dengan batas yang terbuka. Buka batas wilayahnya, atau lihat dulu sebagai peta skematik yang dibuat dari nama saja.',
    draw: 'Gambar peta skematik dari nama',
    drawing: 'Menyusun peta skematik',
    unknown:
      'Kabupaten atau kota tabel ini tidak dapat dikenali dari kode, nama, atau judulnya. Tambahkan kolom kode atau kecamatan, atau buka batas wilayahnya.',
    failed: 'Daftar nama wilayah tidak dapat diambil. Buka batas wilayahnya, atau coba lagi.',
    kind: 'Peta skematik',
    name: (territory: string) => `dari nama: ${territory}`,
    note: 'Satu segi enam untuk tiap kelurahan atau desa, dikelompokkan menurut kecamatan. Letak, luas, dan bentuknya bukan yang sebenarnya.',
    part: 'peta skematik dari nama: letak dan luas bukan yang sebenarnya',
    noHotspots:
      'Kantong tidak dapat dicari: peta ini skematik, disusun dari nama saja, jadi tidak diketahui siapa bertetangga dengan siapa dan berapa jaraknya. Buka batas wilayah untuk mencarinya.',
    noNeighbors:
      'Peta ini skematik, disusun dari nama saja: tetangganya tidak diketahui. Buka batas wilayah untuk melihatnya.',
  },
};
