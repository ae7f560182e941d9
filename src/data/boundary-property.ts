import { type CodeSystem, codeSystemOf, joinCodeParts, readCode } from '#core/area-codes.ts';
import { PROVINCES } from '#core/identity-number.ts';
import { type PropertyColumns, plainKey } from './boundary-columns.ts';

export interface CodeProperty {
  readonly property: string;
  readonly system: CodeSystem;
  /** Ten digits by feature; '' where there is no usable code. */
  readonly digits: readonly string[];
  /** False where nothing but the form of the digits speaks for the system, and it could be the other one. */
  readonly certain: boolean;
}

/** Properties under which villages' names are kept, the likeliest first; those after `namobj` may name anything. */
const VILLAGE_NAMES =
  'wadmkd namakelurahan namadesa namakeldesa namadesakel namadesakelurahan namakelurahandesa keldesa desakel desakelurahan kelurahandesa desakelur kelurahan desa nmdesa nmkel kel nmkeldesa kampung namakampung nmkampung gampong namagampong nagari namanagari kalurahan namakalurahan pekon tiyuh ohoi lembang negeri desaadat village villagename vilname name4 adm4en adm4id adm4name'.split(
    ' ',
  );
const LOOSE_NAMES = 'namobj nama nm name namaresmi namawilayah nmwil wilayah namabps label'.split(' ');
const DISTRICT_NAMES =
  'wadmkc namakecamatan kecamatan nmkec nmkecamatan namakec kec district districtname subdistrict name3 adm3en adm3id adm3name distrik namadistrik nmdistrik kapanewon kemantren folder'.split(
    ' ',
  );
const REGENCY_NAMES =
  'wadmkk kabupaten kabkota kabupatenkota kotakab namakabupaten namakab nmkab namakabkota kota kab regency city name2 adm2en adm2id adm2name'.split(
    ' ',
  );
/** Properties that hold a part of a code, by level. */
const CODE_PARTS = {
  province: 'kdprov kodeprov kodeprovinsi provno prov idprov kdprovinsi noprov kdpbps'.split(' '),
  regency: 'kdkab kodekab kodekabupaten kabkotno kdkabkota kodekabkota kabno nokab idkab kdkota'.split(' '),
  district: 'kdkec kodekec kodekecamatan kecno nokec idkec kdkecamatan'.split(' '),
  village: 'kddesa kodedesa desano kdkel kodekel kodekelurahan kdkeldesa nodesa iddesa kddesakel'.split(' '),
} as const;
/** Names that codes are kept under, the likeliest first, for files with several columns of one system. */
const CODE_NAMES =
  'kdepum kdebps kode kodekemendagri kodekelurahan kodedesa kodekel kodekd kodewilayah bps kodebps adm4pcode iddesa id'.split(
    ' ',
  );
const SHARE = 0.9;

/** A code as attribute tables write it: with signs for dots, as a pcode, or as a number of full digits with exponent. */
export function plainCode(text: string): string {
  const plain = text.trim().replace(/^ID(?=\d)/i, '');
  if (/^\d\.\d{9,}e\+?0*9$/i.test(plain) && Number.isInteger(Number(plain))) return String(Number(plain));
  return /^\d{2}([-/_])\d{1,2}\1\d{1,2}\1\d{4}$/.test(plain) ? plain.replace(/[-/_]/g, '.') : plain;
}

/** Ten digits of a village; '' for anything else, also for a district written in full length (53.71.01.0000). */
function digitsOf(text: string): string {
  const code = readCode(plainCode(text));
  const digits = code.kind === 'dotted' || code.kind === 'digits' ? code.digits : '';
  return PROVINCES.has(digits.slice(0, 2)) && !digits.endsWith('000') ? digits : '';
}

/** The system said by a code of the district beside each code: BPS numbers districts in seven digits, not six. */
function systemOfParents(columns: PropertyColumns, digits: readonly string[]): CodeSystem | null {
  for (const values of columns.values()) {
    const fits = (length: number): boolean =>
      digits.every((code, k) => {
        const parent = (values[k] ?? '').replace(/^ID/, '').replaceAll('.', '');
        return code === '' || (parent.length === length && code.startsWith(parent));
      });
    if (fits(7)) return 'bps';
    if (fits(6)) return 'kemendagri';
  }
  return null;
}

function codeProperty(
  columns: PropertyColumns,
  property: string,
  values: readonly string[],
): CodeProperty | null {
  const digits = values.map(digitsOf);
  const filled = values.filter((value) => value.trim() !== '').length;
  const usable = digits.filter((code) => code !== '');
  if (usable.length === 0 || usable.length < SHARE * filled || filled * 2 < values.length) return null;
  const key = plainKey(property);
  const dotted = values.some((value) => readCode(plainCode(value)).kind === 'dotted');
  const named = /bps|pcode/.test(key) ? 'bps' : /dagri|pum$|kodekd/.test(key) ? 'kemendagri' : null;
  const stated = dotted ? 'kemendagri' : (named ?? systemOfParents(columns, digits));
  const system = stated ?? codeSystemOf(usable) ?? 'kemendagri';
  const oneDistrict = new Set(usable.map((code) => code.slice(0, 7))).size === 1;
  return { property, system, digits, certain: stated !== null || system === 'bps' || !oneDistrict };
}

