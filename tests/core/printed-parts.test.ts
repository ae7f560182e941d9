import fc from 'fast-check';
import { expect, test } from 'vitest';
import { printedParts } from '#core/printed-parts.ts';
import { roundTo } from '#core/rates.ts';

test('thirds of 100 are 33.4, 33.3 and 33.3; a part that is not known leaves all as they are', () => {
  const third = 100 / 3;
  expect(printedParts([third, third, third], 100, 1)).toEqual([33.4, 33.3, 33.3]);
  expect(printedParts([0.06, 0.06], 0.12, 1)).toEqual([0.1, 0]);
  expect(printedParts([Number.NaN, 1], 1, 1)).toEqual([Number.NaN, 1]);
  expect(() => printedParts([1, 2], 4, 1)).toThrow('add up');
});

test('parts as printed add up to the sum as printed, each within one unit of its own value', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: -50, max: 50, noNaN: true }), { maxLength: 8 }),
      fc.integer({ min: 0, max: 3 }),
      (parts, decimals) => {
        const sum = parts.reduce((all, part) => all + part, 0);
        const printed = printedParts(parts, sum, decimals);
        const units = printed.reduce((all, part) => all + Math.round(part * 10 ** decimals), 0);
        expect(units - Math.round(roundTo(sum, decimals) * 10 ** decimals)).toBeCloseTo(0, 12);
        printed.forEach((part, k) => {
          expect(Math.abs(part - parts[k]!)).toBeLessThan(10 ** -decimals + 1e-8);
        });
      },
    ),
  );
});
