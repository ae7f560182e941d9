import { plainText } from './identity-number.ts';

/** What a header says its column holds of a person. */
export type PersonalHeader =
  | 'identity'
  | 'name'
  | 'address'
  | 'neighborhood'
  | 'birth-date'
  | 'phone'
  | 'email'
  | 'person-key';

/** Words that turn a header into a number of people: jumlah KK, % NIK padan, WAJIB_KTP. */
const COUNTING =
  'jumlah jml jlh total banyak banyaknya persen persentase pct rerata rata cakupan target sasaran wajib punya memiliki mempunyai tanpa belum padan valid rasio kepadatan n count';
/** An office has a name, an address and a telephone too, and these are nobody's secret. */
const PLACES =
  'kelurahan desa kel village kecamatan kec district kabupaten kab kota kabkota provinsi prov wilayah daerah area puskesmas pukesmas pustu posyandu kantor faskes sekolah paud rs klinik rumahsakit dinas opd instansi lembaga dusun lingkungan jorong banjar objek obyek resmi bps kemendagri sumber indikator program kegiatan file berkas';
const PEOPLE =
  'anak balita bayi baduta ibu bunda ayah bapak ortu orangtua orang tua kandung istri isteri suami wali kk krt kepala lengkap panggilan anggota art individu pasien warga penduduk kader responden bumil catin siswa sasaran pengasuh nenek kakek person child mother father';
const PARENTS =
  'ibu|ibu kandung|ayah|bapak|ortu|orang tua|orangtua|nama ortu|istri|isteri|suami|wali|pengasuh|kepala keluarga|kepala rumah tangga|krt|pasien';

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(' '));
const COUNTING_WORDS = setOf(COUNTING);
const PLACE_WORDS = setOf(PLACES);
const PEOPLE_WORDS = setOf(PEOPLE);
const PARENT = new RegExp(`^(?:nama )?(?:${PARENTS})(?: ${PARENTS.replaceAll('|', '| ')})*$`);
const IDENTITY_WORDS = setOf('nik nonik nkk nokk kk ktp ektp kia bpjs jkn');
const PHONE_WORDS = setOf('hp nohp telp notelp tlp telepon telpon handphone ponsel wa nowa whatsapp phone');
const KEY =
  /^(?:id|no|nomor|kode)(?: unik)? (?:keluarga|individu|anggota|anggota keluarga|art|anak|balita|sasaran|pasien|responden|bdt|dtks|p3ke|rekam medis|rm|peserta|peserta pkh|rekening|rek|pelanggan|pelanggan pln)$/;
const BIRTH =
  /(?:^| )(?:ttl|dob|birthdate|birth date|date of birth)(?: |$)|(?:tgl|tanggal|tggl|tempat tgl|tempat tanggal) ?(?:lahir|lhr)/;
const PERSON_PHRASE = /(?:nomor )?induk kependudukan|(?:no|nomor) kartu keluarga|kartu tanda penduduk/;

/** A header in lower case, its words separated by single spaces: 'noKK' and 'No. KK' are both 'no kk'. */
export function headerWords(header: string): string {
  return plainText(header)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%]+/gu, ' ')
    .replace(
      /(?<=^|\s)(nama|nomor|tanggal|tgl|id)(?=(?:anak|balita|bayi|ibu|ayah|ortu|orang|lahir|kk|nik|hp|keluarga))/g,
      '$1 ',
    )
    .trim();
}

/** Whether a header counts something instead of naming it. */
export function isCountingHeader(words: string): boolean {
  return words.startsWith('%') || COUNTING_WORDS.has(words.split(' ')[0] ?? '');
}

/**
 * The personal meaning of a header, or null: Indonesian and English words as offices write them, in any case and with
 * any punctuation. The values decide afterwards, because offices also head counts with KK, RT or Ibu.
 */
export function personalHeader(header: string): PersonalHeader | null {
  const words = headerWords(header);
  const list = words.split(' ');
  const has = (set: ReadonlySet<string>): boolean => list.some((word) => set.has(word));
  if (words === '' || isCountingHeader(words)) return null;
  if (PERSON_PHRASE.test(words) || has(IDENTITY_WORDS)) {
    return list.includes('nama') ? 'name' : 'identity';
  }
  if (BIRTH.test(words) || words === 'lahir') return 'birth-date';
  if (/(?:^| )e ?mail/.test(words)) return 'email';
  if (KEY.test(words)) return 'person-key';
  if (/^rt(?: ?rw)?$|^(?:no )?r[tw]$/.test(words)) return 'neighborhood';
  if (has(PHONE_WORDS)) return has(PLACE_WORDS) ? null : 'phone';
  if (list.includes('alamat') || list.includes('address') || words === 'domisili') {
    return has(PLACE_WORDS) ? null : 'address';
  }
  if (PARENT.test(words)) return 'name';
  if ((list.includes('nama') || list.includes('name')) && has(PEOPLE_WORDS)) {
    return has(PLACE_WORDS) && !list.includes('kader') ? null : 'name';
  }
  return null;
}

/** The telephone or address of an office, which is no secret. */
export function isPlaceContact(header: string): boolean {
  const list = headerWords(header).split(' ');
  return (
    list.some((word) => PHONE_WORDS.has(word) || /^e?mail$/.test(word)) &&
    list.some((word) => PLACE_WORDS.has(word))
  );
}

const OFFICE = /\b(?:puskesmas|pukesmas|pustu|posyandu|kantor|faskes|klinik|dinas)\b/;

/** A telephone by its header alone, in a table that names an office in another column: most likely the office's. */
export function isOfficePhone(header: string, headers: readonly string[]): boolean {
  const list = headerWords(header).split(' ');
  const isBare = list.every((word) => PHONE_WORDS.has(word) || word === 'no' || word === 'nomor');
  return isBare && headers.some((other) => OFFICE.test(headerWords(other)));
}

const HEADER_WORDS = setOf(
  `${COUNTING} ${PLACES} ${PEOPLE} nik nokk kk ktp hp telp wa alamat rt rw nama name no nomor id kode code tgl tanggal lahir jk jenis kelamin umur usia bulan tahun periode triwulan semester berat tinggi bb tb u pb lila status gizi stunting wasting pendek sangat kurang buruk normal baik lebih diukur ditimbang ukur timbang pengukuran cara zs keterangan catatan ket satuan desil email key ts x y lat lon bujur lintang induk kependudukan kartu keluarga tempat hash`,
);

/** Whether a cell reads as a header: short, and made of words that offices put into headers. */
export function isHeaderText(text: string): boolean {
  const words = headerWords(text);
  return words !== '' && words.length <= 60 && words.split(' ').every((word) => HEADER_WORDS.has(word));
}
