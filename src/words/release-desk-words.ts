import type { Language } from '#core/language.ts';

/** What the desk of persons says of a release: fetched with it. */
export interface ReleaseDeskWords {
  readonly heading: string;
  readonly what: string;
  readonly register: string;
  readonly withoutRegister: string;
  readonly first: string;
  readonly cell: string;
  readonly atLeast: (k: string) => string;
  readonly reason: string;
  readonly make: string;
  readonly beginning: string;
  readonly protecting: (done: string, blocks: string) => string;
  readonly cancel: string;
  readonly canceled: string;
  readonly refused: string;
  readonly receipt: (policy: string) => string;
  readonly audit: (cells: string, exact: string, unsafe: string) => string;
  readonly narrowest: (width: string) => string;
  readonly registerFirst: string;
  readonly registerKept: string;
  readonly saveRegister: string;
  readonly registerFile: string;
  readonly save: string;
  readonly packageFile: string;
  readonly show: string;
  readonly drop: string;
}

const id: ReleaseDeskWords = {
  heading: 'Rilis untuk dibagikan',
  what: 'Dari hitungan yang sama: tabel yang terdaftar saja, angka kecil disembunyikan, sisanya dibulatkan ke 5, lalu dicoba dibongkar. Berkas mentah tidak dibaca lagi.',
  register: 'Pilih register rilis',
  withoutRegister: 'Tanpa register',
  first: 'Belum pernah ada rilis dari wilayah ini',
  cell: 'Jumlah terkecil yang ditampilkan',
  atLeast: (k) => `${k} anak`,
  reason: 'Alasan memakai kurang dari 10 (tampil dalam paket)',
  make: 'Buat rilis',
  beginning: 'Menyiapkan rilis',
  protecting: (done, blocks) => `Menyembunyikan dan menguji ${done} dari ${blocks} wilayah dan periode`,
  cancel: 'Batalkan rilis',
  canceled: 'Rilis dibatalkan; tidak ada yang dikeluarkan. Hitungan tetap ada.',
  refused: 'Rilis ditolak; tidak ada yang dikeluarkan.',
  receipt: (policy) =>
    `Keluaran memenuhi aturan ${policy} dan uji bocor; ini menurunkan, bukan meniadakan, risiko.`,
  audit: (cells, exact, unsafe) =>
    `Uji bocor: ${cells} sel tersembunyi dicoba dihitung balik; ${exact} terbuka tepat, ${unsafe} terlalu sempit.`,
  narrowest: (width) => `Selang tersempit ${width} anak.`,
  registerFirst:
    'Simpan register dahulu. Register mencatat apa yang sudah dibagikan, agar rilis berikutnya tidak membuka selisih. Jangan ikut dibagikan.',
  registerKept: 'Register tersimpan: pilihlah berkas itu pada rilis berikutnya.',
  saveRegister: 'Simpan register',
  registerFile: 'register-rilis.json',
  save: 'Simpan paket rilis',
  packageFile: 'paket-rilis.zip',
  show: 'Buka rilis di peta',
  drop: 'Buang rilis ini',
};

const en: ReleaseDeskWords = {
  heading: 'A release to hand on',
  what: 'Of the same count: listed tables alone, small counts hidden, the others rounded to 5, then attacked. The raw files are not read again.',
  register: 'Choose register of releases',
  withoutRegister: 'Without register',
  first: 'Nothing was ever released of this territory',
  cell: 'Smallest count shown',
  atLeast: (k) => `${k} children`,
  reason: 'Why less than 10 (shown in the package)',
  make: 'Make release',
  beginning: 'Preparing the release',
  protecting: (done, blocks) => `Hiding and attacking ${done} of ${blocks} areas and periods`,
  cancel: 'Cancel release',
  canceled: 'The release was canceled; nothing left. The count is still there.',
  refused: 'The release is refused; nothing left.',
  receipt: (policy) =>
    `The output keeps rule ${policy} and was attacked; this lowers the risk, it does not remove it.`,
  audit: (cells, exact, unsafe) =>
    `Attack: ${cells} hidden cells were computed back; ${exact} open exactly, ${unsafe} too narrow.`,
  narrowest: (width) => `Narrowest span ${width} children.`,
  registerFirst:
    'Save the register first. It holds what has been handed on, so that the next release opens no difference. It is not to be handed on.',
  registerKept: 'The register is saved: choose that file for the next release.',
  saveRegister: 'Save register',
  registerFile: 'release-register.json',
  save: 'Save release package',
  packageFile: 'release-package.zip',
  show: 'Open release on the map',
  drop: 'Discard this release',
};

export const RELEASE_DESK: Readonly<Record<Language, ReleaseDeskWords>> = { id, en };
