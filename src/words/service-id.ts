import type { ConvergenceFormula } from '#core/convergence-score.ts';
import type { ServiceState } from '#core/service-coverage.ts';
import type { ServiceUnit } from '#core/service-indicator.ts';

/** How services reach those they are for, in Indonesian. */
export const serviceId = {
  name: 'Cakupan layanan',
  what: 'Layanan',
  titles: {
    indicator: (name: string, level: string, period: string) => `${name} per ${level}, ${period}`,
    score: (level: string, period: string) => `Skor konvergensi per ${level}, ${period}`,
  },
  score: 'Skor konvergensi',
  formulas: {
    received: 'layanan diterima ÷ seharusnya diterima',
    mean: 'rata-rata cakupan, masing-masing paling tinggi 100 %',
    'at-target': 'bagian indikator yang mencapai target',
  } satisfies Record<ConvergenceFormula, string>,
  formulaNote: (formula: string) =>
    `Rumus: ${formula}. Bukan rumus resmi; yang resmi untuk tingkat ini belum diumumkan.`,
  inverted: 'Pada indikator “lebih rendah lebih baik” yang dihitung adalah yang tidak mengalaminya.',
  less: 'lebih rendah lebih baik',
  target: (percent: string, origin: string) => `target ${percent} % (${origin})`,
  noTarget: 'target belum diisi',
  origins: {
    read: 'sumber publik',
    remembered: 'belum diperiksa terhadap lampiran Perpres 72/2021',
    own: 'ditetapkan sendiri',
  },
  /** At target to far from it. */
  byTarget: [
    'mencapai target',
    'kurang dari 10 poin lagi',
    '10–25 poin lagi',
    '25–50 poin lagi',
    'lebih dari 50 poin lagi',
  ] as readonly string[],
  /** High to low. */
  byCoverage: ['80 % ke atas', '60–80 %', '40–60 %', '20–40 %', 'di bawah 20 %'] as readonly string[],
  states: {
    observed: 'terisi',
    zero: 'nol yang belum dipastikan',
    noTarget: 'tak ada sasaran atau belum diisi (0/0)',
    contradiction: 'bertentangan (pembilang di atas penyebut)',
    missing: 'kosong',
  } satisfies Record<ServiceState, string>,
  zeroNote:
    'Formulir meminta angka 0 bila data kosong. Nol dari sasaran yang ada tidak dihitung sebelum dipastikan, dan tidak diberi warna.',
  units: {
    child: 'anak',
    woman: 'orang',
    couple: 'pasangan',
    family: 'keluarga',
    household: 'rumah tangga',
    pregnancy: 'kehamilan',
  } satisfies Record<ServiceUnit, string>,
  parts: (n: string, all: string) => `${n} dari ${all}`,
  gap: (people: string, unit: string) => `kurang ${people} ${unit} untuk mencapai target`,
  over: (people: string, unit: string) => `${people} ${unit} di atas target`,
  reached: 'target tercapai',
  completeness: (used: string, all: string) => `dari ${used} di antara ${all} indikator`,
  withZeros: (score: string) => `${score} bila semua nol dianggap hitungan`,
  before: (score: string, period: string) => `${period}: ${score}`,
  legendScore: 'Skor konvergensi (%)',
  legendTarget: (name: string) => `${name}: jarak ke target`,
  legendCoverage: (name: string) => `${name}: cakupan`,
  unranked: 'Arsir: kurang dari separuh indikator terisi; tidak diperingkat.',
  city: (name: string, value: string, parts: string) => `${name}: ${value} (${parts}).`,
  stateCounts: (level: string) => `Isi sel menurut ${level}`,
  absent: (n: string) => `${n} indikator tidak terisi di semua wilayah.`,
  columns: {
    value: { indicator: 'Cakupan (%)', score: 'Skor (%)' },
    numerator: 'Pembilang',
    denominator: 'Penyebut',
    state: 'Isi sel',
    gap: 'Kekurangan menuju target',
    target: 'Target (%)',
    used: 'Indikator dipakai',
    missing: 'Indikator tidak dipakai',
    withZeros: 'Skor bila nol dihitung (%)',
    before: 'Skor setahun sebelumnya (%)',
    formula: 'Rumus',
    period: 'Periode layanan',
  },
  column: { indicator: 'cakupan', score: 'skor' },
  order: 'jarak ke target',
  talk: { told: 'Yang paling tertinggal lebih dahulu', none: 'Belum ada wilayah yang dapat dibandingkan' },
  worst: (name: string) => `Layanan terburuk di ${name}`,
  worstLine: (points: string, parts: string) => `${points} poin di bawah target, ${parts}`,
  worstOver: (points: string, parts: string) => `${points} poin di atas target, ${parts}`,
  worstNone: 'Tidak ada layanan di bawah target dengan sasaran sedikitnya 30.',
  children: (people: string, name: string) => `Anak terbanyak yang belum terlayani: ${people} anak, ${name}.`,
  unjudged: (n: string) =>
    `${n} layanan tidak dapat dinilai (kosong, nol yang belum dipastikan, atau tanpa target).`,
  choose: 'Pilih satu wilayah pada peta untuk melihat layanan terburuknya.',
  period: 'Periode layanan',
  heat: {
    title: (level: string) => `Semua layanan, semua ${level}`,
    name: 'Peta panas layanan: panah memindahkan sel, Enter memilih wilayah dan layanannya',
    hint: 'Baris: wilayah. Kolom: indikator. Gelap: jauh dari target. Putih: kosong. Abu-abu: nol, 0/0, atau bertentangan.',
    cell: (area: string, indicator: string, said: string) => `${area}, ${indicator}: ${said}`,
  },
  files: {
    load: 'Muat formulir layanan',
    save: 'Unduh dalam susunan formulir',
    saveName: 'cakupan-layanan',
    loaded: (cells: string, file: string) => `${cells} sel dimuat dari ${file}.`,
    none: 'Berkas itu bukan formulir cakupan layanan: perlu kolom ID Desa Kemendagri, Nama Desa, lalu pembilang, penyebut, dan persentase.',
    about: 'Susunannya sama dengan formulir Bangda, sehingga dapat diketik ulang atau dimuat kembali.',
  },
};
export type ServiceWords = typeof serviceId;
