/** How probable it is that a rate lies above a threshold, in Indonesian. */
export const exceedanceId = {
  title: (what: string, threshold: string, level: string, period: string) =>
    `Peluang ${what} di atas ${threshold} per ${level}, ${period}`,
  heading: (what: string, threshold: string) => `Peluang ${what} di atas ${threshold}`,
  thresholds: {
    band: (rate: string) => `ambang ${rate} (WHO/UNICEF)`,
    city: (rate: string) => `ambang ${rate} (angka seluruh wilayah)`,
    own: (rate: string) => `ambang ${rate} (pilihan sendiri)`,
  },
  classes: ['< 5 %', '5–20 %', '20–80 %', '80–95 %', '> 95 %'] as readonly string[],
  notes: {
    reading:
      'Di atas 80 %: agaknya di atas ambang; di bawah 20 %: agaknya tidak; di antaranya tak dapat dikatakan (Richardson dkk. 2004).',
    how: 'Angka wilayah dengan penyebut kecil ditarik ke angka seluruh wilayah (beta-binomial).',
    same: 'angka tidak membedakan wilayah',
  },
  area: (threshold: string, probability: string) => `peluang di atas ${threshold}: ${probability}`,
  below: (edge: string) => `< ${edge}`,
  above: (edge: string) => `> ${edge}`,
  column: 'peluang, %',
  order: 'peluang di atas ambang',
  talk: (threshold: string) => `Menurut peluang di atas ${threshold}`,
  columns: {
    probability: 'Peluang di atas ambang (%)',
    class: 'Kelas peluang',
    threshold: 'Ambang peluang (%)',
    origin: 'Asal ambang peluang',
  },
  options: {
    band: (rate: string) => `peluang di atas ${rate}`,
    bandNote: (band: string) => `WHO/UNICEF, mulai «${band}»`,
    city: 'peluang di atas angka seluruh wilayah',
    own: 'peluang di atas ambang sendiri',
  },
  leads: 'Peluang ',
  aboveRate: (threshold: string) => `di atas ${threshold}`,
  aboveCity: 'di atas angka seluruh wilayah',
  phrase: (threshold: string) => `peluang di atas ${threshold}`,
  field: 'Ambang sendiri, %',
  fault: 'Tulis angka di antara 0 dan 100, misalnya 25 atau 27,5.',
};
