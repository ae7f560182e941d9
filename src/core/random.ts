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

/** The upper and the lower half of the 64-bit product of two 32-bit numbers, in `product`. */
const product = new Uint32Array(2);
function multiply(a: number, b: number): void {
  const [aLow, aHigh, bLow, bHigh] = [a & 0xffff, a >>> 16, b & 0xffff, b >>> 16];
  const low = aLow * bLow;
  const cross = aHigh * bLow + Math.floor(low / 0x10000);
  const middle = (cross % 0x10000) + aLow * bHigh;
  product[0] = aHigh * bHigh + Math.floor(cross / 0x10000) + Math.floor(middle / 0x10000);
  product[1] = ((middle % 0x10000) << 16) | (low & 0xffff);
}

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
      multiply(uint32(), bound);
      if (product[1]! < bound) {
        const threshold = (UINT32 - bound) % bound;
        while (product[1]! < threshold) multiply(uint32(), bound);
      }
      return product[0]!;
    },
    unit: () => ((uint32() >>> 5) * 0x4000000 + (uint32() >>> 6)) / 2 ** 53,
  };
}
