/** A seeded source of chance: the same seed gives the same numbers on every engine. */
export interface Random {
  /** A whole number of 0 to 2^32 - 1. */
  uint32(): number;
  /** A whole number of 0 to bound - 1, without bias. @param bound 1 to 2^32. */
  below(bound: number): number;
  /** A number of 0 up to, not including, 1, with 53 random bits. */
  unit(): number;
}

const UINT32 = 2 ** 32;

/**
 * xoshiro128** (Blackman & Vigna 2021, ACM Trans. Math. Softw. 47:36), its state filled by splitmix32 from the seed;
 * bounded draws after Lemire (2019, ACM Trans. Model. Comput. Simul. 29:3).
 * @param seed taken modulo 2^32.
 */
export function createRandom(seed: number): Random {
  let mix = seed >>> 0;
  const splitmix = (): number => {
    mix = (mix + 0x9e3779b9) >>> 0;
    let value = mix;
    value = Math.imul(value ^ (value >>> 16), 0x21f0aaad);
    value = Math.imul(value ^ (value >>> 15), 0x735a2d97);
    return (value ^ (value >>> 15)) >>> 0;
  };
  let [a, b, c, d] = [splitmix(), splitmix(), splitmix(), splitmix()];

  const uint32 = (): number => {
    const five = Math.imul(b, 5);
    const result = Math.imul((five << 7) | (five >>> 25), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = (d << 11) | (d >>> 21);
    return result;
  };

  return {
    uint32,
    below(bound) {
      let draw = uint32();
      let low = Math.imul(draw, bound) >>> 0;
      if (low < bound) {
        const threshold = (UINT32 - bound) % bound;
        while (low < threshold) {
          draw = uint32();
          low = Math.imul(draw, bound) >>> 0;
        }
      }
      // The upper half of the product: a multiple of 2^32 less at most 2^12 of rounding.
      return Math.round((draw * bound - low) / UINT32);
    },
    unit: () => ((uint32() >>> 5) * 0x4000000 + (uint32() >>> 6)) / 2 ** 53,
  };
}
