import type { HelpWords } from './help-catalogue.ts';

/** Help, in Indonesian. */
export const helpId: HelpWords = {
  heading: 'Bantuan',
  close: 'Tutup bantuan',
  print: 'Cetak halaman ini',
  topics: 'Isi bantuan',
  keys: 'Tombol ? atau F1 membuka dan menutup bantuan; Esc kembali. Pekerjaan Anda tetap seperti semula.',
  rooms: 'Ruang',
  heads: {
    shows: 'Apa yang ditampilkan',
    read: 'Cara membacanya',
    not: 'Yang tidak boleh disimpulkan',
  },
  pages: {
    data: {
      shows: [
        'Data yang sedang terbuka: wilayah, golongan, sumber, dan asal batas wilayahnya.',
        '“Buku periode”: berapa kelurahan melapor, berapa baris disisihkan, dan D/S pada tiap periode.',
        'Jalan masuk dan keluar: “Buka data”, sumber kedua, titik layanan, “Kembali ke contoh”, dan “Hapus data dari komputer ini”.',
      ],
      read: [
        'Lihat golongannya dahulu. “DATA CONTOH (sintetis)” berarti angka buatan program; “INTERNAL: jangan disebarkan” berarti angka kantor, dan program bertanya sekali lagi sebelum angka itu keluar.',
        'Periode “belum lengkap” masih dapat berubah. Pakailah periode lengkap untuk membandingkan.',
        'Sesudah berkas dibaca, periksa “Yang tidak masuk dan sebabnya”: tiap baris yang tidak dipakai disebut tempat, sebab, dan cara memperbaikinya.',
        'Bila program bertanya, bandingkan contoh isi di samping tiap pilihan. Tidak ada yang dimuat sebelum dijawab.',
      ],
      not: [
        'Kelurahan yang tidak melapor bukan kelurahan tanpa masalah; angkanya tidak diketahui.',
        'Dua berkas dengan penyebut berbeda belum tentu mengukur anak yang sama. Bandingkan D dan S-nya dahulu.',
        'Batas skematik tidak menunjukkan letak, luas, atau alamat yang sebenarnya.',
      ],
    },
    map: {
      shows: [
        'Satu indikator per kelurahan atau kecamatan pada satu periode. Kalimat di atas peta menyatakan persis apa yang dilihat.',
        'Di kanan: “Peringkat”, “Sebaran”, “Tren”, dan lembar “Wilayah” yang dipilih.',
      ],
      read: [
        'Tekan bagian kalimat yang bergaris bawah untuk mengganti indikator, periode, siapa, di mana, atau pembanding.',
        'Baca persen bersama n dan N: n anak dengan masalah dari N anak yang statusnya diketahui. D/S menunjukkan berapa dari sasaran yang diukur.',
        'Selang 95 % menunjukkan seberapa jauh angka bisa bergeser karena kebetulan. Dua wilayah yang selangnya bertumpang tindih lebar belum tentu berbeda.',
        'Tekan satu baris legenda untuk memilih semua wilayah di dalamnya. Arsiran berarti tidak ada persen, dan legenda menyebut sebabnya.',
      ],
      not: [
        'Peringkat 1 belum tentu lebih buruk daripada peringkat 2; lihat selangnya.',
        'Wilayah luas tampak lebih menonjol. Banyaknya anak dibaca dari n, bukan dari luas warna.',
        'Persen anak yang diukur bukan persen semua anak bila D/S rendah: yang tidak datang bisa berbeda.',
        'Bersamaan pada peta tidak berarti yang satu menyebabkan yang lain.',
        'Ambang WHO/UNICEF dibuat untuk survei penduduk; pada satu kelurahan kelasnya dapat berpindah hanya karena kebetulan.',
      ],
    },
    clusters: {
      shows: [
        'Tempat nilai tinggi atau rendah saling berdekatan lebih dari yang biasa terjadi bila letaknya diacak.',
        'Di kanan: daftar kantong menurut kuatnya bukti, lalu “Seberapa yakin?” dengan aturan tetangga, permutasi, dan benih.',
      ],
      read: [
        'Garis tebal berarti terbukti pada FDR 5 %. Garis tipis dan putus-putus lebih lemah: hanya petunjuk awal.',
        'Baca “Bila tetangga lain dipakai”: kantong yang tetap menonjol lebih dapat dipegang.',
        'Corong memisahkan nilai yang luar biasa dari nilai tinggi karena anaknya sedikit.',
      ],
      not: [
        'Tidak ada kantong yang terbukti bukan berarti tidak ada kantong: dengan puluhan wilayah saja daya ujinya rendah.',
        'Kantong tidak menjelaskan sebab, dan tidak berarti setiap anak di dalamnya terdampak.',
        'Kelurahan di luar kantong dapat tetap tinggi prevalensinya.',
        'Hasil berlaku untuk batas wilayah ini; batas atau tingkat lain dapat memberi kantong lain.',
      ],
    },
    priority: {
      shows: [
        'Indeks dari beberapa indikator dengan bobot pilihan rapat, dan daftar wilayah yang didahulukan menurutnya.',
        'Tiga langkah: “Apa yang dihitung”, berapa wilayah, lalu “Daftarnya”. “Mengapa” dan “Seberapa tahan daftar ini” ada satu tingkat lebih dalam.',
      ],
      read: [
        'Geser bobot di depan semua orang dan lihat siapa yang masuk dan keluar.',
        '“tahan” berarti tetap di tempatnya pada sedikitnya 80 % percobaan dengan bobot, skala, penggabungan, dan angka yang diacak; “rapuh” berarti tidak; “di batas” berarti terlalu dekat untuk dipastikan.',
        'Lihat bagian kasus yang tercakup: daftar panjang tidak selalu mencakup lebih banyak anak.',
        'Periksa “Yang tampak baik karena sedikit ditimbang” sebelum mengesampingkan suatu wilayah.',
      ],
      not: [
        'Indeks bukan hasil pengukuran, dan bobotnya bukan ketetapan: tidak ada bobot nasional yang ditemukan.',
        'Selisih skor yang kecil antara yang terakhir masuk dan yang pertama tidak masuk bukan alasan yang kuat.',
        'Wilayah tanpa skor bukan wilayah yang aman; salah satu angkanya tidak ada.',
      ],
    },
    proposal: {
      shows: [
        'Wilayah yang diputuskan rapat, alasannya, dan perbedaan pendapat, sebagaimana juga tampil di peta, salindia, lembar, dan lampiran.',
        '“Masuk atas keputusan rapat” dan “Keluar atas keputusan rapat”: apa yang diubah rapat terhadap daftar hasil hitungan.',
      ],
      read: [
        'Centang wilayah, tulis alasan, dan catat siapa yang berbeda pendapat. “Isi dari angka” menulis alasan yang selalu memakai angka yang sedang terbuka.',
        'Sidik data menunjukkan apakah angka yang terbuka sama dengan angka ketika usulan disusun.',
        '“Bandingkan usulan” menghitung ulang tiap usulan dengan angka yang terbuka.',
      ],
      not: [
        'Usulan bukan penetapan. Yang menetapkan adalah SK Wali Kota atau Bupati.',
        'Wilayah yang tidak diusulkan tidak berarti tidak memerlukan layanan.',
        'Angka tidak ikut tersimpan: usulan yang dibuka di atas data lain menampilkan angka data itu.',
      ],
    },
    monitoring: {
      shows: [
        'Apakah suatu angka naik atau turun dari periode ke periode, per wilayah, sampai periode yang dipilih. Kepala kalimat menyatakan apa yang dipantau.',
        'Di kanan: “Pantauan”, yaitu berapa wilayah yang terbukti turun atau naik, siapa saja, dan garis waktunya; lalu “Surat bulan”, “Peringkat” dan lembar “Wilayah”.',
        '“Cakupan layanan” sebagai yang dipantau: berapa dari sasaran yang menerima tiap layanan dalam satu semester, skor konvergensi dengan rumus yang dapat dipilih, dan layanan terburuk wilayah yang dipilih. Formulir Bangda dimuat dan diunduh di panel itu.',
        '“Data masuk” menunjukkan berapa bagian balita sasaran yang sudah diukur, ber-NIK, ber-KK atau tertaut, potret demi potret, dengan laju ke batas tahap dan daftar pos yang dihubungi.',
        '“Anggaran terhadap beban”: pagu kegiatan tahun itu per anak terdampak, menurut perangkat daerah, jenis dan sumber; “Pagu terbaik” menyarankan sebaran yang menjangkau terbanyak.',
        '“Putar periode” memainkan periode satu per satu; bila komputer diatur tanpa gerak, tombol itu maju satu periode tiap ditekan.',
      ],
      read: [
        'Warna pekat hanya untuk yang terbukti sesudah semua wilayah diperiksa sekaligus. Warna pucat berarti cenderung, belum terbukti.',
        'Perlu sedikitnya lima periode untuk menilai, dan tujuh untuk menyebut nama wilayah.',
        'Baca kemiringannya: −0,8 poin per triwulan berarti dalam setahun turun kira-kira tiga poin.',
        'Pada “Data masuk”, baca bagian bersama balita sasarannya dan berapa pos yang melapor; perkiraan tanggal hanyalah garis lurus dari dua laju.',
        'Lihat D/S di samping tren: bila yang diukur berubah, angkanya dapat berubah tanpa seorang anak pun berubah.',
      ],
      not: [
        'Tidak terbukti bukan berarti tidak berubah: dengan sedikit periode perubahan kecil tidak terlihat.',
        'Tren tidak menunjukkan sebab. Turun sesudah suatu kegiatan tidak berarti turun oleh kegiatan itu.',
        'Jumlah kasus yang turun belum tentu kabar baik bila lebih sedikit anak yang diukur.',
      ],
    },
    presentation: {
      shows: [
        'Satu peta besar untuk proyektor, legendanya, dan daftar pendek bernomor yang sama dengan nomor di peta.',
        'Tampilan tersimpan berurutan sebagai salindia; bila belum ada, periode berurutan.',
      ],
      read: [
        'Spasi, Page Down, atau panah kanan: berikutnya. Page Up atau panah kiri: sebelumnya. B atau titik: layar hitam. Esc: selesai.',
        'Tombol “Warna” memperlihatkan layar sebagaimana dilihat dalam abu-abu atau oleh tamu yang buta warna.',
        'Bacakan kalimat di atas peta bersama periode, penyebut, dan cakupannya sebelum membacakan angka.',
      ],
      not: [
        'Daftar di layar adalah bagian teratas saja; wilayah lain ada di peta dan di “Peringkat”.',
        'Tanda golongan di layar tetap berlaku untuk foto layar: angka INTERNAL tidak untuk disebarkan.',
      ],
    },
  },
  learn: 'Enam langkah dari peta sampai usulan.',
  terms: {
    name: 'Istilah',
    search: 'Cari istilah',
    source: 'Sumber',
    none: 'Tidak ada istilah yang cocok.',
  },
  samples: {
    name: 'Contoh berkas',
    intro:
      'Tiap berkas dibuat program dari data contoh, jadi angkanya sintetis. Unduh, lihat bentuknya, lalu jatuhkan kembali di atas peta contoh untuk melihat bagaimana program membacanya.',
    personal:
      'Ekspor e-PPGBM satu baris per anak ditolak, juga bila NIK-nya disamarkan: hitung dahulu per kelurahan atau per Posyandu.',
    fetch: (file) => `Unduh ${file}`,
    failed: 'Berkas itu tidak dapat diambil. Pastikan program ini masih dapat dibuka, lalu coba lagi.',
    plain: 'Di atas peta contoh dibaca tanpa pertanyaan.',
    asks: (questions) => `Di atas peta contoh program bertanya: ${questions}.`,
    questions: {
      role: 'apa yang dihitung sebuah kolom',
      rivals: 'kolom mana di antara beberapa yang dipakai',
      key: 'apa yang membedakan baris-baris satu wilayah',
      level: 'nama kecamatan atau nama kelurahan',
      period: 'periode berapa tabel ini',
      system: 'kode Kemendagri atau kode BPS',
    },
    files: {
      stunting: {
        name: 'Tabel stunting per kelurahan',
        holds:
          'CSV: kode, kelurahan, kecamatan, periode, sasaran (S), diukur (D), sangat pendek, pendek, normal. Satu baris per kelurahan dan periode.',
      },
      posyandu: {
        name: 'Rekap bergaya e-PPGBM per Posyandu',
        holds:
          'Excel dengan baris judul di atas, judul kolom dua tingkat, dan kategori BB/U, TB/U, BB/TB menurut e-PPGBM. Posyandu dijumlahkan menjadi kelurahan, dan program mengatakannya.',
      },
      coverage: {
        name: 'Cakupan pengukuran tanpa periode',
        holds:
          'CSV: kode, kelurahan, kecamatan, sasaran (S), diukur (D). Periodenya sengaja tidak ada, supaya terlihat bagaimana program bertanya: isi September 2026.',
      },
      families: {
        name: 'Rekap keluarga',
        holds:
          'CSV per semester: jumlah keluarga, keluarga miskin ekstrem, keluarga berisiko stunting. Keluarga tidak pernah dicampur dengan balita.',
      },
      boundaries: {
        name: 'Batas wilayah',
        holds:
          'GeoJSON dengan atribut seperti peta desa BIG: KDEPUM (kode Kemendagri), WADMKD (kelurahan), WADMKC (kecamatan). Batasnya skematik.',
      },
      services: {
        name: 'Titik layanan',
        holds: 'CSV: nama, jenis, lintang, bujur. Titik rumah keluarga ditolak.',
      },
    },
  },
  about: {
    name: 'Tentang',
    version: 'Versi',
    build: 'Sidik bangunan',
    buildNote:
      'SHA-256 dari naskah program yang dibangun; dua salinan dengan sidik sama dibangun dari naskah yang sama. Arsip rilis memuatnya di BACA-SAYA.txt.',
    unbuilt: 'sedang dikembangkan, belum dibangun',
    program: 'Program',
    programLicense: 'Lisensi MIT, kontributor Peta Sasaran. Tanpa jaminan apa pun.',
    data: 'Kode dan nama wilayah',
    dataLicense:
      'Daftar kode dan nama desa dan kelurahan, serta data contoh, berasal dari idn-area-data 3.1.2 (Open Database License 1.0). Batas data contoh skematik dan angkanya sintetis.',
    type: 'Huruf',
    typeLicense: 'Source Sans 3, Adobe (SIL Open Font License 1.1).',
    packages: 'Pustaka pihak lain',
    notices: 'Lisensi program, data, huruf, dan semua pustaka (teks)',
  },
};
