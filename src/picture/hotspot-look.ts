import { NO_PATTERN, PATTERNS, TIERS } from '#core/hotspot-pattern.ts';
import type { MarkStrength } from '#map/mark-kind.ts';
import type { HotspotLayer } from './hotspot-layer.ts';

/** Patterns as they are spoken of; one of two indicators at once is high in both. */
export type PatternName = (typeof PATTERNS)[number] | 'both-high';

export type TierName = Exclude<(typeof TIERS)[number], 'none'>;

/** The pattern of an area as it is spoken of; null where it points nowhere. */
export function patternName({ input, answer }: HotspotLayer, index: number): PatternName | null {
  const pattern = answer.map.pattern[index] ?? NO_PATTERN;
  if (pattern === NO_PATTERN) return null;
  return input.choice.method === 'co-location' ? 'both-high' : PATTERNS[pattern]!;
}

/** The tier of an area; null where it does not stand out. */
export function tierName({ answer: { map } }: HotspotLayer, index: number): TierName | null {
  const tier = TIERS[map.tier[index] ?? 0];
  return tier === undefined || tier === 'none' || map.pattern[index] === NO_PATTERN ? null : tier;
}

/** Patterns with the colors of their rings, checked for color blindness. */
export const RING_COLORS: Readonly<Record<PatternName, string>> = {
  'high-high': '#b2182b',
  'low-low': '#2166ac',
  'high-low': '#f4a582',
  'low-high': '#92c5de',
  hot: '#b2182b',
  cold: '#2166ac',
  'both-high': '#b2182b',
};

export const TIER_STRENGTH: Readonly<Record<TierName, MarkStrength>> = {
  fdr: 'strong',
  p01: 'medium',
  p05: 'weak',
};
