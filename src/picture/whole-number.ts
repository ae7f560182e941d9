/** What was typed into a field for a whole number, within limits. */
export type TypedNumber =
  | { readonly kind: 'empty' }
  | { readonly kind: 'number'; readonly value: number; readonly rounded: boolean }
  | { readonly kind: 'none' };

const GROUPED = /^\d{1,3}([.,\u00a0\u202f ]\d{3})+$/;
const LEAST_GROUPED = 1000;

/**
 * Reads digits, in groups of thousands where the field can hold as many ("500.000.000", "Rp500,000,000"), or with a
 * decimal part ("33,4"), which is rounded. Nothing else is a number, nor what lies beyond the limits.
 */
export function readWholeNumber(typed: string, least: number, most: number): TypedNumber {
  const text = typed
    .trim()
    .replace(/^Rp\.?\s*/i, '')
    .replace(/\s*%$/, '');
  if (text === '') return { kind: 'empty' };
  const grouped = most >= LEAST_GROUPED && GROUPED.test(text);
  const plain = grouped ? text.replaceAll(/\D/g, '') : text.replace(',', '.');
  if (!/^\d+(\.\d+)?$/.test(plain)) return { kind: 'none' };
  const [exact, value] = [Number(plain), Math.round(Number(plain))];
  return value >= least && value <= most && exact >= least && exact <= most
    ? { kind: 'number', value, rounded: value !== exact }
    : { kind: 'none' };
}
