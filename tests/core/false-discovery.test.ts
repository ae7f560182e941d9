import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { adjustedForDiscoveries } from '#core/false-discovery.ts';
import { sharedPath } from '#tests/shared-data.ts';

const vectors = sharedPath('vectors/intervals/fdr.json');

describe('Benjamini & Hochberg', () => {
  test.skipIf(vectors === null)('agrees with R, p.adjust', () => {
    type Column = readonly (number | null)[];
    const sets: Record<string, { p?: Column; BH: Column; n_sig_BH_05: number }> = JSON.parse(
      readFileSync(vectors!, 'utf8'),
    );
    let compared = 0;
    for (const { p, BH, n_sig_BH_05 } of Object.values(sets)) {
      if (p === undefined) continue;
      const q = adjustedForDiscoveries(Float64Array.from(p, (each) => each ?? Number.NaN));
      for (const [i, reference] of BH.entries()) {
        if (reference === null) expect(q[i]).toBeNaN();
        else expect(Math.abs(q[i]! - reference)).toBeLessThanOrEqual(1e-9 * reference);
      }
      expect(q.filter((each) => each <= 0.05)).toHaveLength(n_sig_BH_05);
      compared++;
    }
    expect(compared).toBeGreaterThanOrEqual(4);
  });

  test('by hand: 0.01, 0.04 and 0.03 of three', () => {
    const q = adjustedForDiscoveries(Float64Array.of(0.01, 0.04, Number.NaN, 0.03));
    expect(Array.from(q)).toEqual([0.03, 0.04, Number.NaN, 0.04]);
  });

  test('of no tests', () => {
    expect(adjustedForDiscoveries(new Float64Array(0))).toHaveLength(0);
    expect(adjustedForDiscoveries(Float64Array.of(Number.NaN))).toEqual(Float64Array.of(Number.NaN));
  });

  test('is at least p, at most 1 and Bonferroni, and in the order of p', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.array(share, { maxLength: 30 }), (some) => {
        const p = Float64Array.from(some);
        const q = adjustedForDiscoveries(p);
        for (const [i, own] of p.entries()) {
          expect(q[i]).toBeGreaterThanOrEqual(own);
          expect(q[i]).toBeLessThanOrEqual(Math.min(1, own * p.length * (1 + 1e-15)));
          for (const [j, other] of p.entries()) if (own <= other) expect(q[i]).toBeLessThanOrEqual(q[j]!);
        }
      }),
    );
  });
});
