/** What is said of versions of the method, in Indonesian. */
export const methodId = {
  older: (version: string, moved: string) =>
    `dihitung menurut cara versi ${version}, seperti saat dibuat; yang berubah sejak itu: ${moved}`,
  renew: 'Pakai cara hitung sekarang',
  changes: {
    goalposts: 'patok indeks',
    'rate-variance': 'ragam angka pada kantong',
    'hotspot-reference': 'acuan tinggi dan rendah',
    'tie-break': 'urutan skor yang sama',
    funnel: 'batas corong',
    'change-evidence': 'bukti naik dan turun',
    'edge-band': 'kata di batas',
  },
};
