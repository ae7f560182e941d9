/** Two figures against each other, in Indonesian. */
export const quadrantsId = {
  heading: (y: string, x: string) => `Kuadran: ${y} × ${x}`,
  pair: {
    label: 'Yang dibandingkan',
    burden: 'Prevalensi × jumlah kasus',
    two: 'Dua indikator',
  },
  y: 'Tegak',
  x: 'Mendatar',
  rateOption: (name: string) => `${name}, %`,
  countOption: (name: string) => `${name}, jumlah kasus`,
  names: {
    rateCount: {
      both: 'tinggi dan banyak',
      onlyRate: 'tinggi, sedikit',
      onlyCount: 'rendah, banyak',
      neither: 'rendah dan sedikit',
    },
    rates: { both: 'keduanya tinggi', neither: 'keduanya rendah' },
    counts: { both: 'keduanya banyak', neither: 'keduanya sedikit' },
    only: (name: string) => `hanya ${name}`,
  },
  summary: (count: string, level: string) => `${count} ${level} digambar.`,
  areas: (name: string, count: string, level: string) => `${name}: ${count} ${level}.`,
  held: (name: string, count: string, level: string, parts: string) =>
    `${name}: ${count} ${level}, dengan ${parts}.`,
  parts: (cases: string, total: string, people: string, share: string) =>
    `${cases} dari ${total} ${people} (${share})`,
  partsOnly: (cases: string, people: string) => `${cases} ${people}`,
  outside: (parts: string) => `Di luar gambar: ${parts}.`,
  noLine: 'Nilai kota tidak ada, jadi tidak dibagi empat sebelum batas diisi sendiri.',
  size: (what: string) => `Makin besar lingkaran, makin besar penyebut (N) ${what}; warna seperti peta.`,
  grid: 'Makin gelap kotak, makin banyak wilayah.',
  line: {
    mean: (value: string) => `rata-rata ${value}`,
    own: (value: string) => `batas ${value}`,
  },
  rule: {
    rateCity: (name: string, value: string) => `${name} tinggi: di atas nilai kota (${value}).`,
    rateOwn: (name: string, value: string) => `${name} tinggi: di atas batas sendiri (${value}).`,
    countMean: (name: string, value: string, level: string) =>
      `${name} banyak: di atas rata-rata per ${level} (${value}).`,
    countOwn: (name: string, value: string) => `${name} banyak: di atas batas sendiri (${value}).`,
    convention: 'Cara membagi ini kebiasaan program, bukan ketentuan pemerintah; batasnya dapat diubah.',
  },
  pick: (level: string) => `Jumlah ${level} per kuadran; tekan untuk memilihnya di peta dan tabel`,
  pickCases: (level: string, total: string, people: string) =>
    `Jumlah ${level} per kuadran dan bagiannya dari ${total} ${people}; tekan untuk memilihnya di peta dan tabel`,
  share: (cases: string, share: string) => `${cases} kasus · ${share}`,
  cases: (cases: string) => `${cases} kasus`,
  lines: {
    heading: 'Batas kuadran',
    reset: 'Kembalikan batas',
  },
  quadrant: 'Kuadran',
};
