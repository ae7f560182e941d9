import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hypergeometricUpperTail, localJoinCounts } from '#core/join-count.ts';
import { graphOf } from '#core/spatial-weights.ts';
import { sharedPath } from '#tests/shared-data.ts';

const expectedPath = sharedPath('vectors/synth51/expected.json');
const neighborsPath = sharedPath('vectors/synth51/neighbors.json');

interface Counts {
  readonly x: number[];
  readonly z: number[];
  readonly BB_x: number[];
  readonly CLC: number[];
  readonly BJC: number[];
}

const read = <T>(path: string) => JSON.parse(readFileSync(path, 'utf8')) as T;

function binomial(n: number, k: number): bigint {
  if (k < 0 || k > n) return 0n;
  let result = 1n;
  for (let j = 0; j < k; j++) result = (result * BigInt(n - j)) / BigInt(j + 1);
  return result;
}

/** The tail in whole numbers, rounded once at the end. */
function exactTail(atLeast: number, population: number, marked: number, drawn: number): number {
  let sum = 0n;
  for (let x = Math.max(0, atLeast); x <= drawn; x++)
    sum += binomial(marked, x) * binomial(population - marked, drawn - x);
  const all = binomial(population, drawn);
  let scale = 0;
  while (sum > 0n && (sum << BigInt(scale)) / all < 1n << 60n) scale += 16;
  return Number((sum << BigInt(scale)) / all) / 2 ** scale;
}

describe('hypergeometric tail', () => {
  test('by hand: two aces or more in a hand of five', () => {
    expect(hypergeometricUpperTail(2, 52, 4, 5)).toBeCloseTo(108_336 / 2_598_960, 15);
    expect(hypergeometricUpperTail(0, 52, 4, 5)).toBe(1);
    expect(hypergeometricUpperTail(5, 52, 4, 5)).toBe(0);
    expect(hypergeometricUpperTail(4, 4, 4, 4)).toBe(1);
  });

  test('is the sum in whole numbers, small tails and large draws included', () => {
    fc.assert(
      fc.property(
        fc
          .integer({ min: 1, max: 400 })
          .chain((population) =>
            fc.tuple(
              fc.constant(population),
              fc.integer({ min: 0, max: population }),
              fc.integer({ min: 0, max: population }),
              fc.integer({ min: 0, max: population }),
            ),
          ),
        ([population, marked, drawn, atLeast]) => {
          const exact = exactTail(atLeast, population, marked, drawn);
          const tail = hypergeometricUpperTail(atLeast, population, marked, drawn);
          expect(Math.abs(tail - exact)).toBeLessThanOrEqual(1e-11 * exact);
        },
      ),
      { numRuns: 150 },
    );
  });

  test('does not underflow far below the mean', () => {
    expect(hypergeometricUpperTail(1, 83_000, 40_000, 8_000)).toBe(1);
    expect(hypergeometricUpperTail(3_900, 83_000, 40_000, 8_000)).toBeCloseTo(0.149745449715, 8);
  });
});

describe('local join counts', () => {
  test('by hand: a row of five, the first three marked', () => {
    const graph = graphOf([[1], [0, 2], [1, 3], [2, 4], [3]], { kind: 'given', name: 'row' });
    const x = Uint8Array.of(1, 1, 1, 0, 0);
    const { count, expected, variance, p } = localJoinCounts(x, x, graph);
    expect([...count]).toEqual([1, 2, 1, 0, 0]);
    expect([...p]).toEqual([
      expect.closeTo(1 / 2, 14),
      expect.closeTo(1 / 6, 14),
      expect.closeTo(5 / 6, 14),
      NaN,
      NaN,
    ]);
    expect([...expected].slice(0, 3)).toEqual([0.5, 1, 1]);
    expect(variance[1]).toBeCloseTo(1 / 3, 15);
  });

  test('an area without neighbors is not tested', () => {
    const graph = graphOf([[1], [0], []], { kind: 'given', name: 'island' });
    const x = Uint8Array.of(1, 1, 1);
    expect([...localJoinCounts(x, x, graph).p]).toEqual([1, 1, NaN]);
  });

  test.skipIf(expectedPath === null || neighborsPath === null)('counts as PySAL does', () => {
    const counts = read<Record<string, Counts>>(expectedPath!);
    const { weights } = read<{ weights: Record<string, number[][]> }>(neighborsPath!);
    for (const [name, scheme] of [
      ['local_join_counts_queen', 'queen'],
      ['local_join_counts_queen_attached', 'queen_islands_attached'],
    ] as const) {
      const { x, z, BB_x, CLC, BJC } = counts[name]!;
      const graph = graphOf(weights[scheme]!, { kind: 'given', name: scheme });
      const marks = (mark: (x: number, z: number) => boolean) =>
        Uint8Array.from(x, (value, i) => Number(mark(value, z[i]!)));
      const [own, both] = [marks((a) => a === 1), marks((a, b) => a === 1 && b === 1)];
      const [onlyX, onlyZ] = [marks((a, b) => a === 1 && b === 0), marks((a, b) => a === 0 && b === 1)];
      expect([...localJoinCounts(own, own, graph).count]).toEqual(BB_x);
      expect([...localJoinCounts(both, both, graph).count]).toEqual(CLC);
      expect([...localJoinCounts(onlyX, onlyZ, graph).count]).toEqual(BJC);
    }
  });

  test('the exact p is that of every deal of the marks', () => {
    const lists = [[1, 2, 3], [0, 2], [0, 1, 3], [0, 2, 4], [3, 5], [4]];
    const graph = graphOf(lists, { kind: 'given', name: 'six' });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 63 }), (bits) => {
        const x = Uint8Array.from(lists, (_, i) => (bits >> i) & 1);
        const { count, p } = localJoinCounts(x, x, graph);
        const marks = x.reduce((sum, mark) => sum + mark, 0);
        lists.forEach((list, i) => {
          if (x[i] === 0) return;
          const deals = Array.from({ length: 64 }, (_, deal) => deal).filter(
            (deal) => (deal >> i) & 1 && [0, 1, 2, 3, 4, 5].filter((j) => (deal >> j) & 1).length === marks,
          );
          const asMany = deals.filter((deal) => list.filter((j) => (deal >> j) & 1).length >= count[i]!);
          expect(p[i]).toBeCloseTo(asMany.length / deals.length, 12);
        });
      }),
    );
  });
});
