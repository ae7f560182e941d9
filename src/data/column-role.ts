import type { CONDITION_DIMENSIONS } from '#core/dimension.ts';

export type NutritionDimension = (typeof CONDITION_DIMENSIONS)[number];

/**
 * What a column of a table is taken for. `code` is of a system still to be decided. `tall` and `over` are measured
 * and not affected. `total` is severe and moderate together. `percent.*` is only compared with n/N, and used for n
 * alone where no count is given. `total-children` is a number of children that the header does not call measured or
 * target: which of the two it is depends on the other columns.
 */
export const COLUMN_ROLES = [
  'ignored',
  'code',
  'code.kemendagri',
  'code.bps',
  'name',
  'district',
  'districtCode',
  'puskesmas',
  'period',
  'year',
  'month',
  'quarter',
  'semester',
  'target',
  'measured',
  'stunting.severe',
  'stunting.moderate',
  'stunting.none',
  'stunting.over',
  'stunting.total',
  'wasting.severe',
  'wasting.moderate',
  'wasting.none',
  'wasting.over',
  'wasting.total',
  'underweight.severe',
  'underweight.moderate',
  'underweight.none',
  'underweight.over',
  'underweight.total',
  'poverty.1',
  'poverty.2',
  'poverty.3',
  'poverty.4',
  'poverty.5+',
  'poverty.unknown',
  'percent.stunting',
  'percent.wasting',
  'percent.underweight',
  'percent.poverty',
  'percent.coverage',
] as const;
export type ColumnRole = (typeof COLUMN_ROLES)[number];

/** Roles of which a table may have several columns. */
const REPEATABLE: ReadonlySet<ColumnRole> = new Set(['ignored', 'puskesmas', 'districtCode']);
export function isRepeatable(role: ColumnRole): boolean {
  return REPEATABLE.has(role) || role.endsWith('.over');
}

export function isCountRole(role: ColumnRole): boolean {
  return role === 'target' || role === 'measured' || /^(stunting|wasting|underweight|poverty)\./.test(role);
}

/** How a header was understood: for the reader to judge. `neighbor`: by the columns around it. */
export type RoleReason =
  | 'header'
  | 'neighbor'
  | 'percent-agrees'
  | 'only-total'
  | 'duplicate'
  | 'by-sex'
  | 'unknown'
  | 'chosen';

export interface HeaderReading {
  readonly role: ColumnRole | 'total-children' | 'class-normal' | 'percent';
  readonly confidence: 'high' | 'low';
  readonly why: RoleReason;
}

