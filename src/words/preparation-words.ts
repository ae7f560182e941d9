import type { Language } from '#core/language.ts';
import type { LinkRule, RowFlag, RowState, SheetForm, UnusableReason } from '#core/preparation-report.ts';

/** What the desk of persons says, apart from the words of every page: fetched when it is first opened. */
export interface PreparationWords {
  readonly heading: string;
  readonly what: string;
  readonly local: string;
  readonly back: string;
  readonly choose: string;
  readonly more: string;
  readonly chosen: (count: string) => string;
  readonly boundaries: (name: string) => string;
  readonly snapshot: string;
  readonly period: string;
  readonly periodHint: string;
  readonly decile: string;
  readonly packageTitle: string;
  readonly remove: (name: string) => string;
  readonly old: string;
  readonly allUnread: string;
  readonly unreadable: string;
  readonly usedBoundaries: (name: string, count: string) => string;
  readonly upTo: (decile: string) => string;
  readonly run: string;
  readonly again: string;
  readonly cancel: string;
  readonly clear: string;
  readonly steps: {
    readonly reading: (file: string, done: string, total: string) => string;
    readonly grouping: string;
    readonly linking: string;
    readonly counting: (period: string) => string;
    readonly writing: string;
  };
  readonly failed: Readonly<Record<'crashed' | 'timeout' | 'part-missing' | 'engine' | 'forgotten', string>>;
  readonly canceled: string;
  readonly recognized: string;
  readonly notRecognized: string;
  readonly forms: Readonly<Record<SheetForm, string>>;
  readonly rows: (count: string) => string;
  readonly identifiers: (whole: string, missing: string, masked: string, damaged: string) => string;
  readonly maskedOnly: string;
  readonly waiting: string;
  readonly waitingNote: (names: string, persons: string) => string;
  readonly persons: (count: string) => string;
  readonly open: string;
  readonly outside: string;
  readonly ledger: string;
  readonly ledgerNote: string;
  readonly file: string;
  readonly read: string;
  readonly states: Readonly<Record<RowState, string>>;
  readonly reasons: Readonly<Record<UnusableReason, string>>;
  readonly rowNumbers: string;
  readonly moreRows: (count: string) => string;
  readonly links: string;
  readonly children: string;
  readonly rules: Readonly<Record<LinkRule, string>>;
  readonly unlinked: string;
  readonly unlinkedNote: string;
  readonly inDoubt: string;
  readonly linked: string;
  readonly expected: (share: string) => string;
  readonly quality: string;
  readonly qualityNote: string;
  readonly flags: Readonly<Record<RowFlag, string>>;
  readonly overTarget: (village: string, month: string, measured: string, listed: string) => string;
  readonly outputs: string;
  readonly internal: string;
  readonly save: string;
  readonly show: string;
  readonly saveMatches: string;
  readonly saveReport: string;
  readonly nothing: string;
  readonly unread: string;
}

