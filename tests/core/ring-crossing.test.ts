import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crossesItself } from '#core/ring-crossing.ts';

type Position = readonly [number, number];

/** The definition, pair by pair. */
function crossesByPairs(ring: readonly Position[]): boolean {
  const side = ([ax, ay]: Position, [bx, by]: Position, [x, y]: Position): number =>
    Math.sign((bx - ax) * (y - ay) - (by - ay) * (x - ax));
  for (let i = 0; i + 1 < ring.length; i++) {
    for (let j = i + 1; j + 1 < ring.length; j++) {
      const [a, b, c, d] = [ring[i]!, ring[i + 1]!, ring[j]!, ring[j + 1]!];
      if (side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0) return true;
    }
  }
  return false;
}

const closed = (ring: readonly Position[]): readonly Position[] => [...ring, ring[0]!];

describe('a ring crosses itself', () => {
  it.each<readonly [string, readonly Position[], boolean]>([
    [
      'a square',
      [
        [0, 0],
        [1, 0],
        [1, 1],
        [0, 1],
      ],
      false,
    ],
    [
      'a bow tie',
      [
        [0, 0],
        [1, 1],
        [1, 0],
        [0, 1],
      ],
      true,
    ],
    [
      'two squares that touch in a corner',
      [
        [0, 0],
        [1, 0],
        [1, 1],
        [2, 1],
        [2, 2],
        [1, 2],
        [1, 1],
        [0, 1],
      ],
      false,
    ],
    [
      'a spike back over its own side',
      [
        [0, 0],
        [2, 0],
        [2, 1],
        [3, 1],
        [2, 1],
        [0, 1],
      ],
      false,
    ],
  ])('%s: %s', (_name, ring, expected) => {
    expect(crossesItself(closed(ring))).toBe(expected);
  });

  it('as pair by pair, on rings of any shape', () => {
    const place = fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 12 }));
    fc.assert(
      fc.property(fc.array(place, { minLength: 3, maxLength: 12 }), (corners) => {
        const ring = closed(corners);
        expect(crossesItself(ring)).toBe(crossesByPairs(ring));
      }),
    );
  });

  it('is told of a long ring, and left open of one that lies over itself everywhere', () => {
    const circle = Array.from(
      { length: 50_000 },
      (_, k): Position => [Math.cos((k * 2 * Math.PI) / 50_000), Math.sin((k * 2 * Math.PI) / 50_000)],
    );
    expect(crossesItself(closed(circle))).toBe(false);
  });
});
