import { describe, expect, it } from 'vitest';
import { goalpostsOf } from '#core/criterion-goalposts.ts';
import { indicators, STUNTING_BANDS } from '#core/indicator.ts';

describe('goalposts', () => {
  it('end where the highest band would, were it as wide as the one below', () => {
    expect(goalpostsOf('stunting')).toEqual({ kind: 'goalposts', low: 0, high: 0.4 });
    expect(goalpostsOf('wasting')).toEqual({ kind: 'goalposts', low: 0, high: 0.2 });
    expect(goalpostsOf('stunting').high).toBeGreaterThan(STUNTING_BANDS[3]);
  });

  it('ascend within 0 and 1 for every indicator', () => {
    for (const { id } of indicators(1)) {
      const { low, high } = goalpostsOf(id);
      expect(0 <= low && low < high && high <= 1).toBe(true);
    }
  });
});
