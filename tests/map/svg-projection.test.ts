import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BoundaryCollection } from '#core/boundary.ts';
import { areaPath, drawingOf, gridFor, isSimplified, projectionOf } from '#map/svg-projection.ts';
import { squares } from './squares.ts';

const latitude = fc.double({ min: -11, max: 6, noNaN: true });
const longitude = fc.double({ min: 95, max: 141, noNaN: true });

function cornersOf(path: string): string[] {
  return [...path.matchAll(/[ML]([\d.,-]+)/g)].map((found) => found[1] ?? '');
}

describe('the projection of the SVG map', () => {
  it('fills its drawing with the bounds', () => {
    const projection = projectionOf([120, -10, 124, -8]);
    expect(projection.forward([120, -8])).toEqual([0, 0]);
    const [x, y] = projection.forward([124, -10]);
    expect(x).toBeCloseTo(projection.width, 6);
    expect(y).toBeCloseTo(projection.height, 6);
    expect(projection.width).toBe(10_000);
  });

  it('is Mercator: y of 10 degrees south is ln tan(45 + 5) turns around the earth', () => {
    const projection = projectionOf([0, -10, 10, 0]);
    const [, y] = projection.forward([0, -10]);
    const turns = Math.log(Math.tan((50 * Math.PI) / 180)) / (2 * Math.PI);
    expect(y / projection.unitsAround).toBeCloseTo(turns, 10);
  });

  it('knows the latitude of every y, and lengths at the equator', () => {
    fc.assert(
      fc.property(longitude, latitude, (x, y) => {
        const projection = projectionOf([95, -11, 141, 6]);
        expect(projection.latitudeAt(projection.forward([x, y])[1])).toBeCloseTo(y, 8);
        const [longitude, latitude] = projection.inverse(projection.forward([x, y]));
        expect([longitude, latitude]).toEqual([expect.closeTo(x, 8), expect.closeTo(y, 8)]);
      }),
    );
    const projection = projectionOf([100, -1, 101, 0]);
    const [east] = projection.forward([101, 0]);
    expect((east * projection.metersPerUnit(0)) / 1000).toBeCloseTo(111.32, 2);
  });
});

describe('the drawing of areas', () => {
  it('keeps the corners that neighbors share, on the fine grid and on the coarse', () => {
    for (const count of [2, 40]) {
      const { boundaries } = squares(count, count);
      const drawing = drawingOf(boundaries);
      const [first = '', second = ''] = drawing?.paths ?? [];
      const shared = cornersOf(first).filter((corner) => cornersOf(second).includes(corner));
      expect(shared).toHaveLength(2);
    }
  });

  it('is coarse, and says so, for many areas', () => {
    expect(isSimplified(squares(38, 39).boundaries)).toBe(false);
    expect(isSimplified(squares(39, 39).boundaries)).toBe(true);
    expect(gridFor(squares(39, 39).boundaries)).toBeGreaterThan(gridFor(squares(2, 2).boundaries));
  });

  it('loses no area that is smaller than its grid', () => {
    const { boundaries } = squares(1, 1, 1e-9, [120, -5]);
    const [feature] = boundaries.features;
    const projection = projectionOf([95, -11, 141, 6]);
    expect(cornersOf(areaPath(feature!, projection, 2))).toHaveLength(4);
  });

  it('draws nothing of nothing', () => {
    const none: BoundaryCollection = { type: 'FeatureCollection', features: [] };
    expect(drawingOf(none)).toBeNull();
  });
});
