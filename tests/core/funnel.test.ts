import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { betaAbove, betaBelow } from '#core/beta-distribution.ts';
import { chanceShape, FunnelFlag, funnelLimits, funnelOf } from '#core/funnel.ts';
import { expectColumn, rateCases } from './rate-vectors.ts';

const cases = rateCases();
const columns = (numerator: readonly number[], denominator: readonly number[]) => ({
  numerator: Float64Array.from(numerator),
  denominator: Float64Array.from(denominator),
});

describe.skipIf(cases.length === 0)('agreement with the reference', () => {
  test.each(cases)('$name', ({ counts, expected: { funnel: reference } }) => {
    const { mean, overdispersion, z } = funnelOf(counts);
    expectColumn([mean, overdispersion], [reference.theta, reference.phi_winsor10]);
    expectColumn(z, reference.z_naive);
    // The reference is normal throughout, not widened, and may leave 0 and 1.
    const large = Array.from(counts.denominator.keys()).filter((i) => counts.denominator[i]! >= 50);
    expect(large.length).toBeGreaterThan(40);
    for (const [level, limits] of [
      [0.95, reference.approx95],
      [0.998, reference.approx998],
    ] as const) {
      const mine = large.map((i) => funnelLimits(chanceShape({ mean }), counts.denominator[i]!, level));
      expectColumn(
        mine.map(([low]) => low),
        large.map((i) => Math.max(0, limits.lo[i]!)),
      );
      expectColumn(
        mine.map(([, high]) => high),
        large.map((i) => Math.min(1, limits.hi[i]!)),
      );
    }
  });
});

describe('a funnel of what is no proportion', () => {
  test('has every area within', () => {
    const { flag, z } = funnelOf(columns([120, 240, 80], [100, 200, 90]));
    expect([...flag]).toEqual([FunnelFlag.within, FunnelFlag.within, FunnelFlag.within]);
    expect([...z]).toEqual([0, 0, 0]);
  });
});

describe('limits by hand', () => {
  test('normal: 0.2 among 100 is 0.2 +- 1.96 * 0.04; widened by the root of an overdispersion above 1', () => {
    const plain = funnelLimits({ mean: 0.2, overdispersion: 0.5, between: 0 }, 100, 0.95);
    expect(plain[0]).toBeCloseTo(0.2 - 1.959964 * 0.04, 7);
    expect(plain[1]).toBeCloseTo(0.2 + 1.959964 * 0.04, 7);
    const wide = funnelLimits({ mean: 0.2, overdispersion: 4, between: 0 }, 100, 0.95);
    expect(wide[0]).toBeCloseTo(0.2 - 2 * 1.959964 * 0.04, 7);
    expect(wide[1]).toBeCloseTo(0.2 + 2 * 1.959964 * 0.04, 7);
    expect(funnelLimits({ mean: 0.2, overdispersion: 99, between: 0 }, 100, 0.998)).toEqual([0, 1]);
  });

  test('exact: 0.5 among 10', () => {
    // P(R <= 1) = 11/1024, P(R <= 2) = 56/1024: 2.5 % = 25.6/1024 lies at 2 - 30.4/45; above, mirrored with r + 1.
    const [low, high] = funnelLimits(chanceShape({ mean: 0.5 }), 10, 0.95);
    expect(low).toBeCloseTo((2 - 30.4 / 45) / 10, 12);
    expect(high).toBeCloseTo(1 - low, 12);
  });

  test('one person, and a rate that hardly differs from 0: within 0 and 1', () => {
    for (const mean of [1e-9, 0.002, 0.5, 1 - 1e-9]) {
      for (const N of [1, 2, 49, 50, 1e6]) {
        for (const overdispersion of [0, 1, 300]) {
          const inner = funnelLimits({ mean, overdispersion, between: 0 }, N, 0.95);
          const outer = funnelLimits({ mean, overdispersion, between: 0 }, N, 0.998);
          const ordered = [0, outer[0], inner[0], inner[1], outer[1], 1];
          expect(ordered).toEqual(ordered.slice().sort((a, b) => a - b));
        }
      }
    }
  });
});

