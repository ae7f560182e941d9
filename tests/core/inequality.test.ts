import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indicesOfLine, inequality, middleRanks, type WelfareGroup } from '#core/inequality.ts';
import { logisticLine } from '#core/logistic-slope.ts';
import { createRandom } from '#core/random.ts';

// Ten groups, the poorest first. R 4.2.2: m <- glm(cbind(y, n - y) ~ r, binomial, control = list(epsilon = 1e-15)), r the
// middle ranks, b <- coef(m); slope by plogis(b[1]) - plogis(sum(b)), errors by the delta method from vcov(m).
const Y = [61, 58, 49, 55, 41, 38, 33, 29, 21, 12];
const N = [150, 163, 148, 171, 140, 152, 139, 133, 120, 98];
const TEN = {
  slope: [0.26743473459361455, 0.03994270132059876],
  relative: [0.98182043924585471, 0.15451651715357276],
  // lm(p ~ r, weights = n)
  straight: [0.26904790075948903, 0.016841606265517253],
  absolute: -0.044366898803438644,
  // glm(2 * sum(w * (r - .5)^2) * p / mu * sqrt(n) ~ 0 + I(r * sqrt(n)) + sqrt(n)), the regression of healthequal's rci
  concentration: [-0.15802215342081172, 0.0098917214430211849],
  erreygers: -0.17746759521375458,
  wagstaff: -0.21970828410720528,
} as const;

// The example of healthequal 1.0's tests (WHO), per 1; what it prints.
const WHO = { rates: [0.2, 0.3, 0.4, 0.5, 0.6], people: [78, 91, 162, 103, 105] };

const grouped = (numerator: readonly number[], denominator: readonly number[]): readonly WelfareGroup[] =>
  denominator.map((N, j) => ({ n: numerator[j] ?? 0, N }));

const counts = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 300 }), fc.double({ min: 0, max: 1, noNaN: true })), {
    minLength: 3,
    maxLength: 10,
  })
  .map((groups) => ({
    denominator: groups.map(([people]) => people),
    numerator: groups.map(([people, share]) => Math.floor(people * share)),
  }));

