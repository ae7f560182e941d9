/** The letter of a month, in Indonesian. */
export const letterId = {
  make: 'Susun surat',
  title: (period: string) => `Pantauan ${period}`,
  whole: (name: string) => `${name}, seluruh wilayah`,
  district: (name: string) => `Kecamatan ${name}`,
  of: 'Surat untuk',
  print: 'Cetak surat ini',
  printAll: 'Cetak untuk tiap kecamatan',
  save: 'Simpan sebagai teks',
  file: 'surat bulan',
  incomplete: 'Periode ini belum lengkap; angkanya masih dapat berubah.',
  sections: {
    figures: 'Angka bulan ini',
    moved: 'Yang naik dan turun',
    missing: 'Yang belum melapor',
    calls: 'Yang perlu dihubungi',
    entry: 'Data masuk',
    list: 'Perubahan daftar prioritas',
    method: 'Cara membaca',
  },
  coverage: (d: string, s: string, rate: string) => `Diukur ${d} dari ${s} sasaran balita (D/S ${rate})`,
  coverageReporting: (d: string, s: string, rate: string) =>
    `Diukur ${d} dari ${s} sasaran balita di kelurahan yang melapor (D/S ${rate})`,
  coverageBefore: (rate: string, period: string) => `; ${period}: ${rate}`,
  noCoverage: 'Sasaran dan yang diukur tidak diketahui',
  figure: (name: string, rate: string, n: string, total: string, interval: string) =>
    `${name} ${rate} (${n} dari ${total} balita; selang 95 % ${interval})`,
  before: (rate: string, n: string, total: string, period: string) =>
    `; ${period}: ${rate} (${n} dari ${total})`,
  noFigure: (name: string) => `${name}: tidak ada angka`,
  ownTrend: {
    rising: ', naik menurut trennya',
    falling: ', turun menurut trennya',
    unclear: ', tidak tampak naik atau turun',
    short: ', trennya belum dapat dinilai',
  },
  fewer: (name: string, before: string, now: string) =>
    `Kasus ${name} turun, tetapi hanya karena lebih sedikit yang diukur (${before} → ${now} balita): persennya tidak turun.`,
  since: (name: string, period: string) => `${name} dibanding ${period}`,
  rose: (names: string) => `naik terbukti di ${names}`,
  fell: (names: string) => `turun terbukti di ${names}`,
  trendUntil: (name: string, period: string) => `Tren ${name} sampai ${period}`,
  still: (names: string, bases: string) =>
    `Tidak ada kelurahan yang terbukti naik atau turun untuk ${names} (${bases}).`,
  bases: {
    since: (period: string) => `dibanding ${period}`,
    trend: (period: string) => `menurut tren sampai ${period}`,
  },
  noBefore: 'Belum ada periode sebelumnya untuk dibandingkan.',
  allReported: (n: string) => `Semua ${n} kelurahan melapor.`,
  missing: (n: string, all: string, names: string) => `${n} dari ${all} kelurahan belum melapor: ${names}.`,
  partial: (n: string, names: string) => `${n} melapor sebagian: ${names}.`,
  noCalls: 'Tidak ada.',
  call: {
    missing: 'belum melapor',
    partial: 'melapor sebagian',
    lowCoverage: (rate: string) => `D/S rendah (${rate})`,
    higher: (rate: string) => `stunting lebih tinggi dari biasanya (${rate}), periksa data`,
    lower: (rate: string) => `stunting lebih rendah dari biasanya (${rate}), periksa data`,
  },
  moreCalls: (n: string) => `dan ${n} kelurahan lain`,
  entry: {
    none: 'Belum ada potret entri sampai bulan ini.',
    at: (day: string, reported: string, posts: string) =>
      `Potret ${day}: ${reported} dari ${posts} pos melapor.`,
    deadline: (day: string) => `Batas akhir tahap ini ${day}.`,
    part: (phrase: string, share: string, n: string, total: string) =>
      `${phrase}: ${share} (${n} dari ${total} balita sasaran)`,
    behind: (names: string) => `Paling banyak yang belum ber-NIK: ${names}.`,
    missing: (name: string, n: string) => `${name} ${n}`,
  },
  list: {
    of: (criteria: string, length: string) => `${length} kelurahan teratas menurut ${criteria}.`,
    entered: (name: string, why: string) => `Masuk: ${name}, ${why}`,
    left: (name: string, why: string) => `Keluar: ${name}, ${why}`,
    ranked: (name: string, rank: string) => `${name} (kini peringkat ${rank})`,
    same: 'Tidak berubah dari periode sebelumnya.',
    sameHere: 'Tidak ada kelurahan kecamatan ini yang masuk atau keluar.',
    own: (name: string, from: string, to: string) =>
      `terutama karena angka ${name} dari ${from} menjadi ${to}`,
    others: 'angkanya hampir tetap; yang berubah angka wilayah lain',
    noScore: 'karena salah satu angkanya tidak ada',
    none: 'Belum ada daftar untuk kedua periode.',
  },
  method:
    'Terbukti berarti tetap terbukti sesudah semua kelurahan diperiksa sekaligus (FDR 5 %). Tidak terbukti bukan berarti tidak berubah. Surat ini menyatakan apa yang terjadi, bukan sebabnya.',
  waiting: 'Surat disusun sesudah data termuat.',
  map: (name: string, period: string) => `${name}, ${period}`,
};
