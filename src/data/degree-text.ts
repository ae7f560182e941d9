import { INDONESIA, isInside } from './coordinate-fault.ts';

const DEGREES =
  /^(-?\d{1,3}(?:[.,]\d+)?)\s*(?:°|º|derajat)?\s*(?:(\d{1,2}(?:[.,]\d+)?)\s*['’′]\s*(?:(\d{1,2}(?:[.,]\d+)?)\s*(?:"|”|″|''))?)?\s*(ls|lu|bt|bb|[nsew])?$/i;
const SOUTH_OR_WEST = /^(?:ls|s|bb|w)$/i;

const numberOf = (text: string | undefined): number =>
  text === undefined ? 0 : Number(text.replace(',', '.'));

function plain(text: string): string {
  return text.normalize('NFKC').replace(/−/g, '-').trim().replace(/^'/, '').trim();
}

/** Degrees as written: decimal point or comma, minutes and seconds, LS, LU, BT, S, N, E; NaN where it is none. */
export function readDegrees(text: string): number {
  const match = DEGREES.exec(plain(text));
  if (!match) return Number.NaN;
  const [, degrees = '', minutes, seconds, side = ''] = match;
  const size = Math.abs(numberOf(degrees)) + numberOf(minutes) / 60 + numberOf(seconds) / 3600;
  return degrees.startsWith('-') || SOUTH_OR_WEST.test(side) ? -size : size;
}

/** Two coordinates in one cell: `-10.17, 123.6`, `-10,17; 123,6`, `(-10.17 123.6)`; null where they are none. */
export function readDegreePair(text: string): readonly [first: number, second: number] | null {
  const inner = plain(text).replace(/^\((.*)\)$/, '$1');
  const parts = inner.includes(';')
    ? inner.split(';')
    : /^-?\d+,\d+\s*,?\s+-?\d+,\d+$/.test(inner)
      ? inner.split(/\s*,?\s+/)
      : inner.includes(',')
        ? inner.split(',')
        : inner.split(/\s+/);
  const [first = Number.NaN, second = Number.NaN] = parts.map(readDegrees);
  return parts.length === 2 && Number.isFinite(first + second) ? [first, second] : null;
}

/** What a pair of coordinates shows: a place in Indonesia, one with its axes swapped, or one elsewhere. */
export type PointFault = 'swapped' | 'outside';

export function pointFault(longitude: number, latitude: number): PointFault | null {
  if (isInside(INDONESIA, longitude, latitude)) return null;
  return isInside(INDONESIA, latitude, longitude) ? 'swapped' : 'outside';
}
