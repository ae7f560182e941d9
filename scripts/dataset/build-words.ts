import type { LinkReport, PreparationStep, RowState } from '#core/preparation-report.ts';

export const BUILD_HELP = `npm run dataset -- build --boundaries BERKAS --measurements BERKAS... [--poverty BERKAS...] --out FOLDER

Membuat paket data INTERNAL (hitungan pasti per kelurahan, tanpa baris per orang) dari berkas anak dan keluarga.
  --boundaries BERKAS     batas kelurahan/desa (GeoJSON, shapefile zip, KML ...)
  --measurements BERKAS   ekspor e-PPGBM varian A sampai D, satu atau banyak (.xlsx, .xls, .csv, .parquet)
  --poverty BERKAS        P3KE, DTSEN, DTKS, KRS atau tabel setempat dengan NIK/KK dan desil
  --posyandu BERKAS       daftar posyandu dengan kelurahannya, bila tabel anak tidak menyebut kelurahan
  --matches BERKAS        padanan nama wilayah: padanan.csv dari --report, kolom kode diisi (atau "luar")
  --verdicts BERKAS       putusan tautan dari peninjauan di halaman (padanan-tautan.csv)
  --report FOLDER         buku besar baris, padanan, mutu data, tautan: hanya hitungan dan nomor baris
  --out FOLDER            tempat paket; tidak boleh di folder berkas mentah
  --replace               ganti paket yang sudah ada di situ
  --title, --territory    judul dan nama daerah di paket
  --decile 1..4           proksi miskin ekstrem: desil sampai dengan ini (1)
  --poverty-period        periode daftar kesejahteraan bila berkas tidak menyebutnya (2026, 2026-S1, 2026-03)
  --snapshot TTTT-BB-HH   tanggal ekspor; sesudah itu tidak ada pengukuran (hari ini)
  --tier release          paket untuk dibagikan: disembunyikan, dibulatkan dan diuji (k 10, bulat 5)
  --k 5..9 --reason TEKS  k lebih kecil dari 10 hanya dengan alasan, yang terlihat di paket
  --register BERKAS       register rilis milik kantor: dibaca, lalu ditambah; wajib untuk rilis
  --first-release         pernyataan bahwa belum pernah ada rilis (register belum ada)
Kode keluar: 0 ditulis, 1 ditulis dan ada nama yang menunggu jawaban, 2 ditolak, 64 cara pakai salah.

Makes an INTERNAL package (exact counts by village, no row per person) of files of children and families.
  --boundaries FILE       village boundaries (GeoJSON, zipped shapefile, KML ...)
  --measurements FILE     e-PPGBM exports, variants A to D, one or many (.xlsx, .xls, .csv, .parquet)
  --poverty FILE          P3KE, DTSEN, DTKS, KRS or a local table with NIK/KK and decile
  --posyandu FILE         list of posyandu with their villages, where tables of children do not name villages
  --matches FILE          equivalents of area names: padanan.csv of --report with its code column filled (or "luar")
  --verdicts FILE         verdicts on links from the review in the page (padanan-tautan.csv)
  --report FOLDER         ledger of rows, equivalents, data quality, links: only counts and row numbers
  --out FOLDER            where the package goes; never a folder of raw files
  --replace               replace the package that is there
  --title, --territory    title and name of the territory in the package
  --decile 1..4           proxy of extreme poverty: deciles up to this (1)
  --poverty-period        period of the welfare list where the file names none (2026, 2026-S1, 2026-03)
  --snapshot YYYY-MM-DD   day of the export; nothing was measured after it (today)
  --tier release          a package to hand on: hidden, rounded and attacked (k 10, base 5)
  --k 5..9 --reason TEXT  a k below 10 only with a reason, which shows in the package
  --register FILE         the office's register of releases: read, then added to; needed for a release
  --first-release         states that nothing was released before (there is no register yet)
Exit code: 0 written, 1 written while names wait for an answer, 2 refused, 64 wrong use.
`;

const both = (id: string, en: string): string => `${id}\n${en}`;
const count = (value: number): string => value.toLocaleString('id-ID');

const STATE_ID: Readonly<Record<RowState, string>> = {
  used: 'dipakai',
  listed: 'tercantum, tidak diukur',
  duplicate: 'ganda',
  outside: 'luar wilayah',
  unusable: 'tidak dapat dipakai',
  waiting: 'menunggu jawaban',
};

