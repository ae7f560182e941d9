import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CellStatus } from '#core/area-table.ts';
import { credibleIntervals, ratePosterior } from '#core/beta-binomial.ts';
import { NO_CLASS } from '#core/classification.ts';
import { exceedanceClass, exceedanceMap } from '#core/exceedance.ts';

/** Rates of areas as a measure has them: those over fewer than 30 are too few. */
function rates(numerator: readonly number[], denominator: readonly number[]) {
  const counts = { numerator: Float64Array.from(numerator), denominator: Float64Array.from(denominator) };
  const shown = (i: number) => (denominator[i] ?? 0) >= 30;
  return {
    measure: 'rate' as const,
    value: counts.numerator.map((n, i) => (shown(i) ? n / (denominator[i] ?? 0) : Number.NaN)),
    status: Uint8Array.from(denominator, (_, i) => (shown(i) ? CellStatus.observed : CellStatus.tooFew)),
    table: { ...counts, status: new Uint8Array(denominator.length) },
  };
}

const CASES = [12, 40, 55, 9, 120, 70, 3, 28];
const PEOPLE = [100, 150, 160, 90, 400, 180, 60, 31];

/** R 4.2.2: pbeta(t, m M + n, (1 - m) M + N - n, lower.tail = FALSE), m and M by moments in R. */
const GOLDEN: readonly (readonly [number, readonly number[]])[] = [
  [0.1, [0.8380107140480898, 0.99999999840200982, 1, 0.65291699254696267, 1, 1, 0.21813014653948329, 1]],
  [
    0.2,
    [
      0.027543768700402267, 0.97811229447721715, 0.99998901945514529, 0.010162796001102167,
      0.99999905243133624, 0.99999999666138895, 0.0017430539275209884, 0.99999999999999645,
    ],
  ],
  [
    0.28778821520068315,
    [
      4.6774267319188029e-5, 0.27820049762608412, 0.93087697754693133, 1.4142279605253956e-5,
      0.69756630362455696, 0.99772487213736982, 5.0685579247241813e-6, 0.99999999990899324,
    ],
  ],
  [
    0.5,
    [
      2.3289506920691114e-16, 1.2186636899491876e-9, 1.5925134163635606e-5, 1.683845155941892e-16,
      1.1095385062911762e-16, 7.3795525243880043e-4, 1.179884435884727e-14, 0.9998657814820332,
    ],
  ],
];

test.each(GOLDEN)('agrees with pbeta of R above %d', (threshold, expected) => {
  const { probability } = exceedanceMap(rates(CASES, PEOPLE), threshold);
  for (const [i, p] of expected.entries()) {
    expect(Math.abs((probability[i] ?? Number.NaN) - p)).toBeLessThan(1e-9);
    // Far out in the tail to as many digits.
    expect(Math.abs((probability[i] ?? Number.NaN) / p - 1)).toBeLessThan(1e-9);
  }
});

test('classes hold their edges from both ends, and what they count', () => {
  expect([0.0494, 0.05, 0.1994, 0.2, 0.5, 0.8, 0.8006, 0.95, 0.9506, 1].map(exceedanceClass)).toEqual([
    0, 1, 1, 2, 2, 2, 3, 3, 4, 4,
  ]);
  expect(exceedanceClass(Number.NaN)).toBe(NO_CLASS);
  const { classOf, areasPerClass } = exceedanceMap(rates(CASES, PEOPLE), 0.2);
  expect([...classOf]).toEqual([0, 4, 4, 0, 4, 4, 0, 4]);
  expect([...areasPerClass]).toEqual([3, 0, 0, 0, 5]);
});

test('too few children, and none, have neither probability nor class, and their status says why', () => {
  const map = exceedanceMap(rates([12, 40, 8, 0], [100, 100, 29, 0]), 0.2);
  expect(Array.from(map.probability.slice(2))).toEqual([Number.NaN, Number.NaN]);
  expect([...map.classOf.slice(2)]).toEqual([NO_CLASS, NO_CLASS]);
  expect([...map.status.slice(2)]).toEqual([CellStatus.tooFew, CellStatus.tooFew]);
  expect(map.distinguishes).toBe(true);
});

