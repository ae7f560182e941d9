import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AreaCode } from '#core/area.ts';
import { bridgeAreas, bridgedCounts } from '#core/area-bridge.ts';

const row = (from: string, to: string, share: number | null = null) => ({
  from: from as AreaCode,
  to: to as AreaCode,
  share,
});
const kinds = (...args: Parameters<typeof bridgeAreas>) =>
  bridgeAreas(...args).map((own) => (own.kind === 'none' ? own.reason : own.kind));

describe('a bridge over splits and merges', () => {
  it('keeps what is as it was, renames, and sums what became one', () => {
    const rows = [row('b', 'x'), row('c', 'y'), row('d', 'y')];
    expect(kinds(rows, ['a', 'b', 'c', 'd'], ['a', 'x', 'y'])).toEqual(['same', 'renamed', 'merged']);
    const bridges = bridgeAreas(rows, ['a', 'b', 'c', 'd'], ['a', 'x', 'y']);
    expect([...bridgedCounts(bridges, [1, 2, 4, 8])]).toEqual([1, 2, 12]);
    expect([...bridgedCounts(bridges, [1, 2, Number.NaN, 8])]).toEqual([1, 2, Number.NaN]);
  });

  it('sums into an area that stays', () => {
    const bridges = bridgeAreas([row('b', 'a')], ['a', 'b'], ['a']);
    expect([bridges[0]?.kind, ...bridgedCounts(bridges, [10, 5])]).toEqual(['merged', 15]);
  });

  it('splits by stated shares only; what no row takes stays', () => {
    const bridges = bridgeAreas([row('a', 'new', 0.3)], ['a'], ['a', 'new']);
    expect(bridges.map(({ kind }) => kind)).toEqual(['apportioned', 'apportioned']);
    expect([...bridgedCounts(bridges, [100])]).toEqual([70, 30].map((each) => expect.closeTo(each, 9)));
    expect(kinds([row('a', 'new')], ['a'], ['a', 'new'])).toEqual(['share-not-stated', 'share-not-stated']);
    expect(kinds([row('a', 'x'), row('a', 'y')], ['a'], ['x', 'y'])).toEqual([
      'share-not-stated',
      'share-not-stated',
    ]);
  });

  it('leaves blank what the table does not say', () => {
    expect(kinds([], ['a'], ['a', 'b'])).toEqual(['same', 'no-older-area']);
    expect(kinds([row('a', 'x', 0.7), row('a', 'y', 0.7)], ['a'], ['x', 'y'])).toEqual(
      Array(2).fill('more-than-whole'),
    );
    expect(kinds([row('gone', 'x')], ['a'], ['a', 'x'])).toEqual(['same', 'no-older-area']);
  });

  it('follows rows that follow each other, and does not run in circles', () => {
    const chain = bridgeAreas([row('a', 'b'), row('b', 'c', 0.5), row('b', 'd', 0.5)], ['a'], ['c', 'd']);
    expect([...bridgedCounts(chain, [80])]).toEqual([40, 40]);
    expect(kinds([row('a', 'b'), row('b', 'a')], ['a'], ['a'])).toEqual(['share-not-stated']);
  });

  it('loses and makes no child where all shares are stated', () => {
    const split = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(split, { minLength: 1, maxLength: 6 }), (areas) => {
        const older = areas.map((_, i) => `o${i}`);
        const present = ['p0', 'p1', 'p2', 'p3'];
        const rows = areas.flatMap((parts, i) => {
          const all = parts.reduce((sum, part) => sum + part, 0);
          return parts.map((part, k) => row(`o${i}`, `p${(i + k) % 4}`, part / all));
        });
        const counts = areas.map((_, i) => 10 + i);
        const total = bridgedCounts(bridgeAreas(rows, older, present), counts)
          .filter((each) => !Number.isNaN(each))
          .reduce((sum, each) => sum + each, 0);
        expect(total).toBeCloseTo(
          counts.reduce((sum, each) => sum + each, 0),
          9,
        );
      }),
      { numRuns: 100 },
    );
  });
});
