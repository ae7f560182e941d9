import { boundaryProblemsId } from './boundary-problems-id.ts';
import type { ProblemCatalogue } from './problem-catalogue.ts';

/** The room for what the door refuses. */
const COUNTED_THERE =
  'atau hitung di Data → Siapkan dari data anak: berkas dibaca di komputer ini, tidak dikirim dan tidak disimpan.';

/** Placeholders: {name}. A part in [brackets] is left out where one of its placeholders is not known. */
export const problemsId: ProblemCatalogue = {
  severity: { error: 'Berkas ditolak', row: 'Baris disisihkan', warning: 'Peringatan', note: 'Catatan' },
  where: {
    file: 'berkas {file}',
    sheet: 'lembar {sheet}',
    row: 'baris {row}',
    feature: 'poligon ke-{row}',
    column: 'kolom “{column}”',
  },
  terms: {
    name: 'nama atau kode kelurahan',
    measured: 'jumlah balita diukur (D)',
    target: 'sasaran (S)',
    stunting: 'stunting',
    wasting: 'wasting',
    underweight: 'berat badan kurang',
    poverty: 'desil kesejahteraan',
    'stunting.total': 'stunting, atau sangat pendek dan pendek',
    'wasting.total': 'wasting, atau gizi buruk dan gizi kurang',
    'underweight.total': 'berat badan kurang, atau sangat kurang dan kurang',
    'poverty.total': 'desil 1',
    district: 'kecamatan',
    regency: 'kabupaten atau kota',
    puskesmas: 'puskesmas',
    posyandu: 'posyandu',
    family: 'keluarga',
    person: 'orang',
    'extreme-poverty': 'miskin ekstrem',
    'stunting-risk': 'berisiko stunting',
    families: 'jumlah seluruh keluarga',
    persons: 'jumlah seluruh penduduk',
    'families.poor': 'jumlah keluarga miskin ekstrem',
    'families.risk': 'jumlah keluarga berisiko stunting',
    'persons.poor': 'jumlah orang miskin ekstrem',
    kemendagri: 'Kemendagri',
    bps: 'BPS',
    thousands: 'pemisah ribuan',
    decimal: 'koma desimal',
    purpose: 'karena kolom ini berisi jumlah anak',
    'purpose.family': 'karena kolom ini berisi jumlah keluarga',
    'purpose.person': 'karena kolom ini berisi jumlah orang',
    'whom.child': 'anak',
    'whom.family': 'keluarga',
    'whom.person': 'orang',
    'all.child': 'balita diukur',
    'all.family': 'jumlah seluruh keluarga',
    'all.person': 'jumlah seluruh penduduk',
    left: 'Angka itu tidak dimuat; angka lain di baris ini dipakai.',
    'no-row': 'tidak ada barisnya',
    'set-aside': 'barisnya disisihkan',
    'without-numbers': 'barisnya tanpa angka',
    'shown.not-reported': 'tidak melapor',
    'shown.set-aside': 'ada barisnya, disisihkan',
    affected: 'jumlah yang tertulis',
    'code-header': 'menurut judul kolomnya',
    'code-cells': 'menurut isi kolom dan batas wilayah',
    'kind.shapefile': 'shapefile',
    'kind.sqlite': 'pangkalan data SQLite, bukan GeoPackage',
    'kind.filegdb': 'berjenis File Geodatabase',
    'kind.mapinfo': 'berjenis MapInfo',
    'kind.dxf': 'berjenis gambar AutoCAD (DXF atau DWG)',
    'kind.pdf': 'berkas PDF',
    'kind.png': 'gambar PNG',
    'kind.jpeg': 'gambar JPEG',
    'kind.gzip': 'arsip GZIP',
    'kind.rar': 'arsip RAR',
    'kind.7z': 'arsip 7z',
    'kind.zip': 'arsip ZIP tanpa tabel atau peta di dalamnya',
    'kind.docx': 'dokumen Word',
    'kind.pptx': 'presentasi PowerPoint',
    'kind.xlsb': 'buku kerja Excel biner (.xlsb)',
    'kind.ods': 'lembar kerja OpenDocument (.ods)',
    'kind.html': 'halaman HTML tanpa tabel',
    'link.indicator': 'indikator',
    'link.measure': 'ukuran',
    'link.level': 'wilayah',
    'link.period': 'periode',
    'link.classes': 'kelas',
    'link.filters': 'saringan',
    'link.districts': 'saringan kecamatan',
    'link.selection': 'pilihan wilayah',
    'link.lock': 'kunci kelas',
    'link.small': 'warna untuk N kecil',
    'link.overlay': 'indikator tumpangan',
    'link.change': 'periode pembanding',
    'link.agreement': 'sumber kedua',
    'link.hotspots': 'kantong (hotspot)',
    'link.priority': 'indeks prioritas',
    'link.regions': 'tiga masalah sekaligus',
    'link.exceedance': 'peluang di atas ambang',
    'link.trend': 'tren',
    'link.gap': 'kesenjangan',
    'link.target': 'target',
    'link.emerging': 'kantong dari waktu ke waktu',
    'link.service': 'cakupan layanan',
    'link.entry': 'data masuk',
    'link.budget': 'anggaran',
    'link.room': 'ruang',
    'link.method': 'versi cara hitung',
    'link.unknown': 'bagian yang tidak dikenal',
  },
  sentences: {
    ...boundaryProblemsId,
    'file/empty': [
      'Tidak ada data yang dapat dimuat.',
      'Pastikan berkas berisi judul kolom dan sedikitnya satu baris data yang sah.',
    ],
    'file/other-areas': [
      'Tidak satu pun wilayah berkas ini ada di peta.',
      'Sumber kedua harus memuat wilayah yang sama. Periksa kode dan nama wilayahnya.',
    ],
    'file/unrecognized': [
      'Jenis berkas tidak dikenali.',
      'Gunakan CSV, Excel (.xlsx), GeoJSON, TopoJSON, KML, GeoPackage, shapefile (zip), atau paket data.',
    ],
    'file/too-large': [
      'Berkas terlalu besar[ ({rows} baris, paling banyak {most})][ ({columns} kolom, paling banyak {most})][ (batas {limit})].',
      'Bagi berkas menjadi beberapa bagian atau hapus yang tidak diperlukan.',
    ],
    'file/truncated': [
      'Berkas terpotong: akhirnya hilang.',
      'Unduh atau salin ulang berkas ini dari sumbernya.',
    ],
    'file/wrong-type': [
      'Isi berkas tidak sesuai dengan jenisnya[: berkas ini {kind}].',
      'Simpan ulang dengan jenis yang benar, lalu buka lagi.',
    ],
    'file/encrypted-or-old': [
      'Berkas terkunci sandi atau berformat Excel lama (.xls).',
      'Simpan sebagai .xlsx tanpa sandi.',
    ],
    'file/encoding-guessed': [
      'Berkas bukan UTF-8; dibaca sebagai[ {encoding}].',
      'Periksa nama wilayah, atau simpan sebagai “CSV UTF-8”.',
    ],
    'file/zip-bomb': [
      'Isi berkas mengembang terlalu besar ketika dibuka; ditolak.',
      'Simpan ulang dari Excel, lalu buka lagi.',
    ],
    'file/unsafe-xml': [
      'Berkas memuat bagian XML yang tidak diizinkan (DTD atau entitas).',
      'Simpan ulang dari Excel, lalu buka lagi.',
    ],
    'file/unsafe-path': [
      'Berkas memuat nama berkas yang tidak aman.',
      'Buat ulang paketnya dari sumber yang dipercaya.',
    ],
    'file/timeout': [
      'Berkas terlalu lama dibaca; pembacaan dihentikan.',
      'Perkecil berkas, atau simpan ulang dari Excel.',
    ],
    'file/unreadable': ['Berkas tidak dapat dibaca.', 'Simpan ulang, atau minta salinan baru.'],
    'file/reading-ended': [
      'Pembacaan berkas terhenti, biasanya karena memori komputer habis.',
      'Tutup program lain, lalu pilih berkas ini lagi.',
    ],
    'file/part-missing': [
      'Berkas belum dibaca: bagian program yang membacanya tidak dapat diambil.',
      'Pastikan program ini masih dapat dibuka, lalu pilih berkas ini lagi.',
    ],
    'json/invalid': ['Isi bukan JSON yang sah.', 'Ekspor ulang dari aplikasi pemetaan.'],
    'json/too-deep': ['JSON bersarang terlalu dalam.', 'Ekspor ulang sebagai GeoJSON biasa.'],
    'geojson/not-a-collection': [
      'Berkas bukan FeatureCollection GeoJSON.',
      'Ekspor seluruh lapisan sebagai GeoJSON.',
    ],
    'geojson/projected': [
      'Koordinat tampak dalam meter, bukan derajat[ (UTM zona {zone})].',
      'Sebutkan sistemnya bila ditanyakan, sertakan .prj, atau ekspor ulang dengan WGS 84 (EPSG:4326).',
    ],
    'geojson/swapped-axes': ['Lintang dan bujur tertukar.', 'Tukar urutannya menjadi bujur, lintang.'],
    'geojson/outside-indonesia': [
      'Koordinat berada di luar Indonesia.',
      'Periksa tanda minus pada lintang dan sistem koordinatnya.',
    ],
    'geojson/not-finite': [
      'Ada koordinat yang bukan angka[ ({count} poligon)].',
      'Perbaiki atau hapus poligon tersebut, lalu ekspor ulang.',
    ],
    'geojson/not-a-polygon': [
      'Bukan poligon[ ({found})][; seluruhnya {count}].',
      'Batas wilayah harus berupa Polygon atau MultiPolygon.',
    ],
    'geojson/ring-unclosed': [
      'Ada garis batas yang tidak tertutup[ ({count} poligon)]; telah ditutup.',
      'Tidak perlu tindakan; periksa bentuknya di peta.',
    ],
    'geojson/simplified': [
      'Garis batas disederhanakan dari {vertices} menjadi {drawn} titik agar peta tetap lancar.',
      'Tidak perlu tindakan; batas bersama tetap berimpit.',
    ],
    'geojson/no-code-property': [
      'Tidak ada atribut yang berisi kode kelurahan atau desa.',
      'Sertakan kode Kemendagri atau BPS pada tiap poligon.',
    ],
    'geojson/duplicate-code': [
      'Kode {area} dipakai lebih dari satu poligon.',
      'Gabungkan menjadi satu MultiPolygon, atau betulkan kodenya.',
    ],
    'geojson/no-district': [
      'Nama kecamatan tidak ada[ pada {count} poligon]; dipakai kodenya.',
      'Sertakan nama kecamatan agar nama kelurahan dapat dicocokkan.',
    ],
    'link/unreadable': ['Tautan ini bukan tautan tampilan, atau terpotong.', 'Salin lagi seluruh alamatnya.'],
    'link/other-version': [
      'Tautan ini dibuat oleh versi aplikasi yang lain.',
      'Perbarui aplikasi, atau buat ulang tampilannya.',
    ],
    'link/other-data': ['Tautan ini untuk data lain.', 'Buka dahulu datanya; tampilannya lalu mengikuti.'],
    'link/left-out': [
      'Bagian tautan yang tidak cocok dengan data ini dilewati[: {parts}].',
      'Pilih lagi bagian itu.',
    ],
    'places/household-column': [
      'Menurut judulnya kolom ini milik daftar rumah atau keluarga, bukan layanan[ ({count} sel)]. Berkas tidak dimuat.',
      'Peta hanya menampilkan titik layanan. Hapus kolom ini bila titiknya memang layanan; jangan memuat titik rumah tangga.',
    ],
    'places/address-left-out': [
      'Kolom alamat tidak dibaca: ini daftar layanan, dan letaknya diambil dari koordinat.',
      'Tidak perlu diperbaiki.',
    ],
    'places/no-geography': [
      'Titik atau zona layanan tidak dapat dihitung per wilayah: peta ini skematik, disusun dari nama saja.',
      'Buka batas wilayahnya, atau keluarkan berkas layanan ini.',
    ],
    'places/no-coordinates': [
      'Tanpa koordinat yang terbaca[: {count} baris lagi].',
      'Isi lintang dan bujur dalam derajat, misalnya -10,178 dan 123,607.',
    ],
    'places/outside-indonesia': [
      'Koordinat berada di luar Indonesia[: {count} baris lagi].',
      'Periksa tanda minus pada lintang dan letak koma desimal.',
    ],
    'places/outside-territory': [
      'Terletak di luar semua wilayah pada peta[: {count} titik]; digambar, tetapi tidak dihitung[. Misalnya baris {rows}].',
      'Periksa koordinatnya. Titik di tepi pantai dapat jatuh di luar batas yang disederhanakan.',
    ],
    'places/other-geometry': [
      'Bukan poligon yang dapat digambar[: {count} lagi].',
      'Perbaiki atau hapus, lalu ekspor ulang.',
    ],
    'places/duplicate': [
      'Layanan yang sama di titik yang sama sudah ada[: {count} baris lagi].',
      'Hapus baris gandanya.',
    ],
    'places/swapped': [
      'Lintang dan bujur tertukar pada {count} baris; dibaca setelah ditukar kembali.',
      'Periksa letaknya di peta; tukar isinya di berkas sumber.',
    ],
    'places/without-name': ['Tanpa nama: {count} baris.', 'Isi kolom nama agar layanan dapat dikenali.'],
    'places/sheet-ignored': [
      'Lembar ini tidak berisi koordinat; tidak dibaca.',
      'Simpan lembar ini sebagai berkas sendiri bila diperlukan.',
    ],
    'places/too-many': [
      '{count} titik untuk {areas} wilayah, paling banyak {most} dalam satu wilayah: lebih rapat daripada layanan pada umumnya.',
      'Pastikan ini titik layanan, bukan rumah. Batas kewajaran (rata-rata {perArea} per wilayah, {inOneArea} dalam satu wilayah) adalah patokan program ini.',
    ],
    'parquet/truncated': ['Berkas Parquet terpotong.', 'Salin atau buat ulang berkas ini.'],
    'parquet/compression': [
      'Pemampatan Parquet[ {codec}] tidak didukung.',
      'Simpan ulang dengan pemampatan Snappy, ZSTD, atau GZIP.',
    ],
    'parquet/unreadable': ['Berkas Parquet tidak dapat dibaca.', 'Buat ulang berkas ini.'],
    'personal/birth-date': [
      '[Kolom “{column}”: ]ada tanggal lahir[ ({count} sel)]. Berkas tidak dimuat.',
      'Hapus kolom ini; hanya jumlah per kelurahan yang boleh dimuat.',
    ],
    'personal/contact': [
      '[Kolom “{column}”: ]ada nomor telepon atau surel[ ({count} sel)]. Berkas tidak dimuat.',
      'Hapus kolom ini; hanya jumlah per kelurahan yang boleh dimuat.',
    ],
    'personal/file-name': [
      'Nama berkas memuat nomor identitas (NIK atau nomor KK); nomornya disembunyikan di sini.',
      'Ganti nama berkasnya tanpa nomor itu, lalu buka lagi.',
    ],
    'personal/identifier': [
      '[Kolom “{column}”: ]ada nomor NIK atau KK[ ({count} sel)]. Berkas tidak dimuat.',
      `Hapus kolom ini, jumlahkan dahulu per kelurahan, ${COUNTED_THERE}`,
    ],
    'personal/identifier-damaged': [
      '[Kolom “{column}”: ]ada nomor NIK atau KK yang rusak oleh Excel[ ({count} sel)]. Berkas tidak dimuat.',
      'Hapus kolom ini; untuk pemadanan, minta ekspor ulang dalam format teks.',
    ],
    'personal/identifier-masked': [
      '[Kolom “{column}”: ]ada NIK yang disamarkan[ ({count} sel)]: satu baris untuk satu orang. Berkas tidak dimuat.',
      `Jumlahkan dahulu per kelurahan, ${COUNTED_THERE}`,
    ],
    'personal/named-column': [
      'Kolom[ “{column}”] menurut judulnya berisi data pribadi[ ({count} sel)]. Berkas tidak dimuat.',
      'Hapus kolom ini, lalu buka lagi.',
    ],
    'personal/one-row-per-household': [
      'Setiap baris tampak mewakili satu keluarga atau rumah tangga[ (kolom “{column}”)][, {count} baris].',
      `Pintu ini hanya menerima jumlah per kelurahan: jumlahkan dahulu, lalu buka hasilnya, ${COUNTED_THERE}`,
    ],
    'personal/one-row-per-person': [
      'Tabel ini berisi satu baris untuk satu orang[ (kolom “{column}”)][, {count} baris]. Berkas tidak dimuat.',
      `Jumlahkan dahulu per kelurahan dan periode, ${COUNTED_THERE}`,
    ],
    'header/not-first-row': [
      'Judul kolom ditemukan di baris {row}.',
      'Tidak perlu tindakan; baris di atasnya dilewati.',
    ],
    'header/missing': [
      'Judul kolom tidak ditemukan[ dalam {rows} baris pertama].',
      'Beri judul kolom, misalnya kode, kelurahan, tahun, diukur, stunting.',
    ],
    'column/taken': ['Kolom ini dibaca sebagai {what}.', 'Tentukan sendiri artinya bila bukan itu.'],
    'column/qualified': [
      'Kolom ini tidak dipakai: kata “{words}” membedakannya dari {what}.',
      'Tentukan artinya bila kolom ini diperlukan.',
    ],
    'column/other-unit': [
      'Kolom desil ini tidak menghitung balita: jumlahnya melebihi balita diukur, jadi kiranya keluarga atau orang. Tidak dicampur dengan balita.',
      'Bila yang dihitung memang balita, periksa angkanya atau tulis “balita” di judul kolom.',
    ],
    'column/asked': ['Arti kolom ini belum pasti dan ditanyakan.', 'Jawab pertanyaannya sebelum memuat.'],
    'area/other-level': [
      'Tabel ini memuat {level}, bukan kelurahan atau desa.',
      'Buka tabel yang barisnya kelurahan atau desa; nama yang sama tidak pernah dipindahkan ke kelurahan.',
    ],
    'row/total-differs': [
      'Jumlah yang tertulis ({total}) berbeda dari jumlah barisnya ({sum}).',
      'Periksa apakah ada baris yang hilang atau berubah; yang dimuat adalah barisnya.',
    ],
    'row/part-missing': [
      '[{area}: ]bagiannya tidak lengkap[ (kolom “{column}”)][, baris {rows}].',
      'Lengkapi semua bagian (laki-laki dan perempuan, semua posyandu); sebagian tidak pernah dianggap seluruhnya.',
    ],
    'row/summed': [
      '{count} baris yang dibedakan kolom “{column}” dijumlahkan menjadi {areas} baris wilayah.',
      'Tidak perlu diperbaiki bila setiap baris memang bagian dari wilayahnya.',
    ],
    'row/width': [
      'Baris ini berisi {cells} sel, sedangkan judul {expected}: angkanya mungkin bergeser.',
      'Periksa tanda koma di dalam angka atau sel yang hilang, lalu simpan ulang.',
    ],
    'row/whole-preferred': [
      '{area}: jumlah bagiannya ({sum}) berbeda dari baris keseluruhan ({total}); baris keseluruhan yang dipakai.',
      'Periksa baris bagian dan baris keseluruhan.',
    ],
    'memory/recalled': [
      'Padanan {from} menjawab {count} hal tentang lembar ini[: {what}].',
      'Periksa kolom dan jawabannya; semuanya dapat diubah di sini.',
    ],
    'memory/names': [
      'Padanan ini mencocokkan {count} nama wilayah[; {unknown} kodenya tidak ada di wilayah ini dan tidak dipakai].',
      'Periksa daftar nama yang sudah dicocokkan; semuanya dapat diubah di sini.',
    ],
    'memory/unused': [
      'Padanan ini tidak cocok dengan tabel mana pun yang terbuka: judul kolomnya lain.',
      'Buka bersama tabel yang bentuknya sama, atau jawab sendiri lalu simpan padanan baru.',
    ],
    'linkage/matches': [
      'Berkas padanan nama wilayah ini tidak dapat dipakai[: kode pada baris {rows} bukan kode wilayah yang terbuka].',
      'Perbaiki kolom “tertulis” dan “kode” (kode kelurahan, atau luar), lalu pilih lagi.',
    ],
    'linkage/verdicts': [
      'Berkas putusan tautan ini tidak dapat dipakai[: putusan pada baris {rows} bukan sama, beda atau ragu].',
      'Pakai berkas yang disimpan program ini; jangan menyunting kolom tempatnya.',
    ],
    'memory/invalid': [
      'Berkas padanan ini rusak atau dari versi lain[ ({path})].',
      'Jawab sendiri pertanyaannya, lalu simpan padanan baru.',
    ],
    'unit/apart': [
      'Angka {unit} ({of}) dari {count} baris menjadi indikator tersendiri dengan penyebutnya sendiri, tidak dicampur dengan balita.',
      'Tidak perlu diperbaiki. Di peta keduanya dapat ditumpangkan per wilayah.',
    ],
    'sheet/not-a-table': [
      'Lembar ini tidak memuat tabel per kelurahan dan tidak dibaca.',
      'Tidak perlu diperbaiki bila isinya petunjuk atau catatan.',
    ],
    'period/out-of-range': ['Periode ini di luar rentang yang mungkin.', 'Periksa tahunnya.'],
    'period/month-first': [
      'Tanggal di kolom ini ditulis bulan dahulu, lalu hari; dibaca demikian.',
      'Periksa; sebaiknya tulis tahun-bulan-hari.',
    ],
    'period/day-first': [
      'Tanggal di kolom ini dapat berarti hari atau bulan dahulu; dibaca hari dahulu.',
      'Periksa bulannya; sebaiknya tulis tahun-bulan-hari.',
    ],
    'period/by-cells': [
      'Kolom ini dibaca sebagai periode karena isinya.',
      'Tentukan sendiri artinya bila bukan periode.',
    ],
    'number/footnote': [
      '[{area}: ]tanda catatan kaki di belakang angka tidak dibaca sebagai angka.',
      'Hapus tandanya bila perlu.',
    ],
    'count/from-complement': [
      'Jumlah {dimension} dihitung dari balita diukur dikurangi yang tidak {dimension}.',
      'Periksa hasilnya, atau tambahkan kolom jumlahnya.',
    ],
    'sheet/hidden': [
      '{count} lembar tersembunyi tidak dibaca[: {sheets}].',
      'Tampilkan lembarnya di Excel bila harus ikut dimuat.',
    ],
    'count/all-from-deciles': [
      'Kolom {role} tidak ada; dipakai penjumlahan semua desil[: {parts}].',
      'Yang belum ada desilnya tidak ikut dijumlahkan. Sertakan kolom jumlah seluruhnya bila ada.',
    ],
    'count/denominator-lent': [
      '{all} diambil dari {from}.',
      'Periksa bahwa keduanya dari pengukuran yang sama.',
    ],
    'column/parts-differ': [
      'Jumlah bagiannya[ ({parts})] tidak sama dengan kolom ini[ pada {count} baris]; yang dipakai kolom ini.',
      'Periksa kolom bagian dan kolom jumlahnya.',
    ],
    'header/duplicate': [
      'Kolom ini bermakna sama dengan kolom[ “{kept}”] lain dan diabaikan.',
      'Pilih sendiri kolom yang benar bila pilihan ini keliru.',
    ],
    'column/missing': [
      'Kolom[ {role}] tidak ada.',
      'Tambahkan kolom itu, atau tentukan kolom yang memuatnya.',
    ],
    'column/ignored': ['Kolom ini diabaikan.', 'Tentukan artinya bila kolom ini diperlukan.'],
    'column/number-format-guessed': [
      'Cara penulisan angka pada kolom ini diperkirakan.',
      'Periksa angkanya, atau hapus pemisah ribuan.',
    ],
    'column/undivided': [
      'Tabel hanya memuat jumlah {dimension} keseluruhan, tanpa rincian kelasnya; rincian tidak ditampilkan.',
      'Untuk rincian, sertakan kolom tiap kelas.',
    ],
    'column/unknown': [
      'Kolom ini tidak dikenal.',
      'Hapus kolom ini atau sesuaikan namanya dengan skema paket.',
    ],
    'area/unknown-code': [
      'Kode {area} tidak ada dalam batas wilayah ini.[ Mungkin {suggestion}.]',
      'Betulkan kodenya, atau pastikan batas dan tabel dari tahun yang sama.',
    ],
    'area/unknown-name': [
      'Nama “{area}” tidak dikenal.[ Mungkin {suggestion}.]',
      'Betulkan namanya, atau pastikan kelurahan yang dimaksud.',
    ],
    'area/ambiguous-name': [
      'Nama “{area}” ada di lebih dari satu kecamatan[: {suggestion}; {others}].',
      'Isi kecamatan atau kodenya.',
    ],
    'area/code-damaged': [
      'Kode wilayah[ “{area}”] rusak atau tidak lengkap.',
      'Tulis kode sebagai teks: 10 angka, atau bertitik seperti 53.71.01.1001.',
    ],
    'area/code-system': [
      'Kode pada kolom ini dibaca sebagai kode {system}[, {as}].',
      'Jika kodenya dari sistem lain, namai kolomnya kode_bps atau kode_kemendagri.',
    ],
    'area/code-system-absent': [
      'Kolom ini memuat kode {system}, sedangkan batas wilayah hanya memuat kode {other}.',
      'Bila tabel memuat nama dan kecamatan, baris dicocokkan menurut itu. Bila tidak, buka bersamanya batas wilayah berkode {system}, atau tabel padanan yang memuat kode Kemendagri dan kode BPS.',
    ],
    'area/code-pairs': [
      'Tabel padanan: {count} pasang kode Kemendagri dan BPS dipakai untuk tabel lain.',
      'Tidak perlu tindakan.',
    ],
    'area/code-system-undecided': [
      'Kode pada kolom ini dapat berarti kode Kemendagri maupun BPS[; dibaca sebagai {taken}].',
      'Pilih sistem kodenya, atau sertakan nama kelurahan dan kecamatan.',
    ],
    'area/district-contradicts-code': [
      '{area}: kodenya milik {official}[ di kecamatan {own}], sedangkan kecamatan yang tertulis {district}.',
      'Periksa kode dan kecamatannya; mungkin kodenya dari sistem lain (BPS atau Kemendagri).',
    ],
    'area/name-contradicts-code': [
      'Nama “{area}” tidak cocok dengan kodenya[ ({code}: {official})].',
      'Betulkan nama atau kodenya.',
    ],
    'area/name-variant': ['Ditulis “{area}”, dibaca sebagai {official}.', 'Tidak perlu tindakan bila benar.'],
    'area/missing': [
      '{area}: tidak ada data untuk {period}[ ({why})][; ditampilkan sebagai {shown}].',
      'Bila barisnya disisihkan, perbaiki menurut daftar ini; bila tidak ada, minta datanya kepada petugas wilayah.',
    ],
    'row/duplicate': [
      'Wilayah dan periode yang sama tertulis lebih dari sekali[: {area}, {period}][ (baris {rows})].',
      'Sisakan satu baris yang benar.',
    ],
    'row/empty': [
      '{area}: baris ini tidak memuat angka[ untuk {period}].',
      'Isi angkanya; sel kosong tidak pernah dihitung sebagai 0.',
    ],
    'row/none': [
      'Tidak ada baris data[ di {file}][, lembar {sheet}]: hanya judul kolom.',
      'Isi sedikitnya satu baris di bawah judul kolom, lalu buka lagi.',
    ],
    'row/ragged': [
      'Ada baris dengan sel berlebih[ ({cells} sel, seharusnya {expected}; {count} baris)].',
      'Periksa pemisah kolom dan koma desimal pada baris itu.',
    ],
    'row/sheets-differ': [
      '{area}, {period}: {what} {figure} di {file}[, lembar {sheet}], baris {row}, tetapi {otherFigure} di {otherFile}[, lembar {otherSheet}], baris {otherRow}; keduanya tidak dimuat.',
      'Samakan angkanya, atau buka hanya salah satu.',
    ],
    'row/total': ['“{area}” adalah baris jumlah, bukan kelurahan; tidak dihitung.', 'Tidak perlu tindakan.'],
    'period/unreadable': [
      'Periode tidak terbaca[ untuk {area}].',
      'Tulis seperti 2026-01, Januari 2026, Triwulan I 2026, atau 2026.',
    ],
    'period/missing': ['Tabel tidak menyebut periode.', 'Tambahkan kolom periode, atau tentukan periodenya.'],
    'period/assumed': [
      'Tabel tidak memuat kolom periode; dipakai {assumed}.',
      'Ubah periodenya bila keliru.',
    ],
    'period/year-assumed': [
      'Judul kolom menyebut bulan tanpa tahun; dipakai tahun {assumed}.',
      'Ubah tahunnya bila keliru.',
    ],
    'number/unreadable': ['Isi sel bukan angka yang dapat dibaca.', 'Tulis angka saja, tanpa satuan.'],
    'number/negative': ['Angka negatif[: {value}].', 'Jumlah {whom} tidak mungkin negatif; betulkan.'],
    'number/fraction': [
      'Angka pecahan[: {value}]; jumlah {whom} harus bulat.',
      'Betulkan angkanya atau pemisah ribuannya.',
    ],
    'number/ambiguous': [
      'Angka seperti 1.250 dapat berarti 1250 atau 1,25[ ({count} sel)]; titik atau koma dibaca sebagai {as}[ {because}].',
      'Hapus pemisah ribuan agar pasti.',
    ],
    'number/formula': [
      'Sel berisi rumus[ ({count} sel)]; tidak dihitung.',
      'Tempelkan sebagai nilai, lalu simpan ulang.',
    ],
    'number/missing': [
      '[{area}: ]tidak ada angka untuk {role}.',
      'Isi angkanya; sel kosong tidak pernah dihitung sebagai 0.',
    ],
    'count/parts-differ-from-total': [
      '[{area}, {period}: ]jumlah kelas {dimension} {sum}, sedangkan jumlah yang tertulis {total}.',
      'Periksa angkanya. Kekurangan terhadap {all} dicatat sebagai kelas tidak diketahui; kelebihan menyisihkan baris.',
    ],
    'count/affected-exceeds-measured': [
      '[{area}, {period}: ]{dimension} {affected} melebihi {all} {measured}.',
      'Periksa kedua angkanya.',
    ],
    'count/measured-exceeds-target': [
      '[{area}, {period}: ]balita diukur[ {measured}] melebihi sasaran[ {target}][ ({count} baris)].',
      'Periksa sasaran; baris tetap dimuat.',
    ],
    'count/stated-percent-differs': [
      '[{area}, {period}: ]tertulis {stated} %, sedangkan {numerator} dari {denominator} adalah {computed} %.',
      'Yang dipakai adalah jumlah anak; periksa angkanya.',
    ],
    'count/zero-over-zero': [
      '[{area}, {period}: ]{all}: 0[ dari sasaran {target}].',
      'Bila berarti belum ada data, kosongkan selnya.',
    ],
    'count/from-percent': [
      'Jumlah {dimension} tidak ada; dihitung kembali dari persen dan balita diukur.',
      'Sertakan jumlahnya; hasil dari persen dapat meleset satu atau dua anak.',
    ],
    'count/measured-from-parts': [
      'Balita diukur tidak ada; dipakai jumlah kelas {dimension}.',
      'Sertakan kolom balita diukur (D).',
    ],
    'package/manifest-missing': [
      'manifest.json tidak ada dalam paket.',
      'Buka seluruh folder atau ZIP paketnya.',
    ],
    'package/manifest-invalid': [
      'manifest.json tidak sah[ pada {path}: seharusnya {expected}].',
      'Betulkan menurut docs/dataset.md.',
    ],
    'package/schema-unknown': [
      'Versi skema paket tidak dikenal[; yang dikenal {known}].',
      'Perbarui aplikasi, atau buat ulang paketnya.',
    ],
    'package/digest-differs': [
      'Berkas dalam paket berubah setelah paket dibuat: sidik (SHA-256) tidak cocok dengan manifest.json.',
      'Salin ulang seluruh paket dari sumbernya, atau minta paket baru dari pembuatnya.',
    ],
    'package/file-missing': [
      'Berkas[ {file}] tidak ada dalam paket.',
      'Buka seluruh folder atau ZIP paketnya.',
    ],
    'package/file-ignored': ['Berkas[ {file}] dalam paket diabaikan.', 'Hapus bila tidak diperlukan.'],
    'package/extra-unknown': [
      'Paket ini memuat bagian[ “{id}”][ (berkas {name}, versi {version})] yang tidak dikenal program ini dan tidak dibaca.',
      'Buka dengan program yang lebih baru bila bagian itu diperlukan; angka lain tetap dimuat.',
    ],
    'unproven/entry-counts': [
      'Paket ini menyebut dirinya rilis, tetapi memuat hitungan per posyandu yang tidak disamarkan.',
      'Dibuka sebagai data internal. Minta rilis tanpa bagian itu.',
    ],
    'day/unreadable': [
      'Isi sel bukan tanggal yang dapat dibaca.',
      'Tulis tanggalnya, misalnya 2026-10-31 atau 31 Oktober 2026.',
    ],
    'monitoring/word-unknown': [
      'Isi sel bukan salah satu kata yang dikenal untuk kolom ini.',
      'Pakai kata dalam templatnya.',
    ],
    'monitoring/value-missing': [
      'Sel yang harus berisi dibiarkan kosong.',
      'Isi selnya, atau hapus barisnya.',
    ],
    'monitoring/share-above-whole': [
      'Bagian lebih besar daripada 100 persen.',
      'Tulis bagian wilayah lama yang berpindah, 0 sampai 100.',
    ],
    'monitoring/sheet-ignored': [
      'Lembar ini bukan tabel pemantauan dan tidak dibaca dari berkas ini.',
      'Simpan sebagai berkas tersendiri bila memuat angka lain.',
    ],
    'monitoring/nothing': [
      'Tidak ada baris yang dapat dipakai.',
      'Betulkan baris yang disebut, atau mulai dari templatnya.',
    ],
    'entry/no-snapshot': [
      'Tabel kemajuan entri ini tidak menyebut tanggal potretnya.',
      'Tambahkan kolom tanggal, atau tulis tanggalnya pada judul atau nama berkas.',
    ],
    'entry/repeated': [
      'Posyandu yang sama muncul lebih dari sekali dalam satu potret dengan angka berbeda.',
      'Sisakan satu baris; semua barisnya disisihkan.',
    ],
    'entry/exceeds-target': [
      'Jumlah ini lebih besar daripada sasarannya.',
      'Periksa sasaran dan jumlahnya; angkanya dimuat seperti tertulis.',
    ],
    'stage/out-of-order': [
      'Tanggal tahap tidak berurutan.',
      'Mulai, target, akhir dan perpanjangan harus berurutan.',
    ],
    'unproven/services': [
      'Paket ini menyebut dirinya rilis, tetapi memuat cakupan layanan yang tidak disamarkan.',
      'Dibuka sebagai data internal. Minta rilis tanpa bagian itu.',
    ],
    'service/indicator-unknown': [
      'Indikator layanan tabel ini tidak dikenal.',
      'Tulis kode (misalnya E17) atau nama lengkap indikatornya pada judul, nama lembar, atau kepala kolom pembilang.',
    ],
    'service/period-unknown': [
      'Semester tabel layanan ini tidak tertulis.',
      'Tulis semester dan tahunnya pada judul, nama lembar, atau nama berkas, misalnya Semester I 2026.',
    ],
    'service/exceeds': [
      'Yang dilayani lebih banyak daripada sasarannya.',
      'Periksa pembilang dan penyebutnya; angkanya dimuat seperti tertulis dan tidak ikut dihitung.',
    ],
    'service/nothing': [
      'Tidak ada baris layanan yang dapat dipakai.',
      'Betulkan baris yang disebut, atau mulai dari templatnya.',
    ],
    'budget/amount-unreadable': [
      'Pagu pada baris ini bukan jumlah rupiah utuh.',
      'Tulis misalnya 500.000.000; sen harus nol. Barisnya disisihkan.',
    ],
    'budget/year-missing': [
      'Tahun anggaran baris ini tidak tertulis.',
      'Isi kolom tahun, atau tulis tahunnya pada judul atau nama berkas.',
    ],
    'budget/kind-unknown': [
      'Jenis intervensi ini tidak dikenal.',
      'Pakai spesifik, sensitif, edukasi, pendampingan, atau kosongkan.',
    ],
    'budget/place-unknown': [
      'Lokasi kegiatan ini bukan wilayah yang dikenal, atau namanya ada di dua kecamatan.',
      'Tulis nama atau kode kelurahan/desa, “Kecamatan …”, atau nama kota/kabupatennya. Pagunya dimuat tanpa lokasi.',
    ],
    'budget/nothing': [
      'Tidak ada baris kegiatan yang dapat dipakai.',
      'Betulkan baris yang disebut, atau mulai dari templatnya.',
    ],
    'package/audit-unsafe': [
      'Rilis ini menurut auditnya sendiri masih dapat dibongkar[: {exact} sel tepat dan {unsafe} sel tidak aman].',
      'Jangan dibagikan. Minta rilis yang auditnya bersih.',
    ],
    'package/cell-unknown-area': [
      'Ada sel dengan kode wilayah yang tidak dikenal[ ({count}; baris {rows})].',
      'Samakan kodenya dengan areas.geojson.',
    ],
    'package/cell-unknown-period': [
      'Ada sel dengan periode yang tidak disebut manifest[ ({count}; baris {rows})].',
      'Tambahkan periodenya ke manifest, atau betulkan selnya.',
    ],
    'package/cell-unknown-class': [
      'Ada sel dengan kelas yang tidak dikenal[ ({count}; baris {rows})].',
      'Pakai kelas menurut docs/dataset.md.',
    ],
    'package/cell-unknown-table': [
      'Ada sel dari tabel yang tidak disebut manifest[ ({count}; baris {rows})].',
      'Tambahkan tabelnya ke manifest, atau betulkan selnya.',
    ],
    'package/cell-duplicate': [
      'Ada sel yang tertulis lebih dari sekali[ ({count}; baris {rows})].',
      'Sisakan satu.',
    ],
    'package/cell-hidden': [
      'Ada sel tersembunyi dalam paket yang menyatakan tidak menyembunyikan[ ({count}; baris {rows})].',
      'Isi minimumCell pada manifest, atau isi selnya.',
    ],
    'package/cell-negative': [
      'Ada jumlah negatif atau bukan bilangan bulat[ ({count}; baris {rows})].',
      'Betulkan jumlahnya.',
    ],
    'package/cell-not-rounded': [
      'Ada jumlah yang tidak dibulatkan menurut manifest[ ({count}; baris {rows})].',
      'Buat ulang rilisnya.',
    ],
    'package/cells-differ-from-measured': [
      'Jumlah sel berbeda dari balita diukur[ di {area}, {period}][ ({count} tempat)].',
      'Hitung ulang paketnya.',
    ],
    'package/measured-without-report': [
      'Ada balita diukur pada wilayah yang ditandai tidak melapor[ ({count}; baris {rows})].',
      'Betulkan status atau jumlahnya.',
    ],
    'package/below-minimum-cell': [
      'Ada jumlah di bawah batas rilis yang tidak disembunyikan[ ({count}; baris {rows})].',
      'Jangan sebarkan; buat ulang rilisnya.',
    ],
    'release/k-too-small': [
      'Rilis dengan sel terkecil di bawah 5 ditolak[ (diminta {k})].',
      'Pakai 10, atau 5 sampai 9 dengan alasan tertulis.',
    ],
    'release/reason-missing': [
      'Sel terkecil di bawah 10 memerlukan alasan tertulis[ (diminta {k})].',
      'Tulis alasannya; alasan itu ikut tampil dalam paket.',
    ],
    'release/register-missing': [
      'Register rilis tidak ada, jadi tidak diketahui apa yang sudah pernah dibagikan. Tidak ada yang dirilis.',
      'Sertakan register rilis, atau nyatakan bahwa belum pernah ada rilis dari wilayah ini.',
    ],
    'release/register-other': [
      'Register rilis ini milik wilayah lain[: {territory}].',
      'Pakai register rilis wilayah ini.',
    ],
    'release/register-unreadable': [
      'Register rilis tidak dapat dibaca[ (pada {path})].',
      'Pakai salinan yang utuh; jangan menyuntingnya.',
    ],
    'release/rule-differs': [
      'Periode ini pernah dirilis dengan sel terkecil lain[ (dulu {earlier}, sekarang {k})].',
      'Pakai sel terkecil yang sama.',
    ],
    'release/poverty-threshold': [
      'Tabel rilis hanya mengenal desil 1 dan desil lain[; dataset ini memakai ambang desil {decile}].',
      'Siapkan dataset dengan ambang desil 1 untuk rilis.',
    ],
    'release/names-waiting': [
      'Masih ada nama wilayah yang menunggu jawaban[: {count}], dan angka yang sudah dirilis tidak dapat diganti. Tidak ada yang dirilis.',
      'Jawab dahulu nama itu dengan padanan, lalu hitung lagi.',
    ],
    'release/no-periods': [
      'Tidak ada bulan, dan tidak ada semester yang bulan terakhirnya sudah masuk.',
      'Rilis memuat bulan dan semester yang lengkap.',
    ],
    'release/periods-left': [
      'Periode yang tidak termasuk daftar rilis ditinggalkan[: {periods}].',
      'Rilis memuat bulan dan semester yang bulan terakhirnya sudah masuk.',
    ],
    'release/kept-as-released': [
      'Wilayah dan periode yang sudah pernah dirilis diulang apa adanya[: {count}].',
      'Angka yang sudah keluar tidak diganti, agar selisihnya tidak membuka satu anak pun.',
    ],
    'release/not-safe': [
      'Masih ada yang dapat dibongkar setelah semua sel disembunyikan. Tidak ada yang dirilis.',
      'Periksa angka wilayah itu; rilis tanpa periodenya.',
    ],
    'unproven/no-policy': [
      'Paket ini menyebut diri rilis, tetapi tidak menyebut aturan rilisnya (policy). Dibuka sebagai INTERNAL.',
      'Jangan dibagikan. Minta rilis yang diperiksa, atau buat lagi dengan program ini.',
    ],
    'unproven/small-cell': [
      'Paket ini menyebut diri rilis, tetapi sel terkecilnya di bawah 5, atau di bawah 10 tanpa alasan. Dibuka sebagai INTERNAL.',
      'Jangan dibagikan. Minta rilis yang diperiksa, atau buat lagi dengan program ini.',
    ],
    'unproven/rounding': [
      'Paket ini menyebut diri rilis, tetapi angkanya tidak dibulatkan ke kelipatan 5 atau lebih. Dibuka sebagai INTERNAL.',
      'Jangan dibagikan. Minta rilis yang diperiksa, atau buat lagi dengan program ini.',
    ],
    'unproven/coverage': [
      'Paket ini menyebut diri rilis, tetapi sasaran atau jumlah diukur tidak dibulatkan, atau di bawah sel terkecil. Dibuka sebagai INTERNAL.',
      'Jangan dibagikan. Minta rilis yang diperiksa, atau buat lagi dengan program ini.',
    ],
    'unproven/tables': [
      'Paket ini menyebut diri rilis, tetapi ada tabel di luar daftar tertutup rilis. Dibuka sebagai INTERNAL.',
      'Jangan dibagikan. Minta rilis yang diperiksa, atau buat lagi dengan program ini.',
    ],
    'unproven/no-audit': [
      'Paket ini menyebut diri rilis, tetapi tidak ada hasil uji bocor yang bersih (audit). Dibuka sebagai INTERNAL.',
      'Jangan dibagikan. Minta rilis yang diperiksa, atau buat lagi dengan program ini.',
    ],
    'unproven/open-cells': [
      'Paket ini menyebut diri rilis, tetapi ada sel tersembunyi yang terbuka dari jumlah di sekitarnya. Dibuka sebagai INTERNAL.',
      'Jangan dibagikan. Minta rilis yang diperiksa, atau buat lagi dengan program ini.',
    ],
    'package/example-unproven': [
      'Paket ini menyebut diri contoh, tetapi bukan data contoh program ini. Dibuka sebagai INTERNAL.',
      'Perlakukan angkanya sebagai angka asli.',
    ],
  },
};