describe('inequality by ordered groups', () => {
  it('equals R to 1e-9', () => {
    const own = inequality(grouped(Y, N));
    expect([own.slope.value, own.slope.error]).toEqual(TEN.slope.map((each) => expect.closeTo(each, 10)));
    expect([Math.log(own.relative.value), own.relative.error]).toEqual(
      TEN.relative.map((each) => expect.closeTo(each, 10)),
    );
    expect([own.straightSlope.value, own.straightSlope.error]).toEqual(
      TEN.straight.map((each) => expect.closeTo(each, 12)),
    );
    expect(own.absoluteConcentration.value).toBeCloseTo(TEN.absolute, 12);
    expect([own.concentration.value, own.regressionError]).toEqual(
      TEN.concentration.map((each) => expect.closeTo(each, 12)),
    );
    expect([own.erreygers.value, own.wagstaff.value]).toEqual([
      expect.closeTo(TEN.erreygers, 12),
      expect.closeTo(TEN.wagstaff, 12),
    ]);
    expect(own.difference.value).toBeCloseTo(61 / 150 - 12 / 98, 12);
    expect(own.ratio.value).toBeCloseTo(61 / 150 / (12 / 98), 12);
  });

  it('has the concentration index of under-five deaths in India as the World Bank prints it', () => {
    // Quantitative Techniques for Health Equity Analysis, Technical Note 7, table 1; births by wealth, deaths per 1,000.
    const births = [29939, 28776, 26528, 24689, 19739];
    const deaths = [154.7, 152.9, 119.5, 86.9, 54.3].map((rate, j) => (rate / 1000) * births[j]!);
    const { concentration } = inequality(grouped(deaths, births));
    expect(concentration.value.toFixed(4)).toBe('-0.1694');
  });

  it('has what healthequal prints of its example', () => {
    const numerator = WHO.rates.map((rate, j) => rate * WHO.people[j]!);
    const own = inequality(grouped(numerator, WHO.people), false);
    expect((own.absoluteConcentration.value * 100).toFixed(7)).toBe('7.3284203');
    expect(own.concentration.value).toBeCloseTo(0.17776859, 6);
    expect(own.regressionError).toBeCloseTo(0.0071240491, 6);
    // Its slope takes whole cases, weighs groups by the square of their people, and errors from the residuals.
    const weights = WHO.people.map((people) => people ** 2);
    const rates = WHO.rates.map((rate, j) => Math.round(rate * WHO.people[j]!) / WHO.people[j]!);
    const line = logisticLine(middleRanks(WHO.people), rates, weights);
    if (line === null) throw new Error('no line');
    const { slope, relative } = indicesOfLine(line, -1, 'robust');
    expect((slope.value * 100).toFixed(5)).toBe('44.44502');
    // Its derivatives are numeric, and its own test allows 1e-6.
    expect(slope.error / 0.02190822).toBeCloseTo(1, 6);
    expect([slope.low * 100, slope.high * 100].map((each) => each.toFixed(5))).toEqual([
      '40.15109',
      '48.73895',
    ]);
    expect(relative.value.toFixed(6)).toBe('3.159506');
    expect([relative.low.toFixed(6), relative.high.toFixed(5)]).toEqual(['2.719902', '3.67016']);
  });

  it('turns when the order turns, and when the affected are the others', () => {
    fc.assert(
      fc.property(counts, ({ numerator, denominator }) => {
        const own = inequality(grouped(numerator, denominator));
        const turned = inequality(grouped(numerator, denominator).toReversed());
        const others = inequality(
          grouped(
            denominator.map((N, j) => N - numerator[j]!),
            denominator,
          ),
        );
        for (const of of ['difference', 'straightSlope', 'absoluteConcentration', 'erreygers'] as const) {
          expect(turned[of].value).toBeCloseTo(-own[of].value, 9);
          expect(others[of].value).toBeCloseTo(-own[of].value, 9);
          expect(others[of].error).toBeCloseTo(own[of].error, 9);
        }
        if (!Number.isNaN(own.slope.value)) expect(turned.slope.value).toBeCloseTo(-own.slope.value, 7);
        if (!Number.isNaN(own.wagstaff.value))
          expect(others.wagstaff.value).toBeCloseTo(-own.wagstaff.value, 9);
      }),
      { numRuns: 150 },
    );
  });

  it('is none where all groups are alike, and lies within its bounds', () => {
    const even = inequality(grouped([10, 20, 30], [50, 100, 150]));
    for (const of of ['difference', 'slope', 'straightSlope', 'concentration'] as const)
      expect(even[of].value).toBeCloseTo(0, 9);
    expect([even.ratio.value, even.relative.value, even.p]).toEqual(
      [1, 1, 1].map((one) => expect.closeTo(one, 9)),
    );
    fc.assert(
      fc.property(counts, ({ numerator, denominator }) => {
        const { erreygers, wagstaff, slope } = inequality(grouped(numerator, denominator));
        for (const { value } of [erreygers, wagstaff, slope])
          if (!Number.isNaN(value)) expect(Math.abs(value)).toBeLessThanOrEqual(1 + 1e-9);
      }),
      { numRuns: 100 },
    );
  });

  it('leaves out a group of nobody, and says nothing of what is not known', () => {
    const three = inequality(grouped([30, 20, 10], [60, 60, 60]));
    expect(inequality(grouped([30, 0, 20, 10], [60, 0, 60, 60]))).toEqual(three);
    const hidden = inequality(grouped([30, Number.NaN, 10], [60, Number.NaN, 60]));
    expect([hidden.slope.value, hidden.concentration.value, hidden.mean]).toEqual(Array(3).fill(Number.NaN));
    expect(hidden.difference).toEqual(three.difference);
    const none = inequality(grouped([0, 20, 10], [0, 60, 60]));
    expect([none.difference.value, none.ratio.value, none.slope.value]).toEqual(Array(3).fill(Number.NaN));
  });

  it('is on the side of the burden: 30 of 100 poor, 10 of 100 rich', () => {
    const { difference, ratio, slope, concentration, regressionError } = inequality(
      grouped([30, 10], [100, 100]),
    );
    expect(difference.value).toBeCloseTo(0.2, 12);
    expect(ratio.value).toBeCloseTo(3, 12);
    // (0.5 (2 * 0.25 - 1) 0.3 + 0.5 (2 * 0.75 - 1) 0.1) / 0.2
    expect(concentration.value).toBeCloseTo(-0.25, 12);
    expect(slope.value).toBeGreaterThan(0.2);
    expect(regressionError).toBeNaN();
  });

  it('says nothing that cannot be said', () => {
    const nobody = inequality(grouped([0, 0, 0], [60, 60, 60]));
    expect([nobody.ratio.value, nobody.slope.value, nobody.concentration.value]).toEqual(
      Array(3).fill(Number.NaN),
    );
    expect(nobody.difference).toMatchObject({ value: 0, high: expect.closeTo(0.0602, 4) });
    // Parted by wealth: no logistic line fits best.
    expect(inequality(grouped([20, 0, 0], [60, 60, 60])).slope.value).toBeNaN();
    expect(inequality([]).mean).toBeNaN();
  });

  it('equals R over wide groups too: ratio, slope and concentration with their intervals', () => {
    /*
     * R 4.2.2: p <- N/sum(N); X <- cumsum(p)-p/2; glm(cbind(n,N-n) ~ X, binomial), plogis at 0 and 1, delta method with
     * vcov; C <- sum(p*(2*X-1)*n/N)/mu with its delta-method error; exp of log ratio +- 1.96 times Katz's error.
     */
    const own = inequality(grouped([90, 70, 55, 40, 140], [300, 260, 240, 200, 900]));
    const expected = {
      slope: [0.201638024387, 0.136899482817, 0.266376565957],
      concentration: [-0.147235176549, -0.195169896796, -0.099300456302],
      ratio: [1.928571428571, 1.531819838268, 2.42808433615],
    };
    for (const measure of ['slope', 'concentration', 'ratio'] as const) {
      const { value, low, high } = own[measure];
      expect([value, low, high]).toEqual(expected[measure].map((each) => expect.closeTo(each, 9)));
    }
  });

  it('its intervals hold the truth as often as they say', () => {
    const ranks = middleRanks([200, 200, 200, 200, 200]);
    const truth = ranks.map((rank) => 1 / (1 + Math.exp(0.4 + 1.1 * rank)));
    const slope = 1 / (1 + Math.exp(0.4)) - 1 / (1 + Math.exp(1.5));
    const random = createRandom(20261201);
    let held = 0;
    const runs = 400;
    for (let run = 0; run < runs; run++) {
      const numerator = truth.map(
        (rate) => Array.from({ length: 200 }, () => random.unit()).filter((own) => own < rate).length,
      );
      const own = inequality(grouped(numerator, [200, 200, 200, 200, 200]));
      if (own.slope.low <= slope && slope <= own.slope.high) held++;
    }
    expect(held / runs).toBeGreaterThan(0.95 - 3 * Math.sqrt((0.95 * 0.05) / runs));
    expect(held / runs).toBeLessThan(0.95 + 3 * Math.sqrt((0.95 * 0.05) / runs));
  });
});
