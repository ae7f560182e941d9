/** What a cell of a number column holds. `formula`: text a spreadsheet would have computed. */
export type NumberReading =
  | {
      readonly kind: 'number';
      readonly value: number;
      readonly guessed: boolean;
      /** A footnote mark stood behind the number and was left out. */
      readonly marked?: boolean;
    }
  | { readonly kind: 'missing' | 'unreadable' | 'formula' };

/** How the numbers of one column are written. */
export interface NumberFormat {
  /** Decimal mark, or null where the column shows none. */
  readonly decimal: '.' | ',' | null;
  /** What a lone mark before exactly three digits was taken for. */
  readonly ambiguousAs: 'thousands' | 'decimal';
  /** Why: other cells of the column show it, or what the column is for. */
  readonly because: 'column' | 'purpose';
  /** Cells such as 1.250 that could be read either way and were decided by the purpose alone. */
  readonly ambiguous: number;
}

const MISSING = new Set([
  '',
  '-',
  '--',
  '–',
  '—',
  '.',
  '…',
  '...',
  'n/a',
  'na',
  'n.a',
  'n.a.',
  '#n/a',
  'null',
  'nan',
]);
const MISSING_WORDS = new Set([
  'kosong',
  'tidak ada data',
  'belum ada data',
  'belum ada',
  'belum lapor',
  '#div/0!',
  '*',
]);

/** Raised or lowered digits and signs: marks of a footnote where they follow a number, never digits of it. */
const RAISED = '\u00b2\u00b3\u00b9\u2070-\u209c\u02b0-\u02b8\u1d43-\u1d6a\u00aa\u00ba';
const FOOTNOTE = new RegExp(`(?<=\\d)\\s*[${RAISED}]+$`);
/** Half, a third: would fall apart into two numbers. */
const NOT_WHOLE = new RegExp(`[${RAISED}\u00bc-\u00be\u2150-\u215f\u2189\u2460-\u24ff]`);

function clean(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u200b-\u200f\ufeff]/g, '')
    .trim()
    .replace(/^'/, '')
    .replace(/−/g, '-');
}

