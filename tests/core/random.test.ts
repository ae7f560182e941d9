import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '#core/random.ts';

describe('seeded chance', () => {
  it('follows from its seed, modulo 2^32', () => {
    const first = (seed: number) => {
      const random = createRandom(seed);
      return Array.from({ length: 4 }, () => random.uint32());
    };
    expect(first(1)).toEqual(first(1));
    expect(first(1)).not.toEqual(first(2));
    expect(first(2 ** 32 + 1)).toEqual(first(1));
  });

  it('draws below any bound as 64-bit arithmetic does', () => {
    const bounds = fc.oneof(fc.integer({ min: 1, max: 2 ** 32 }), fc.integer({ min: 1, max: 100 }));
    fc.assert(
      fc.property(fc.nat(), fc.array(bounds, { minLength: 1, maxLength: 50 }), (seed, asked) => {
        const [drawn, exact] = [createRandom(seed), createRandom(seed)];
        for (const bound of asked) {
          const threshold = BigInt((2 ** 32 - bound) % bound);
          let product = BigInt(exact.uint32()) * BigInt(bound);
          while ((product & 0xffffffffn) < threshold) product = BigInt(exact.uint32()) * BigInt(bound);
          expect(drawn.below(bound)).toBe(Number(product >> 32n));
        }
      }),
    );
  });

  it('is even: chi-square of 7 boxes', () => {
    const random = createRandom(7);
    const boxes = new Float64Array(7);
    const draws = 70_000;
    for (let k = 0; k < draws; k++) boxes[random.below(7)]! += 1;
    const expected = draws / 7;
    const chi = boxes.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
    // 99.99 % of chi-square with 6 degrees of freedom.
    expect(chi).toBeLessThan(27.9);
  });

  it('gives numbers from 0 up to, not including, 1', () => {
    const random = createRandom(3);
    const all = Array.from({ length: 10_000 }, () => random.unit());
    expect(Math.min(...all)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...all)).toBeLessThan(1);
    expect(all.reduce((sum, value) => sum + value, 0) / all.length).toBeCloseTo(0.5, 1);
  });
});
