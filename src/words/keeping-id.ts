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
  /** The title of a version that another window made. */
  otherVersion: (title: string) => `${title} (versi jendela lain)`,
  twoVersions: (title: string) =>
    `Diubah di dua jendela: keduanya ada di daftar, yang lain bernama "${title}".`,
  notDeleted: (title: string) => `"${title}" dihapus di satu jendela dan diubah di jendela lain: tetap ada.`,
  brokenEntries: (n: string) =>
    `${n} isi yang tersimpan di komputer ini tidak terbaca. Isinya dibiarkan dan dapat disimpan sebagai berkas.`,
  notices: {
    'kept-later':
      'Daftar di komputer ini berasal dari versi program yang lebih baru. Daftar itu dibiarkan; yang dibuat sekarang tidak disimpan di sini.',
    'no-longer-kept':
      'Jendela lain berhenti menyimpan daftar ini di komputer. Di jendela ini isinya masih ada.',
    'not-taken-away':
      'Peramban menolak menghapus daftar itu dari komputer ini. Hapus lewat setelan peramban.',
    'other-window': 'Perubahan dari jendela lain sudah masuk.',
    'wiped-elsewhere': 'Data dihapus dari jendela lain, juga di sini.',
    'wiped-partly':
      'Data dihapus dari halaman ini. Penyimpanan peramban tidak dapat dijangkau; bila dulu pernah menyimpan, hapus lewat setelan peramban.',
    'newer-version':
      'Versi baru program sudah siap. Pakai kapan saja lewat ruang Data; tidak ada yang berubah sebelum itu.',
    'dataset-not-kept':
      'Data tidak dapat disimpan di komputer ini: tempatnya penuh atau peramban melarangnya. Data tetap terbuka di halaman ini.',
    'dataset-not-promised':
      'Data disimpan, tetapi peramban tidak menjamin: bila ruang komputer habis, peramban dapat menghapusnya. Simpan juga berkas aslinya.',
    'dataset-gone': 'Data yang disimpan di komputer ini sudah lewat 30 hari dan dihapus.',
    'dataset-broken':
      'Data yang disimpan di komputer ini tidak utuh lagi dan tidak dibuka. Buka lagi berkas aslinya, lalu hapus yang tersimpan lewat “Hapus data dari komputer ini”.',
    'dataset-not-dropped':
      'Peramban menolak menghapus data itu dari komputer ini. Hapus lewat setelan peramban.',
  },
  aside: {
    said: (n: string) => `${n} isi tersimpan tidak terbaca dan dibiarkan di komputer ini.`,
    save: 'Simpan sebagai berkas',
    drop: 'Hapus yang tidak terbaca',
    file: 'tidak-terbaca',
  },
  dataset: {
    keep: 'Simpan data ini di komputer ini',
    hint: (tier: string) =>
      `Mati kecuali dicentang. Seluruh data (${tier}) disimpan di peramban ini selama 30 hari atau sampai dihapus; siapa pun yang memakai akun komputer ini dapat membukanya.`,
    insecure:
      'Menyimpan data hanya dapat dilakukan bila program dibuka lewat https atau di komputer ini sendiri (127.0.0.1).',
    working: 'Sedang menyimpan data',
    there: (name: string, tier: string, since: string, until: string) =>
      `Data ini tersimpan di komputer ini: ${name} (${tier}), sejak ${since}, dihapus sendiri ${until}.`,
    open: 'Buka data tersimpan',
    drop: 'Hapus dari komputer ini',
  },
  /** Before all is removed from this computer. */
  wipe: {
    title: 'Hapus semua data dari komputer ini?',
    gone: 'Yang berikut dihapus dan tidak dapat dikembalikan:',
    open: (name: string, tier: string) => `data yang terbuka: ${name} (${tier})`,
    kept: (name: string) => `data yang disimpan di komputer ini: ${name}`,
    second: (name: string) => `sumber kedua: ${name}`,
    places: (n: string) => `titik layanan di peta: ${n} jenis`,
    targets: (n: string) => `${n} target yang Anda isi`,
    surveys: 'angka survei yang Anda isi',
    views: (n: string) => `${n} tampilan tersimpan`,
    proposals: (n: string) => `${n} usulan`,
    aside: (n: string) => `${n} isi tersimpan yang tidak terbaca`,
    all: 'Hapus semuanya',
  },
  /** Of hotspots that were asked for and are not on the map. */
  marks: {
    running: 'Kantong sedang dihitung.',
    canceled:
      'Kantong diminta tetapi perhitungannya dihentikan. Peta tanpa tanda tidak berarti tidak ada kantong.',
    failed: 'Kantong diminta tetapi gagal dihitung. Peta tanpa tanda tidak berarti tidak ada kantong.',
  },
  policy: {
    missing:
      'Server ini tidak mengirim kebijakan keamanan bersama halamannya. Program tetap mengolah data di komputer ini dan menutup jalan keluarnya sendiri, tetapi peramban tidak ikut menjaga.',
    mend: 'Untuk data kantor, jalankan program lewat serve.mjs, npm start, atau nginx.conf yang disertakan, atau minta pengelola server mengirim tajuk Content-Security-Policy.',
    understood: 'Mengerti',
  },
  program: {
    heading: 'Program di komputer ini',
    newer: 'Versi baru sudah siap. Halaman dimuat ulang; yang belum disimpan ditanyakan dahulu.',
    take: 'Pakai versi baru',
    parts: {
      unknown:
        'Belum diketahui apakah program tersimpan di komputer ini. Sampai itu jelas, membukanya perlu jaringan.',
      impossible: 'Peramban tidak dapat menyimpan program di sini: tanpa server program tidak terbuka.',
      keeping: 'Program sedang disimpan untuk dipakai tanpa jaringan.',
      kept: 'Program tersimpan di komputer ini: terbuka juga tanpa server dan tanpa jaringan.',
      failed:
        'Program belum tersimpan seluruhnya: membukanya masih perlu jaringan. Penyimpanan dilanjutkan saat program dibuka lagi.',
    },
    insecure:
      'Halaman dibuka lewat http biasa: program dan data tidak dapat disimpan di komputer ini, dan perubahan di jendela lain hanya digabung setelah diterima. Buka lewat https atau di komputer ini sendiri (127.0.0.1).',
  },
};