const id: PreparationWords = {
  heading: 'Siapkan dari data anak',
  packageTitle: 'Data anak',
  remove: (name) => `Keluarkan ${name}`,
  old: 'Hasil di bawah ini dari pilihan sebelumnya. Tekan "Hitung lagi" untuk memperbaruinya.',
  allUnread: 'Tidak ada berkas yang dapat dipakai, maka tidak ada yang dihitung.',
  unreadable: 'tidak dapat dibaca:',
  usedBoundaries: (name, count) => `${name}: ${count} wilayah, dipakai`,
  what: 'Dari ekspor e-PPGBM dan daftar P3KE, DTSEN, DTKS atau KRS ber-NIK menjadi hitungan per kelurahan. Yang keluar hanya hitungan dan nomor baris.',
  local:
    'Berkas dibaca di komputer ini, di bagian program yang tertutup, dan isinya dilupakan setelah dihitung. Pilihan berkas dan hitungannya tetap ada untuk rilis dan untuk dihitung lagi, sampai ditekan "Lupakan berkas" atau program ditutup. NIK dan KK tidak pernah ditampilkan; nama hanya pada "Periksa tautan", sepasang demi sepasang bila diminta, dari contoh yang tetap dipegang bagian tertutup itu. Tidak ada yang disimpan.',
  back: 'Kembali ke Data',
  choose: 'Pilih berkas',
  more: 'Tambah berkas',
  chosen: (count) => `${count} berkas dipilih`,
  boundaries: (name) =>
    `Tanpa berkas batas, anak ditempatkan pada wilayah yang terbuka: ${name}. Sertakan GeoJSON, KML, GeoPackage, atau shapefile (zip) untuk daerah lain, dan padanan.csv bulan lalu bila ada.`,
  snapshot: 'Tanggal ekspor',
  period: 'Periode daftar kesejahteraan, bila berkas tidak menyebutnya',
  periodHint: '2026, 2026-S1, 2026-03',
  decile: 'Proksi miskin ekstrem',
  upTo: (decile) => `desil ≤ ${decile}`,
  run: 'Hitung',
  again: 'Hitung lagi',
  cancel: 'Batalkan',
  clear: 'Lupakan berkas',
  steps: {
    reading: (file, done, total) => `Membaca ${file} (${done} dari ${total})`,
    grouping: 'Menyatukan baris per anak',
    linking: 'Menautkan anak ke keluarga',
    counting: (period) => `Menghitung ${period}`,
    writing: 'Menyusun paket',
  },
  failed: {
    crashed: 'Pengolahan terhenti. Coba lagi dengan lebih sedikit berkas; tidak ada yang disimpan.',
    timeout: 'Pengolahan melewati 15 menit dan dihentikan. Coba dengan lebih sedikit bulan.',
    'part-missing':
      'Bagian program ini tidak dapat diambil. Pastikan program masih dapat dibuka, lalu coba lagi.',
    forgotten: 'Hasil hitungan sudah dilupakan. Tekan "Hitung lagi".',
    engine: 'Mesin data terhenti, biasanya karena memori habis. Tutup program lain, atau kurangi berkas.',
  },
  canceled: 'Dibatalkan. Tidak ada yang disimpan.',
  recognized: 'Berkas yang dikenali',
  notRecognized:
    'tidak dikenali, tidak dipakai: kolom NIK, nama, tanggal pengukuran atau desil tidak ditemukan',
  forms: {
    'eppgbm-a': 'e-PPGBM varian A',
    'eppgbm-b': 'e-PPGBM varian B',
    'eppgbm-c': 'e-PPGBM varian C (register)',
    'eppgbm-d': 'e-PPGBM varian D (kolom per bulan; kelas tidak diketahui)',
    eppgbm: 'daftar pengukuran',
    'p3ke-member': 'P3KE anggota',
    'p3ke-family': 'P3KE keluarga',
    dtsen: 'DTSEN',
    dtks: 'DTKS (tanpa desil)',
    'local-members': 'daftar setempat dengan desil',
    krs: 'KRS',
    'posyandu-list': 'daftar posyandu',
  },
  rows: (count) => `${count} baris`,
  identifiers: (whole, missing, masked, damaged) =>
    `NIK utuh ${whole}, kosong ${missing}, disamarkan ${masked}, rusak ${damaged}`,
  maskedOnly:
    'NIK pada berkas pengukuran disamarkan dan tidak ada KK: anak tidak dapat ditautkan ke keluarga. Tumpang susun per wilayah tetap dapat dipakai.',
  waiting: 'Wilayah yang belum dikenali',
  waitingNote: (names, persons) =>
    `${names} tulisan, ${persons} orang belum dihitung. Pilih kelurahannya, lalu hitung lagi; simpan padanan untuk bulan depan.`,
  persons: (count) => `${count} orang`,
  open: 'belum dijawab',
  outside: 'di luar wilayah',
  ledger: 'Buku besar baris',
  ledgerNote: 'Dibaca = dipakai + tercantum + ganda + luar wilayah + tidak dapat dipakai + menunggu.',
  file: 'Berkas',
  read: 'dibaca',
  states: {
    used: 'dipakai',
    listed: 'tercantum, tidak diukur',
    duplicate: 'ganda',
    outside: 'luar wilayah',
    unusable: 'tidak dapat dipakai',
    waiting: 'menunggu',
  },
  reasons: {
    'no-identity': 'tanpa NIK dan nama',
    'no-measurement': 'tanpa tanggal atau hasil ukur',
    'date-unreadable': 'tanggal tidak terbaca',
    'date-future': 'tanggal sesudah ekspor',
    'birth-after-measurement': 'lahir sesudah diukur',
    'age-outside': 'umur di luar 0-59 bulan',
  },
  rowNumbers: 'nomor baris',
  moreRows: (count) => `dan ${count} lagi`,
  links: 'Tautan ke keluarga',
  children: 'anak',
  rules: {
    'child-nik': 'NIK anak',
    kk: 'nomor KK',
    'parent-nik': 'NIK orang tua',
    'name-date': 'nama, tanggal lahir dan jenis kelamin',
  },
  unlinked: 'tidak tertaut',
  unlinkedNote: 'Tidak tertaut berarti desil tidak diketahui, bukan "tidak miskin".',
  inDoubt: 'meragukan, dibiarkan tidak tertaut',
  linked: 'tertaut',
  expected: (share) => `rerata peluang menurut model ${share}`,
  quality: 'Mutu data',
  qualityNote:
    'Baris yang perlu diperiksa puskesmas; laporan lengkap per posyandu ada dalam laporan yang disimpan.',
  flags: {
    implausible: 'nilai z tidak masuk akal (WHO)',
    'label-differs': 'label berbeda dari nilai z',
    'label-unknown': 'label tidak dikenal',
    'age-differs': 'umur tertulis berbeda dari tanggal',
    'nik-date-differs': 'NIK berbeda dari tanggal lahir',
    'date-swapped': 'hari dan bulan tertukar',
    'nik-twice': 'NIK dua kali dalam sebulan',
  },
  overTarget: (village, month, measured, listed) =>
    `${village}, ${month}: ${measured} diukur, lebih banyak daripada ${listed} yang tercantum dalam register`,
  outputs: 'Hasil',
  internal: 'Paket INTERNAL: hitungan pasti, untuk kantor ini saja.',
  save: 'Simpan paket internal',
  show: 'Buka di peta',
  saveMatches: 'Simpan padanan',
  saveReport: 'Simpan laporan',
  nothing: 'Belum ada anak yang dapat dihitung. Periksa berkas dan buku besar di atas.',
  unread: 'Berkas batas tidak dapat dibaca.',
};

