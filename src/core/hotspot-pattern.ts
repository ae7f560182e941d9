import type { Pattern } from './area-statistics.ts';
import type { HotspotMap } from './hotspot-map.ts';
import type { Tier } from './spatial-analysis.ts';
import type { NeighborGraph } from './spatial-weights.ts';

/** The order in which patterns are numbered. */
export const PATTERNS = [
  'high-high',
  'low-low',
  'high-low',
  'low-high',
  'hot',
  'cold',
] as const satisfies readonly Pattern[];
export const NO_PATTERN = 255;

/** From no evidence to the strongest. */
export const TIERS = ['none', 'p05', 'p01', 'fdr'] as const satisfies readonly Tier[];

/** Areas of one pattern that hang together. */
export interface HotspotGroup {
  /** Index into PATTERNS. */
  readonly pattern: number;
  /** Ascending. */
  readonly areas: readonly number[];
}

/**
 * The areas of at least a tier as connected parts of one pattern each: the largest first, among equals in the order of
 * PATTERNS and of areas. Outliers stand alone. Linear in links.
 * @param least index into TIERS.
 */
export function hotspotGroups(
  { pattern, tier }: Pick<HotspotMap, 'pattern' | 'tier'>,
  { offset, neighbor }: NeighborGraph,
  least: number,
): readonly HotspotGroup[] {
  const stands = (i: number): boolean => tier[i]! >= least && pattern[i] !== NO_PATTERN;
  const seen = new Uint8Array(pattern.length);
  const groups: HotspotGroup[] = [];
  for (let first = 0; first < pattern.length; first++) {
    if (seen[first] === 1 || !stands(first)) continue;
    const areas = [first];
    seen[first] = 1;
    for (let at = 0; at < areas.length; at++) {
      const i = areas[at]!;
      for (let e = offset[i]!; e < offset[i + 1]!; e++) {
        const j = neighbor[e]!;
        if (seen[j] === 1 || !stands(j) || pattern[j] !== pattern[first]) continue;
        seen[j] = 1;
        areas.push(j);
      }
    }
    groups.push({ pattern: pattern[first]!, areas: areas.sort((a, b) => a - b) });
  }
  return groups.sort(
    (a, b) => b.areas.length - a.areas.length || a.pattern - b.pattern || a.areas[0]! - b.areas[0]!,
  );
}
