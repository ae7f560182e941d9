import type { Glossary } from './help-catalogue.ts';

const OURS = 'Kebiasaan program ini';

/** What the terms on the screen mean, and from where; in Indonesian. Nothing that no source says. */
export const glossaryId: Glossary = {
  stunting: {
    term: 'Stunting (TB/U)',
    means:
      'Panjang atau tinggi badan menurut umur di bawah −2 SD: pendek dan sangat pendek. Tepat −2,00 SD belum termasuk.',
    source: 'Permenkes 2/2020',
  },
  wasting: {
    term: 'Wasting (BB/TB)',
    means: 'Berat badan menurut panjang atau tinggi badan di bawah −2 SD: gizi kurang dan gizi buruk.',
    source: 'Permenkes 2/2020',
  },
  underweight: {
    term: 'Berat badan kurang, underweight (BB/U)',
    means: 'Berat badan menurut umur di bawah −2 SD: kurang dan sangat kurang.',
    source: 'Permenkes 2/2020',
  },
  severe: {
    term: 'Stunting berat, wasting berat',
    means: 'Di bawah −3 SD: sangat pendek (TB/U), gizi buruk (BB/TB). Tepat −3,00 SD belum termasuk.',
    source: 'Permenkes 2/2020',
  },
  'standard-deviation': {
    term: 'SD (simpangan baku, z-score)',
    means:
      'Jarak ukuran seorang anak dari median anak acuan seumur dan sejenis kelamin, dalam simpangan baku.',
    source: 'Permenkes 2/2020 (standar WHO)',
  },
  'under-five': {
    term: 'Balita, baduta',
    means: 'Balita: anak umur 0–59 bulan. Baduta: anak umur 0–23 bulan. Umur dalam bulan penuh saat diukur.',
    source: 'Judul kolom e-PPGBM; batas umur kelas menurut program ini',
  },
  unit: {
    term: 'Satuan: balita, keluarga, penduduk',
    means:
      'Yang dihitung oleh suatu indikator. Angka keluarga dan penduduk tidak pernah dijumlahkan atau dibagi dengan angka balita.',
    source: OURS,
  },
  ppgbm: {
    term: 'e-PPGBM, Sigizi Terpadu',
    means:
      'Pencatatan gizi balita oleh Posyandu dan Puskesmas. Program ini hanya menerima hitungannya, tidak pernah baris per anak.',
    source: 'sigizikesga.kemkes.go.id',
  },
  ssgi: {
    term: 'Survei (SSGI)',
    means:
      'Survei atas sampel penduduk untuk kabupaten/kota atau provinsi. Angkanya dan angka penimbangan mengukur anak yang berbeda, jadi biasanya tidak sama.',
    source: 'Berita perbandingan e-PPGBM dan SSGI; survei diisi pemakai',
  },
  numerator: {
    term: 'n dan N (pembilang, penyebut)',
    means:
      'n: anak yang memiliki masalah. N: anak diukur yang statusnya diketahui. Persen adalah n dibagi N.',
    source: OURS,
  },
  prevalence: {
    term: 'Prevalensi',
    means:
      'Banyaknya anak dengan masalah pada satu waktu per 100 anak yang diukur. Di sini penyebutnya anak diukur yang statusnya diketahui.',
    source: 'Metadata Satu Data Kebumen: (pendek + sangat pendek) / balita diukur × 100',
  },
  coverage: {
    term: 'S, D, dan D/S (cakupan pengukuran)',
    means:
      'S: sasaran, balita yang seharusnya diukur. D: balita yang diukur. D/S: bagian sasaran yang diukur. Cakupan rendah membuat persen kurang dapat dipegang.',
    source: 'Istilah penimbangan Posyandu; batas “rendah” pilihan program ini dan dapat diubah',
  },
  interval: {
    term: 'Selang kepercayaan 95 %',
    means:
      'Rentang nilai yang masih cocok dengan hitungan ini bila hanya kebetulan yang bermain. Makin sedikit anak, makin lebar. Untuk selisih dua persen dipakai cara Newcombe.',
    source: 'Wilson 1927; Newcombe 1998',
  },
  unmeasured: {
    term: 'Batas untuk yang belum diukur',
    means:
      'Persen semua sasaran bila tidak satu pun, atau semua, anak yang belum diukur memiliki masalah. Bukan selang kepercayaan.',
    source: 'Manski 1990; Horowitz & Manski 1998',
  },
  point: {
    term: 'Poin persen',
    means: 'Selisih dua persen: dari 20 % ke 18 % turun 2 poin persen.',
    source: 'Istilah umum',
  },
  band: {
    term: 'Ambang WHO/UNICEF 2018',
    means:
      'Kelas prevalensi penduduk. Stunting: < 2,5 sangat rendah; 2,5–10 rendah; 10–20 sedang; 20–30 tinggi; ≥ 30 sangat tinggi. Wasting: < 2,5; 2,5–5; 5–10; 10–15; ≥ 15. Dibuat untuk survei, bukan untuk satu kelurahan.',
    source: 'de Onis dkk. 2019 (daring 2018), Public Health Nutr. 22:175',
  },
  'too-few': {
    term: 'Terlalu sedikit (N < 30)',
    means:
      'Persen dari kurang dari 30 anak tidak diwarnai dan tidak diperingkat, karena bergeser jauh oleh satu anak. Jumlahnya tetap ditampilkan.',
    source: OURS,
  },
  'not-reported': {
    term: 'Tidak melapor, melapor sebagian',
    means:
      'Tidak melapor: tidak ada angka wilayah itu pada periode ini. Melapor sebagian: ada bulan atau laporan yang belum masuk.',
    source: 'Berkas yang dibuka',
  },
  'set-aside': {
    term: 'Disisihkan',
    means: 'Barisnya ada, tetapi tidak dipakai karena kesalahan yang disebut di daftar kesalahan.',
    source: OURS,
  },
  suppressed: {
    term: 'Disembunyikan',
    means:
      'Penerbit tidak memuat hitungan kecil supaya orang tidak dikenali. Aturan angka nasional untuk data kesehatan tidak ditemukan; batasnya ditentukan penerbit.',
    source: 'Paket data yang dibuka (minimumCell)',
  },
  'no-target': {
    term: 'Tak ada sasaran',
    means: 'Penyebutnya nol: tidak ada anak yang ditanyakan di sana. Ini bukan 0 %.',
    source: OURS,
  },
  poverty: {
    term: 'Kemiskinan ekstrem, miskin ekstrem',
    means:
      'Menurut P3KE: pengeluaran di bawah US$1,9 PPP sehari, Rp322.170 per orang per bulan pada 2022. Berkas kantor tidak memuat pengeluaran; program memakai proksi desil, dan menyebutnya.',
    source: 'data.go.id, P3KE (2022)',
  },
  decile: {
    term: 'Desil kesejahteraan',
    means:
      'Sepersepuluh keluarga menurut urutan kesejahteraan; desil 1 yang paling rendah. Urutan, bukan jumlah rupiah.',
    source: 'P3KE; DTSEN (BPS)',
  },
  p3ke: {
    term: 'P3KE, DTKS',
    means:
      'Data sasaran kemiskinan ekstrem (P3KE) dan kesejahteraan sosial (DTKS) sampai 2024. Digantikan DTSEN.',
    source: 'data.go.id; Inpres 4/2025',
  },
  dtsen: {
    term: 'DTSEN',
    means: 'Data Tunggal Sosial dan Ekonomi Nasional, pengganti DTKS, P3KE, dan Regsosek.',
    source: 'Inpres 4/2025; BPS',
  },
  'risk-family': {
    term: 'KRS (keluarga berisiko stunting)',
    means:
      'Keluarga sasaran dengan faktor risiko, misalnya jamban atau air minum tidak layak, atau “4 terlalu”. Satuan keluarga, bukan balita.',
    source: 'Kemendukbangga/BKKBN, SIGA',
  },
  'area-code': {
    term: 'Kode wilayah (Kemendagri, BPS)',
    means:
      'Dua sistem yang berbeda: Kemendagri seperti 53.71.01.1001, BPS sepuluh angka. Kode satu sistem tidak boleh dicocokkan dengan kode sistem lain.',
    source: 'Kepmendagri 300.2.2-2138/2025; atribut KDEPUM dan KDEBPS peta desa BIG',
  },
  boundaries: {
    term: 'Batas wilayah',
    means:
      'Garis tepi kelurahan atau desa dari berkas GeoJSON, TopoJSON, KML, GeoPackage, atau shapefile. Batas data contoh skematik: digambar program, bukan batas resmi.',
    source: 'Berkas yang dibuka; peta desa BIG',
  },
  service: {
    term: 'Layanan (Puskesmas, Posyandu, Kampung KB, PAUD)',
    means:
      'Titik atau zona yang diletakkan di atas peta dan dihitung per wilayah. Nol berarti tidak ada dalam berkas, bukan tidak ada di lapangan.',
    source: 'Berkas yang dibuka',
  },
  tier: {
    term: 'Golongan data: contoh, INTERNAL, rilis',
    means:
      'Contoh: angka buatan. INTERNAL: hitungan rinci kantor, ditandai dan ditanyakan sebelum keluar. Rilis: hitungan kecil sudah disembunyikan penerbitnya.',
    source: OURS,
  },
  digest: {
    term: 'Sidik data (SHA-256)',
    means:
      'Tanda dari isi angka. Sidik yang sama berarti angkanya sama; tidak berkata siapa pembuatnya atau benar tidaknya.',
    source: 'FIPS 180-4',
  },
  sql: {
    term: 'SQL',
    means:
      'Bahasa tanya untuk tabel. Di ruang Data, pertanyaan dijawab dari hitungan yang terbuka saja; sel yang disembunyikan kosong, bukan 0.',
    source: 'ISO/IEC 9075; DuckDB',
  },
  'identity-number': {
    term: 'NIK, nomor KK',
    means:
      'Nomor orang dan nomor kartu keluarga. Berkas yang memuatnya ditolak, dan tulisan yang memuatnya tidak disimpan.',
    source: 'UU 27/2022 tentang Pelindungan Data Pribadi',
  },
  quantile: {
    term: 'Kuantil',
    means: 'Kelas dengan wilayah yang kira-kira sama banyak.',
    source: 'Hyndman & Fan 1996',
  },
  'natural-breaks': {
    term: 'Fisher-Jenks',
    means: 'Kelas yang nilai di dalamnya paling mirip satu sama lain.',
    source: 'Diperiksa terhadap classInt (R)',
  },
  'equal-interval': {
    term: 'Selang sama',
    means: 'Kelas yang sama lebar antara nilai terkecil dan terbesar.',
    source: 'Diperiksa terhadap classInt (R)',
  },
  'deviation-classes': {
    term: 'Simpangan baku (kelas peta)',
    means: 'Kelas menurut jarak dari rata-rata wilayah, dalam simpangan baku.',
    source: OURS,
  },
  'own-breaks': {
    term: 'Batas sendiri',
    means: 'Kelas dengan batas yang ditulis pemakai.',
    source: 'Pilihan pemakai',
  },
  median: {
    term: 'Median, persentil',
    means:
      'Median: nilai tengah; separuh wilayah di bawahnya. Persentil: bagian wilayah yang nilainya di bawah.',
    source: 'Hyndman & Fan 1996',
  },
  overlay: {
    term: 'Dua indikator sekaligus',
    means: 'Peta 3 × 3: tiap indikator rendah, sedang, atau tinggi. Bersamaan tidak berarti sebab.',
    source: OURS,
  },
  problems: {
    term: 'Tiga masalah sekaligus',
    means:
      'Tiga persen terhadap ambang masing-masing menjadi delapan gabungan. “Belum pasti”: selang sedikitnya satu persen melintasi ambangnya.',
    source: OURS,
  },
  change: {
    term: 'Selisih antarperiode',
    means:
      'Poin persen terhadap periode lain. Disebut naik atau turun hanya bila terbukti sesudah koreksi banyak uji.',
    source: 'Newcombe 1998; Benjamini & Hochberg 1995',
  },
  agreement: {
    term: 'Selisih dua sumber',
    means:
      'Sumber kedua dikurangi sumber pertama per wilayah, dengan penyebut keduanya. Tidak diuji, karena sebagian besar anaknya sama.',
    source: 'Bland & Altman 1986; batas setuju pilihan program ini',
  },
  exceedance: {
    term: 'Peluang di atas ambang',
    means:
      'Seberapa mungkin persen yang sebenarnya melebihi suatu batas, dengan meminjam kekuatan dari wilayah lain. Di atas 80 % menunjuk ke persen yang tinggi.',
    source: 'Kleinman 1973; Richardson dkk. 2004',
  },
  budget: {
    term: 'Anggaran terhadap beban, pagu terbaik',
    means:
      'Pagu kegiatan yang ditandai oleh OPD (organisasi perangkat daerah), per wilayah, dibandingkan dengan anak terdampak. Pagu bersama dibagi menurut kunci yang dipilih, tepat sampai rupiah; yang tanpa lokasi disebut tersendiri. Pagu terbaik ialah saran sebaran yang menjangkau terbanyak (program linear), dengan biaya per anak anggapan pembaca.',
    source: 'Daftar kegiatan yang dibuka; Dantzig 1963; sisa terbesar: Hamilton 1792',
  },
  serviceCoverage: {
    term: 'Cakupan layanan, skor konvergensi',
    means:
      'Berapa dari sasaran yang menerima suatu layanan pada satu semester (pembilang ÷ penyebut), dan gabungan semua layanan menjadi satu skor. Nol yang diminta formulir, sasaran 0, dan sel kosong dibedakan dan tidak dihitung sebagai layanan. Jarak ke target dalam poin persen dan dalam orang.',
    source: 'SE Mendagri 400.5/8476/SJ (2022); rumus Σ/Σ: kartu skor Kemendesa',
  },
  trend: {
    term: 'Tren: turun, naik, tidak tampak',
    means:
      'Apakah angka suatu wilayah cenderung searah dari periode ke periode (Mann-Kendall). Kemiringannya median semua kemiringan antara dua periode (Sen). Disebut terbukti bila tetap terbukti pada FDR 5 % di antara semua wilayah; dinilai mulai 5 periode, disebut namanya mulai 7.',
    source: 'Mann 1945; Kendall 1975; Sen 1968; Benjamini & Hochberg 1995',
  },
  'control-chart': {
    term: 'Batas yang biasa (peta kendali p, Laney, EWMA)',
    means:
      'Seberapa jauh angka sebuah wilayah biasanya bergerak dari bulan ke bulan. Di luar batas, delapan berturut di satu sisi, atau bergeser perlahan berarti datanya perlu diperiksa.',
    source: 'Laney 2002; Roberts 1959; Western Electric 1956',
  },
  alarm: {
    term: 'Tanda dini (EARS)',
    means:
      'Angka bulan terakhir lebih dari tiga simpangan baku dari tujuh bulan sebelumnya (C1), atau dari tujuh bulan sebelum dua bulan terakhir (C2). Berarti periksa data, bukan wabah.',
    source: 'Hutwagner dkk. 2003, J. Urban Health 80:i89',
  },
  emerging: {
    term: 'Kantong dari waktu ke waktu',
    means:
      'Baru: kantong pada periode terakhir saja. Berturut: dua periode atau lebih di akhir. Menguat, menetap, melemah: hampir selalu kantong, menurut arah Gi*-nya. Kadang-kadang: hilang timbul. Berbalik: dulu kantong rendah. Dahulu: hampir selalu, kini tidak. Dinilai mulai 8 periode; tiap periode pada FDR 5 %.',
    source: 'Esri, How Emerging Hot Spot Analysis works; Ord & Getis 1995',
  },
  gap: {
    term: 'Kesenjangan: selisih, rasio, SII, CIX',
    means:
      'Seberapa lebih sering masalah pada balita keluarga termiskin. Selisih dan rasio membandingkan desil 1 dengan desil 5 ke atas; indeks kemiringan (SII) dan indeks konsentrasi (CIX) memakai semua kelompok. CIX di bawah 0 berarti lebih banyak pada yang miskin.',
    source: 'WHO HEAT: Schlotheuber & Hosseinpoor 2022; Wagstaff, Paci & van Doorslaer 1991',
  },
  entry: {
    term: 'Data masuk, potret, tahap entri',
    means:
      'Bagian balita sasaran yang datanya sudah diukur, ber-NIK, ber-nomor KK, atau tertaut data kemiskinan pada hari suatu ekspor (potret). Ukuran kemajuan pekerjaan, bukan keadaan gizi: 30,81 % berarti 30,81 % sasaran sudah dientri. Pos yang belum melapor tidak dihitung nol.',
    source:
      'Pemantauan entri bertahap di kota dan kabupaten, 2025–2026; batas kelas 50, 75 dan 90 % kesepakatan program ini',
  },
  target: {
    term: 'Target: laju yang diperlukan, perkiraan',
    means:
      'Laju yang diperlukan: perubahan per bulan dari angka terakhir supaya target tercapai pada tenggatnya. Perkiraan: garis lurus lewat angka sejauh ini dengan selang 95 %, bila semua berjalan seperti sejauh ini. Menuju target bila perkiraannya terbukti mencapainya (FDR 5 %).',
    source: 'Kebiasaan program ini; selang perkiraan menurut regresi linear',
  },
  threshold: {
    term: 'Ambang',
    means: 'Batas yang membagi tinggi dan tidak tinggi. Sumbernya selalu disebut, dan dapat digeser.',
    source: 'de Onis dkk. 2019, nilai kota, atau pilihan pemakai',
  },
  cluster: {
    term: 'Kantong (hotspot), local Moran',
    means:
      'Wilayah yang nilainya dan nilai tetangganya sama-sama tinggi, atau sama-sama rendah, lebih dari yang biasa terjadi secara acak. Moran’s I mengukurnya untuk seluruh peta.',
    source: 'Anselin 1995; Moran 1950',
  },
  'hot-cold': {
    term: 'Titik panas dan dingin (Gi*)',
    means: 'Wilayah yang bersama tetangganya luar biasa tinggi (panas) atau rendah (dingin).',
    source: 'Getis & Ord 1992; Ord & Getis 1995',
  },
  'co-location': {
    term: 'Keduanya tinggi',
    means: 'Wilayah yang dua indikatornya di atas nilai kota, juga di tetangganya.',
    source: 'Anselin & Li 2019',
  },
  neighbor: {
    term: 'Tetangga',
    means:
      'Wilayah yang dianggap berdekatan: berbatasan di sisi atau sudut, sejumlah yang terdekat, atau dalam jarak tertentu. Pulau disambungkan ke batas terdekat.',
    source: 'Pilihan pemakai; aturan awal program ini',
  },
  'empirical-bayes': {
    term: 'Empirical Bayes (angka terbakukan)',
    means: 'Angka yang memperhitungkan bahwa persen dari sedikit anak lebih mudah meloncat.',
    source: 'Assunção & Reis 1999; Marshall 1991',
  },
  permutation: {
    term: 'Permutasi, benih, p',
    means:
      'Letak nilai diacak berkali-kali; p adalah bagian acakan yang setidaknya seluar biasa itu. Benih yang sama memberi hasil yang sama.',
    source: 'Anselin 1995',
  },
  'false-discovery': {
    term: 'FDR 5 % (q)',
    means:
      'Dari semua wilayah yang dinyatakan menonjol, kira-kira paling banyak 5 % menonjol karena kebetulan. p kecil saja tidak cukup bila banyak wilayah diuji.',
    source: 'Benjamini & Hochberg 1995',
  },
  funnel: {
    term: 'Corong',
    means:
      'Gambar persen terhadap N dengan batas 95 % dan 99,8 %: di dalam batas, perbedaan bisa karena kebetulan.',
    source: 'Spiegelhalter 2005',
  },
  index: {
    term: 'Indeks prioritas',
    means:
      'Beberapa indikator, masing-masing pada skala 0–100, digabung dengan bobot. 100 paling mendesak. Usulan, bukan hasil pengukuran.',
    source: 'OECD & JRC 2008',
  },
  weight: {
    term: 'Bobot',
    means:
      'Seberapa besar satu indikator ikut menentukan indeks. Bobot nasional tidak ditemukan; bobot adalah pilihan rapat.',
    source: 'Pilihan pemakai; titik awal bobot sama menurut OECD & JRC 2008',
  },
  goalpost: {
    term: 'Patok, skala z, persentil',
    means:
      'Cara membawa indikator ke skala 0–100: antara dua patok tetap, menurut jarak dari rata-rata (z), atau menurut urutan (persentil).',
    source: 'Patok pilihan program ini; OECD & JRC 2008',
  },
  aggregation: {
    term: 'Aritmetik, geometrik, Mazziotta-Pareto',
    means:
      'Cara menggabung. Aritmetik: yang buruk dapat ditutup yang baik. Dua yang lain lebih memperhatikan yang buruk.',
    source: 'OECD & JRC 2008; Mazziotta & Pareto 2013',
  },
  robust: {
    term: 'Tahan, rapuh, di batas',
    means:
      'Tahan: tempatnya di dalam atau di luar daftar tetap pada sedikitnya 80 % percobaan. Di batas: terlalu dekat 80 % untuk dipastikan. Rapuh: yang lain.',
    source: 'Saisana dkk. 2005; batas 80 % pilihan program ini',
  },
  'rank-interval': {
    term: 'Selang peringkat',
    means: 'Peringkat yang masih mungkin bila bobot, cara, dan angka diacak, atau menurut angkanya saja.',
    source: 'Saisana dkk. 2005; Mogstad dkk. 2024',
  },
  quota: {
    term: 'Kuota per kecamatan',
    means: 'Sedikitnya dan sebanyak-banyaknya wilayah dari satu kecamatan dalam daftar.',
    source: 'Pilihan pemakai',
  },
  proposal: {
    term: 'Usulan',
    means:
      'Wilayah yang diputuskan rapat untuk diusulkan, dengan alasan dan perbedaan pendapat. Bukan penetapan.',
    source: OURS,
  },
  decree: {
    term: 'SK (penetapan lokasi prioritas)',
    means:
      'Lokasi prioritas ditetapkan dengan SK Wali Kota atau Bupati berdasarkan analisis situasi. Rumus nasionalnya tidak ditemukan.',
    source: 'Contoh SK kabupaten; petunjuk DAK: “berdasarkan hasil analisis situasi daerah”',
  },
  tpps: {
    term: 'TPPS, Bappeda',
    means:
      'Tim Percepatan Penurunan Stunting dan badan perencanaan pembangunan daerah: yang membaca, membahas, dan mengusulkan.',
    source: 'Perpres 72/2021',
  },
  musrenbang: {
    term: 'Pra Musrenbang Tematik Stunting',
    means: 'Pembahasan usulan kegiatan stunting tahun depan, bersama Musrenbang kecamatan.',
    source: 'Berita kabupaten/kota 2025–2026; Permendagri 54/2010',
  },
};
