import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { meanLine, type Quadrant, quadrantOf, quadrantSums } from '#core/quadrant.ts';

const at = (x: number, y: number, cases = 1) => ({ x, y, cases });

describe('quadrants', () => {
  test('on the line is not above it, and neither is what is printed like it', () => {
    const lines = { x: 16.3, y: 0.184 };
    expect(quadrantOf(at(17, 0.185), lines)).toBe('both');
    expect(quadrantOf(at(17, 0.1844), lines)).toBe('onlyX');
    expect(quadrantOf(at(16, 0.1846), lines)).toBe('onlyY');
    expect(quadrantOf(at(16, 0.184), lines)).toBe('neither');
  });

  test('hold every area and every case once', () => {
    const point = fc.record({
      x: fc.nat(60),
      y: fc.double({ min: 0, max: 1, noNaN: true }),
      cases: fc.nat(60),
    });
    fc.assert(
      fc.property(fc.array(point), fc.nat(60), fc.double({ min: 0, max: 1, noNaN: true }), (points, x, y) => {
        const sums = quadrantSums(points, { x, y })!;
        for (const quadrant of Object.keys(sums) as Quadrant[]) {
          const inside = points.filter((each) => quadrantOf(each, { x, y }) === quadrant);
          const cases = inside.reduce((sum, each) => sum + each.cases, 0);
          expect(sums[quadrant]).toEqual({ areas: inside.length, cases });
        }
        const areas = Object.values(sums).reduce((sum, each) => sum + each.areas, 0);
        expect(areas).toBe(points.length);
      }),
    );
  });

  test('need both lines', () => {
    expect(quadrantSums([at(1, 1)], { x: Number.NaN, y: 0.1 })).toBeNull();
  });
});

test('the mean is of the areas that have a count', () => {
  expect(meanLine({ value: Float64Array.of(10, Number.NaN, 21, 0) })).toBe(10.3);
  expect(meanLine({ value: Float64Array.of(Number.NaN) })).toBeNaN();
});
