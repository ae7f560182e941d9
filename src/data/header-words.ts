import { findPeriod } from '#core/period-text.ts';
import { type Meaning, VOCABULARY } from './vocabulary.ts';

/** A word or phrase of a header and what it means; null where the vocabulary does not know it. */
export interface HeaderToken {
  readonly text: string;
  readonly meaning: Meaning | null;
  /** Row of the header, from the top: a word below another speaks of it. */
  readonly level: number;
}

/** A time that the header itself names: 2021, Januari, Triwulan I 2022. Without a year: of the year of the table. */
export interface HeaderPeriod {
  readonly text: string;
  readonly year: number | null;
}

export interface HeaderWords {
  readonly tokens: readonly HeaderToken[];
  readonly period: HeaderPeriod | null;
}

const PHRASES: ReadonlyMap<string, Meaning> = new Map(
  VOCABULARY.flatMap(([meaning, phrases]) => phrases.split('|').map((phrase) => [phrase, meaning] as const)),
);
const LONGEST_PHRASE = Math.max(...[...PHRASES.keys()].map((phrase) => phrase.split(' ').length));

const MONTH =
  'januari|january|jan|februari|pebruari|february|feb|peb|maret|march|mar|mrt|april|apr|mei|may|juni|june|jun|juli|july|jul|agustus|august|agt|agu|ags|aug|agst|september|sept|sep|oktober|october|okt|oct|november|nopember|nov|nop|desember|december|des|dec';
const YEAR = '(?:19|20)\\d{2}';
const PART = '(?:triwulan|tribulan|trw|tw|kuartal|quarter|q|semester|smt|sem|s) ?(?:iv|i{1,3}|[1-4])';
const NAMED_PERIOD = new RegExp(
  `(?<![a-z0-9])(?:(?:bulan |bln )?(?:${MONTH}|${PART})(?: (?:tahun |th |thn )?(${YEAR}))?|(?:tahun |thn |th )?(${YEAR}))(?![a-z0-9])`,
);

/** Names of columns that boundary files and census tables write as one word. */
const ABBREVIATIONS: Readonly<Record<string, string>> = {
  kdepum: 'kode desa kemendagri',
  kdebps: 'kode desa bps',
  kdcpum: 'kode kecamatan kemendagri',
  kdcbps: 'kode kecamatan bps',
  kdprov: 'kode provinsi',
  kdkab: 'kode kabupaten',
  kdkec: 'kode kecamatan',
  kddesa: 'kode desa',
  kdkel: 'kode kelurahan',
  iddesa: 'kode desa',
  idkel: 'kode kelurahan',
  idkec: 'kode kecamatan',
  kodedesa: 'kode desa',
  kodekel: 'kode kelurahan',
};

