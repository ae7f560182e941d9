import type { BoundaryProblemSentences } from './problem-catalogue.ts';

export const boundaryProblemsId: BoundaryProblemSentences = {
  'file/foreign-map': [
    'Peta ini[ {kind}], jenis yang tidak dibaca aplikasi ini.',
    'Buka di QGIS, klik kanan lapisannya, pilih Ekspor › Simpan Fitur Sebagai, jenis GeoJSON, lalu buka hasilnya.',
  ],
  'file/checksum': [
    'Isi arsip berubah setelah dibuat: jumlah pemeriksa (CRC) tidak cocok[ pada {part}].',
    'Unduh atau salin ulang berkas ini dari sumbernya.',
  ],
  'file/parts-unread': [
    'Berkas ini memuat pula bagian yang tidak dibaca di samping petanya[: {parts}].',
    'Simpan bagian itu sebagai berkas tersendiri, lalu buka.',
  ],
  'shapefile/part-missing': [
    'Shapefile tidak lengkap[: bagian {part} tidak ada].',
    'Pilih .shp, .dbf, .prj, dan .cpg sekaligus, atau jadikan satu berkas zip.',
  ],
  'shapefile/rows-differ': [
    'Jumlah bentuk ({shapes}) dan baris atribut ({rows}) dalam shapefile berbeda.',
    'Ekspor ulang shapefile dari aplikasi pemetaan.',
  ],
  'shapefile/no-projection': [
    'Shapefile tanpa .prj: sistem koordinatnya tidak disebutkan.',
    'Periksa letaknya di peta, atau sertakan berkas .prj.',
  ],
  'shapefile/rows-deleted': [
    '{count} baris bertanda dihapus dalam .dbf tidak dipakai.',
    'Tidak perlu tindakan jika memang dihapus; jika tidak, kemas ulang (pack) tabelnya di QGIS.',
  ],
  'shapefile/box-differs': [
    'Koordinat pada {count} bentuk tidak sesuai dengan kotak batas yang tertulis di sampingnya[ (bentuk {rows})]: berkas mungkin rusak.',
    'Periksa bentuknya di peta; jika keliru, salin atau ekspor ulang shapefile dari sumbernya.',
  ],
  'geopackage/damaged': [
    'GeoPackage ini rusak atau terkunci sandi: isinya tidak dapat dibaca[ (lapisan {table}, baris ke-{row})].',
    'Salin ulang dari sumbernya, atau ekspor ulang dari QGIS tanpa sandi.',
  ],
  'geopackage/open-elsewhere': [
    'GeoPackage ini disalin ketika masih dibuka aplikasi lain: perubahan terakhirnya mungkin belum ada di dalamnya.',
    'Tutup lapisannya di QGIS, lalu salin dan buka ulang berkas ini.',
  ],
  'geojson/box-differs': [
    'Koordinat tidak sesuai dengan kotak batas (bbox) yang tertulis dalam berkas: berkas mungkin rusak atau sudah diubah.',
    'Periksa bentuknya di peta; jika keliru, unduh atau ekspor ulang dari sumbernya.',
  ],
  'geojson/reprojected': [
    'Koordinat dialihkan dari {from} ke derajat (WGS 84).',
    'Tidak perlu tindakan; periksa letaknya di peta.',
  ],
  'geojson/system-contradicts': [
    'Berkas menyebut sistem koordinat {stated}, tetapi koordinatnya derajat; dibaca sebagai derajat.',
    'Periksa letaknya di peta, atau ekspor ulang dengan WGS 84 (EPSG:4326).',
  ],
  'geojson/system-unknown': [
    'Sistem koordinat {system} tidak dapat dialihkan ke derajat.',
    'Ekspor ulang dengan sistem koordinat WGS 84 (EPSG:4326).',
  ],
  'geojson/other-datum': [
    'Datum {datum} berbeda dari WGS 84: letak dapat bergeser puluhan sampai ratusan meter.',
    'Ekspor ulang dengan sistem koordinat WGS 84 (EPSG:4326).',
  ],
  'geojson/layers': [
    'Berkas berisi beberapa lapisan: {layers}.',
    'Pilih lapisan kelurahan atau desa, atau simpan lapisan itu sebagai berkas tersendiri.',
  ],
  'geojson/level-district': [
    'Ini batas kecamatan, bukan kelurahan atau desa[; {count} wilayah].',
    'Buka batas kelurahan atau desa; batas kecamatan disusun sendiri dari batas itu.',
  ],
  'geojson/level-regency': [
    'Ini batas kabupaten atau kota, bukan kelurahan atau desa[; {count} wilayah].',
    'Buka batas kelurahan atau desa dari kabupaten atau kota yang dimaksud.',
  ],
  'geojson/level-province': [
    'Ini batas provinsi, bukan kelurahan atau desa[; {count} wilayah].',
    'Buka batas kelurahan atau desa dari kabupaten atau kota yang dimaksud.',
  ],
  'geojson/level-open': [
    'Semua nama dalam berkas ini adalah nama kecamatan dan juga nama kelurahan atau desa[; {count} wilayah].',
    'Pilih wilayah apa poligonnya; batas kecamatan tidak dapat dipakai sebagai batas kelurahan.',
  ],
  'geojson/codes-taken': [
    'Kode diambil dari atribut {column} sebagai kode {system}[; nama dari {name}].',
    'Jika kodenya dari sistem lain, namai atributnya kode_bps atau kode_kemendagri.',
  ],
  'geojson/codes-from-names': [
    'Kode {count} dari {total} wilayah diambil menurut nama dan kecamatan[ ({regency})] dari daftar kode Kemendagri.',
    'Periksa nama dan kode di peta, atau sertakan kode dalam berkas.',
  ],
  'geojson/elsewhere': [
    'Letak wilayah ini (bujur {x}, lintang {y}) di luar provinsi menurut kodenya.',
    'Periksa sistem koordinat dalam berkas, misalnya zona UTM-nya, lalu ekspor ulang dengan WGS 84 (EPSG:4326).',
  ],
  'geojson/codes-damaged': [
    'Atribut {column} tampak memuat kode, tetapi digitnya hilang (misalnya {example}); kode itu tidak dipakai.',
    'Simpan kode sebagai teks dan ekspor ulang; sementara ini kodenya diambil menurut nama dan kecamatan.',
  ],
  'geojson/codes-repeat': [
    'Kode di atribut {column} sama untuk banyak wilayah yang namanya berbeda: angka terakhirnya mungkin hilang. Kode itu tidak dipakai.',
    'Simpan kode sebagai teks dan ekspor ulang; sementara ini kodenya diambil menurut nama dan kecamatan.',
  ],
  'geojson/codes-unlisted': [
    '{count} dari {total} kode tidak ada dalam daftar kode Kemendagri: {areas}.',
    'Periksa apakah wilayah itu baru atau kodenya lama; batasnya tetap dipakai.',
  ],
  'geojson/code-system-open': [
    'Kode tanpa titik dapat berarti kode Kemendagri atau kode BPS[ (misalnya {example})].',
    'Pilih sistemnya, atau namai atributnya kode_kemendagri atau kode_bps.',
  ],
  'geojson/regency-open': [
    'Berkas ini tanpa kode dan tanpa nama kecamatan; nama wilayahnya dapat berasal dari: {regencies}.',
    'Pilih kabupaten atau kotanya, atau sertakan atribut kecamatan.',
  ],
  'geojson/name-ambiguous': [
    'Nama {area} dimiliki beberapa wilayah[; misalnya {suggestion}]; poligon ini belum dipakai.',
    'Pilih wilayah yang dimaksud, atau sertakan kode atau nama kecamatannya.',
  ],
  'geojson/name-unknown': [
    'Nama {area} tidak ada dalam daftar kode kelurahan dan desa[; mungkin {suggestion}]; poligon ini belum dipakai.',
    'Pilih wilayah yang dimaksud, atau perbaiki nama atau kecamatannya.',
  ],
  'geojson/names-differ': [
    'Nama pada {count} dari {total} wilayah berbeda dari daftar kode Kemendagri: {areas}.',
    'Periksa apakah kodenya benar; nama dalam berkas tetap dipakai.',
  ],
  'geojson/file-joined': [
    'Batas dari berkas ini dipakai bersama batas dari {others}[: {count} wilayah].',
    'Tidak perlu tindakan; keluarkan kartu batas jika hanya satu berkas yang dimaksud.',
  ],
  'geojson/file-replaced': [
    'Batas dari {others} tidak dipakai lagi: berkas ini memuat wilayah yang sama atau sistem kode lain.',
    'Buka hanya satu berkas batas untuk wilayah yang sama.',
  ],
  'geojson/parts-joined': [
    'Poligon dengan kode dan nama yang sama digabungkan: {parts} poligon menjadi {count} wilayah.',
    'Tidak perlu tindakan; periksa bentuknya di peta.',
  ],
  'geojson/ring-crossed': [
    'Garis batas memotong dirinya sendiri pada {count} poligon[ (poligon {rows})].',
    'Perbaiki di QGIS dengan alat Perbaiki Geometri; luas dan tetangganya dapat keliru.',
  ],
  'geojson/collection-parts': [
    'Garis atau titik di samping poligon tidak dipakai pada {count} wilayah[ (poligon {rows})].',
    'Tidak perlu tindakan jika hanya poligonnya yang menjadi batas.',
  ],
  'geojson/figures': [
    'Atribut berisi angka: {columns}. Angka itu bukan bagian batas wilayah.',
    'Periksa apakah angkanya terbaca sebagai tabel; jika tidak, buka sebagai CSV atau Excel.',
  ],
  'geojson/points-as-table': [
    'Berkas berisi titik kelurahan atau desa dengan angka: dibaca sebagai tabel, letak titiknya tidak dipakai.',
    'Buka pula batas wilayahnya jika ingin memakai batas lain.',
  ],
};
