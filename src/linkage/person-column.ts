/** What a column of a table of children, members or families holds. */
export type PersonField = keyof typeof HEADERS;

/** Headers as offices write them, after `plainTitle`. Sources: docs/linkage.md. */
const HEADERS = {
  nik: [
    'nik',
    'nik anak',
    'nik balita',
    'no nik',
    'nomor nik',
    'nomor induk kependudukan',
    'no induk kependudukan',
    'nik anggota keluarga',
    'nik ktp',
  ],
  name: [
    'nama',
    'nama anak',
    'nama balita',
    'nama bayi balita',
    'nama lengkap',
    'nama anggota keluarga',
    'nama anggota',
    'nama individu',
  ],
  sex: ['jk', 'jenis kelamin', 'l p', 'jns kelamin', 'kelamin', 'jenis kelamin l p', 'jk l p'],
  birth: ['tgl lahir', 'tanggal lahir', 'tanggal lahir anak', 'tgl lahir anak', 'tgllahir'],
  birthPlace: ['tempat tgl lahir', 'tempat tanggal lahir', 'ttl', 'tempat dan tanggal lahir'],
  kk: ['nomor kk', 'no kk', 'kk', 'nomor kartu keluarga', 'no kartu keluarga', 'no kk orang tua', 'nkk'],
  parents: [
    'nama ortu',
    'nama orang tua',
    'nama orang tua ibu ayah',
    'nama orangtua',
    'nama ibu',
    'nama ayah',
    'nama ibu kandung',
    'nama ayah ibu',
    'nama ibu ayah',
  ],
  parentNik: ['nik orang tua', 'nik orangtua', 'nik ortu', 'nik ibu', 'nik ayah', 'nik ibu kandung'],
  district: ['kec', 'kecamatan', 'nama kecamatan'],
  village: [
    'desa kel',
    'kel desa',
    'desa',
    'kelurahan',
    'desa kelurahan',
    'kelurahan desa',
    'nama desa',
    'nama kelurahan',
    'nama kelurahan desa',
    'nama desa kelurahan',
  ],
  villageCode: [
    'kode kemdagri',
    'kode kemendagri',
    'kode kelurahan desa',
    'kode desa kelurahan',
    'kode desa',
    'kode kelurahan',
    'kode wilayah',
  ],
  puskesmas: ['pukesmas', 'puskesmas', 'nama puskesmas'],
  posyandu: ['posyandu', 'nama posyandu'],
  ageText: ['usia saat ukur', 'umur saat ukur', 'umur', 'usia'],
  measured: [
    'tanggal pengukuran',
    'tgl pengukuran',
    'tanggal ukur',
    'tgl ukur',
    'tanggal penimbangan',
    'tgl penimbangan',
    'tanggal timbang',
    'tgl timbang',
  ],
  weight: ['berat', 'bb', 'berat badan', 'bb kg', 'berat kg', 'berat badan kg'],
  height: [
    'tinggi',
    'tb',
    'pb tb',
    'tb pb',
    'tinggi badan',
    'tinggi cm',
    'tb cm',
    'tinggi badan cm',
    'panjang tinggi badan',
  ],
  weightLabel: ['bb u', 'status bb u', 'kategori bb u'],
  weightZ: ['zs bb u', 'zscore bb u', 'z score bb u'],
  heightLabel: ['tb u', 'pb u', 'pb tb u', 'tb pb u', 'status tb u', 'status pb u', 'kategori tb u'],
  heightZ: ['zs tb u', 'zs pb u', 'zscore tb u', 'z score tb u'],
  wastingLabel: ['bb tb', 'bb pb', 'bb pb tb', 'bb tb pb', 'status bb tb', 'kategori bb tb'],
  wastingZ: ['zs bb tb', 'zs bb pb', 'zscore bb tb', 'z score bb tb'],
  householdId: ['id keluarga', 'id kk', 'idkeluarga'],
  rowId: ['id'],
  relation: [
    'hubungan dengan kpl keluarga',
    'hubungan dengan kepala keluarga',
    'hubungan keluarga',
    'hubungan dalam keluarga',
    'status hubungan dalam keluarga',
    'shdk',
  ],
  decile: ['desil', 'desil kesejahteraan', 'desil nasional', 'keterangan desil', 'desil dtsen', 'desil p3ke'],
  extremePoor: ['kemiskinan ekstrem', 'miskin ekstrem', 'status kemiskinan ekstrem'],
  head: ['kepala keluarga', 'nama kepala keluarga'],
  headNik: ['nik kepala keluarga'],
  wife: ['nama istri'],
  wifeNik: ['nik istri'],
  support: ['pkh', 'bpnt', 'penerima pkh', 'penerima bpnt', 'pbi jk', 'pbi nas', 'sembako', 'bansos'],
  infant: ['punya anak 0 23 bulan'],
  toddler: ['punya anak 24 59 bulan'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

const FIELD_OF: ReadonlyMap<string, PersonField> = new Map(
  (Object.entries(HEADERS) as [PersonField, readonly string[]][]).flatMap(([field, names]) =>
    names.map((name) => [name, field] as const),
  ),
);

/** A header without case, marks and a unit in brackets. */
export function plainTitle(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** The field that a header names, or null. */
export function personField(header: string): PersonField | null {
  const title = plainTitle(header);
  return FIELD_OF.get(title) ?? FIELD_OF.get(title.replace(/ (?:kg|cm)$/, '')) ?? null;
}
