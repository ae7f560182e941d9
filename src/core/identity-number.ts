/**
 * What a text holds of an Indonesian identity number (NIK of a person, number of a family card; 16 digits).
 * `whole`: every part is possible. `cut`: possible but for a sequence of 0000, as when a spreadsheet kept 15 digits.
 * `exponent`: written 5,37E+15. `masked`: digits replaced by asterisks.
 */
export interface IdentityNumber {
  readonly form: 'whole' | 'cut' | 'exponent' | 'masked';
  /** Six digits of the district of first registration; '' where the form does not show them. */
  readonly district: string;
  /** The last digit is 0: true of every number that a spreadsheet cut to 15 digits. */
  readonly endsInZero: boolean;
  /** The text itself says NIK, KK or KTP. */
  readonly labelled: boolean;
}

/** The 38 provinces of 2022 and later, as Kemendagri numbers them. */
export const PROVINCES: ReadonlySet<string> = new Set(
  '11 12 13 14 15 16 17 18 19 21 31 32 33 34 35 36 51 52 53 61 62 63 64 65 71 72 73 74 75 76 81 82 91 92 93 94 95 96'.split(
    ' ',
  ),
);
const LONGEST_MONTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const SEPARATOR = ' ?[-./_,] ?| {1,2}';
const SPELLINGS = [
  '\\d{16}',
  `\\d{4}(${SEPARATOR})\\d{4}\\1\\d{4}\\1\\d{4}`,
  `\\d{6}(${SEPARATOR})\\d{6}\\2\\d{4}`,
  `\\d{2}(${SEPARATOR})\\d{2}\\3\\d{2}\\3\\d{6}\\3\\d{4}`,
  `\\d{2}(${SEPARATOR})\\d{2}\\4\\d{2}\\4\\d{2}\\4\\d{2}\\4\\d{2}\\4\\d{4}`,
  `\\d(${SEPARATOR})\\d{3}(?:\\5\\d{3}){4}`,
];
const NUMBER = new RegExp(`(?<!\\d)(?<!\\b0[.,])(?:${SPELLINGS.join('|')})(?!\\d)`, 'g');
const DECIMAL = /^[+-]?\d*[.,]\d+(?:e[+-]?\d+)?$/i;
const EXPONENT = /^[1-9](?:[.,]\d{1,15})?e\+?15$/i;
const MASKED = /^(?=.{14,18}$)\d{0,12}[*x•●#]{4,}\d{0,12}$/i;
/** Sixteen digits in any groups: all of a cell, or what follows the word NIK. */
const ANY_GROUPS = /^\D{0,2}(\d(?:[ .,/_'-]{0,3}\d){15})\D{0,2}$/;
const LABELLED_GROUPS =
  /(?<![a-z])(?:nik|kk|e?-?ktp)(?![a-z])[^\d]{0,12}(\d(?:[ .,/_'-]{0,3}\d){15})(?!\d)/gi;
const LABEL = /(?<![a-z])(?:nik|kk|e?-?ktp)(?![a-z])/i;

/** The zeros of scripts whose digits a telephone or a font may write. */
const ZEROS = [
  0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0, 0xf20,
  0x1040, 0x17e0, 0x1810, 0x1b50, 0x1bb0, 0xa9d0, 0xa9f0, 0xabf0,
];

function asciiDigit(letter: string): string {
  const point = letter.codePointAt(0) ?? 0;
  const zero = ZEROS.find((one) => point >= one && point < one + 10);
  return zero === undefined ? letter : String(point - zero);
}

/** Compatibility forms made plain, digits of other scripts as 0 to 9, invisible characters removed, every dash a hyphen, spaces trimmed. */
export function plainText(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text.trim();
  return text
    .normalize('NFKC')
    .replace(/[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]/g, '')
    .replace(/\p{Nd}/gu, asciiDigit)
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s/g, ' ')
    .trim();
}

function formOf(digits: string): 'whole' | 'cut' | null {
  const regency = Number(digits.slice(2, 4));
  const district = Number(digits.slice(4, 6));
  const month = Number(digits.slice(8, 10));
  const year = Number(digits.slice(10, 12));
  const stated = Number(digits.slice(6, 8));
  const day = stated > 40 ? stated - 40 : stated;
  if (!PROVINCES.has(digits.slice(0, 2))) return null;
  if (regency < 1 || regency > 79 || (regency > 40 && regency < 71)) return null;
  if (district < 1 || district > 70) return null;
  if (day < 1 || day > (LONGEST_MONTHS[month - 1] ?? 0)) return null;
  if (month === 2 && day === 29 && year % 4 !== 0) return null;
  return digits.endsWith('0000') ? 'cut' : 'whole';
}

/**
 * The most telling identity number in a cell or a sentence, or null. Read after NFKC without zero-width characters, in
 * the spellings 16, 4-4-4-4, 6-6-4, 2-2-2-6-4, 2-2-2-2-2-2-4 and in thousands, with one repeated separator; then
 * province, regency, district, date (day + 40 for women) and sequence must be possible. A cell that is one decimal
 * number is none. About 1 in 100 random 16-digit numbers is possible too: decide by column.
 */
export function identityNumberIn(text: string): IdentityNumber | null {
  if (text.length < 3 || !/[\d*•●#x]|\p{Nd}/iu.test(text)) return null;
  const plain = plainText(text).replace(/^'/, '');
  if (plain.length < 5) return null;
  if (EXPONENT.test(plain)) return { form: 'exponent', district: '', endsInZero: true, labelled: false };
  const masked = plain.replaceAll(' ', '');
  if (MASKED.test(masked)) return { form: 'masked', district: '', endsInZero: false, labelled: false };
  if (plain.length < 16) return null;
  const whole = plain.replace(/^(\d{16})[.,]0+$/, '$1');
  if (DECIMAL.test(whole)) return null;
  let found: IdentityNumber | null = null;
  const grouped = [
    ANY_GROUPS.exec(whole)?.[1] ?? '',
    ...Array.from(whole.matchAll(LABELLED_GROUPS), (match) => match[1] ?? ''),
  ];
  const spellings = [
    ...Array.from(whole.matchAll(NUMBER), ([spelled]) => spelled),
    ...grouped.filter((text) => text !== ''),
  ];
  for (const spelled of spellings) {
    const digits = spelled.replace(/\D/g, '');
    const form = formOf(digits);
    if (form === null || (found !== null && form === 'cut')) continue;
    found = {
      form,
      district: digits.slice(0, 6),
      endsInZero: digits.endsWith('0'),
      labelled: LABEL.test(whole),
    };
    if (form === 'whole') break;
  }
  return found;
}

/** A file's name with long runs of digits hidden: they may be an identity number. */
export function maskedName(name: string): string {
  return name.replace(/\d(?:[ ._-]?\d){11,}/g, '****');
}
