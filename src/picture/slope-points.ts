import { largestShifts, type RankPairs, rankPairs } from '#core/agreement.ts';
import type { Polarity } from '#core/indicator.ts';
import type { AgreementLayer } from './agreement-layer.ts';

export type Shift = 'largest' | 'up' | 'down' | 'same';

export interface SlopeLine {
  readonly index: number;
  readonly first: number;
  readonly second: number;
}

export interface SlopeData {
  readonly pairs: RankPairs;
  /** Largest change first, never more than MOST_LINES; those without a change fill up what is left. */
  readonly lines: readonly SlopeLine[];
  /** Of lines, how many from the first are named. */
  readonly named: number;
  readonly largestRank: number;
}

export const MOST_NAMED = 10;
export const MOST_LINES = 400;

export function slopeData({ agreement }: AgreementLayer, polarity: Polarity): SlopeData {
  const pairs = rankPairs(agreement, polarity);
  const { first, second } = pairs;
  const moved = Array.from(largestShifts(pairs, MOST_LINES));
  const still = Array.from(first.keys())
    .filter((i) => first[i] !== 0 && first[i] === second[i])
    .slice(0, MOST_LINES - moved.length);
  const lines = [...moved, ...still].map((index) => ({
    index,
    first: first[index] ?? 0,
    second: second[index] ?? 0,
  }));
  return {
    pairs,
    lines,
    named: Math.min(MOST_NAMED, moved.length),
    largestRank: lines.reduce((most, line) => Math.max(most, line.first, line.second), 1),
  };
}

/** Of which areas a part of the chart speaks. */
export function isShifted({ pairs, lines, named }: SlopeData, part: Shift): (index: number) => boolean {
  const { first, second } = pairs;
  const largest = new Set(lines.slice(0, named).map(({ index }) => index));
  return (i) => {
    const [a, b] = [first[i] ?? 0, second[i] ?? 0];
    if (a === 0) return false;
    if (part === 'largest') return largest.has(i);
    return part === 'up' ? b < a : part === 'down' ? b > a : a === b;
  };
}

/** Labels moved down, then up, so that none lies within `gap` of another, in the order of where they belong. */
export function spread(places: readonly number[], gap: number, end: number): readonly number[] {
  const order = places.map((_, k) => k).sort((a, b) => (places[a] ?? 0) - (places[b] ?? 0));
  const spread = [...places];
  let above = -Infinity;
  for (const k of order) {
    above = Math.max(spread[k] ?? 0, above + gap);
    spread[k] = above;
  }
  let below = end + gap;
  for (const k of order.reverse()) {
    below = Math.min(spread[k] ?? 0, below - gap);
    spread[k] = below;
  }
  return spread;
}
