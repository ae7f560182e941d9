/** Poor against better off, in Indonesian. */
export const gapId = {
  name: 'Kesenjangan',
  title: (what: string, level: string, period: string) =>
    `Kesenjangan ${what} antara keluarga termiskin dan yang lebih mampu per ${level}, ${period}`,
  heading: (what: string) => `Kesenjangan ${what}`,
  /** Better off higher, not shown, poorest higher, poorest far higher. */
  classes: {
    down: 'yang lebih mampu lebih tinggi, terbukti',
    unclear: 'tidak terbukti berbeda',
    up: (wide: string) => `termiskin lebih tinggi < ${wide} poin, terbukti`,
    wide: (wide: string) => `termiskin lebih tinggi ≥ ${wide} poin, terbukti`,
  },
  verdicts: {
    up: 'termiskin lebih tinggi',
    down: 'yang lebih mampu lebih tinggi',
    unclear: 'tidak terbukti',
  },
  groups: {
    poor: 'desil 1',
    rich: 'desil 5 ke atas',
  },
  said: (up: string, down: string, unclear: string) =>
    `termiskin lebih tinggi ${up}, lebih rendah ${down}, tidak terbukti ${unclear}`,
  compared: 'desil 1 dibanding desil 5 ke atas',
  note: 'Termiskin: balita dari keluarga desil 1. Lebih mampu: desil 5 ke atas. Terbukti pada FDR 5 % di antara semua wilayah.',
  line: (poor: string, rich: string, difference: string) =>
    `desil 1: ${poor}; desil 5 ke atas: ${rich}; selisih ${difference} poin`,
  group: (rate: string, n: string, total: string) => `${rate} (${n}/${total})`,
  column: 'selisih',
  order: 'selisih termiskin dan yang lebih mampu',
  talk: 'Kesenjangan terbukti, yang terlebar dahulu',
  talkNone: 'Belum ada wilayah dengan kesenjangan yang terbukti',
  columns: {
    difference: 'Selisih desil 1 dan 5+ (poin)',
    low: 'Selisih, batas bawah 95 %',
    high: 'Selisih, batas atas 95 %',
    ratio: 'Rasio desil 1 terhadap 5+',
    verdict: 'Kesenjangan',
    poor: 'n desil 1',
    poorAll: 'N desil 1',
    rich: 'n desil 5+',
    richAll: 'N desil 5+',
  },
  panel: {
    heading: (what: string, place: string) => `${what} menurut desil, ${place}`,
    sentence: (poor: string, rich: string, difference: string, interval: string) =>
      `Dari keluarga desil 1 ${poor}, dari desil 5 ke atas ${rich}: selisih ${difference} poin (${interval}).`,
    unknown: 'Angka salah satu kelompok tidak ada atau terlalu sedikit, jadi selisihnya tidak disebut.',
    measures: 'Ukuran kesenjangan',
    names: {
      difference: 'Selisih, poin',
      ratio: 'Rasio',
      slope: 'Indeks kemiringan (SII), poin',
      concentration: 'Indeks konsentrasi (CIX)',
    },
    estimate: (value: string, low: string, high: string) => `${value} (${low} s.d. ${high})`,
    decile: (group: string) => `Desil ${group}`,
    head: ['Kelompok', 'Persen', 'n/N', 'Selang 95 %'] as readonly string[],
    note: 'Garis: selang 95 %. Desil adalah perkiraan kesejahteraan keluarga; anak yang desilnya tidak diketahui tidak ikut.',
    byDistrict: 'Menurut kecamatan',
    place: 'Wilayah',
    cannot:
      'Kesenjangan memerlukan balita yang dihitung menurut desil keluarga, dan indikator yang bukan kemiskinan.',
  },
};
