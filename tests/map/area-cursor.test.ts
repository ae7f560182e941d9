import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LonLat } from '#core/area.ts';
import { type Direction, neighborInDirection } from '#map/area-cursor.ts';
import { sharedPath } from '#tests/shared-data.ts';

const DIRECTIONS: readonly Direction[] = ['left', 'right', 'up', 'down'];
const GRID: readonly LonLat[] = [0, 1, 2].flatMap((y) => [0, 1, 2].map((x): LonLat => [x, y]));
const everything = () => true;

function reachedFrom(points: readonly LonLat[], start: number): Set<number> {
  const reached = new Set([start]);
  for (const from of reached)
    for (const direction of DIRECTIONS) {
      const to = neighborInDirection(points, from, direction);
      if (to !== null) reached.add(to);
    }
  return reached;
}

describe('the area an arrow key moves to', () => {
  it.each([
    ['left', 3],
    ['right', 5],
    ['up', 7],
    ['down', 1],
  ] as const)('%s of the middle of a grid is %i', (direction, to) => {
    expect(neighborInDirection(GRID, 4, direction, everything)).toBe(to);
  });

  it('starts in the middle', () => {
    expect(neighborInDirection(GRID, null, 'right')).toBe(4);
  });

  it('stays at the rim', () => {
    expect(neighborInDirection(GRID, 0, 'left')).toBe(0);
    expect(neighborInDirection(GRID, 8, 'up')).toBe(8);
  });

  it('prefers what lies straight ahead to what is nearer but aside', () => {
    const points: readonly LonLat[] = [
      [0, 0],
      [3, 0.2],
      [0.5, 1],
    ];
    expect(neighborInDirection(points, 0, 'right')).toBe(1);
  });

  it('goes aside where nothing lies straight ahead', () => {
    const points: readonly LonLat[] = [
      [0, 0],
      [0.5, 2],
    ];
    expect(neighborInDirection(points, 0, 'right')).toBe(1);
  });

  it('passes over areas that are not visible', () => {
    expect(neighborInDirection(GRID, 3, 'right', (i) => i !== 4)).toBe(5);
    expect(neighborInDirection(GRID, null, 'right', () => false)).toBeNull();
  });

  it('always moves to a visible area on that side, or stays', () => {
    const point = fc.tuple(
      fc.double({ min: 95, max: 141, noNaN: true }),
      fc.double({ min: -11, max: 6, noNaN: true }),
    );
    fc.assert(
      fc.property(
        fc.array(point, { minLength: 1, maxLength: 30 }),
        fc.constantFrom(...DIRECTIONS),
        (points, way) => {
          const to = neighborInDirection(points, 0, way) ?? 0;
          const axis = way === 'left' || way === 'right' ? 0 : 1;
          const sign = way === 'right' || way === 'up' ? 1 : -1;
          expect(to === 0 || sign * (points[to]![axis] - points[0]![axis]) > 0).toBe(true);
        },
      ),
    );
  });

  const file = sharedPath('facts/kupang-kelurahan.csv');
  it.skipIf(file === null)('can reach every kelurahan of Kota Kupang from every other', () => {
    const [, ...rows] = readFileSync(file!, 'utf8').trim().split('\n');
    const points = rows.map((row): LonLat => {
      const cells = row.split(',');
      return [Number(cells[6]), Number(cells[7])];
    });
    expect(points).toHaveLength(51);
    for (const start of points.keys()) expect(reachedFrom(points, start).size).toBe(51);
  });
});
