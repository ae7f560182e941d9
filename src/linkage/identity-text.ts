import { plainText } from '#core/identity-number.ts';
import type { IdentityTally } from '#core/preparation-report.ts';

/** What a cell for a NIK or KK holds. Only `whole` identifies; sixteen digits that end in 0 may have lost the last. */
export type IdentityText =
  | { readonly kind: 'whole'; readonly digits: string }
  | { readonly kind: 'missing' | 'masked' | 'damaged' };

const MISSING: IdentityText = { kind: 'missing' };
const MASKED: IdentityText = { kind: 'masked' };
const DAMAGED: IdentityText = { kind: 'damaged' };

export function readIdentity(text: string): IdentityText {
  const plain = /^\d{16}$/.test(text) ? text : plainText(text).replace(/^'/, '');
  if (plain === '' || /^[-–.0]+$/.test(plain)) return MISSING;
  if (/[*•●#x]{4,}/i.test(plain)) return MASKED;
  const digits = plain.replace(/[ .,_-]/g, '').replace(/^(\d{16})0$/, plain.endsWith('.0') ? '$1' : '$&');
  if (!/^\d{16}$/.test(digits)) return DAMAGED;
  return /^(\d)\1{15}$/.test(digits) || /^\d{12}0000$/.test(digits) ? DAMAGED : { kind: 'whole', digits };
}

/** Share of identifiers ending in 0 from which a column is taken to have gone through numbers; 10 % do by chance. */
const ROUNDED_SHARE = 0.5;
const JUDGED = 20;

/** Whether a spreadsheet has kept 15 digits of the identifiers of a column, so that those ending in 0 tell nobody. */
export function isRoundedColumn(cells: readonly string[]): boolean {
  let whole = 0;
  let rounded = 0;
  for (const cell of cells) {
    const read = readIdentity(cell);
    if (read.kind === 'damaged') rounded += /e\+?\d+$/i.test(cell) || /0000$/.test(cell) ? 1 : 0;
    if (read.kind !== 'whole') continue;
    whole++;
    if (read.digits.endsWith('0')) rounded++;
  }
  return whole >= JUDGED && rounded / whole > ROUNDED_SHARE;
}

/** The birth date that a NIK bears (day + 40 for women) as ddmmyy, and the sex. Of a KK it means nothing. */
export function birthInNik(digits: string): { readonly ddmmyy: string; readonly sex: 'male' | 'female' } {
  const stated = Number(digits.slice(6, 8));
  const day = stated > 40 ? stated - 40 : stated;
  return {
    ddmmyy: `${String(day).padStart(2, '0')}${digits.slice(8, 12)}`,
    sex: stated > 40 ? 'female' : 'male',
  };
}

/** The digits of a cell, '' where it identifies nobody; counted by what it holds. */
export function talliedIdentity(tally: IdentityTally, text: string, rounded: boolean): string {
  const read = readIdentity(text);
  const kind = read.kind === 'whole' && rounded && read.digits.endsWith('0') ? 'damaged' : read.kind;
  tally[kind]++;
  return read.kind === 'whole' && kind === 'whole' ? read.digits : '';
}

/** Digits in which two identifiers differ. */
export function differingDigits(a: string, b: string): number {
  let differing = 0;
  for (let k = 0; k < 16; k++) if (a[k] !== b[k]) differing++;
  return differing;
}