/** What the command says, Indonesian before English. */
export const buildWords = {
  title: 'Data anak',
  besideInputs: both(
    'Paket tidak ditulis: folder itu memuat, atau dimuat oleh, folder berkas mentah. Pilih folder lain untuk --out, agar berkas dengan NIK tidak ikut terbagikan.',
    'Not written: that folder holds, or lies in, a folder of raw files. Choose another for --out, so that files with NIK are not handed on with it.',
  ),
  reportInPackage: both(
    'Laporan tidak ditulis di dalam paket. Pilih folder lain untuk --report.',
    'The report is not written into the package. Choose another folder for --report.',
  ),
  outExists: both(
    'Folder --out sudah ada. Pilih nama lain, atau tambahkan --replace untuk mengganti paket di situ.',
    'The folder of --out is there already. Choose another name, or add --replace to replace the package in it.',
  ),
  noPackageThere: both(
    'Folder --out sudah ada dan bukan paket (tidak ada manifest.json): tidak diganti. Pilih folder lain.',
    'The folder of --out is there and is no package (no manifest.json): it is not replaced. Choose another.',
  ),
  noBoundaries: both(
    'Berkas --boundaries bukan batas wilayah. Bukalah GeoJSON, shapefile (zip) atau KML kelurahan/desa.',
    'The file of --boundaries holds no boundaries. Give a GeoJSON, zipped shapefile or KML of villages.',
  ),
  nothing: both(
    'Tidak ada anak terukur dan tidak ada keluarga berperiode: paket tidak ditulis. Periksa berkas dan buku besar di atas.',
    'No child was measured and no family has a period: no package is written. See files and ledger above.',
  ),
  masked: both(
    'NIK pada berkas pengukuran disamarkan dan tidak ada KK: anak tidak dapat ditautkan ke keluarga. Tumpang susun per wilayah tetap dapat dipakai.',
    'NIK in the measurements are masked and there is no KK: children cannot be linked to families. Overlay by area is still possible.',
  ),
  notReleased: both('Rilis ditolak; tidak ada yang ditulis.', 'The release is refused; nothing is written.'),
  registerInPackage: both(
    'Register rilis tidak boleh berada di dalam paket: paket itu disebarkan dan diganti. Sebut tempat lain untuk --register.',
    'The register of releases must not lie in the package, which is handed on and replaced. Name another place for --register.',
  ),
  registerBusy: (name: string): string =>
    both(
      `Rilis lain sedang dibuat, atau terputus: ${name} masih ada. Tunggu, atau hapus berkas itu bila tidak ada yang berjalan.`,
      `Another release is being made, or one broke off: ${name} is there. Wait, or delete that file if nothing runs.`,
    ),
  released: (
    out: string,
    {
      cells,
      exact,
      unsafe,
      narrowest,
    }: {
      readonly cells: number;
      readonly exact: number;
      readonly unsafe: number;
      readonly narrowest: number | null;
    },
    register: string,
  ): string =>
    both(
      `Rilis ditulis: ${out}. Uji bocor: ${count(cells)} sel diuji, ${exact} tepat, ${unsafe} terlalu sempit, selang tersempit ${narrowest ?? '–'}. Ini menurunkan, bukan meniadakan, risiko. Simpan register: ${register}`,
      `Release written: ${out}. Attack: ${count(cells)} cells tested, ${exact} exact, ${unsafe} too narrow, narrowest interval ${narrowest ?? '–'}. This lowers the risk, it does not remove it. Keep the register: ${register}`,
    ),
  failed: (code: string): string =>
    both(
      `Pembuatan paket terhenti (${code}). Tidak ada paket setengah jadi yang ditinggalkan. Periksa ruang disk, hak tulis dan memori, lalu ulangi.`,
      `The build stopped (${code}). No half package was left. Check disk space, the right to write and memory, then run it again.`,
    ),
  absent: (name: string): string =>
    both(`Berkas tidak ditemukan: ${name}. Periksa letaknya.`, `File not found: ${name}. Check where it is.`),
  noMatches: (name: string): string =>
    both(
      `${name} bukan padanan: kolom "tertulis" dan "kode" tidak ada. Pakailah padanan.csv dari --report.`,
      `${name} is no file of equivalents: columns "tertulis" and "kode" are missing. Use padanan.csv of --report.`,
    ),
  badMatches: (name: string, rows: readonly number[]): string =>
    both(
      `${name}, baris ${rows.join(', ')}: kode tidak ada di batas. Isi kode dari batas, atau "luar".`,
      `${name}, rows ${rows.join(', ')}: the code is not among the boundaries. Fill in one of theirs, or "luar".`,
    ),
  boundaries: (name: string, areas: number): string =>
    both(`${name}: ${count(areas)} wilayah, dipakai`, `${name}: ${count(areas)} areas, used`),
  file: (file: string, sheet: string, form: string | null, rows: number, period: string): string => {
    const where = sheet === '' ? file : `${file} / ${sheet}`;
    return form === null
      ? `${where}: tidak dikenali, tidak dipakai · not recognized, not used (${count(rows)} baris/rows)`
      : `${where}: ${form}${period === '' ? '' : ` ${period}`} (${count(rows)} baris/rows)`;
  },
  ledger: (where: string, read: number, rows: Readonly<Record<RowState, readonly number[]>>): string => {
    const parts = (Object.keys(STATE_ID) as RowState[]).map(
      (state) => `${STATE_ID[state]} ${count(rows[state].length)}`,
    );
    const english = (Object.keys(STATE_ID) as RowState[]).map(
      (state) => `${state} ${count(rows[state].length)}`,
    );
    return both(
      `${where}: ${count(read)} baris dibaca = ${parts.join(' + ')}`,
      `${where}: ${count(read)} rows read = ${english.join(' + ')}`,
    );
  },
  links: ({
    children,
    byRule,
    unlinked,
    ambiguous,
    expectedPrecision,
  }: Pick<LinkReport, 'children' | 'byRule' | 'unlinked' | 'ambiguous' | 'expectedPrecision'>): string => {
    const rules = (id: boolean): string =>
      [
        `${id ? 'NIK anak' : 'child NIK'} ${count(byRule['child-nik'])}`,
        `KK ${count(byRule.kk)}`,
        `${id ? 'NIK orang tua' : 'parent NIK'} ${count(byRule['parent-nik'])}`,
        `${id ? 'nama dan tanggal lahir' : 'name and birth date'} ${count(byRule['name-date'])}`,
      ].join(', ');
    const linked = children - unlinked;
    const percent = (share: number, locale: string): string =>
      (share < 1 && share > 0.999 ? '> ' : '') +
      ((share < 1 ? Math.min(share, 0.999) : 1) * 100).toLocaleString(locale, {
        minimumFractionDigits: 1,
        maximumFractionDigits: 1,
      }) +
      (locale === 'en' ? '%' : ' %');
    const rate = (locale: string): string =>
      children === 0 ? '' : ` (${percent(linked / children, locale)})`;
    /** Never told as a certainty. */
    const sure = (locale: string, told: string): string =>
      Number.isNaN(expectedPrecision)
        ? ''
        : ` (${told} ${percent(Math.min(expectedPrecision, 0.9999), locale)})`;
    return both(
      `${count(children)} anak; tertaut ke keluarga ${count(linked)}${rate('id-ID')}: ${rules(true)}${sure('id-ID', 'rerata peluang menurut model')}; tidak tertaut ${count(unlinked)}, di antaranya meragukan ${count(ambiguous)}`,
      `${count(children)} children; linked to families ${count(linked)}${rate('en')}: ${rules(false)}${sure('en', 'mean probability by the model')}; not linked ${count(unlinked)}, of these in doubt ${count(ambiguous)}`,
    );
  },
  waiting: (names: number, persons: number): string =>
    both(
      `${count(names)} tulisan wilayah menunggu jawaban (${count(persons)} orang tidak dihitung). Isi kolom kode di padanan.csv (--report), lalu ulangi dengan --matches.`,
      `${count(names)} written areas wait for an answer (${count(persons)} persons not counted). Fill in the code column of padanan.csv (--report) and run again with --matches.`,
    ),
  written: (out: string): string =>
    both(
      `Paket INTERNAL ditulis: ${out}. Hitungan pasti: jangan dibagikan di luar kantor.`,
      `INTERNAL package written: ${out}. Exact counts: not to be handed on outside the office.`,
    ),
  step: (step: PreparationStep): string => {
    switch (step.kind) {
      case 'reading':
        return `${step.done + 1}/${step.total} ${step.file}`;
      case 'grouping':
        return 'Menyatukan baris per anak · rows into children';
      case 'linking':
        return 'Menautkan ke keluarga · linking to families';
      case 'counting':
        return `Menghitung · counting ${step.period}`;
      case 'writing':
        return 'Menulis · writing';
    }
  },
};
