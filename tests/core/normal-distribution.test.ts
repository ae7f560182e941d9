import { expect, test } from 'vitest';
import { normalTwoSidedP, normalUpperTail } from '#core/normal-distribution.ts';

/** Continued fraction and series of the tail at 60 digits (Python's decimal): some of each piece, their seams, and far out. */
const TWO_SIDED = {
  '0.25': 0.8025873486341526,
  '0.671875': 0.5016632770821084,
  '0.6875': 0.4917677007605229,
  '1.96': 0.04999579029644087,
  '2.5758293': 0.010000000102632384,
  '5.5': 3.7979124931775436e-8,
  '5.65625': 1.547160633898053e-8,
  '5.6875': 1.289126031813902e-8,
  '8.25': 1.5839452629284954e-16,
  '12.5': 7.465128597755426e-36,
  '20': 5.5072482372124675e-89,
  '37': 1.1451142445049154e-299,
};

test('two-sided p, far into the tail', () => {
  for (const [z, p] of Object.entries(TWO_SIDED)) {
    expect(Math.abs(normalTwoSidedP(Number(z)) / p - 1)).toBeLessThan(1e-12);
    expect(normalTwoSidedP(-Number(z))).toBe(normalTwoSidedP(Number(z)));
  }
});

test('both tails make one', () => {
  for (const z of [0, 0.3, 0.7, 2, 6, 12])
    expect(normalUpperTail(z) + normalUpperTail(-z)).toBeCloseTo(1, 15);
});

test('the ends', () => {
  expect(normalTwoSidedP(0)).toBe(1);
  expect(normalTwoSidedP(Number.POSITIVE_INFINITY)).toBe(0);
  expect(normalTwoSidedP(Number.NaN)).toBeNaN();
});