/** Digits, marks and sign of a written number without spaces and percent sign; null where it is none. */
function bare(text: string): { readonly sign: 1 | -1; readonly body: string } | null {
  const unmarked = text.trim().replace(FOOTNOTE, '');
  if (NOT_WHOLE.test(unmarked)) return null;
  let body = clean(unmarked).replace(/\s*%$/, '');
  let sign: 1 | -1 = 1;
  if (/^\(.+\)$/.test(body)) {
    sign = -1;
    body = body.slice(1, -1);
  } else if (body.startsWith('-')) {
    sign = -1;
    body = body.slice(1);
  }
  body = body.trim().replace(/(\d)[ \u00a0'](?=\d{3}(\D|$))/g, '$1');
  return /^(\d[\d.,]*|[.,]\d+)$/.test(body) ? { sign, body } : null;
}

type Evidence =
  | { readonly decimal: '.' | ',' | null; readonly thousands: '.' | ',' | null }
  | 'ambiguous'
  | null;

/** What one number shows of its column's marks; null for plain digits. */
function evidenceOf(body: string): Evidence {
  const marks = body.replace(/\d/g, '');
  if (marks === '') return null;
  const last = marks.at(-1) === ',' ? ',' : '.';
  if (marks.includes(',') && marks.includes('.'))
    return { decimal: last, thousands: last === ',' ? '.' : ',' };
  if (marks.length > 1) return { decimal: null, thousands: last };
  return /^[1-9]\d{0,2}[.,]\d{3}$/.test(body) ? 'ambiguous' : { decimal: last, thousands: null };
}

/**
 * Finds how the numbers of a column are written from all its cells together. A mark alone before exactly three digits
 * (1.250) says nothing by itself: other cells of the column decide, otherwise the purpose, thousands for counts and
 * decimals for percentages; then `ambiguous` counts such cells and the reader must be told.
 */
export function inferNumberFormat(column: readonly string[], purpose: 'count' | 'percent'): NumberFormat {
  const decimals = { '.': 0, ',': 0 };
  const thousands = { '.': 0, ',': 0 };
  const lone = { '.': 0, ',': 0 };
  for (const text of column) {
    if (text === '' || /^\d+$/.test(text)) continue;
    const body = bare(text)?.body;
    const evidence = body === undefined ? null : evidenceOf(body);
    if (evidence === 'ambiguous') lone[body?.includes(',') ? ',' : '.']++;
    else if (evidence) {
      if (evidence.decimal) decimals[evidence.decimal]++;
      if (evidence.thousands) thousands[evidence.thousands]++;
    }
  }
  const point = Math.max(decimals['.'], thousands[',']);
  const comma = Math.max(decimals[','], thousands['.']);
  if (point !== comma && (point === 0 || comma === 0)) {
    const decimal = point > 0 ? '.' : ',';
    return { decimal, ambiguousAs: 'decimal', because: 'column', ambiguous: 0 };
  }
  const ambiguousAs = purpose === 'count' ? 'thousands' : 'decimal';
  return { decimal: null, ambiguousAs, because: 'purpose', ambiguous: lone['.'] + lone[','] };
}

/**
 * Reads one cell in the format of its column. Empty cells, dashes, n/a and the like are missing, never 0; exponents,
 * words and marks that contradict the column are unreadable. `guessed` where the value rests on the purpose alone.
 */
export function readNumber(text: string, format: NumberFormat): NumberReading {
  if (/^\d{1,15}$/.test(text)) return { kind: 'number', value: Number(text), guessed: false };
  const unmarked = text.trim().replace(FOOTNOTE, '');
  if (NOT_WHOLE.test(unmarked)) return { kind: 'unreadable' };
  const plain = clean(unmarked);
  const lower = plain.toLowerCase();
  if (MISSING.has(lower) || MISSING_WORDS.has(lower)) return { kind: 'missing' };
  if (/^[=@]|^\+\D/.test(plain)) return { kind: 'formula' };
  const number = bare(plain.replace(/^\+/, ''));
  if (!number) return { kind: 'unreadable' };
  const { body, sign } = number;
  const evidence = evidenceOf(body);
  const decimal =
    evidence === null
      ? null
      : evidence === 'ambiguous'
        ? ambiguousDecimal(body, format)
        : contradicts(evidence, format.decimal)
          ? undefined
          : evidence.decimal;
  if (decimal === undefined) return { kind: 'unreadable' };
  const whole = decimal === '.' ? body.replaceAll(',', '') : body.replaceAll('.', '');
  const digits =
    decimal === ',' ? whole.replace(',', '.') : decimal === null ? whole.replaceAll(',', '') : whole;
  const value = groupsFit(body, decimal) ? Number(digits) : Number.NaN;
  if (!Number.isFinite(value)) return { kind: 'unreadable' };
  return {
    kind: 'number',
    value: sign * value + 0,
    guessed: evidence === 'ambiguous' && format.because === 'purpose',
    ...(unmarked === text.trim() ? {} : { marked: true }),
  };
}

function ambiguousDecimal(body: string, format: NumberFormat): '.' | ',' | null {
  const mark = body.includes(',') ? ',' : '.';
  if (format.decimal !== null) return format.decimal === mark ? mark : null;
  return format.ambiguousAs === 'decimal' ? mark : null;
}

function contradicts(evidence: Exclude<Evidence, 'ambiguous' | null>, decimal: '.' | ',' | null): boolean {
  if (decimal === null) return false;
  return evidence.decimal !== null ? evidence.decimal !== decimal : evidence.thousands === decimal;
}

/** Thousands must stand in groups of three: 12.50.000 is no number. */
function groupsFit(body: string, decimal: '.' | ',' | null): boolean {
  const whole = decimal === null ? body : body.slice(0, body.lastIndexOf(decimal));
  return /^\d*$|^\d{1,3}([.,]\d{3})+$/.test(whole);
}
