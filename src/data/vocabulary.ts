import type { CONDITION_DIMENSIONS } from '#core/dimension.ts';

export type NutritionDimension = (typeof CONDITION_DIMENSIONS)[number];
export type ClassPart = 'severe' | 'moderate' | 'total' | 'none';
export type PlaceLevel = 'village' | 'district' | 'regency' | 'facility' | 'neighborhood' | 'place';
export type CountedUnit = 'child' | 'family' | 'person';

/**
 * What a word or phrase of a header says. `qualifier`: whatever stands beside it is no longer the plain thing.
 * `index`: a nutrition index (TB/U); `body`: what is measured for one. `filler` changes nothing.
 */
export type Meaning =
  | { readonly is: 'class'; readonly dimension: NutritionDimension; readonly part: string }
  | { readonly is: 'condition' | 'index' | 'body'; readonly dimension: NutritionDimension }
  | { readonly is: 'threshold'; readonly part: 'severe' | 'moderate' | 'total' }
  /** A short name of several classes; which one, the columns around it say. */
  | { readonly is: 'short'; readonly dimension: NutritionDimension; readonly parts: readonly ClassPart[] }
  | { readonly is: 'people'; readonly unit: CountedUnit; readonly months?: readonly [number, number] }
  | { readonly is: 'ages'; readonly months: readonly [number, number] }
  | { readonly is: 'sex'; readonly sex: 'male' | 'female' | 'both' }
  | { readonly is: 'level'; readonly level: PlaceLevel }
  | { readonly is: 'system'; readonly system: 'kemendagri' | 'bps' }
  | { readonly is: 'time'; readonly kind: 'period' | 'year' | 'month' | 'quarter' | 'semester' }
  | { readonly is: 'decile'; readonly part: string | null; readonly span: readonly [number, number] | null }
  | {
      readonly is:
        | 'normal'
        | 'measured'
        | 'weighed'
        | 'target'
        | 'unmeasured'
        | 'coverage'
        | 'share'
        | 'total'
        | 'case'
        | 'poor'
        | 'risk'
        | 'not'
        | 'qualifier'
        | 'code'
        | 'name'
        | 'sexes'
        | 'old'
        | 'note'
        | 'value'
        | 'kind'
        | 'filler';
    };

const cls = (dimension: NutritionDimension, part: string): Meaning => ({ is: 'class', dimension, part });
const people = (unit: CountedUnit, months?: readonly [number, number]): Meaning => ({
  is: 'people',
  unit,
  ...(months ? { months } : {}),
});
const level = (name: PlaceLevel): Meaning => ({ is: 'level', level: name });

/**
 * The words of headers, each phrase with its meaning; of two phrases that fit the longer counts. Sources: the exports
 * of e-PPGBM and Sigizi, Bina Bangda forms, village tables of Satu Data portals, table 48 of the health profiles, P3KE,
 * DTSEN and KRS recaps; classes as Permenkes 2/2020; names of areas as UU 23/2014 and the special provinces' own laws
 * (Aceh, West Sumatra, Papua, Yogyakarta, Lampung) give them. A word that is not here makes its header unsure.
 */
