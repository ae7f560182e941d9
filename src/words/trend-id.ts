/** Whether the indicator falls or rises, in Indonesian. */
export const trendId = {
  name: 'Tren',
  leads: 'Tren ',
  title: (what: string, level: string, period: string) => `Tren ${what} per ${level}, sampai ${period}`,
  heading: (what: string) => `Tren ${what}`,
  /** Falling to rising, then too little to judge by. */
  classes: [
    'turun, terbukti',
    'cenderung turun, belum terbukti',
    'tidak tampak naik atau turun',
    'cenderung naik, belum terbukti',
    'naik, terbukti',
    'terlalu pendek untuk dinilai',
  ] as readonly string[],
  short: [
    'turun',
    'cenderung turun',
    'tidak tampak',
    'cenderung naik',
    'naik',
    'terlalu pendek',
  ] as readonly string[],
  steps: {
    month: 'bulan, satu tiap tiga bulan',
    quarter: 'triwulan',
    semester: 'semester',
    year: 'tahun',
  },
  step: { month: 'tiga bulan', quarter: 'triwulan', semester: 'semester', year: 'tahun' },
  notes: {
    reading:
      'Naik atau turun disebut terbukti hanya bila tetap terbukti sesudah semua wilayah diperiksa sekaligus (Mann-Kendall, FDR 5 %).',
    least: (named: string) =>
      `Nama wilayah disebut mulai ${named} periode; dengan 5 atau 6 periode belum ada wilayah yang dapat terbukti.`,
    short: (least: string) => `Kurang dari ${least} periode: naik atau turun belum dapat dinilai.`,
    months: 'Bulan berdekatan mengukur anak yang hampir sama, jadi dipakai satu bulan tiap tiga bulan.',
  },
  said: (falling: string, rising: string, unclear: string) =>
    `terbukti turun ${falling}, naik ${rising}; tidak terbukti ${unclear}`,
  tooShort: (n: string) => `${n} terlalu pendek untuk dinilai`,
  series: (n: string, steps: string, first: string, last: string) => `${n} ${steps} (${first} – ${last})`,
  incomplete: (n: string) => `${n} belum lengkap`,
  slope: (points: string, step: string) => `${points} poin per ${step}`,
  line: (verdict: string, slope: string, periods: string) =>
    `tren: ${verdict}, ${slope}, dari ${periods} periode`,
  ofPeriods: (n: string) => `tren: terlalu pendek, ${n} periode`,
  column: (step: string) => `per ${step}`,
  order: 'kemiringan tren',
  talk: { worse: 'Terbukti memburuk lebih dahulu', none: 'Belum ada wilayah yang terbukti naik atau turun' },
  columns: {
    verdict: 'Tren',
    slope: (step: string) => `Kemiringan (poin per ${step})`,
    p: 'p tren (Mann-Kendall)',
    q: 'p tren disesuaikan (FDR)',
    periods: 'Periode yang dipakai',
    span: 'Rentang tren',
  },
  panel: {
    falling: 'terbukti turun',
    rising: 'terbukti naik',
    unclear: 'tidak terbukti',
    city: (name: string, verdict: string) => `${name}: ${verdict}.`,
    verdicts: {
      none: 'tanpa angka pada periode ini',
      short: (n: string) => `baru ${n} periode, belum dapat dinilai`,
      unclear: (slope: string) => `tidak tampak naik atau turun (${slope})`,
      falling: (slope: string) => `turun (${slope})`,
      rising: (slope: string) => `naik (${slope})`,
    },
    named: 'Yang terbukti',
    nobody:
      'Tidak ada wilayah yang terbukti naik atau turun. Itu bukan berarti tidak ada yang berubah: dengan sedikit periode, perubahan kecil tidak terlihat.',
    tooShort: (n: string, least: string) =>
      `Pantau memerlukan sedikitnya ${least} periode sejenis; sampai periode ini ada ${n}.`,
    toData: 'Tambah periode di ruang Data',
    quarters: 'Lihat per triwulan',
    attendance: (from: string, to: string) =>
      `D/S seluruh wilayah ${from} pada awal, ${to} pada akhir rentang ini.`,
  },
};