function words(header: string): string {
  return header
    .normalize('NFKC')
    .replace(/([a-z])([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .replace(/\b(tb|pb)\s*(\|\s*(tb|pb)\s*)?\/\s*u\b/g, ' tbu ')
    .replace(/\b(bb)\s*\/\s*(tb|pb)(\s*\|\s*(tb|pb))?\b/g, ' bbtb ')
    .replace(/\bbb\s*\/\s*u\b/g, ' bbu ')
    .replace(/\bd\s*\/\s*s\b/g, ' cakupan ')
    .replace(/%/g, ' persen ')
    .replace(/>\s*=?\s*5|\b5\s*\+/g, ' 5plus ')
    .replace(/[^a-z0-9]+/g, ' ')
    .replace(/\b(jml|jlh|jum)\b/g, 'jumlah')
    .replace(/\b(pukesmas|pkm)\b/g, 'puskesmas')
    .trim();
}

const has = (text: string, pattern: string): boolean => new RegExp(`(^| )(${pattern})( |$)`).test(text);

function contextOf(text: string): NutritionDimension | null {
  if (has(text, 'tbu|tinggi badan menurut umur|panjang badan menurut umur|stunting')) return 'stunting';
  if (has(text, 'bbtb|berat badan menurut tinggi badan|wasting')) return 'wasting';
  if (has(text, 'bbu|berat badan menurut umur|underweight')) return 'underweight';
  return null;
}

const CLASS_WORDS: readonly (readonly [NutritionDimension, string, string])[] = [
  ['stunting', 'severe', 'sangat pendek|severely stunted|severe stunting'],
  ['stunting', 'moderate', 'pendek|stunted'],
  ['wasting', 'severe', 'gizi buruk|sangat kurus|severely wasted|severe wasting'],
  ['wasting', 'over', '(be)?risiko gizi lebih|gizi lebih|obesitas|gemuk'],
  ['wasting', 'none', 'gizi baik'],
  ['underweight', 'severe', '(bb |berat badan )?sangat kurang|severely underweight'],
  ['underweight', 'over', 'risiko (bb |berat badan )?lebih|(bb|berat badan) lebih'],
  ['underweight', 'none', 'berat badan normal|bb normal'],
  ['underweight', 'moderate', '(bb|berat badan) kurang'],
  ['wasting', 'moderate', 'gizi kurang|kurus|wasted'],
  ['underweight', 'moderate', 'kurang'],
];
const BOTH_CLASSES =
  /sangat pendek .*\bpendek\b|\bpendek (dan |atau )?sangat pendek|gizi buruk (dan |atau )?gizi kurang|gizi kurang (dan |atau )?gizi buruk|sangat kurus (dan |atau )?kurus|kurus (dan |atau )?sangat kurus/;

function nutritionRole(text: string): HeaderReading['role'] | null {
  const context = contextOf(text);
  const both = BOTH_CLASSES.exec(text);
  if (both) return `${/pendek/.test(both[0]) ? 'stunting' : 'wasting'}.total`;
  for (const [dimension, part, pattern] of CLASS_WORDS) {
    if (has(text, pattern)) return `${context ?? dimension}.${part}` as ColumnRole;
  }
  if (context !== null && has(text, 'normal')) return `${context}.none`;
  if (has(text, 'normal')) return 'class-normal';
  if (has(text, 'tinggi') && !has(text, 'badan'))
    return context === null || context === 'stunting' ? 'stunting.over' : null;
  return context !== null && !has(text, 'tbu|bbtb|bbu') ? `${context}.total` : null;
}

function povertyRole(text: string): ColumnRole | null {
  if (has(text, 'miskin ekstrem|miskin ekstrim|kemiskinan ekstrem|kemiskinan ekstrim')) return 'poverty.1';
  if (!has(text, 'desil|decile')) return null;
  if (has(text, 'belum|tidak|tanpa|unknown')) return 'poverty.unknown';
  const numbers = /(?:desil|decile) ([0-9a-z ]+?)(?: [a-z]+)?$/.exec(text)?.[1]?.trim() ?? '';
  if (/^[1-4]$/.test(numbers)) return `poverty.${numbers as '1' | '2' | '3' | '4'}`;
  return /^(5plus|5 (sd |s d |sampai )?10|5 ke atas)$/.test(numbers) ? 'poverty.5+' : null;
}

const PERCENT = 'persen|persentase|presentase|percent|percentage|pct|prevalensi|prevalence|proporsi|prev';

function percentRole(text: string): HeaderReading['role'] | null {
  if (has(text, 'cakupan|coverage')) return 'percent.coverage';
  if (!has(text, PERCENT)) return null;
  const rest = text.replace(new RegExp(`(^| )(${PERCENT})(?= |$)`, 'g'), ' ').trim();
  if (povertyRole(rest) !== null) return 'percent.poverty';
  const role = nutritionRole(rest);
  if (role !== null)
    return role.endsWith('.total') ? (`percent.${role.slice(0, -6)}` as ColumnRole) : 'ignored';
  const dimension = contextOf(rest);
  if (dimension !== null) return `percent.${dimension}`;
  return has(rest, 'diukur|ditimbang') ? 'percent.coverage' : 'percent';
}

function placeRole(text: string): ColumnRole | null {
  if (has(text, 'jumlah|total|persen')) return null;
  const code = has(text, 'kode|kd|code|id|kdcpum|kdcbps');
  if (has(text, 'pos|kodepos|provinsi|prov|kabupaten|kab|kota|wadmkk|wadmpr')) return 'ignored';
  if (has(text, 'puskesmas|posyandu|faskes')) return 'puskesmas';
  if (has(text, 'kecamatan|kec|distrik|district|wadmkc|kdcpum|kdcbps'))
    return code ? 'districtCode' : 'district';
  const village = has(text, 'kelurahan|kel|desa|village|wilayah|gampong|nagari|wadmkd|namobj');
  if (text === 'kdepum' || (code && has(text, 'kemendagri|dagri|kemdagri|pum|permendagri')))
    return 'code.kemendagri';
  if (text === 'kdebps' || (code && has(text, 'bps'))) return 'code.bps';
  if (code && (village || /^(kode|kd|code|id)( area)?$/.test(text))) return 'code';
  return village || /^(nama|name|area)$/.test(text) ? 'name' : null;
}

function timeRole(text: string): ColumnRole | null {
  if (has(text, 'lahir|usia|umur')) return null;
  if (/^(periode|period|waktu|bulan tahun|bulan pengukuran|bulan penimbangan|tahun bulan)$/.test(text))
    return 'period';
  if (/^(tahun|thn|th|year)( data| pengukuran)?$/.test(text)) return 'year';
  if (/^(bulan|bln|month)( ke)?$/.test(text)) return 'month';
  if (/^(triwulan|tw|tribulan|kuartal|quarter)$/.test(text)) return 'quarter';
  return /^(semester|smt)$/.test(text) ? 'semester' : null;
}

function populationRole(text: string): ColumnRole | 'total-children' | null {
  if (has(text, 'tidak (di)?(ukur|timbang)|belum (di)?(ukur|timbang)')) return 'ignored';
  if (/^d$/.test(text) || has(text, 'diukur|ditimbang|terukur|tertimbang|measured|weighed'))
    return 'measured';
  if (/^s$/.test(text) || has(text, 'sasaran|target|proyeksi')) return 'target';
  return /^(jumlah |total )?(seluruh )?(balita|anak|anak balita|children)( jumlah| total)?$/.test(text)
    ? 'total-children'
    : null;
}

const NOT_CHILDREN = 'keluarga|kk|krs|penduduk|jiwa|rumah tangga|ruta|orang tua|ibu|remaja';
const BY_SEX = /(^| )(l|p|lk|pr|laki laki|laki|perempuan)$/;
const NOT_DATA =
  /^(no|nomor|nama sumber|sumber|satuan|keterangan|ket|catatan|urut|no urut|rangking|ranking|peringkat|layanan|services)( |$)/;

/** Reads one header by its words alone. */
export function readHeader(header: string): HeaderReading {
  const text = words(header);
  const sure = (role: HeaderReading['role']): HeaderReading => ({ role, confidence: 'high', why: 'header' });
  if (text === '' || NOT_DATA.test(text)) return { role: 'ignored', confidence: 'high', why: 'unknown' };
  const place = timeRole(text) ?? (contextOf(text) === null ? placeRole(text) : null);
  if (place !== null) return sure(place);
  if (has(text, NOT_CHILDREN)) return { role: 'ignored', confidence: 'high', why: 'unknown' };
  const role = percentRole(text) ?? povertyRole(text) ?? populationFirst(text);
  if (role === null) return { role: 'ignored', confidence: 'low', why: 'unknown' };
  return BY_SEX.test(text) ? { role: 'ignored', confidence: 'high', why: 'by-sex' } : sure(role);
}

function populationFirst(text: string): HeaderReading['role'] | null {
  const people = populationRole(text);
  const nutrition = nutritionRole(text);
  return people === 'measured' && nutrition?.endsWith('.total') ? people : (nutrition ?? people);
}
