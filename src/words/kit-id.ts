/** What the interface kit says by itself, which knows no Indonesian. */
export const kitId = {
  dismiss: 'Tutup',
  clear: 'Kosongkan',
  suggestions: 'Saran',
  showSuggestions: 'Tampilkan saran',
  options: (n: string) => `${n} pilihan tersedia.`,
  group: (title: string, n: string) => `Kelompok ${title}, ${n} pilihan. `,
  chosen: (option: string) => `${option}, terpilih`,
  longPress: 'Tekan lama, atau Alt dan panah bawah, untuk membuka menu',
  choose: 'Pilih',
};
