import { type CodeSystem, codeSystemOf, readCode } from '#core/area-codes.ts';
import { PROVINCES } from '#core/identity-number.ts';

/** Property values by feature, '' where a feature has none. */
export type PropertyColumns = ReadonlyMap<string, readonly string[]>;

export interface CodeProperty {
  readonly property: string;
  readonly system: CodeSystem;
  /** Ten digits by feature; '' where there is no usable code. */
  readonly digits: readonly string[];
  /** False where nothing but the form of the digits speaks for the system, and it could be the other one. */
  readonly certain: boolean;
}

const VILLAGE_NAMES =
  'wadmkd namakelurahan namadesa namakeldesa namadesakel namadesakelurahan namakelurahandesa keldesa desakel desakelurahan kelurahandesa desakelur kelurahan desa nmdesa nmkel kel village villagename adm4en adm4id namobj nama nm name namaresmi namabps label'.split(
    ' ',
  );
const DISTRICT_NAMES =
  'wadmkc namakecamatan kecamatan nmkec nmkecamatan namakec kec district districtname subdistrict adm3en adm3id distrik'.split(
    ' ',
  );
/** Names that codes are kept under, the likeliest first, for files with several columns of one system. */
const CODE_NAMES =
  'kdepum kdebps kode kodekemendagri kodekelurahan kodedesa kodekel kodekd kodewilayah bps kodebps adm4pcode iddesa id'.split(
    ' ',
  );
const SHARE = 0.9;

const plainKey = (key: string): string => key.toLowerCase().replace(/[^a-z0-9]/g, '');

function digitsOf(text: string): string {
  const code = readCode(text.replace(/^ID(?=\d{10}$)/, ''));
  const digits = code.kind === 'dotted' || code.kind === 'digits' ? code.digits : '';
  return PROVINCES.has(digits.slice(0, 2)) ? digits : '';
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
  const dotted = values.some((value) => readCode(value).kind === 'dotted');
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

function namedColumn(columns: PropertyColumns, names: readonly string[]): string | null {
  const written = [...columns].filter(
    ([key, values]) =>
      rankOf(names, key) < names.length &&
      values.filter((value) => /\p{L}/u.test(value)).length * 2 >= values.length,
  );
  written.sort(([a], [b]) => rankOf(names, a) - rankOf(names, b));
  return written[0]?.[0] ?? null;
}

/** The property that holds the villages' names, or null. */
export function villageNameProperty(columns: PropertyColumns): string | null {
  return namedColumn(columns, VILLAGE_NAMES);
}

/** The property that holds the districts' names, or null. */
export function districtNameProperty(columns: PropertyColumns): string | null {
  return namedColumn(columns, DISTRICT_NAMES);
}