/** A header as plain words: lower case, indices and signs spelled out, everything else that is no letter a space. */
export function plainHeader(header: string): string {
  return header
    .normalize('NFKC')
    .replace(/([a-z])([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .replace(/_/g, ' ')
    .replace(/\b([ldp])\s*\+\s*([ldp])\b/g, ' $1$2 ')
    .replace(/\b(tb|pb)\s*([|/]\s*(tb|pb)\s*)?[/ ]\s*u\b/g, ' tbu ')
    .replace(/\bbb\s*[/ ]\s*(tb|pb)(\s*[|/]\s*(tb|pb))?\b/g, ' bbtb ')
    .replace(/\bbb\s*[/ ]\s*u\b/g, ' bbu ')
    .replace(/\bd\s*\/\s*s\b/g, ' cakupan ')
    .replace(/\bl\s*[/&]\s*p\b/g, ' lp ')
    .replace(/-\s*3\s*sd\s*(?:s\.?\s*\/?\s*d\.?|sampai(?: dengan)?|-|to|–)\s*<?\s*-?\s*2\s*sd/g, ' sd23 ')
    .replace(
      /<?\s*-?\s*2\s*sd\s*(?:s\.?\s*\/?\s*d\.?|sampai(?: dengan)?|-|to|–)\s*>?=?\s*-?\s*3\s*sd/g,
      ' sd23 ',
    )
    .replace(/<\s*-?\s*3\s*sd/g, ' sd3 ')
    .replace(/<\s*-?\s*2\s*sd/g, ' sd2 ')
    .replace(/%/g, ' persen ')
    .replace(/>\s*=?\s*5|\b5\s*\+/g, ' 5plus ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/\b[ki]o?d[a-z]+\b/g, (word) => ABBREVIATIONS[word] ?? word)
    .trim();
}

const AGES =
  /(?:(?:usia|umur|aged?) )?(?<![a-z0-9])(\d{1,2}) (?:sd |s d |sampai |hingga |to )?(\d{1,2}) (bulan|bln|bl|months?|mo|tahun|thn|th|years?)(?![a-z0-9])/g;

function monthsOf(from: number, to: number, unit: string): readonly [number, number] {
  return /^(t|y)/.test(unit) ? [from * 12, to * 12 + (to < 5 ? 11 : -1)] : [from, to === 60 ? 59 : to];
}

function tokenize(text: string, level: number): readonly HeaderToken[] {
  const tokens: HeaderToken[] = [];
  const ages: Meaning[] = [];
  const plain = text.replace(AGES, (_, from: string, to: string, unit: string) => {
    ages.push({ is: 'ages', months: monthsOf(Number(from), Number(to), unit) });
    return ` ages#${ages.length - 1} `;
  });
  const words = plain.split(' ').filter((word) => word !== '');
  for (let k = 0; k < words.length; ) {
    const word = words[k]!;
    if (word.startsWith('ages#')) {
      tokens.push({ text: 'umur', meaning: ages[Number(word.slice(5))] ?? null, level });
      k++;
      continue;
    }
    const decile = decileAt(words, k);
    if (decile) {
      tokens.push({ text: words.slice(k, k + decile.length).join(' '), meaning: decile.meaning, level });
      k += decile.length;
      continue;
    }
    let length = Math.min(LONGEST_PHRASE, words.length - k);
    while (length > 1 && !PHRASES.has(words.slice(k, k + length).join(' '))) length--;
    const phrase = words.slice(k, k + length).join(' ');
    tokens.push({ text: phrase, meaning: PHRASES.get(phrase) ?? null, level });
    k += length;
  }
  return tokens;
}

/** `desil 1`, `desil 5+`, `desil 5 sd 10`, `desil 1-4`, `desil belum diketahui`. */
function decileAt(words: readonly string[], k: number): { length: number; meaning: Meaning } | null {
  if (!/^(desil|decile)$/.test(words[k] ?? '')) return null;
  const rest = words.slice(k + 1);
  const made = (length: number, part: string | null, from = 0, to = 0) => {
    const span: readonly [number, number] | null = from >= 1 && from <= to && to <= 10 ? [from, to] : null;
    return { length: length + 1, meaning: { is: 'decile', part, span } as const };
  };
  if (/^(belum|tidak|tanpa|unknown)$/.test(rest[0] ?? '')) return made(rest.length, 'unknown');
  const span = /^(5plus|\d+)(?: (?:sd|s d|sampai|ke|hingga))?(?: (\d+|atas))?/.exec(rest.join(' '));
  if (!span) return made(0, null);
  const length = span[0].split(' ').length;
  const [, first = '', second] = span;
  if (first === '5plus') return made(length, '5+', 5, 10);
  const from = Number(first);
  if (second === undefined) return made(length, /^[1-4]$/.test(first) ? first : null, from, from);
  const to = second === 'atas' ? 10 : Number(second);
  return made(length, from === 5 && to === 10 ? '5+' : null, from, to);
}

/** A year beside the word for a table's column of years ("tahun data 2022") is a period; SD and ages are taken out before. */
function takePeriod(text: string): { readonly rest: string; readonly period: HeaderPeriod | null } {
  const compact = text.match(
    /(?<![a-z0-9])((?:19|20)\d{2}) ?(0[1-9]|1[0-2])(?: (?:0[1-9]|[12]\d|3[01]))?(?![a-z0-9])/,
  );
  if (compact) {
    const [whole, year = '', month = ''] = compact;
    return { rest: text.replace(whole, ' '), period: { text: `${year}-${month}`, year: Number(year) } };
  }
  const found = NAMED_PERIOD.exec(text);
  if (!found) return { rest: text, period: null };
  const year = found[1] ?? found[2];
  const named = found[0].replace(/^(bulan|bln|tahun|thn|th) /, '');
  if (year === undefined && findPeriod(`${named} 2000`) === null) return { rest: text, period: null };
  return {
    rest: text.replace(found[0], ' ').replace(/\s+/g, ' ').trim(),
    period: { text: named, year: year === undefined ? null : Number(year) },
  };
}

/**
 * The words of a header of one or more rows, top first, each with its meaning. A period that the header names is taken
 * out. Ages (0-59 bulan) and deciles are read as one.
 */
export function headerWords(segments: readonly string[]): HeaderWords {
  const tokens: HeaderToken[] = [];
  const periods: HeaderPeriod[] = [];
  segments.forEach((segment, level) => {
    const { rest, period } = takePeriod(plainHeader(segment));
    if (period) periods.push(period);
    tokens.push(...tokenize(rest, level));
  });
  return { tokens, period: joinedPeriod(periods) };
}

/** A year above its months belongs to them. */
function joinedPeriod(periods: readonly HeaderPeriod[]): HeaderPeriod | null {
  const [first, second] = periods;
  if (!first || !second) return first ?? null;
  if (/^\d{4}$/.test(first.text) && second.year === null)
    return { text: `${second.text} ${first.text}`, year: first.year };
  if (/^\d{4}$/.test(second.text) && first.year === null)
    return { text: `${first.text} ${second.text}`, year: second.year };
  return second;
}
