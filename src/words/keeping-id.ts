/** What becomes of the reader's work on a bad day, in Indonesian. */
export const keepingId = {
  broken: {
    missing: 'Bagian ini tidak dapat diambil: jaringan, server, atau versi program berubah.',
    failed: 'Bagian ini gagal ditampilkan.',
    goesOn: 'Bagian lain tetap dapat dipakai, dan tidak ada yang hilang.',
    inMemory: 'Data dan pekerjaan masih ada selama halaman ini tidak ditutup.',
    save: 'Simpan pekerjaan',
    /** In the name of the file. */
    file: 'pekerjaan',
    lastView: 'Tampilan terakhir',
  },
};
