import { readCode } from '#core/area-codes.ts';
import { CONDITION_DIMENSIONS } from '#core/dimension.ts';
import { type Agreement, type ColumnFigures, compare, percentAgreement } from './column-figures.ts';
import type { Source } from './column-source.ts';
import { plainHeader } from './header-words.ts';

type Rows = readonly (readonly string[])[];

interface Score {
  violations: number;
  agreements: number;
}

function add(score: Score, { compared, fitting }: Agreement): void {
  score.violations += compared - fitting;
}

/** How often the figures of a source contradict, and how often they confirm, that it has the role. */
function score(source: Source, role: string, frame: readonly Source[], figures: ColumnFigures): Score {
  const own = figures.of(source.indexes);
  const found = (other: string): Float64Array | null => {
    const columns = frame.filter((one) => one !== source && one.role === other);
    return columns[0] ? figures.of(columns[0].indexes) : null;
  };
  const result: Score = { violations: 0, agreements: 0 };
  const atMost = (a: Float64Array | null, b: Float64Array | null): void => {
    if (a && b)
      add(
        result,
        compare(a, b, (x, y) => x <= y),
      );
  };
  const [dimension = '', part = ''] = role.split('.');
  const measured = role.startsWith('measured') ? own : (found(`measured.${dimension}`) ?? found('measured'));
  if (role === 'target') {
    atMost(found('measured'), own);
    percent(frame, 'coverage', found('measured'), own, figures, result);
  }
  if (role.startsWith('measured')) {
    for (const each of CONDITION_DIMENSIONS) {
      const [total, severe, moderate, none] = ['total', 'severe', 'moderate', 'none'].map((name) =>
        found(`${each}.${name}`),
      );
      const affected = total ?? sum(severe, moderate);
      atMost(affected, own);
      const whole = sum(affected, none);
      if (whole) result.agreements += compare(whole, own, (x, y) => x === y).fitting;
      percent(frame, each, affected, own, figures, result);
    }
    atMost(own, found('target'));
    percent(frame, 'coverage', own, found('target'), figures, result);
  } else if (part !== '') {
    atMost(own, measured);
    const [total, severe, moderate, none] = ['total', 'severe', 'moderate', 'none'].map((name) =>
      name === part ? own : found(`${dimension}.${name}`),
    );
    if (part !== 'total') atMost(own, part === 'none' ? measured : (total ?? null));
    const parts = sum(severe, moderate);
    if (total && parts) {
      const agreement = compare(parts, total, (x, y) => x === y);
      add(result, agreement);
      result.agreements += agreement.fitting;
    }
    const whole = sum(total ?? parts, none);
    if (whole && measured) result.agreements += compare(whole, measured, (x, y) => x === y).fitting;
    percent(frame, dimension, total ?? parts, measured, figures, result);
  }
  return result;
}

function sum(a: Float64Array | null | undefined, b: Float64Array | null | undefined): Float64Array | null {
  return a && b ? a.map((value, r) => value + b[r]!) : null;
}

function percent(
  frame: readonly Source[],
  of: string,
  n: Float64Array | null,
  N: Float64Array | null,
  figures: ColumnFigures,
  result: Score,
): void {
  const stated = frame.find(({ role }) => role === `percent.${of}`);
  if (!stated || !n || !N) return;
  const agreement = percentAgreement(n, N, figures.of(stated.indexes));
  add(result, agreement);
  result.agreements += agreement.fitting;
}

/** Rivals whose figures are the same in every row are one. */
function sameFigures(a: Source, b: Source, figures: ColumnFigures): boolean {
  const [x, y] = [figures.of(a.indexes), figures.of(b.indexes)];
  return x.every((value, r) => Object.is(value, y[r]));
}

/** Names and codes of villages: by what the header says, then by what the cells hold. */
function placeWinner(rivals: readonly Source[], data: Rows): Source | null {
  const [first] = rivals;
  if (first?.role.startsWith('code')) {
    const usable = (source: Source): number =>
      data.filter((row) => /dotted|digits/.test(readCode(row[source.indexes[0]!] ?? '').kind)).length;
    return rivals.reduce((best, one) => (usable(one) > usable(best) ? one : best));
  }
  const rank = ({ header }: Source): number => {
    const plain = plainHeader(header);
    if (/kemendagri|dagri/.test(plain)) return 0;
    if (/bps/.test(plain)) return 3;
    return /wilayah|daerah|area|lokasi|tempat/.test(plain) || /^(nama|name|nm)$/.test(plain) ? 2 : 1;
  };
  return rivals.reduce((best, one) => (rank(one) < rank(best) ? one : best));
}

/**
 * The source that has a role, of several that could: the same figures, or the one that the figures of its row never
 * contradict where they contradict the others, or the only one that they confirm. Null where they stay even.
 */
export function winnerOf(
  rivals: readonly Source[],
  frame: readonly Source[],
  figures: ColumnFigures,
  data: Rows,
): Source | null {
  const [first, ...others] = rivals;
  if (!first) return null;
  if (others.length === 0) return first;
  if (/^(code|name|district|puskesmas|sex|age|category)/.test(first.role)) return placeWinner(rivals, data);
  if (others.every((other) => sameFigures(first, other, figures))) return first;
  const scored = rivals.map((source) => {
    const without = frame.filter((one) => one === source || !rivals.includes(one));
    return { source, ...score(source, source.role, without, figures) };
  });
  const clean = scored.filter(({ violations }) => violations === 0);
  const most = Math.max(...(clean.length > 0 ? clean : scored).map(({ agreements }) => agreements));
  const best = (clean.length > 0 ? clean : scored).filter(({ agreements }) => agreements === most);
  return best.length === 1 && (most > 0 || clean.length === 1) ? best[0]!.source : null;
}
