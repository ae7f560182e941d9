import { expect, test } from 'vitest';
import { NO_PATTERN, PATTERNS, TIERS } from '#core/hotspot-pattern.ts';
import { hotspotColumns } from '#export/export-layers.ts';
import { DEFAULT_HOTSPOTS, type HotspotLayer } from '#picture/hotspot-layer.ts';
import { id as words } from '#words/id.ts';

/** Proven high, high without evidence, exploratory low, and an area that points nowhere. */
const LAYER = {
  input: { choice: DEFAULT_HOTSPOTS },
  answer: {
    map: {
      pattern: Uint8Array.from([
        PATTERNS.indexOf('high-high'),
        PATTERNS.indexOf('high-high'),
        PATTERNS.indexOf('low-low'),
        NO_PATTERN,
      ]),
      tier: Uint8Array.from([TIERS.indexOf('fdr'), TIERS.indexOf('none'), TIERS.indexOf('p05'), 0]),
      p: Float64Array.from([0.00002, 0.4, 0.03, Number.NaN]),
    },
  },
} as unknown as HotspotLayer;

test('the table that leaves names what stands out, on what evidence, and how it was found', () => {
  const columns = hotspotColumns(LAYER, [0, 1, 2, 3], words);
  const cells = new Map(columns.map(({ key, cells: own }) => [key, own]));
  const { patterns, tiers } = words.hotspots;
  expect(cells.get('hotspot')).toEqual([patterns['high-high'], '', patterns['low-low'], '']);
  expect(cells.get('hotspotTier')).toEqual([tiers.fdr, '', tiers.p05, '']);
  expect(cells.get('hotspotP')).toEqual([0.00002, 0.4, 0.03, Number.NaN]);
  expect(cells.get('hotspotHow')?.[0]).toContain(`${words.hotspots.seed} ${DEFAULT_HOTSPOTS.seed}`);
});
