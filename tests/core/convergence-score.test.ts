import fc from 'fast-check';
import { expect, test } from 'vitest';
import { areaConvergence, CONVERGENCE_FORMULAS, convergenceScores } from '#core/convergence-score.ts';
import { ESSENTIAL_SERVICES } from '#core/service-catalogue.ts';
import { serviceCell } from '#core/service-coverage.ts';
import type { ServiceIndicator } from '#core/service-indicator.ts';

const base = ESSENTIAL_SERVICES.indicators[0]!;
const more: ServiceIndicator = { ...base, id: 'm', target: 80, targetOrigin: 'own' };
const less: ServiceIndicator = { ...more, id: 'l', target: 10, polarity: 'less-is-better' };
const open: ServiceIndicator = { ...more, id: 'o', target: null, targetOrigin: null };
const cell = (n: number, N: number) => serviceCell(n, N, false);

test('three formulas of the same two services, of which the second counts those not affected', () => {
  const cells = [cell(40, 50), cell(30, 100)];
  const score = (formula: (typeof CONVERGENCE_FORMULAS)[number]) =>
    areaConvergence(cells, [more, less], formula).score;
  expect(score('received')).toBeCloseTo((100 * (40 + 70)) / 150, 12);
  expect(score('mean')).toBeCloseTo(75, 12);
  expect(score('at-target')).toBe(50);
});

test('what is missing is counted by reason and never scored; unconfirmed zeros make a second score', () => {
  const cells = [cell(40, 50), cell(0, 50), cell(0, 0), cell(Number.NaN, 3), cell(4, 3), cell(1, 2)];
  const indicators = [more, more, more, more, more, open];
  expect(areaConvergence(cells.slice(0, 5), indicators.slice(0, 5), 'received')).toEqual({
    score: 80,
    withZeros: 40,
    used: 1,
    zero: 1,
    noTarget: 1,
    contradiction: 1,
    missing: 1,
    untargeted: 0,
  });
  expect(areaConvergence(cells, indicators, 'at-target')).toMatchObject({
    score: 100,
    used: 1,
    untargeted: 1,
  });
  expect(areaConvergence([cell(0, 0)], [more], 'mean').score).toBeNaN();
});

test('an area with too little to be compared has a score and no rank; what nobody has is left out of all', () => {
  const none = cell(Number.NaN, Number.NaN);
  const scores = convergenceScores(
    [
      [cell(5, 10), cell(8, 10), cell(1, 10), none],
      [none, none, none, none],
      [cell(5, 10), cell(8, 10), none, none],
      [cell(5, 10), cell(8, 10), none, none],
    ],
    [more, more, more, more],
    'received',
  );
  expect(scores.absent).toEqual([1]);
  expect(scores.areas.map(({ score }) => score)).toEqual([50, 80, 10, Number.NaN]);
  expect([...scores.rank]).toEqual([1, 2, 0, 0]);
});

test('whatever the formula, a score lies in 0 to 100, turning a service round changes nothing, and all cells are told', () => {
  const counts = fc
    .integer({ min: 1, max: 200 })
    .chain((N) => fc.tuple(fc.integer({ min: 0, max: N }), fc.constant(N)));
  fc.assert(
    fc.property(
      fc.array(counts, { minLength: 1, maxLength: 8 }),
      fc.constantFrom(...CONVERGENCE_FORMULAS),
      (list, formula) => {
        const straight = list.map(([n, N]) => serviceCell(n, N, true));
        const turned = list.map(([n, N]) => serviceCell(N - n, N, true));
        const one = areaConvergence(
          straight,
          list.map(() => more),
          formula,
        );
        const other = areaConvergence(
          turned,
          list.map(() => ({ ...less, target: 20 })),
          formula,
        );
        expect(one.score).toBeGreaterThanOrEqual(0);
        expect(one.score).toBeLessThanOrEqual(100);
        expect(other.score).toBeCloseTo(one.score, 9);
        expect(one.used + one.zero + one.noTarget + one.contradiction + one.missing + one.untargeted).toBe(
          list.length,
        );
      },
    ),
  );
});