function rankOf(names: readonly string[], key: string): number {
  const rank = names.indexOf(plainKey(key));
  return rank < 0 ? names.length : rank;
}

/**
 * The properties that hold village codes, told by their values: Kemendagri's first, then the one with most distinct
 * codes, then by name. Empty where there is none.
 */
export function codeProperties(columns: PropertyColumns): readonly CodeProperty[] {
  const found: CodeProperty[] = [];
  for (const [property, values] of columns) {
    const candidate = codeProperty(columns, property, values);
    if (candidate) found.push(candidate);
  }
  const distinct = new Map(found.map((candidate) => [candidate, new Set(candidate.digits).size]));
  const key = (c: CodeProperty): readonly number[] => [
    c.system === 'kemendagri' ? 0 : 1,
    -(distinct.get(c) ?? 0),
    rankOf(CODE_NAMES, c.property),
  ];
  return found.sort((a, b) => key(a).reduce((order, value, k) => order || value - (key(b)[k] ?? 0), 0));
}

/** The columns of some names that hold texts for at least one feature, the likeliest name first. */
function namedColumns(columns: PropertyColumns, names: readonly string[]): readonly string[] {
  return [...columns]
    .filter(
      ([key, values]) => rankOf(names, key) < names.length && values.some((value) => /\p{L}/u.test(value)),
    )
    .map(([key]) => key)
    .sort((a, b) => rankOf(names, a) - rankOf(names, b));
}

/** Which properties hold which names, the likeliest first: what one lacks for a feature, the next may give. */
export interface NameProperties {
  readonly village: readonly string[];
  /** Of `village`, how many can name nothing but a village. */
  readonly sure: number;
  readonly district: readonly string[];
  readonly regency: readonly string[];
}

export function nameProperties(columns: PropertyColumns): NameProperties {
  const sure = namedColumns(columns, VILLAGE_NAMES);
  return {
    village: [...sure, ...namedColumns(columns, LOOSE_NAMES)],
    sure: sure.length,
    district: namedColumns(columns, DISTRICT_NAMES),
    regency: namedColumns(columns, REGENCY_NAMES),
  };
}

/**
 * A property that is named as a code and holds what once were codes: exponents, fractions, or numbers that end in zeros
 * where villages are counted. Null where there is none.
 */
export function damagedCodes(
  columns: PropertyColumns,
): { readonly property: string; readonly example: string } | null {
  for (const [property, values] of columns) {
    if (rankOf(CODE_NAMES, property) === CODE_NAMES.length || plainKey(property) === 'id') continue;
    const filled = values.filter((value) => value.trim() !== '');
    const damaged = filled.filter((value) => {
      const code = readCode(plainCode(value));
      if (code.kind === 'damaged') return code.reason !== 'length';
      return (code.kind === 'digits' || code.kind === 'dotted') && code.digits.endsWith('000');
    });
    const [example] = damaged;
    if (example !== undefined && damaged.length * 2 >= filled.length) return { property, example };
  }
  return null;
}

/** The first property of a list that says something of a feature; '' where none does. */
export function writtenIn(columns: PropertyColumns, properties: readonly string[], k: number): string {
  for (const property of properties) {
    const text = (columns.get(property)?.[k] ?? '').trim();
    if (/[\p{L}\p{N}]/u.test(text)) return text;
  }
  return '';
}

/** A code kept in four properties, joined; null where it is not. */
export function splitCodeProperty(columns: PropertyColumns): CodeProperty | null {
  const part = (level: keyof typeof CODE_PARTS): readonly [string, readonly string[]] | undefined =>
    [...columns].find(([key]) => rankOf(CODE_PARTS[level], key) < CODE_PARTS[level].length);
  const [province, regency, district, village] = [
    part('province'),
    part('regency'),
    part('district'),
    part('village'),
  ];
  if (!province || !regency || !district || !village) return null;
  const joined = joinCodeParts(
    village[1].map((text, k) => ({
      province: province[1][k] ?? '',
      regency: regency[1][k] ?? '',
      district: district[1][k] ?? '',
      village: text,
    })),
  );
  if (joined === null) return null;
  const property = [province, regency, district, village].map(([key]) => key).join(' + ');
  const digits = joined.digits.map((code) => (PROVINCES.has(code.slice(0, 2)) ? code : ''));
  return { property, system: joined.system, digits, certain: true };
}