const en: PreparationWords = {
  heading: 'Prepare from child records',
  packageTitle: 'Child records',
  remove: (name) => `Remove ${name}`,
  old: 'The results below are of the choice before. Press "Count again" to renew them.',
  allUnread: 'None of the files can be used, so nothing was counted.',
  unreadable: 'cannot be read:',
  usedBoundaries: (name, count) => `${name}: ${count} areas, used`,
  what: 'From e-PPGBM exports and lists of P3KE, DTSEN, DTKS or KRS with NIK to counts by kelurahan. Only counts and row numbers come out.',
  local:
    'Files are read on this computer, in a sealed part of the program, and what they hold is forgotten once it is counted. The choice of files and their counts stay, for a release and to count again, until "Forget the files" is pressed or the program is closed. NIK and KK are never shown; names only in "Look at links", one pair at a time when asked, of a sample that the sealed part holds on to. Nothing is kept.',
  back: 'Back to Data',
  choose: 'Choose files',
  more: 'Add files',
  chosen: (count) => `${count} files chosen`,
  boundaries: (name) =>
    `Without a file of boundaries children are placed in the areas that are open: ${name}. Add a GeoJSON, KML, GeoPackage or zipped shapefile for another territory, and last month's padanan.csv if there is one.`,
  snapshot: 'Day of the export',
  period: 'Period of the welfare list, where the file names none',
  periodHint: '2026, 2026-S1, 2026-03',
  decile: 'Proxy of extreme poverty',
  upTo: (decile) => `decile ≤ ${decile}`,
  run: 'Count',
  again: 'Count again',
  cancel: 'Cancel',
  clear: 'Forget the files',
  steps: {
    reading: (file, done, total) => `Reading ${file} (${done} of ${total})`,
    grouping: 'Joining rows into children',
    linking: 'Linking children to families',
    counting: (period) => `Counting ${period}`,
    writing: 'Making the package',
  },
  failed: {
    crashed: 'The work stopped. Try again with fewer files; nothing was kept.',
    timeout: 'The work took more than 15 minutes and was stopped. Try with fewer months.',
    'part-missing':
      'This part of the program could not be fetched. Make sure the program can still be opened, then try again.',
    forgotten: 'What was counted is forgotten. Press "Count again".',
    engine:
      'The data engine stopped, most often for want of memory. Close other programs, or take fewer files.',
  },
  canceled: 'Canceled. Nothing was kept.',
  recognized: 'Files recognized',
  notRecognized: 'not recognized, not used: no column of NIK, name, date of measurement or decile was found',
  forms: {
    'eppgbm-a': 'e-PPGBM variant A',
    'eppgbm-b': 'e-PPGBM variant B',
    'eppgbm-c': 'e-PPGBM variant C (register)',
    'eppgbm-d': 'e-PPGBM variant D (columns by month; class unknown)',
    eppgbm: 'list of measurements',
    'p3ke-member': 'P3KE members',
    'p3ke-family': 'P3KE families',
    dtsen: 'DTSEN',
    dtks: 'DTKS (no decile)',
    'local-members': 'local list with deciles',
    krs: 'KRS',
    'posyandu-list': 'list of posyandu',
  },
  rows: (count) => `${count} rows`,
  identifiers: (whole, missing, masked, damaged) =>
    `NIK whole ${whole}, empty ${missing}, masked ${masked}, damaged ${damaged}`,
  maskedOnly:
    'NIK in the measurements are masked and there is no KK: children cannot be linked to families. Overlay by area is still possible.',
  waiting: 'Areas not yet recognized',
  waitingNote: (names, persons) =>
    `${names} written names, ${persons} persons not counted yet. Choose their kelurahan and count again; save the equivalents for next month.`,
  persons: (count) => `${count} persons`,
  open: 'not answered',
  outside: 'outside the territory',
  ledger: 'Ledger of rows',
  ledgerNote: 'Read = used + listed + duplicate + outside + unusable + waiting.',
  file: 'File',
  read: 'read',
  states: {
    used: 'used',
    listed: 'listed, not measured',
    duplicate: 'duplicate',
    outside: 'outside',
    unusable: 'unusable',
    waiting: 'waiting',
  },
  reasons: {
    'no-identity': 'neither NIK nor name',
    'no-measurement': 'no date or no figure',
    'date-unreadable': 'date cannot be read',
    'date-future': 'date after the export',
    'birth-after-measurement': 'born after it was measured',
    'age-outside': 'age outside 0-59 months',
  },
  rowNumbers: 'row numbers',
  moreRows: (count) => `and ${count} more`,
  links: 'Links to families',
  children: 'children',
  rules: {
    'child-nik': "child's NIK",
    kk: 'KK number',
    'parent-nik': "a parent's NIK",
    'name-date': 'name, birth date and sex',
  },
  unlinked: 'not linked',
  unlinkedNote: 'Not linked means that the decile is unknown, not "not poor".',
  inDoubt: 'in doubt, left unlinked',
  linked: 'linked',
  expected: (share) => `mean probability by the model ${share}`,
  quality: 'Data quality',
  qualityNote: 'Rows for the puskesmas to look at; the report that is saved has all of it by posyandu.',
  flags: {
    implausible: 'implausible z-score (WHO)',
    'label-differs': 'label differs from z-score',
    'label-unknown': 'unknown label',
    'age-differs': 'stated age differs from dates',
    'nik-date-differs': 'NIK differs from birth date',
    'date-swapped': 'day and month changed',
    'nik-twice': 'NIK twice in a month',
  },
  overTarget: (village, month, measured, listed) =>
    `${village}, ${month}: ${measured} measured, more than the ${listed} that the register names`,
  outputs: 'Results',
  internal: 'INTERNAL package: exact counts, for this office alone.',
  save: 'Save internal package',
  show: 'Open on the map',
  saveMatches: 'Save equivalents',
  saveReport: 'Save report',
  nothing: 'No child can be counted yet. See files and ledger above.',
  unread: 'The file of boundaries cannot be read.',
};

export const PREPARATION: Readonly<Record<Language, PreparationWords>> = { id, en };
