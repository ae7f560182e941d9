/** Month by month between limits, and early alarms, in Indonesian. */
export const controlId = {
  heading: (name: string) => `Periode demi periode, ${name}`,
  calm: (name: string) => `${name}: semua periode dalam batas yang biasa.`,
  signals: (name: string, n: string, periods: string) =>
    `${name}: ${n} periode di luar yang biasa (${periods}). Periksa data dan banyaknya yang diukur dahulu.`,
  head: ['Periode', 'Nilai (n/N)', 'Batas', 'Tanda'] as readonly string[],
  kinds: {
    beyond: 'di luar batas, periksa data',
    run: 'delapan berturut di satu sisi, periksa data',
    ewma: 'bergeser perlahan, periksa data',
  },
  note: (baseline: string) =>
    `Bidang kelabu: batas tiga simpangan dari ${baseline} periode pertama, dengan koreksi Laney. Lingkaran: di luar yang biasa.`,
  drift: 'Pergeseran perlahan (EWMA), dalam simpangan baku:',
  hint: 'Tunjuk untuk membaca.',
  readout: (period: string, value: string, limits: string) => `${period}: ${value}, batas ${limits}`,
  alarms: {
    heading: 'Periksa data',
    found: (n: string, level: string, month: string) =>
      `${n} ${level} pada ${month} berbeda jauh dari setengah tahun sebelumnya.`,
    none: (month: string) =>
      `Pada ${month} tidak ada wilayah yang berbeda jauh dari setengah tahun sebelumnya.`,
    higher: (value: string) => `lebih tinggi dari biasanya: ${value}`,
    lower: (value: string) => `lebih rendah dari biasanya: ${value}`,
    more: (n: string) => `${n} wilayah lain`,
    tooShort: (least: string, n: string) =>
      `Tanda dini memerlukan ${least} bulan; sampai periode ini ada ${n}.`,
    note: 'Tanda ini (EARS C1 dan C2) berarti datanya perlu dilihat: salah catat, yang datang lain, atau memang berubah. Beberapa muncul hanya karena kebetulan.',
  },
};
