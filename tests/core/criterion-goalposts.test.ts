import { describe, expect, it } from 'vitest';
import { goalpostsOf } from '#core/criterion-goalposts.ts';
import { indicators } from '#core/indicator.ts';
import { METHOD_VERSION } from '#core/method-version.ts';

describe('goalposts', () => {
  it('hold the rates of real kelurahan', () => {
    expect(goalpostsOf('stunting', METHOD_VERSION)).toEqual({ kind: 'goalposts', low: 0, high: 0.6 });
    expect(goalpostsOf('coverage', METHOD_VERSION)).toEqual({ kind: 'goalposts', low: 0, high: 1 });
  });

  it('of the first version stay as they were', () => {
    expect(goalpostsOf('stunting', 1)).toEqual({ kind: 'goalposts', low: 0, high: 0.4 });
    expect(goalpostsOf('wasting', 1)).toEqual({ kind: 'goalposts', low: 0, high: 0.2 });
    expect(goalpostsOf('coverage', 1)).toEqual({ kind: 'goalposts', low: 0.5, high: 1 });
  });

  it('ascend within 0 and 1 for every indicator, and hold those of the first version', () => {
    for (const { id } of indicators(1)) {
      const [first, now] = [goalpostsOf(id, 1), goalpostsOf(id, METHOD_VERSION)];
      expect(0 <= first.low && first.low < first.high && first.high <= 1).toBe(true);
      expect(0 <= now.low && now.low <= first.low && first.high <= now.high && now.high <= 1).toBe(true);
    }
  });
});