describe('flags', () => {
  test('below 50 people are those of the exact tails', () => {
    for (const N of [1, 7, 20, 49]) {
      for (const mean of [0.002, 0.05, 0.22, 0.5, 0.9]) {
        const shape = chanceShape({ mean });
        for (const level of [0.95, 0.998] as const) {
          const [low, high] = funnelLimits(shape, N, level);
          for (let n = 0; n <= N; n++) {
            const upTo = n < N ? betaAbove(mean, n + 1, N - n) : 1;
            const from = n > 0 ? betaBelow(mean, n, N - n + 1) : 1;
            expect(n / N < low).toBe(upTo < (1 - level) / 2);
            expect(n / N > high).toBe(from < (1 - level) / 2);
          }
        }
      }
    }
  });

  test('by hand: 0.2 on the whole', () => {
    // Standard deviation 0.04 each: 0.29 is 2.25, 0.33 is 3.25 above; overdispersion 1.09 after winsorizing.
    const rates = [29, 33, 11, 7, ...Array.from({ length: 36 }, () => 20)];
    const funnel = funnelOf(
      columns(
        rates,
        rates.map(() => 100),
      ),
    );
    expect(funnel.overdispersion).toBeLessThan(1);
    const { high, veryHigh, low, veryLow, within } = FunnelFlag;
    expect(Array.from(funnel.flag.subarray(0, 5))).toEqual([high, veryHigh, low, veryLow, within]);
    expect(funnel.z[0]).toBeCloseTo(2.25, 12);
  });

  describe('rates that vary much more than chance', () => {
    // Made with numpy 2.4.6: quantile(z, [.1, .9]), clip, phi = mean of squares, and the formula of tau^2.
    const far = columns([5, 60, 22, 90, 8, 130, 40, 3], [100, 150, 100, 400, 45, 300, 200, 60]);
    const { mean, overdispersion, between, flag, chanceFlag } = funnelOf(far);

    test('add a variance between areas', () => {
      expectColumn(
        [mean, overdispersion, between],
        [0.26420664206642064, 9.592601027988433, 0.012264307898771143],
      );
    });

    test('by hand: limits of chance and between together', () => {
      const [low, high] = funnelLimits({ mean, overdispersion, between }, 200, 0.95);
      const reach = 1.959963984540054 * Math.sqrt((mean * (1 - mean)) / 200 + between);
      expect(low).toBeCloseTo(mean - reach, 12);
      expect(high).toBeCloseTo(mean + reach, 12);
    });

    test('are beyond chance, and yet not unusual among these areas', () => {
      expect([...chanceFlag].filter((each) => each !== FunnelFlag.within)).toHaveLength(5);
      expect([...flag].filter((each) => each !== FunnelFlag.within)).toHaveLength(0);
    });

    test('law: however many people, the limits stay as far apart as the areas', () => {
      const [low, high] = funnelLimits({ mean, overdispersion, between }, 1e9, 0.95);
      expect(high - low).toBeGreaterThan(2 * 1.95 * Math.sqrt(between));
    });
  });

  test('law: no area is beyond widened limits and within those of chance', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(300), fc.integer({ min: 1, max: 300 })), { minLength: 2, maxLength: 30 }),
        (areas) => {
          const counts = columns(
            areas.map(([n, N]) => Math.min(n, N)),
            areas.map(([, N]) => N),
          );
          const { flag, chanceFlag, overdispersion, between } = funnelOf(counts);
          expect(between > 0).toBe(overdispersion > 2);
          flag.forEach((each, i) => {
            if (each !== FunnelFlag.within) expect(chanceFlag[i]).not.toBe(FunnelFlag.within);
          });
        },
      ),
    );
  });

  test('overdispersion is of the winsorized z', () => {
    // Among 100 each z is (n - 20) / 4; of ten, the 10 and 90 % quantiles are the mean of positions 0.9 and 8.1.
    const rates = [4, 12, 16, 20, 20, 20, 20, 24, 28, 36];
    const z = rates.map((n) => (n - 20) / 4);
    const most = 2 + 0.1 * 2;
    const squares = z.map((each) => Math.min(most, Math.abs(each)) ** 2);
    const { overdispersion } = funnelOf(
      columns(
        rates,
        rates.map(() => 100),
      ),
    );
    expect(overdispersion).toBeCloseTo(squares.reduce((a, b) => a + b) / 10, 12);
  });

  test('where nobody or everybody is a case, all are within', () => {
    for (const rates of [
      [0, 0],
      [10, 60],
    ]) {
      const { z, flag, overdispersion } = funnelOf(columns(rates, [10, 60]));
      expect([...z, ...flag, overdispersion]).toEqual([0, 0, 0, 0, 0]);
    }
    expect(() => funnelOf(columns([0], [0]))).toThrow(/0 of 0/);
  });
});
