import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inequality, type WelfareGroup } from '#core/inequality.ts';

const N = [300, 260, 240, 200, 900];
const n = [90, 70, 55, 40, 140];
const GROUPS: readonly WelfareGroup[] = N.map((all, k) => ({ n: n[k] ?? 0, N: all }));

/*
 * R 4.2.2: p <- N/sum(N); X <- cumsum(p)-p/2; glm(cbind(n,N-n) ~ X, binomial), plogis at 0 and 1, delta method with
 * vcov; C <- sum(p*(2*X-1)*n/N)/mu with its delta-method error; exp of log ratio +- 1.96 times Katz's error.
 */
const FROM_R = {
  slope: [0.201638024387, 0.136899482817, 0.266376565957],
  concentration: [-0.147235176549, -0.195169896796, -0.099300456302],
  ratio: [1.928571428571, 1.531819838268, 2.42808433615],
} as const;

describe('inequality over groups of welfare', () => {
  it.each(['slope', 'concentration', 'ratio'] as const)('equals R: %s', (measure) => {
    const { value, low, high } = inequality(GROUPS)[measure];
    for (const [k, own] of [value, low, high].entries()) expect(own).toBeCloseTo(FROM_R[measure][k] ?? 0, 9);
  });

  it('is on the side of the burden: 30 of 100 poor, 10 of 100 rich', () => {
    const { difference, ratio, slope, concentration } = inequality([
      { n: 30, N: 100 },
      { n: 10, N: 100 },
    ]);
    expect(difference.value).toBeCloseTo(0.2, 12);
    expect(ratio.value).toBeCloseTo(3, 12);
    // (0.5 (2 * 0.25 - 1) 0.3 + 0.5 (2 * 0.75 - 1) 0.1) / 0.2
    expect(concentration.value).toBeCloseTo(-0.25, 12);
    expect(slope.value).toBeGreaterThan(0.2);
  });

  it('says nothing of what is not known, and keeps what does not need it', () => {
    const hidden = GROUPS.map((group, k) => (k === 2 ? { n: Number.NaN, N: Number.NaN } : group));
    const some = inequality(hidden);
    expect([some.slope.value, some.concentration.value]).toEqual([Number.NaN, Number.NaN]);
    expect(some.difference).toEqual(inequality(GROUPS).difference);
    const none = inequality([{ n: 0, N: 0 }, ...GROUPS.slice(1)]);
    for (const { value } of Object.values(none)) expect(value).toBeNaN();
    expect(inequality(GROUPS.map(({ N: all }) => ({ n: 0, N: all }))).ratio.value).toBeNaN();
  });

  it('turns with the order of the groups', () => {
    const group = fc
      .integer({ min: 20, max: 500 })
      .chain((all) => fc.integer({ min: 1, max: all - 1 }).map((affected) => ({ n: affected, N: all })));
    fc.assert(
      fc.property(fc.array(group, { minLength: 2, maxLength: 6 }), (groups) => {
        const [one, other] = [inequality(groups), inequality(groups.toReversed())];
        for (const measure of ['difference', 'slope', 'concentration'] as const) {
          expect(other[measure].value).toBeCloseTo(-one[measure].value, 9);
          expect(other[measure].low).toBeCloseTo(-one[measure].high, 9);
          expect(one[measure].low).toBeLessThanOrEqual(one[measure].value);
        }
        expect(other.ratio.value * one.ratio.value).toBeCloseTo(1, 9);
      }),
      { numRuns: 60 },
    );
  });
});
