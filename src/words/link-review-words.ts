import type { Language } from '#core/language.ts';
import type { Agreement, ShownPerson, Verdict } from '#core/link-review.ts';

/** What the review of links says: fetched with the desk. */
export interface LinkReviewWords {
  readonly heading: string;
  readonly what: string;
  readonly how: string;
  readonly at: (position: string, all: string) => string;
  readonly identifiers: (nik: string, kk: string) => string;
  readonly agreement: Readonly<Record<Agreement, string>>;
  readonly show: string;
  readonly child: string;
  readonly member: string;
  readonly name: string;
  readonly birth: string;
  readonly sex: string;
  readonly sexes: Readonly<Record<ShownPerson['sex'], string>>;
  readonly none: string;
  readonly verdict: Readonly<Record<Verdict, string>>;
  readonly undo: string;
  readonly keys: string;
  readonly finished: string;
  readonly ofRule: (
    rule: string,
    looked: string,
    same: string,
    other: string,
    unsure: string,
    links: string,
  ) => string;
  readonly estimate: (share: string, low: string, high: string) => string;
  readonly noEstimate: string;
  readonly recount: string;
  readonly save: string;
  readonly rejected: string;
}

const id: LinkReviewWords = {
  heading: 'Periksa tautan',
  what: 'Contoh tautan diperiksa satu per satu: apakah anak dan anggota keluarga itu orang yang sama atau serumah? Nama, tanggal lahir dan jenis kelamin tampil hanya untuk pasangan itu setelah ditekan; tidak dapat disalin, tidak dicetak, tidak disimpan.',
  how: 'Dari tiap aturan diambil paling banyak 25 tautan, berjarak sama. Perkiraan: bagian yang benar pada tiap aturan, ditimbang dengan jumlah tautannya; "ragu" tidak ikut. Selangnya dari selang Wilson 95 % tiap aturan.',
  at: (position, all) => `Pasangan ${position} dari ${all}`,
  identifiers: (nik, kk) => `NIK ${nik}, KK ${kk}`,
  agreement: { same: 'sama', other: 'berbeda', unknown: 'tidak lengkap' },
  show: 'Tampilkan pasangan (L)',
  child: 'Anak',
  member: 'Anggota keluarga',
  name: 'Nama',
  birth: 'Lahir',
  sex: 'Jenis kelamin',
  sexes: { male: 'laki-laki', female: 'perempuan', unknown: 'tidak diketahui' },
  none: 'tidak ada',
  verdict: { same: 'Benar (S)', other: 'Salah (B)', unsure: 'Ragu (R)' },
  undo: 'Urungkan (U)',
  keys: 'Tombol: L tampilkan, S benar, B salah, R ragu, U urungkan.',
  finished: 'Semua contoh sudah diperiksa.',
  ofRule: (rule, looked, same, other, unsure, links) =>
    `${rule}: ${looked} diperiksa dari ${links} tautan; ${same} benar, ${other} salah, ${unsure} ragu`,
  estimate: (share, low, high) => `Perkiraan tautan yang benar: ${share} (selang ${low} sampai ${high})`,
  noEstimate: 'Belum ada perkiraan: periksa sekurangnya satu tautan dari tiap aturan.',
  recount: 'Tautan yang dinyatakan salah dilepas setelah "Hitung lagi": desilnya menjadi tidak diketahui.',
  save: 'Simpan putusan',
  rejected: 'dilepas setelah diperiksa',
};

const en: LinkReviewWords = {
  heading: 'Look at links',
  what: 'A sample of links is looked at one by one: is the child one with that member of the family, or of one household? Name, birth date and sex show for that pair alone once pressed; they cannot be copied, are not printed, not kept.',
  how: 'Of each rule up to 25 links are drawn, evenly spread. The estimate: the share of right ones by rule, weighted by its links; "unsure" says nothing. Its span comes of the 95% Wilson intervals of the rules.',
  at: (position, all) => `Pair ${position} of ${all}`,
  identifiers: (nik, kk) => `NIK ${nik}, KK ${kk}`,
  agreement: { same: 'equal', other: 'different', unknown: 'incomplete' },
  show: 'Show the pair (L)',
  child: 'Child',
  member: 'Member of the family',
  name: 'Name',
  birth: 'Born',
  sex: 'Sex',
  sexes: { male: 'male', female: 'female', unknown: 'unknown' },
  none: 'none',
  verdict: { same: 'Right (S)', other: 'Wrong (B)', unsure: 'Unsure (R)' },
  undo: 'Undo (U)',
  keys: 'Keys: L show, S right, B wrong, R unsure, U undo.',
  finished: 'All of the sample has been looked at.',
  ofRule: (rule, looked, same, other, unsure, links) =>
    `${rule}: ${looked} looked at of ${links} links; ${same} right, ${other} wrong, ${unsure} unsure`,
  estimate: (share, low, high) => `Estimated share of right links: ${share} (span ${low} to ${high})`,
  noEstimate: 'No estimate yet: look at one link of each rule at least.',
  recount: 'Links found wrong are taken away by "Count again": their decile becomes unknown.',
  save: 'Save verdicts',
  rejected: 'taken away after a look',
};

export const LINK_REVIEW: Readonly<Record<Language, LinkReviewWords>> = { id, en };