export const VOCABULARY: readonly (readonly [Meaning, string])[] = [
  [cls('stunting', 'severe'), 'sangat pendek|sgt pendek|sp|severely stunted|severe stunting|stunting berat'],
  [cls('stunting', 'moderate'), 'pendek|stunted moderate|moderately stunted'],
  [cls('stunting', 'over'), 'tinggi|tall'],
  [cls('wasting', 'severe'), 'gizi buruk|gibur|gbr|sangat kurus|severely wasted|severe wasting'],
  [{ is: 'short', dimension: 'wasting', parts: ['severe', 'none'] }, 'gb'],
  [cls('wasting', 'moderate'), 'gizi kurang|gikur|gk|kurus|moderately wasted'],
  [
    cls('wasting', 'over'),
    'risiko dan gizi lebih|risiko gizi lebih|resiko gizi lebih|berisiko gizi lebih|beresiko gizi lebih|gizi lebih|obesitas|obese|gemuk|overweight',
  ],
  [cls('wasting', 'none'), 'gizi baik|gizi normal'],
  [
    cls('underweight', 'severe'),
    'sangat kurang|sgt kurang|sk|bb sangat kurang|berat badan sangat kurang|severely underweight|severe underweight',
  ],
  [cls('underweight', 'moderate'), 'bb kurang|berat badan kurang|kurang'],
  [
    cls('underweight', 'over'),
    'risiko lebih|resiko lebih|risiko bb lebih|risiko berat badan lebih|resiko berat badan lebih|bb lebih|berat badan lebih',
  ],
  [cls('underweight', 'none'), 'berat badan normal|bb normal'],
  [{ is: 'normal' }, 'normal|normal atau tinggi|normal or tall|normal atau lebih|normal or above'],
  [{ is: 'condition', dimension: 'stunting' }, 'stunting|stunted|kerdil'],
  [{ is: 'condition', dimension: 'wasting' }, 'wasting|wasted'],
  [{ is: 'condition', dimension: 'underweight' }, 'underweight'],
  [
    { is: 'index', dimension: 'stunting' },
    'tbu|tinggi badan menurut umur|panjang badan menurut umur|tinggi badan per umur|height for age',
  ],
  [
    { is: 'index', dimension: 'wasting' },
    'bbtb|berat badan menurut tinggi badan|berat badan menurut panjang badan|weight for height',
  ],
  [{ is: 'index', dimension: 'underweight' }, 'bbu|berat badan menurut umur|weight for age'],
  [{ is: 'body', dimension: 'stunting' }, 'tinggi badan|panjang badan|panjang tinggi badan|tb|pb'],
  [{ is: 'body', dimension: 'underweight' }, 'berat badan|bb'],
  [{ is: 'threshold', part: 'severe' }, 'sd3'],
  [{ is: 'threshold', part: 'moderate' }, 'sd23'],
  [{ is: 'threshold', part: 'total' }, 'sd2'],

  [{ is: 'measured' }, 'diukur|terukur|pengukuran|measured|d'],
  [{ is: 'weighed' }, 'ditimbang|tertimbang|penimbangan|weighed'],
  [{ is: 'measured' }, 'ditimbang dan diukur|diukur dan ditimbang|ditimbang diukur|diukur ditimbang|entry'],
  [
    { is: 'unmeasured' },
    'tidak diukur|tidak ditimbang|belum diukur|belum ditimbang|tidak ukur|tidak timbang|not measured|not weighed|unmeasured',
  ],
  [{ is: 'target' }, 'sasaran|proyeksi|s|riil|sasaran riil|sasaran proyeksi|projected|target s'],
  [{ is: 'coverage' }, 'cakupan|coverage'],
  [
    { is: 'share' },
    'persen|persentase|presentase|prosentase|percent|percentage|pct|prevalensi|prevalence|proporsi|prev|rate',
  ],
  [{ is: 'total' }, 'jumlah|jml|jlh|jum|total|banyak|banyaknya|number|count|n|seluruh|semua|all|abs|f'],
  [{ is: 'case' }, 'kasus|penderita|cases|case|kejadian'],
  [{ is: 'value' }, 'nilai|value|angka|frekuensi|realisasi'],
  [
    { is: 'kind' },
    'kategori|indikator|variabel|uraian|jenis|kelompok|klasifikasi|status|category|indicator|variable',
  ],

  [
    people('child'),
    'balita|anak balita|anak|children|child|under five|underfive|under fives|bawah lima tahun|di bawah lima tahun|dibawah lima tahun|usia bawah lima tahun|di bawah 5 tahun|dibawah 5 tahun|bawah 5 tahun|usia di bawah lima tahun|usia dibawah lima tahun|usia balita|toddler|toddlers',
  ],
  [people('child', [0, 23]), 'baduta|bayi dan baduta|bawah dua tahun|under two'],
  [people('child', [0, 11]), 'bayi|infant|infants|bayi balita lahir'],
  [people('child', [0, 35]), 'batita'],
  [
    people('family'),
    'keluarga|kk|kepala keluarga|rumah tangga|ruta|household|households|families|family|krt',
  ],
  [people('person'), 'penduduk|jiwa|individu|warga|orang|population|persons|people|anggota keluarga'],
  [
    { is: 'poor' },
    'miskin ekstrem|miskin ekstrim|kemiskinan ekstrem|kemiskinan ekstrim|extreme poverty|extremely poor',
  ],
  [
    { is: 'risk' },
    'krs|keluarga berisiko stunting|keluarga risiko stunting|keluarga beresiko stunting|keluarga resiko stunting|families at risk of stunting|families at risk',
  ],

  [{ is: 'not' }, 'tidak|non|bukan|not|nonstunting|tdk|tak'],
  [
    { is: 'qualifier' },
    'tanpa|belum|berisiko|beresiko|risiko|resiko|rawan|rentan|at risk|target|capaian|baru|lama|lulus|sembuh|perbaikan|membaik|memburuk|lokus|locus|absen|hadir|tidak hadir|datang|ibu|ibu hamil|bumil|hamil|ibu menyusui|busui|nifas|remaja|remaja putri|rematri|catin|calon pengantin|pus|wus|lansia|dewasa|sekolah|siswa|paud|lahir|kelahiran|bblr|meninggal|mati|kematian|pindah|pindahan|keluar|masuk|dirujuk|rujukan|rujuk|mendapat|mendapatkan|menerima|diberi|diberikan|penerima|intervensi|ditangani|tertangani|pmt|pkmk|asi|imunisasi|vitamin|vitamin a|ttd|kek|anemia|diare|tbc|ispa|disabilitas|bpjs|jkn|pkh|bpnt|kia|kms|buku kia|punya|memiliki|miskin|mampu|prasejahtera|bantuan|penurunan|kenaikan|turun|naik|selisih|perubahan|kumulatif|rata rata|rerata|rata|median|rencana|dugaan|suspek|suspect|probable|diduga|terduga|estimasi|perkiraan|terkoreksi|verifikasi|terverifikasi|validasi|valid|audit|diaudit|bawaan|kembar|yatim|pendatang|domisili|luar|prioritas|dampingan|didampingi|pendampingan|bapak asuh|asuh|new|old|target|recovered|referred|pregnant|adolescent|mother|mothers|expected|planned|estimated|suspected|poor|locus|average|mean|change',
  ],

  [
    level('village'),
    'kelurahan|desa|kel|ds|village|villages|gampong|gampoeng|nagari|nagori|kampung|kampong|kalurahan|pekon|tiyuh|negeri|lembang|ohoi|wadmkd|namobj|nmdesa|nmkel|kel desa|desa kelurahan|kelurahan desa|subdistrict village|village ward|ward',
  ],
  [level('district'), 'kecamatan|kec|distrik|district|kapanewon|kemantren|subdistrict|wadmkc|nmkec'],
  [
    level('regency'),
    'provinsi|prov|province|kabupaten|kab|kota|kabkota|kab kota|kabupaten kota|regency|city|wadmkk|wadmpr|nmkab|nmprov|pulau|negara',
  ],
  [level('facility'), 'puskesmas|pukesmas|pkm|pustu|poskesdes|faskes|fasyankes|health center'],
  [level('facility'), 'posyandu|posy|pos yandu'],
  [
    level('neighborhood'),
    'rt|rw|rt rw|dusun|lingkungan|banjar|jorong|korong|sls|dasawisma|lorong|lindongan|jaga',
  ],
  [level('place'), 'wilayah|daerah|area|lokasi|tempat|wilayah administrasi'],
  [{ is: 'code' }, 'kode|kd|code|id|kodifikasi|nomor kode'],
  [{ is: 'name' }, 'nama|nm|name'],
  [{ is: 'sexes' }, 'jenis kelamin|jns kelamin|kelamin|jk|gender|sex'],
  [{ is: 'old' }, 'usia|umur|aged|age|kelompok umur|kelompok usia|golongan umur|age group'],
  [{ is: 'system', system: 'kemendagri' }, 'kemendagri|dagri|kemdagri|pum|permendagri|kepmendagri|mendagri'],
  [{ is: 'system', system: 'bps' }, 'bps|mfd'],
  [
    { is: 'time', kind: 'period' },
    'periode|period|waktu|bulan tahun|tahun bulan|bulan dan tahun|masa|tanggal|tgl|date',
  ],
  [{ is: 'time', kind: 'year' }, 'tahun|thn|th|year|tahun data|tahun anggaran|thn anggaran'],
  [{ is: 'time', kind: 'month' }, 'bulan|bln|bl|month'],
  [{ is: 'time', kind: 'quarter' }, 'triwulan|tw|tribulan|kuartal|quarter'],
  [{ is: 'time', kind: 'semester' }, 'semester|smt|sem'],
  [
    { is: 'sex', sex: 'both' },
    'lp|l p|laki laki dan perempuan|laki laki perempuan|lk pr|laki perempuan|both sexes',
  ],
  [{ is: 'sex', sex: 'male' }, 'l|lk|laki|laki laki|pria|putra|male|boys|boy|lakilaki'],
  [{ is: 'sex', sex: 'female' }, 'p|pr|perempuan|wanita|putri|female|girls|girl|pi'],

  [
    { is: 'note' },
    'bagian kode|no|nomor|urut|no urut|nomor urut|sumber|satuan|keterangan|ket|catatan|rangking|ranking|peringkat|layanan|services|nama sumber|unit|pos|kodepos|kode pos|luas|update|ts|timestamp|note|notes|remark|remarks|source|rank',
  ],
  [
    { is: 'filler' },
    'yang|menurut|di|pada|dan|dengan|dg|dgn|status gizi|hasil|data|berdasarkan|dari|untuk|per|ke|yg|atau|dalam|kategori status|of|with|the|in|by|who|are|administrasi|kerja|ada|mengalami|menderita|reported|dilaporkan|laporan|pelaporan|pendataan|ini|the number of',
  ],
];

/** Words after which a header no longer says the plain thing: each must leave every known header unsure. */
export const QUALIFIERS: readonly string[] = VOCABULARY.flatMap(([meaning, phrases]) =>
  meaning.is === 'qualifier' || meaning.is === 'not' ? phrases.split('|') : [],
);
