import type { BudgetGap, InterventionKind, ShareKey, Unlocated } from '#core/budget.ts';

/** Money against burden, in Indonesian. */
export const budgetId = {
  name: 'Anggaran terhadap beban',
  title: (what: string, year: string, level: string, period: string) =>
    `Anggaran ${year} terhadap ${what} per ${level}, ${period}`,
  legend: (year: string) => `Anggaran ${year} terhadap beban`,
  classes: {
    gap: 'beban berat, uang per anak di bawah rata-rata',
    burdened: 'beban berat, uang cukup dibanding rata-rata',
    'lightly-funded': 'beban ringan, uang per anak di bawah rata-rata',
    'lightly-burdened': 'beban ringan, uang cukup dibanding rata-rata',
  } satisfies Record<Exclude<BudgetGap, null>, string>,
  lines: (affected: string, rupiah: string) =>
    `Garis: ${affected} anak terdampak (rata-rata wilayah), ${rupiah} per anak terdampak (seluruhnya). Kesepakatan program ini.`,
  keyNote: (key: string) => `Pagu di beberapa wilayah dibagi ${key}, tepat sampai rupiah.`,
  keys: {
    equal: 'sama rata',
    affected: 'menurut anak terdampak',
    target: 'menurut anak yang diukur',
  } satisfies Record<ShareKey, string>,
  keyLabel: 'Pembagian pagu bersama',
  year: 'Tahun anggaran',
  rupiah: (amount: string) => `Rp${amount}`,
  perChild: (rupiah: string) => `${rupiah} per anak terdampak`,
  noChild: 'tidak ada anak terdampak',
  placed: (rupiah: string, affected: string) => `${rupiah} untuk ${affected} anak terdampak`,
  before: (year: string, rupiah: string) => `${year}: ${rupiah}`,
  proposedLine: (rupiah: string) => `diusulkan: ${rupiah}`,
  total: 'Seluruh pagu',
  located: 'Berlokasi',
  unlocated: {
    territory: 'Untuk seluruh wilayah, tanpa lokasi',
    unknown: 'Tanpa lokasi yang dikenal',
    undivided: 'Berlokasi, tidak dapat dibagi menurut kunci ini',
  } satisfies Record<Unlocated, string>,
  cuts: { agency: 'OPD', kind: 'Jenis intervensi', source: 'Sumber dana' },
  kinds: {
    specific: 'spesifik',
    sensitive: 'sensitif',
    education: 'edukasi',
    accompaniment: 'pendampingan',
    '': 'tidak disebut',
  } satisfies Record<InterventionKind, string>,
  unnamed: 'tidak disebut',
  column: 'Rp/anak',
  order: 'rupiah per anak terdampak',
  talk: {
    told: 'Beban berat dengan uang paling sedikit per anak',
    none: 'Tidak ada wilayah berbeban berat yang kekurangan',
  },
  columns: {
    placed: 'Pagu (Rp)',
    perChild: 'Pagu per anak terdampak (Rp)',
    gap: 'Beban dan uang',
    before: 'Pagu tahun sebelumnya (Rp)',
    proposed: 'Usulan (Rp)',
    year: 'Tahun anggaran',
    key: 'Pembagian pagu bersama',
  },
  best: {
    title: 'Pagu terbaik',
    intro:
      'Saran sebaran pagu yang menjangkau anak terdampak terbanyak. Biaya per anak adalah anggapan Anda; terjangkau berarti uangnya cukup, bukan stunting yang dicegah.',
    budget: 'Pagu (juta rupiah)',
    cost: 'Biaya per anak (juta rupiah)',
    least: 'Paling sedikit per kelurahan (juta rupiah)',
    most: 'Paling banyak per kecamatan (persen dari pagu)',
    weigh: 'Yang diutamakan',
    weights: { equal: 'semua anak sama', rate: 'wilayah dengan angka lebih tinggi' },
    wrong: 'Isi dengan angka, misalnya 1,5.',
    find: 'Hitung sebaran',
    found: (reached: string, affected: string, left: string) =>
      `Terjangkau kira-kira ${reached} dari ${affected} anak terdampak; tidak terpakai ${left}.`,
    next: (children: string) => `100 juta rupiah berikutnya menjangkau kira-kira ${children} anak lagi.`,
    unknownAreas: (n: string) => `${n} wilayah tanpa angka hanya mendapat batas paling sedikit.`,
    none: {
      minimums: (excess: string) =>
        `Tidak ada jawaban: jumlah batas paling sedikit melampaui pagu sebesar ${excess}.`,
      quota: (district: string, excess: string) =>
        `Tidak ada jawaban: batas paling sedikit di ${district} melampaui batas kecamatannya sebesar ${excess}.`,
      conflict: 'Tidak ada jawaban: batas-batas ini saling meniadakan.',
      unsolved: 'Perhitungan tidak menghasilkan jawaban yang memenuhi semua batas.',
    },
    head: { area: 'Wilayah', amount: 'Pagu', reached: 'Terjangkau' },
    caption: 'Sebaran yang disarankan, terbanyak lebih dahulu',
    save: 'Unduh sebaran',
    saveName: 'pagu-terbaik',
  },
  files: {
    load: 'Muat daftar kegiatan',
    save: 'Unduh daftar kegiatan',
    saveName: 'penandaan-anggaran',
    loaded: (rows: string, file: string) => `${rows} kegiatan dimuat dari ${file}.`,
    none: 'Berkas itu bukan daftar kegiatan: perlu kolom Kegiatan atau Sub Kegiatan, dan Pagu.',
    about: 'Daftar yang dimuat mengganti daftar yang ada. Susunan unduhan dapat dimuat kembali.',
  },
};
export type BudgetWords = typeof budgetId;