test('whether small rates are shown does not move the others', () => {
  const hidden = exceedanceMap(rates([12, 40, 8], [100, 100, 29]), 0.2);
  const all = rates([12, 40, 8], [100, 100, 29]);
  const shown = exceedanceMap(
    { ...all, value: all.table.numerator.map((n, i) => n / (all.table.denominator[i] ?? 0)) },
    0.2,
  );
  expect([...shown.probability.slice(0, 2)]).toEqual([...hidden.probability.slice(0, 2)]);
});

test('rates that chance explains tell no areas apart: no probability, no class', () => {
  const map = exceedanceMap(rates([20, 21, 19], [100, 100, 100]), 0.1);
  expect([map.distinguishes, map.prior.overdispersion]).toEqual([false, 0]);
  expect([...map.classOf]).toEqual([NO_CLASS, NO_CLASS, NO_CLASS]);
  expect(map.probability.every(Number.isNaN)).toBe(true);
  expect([...map.areasPerClass]).toEqual([0, 0, 0, 0, 0]);
});

test('no area at all has nothing', () => {
  expect(exceedanceMap(rates([0], [0]), 0.1).distinguishes).toBe(false);
  expect(() => exceedanceMap({ ...rates([1], [50]), measure: 'count' }, 0.1)).toThrow('rates');
});

describe('laws', () => {
  const areas = fc
    .array(
      fc
        .integer({ min: 30, max: 2000 })
        .chain((N) => fc.integer({ min: 0, max: N }).map((n) => [n, N] as const)),
      { minLength: 3, maxLength: 12 },
    )
    .map((all) => ({ n: all.map(([n]) => n), N: all.map(([, N]) => N) }));
  const threshold = fc.integer({ min: 1, max: 999 }).map((units) => units / 1000);

  test('the higher the threshold, the less probable', () => {
    fc.assert(
      fc.property(areas, threshold, threshold, ({ n, N }, a, b) => {
        const [low, high] = [a, b].sort((x, y) => x - y).map((t) => exceedanceMap(rates(n, N), t));
        low?.probability.forEach((p, i) => {
          if (!Number.isNaN(p)) expect(high?.probability[i]).toBeLessThanOrEqual(p + 1e-12);
        });
      }),
    );
  });

  test('those who are not cases are below where cases are above: probabilities add up to 1, classes mirror', () => {
    fc.assert(
      fc.property(areas, threshold, ({ n, N }, t) => {
        const own = exceedanceMap(rates(n, N), t);
        const others = exceedanceMap(
          rates(
            n.map((cases, i) => (N[i] ?? 0) - cases),
            N,
          ),
          1 - t,
        );
        own.probability.forEach((p, i) => {
          const q = others.probability[i] ?? Number.NaN;
          if (Number.isNaN(p) || Number.isNaN(q)) return;
          expect(Math.abs(p + q - 1)).toBeLessThan(1e-9);
        });
      }),
    );
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1000 }), (units) => {
        expect(exceedanceClass(units / 1000) + exceedanceClass((1000 - units) / 1000)).toBe(4);
      }),
    );
  });

  test('at the ends of the 95 % interval it is 97.5 and 2.5 %', () => {
    const { numerator, denominator } = rates(CASES, PEOPLE).table;
    const { low, high } = credibleIntervals(ratePosterior({ numerator, denominator }), 0.95);
    for (const i of CASES.keys()) {
      const at = (t: number | undefined) => exceedanceMap(rates(CASES, PEOPLE), t ?? 0).probability[i] ?? 0;
      expect(Math.abs(at(low[i]) - 0.975)).toBeLessThan(1e-9);
      expect(Math.abs(at(high[i]) - 0.025)).toBeLessThan(1e-9);
    }
  });
});
